"""The ladder of reminders: which rung is due to whom, on which working day."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.calendar import Calendar
from domain.patterns import pattern_of

Audience = Literal["contact", "head", "office"]
AUDIENCES: tuple[Audience, ...] = ("contact", "head", "office")
OPENING = -1000  # below every other rung
LOOKING = -999
LOOK = "pace-"  # told where what is counted over the year is behind, on that day or the working day before it
RUNG = pattern_of(rf"open|T(?:[+-]\d{{1,3}})?|{LOOK}\d\d-\d\d")

# Audience -> its rungs as written in config.toml: "open", "T-1", "T", "T+3", "pace-06-30"
Ladder = Mapping[Audience, tuple[str, ...]]


@dataclass(frozen=True, order=True)
class Step:
    """One rung on its day. The greatest is the highest: `height` tells apart what falls on one day."""

    day: date
    height: int
    audience: Audience
    rung: str

    @property
    def is_look(self) -> bool:
        return self.rung.startswith(LOOK)


def steps(ladder: Ladder, opens: date, due: date, calendar: Calendar) -> list[Step]:
    """All rungs, lowest first. On the opening day there is the opening alone, before it nothing.

    Looks at the pace are between opening and limit.
    """

    def step(rung: str, audience: Audience) -> Step:
        if rung == "open":
            return Step(opens, OPENING, audience, rung)
        if rung.startswith(LOOK):
            return Step(_look(rung, opens, calendar), LOOKING, audience, rung)
        days = int(rung[1:] or 0)
        return Step(calendar.shift(due, days), days, audience, rung)

    every = (step(rung, audience) for audience, rungs in ladder.items() for rung in rungs)
    return sorted(s for s in every if s.rung == "open" or (s.day > opens and not (s.is_look and s.day >= due)))


def day_of(rung: str, year: int) -> date:
    """On which the pace is looked at. ValueError where there is no such day."""
    return date.fromisoformat(f"{year}-{rung.removeprefix(LOOK)}")


def _look(rung: str, opens: date, calendar: Calendar) -> date:
    """The first one behind the opening; the working day before 1 January is in the old year."""
    days = (day_of(rung, year) for year in range(opens.year, opens.year + 3))
    return next(day for day in (calendar.on_or_before(day) for day in days) if day > opens)


def outstanding(plan_steps: Collection[Step], sent: Collection[tuple[Audience, str]], today: date) -> Iterator[Step]:
    """For each audience its highest rung that has come, unless that one was sent: lower ones are never made up for."""
    for audience in AUDIENCES:
        reached = [step for step in plan_steps if step.audience == audience and step.day <= today]
        if reached and (audience, max(reached).rung) not in sent:
            yield max(reached)


def next_day(plan_steps: Collection[Step], today: date) -> date | None:
    """The next day after `today` that has a rung."""
    return min((step.day for step in plan_steps if step.day > today), default=None)
