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
RUNG = pattern_of(r"open|T(?:[+-]\d{1,3})?")

# Audience -> its rungs as written in config.toml: "open", "T-1", "T", "T+3"
Ladder = Mapping[Audience, tuple[str, ...]]


@dataclass(frozen=True, order=True)
class Step:
    """One rung on its day. The greatest is the highest: `height` tells apart what falls on one day."""

    day: date
    height: int
    audience: Audience
    rung: str


def steps(ladder: Ladder, opens: date, due: date, calendar: Calendar) -> list[Step]:
    """All rungs, lowest first. On the opening day there is the opening alone, before it nothing."""

    def step(rung: str, audience: Audience) -> Step:
        if rung == "open":
            return Step(opens, OPENING, audience, rung)
        days = int(rung[1:] or 0)
        return Step(calendar.shift(due, days), days, audience, rung)

    every = (step(rung, audience) for audience, rungs in ladder.items() for rung in rungs)
    return sorted(s for s in every if s.rung == "open" or s.day > opens)


def outstanding(plan_steps: Collection[Step], sent: Collection[tuple[Audience, str]], today: date) -> Iterator[Step]:
    """For each audience its highest rung that has come, unless that one was sent: lower ones are never made up for."""
    for audience in AUDIENCES:
        reached = [step for step in plan_steps if step.audience == audience and step.day <= today]
        if reached and (audience, max(reached).rung) not in sent:
            yield max(reached)


def next_day(plan_steps: Collection[Step], today: date) -> date | None:
    """The next day after `today` that has a rung."""
    return min((step.day for step in plan_steps if step.day > today), default=None)
