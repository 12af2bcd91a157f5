"""Whether the bot itself was there."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Watch(SQLModel, table=True):
    """One row, brought up to date every few minutes: what a start finds there is when the bot was last seen."""

    id: int = Field(primary_key=True)
    alive_at: datetime
