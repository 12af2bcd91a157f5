"""Of doubtful places in the notice: the open questions, one at a time, and what their answers move."""

from dataclasses import dataclass
from datetime import date

from domain.pages import Leaf


@dataclass(frozen=True)
class Option:
    number: int  # 0 is the reading that the catalogue has
    text: str
    in_force: bool


@dataclass(frozen=True)
class Answered:
    reading: str
    who: str
    on: date


@dataclass(frozen=True)
class Question:
    """`rev` tells a card apart that was drawn before the last answer."""

    doubt_id: int
    rev: int
    place: int  # among the open ones, or the answered ones
    total: int
    code: str
    title: str
    field: str  # lead, responsible, item, ranks, "requirement 2"
    demand: str  # name of the requirement, where it is about one
    printed: str
    reason: str
    options: tuple[Option, ...]
    also: tuple[str, ...]  # other indicators that the same answer holds for
    answered: Answered | None
    before: int | None  # the neighbours
    after: int | None
    open: int
    settled: int
    director: bool
    asked_of: str | None  # who of the office answers it for the director


@dataclass(frozen=True)
class Change:
    """Before an answer that moves departments is taken: what it would move."""

    doubt_id: int
    rev: int
    number: int  # of the option
    indicators: tuple[tuple[str, str], ...]  # code and title
    part: str  # lead, responsible
    units: tuple[str, ...]  # from then on, as the answer names them
    group: str | None  # that is convened
    handed: tuple[tuple[str, int], ...]  # whose open tasks, and how many
    told: int  # departments
    given: bool


@dataclass(frozen=True)
class SettledLine:
    doubt_id: int
    code: str
    field: str
    answered: Answered


@dataclass(frozen=True)
class SettledList:
    lines: tuple[SettledLine, ...]
    settled: int
    open: int
    leaf: Leaf


@dataclass(frozen=True)
class Helper:
    person_id: int
    title: str


@dataclass(frozen=True)
class Helpers:
    """Who of the office may be asked, and who is."""

    helpers: tuple[Helper, ...]
    open: int
    asked: str | None


@dataclass(frozen=True)
class Asked:
    """To whoever is asked for the director: how many are open."""

    open: int


@dataclass(frozen=True)
class Moved:
    """To a department that comes in or goes out by an answer."""

    unit: str
    indicators: tuple[tuple[str, str], ...]  # code and title
    part: str
    joined: bool
    lead: str  # who leads now
    tasks: int  # open ones that were handed over
