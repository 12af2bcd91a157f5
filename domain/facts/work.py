"""Of tasks: what is asked, what was understood, what was filed."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.facts.overview import Waiting


@dataclass(frozen=True)
class Signing:
    """Indicators given to a department."""

    campaign: str
    notice: str  # its number
    lead: int
    responsible: int
    files: int
    signed: int  # of the three together
    signed_at: datetime | None  # the last of them
    upcoming: "Upcoming | None" = None  # what comes first for the department


@dataclass(frozen=True)
class Upcoming:
    title: str
    period: str
    due: date


@dataclass(frozen=True)
class RollCall:
    headcount: int | None  # last month's
    should: int | None = None
    filed: int | None = None
    records: int | None = None


@dataclass(frozen=True)
class Summary:
    """The court's month, added up from the departments' reports."""

    expected: int
    filed: int  # departments
    missing: tuple[str, ...]
    people_should: int
    people_filed: int
    records: int


@dataclass(frozen=True)
class Meeting:
    needed: int  # in this half-year
    held: int  # of them on record
    year_needed: int
    planned: date | None = None
    day: date | None = None
    topic: str | None = None
    files: int = 0
    refused_files: int = 0


Form = Signing | RollCall | Summary | Meeting


@dataclass(frozen=True)
class Task:
    task_id: int
    rev: int
    title: str  # as the notice calls it; empty for signing
    unit: str
    code: str  # of the indicator; empty for signing
    period: str
    due: date
    left: int  # working days until due, negative when overdue
    next_day: date  # the next working day
    ranked: bool  # False for 派驻组: asked, not told to
    provisional: bool  # the holidays of that year are not published yet
    office_set: bool  # 院内设定
    state: str  # open, draft, filed
    asking: str | None
    form: Form
    reminded: int = 0
    last_reminded: datetime | None = None
    receipt: "Receipt | None" = None  # the last report filed
    closed: bool = False
    locked: bool = False  # no more changes without reopening
    corrects: datetime | None = None  # when what the draft corrects was filed


@dataclass(frozen=True)
class Receipt:
    report_id: int
    number: str
    version: int
    on_time: bool
    late_by: int  # working days
    at: datetime
    stale: bool = False  # a newer version stands


@dataclass(frozen=True)
class Filed:
    """A report that was filed, as it was filed."""

    task: Task
    receipt: Receipt


@dataclass(frozen=True)
class Item:
    """One task on somebody's card, in the capacity in which it concerns them."""

    audience: str  # contact, head, office
    task: Task


@dataclass(frozen=True)
class Group:
    """Several departments late with the same task: one line for the office."""

    title: str  # empty for signing
    period: str
    units: tuple[str, ...]
    overdue: int  # working days of the oldest


@dataclass(frozen=True)
class Card:
    """All that is due to be said to one person on one working day."""

    day: date
    items: tuple[Item, ...]
    groups: tuple[Group, ...]
    others_overdue: int = 0  # of the same reader's departments, told of before


@dataclass(frozen=True)
class Held:
    """/tasks: what I hold."""

    tasks: tuple[Task, ...]
    waiting: Waiting | None = None  # for the director, and for whom the director asked
    several_units: bool = False


@dataclass(frozen=True)
class Given:
    """One page of a department's indicators."""

    task_id: int
    rev: int
    unit: str
    page: int
    pages: int
    indicators: tuple["GivenIndicator", ...]
    unsigned: int


@dataclass(frozen=True)
class GivenIndicator:
    receipt_id: int
    code: str
    title: str
    part: str
    requirements: tuple[tuple[str, str, str, str], ...]  # name, operator, target, unit
    signed: bool
    doubtful: bool


@dataclass(frozen=True)
class Reopening:
    """Somebody would correct what is locked."""

    title: str  # of the post
    task: Task


@dataclass(frozen=True)
class Kept:
    """A text that no form took, and the tasks that it may belong to."""

    note_id: int
    tasks: tuple[Task, ...]
    reason: str = "not-understood"


@dataclass(frozen=True)
class Problem:
    """An answer that no form took, and why."""

    task: Task
    code: str
