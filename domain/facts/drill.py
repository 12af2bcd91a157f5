"""The way down from the overview: filters, departments, areas, lists of matters, what is red and why."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from domain.facts.checks import Look
from domain.facts.orders import Line
from domain.facts.overview import Filters, TaskLine
from domain.pace import Pace
from domain.pages import Leaf

Which = Literal["late", "review", "sign", "pace", "periods"]
FILTERS: tuple[Which, ...] = ("late", "review", "sign", "pace")


@dataclass(frozen=True)
class Gone:
    """What a button was about is not there any more."""

    what: Literal["indicator", "unit", "area"]
    name: str = ""


@dataclass(frozen=True)
class UnitRow:
    unit_id: int
    unit: str
    late: int
    review: int
    signs: int  # it has not signed for
    vacant: bool = False  # nobody is on its posts


@dataclass(frozen=True)
class UnitList:
    units: tuple[UnitRow, ...]
    leaf: Leaf


@dataclass(frozen=True)
class UnitView:
    unit_id: int
    unit: str
    lead: int  # indicators
    responsible: int
    indicators: int  # one that it has in two parts is one
    signed: int
    given: int
    filters: Filters
    tasks: tuple[TaskLine, ...]  # what is open first, by its limit
    leaf: Leaf
    orders: tuple[Line, ...]  # open ones
    ordered: int  # all that were issued
    vacant: bool = False  # nobody is on its posts


@dataclass(frozen=True)
class IndicatorRow:
    code: str
    title: str
    verdict: str
    late: int  # of its tasks
    part: str = ""  # lead, responsible, files: of one department


@dataclass(frozen=True)
class IndicatorList:
    """Of an area or of a department; `number` is the area, 0 for a department."""

    number: int
    unit_id: int
    title: str
    rows: tuple[IndicatorRow, ...]
    leaf: Leaf
    reds: int


@dataclass(frozen=True)
class AreaRow:
    number: int
    short: str
    title: str
    n: int  # indicators
    met: int
    late: int


@dataclass(frozen=True)
class AreaList:
    areas: tuple[AreaRow, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Holding:
    """Who has the ball now, and since when."""

    part: str  # contact, responsible, head, reviewer, office
    unit: str  # empty where it is the office
    since: date
    days: int  # working days


@dataclass(frozen=True)
class Matter:
    """One line: a task, or an indicator that is behind pace."""

    unit: str
    code: str
    line: TaskLine | None
    holding: Holding | None = None
    unsigned: int = 0
    title: str = ""  # of an indicator
    paces: tuple[tuple[Pace, str], ...] = ()  # of its demands, each with its unit


@dataclass(frozen=True)
class Matters:
    which: Which
    unit_id: int  # 0 is all of them
    of: str  # the department, or the indicator
    code: str
    rows: tuple[Matter, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Red:
    """One red light of the board and what made it so."""

    light: Literal["received", "on time", "proven", "meets"]
    unit: str
    code: str
    title: str
    line: TaskLine | None  # None where it is about the indicator
    holding: Holding | None = None
    unsigned: int = 0
    reminded: int = 0
    short: tuple[str, ...] = ()  # the demands that are not met


@dataclass(frozen=True)
class Reds:
    unit_id: int  # 0 is all of them
    area: int
    of: str
    rows: tuple[Red, ...]
    leaf: Leaf


@dataclass(frozen=True)
class ProofLine:
    proof_id: int
    name: str
    size: int | None
    state: str  # wanted, kept, refused
    at: datetime


@dataclass(frozen=True)
class ReportView:
    """What was reported on a task and its proof. `look` is the version in force, None where nothing was filed."""

    task_id: int
    unit: str
    line: TaskLine
    look: Look | None
    number: str  # of the receipt
    version: int
    withdrawn: bool
    review: str  # waiting, accepted, returned, …
    reason: str  # why it was returned
    files: tuple[ProofLine, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Proof:
    """A file to be sent."""

    name: str
    hash: str
    unit: str
    title: str
    period: str


@dataclass(frozen=True)
class Missing:
    """One that is not there as it was kept."""

    proof: Proof
    since: datetime  # it is known
