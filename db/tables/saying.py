"""What came in and what goes out."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, event, text
from sqlmodel import JSON, Field, SQLModel

from db.tables.column import key, one_of

# messages by whose subject others are found: kind → the key of its facts
ABOUT = {
    "receipt": "report",
    "withdrawal": "report",
    "task": "task",
    "joint": "task",
    "sheet": "sheet",
    "request": "request",
    "requested": "request",
    "decision": "request",
}


class Inbox(SQLModel, table=True):
    """An update as it came. A stranger's body is not kept."""

    __table_args__ = (
        one_of("state", "new", "done", "aside"),
        Index("ix_inbox_new", "id", sqlite_where=text("state = 'new'")),
    )
    id: int = key()
    update_id: int = Field(sa_type=BigInteger, unique=True)
    sender: int | None = Field(default=None, sa_type=BigInteger)
    raw: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    kept_at: datetime
    state: str = "new"
    reference: str | None = None  # told to the sender when it was set aside


class Outbox(SQLModel, table=True):
    """Something to be said: kind and facts, rendered when it is claimed.

    pending → sending → sent, or unknown (perhaps sent), dropped (nothing left to say), dead (refused for good),
    unreachable (the chat does not take it).
    """

    __table_args__ = (
        UniqueConstraint("key"),
        one_of("state", "pending", "sending", "sent", "unknown", "dropped", "dead", "unreachable"),
        Index("ix_outbox_due", "rank", "id", sqlite_where=text("state = 'pending'")),
        Index("ix_outbox_unsure", "id", sqlite_where=text("state IN ('unknown', 'dead')")),
        Index("ix_outbox_when", "not_before", sqlite_where=text("state = 'pending'")),
        Index("ix_outbox_about", "kind", "about", sqlite_where=text("about IS NOT NULL")),
        Index("ix_outbox_message", "chat_id", "message_id"),
        Index("ix_outbox_edits", "edits", sqlite_where=text("edits IS NOT NULL")),
        Index("uq_outbox_edit", "edits", unique=True, sqlite_where=text("state = 'pending' AND edits IS NOT NULL")),
    )
    id: int = key()
    key: str = Field(sa_column_kwargs={"insert_sentinel": True})
    chat_id: int = Field(sa_type=BigInteger)
    kind: str
    args: dict[str, Any] = Field(sa_type=JSON, default_factory=dict)
    about: int | None = None  # which of ABOUT it shows: said once more beside `args`, to be found by it
    rank: int
    edits: int | None = Field(default=None, foreign_key="outbox.id")
    not_before: datetime
    in_hours: bool = False  # nobody waits for it: it goes out in office hours, however late it is
    state: str = "pending"
    attempt: int = 0
    since: datetime  # when it came into its state
    params: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    error: str | None = None


@event.listens_for(Outbox, "before_insert")
@event.listens_for(Outbox, "before_update")
def _say_about(mapper: Any, connection: Any, row: Outbox) -> None:
    row.about = row.args.get(ABOUT.get(row.kind, ""))


class Written(SQLModel, table=True):
    """One row: number and mark of the last transaction that the journal was told of."""

    id: int = key()
    n: int
    mark: int = Field(sa_type=BigInteger)


class Tiding(SQLModel, table=True):
    """What somebody hears unasked and no ladder knows of: a line on the card of a day, kind and facts as of a message.

    `wake_at` is when it wants a card; it is empty once `outbox_id` is the card that says it.
    """

    __table_args__ = (Index("ix_tiding_wake_at", "wake_at", sqlite_where=text("wake_at IS NOT NULL")),)
    id: int = key()
    key: str = Field(unique=True)
    person_id: int = Field(foreign_key="person.id")
    kind: str
    args: dict[str, Any] = Field(sa_type=JSON, default_factory=dict)
    at: datetime  # when it happened; once it stands on a card, when it came there
    outbox_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)
    wake_at: datetime | None = None
