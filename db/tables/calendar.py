"""Days that differ from Monday to Friday."""

from datetime import date

from sqlmodel import Field, SQLModel


class Day(SQLModel, table=True):
    on: date = Field(primary_key=True)
    working: bool
    source: str  # the notice that says so
