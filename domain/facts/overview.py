"""Of the whole: the board, and the way down from it to a single report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.board import Lights


@dataclass(frozen=True)
class UnitLights:
    unit: str
    cells: tuple[Lights, ...]
    overdue: int
    overdue_days: int


@dataclass(frozen=True)
class Standing:
    """Everything at one moment. A digest is such a standing, frozen."""

    at: datetime
    areas: tuple[str, ...]
    units: tuple[UnitLights, ...]  # worst first
    verdicts: Mapping[str, int]
    asked: int  # tasks due this month
    filed: int
    on_time: int
    overdue: int  # of all months
    earlier: int  # of them, due before this month


@dataclass(frozen=True)
class Waiting:
    """What waits for the director."""

    claims: int
    vacant: int  # departments without a contact
    unsigned: int  # departments that should have signed
    doubts: int  # places of the notice whose reading is not settled


@dataclass(frozen=True)
class Status:
    campaign: str
    standing: Standing
    waiting: Waiting
    oldest: "Overdue | None"
    personal: bool  # with what waits for the reader


@dataclass(frozen=True)
class Overdue:
    task_id: int
    title: str
    period: str
    unit: str
    days: int
    told_on: date | None


@dataclass(frozen=True)
class UnitList:
    units: tuple[tuple[int, str, int], ...]  # id, name, overdue


@dataclass(frozen=True)
class TaskLine:
    task_id: int
    title: str
    period: str
    due: date
    state: str  # open, on time, late, overdue
    overdue: int


@dataclass(frozen=True)
class UnitView:
    unit_id: int
    unit: str
    lead: tuple[str, ...]  # codes
    responsible: tuple[str, ...]
    signed: int
    given: int
    tasks: tuple[TaskLine, ...]
    whole: bool  # the reader may go on to the other departments


@dataclass(frozen=True)
class AreaList:
    areas: tuple[tuple[int, str, str, int, int], ...]  # number, short and full title, indicators, met


@dataclass(frozen=True)
class AreaView:
    number: int
    title: str
    indicators: tuple[tuple[str, str, str], ...]  # code, title, verdict


@dataclass(frozen=True)
class RequirementLine:
    name: str
    op: str
    target: str
    unit: str
    suggested: bool
    office_set: bool
    verdict: str
    value: str | None


@dataclass(frozen=True)
class DoubtLine:
    """A doubtful place: how it is read now, or who has settled it and when."""

    field: str
    printed: str
    reading: str
    who: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class IndicatorView:
    code: str
    title: str
    notice: str
    area: str
    item: str
    lead: str
    responsible: tuple[str, ...]
    requirements: tuple[RequirementLine, ...]
    doubts: tuple[DoubtLine, ...]
    tasks: tuple[TaskLine, ...]  # those that the reader may look into
    verdict: str
    whole: bool


@dataclass(frozen=True)
class Event:
    """One line of a task's history."""

    at: datetime
    what: str  # reminded, filed, corrected, note
    who: str
    data: Mapping[str, object]


@dataclass(frozen=True)
class History:
    line: TaskLine
    unit: str
    code: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class OverdueList:
    tasks: tuple[Overdue, ...]
