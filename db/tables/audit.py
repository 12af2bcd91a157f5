"""Who did what, each row bound to the one before it."""

from datetime import datetime
from typing import Any

from sqlmodel import JSON, Field, SQLModel


class Audit(SQLModel, table=True):
    """`hash` is SHA-256 over the previous hash and this row: a change anywhere breaks every later one."""

    n: int = Field(default=None, primary_key=True)
    at: datetime
    person_id: int | None = None
    inbox_id: int | None = None
    verb: str
    subject: str
    data: dict[str, Any] = Field(sa_type=JSON, default_factory=dict)
    hash: str
