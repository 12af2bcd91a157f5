"""What falls due, for a calendar of one's own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Due:
    """`reminders` are counted from the first minute of the day."""

    task_id: int
    sequence: int  # grows with every change
    title: str
    period: str
    unit: str
    day: date
    state: str  # open, done, cancelled
    reminders: tuple[timedelta, ...] = ()
    first_due: date | None = None
    provisional: bool = False


@dataclass(frozen=True)
class Calendar:
    """`house` tells this installation from every other one, and never changes."""

    house: str
    campaign: str
    unit: str  # empty of several
    at: datetime
    dues: tuple[Due, ...]
