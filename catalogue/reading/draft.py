"""A notice as far as it was read: what is certain, and beside it every doubt that a person has to settle."""

from dataclasses import dataclass
from datetime import date

from catalogue.demands.demand import Demand
from domain.notice import Doubt, UnitKind

NOBODY = "空着"  # a cell of departments that is left blank


@dataclass(frozen=True)
class DraftUnit:
    """A department or group that the paper names; the aliases are other ways in which it writes it."""

    name: str
    kind: UnitKind = "unit"
    aliases: tuple[str, ...] = ()
    has_all: bool = False  # of a group: every department of this notice belongs to it
    convenor: str = ""  # who answers where the group leads; empty until the office names one


@dataclass(frozen=True)
class DraftPost:
    """A seat of the leading group or its office; `holder` is only proposed, and never stored unasked."""

    body: str  # 领导小组, 领导小组办公室
    part: str  # 组长, 副组长, 成员, 主任 …
    title: str
    holder: str = ""
    line: int = 0


@dataclass(frozen=True)
class Mechanism:
    """A standing duty of the body of the notice, proposed and nothing more."""

    name: str
    cadence: str  # as printed: 每年, 定期 …; empty where nothing is said
    source: str
    line: int


@dataclass(frozen=True)
class DraftIndicator:
    code: str  # area.item.indicator by position, "4.7.1"
    text: str  # as printed, without its number
    lead: tuple[str, ...]  # as printed, in full or in short; one, if it is certain
    responsible: tuple[str, ...]
    demands: tuple[Demand, ...] = ()
    deadline: str = ""  # as printed in a column or bracket of its own
    points: str = ""
    notes: str = ""
    line: int = 0
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class DraftItem:
    number: str  # （一）; empty where the paper has no such level
    title: str
    indicators: tuple[DraftIndicator, ...]


@dataclass(frozen=True)
class DraftArea:
    number: int
    title: str
    items: tuple[DraftItem, ...]


@dataclass(frozen=True)
class Draft:
    """`doubts` are those of the whole paper; those of an indicator stand with it."""

    number: str  # 嘉法发〔2022〕16号; empty where none is printed
    title: str
    issued: date | None
    body: str  # who issued it
    areas: tuple[DraftArea, ...]
    units: tuple[DraftUnit, ...]
    posts: tuple[DraftPost, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[str, ...] = ()  # sentences for the reader: what was left out, and why

    def names(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        """Departments by the names under which they are kept, each once."""
        kept = {alias: unit.name for unit in self.units for alias in unit.aliases}
        return tuple(dict.fromkeys(kept.get(name, name) for name in printed))

    @property
    def indicators(self) -> tuple[DraftIndicator, ...]:
        return tuple(one for area in self.areas for item in area.items for one in item.indicators)
