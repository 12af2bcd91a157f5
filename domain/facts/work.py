"""Of tasks: what is asked, what was understood, what was filed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from domain.lifecycle import AT_HEAD
from domain.pace import Counted

Answer = Mapping[str, object]


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
    once: "tuple[str, int, str] | None" = None  # a register that it is asked about once: key, department, title


@dataclass(frozen=True)
class Upcoming:
    title: str
    period: str
    due: date


@dataclass(frozen=True)
class RollCall:
    headcount: int | None  # last month's, as long as nothing is told of this one
    should: int | None = None
    filed: int | None = None
    records: int | None = None
    before: int | None = None  # last month's, where the number told is far from it


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


@dataclass(frozen=True)
class Figure:
    """A quantity asked for; `last` is the one of the period before."""

    label: str
    unit: str
    value: Fraction | None = None
    last: Fraction | None = None


@dataclass(frozen=True)
class Point:
    """A demand that is answered by itself: a practice, an attestation, a milestone, a rank.

    `answer` and `last` have what its kind asks for: {"yes"}, {"count", "day", "what"}, {"day"}, {"place", "of",
    "source"}; {"none"} where nothing of the kind arose.
    """

    seq: int
    name: str
    shape: str  # yes, occurrence, day, rank
    window: tuple[date, date]  # the days that an attestation speaks of
    answer: Answer | None = None
    last: Answer | None = None


@dataclass(frozen=True)
class Computed:
    """What figures make of a demand, exact; or the share that was said in their place."""

    seq: int
    name: str
    kind: str
    op: str
    target: str
    unit: str
    value: Fraction | None  # None where nothing of the kind arose: 0 of 0
    each: tuple[Fraction, ...] = ()  # of several sorts
    defined: bool = True
    percent: bool = False
    stated: bool = False  # said as such, without the figures that it is made of


@dataclass(frozen=True)
class Joint:
    """What the responsible departments give to a lead's report."""

    filed: int
    of: int  # that were asked
    missing: tuple[str, ...]  # departments; of what was filed those without which it was
    told: tuple[str, ...] = ()  # departments that say that something of the kind happened
    may_ask: bool = False  # nobody was asked for this period


@dataclass(frozen=True)
class Readings:
    """All that an indicator is asked for in a period, whatever its demands are."""

    monthly: bool
    figures: tuple[Figure, ...]
    computed: tuple[Computed, ...]
    points: tuple[Point, ...]
    evidence: tuple[str, ...]  # the proof that suits it
    wants_file: bool = False
    files: int = 0
    refused_files: int = 0
    seen_before: int = 0  # files that were filed for another period too
    place: int = 1  # on its sheet
    of: int = 1
    joint: Joint | None = None
    may_be_none: bool = False  # a responsible department may say that it has nothing of the kind


@dataclass(frozen=True)
class Goal:
    """A number of entries to reach."""

    seq: int
    name: str
    needed: int
    held: int
    unit: str
    suggested: bool
    parts: tuple[tuple[str, int], ...] = ()  # sorts, and how many of each
    pace: Counted | None = None


@dataclass(frozen=True)
class Register:
    """Entries that count toward numbers over a year."""

    goals: tuple[Goal, ...]
    seq: int | None = None  # the goal of the entry that is being written
    part: str | None = None
    day: date | None = None
    topic: str | None = None
    link: str | None = None
    files: int = 0
    refused_files: int = 0
    seen_before: int = 0
    also: tuple[str, ...] = ()  # what else a filed entry counts toward
    closing: bool = False  # no more of it will come
    reason: str | None = None
    may_close: bool = False  # the year is over


@dataclass(frozen=True)
class Words:
    """What is answered in words."""

    text: str = ""
    files: int = 0
    refused_files: int = 0
    asked: str = ""  # word for word, what is to be done


Form = Signing | RollCall | Summary | Meeting | Readings | Register | Words


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
    state: str  # open, draft, filed, withdrawn
    asking: str | None
    form: Form
    reminded: int = 0
    last_reminded: datetime | None = None
    receipt: "Receipt | None" = None  # the last report filed
    closed: bool = False
    locked: bool = False  # no more changes without reopening
    corrects: datetime | None = None  # when what the draft corrects was filed
    sheet: str = ""  # what it is listed under with others of the same cadence and period
    quiet: bool = False  # asked for once: nobody is late with it
    step: str = "asked"  # of its life: domain.lifecycle
    reason: str = ""  # why it came back, where it did
    mend_by: date | None = None  # of what was returned
    closable: str = ""  # strike (销号), settle (阶段性办结): how it may end
    first_due: date | None = None  # 原期限, where it was extended
    may_extend: bool = False  # 申请延期 is offered
    may_pass: bool = False  # 不归我们 is offered
    final: bool = False  # filed today it would be locked at once
    taken: tuple[Readings, ...] = ()  # what the answer before has put on record, here or in others of its sheet


