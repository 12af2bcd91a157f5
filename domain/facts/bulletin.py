"""The month as its bulletin tells of it (工作简报): nothing that the leading group's chat may not read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.facts.digest import Soon
from domain.facts.orders import Line as OrderLine
from domain.facts.overview import Overdue, RequirementLine
from domain.facts.remarks import Remark
from domain.rules import Papers

Reasons = tuple[tuple[str, int], ...]  # those that the settings know, each with its number; "" is any other


@dataclass(frozen=True)
class Filing:
    """What fell due in the month. The last four come to what was asked; `left` are not due, or not long enough late to
    be named."""

    unit: str
    asked: int
    on_time: int
    late: int
    overdue: int
    left: int


@dataclass(frozen=True)
class Before:
    """The weekly report that the month is compared with."""

    number: int
    day: date
    verdicts: Mapping[str, int]


@dataclass(frozen=True)
class Line:
    """One demand of an indicator, with its figure and where that comes from."""

    code: str
    title: str
    lead: str
    demand: RequirementLine


@dataclass(frozen=True)
class Area:
    title: str
    verdicts: Mapping[str, int]  # of its indicators
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class News:
    """The newest entries of a register, and how many there are in all."""

    register: str
    n: int
    entries: tuple[tuple[date, str, str], ...]  # day, department, title


@dataclass(frozen=True)
class PutRight:
    """An indicator whose verdict would have been another one, by what was put right after the month."""

    code: str
    title: str
    said: str
    right: str


@dataclass(frozen=True)
class Bulletin:
    papers: Papers
    campaign: str
    notice: str  # its number
    month: date  # the first of it
    at: datetime  # it is printed
    cut_off: datetime  # of its figures
    put_right: tuple[PutRight, ...]
    number: tuple[int, int] | None  # year and number of issue; None as long as the month is not over
    named_from: int  # working days overdue
    verdicts: Mapping[str, int]
    before: Before | None
    filings: tuple[Filing, ...]  # in the order of the notice: nobody is ranked
    outside: tuple[str, ...]  # who is asked and not counted
    vacant: tuple[str, ...]  # on whose posts nobody is: what they were to file is in hand
    overdue: tuple[Overdue, ...]  # who may be named
    news: tuple[News, ...]
    areas: tuple[Area, ...]
    returned: Reasons
    mended: int  # of them
    extended: Reasons
    orders: tuple[OrderLine, ...]
    remarks: tuple[Remark, ...]
    read: int  # remarks that were 圈阅 alone
    due: tuple[Soon, ...]  # next month
