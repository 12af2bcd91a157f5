"""Documents that came in: the file, what was read in it, and how its doubts were settled."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, one_of


class Document(SQLModel, table=True):
    """A notice on its way in. In state wanted it is the queue of what is to be fetched, in state kept of what to read.

    `reading` is a Draft as plain data, without names of persons; `answers` are pairs of question and option, in the
    order in which they were given, each with the number of the press: one press may answer several. Of a sheet that
    came back `reading` holds the corrected draft and what is changed in it, `rev` that of the document it was made of.
    """

    __table_args__ = (
        one_of("state", "wanted", "kept", "read", "refused", "published", "dropped"),
        Index("ix_document_queue", "id", sqlite_where=text("state IN ('wanted', 'kept')")),
    )
    id: int = key()
    name: str
    file_id: str | None = None  # None where it came in at the terminal
    hash: str | None = None
    size: int | None = Field(default=None, sa_type=BigInteger)
    state: str = "wanted"
    tries: int = 0
    not_before: datetime | None = None
    problem: str | None = None  # why it was refused, for the sender
    reading: dict[str, Any] | None = Field(sa_type=JSON, default=None)
    answers: list[Any] = Field(sa_type=JSON, default_factory=list)
    rev: int = 0  # grows with every answer; a button pressed on an older card is stale
    by: int = Field(foreign_key="person.id")
    at: datetime
    notice_id: int | None = Field(default=None, foreign_key="notice.id")  # what was published of it
    corrects: int | None = Field(default=None, foreign_key="document.id")  # a sheet that came back, of that document
