"""Of the office's own rhythms: how often something is asked and by when, and what a change would mean."""

from dataclasses import dataclass
from datetime import date

from domain.pacing import Rhythm


@dataclass(frozen=True)
class Pace:
    code: str  # of the cadence, on buttons
    title: str
    rhythm: Rhythm
    printed: bool  # the notice says how often
    changed: date | None  # in chat


@dataclass(frozen=True)
class PaceList:
    paces: tuple[Pace, ...]


@dataclass(frozen=True)
class Day:
    """When something of a period falls due."""

    period: str
    due: date
    provisional: bool


@dataclass(frozen=True)
class PaceChange:
    """One rhythm with another one proposed, or with itself where nothing is proposed yet."""

    pace: Pace
    rev: int
    proposed: Rhythm
    before: Day
    after: Day
    tasks: int  # open ones that get other days
    units: int
    kept: int  # open ones that stay as they were asked