@dataclass(frozen=True)
class Sheet:
    """What a department is asked with one cadence for one period: answered one after the other, filed together."""

    tasks: tuple[Task, ...]
    rev: int

    @property
    def first(self) -> Task:
        """Whatever is the same for all of them is read from it: an open one where there is one."""
        return next((task for task in self.tasks if not task.closed), self.tasks[0])

    @property
    def open(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if not task.closed)

    @property
    def ready(self) -> tuple[Task, ...]:
        """Answered, and not filed yet."""
        answered = (task for task in self.tasks if task.state == "draft" and task.asking is None)
        return tuple(task for task in answered if task.step not in AT_HEAD)

    @property
    def at_head(self) -> tuple[Task, ...]:
        """Answered, and with the head of the department."""
        return tuple(task for task in self.tasks if task.step in AT_HEAD)

    @property
    def closed(self) -> bool:
        return not self.open


@dataclass(frozen=True)
class Receipt:
    report_id: int
    number: str
    version: int
    on_time: bool
    late_by: int  # working days
    at: datetime
    stale: bool = False  # a newer version stands
    withdrawn: bool = False
    confirmed: str = ""  # by whom it left the department
    review: str = ""  # waiting, accepted, returned, closing, struck, settled, reopened; empty where nobody reviews
    reason: str = ""  # of the return


@dataclass(frozen=True)
class Filed:
    """A report that was filed, as it was filed."""

    task: Task
    receipt: Receipt
    mine: bool = True  # the reader answers for it; others only look at it


@dataclass(frozen=True)
class Withdrawal:
    """A report that somebody would take back, or has taken back."""

    filed: Filed
    again: Receipt | None  # the version that it corrects: that one would be in force again
    others: tuple[tuple[int, str], ...]  # filed by the same press: report and title


@dataclass(frozen=True)
class Reopening:
    """Somebody would correct what is locked."""

    title: str  # of the post
    task: Task
    request_id: int | None = None  # that waits for the decision
    state: str = ""  # asked, granted, refused


@dataclass(frozen=True)
class Kept:
    """A text that no form took, and the tasks that it may belong to."""

    note_id: int
    tasks: tuple[Task, ...]
    reason: str = "not-understood"


@dataclass(frozen=True)
class Unplaced:
    """Files that were sent together, and the tasks of which they may be the proof."""

    names: tuple[str, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Placed:
    """Where they were kept."""

    names: tuple[str, ...]
    task: Task


@dataclass(frozen=True)
class Recording:
    """Something spoken, and the tasks that it may be about: none, or several."""

    tasks: tuple[Task | Sheet, ...]
    too_large: bool = False  # to be fetched


@dataclass(frozen=True)
class Also:
    """An entry, what it counts toward, and what else it might."""

    report_id: int
    title: str
    day: date
    counted: tuple[str, ...]
    others: tuple[tuple[int, str], ...]  # requirement and name


@dataclass(frozen=True)
class Likely:
    """What a doubtful text probably says: name, value, unit; "%" where the value is a share."""

    figures: tuple[tuple[str, Fraction, str], ...]


@dataclass(frozen=True)
class Problem:
    """An answer that no form took, why, and what it probably says."""

    task: Task
    code: str
    about: str = ""  # the name that the reason speaks of
    likely: tuple[Likely, ...] = ()
    last: tuple[Fraction, str] | None = None  # what was on record, with its unit, where the reason is how far it is


@dataclass(frozen=True)
class Wish:
    """What somebody wants who answers with no report."""

    intent: str
    task: Task | None = None  # None where nothing is open, or it is all the same which
    until: date | None = None
    unit: str | None = None  # whose it is said to be
    sheet: "Sheet | None" = None  # where all of one waits for its press


@dataclass(frozen=True)
class Wished:
    """The same, as the director hears of it."""

    title: str  # of the post
    wish: Wish
    task: Task
    text: str
