"""What a newer notice changes, as the director sees it before it is published and departments hear of it after."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Part = Literal["lead", "responsible"]


@dataclass(frozen=True)
class Target:
    """What a demand asks: >= 75 %, by a day or so often."""

    op: str
    target: str
    unit: str
    period: str
    office_set: bool
    deadline: date | None = None


@dataclass(frozen=True)
class Line:
    """One difference: of a demand its targets, of anything else the words."""

    field: Literal["code", "text", "lead", "responsible", "demand"]
    old: str = ""
    new: str = ""
    name: str = ""  # of the demand
    before: Target | None = None  # None where it is new
    after: Target | None = None  # None where it is demanded no more


@dataclass(frozen=True)
class Item:
    """An indicator that is new, changed or gone; `part` is what the reader has in it."""

    code: str
    title: str
    lead: str = ""
    part: Part | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class House:
    """In whose name everything will be headed and signed, as the settings have it."""

    court: str
    issuer: str
    campaign: str
    codes: tuple[str, ...]  # 代字, of the bulletin and of orders


@dataclass(frozen=True)
class Change:
    """What publishing would mean. `persons` are told, `departments` have something new, changed or gone."""

    number: str
    edition: int
    title: str
    is_first: bool  # nothing stands yet
    added: tuple[Item, ...]
    changed: tuple[Item, ...]
    removed: tuple[Item, ...]
    unchanged: int
    units: tuple[str, ...]  # departments that are new
    departments: int
    persons: int
    house: House | None = None  # where nothing stands yet: another body may have the settings of the one before


@dataclass(frozen=True)
class News:
    """To one person, in one message."""

    number: str
    edition: int
    added: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    gone: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Amended:
    """The message as it stands: with the tasks of signing that are still open, each with its revision."""

    news: News
    signing: tuple[tuple[int, int], ...] = ()
