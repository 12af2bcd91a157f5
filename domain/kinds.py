"""The kinds of demands, and what each asks for: one table for the forms, the verdicts and the catalogue."""

from dataclasses import dataclass
from typing import Literal

from domain.measures import WHOLE
from domain.notice import Op, Tag
from domain.patterns import pattern_of

ALL_YEAR = pattern_of("(?:上年度|上一年度|(?:上年|去年)(?:全年|年?[底末])|年初)(?!同[期月比])")
KindName = Literal[
    "rate", "mean", "figure", "all", "trend", "growth", "entries", "attestation", "practice", "milestone", "rank"
]
Shape = Literal["figures", "yes", "occurrence", "day", "rank", "entries"]


@dataclass(frozen=True)
class Kind:
    """`parts` are the numbers of figures that it may be made of; `proof` where it stands only with a file."""

    name: KindName
    shape: Shape  # the one question that it takes
    parts: tuple[int, ...] = (0,)
    proof: bool = False


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("rate", "figures", (2,)),  # of so many so many: never typed as a percentage
        Kind("mean", "figures", (2, 4, 6)),  # total and number, of one or several sorts
        Kind("figure", "figures", (1,)),
        Kind("all", "figures", (2,)),  # as many of them as there are
        Kind("trend", "figures", (2, 4)),  # now and a year before: two figures, or two rates
        Kind(
            "growth", "figures", (2, 3)
        ),  # now and a year before; two years before, where one growth is compared with another
        Kind("entries", "entries", (0, 2, 3, 4), proof=True),  # parts are sorts of entries
        Kind("attestation", "occurrence"),
        Kind("practice", "yes", proof=True),
        Kind("milestone", "day", proof=True),
        Kind("rank", "rank"),
    )
}

DRAWN = ("rate", "mean", "figure", "all", "trend", "growth", "entries")  # that go over a year: a curve shows them
DATED = ("rank", "milestone")  # a place, a day: a curve shows those that are on record


def usual(tag: Tag, op: Op, unit: str) -> KindName:
    """Of a demand of which the catalogue says nothing else."""
    if tag == "B":
        return "practice"
    if tag == "Z":
        return "attestation"
    if tag == "R" or op == "rank":
        return "rank"
    if tag == "T" or op == "trend":
        return "trend"
    if unit in ("%", "‰"):
        return "rate"
    return "mean" if unit == "天" or "/人" in unit else "entries"


@dataclass(frozen=True)
class Quantity:
    """Something counted that one question asks for: the same label is one figure, however many demands it serves."""

    label: str
    unit: str

    @property
    def stands_all_year(self) -> bool:
        """上年度收案, 年初库存: one figure for all months, which is not added up."""
        return bool(ALL_YEAR.match(self.label))

    @property
    def in_wholes(self) -> bool:
        return self.unit.partition("/")[0] in WHOLE


def quantity(part: str) -> Quantity:
    """诉前调解成功数 件: label and unit."""
    label, _, unit = part.rpartition(" ")
    return Quantity(label or unit, unit if label else "")
