"""Of one person: the card of the day, what is held and what was given."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.facts import work
from domain.facts.overview import Waiting
from domain.pace import Pace
from domain.pages import Leaf


@dataclass(frozen=True)
class Queue:
    """What waits for somebody: of what has waited longest title, period and department, the last empty of several."""

    what: str  # confirm, review, close, decide, extension, passing, ruling, orders-sign, orders-close
    n: int
    title: str
    period: str
    unit: str = ""
    urged: str = ""  # the title of who urged one of them by hand


@dataclass(frozen=True)
class Item:
    """One task or sheet on somebody's card, in the capacity in which it concerns them."""

    audience: str  # contact, head, office
    task: work.Task | work.Sheet
    urged: str = ""  # the title of who urged it by hand


@dataclass(frozen=True)
class Group:
    """Several departments late with the same task: one line for the office."""

    title: str  # empty for signing
    period: str
    units: tuple[str, ...]
    overdue: int  # working days of the oldest
    stage: str = ""  # confirming, reviewing, gathering: it waits for a word; returned; vacant: nobody answers there


@dataclass(frozen=True)
class Behind:
    """A demand of the reader's department that is behind pace."""

    task_id: int
    code: str
    name: str
    unit: str
    pace: Pace
    counted: bool  # what is lacking can be registered


@dataclass(frozen=True)
class News:
    """What was decided on something that the reader's department had asked for, or was asked about."""

    kind: str  # dispute, closing, reopen
    state: str  # granted, refused
    subject: str  # of a dispute: lead, part, new
    task_id: int
    title: str
    period: str
    unit: str
    words: str


@dataclass(frozen=True)
class Card:
    """All that is due to be said to one person on one working day."""

    day: date
    items: tuple[Item, ...]
    groups: tuple[Group, ...]
    others_overdue: int = 0  # of the same reader's departments, told of before
    several_units: bool = False  # the reader answers for more than one department: each matter names its own
    queues: tuple[Queue, ...] = ()
    looks: bool = False  # something waited for a word of the reader
    looked: bool = False  # the pace was looked at that day
    behind: tuple[Behind, ...] = ()  # what of it is behind still
    news: tuple[News, ...] = ()
    tidings: tuple[tuple[str, Any], ...] = ()  # what else the reader hears that day: kind and facts, as of a message

    @property
    def sole(self) -> Item | None:
        """The only thing to do that day, which is shown in full."""
        others = self.groups or self.looked or self.queues or self.news
        return self.items[0] if len(self.items) == 1 and not others else None


@dataclass(frozen=True)
class Absence:
    """Somebody acts for the holder of a post, both days included."""

    request_id: int
    title: str  # of the post
    acting: str  # by title
    since: date
    until: date


@dataclass(frozen=True)
class Held:
    """/tasks: what I hold."""

    tasks: tuple[work.Task | work.Sheet, ...]
    waiting: Waiting | None = None  # for the director, and for whom the director asked
    several_units: bool = False
    published: bool = True  # there is a notice
    queues: tuple[Queue, ...] = ()
    registers: bool = False  # there is one to look into or add to
    absences: tuple[Absence, ...] = ()
    may_be_away: bool = False  # the reader holds a post in which another may act
    answers: bool = False  # the reader answers for a department
    noted: bool = False  # shown where something was written that answers none of it


# messages that list what is open, and what may be meant
LISTS = ("card", "held", "sheet", "kept", "recording", "file-which")


@dataclass(frozen=True)
class Explained:
    """A list of what is open, for whoever asks what it is."""

    kind: str  # of LISTS
    shown: Any  # the facts of that kind; None where nothing of it is left


@dataclass(frozen=True)
class Given:
    """One page of a department's indicators."""

    task_id: int
    rev: int
    unit: str
    leaf: Leaf
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
