"""What pictures by a button show: the course of an indicator's demands over a year, a department's year."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.board import Lights
from domain.pace import Pace


@dataclass(frozen=True)
class Reading:
    """How it stood at the end of a period: the value of the year so far, and that of the period by itself."""

    on: date  # the last day of the period
    value: Fraction | None  # None where the periods cannot be added up
    alone: Fraction | None  # None where it is the same
    before: Fraction | None  # what a trend is measured by
    verdict: str
    field: int | None = None  # how many a rank is among
    day: date | None = None  # of a milestone


@dataclass(frozen=True)
class Course:
    """Of one demand, or of one sort of what it counts. Either readings or days."""

    name: str
    op: str
    target: str
    unit: str
    kind: str
    percent: bool
    aim: Fraction | None
    verdict: str
    readings: tuple[Reading, ...] = ()
    days: tuple[tuple[date, int], ...] = ()  # of a count: how many there were from that day on
    even: tuple[tuple[date, Fraction], ...] = ()  # how many there would be by then
    pace: Pace | None = None
    deadline: date | None = None


@dataclass(frozen=True)
class Courses:
    code: str
    title: str
    year: int
    today: date
    demands: tuple[Course, ...]


@dataclass(frozen=True)
class YearLine:
    code: str
    title: str
    cells: tuple[Lights, ...]  # twelve: of the month in which a period ends


@dataclass(frozen=True)
class UnitYear:
    unit_id: int
    unit: str
    year: int
    today: date
    lines: tuple[YearLine, ...]  # worst first
    lead: int  # indicators
    responsible: int
    filed: int
    on_time: int
    overdue: int
    others: tuple[int, ...]  # years of which there is a picture too
