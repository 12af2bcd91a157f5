"""Of the whole: the board, and the way down from it to a single report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction

from domain.board import Lights
from domain.facts.orders import Line
from domain.pace import Pace
from domain.pages import ONE_PAGE, Leaf


@dataclass(frozen=True)
class UnitLights:
    unit: str
    cells: tuple[Lights, ...]
    overdue: int
    overdue_days: int


@dataclass(frozen=True)
class Week:
    """One point of the trend."""

    on: date
    due: int  # of the month so far: filed by then, or overdue
    on_time: int  # of them
    met: int
    indicators: int


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
    trend: tuple[Week, ...] = ()  # the last twelve weeks, this one last
    codes: Mapping[str, str] = field(default_factory=dict)  # the verdict of each indicator
    done: Mapping[int, bool] = field(default_factory=dict)  # this month's tasks that are filed: in time or not
    vacant: int = 0  # of this month, past due with departments on whose posts nobody is: nobody is late with them


@dataclass(frozen=True)
class Waiting:
    """What waits for the director."""

    claims: int
    vacant: int  # departments without a contact
    unsigned: int  # departments that should have signed
    doubts: int  # places of the notice whose reading is not settled
    paper: "Paper | None" = None
    remarks: int = 0  # of leaders, to be given out
    queues: tuple[tuple[str, int], ...] = ()  # what is to be looked at, and how many of it


@dataclass(frozen=True)
class Paper:
    """A notice that came in and is being reviewed, and how many of its doubts are open."""

    document_id: int
    open: int


@dataclass(frozen=True)
class Filters:
    """How many there are of each, of all departments or of one; `reds` are the places that are red."""

    late: int = 0
    review: int = 0
    sign: int = 0
    pace: int = 0
    reds: int = 0


@dataclass(frozen=True)
class Status:
    campaign: str
    standing: Standing
    waiting: Waiting
    oldest: "Overdue | None"
    personal: bool  # with what waits for the reader
    published: bool = True  # there is a notice
    orders: int | None = None  # open ones; None in a group, and where none was ever issued
    exports: bool = False  # the reader may have documents of it
    filters: Filters | None = None  # None in a group
    words: bool = False  # without the picture: in a message that is words


@dataclass(frozen=True)
class Overdue:
    task_id: int
    title: str
    period: str
    unit: str
    days: int
    told_on: date | None
    code: str = ""  # of its indicator, where it is one of several asked together


@dataclass(frozen=True)
class TaskLine:
    task_id: int
    title: str
    period: str
    due: date
    state: str  # open, on time, late, overdue, vacant, gathering, disputed, struck, settled, withdrawn
    overdue: int
    unit: str = ""  # whose part it is, of a responsible department's
    first_due: date | None = None  # 原期限, where it was extended
    is_past: bool = False  # of another year, which has to be said


@dataclass(frozen=True)
class RequirementLine:
    name: str
    op: str
    target: str
    unit: str
    suggested: bool
    office_set: bool
    verdict: str
    kind: str
    value: Fraction | None  # in the unit of the target
    field: int | None = None  # how many a rank is among
    cutoff: Fraction | None = None  # how many ranks, or what share of them, are in front
    before: Fraction | None = None  # what a trend is measured by
    nothing: bool = False  # it was said that nothing of the kind arose
    stale: bool = False  # the newest period is overdue
    share_alone: bool = False  # said without the numbers that it is made of
    periods: tuple[str, ...] = ()  # that the value was made of
    inputs: tuple[tuple[str, Fraction, str], ...] = ()  # label, value, unit
    receipts: tuple[tuple[str, datetime], ...] = ()  # the numbers of the reports, and when they were filed
    entries: tuple[tuple[date, str, str | None], ...] = ()  # day, title and address of what counts
    shared: int = 0  # entries that count elsewhere too
    words: str = ""
    benchmark: tuple[Fraction, str, date] | None = None  # value, source and date
    requirement_id: int = 0
    external: bool = False  # measured by a benchmark
    deadline: date | None = None
    calculation: str = ""
    coming: tuple[str, str, str, date] | None = None  # operator, target, unit: from that day on another rule holds
    pace: Pace | None = None


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
    tasks: tuple[TaskLine, ...]  # the newest of those that the reader may look into
    verdict: str
    whole: bool
    evidence: tuple[str, ...] = ()
    office: bool = False  # the reader may enter benchmarks
    text: str = ""  # as the notice prints it
    periods: int = 0  # all its tasks that the reader may look into
    waits: tuple[tuple[str, str, "Ball"], ...] = ()  # title and period of what waits, and for whom it does
    orders: tuple[Line, ...] = ()  # issued about tasks that the reader may look into
    without: tuple[tuple[str, str], ...] = ()  # number of a receipt, and the departments that are not in it
    urged: tuple[int, datetime] | None = None  # how often its tasks were urged by hand, and when last


@dataclass(frozen=True)
class Event:
    """One line of a task's history."""

    at: datetime
    what: (
        str  # reminded, urged, filed, a word of head or reviewer, withdrawn, note, of requests and orders, of the trail
    )
    who: str
    data: Mapping[str, object]


@dataclass(frozen=True)
class Ball:
    """For how much office time somebody had the ball, all turns together; `has_it` where it is there now.

    `unit` is empty where it is the office.
    """

    part: str  # contact, responsible, head, reviewer, office
    unit: str
    time: timedelta
    has_it: bool


@dataclass(frozen=True)
class History:
    line: TaskLine
    unit: str
    code: str
    events: tuple[Event, ...]
    balls: tuple[Ball, ...] = ()
    may_urge: bool = False
    has_report: bool = False  # something was reported, or told
    leaf: Leaf = ONE_PAGE


@dataclass(frozen=True)
class BenchmarkView:
    """A benchmark asked for; with what was understood it is to be looked at before it counts."""

    requirement_id: int
    name: str
    code: str
    unit: str
    current: tuple[str, date] | None  # source and date of the one in force
    proposed: tuple[Fraction, str, date] | None
    note_id: int | None
    problem: str | None
    kept: bool
