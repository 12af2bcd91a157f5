"""A notice as read: areas, items, indicators and their requirements, with every doubtful cell marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

UnitKind = Literal["unit", "group", "outside"]
Role = Literal["contact", "deputy", "head", "office", "director", "leader"]
# N printed number, Z zero from 无/未, D inferred from wording, B yes or no, R rank, X external benchmark, T trend
Tag = Literal["N", "Z", "D", "B", "R", "X", "T"]
Op = Literal["=", ">=", ">", "<", "<=", "rank", "trend"]


@dataclass(frozen=True)
class Unit:
    """A department, a group of departments, or a body outside the court."""

    name: str
    kind: UnitKind = "unit"
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # of a group; empty where the notice prints no roster
    convenor: str | None = None  # who answers where the group leads
    shares_staff_with: str | None = None  # 机关党委 with 政治部: told apart for assignment, one staff
    ranked: bool = True  # False for 派驻组: asked, never ordered or ranked
    note: str = ""

    @property
    def names(self) -> frozenset[str]:
        """In full and in short."""
        return frozenset((self.name, *self.aliases))


@dataclass(frozen=True)
class Post:
    """A numbered seat; who holds it is never part of a notice."""

    title: str  # as addressed: 立案庭庭长, 立案庭联络员
    unit: str
    role: Role
    body: str = ""  # 领导小组, 创建办; empty for a department's own contacts
    seat: int = 1  # told apart where one title has several seats
    part: str = ""  # 组长, 副组长, 成员, 主任, 副主任
    same_holder_as: str | None = None  # title of the other seat the notice gives to the same person
    note: str = ""


@dataclass(frozen=True)
class Requirement:
    """One checkable demand; (indicator code, seq) is its key."""

    seq: int
    name: str
    op: Op
    value: Fraction | None  # 100 % is Fraction(1), None where the target is no number
    target: str  # as written: "100", "前列", "全国法院平均值", "是"
    unit: str
    tag: Tag
    cadence: str  # a name in config.toml
    period: str  # as the notice has it: month, year, once, continuous
    office_set: bool  # the notice prints no period: 院内设定
    deadline: date | None = None
    calculation: str = ""
    kind: str = ""  # a name in domain.kinds
    parts: tuple[str, ...] = ()  # what is counted, "诉前调解成功数 件", or the sorts of entries
    whole: bool = True  # the first part is some of the second one
    split: bool = False  # each of several parts has to meet the target, not their sum
    better: Literal["", "higher", "lower"] = ""  # of a trend
    soft: bool = False  # a direction to work in: a miss is for a person to judge
    months: int | None = None  # a rolling window
    none: Literal["undecided", "not applicable"] = "undecided"  # the verdict where nothing of the kind arose
    defined: bool = True  # False: it cannot be computed before the office says how
    outside: bool = False  # what comes of it is decided by others: counted, never foretold
    verifier: str = ""  # the department whose word it takes besides: nobody declares it of himself alone

    @property
    def suggested(self) -> bool:
        """The figure is inferred from wording, so it is shown as a suggestion (建议)."""
        return self.tag == "D"


Effect = Mapping[str, object]  # a key of EFFECTS → its new value
# of one requirement, of all ranks of the indicator, and of who answers for it
EFFECTS = ("op", "deadline", "kind", "parts", "split", "soft", "defined", "cutoff", "lead", "responsible", "convenor")


@dataclass(frozen=True)
class Doubt:
    """A doubtful cell: what is printed, why that is doubtful, the reading in force and the other ones."""

    field: str
    printed: str
    reason: str
    reading: str
    alternatives: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()  # what each alternative changes, in the order of the alternatives


@dataclass(frozen=True)
class Indicator:
    code: str  # area.item.indicator, "4.7.1"
    title: str
    measure: str
    lead: str
    responsible: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    evidence: tuple[str, ...] = ()
    files: str | None = None  # the unit or group whose members each file on their own
    files_cadence: str | None = None
    confidence: Literal["high", "medium", "low"] = "high"
    source_line: int = 0
    note: str = ""
    doubts: tuple[Doubt, ...] = ()
    text: str = ""  # as the notice prints it, without its number


@dataclass(frozen=True)
class Item:
    number: str  # （一）
    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Area:
    number: int
    title: str
    short: str  # as the board heads its column
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Notice:
    number: str  # 嘉法发〔2022〕16号
    edition: int
    title: str
    issued: date
    body: str  # who issued it
    units: tuple[Unit, ...]
    posts: tuple[Post, ...]
    areas: tuple[Area, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(i for area in self.areas for item in area.items for i in item.indicators)


def named_beside(code: str, indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """What is asked for by the others, by name."""
    return tuple(row.name for one in indicators if one.code != code for row in one.requirements)
