"""Registers (台账) as data: who keeps one, who sees it, what an entry of it holds and counts toward."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from domain.people import ANSWERING, Seat

Kind = Literal["date", "text", "number", "choice", "department", "yes or no", "link", "file"]
SPOKEN: tuple[Kind, ...] = ("text", "link", "file", "department")  # what a register of mere counts has not
# beside the names of departments: who may be named as keeper or reader
OFFICE, LEADERS, OWN = "office", "leaders", "own"
Value = str | bool  # a day as 2026-11-03, a number as it is written in figures
Values = Mapping[str, Value]  # column → what was said
Conditions = Mapping[str, tuple[str, ...]]  # column → the values that it may have
YES, NO = "是", "否"
REASONS = ("重复登记", "数字有误", "不属于本台账")  # for which an entry is removed, where nothing else is said


@dataclass(frozen=True)
class Choice:
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    name: str
    kind: Kind
    required: bool = True
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    aliases: tuple[str, ...] = ()
    coming: bool = False  # of a date: it may be a day that is still to come


@dataclass(frozen=True)
class Fit:
    """A demand that entries count toward. `needs` has to hold; where all of `when` holds, it counts by itself."""

    code: str
    demand: str
    part: str = ""
    needs: Conditions | None = None
    when: Conditions | None = None


@dataclass(frozen=True)
class Register:
    """`told` are indicators whose tasks ask for entries of the same sort: they are shown in it too."""

    key: str
    title: str
    kept_by: tuple[str, ...]
    seen_by: tuple[str, ...]
    columns: tuple[Column, ...]
    heading: str = ""  # the column that an entry is called by; a register of counts has none
    aliases: tuple[str, ...] = ()
    fits: tuple[Fit, ...] = ()
    told: tuple[str, ...] = ()
    counts_only: bool = False  # what happened stays on the court's own network
    restricted: bool = False
    every: bool = False  # each of its keepers should have an entry a year
    once: bool = False  # each of its keepers is asked once whether there is one
    printed: bool = False  # the monthly bulletin tells of its entries
    note: str = ""

    @property
    def is_logged(self) -> bool:
        return self.counts_only or self.restricted

    @property
    def names(self) -> tuple[str, ...]:
        return (self.title, *self.aliases)

    @property
    def day(self) -> Column:
        """The day of an entry: its first column."""
        return self.columns[0]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def keeps(register: Register, seats: Iterable[Seat], keepers: Iterable[int]) -> tuple[int, ...]:
    """The departments for which these seats may enter something; `keepers` are those that keep it as of today."""
    known = set(keepers)
    found = [
        seat.unit_id
        for seat in seats
        if (seat.role in ANSWERING and seat.unit_id in known)
        or (OFFICE in register.kept_by and seat.role in ("office", "director"))
    ]
    return tuple(dict.fromkeys(found))


def sees(
    register: Register, seats: Iterable[Seat], keepers: Iterable[int], readers: Iterable[int]
) -> frozenset[int] | None:
    """The departments whose entries these seats may look at; None is all of them.

    `readers` are the departments that it names as its readers.
    """
    seats, keepers, readers = tuple(seats), set(keepers), set(readers)
    for seat in seats:
        in_office = seat.role in ("office", "director")
        if in_office and OFFICE in (*register.seen_by, *register.kept_by):
            return None
        if seat.role == "leader" and LEADERS in register.seen_by:
            return None
        if not in_office and seat.unit_id in readers:
            return None
    if OWN not in register.seen_by:
        return frozenset()
    return frozenset(seat.unit_id for seat in seats if seat.role in ANSWERING and seat.unit_id in keepers)


def missing(register: Register, values: Values) -> tuple[Column, ...]:
    """What has to be said still. A file comes when the entry is there."""
    return tuple(c for c in register.columns if c.required and c.kind != "file" and c.name not in values)


def heading(register: Register, values: Values) -> str:
    """What an entry is called: its title, or where it has none what was chosen and counted."""
    if register.heading:
        return str(values.get(register.heading, ""))
    chosen = [str(values[c.name]) for c in register.columns if c.kind == "choice" and c.name in values]
    counted = [f"{c.name} {values[c.name]} {c.unit}".rstrip() for c in register.columns if _counts(c, values)]
    answered = [f"{c.name}：{word(values[c.name])}" for c in register.columns if _answers(c, values)]
    return "，".join((*chosen, *answered, *counted)) or register.title


def _counts(column: Column, values: Values) -> bool:
    return column.kind == "number" and column.name in values


def _answers(column: Column, values: Values) -> bool:
    return column.kind == "yes or no" and column.name in values


def word(value: Value) -> str:
    return value if isinstance(value, str) else YES if value else NO


def may_count(fit: Fit, values: Values) -> bool:
    return _holds(fit.needs or {}, values)


def counts_by_itself(fit: Fit, values: Values) -> bool:
    """What has no condition of its own is for a person to say."""
    return bool(fit.when) and may_count(fit, values) and _holds(fit.when or {}, values)


def _holds(conditions: Conditions, values: Values) -> bool:
    return all(name in values and word(values[name]) in allowed for name, allowed in conditions.items())
