"""The office at one moment: what every use case is given."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlmodel import Session

from domain.calendar import Calendar
from domain.rules import Rules

Found = TypeVar("Found")


@dataclass
class Office:
    """`now` is read once, at the edge. `turn` names what is being done, so that what is said in it has a key."""

    session: Session
    now: datetime
    rules: Rules
    calendar: Calendar
    turn: str
    person_id: int | None = None  # who acts
    inbox_id: int | None = None  # by which update
    said_at: datetime | None = None  # when that was written, by Telegram's clock
    drift: timedelta | None = None  # of a clock that is too wrong for anybody to be escalated by it
    nameless: bool = False  # for documents: they leave the house, and name posts alone
    numbers: "count[int]" = field(default_factory=count)
    known: dict[Any, Any] = field(default_factory=dict)  # what does not change while this lasts, looked up once

    def once(self, key: Any, find: Callable[[], Found]) -> Found:
        """Looks something up that stays the same for this turn: the notice, its demands."""
        if key not in self.known:
            self.known[key] = find()
        found: Found = self.known[key]
        return found

    def at(self, now: datetime) -> "Office":
        """At another moment, of which nothing has been looked up yet."""
        return replace(self, now=now, known={})

    @property
    def today(self) -> date:
        return self.rules.hours.today(self.now)

    def next_hour(self) -> datetime:
        """When somebody may be spoken to unasked: now, or the next opening."""
        return self.rules.hours.next_hour(self.now, self.calendar)
