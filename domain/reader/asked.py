"""What a text may answer, and what was heard of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from domain.answers import Occurrence, Rank
from domain.cadences import Period
from domain.figures import is_share
from domain.kinds import Quantity
from domain.named_parts import name_in
from domain.patterns import pattern_of

Intent = Literal[
    "report",
    "done",
    "not-done",
    "will-do-by",
    "extension",
    "not-ours",
    "question",
    "correction",
    "cancel",
    "acknowledgement",
    "not-applicable",
    "off-topic",
    "unclear",
]

LONGEST = 300  # signs; nobody answers one question with more
PLACE = pattern_of("([一-鿿]{2,4}?)[省市州区县旗]")
# a figure, a count of the round, a word of a topic, in place or not, a day, something that occurred, a rank
Value = Fraction | int | str | bool | date | Occurrence | Rank


@dataclass(frozen=True)
class Demand:
    """One demand that figures answer. `target` is in its unit, of a share the share: 50 % is 1/2."""

    seq: int
    name: str
    kind: str
    unit: str = ""
    target: Fraction | None = None
    parts: tuple[Quantity, ...] = ()
    whole: bool = True  # the first part is some of the second one

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Worked out once: what is known of the words of a form is looked up by its demands."""
        return hash((self.seq, self.name, self.kind, self.target, self.parts))

    @cached_property
    def is_share(self) -> bool:
        return is_share(self.kind, len(self.parts))

    @cached_property
    def is_unworded(self) -> bool:
        """Whether a part is called after it: the notice has no words of its own for what is counted. That there is
        none, where there shall be none, everybody says in the same words."""
        name = "".join(self.name.split()) if self.target != 0 else ""
        return any(name_in(part.label) or part.label == name for part in self.parts)

    @property
    def key(self) -> str:
        """Under which it is said by itself, without what it is made of."""
        return f"#{self.seq}"


class Demands(tuple[Demand, ...]):
    """All of a form. What is known of its words is looked up by them for every few words of an answer."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()


@dataclass(frozen=True)
class Asked:
    """The figures that are wanted, in the order of the question, and all that may be named.

    `last` is what was on record for the period before, `known` for this one; by label, or by the key of a demand.
    """

    demands: tuple[Demand, ...]
    wanted: tuple[Quantity, ...]
    known: Mapping[str, Fraction] = field(default_factory=dict)
    last: Mapping[str, Fraction] = field(default_factory=dict)
    period: Period | None = None
    today: date | None = None
    code: str = ""
    own: frozenset[str] = frozenset()  # names of the department that answers
    others: frozenset[str] = frozenset()  # and of the other ones
    text: str = ""  # the notice's own words
    house: str = ""  # whose notice it is, in full
    beside: tuple[str, ...] = ()  # what the notice asks for elsewhere, by name

    def __post_init__(self) -> None:
        object.__setattr__(self, "demands", Demands(self.demands))

    @cached_property
    def place(self) -> str:
        """嘉定 of 上海市嘉定区人民法院."""
        return next(reversed(PLACE.findall(self.house)), "")

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        found = (part for demand in self.demands for part in demand.parts)
        return tuple(dict.fromkeys(found))

    @property
    def is_unworded(self) -> bool:
        return any(demand.is_unworded for demand in self.demands)


@dataclass(frozen=True)
class Doubt:
    """Why a text is not taken as it stands, and what it probably says: each reading as key → value."""

    reason: str
    likely: tuple[Mapping[str, Value], ...] = ()
    about: str = ""  # the name that the reason speaks of


@dataclass(frozen=True)
class Heard:
    """`values` by label, or by the key of a demand where its share or mean was said as such."""

    intent: Intent
    values: Mapping[str, Value] = field(default_factory=dict)
    doubt: Doubt | None = None
    named: bool = False  # each figure by its name
    until: date | None = None  # of what will be done, or is asked to be put off
    department: str | None = None  # whose it is said to be
