"""Days to be kept in a calendar, as its file has them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Day:
    """A whole day. `alarms` are counted from its first minute, which may lie after them."""

    uid: str
    sequence: int
    day: date
    summary: str
    description: str
    cancelled: bool = False
    alarms: tuple[timedelta, ...] = ()


@dataclass(frozen=True)
class Agenda:
    name: str
    at: datetime
    days: tuple[Day, ...]
