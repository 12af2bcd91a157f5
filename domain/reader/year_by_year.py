"""A form whose names hold years, read year by year: 21年收了5件结了4件，22年2件都结了 is two replies to one form each.

What stands before the first year is said of all of them. Of each year everything has to be read for certain.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import year_names
from domain.reader.asked import Asked, Demand, Heard, Intent, Value
from domain.reader.names import YEAR, things
from domain.reader.uncounted import CODES

LINK = pattern_of(r"^(?:[\s(,，。;；:：、的是呢嘛啊]|那(?:个|会儿?|年|时候?))+|[\s),，;；、]+$")  # 21年那会儿：
NO_YEAR = pattern_of(r"(?<=[0-9])年(?=[0-9]{1,2}月)")  # 2021年3月: a day or a month, and no year of a name


def rather(heard: Heard, text: str, asked: Asked, hear: Callable[[str, Asked], Heard]) -> Heard:
    """As it was heard, or what is told year by year where that is more."""
    if heard.doubt is None and all(quantity.label in heard.values for quantity in asked.quantities):
        return heard
    again = _heard(text, asked, hear)
    return again if again and again.values.items() > heard.values.items() else heard


def _heard(text: str, asked: Asked, hear: Callable[[str, Asked], Heard]) -> Heard | None:
    """None where it is not certain, or where no name holds a year."""
    years = year_names.of_names(things(asked))
    plain = level(text)
    said = year_names.said(plain, things(asked)) if years and "\t" not in text and not NO_YEAR.search(plain) else ()
    if {one.year for one in said} - years or not said or CODES.search(plain):
        return None
    values: dict[str, Value] = {}
    intent: Intent = "report"
    for year, told in _told(plain, said):
        labels = {_bare(part.label): part.label for demand in _of(year, asked) for part in demand.parts}
        keys = {demand.key for demand in _of(year, asked)}
        read = hear(told, _asked(year, asked))
        if read.doubt or not read.values or read.intent not in ("report", "correction"):
            return None
        intent = read.intent if read.intent == "correction" else intent
        for key, value in read.values.items():
            values[key if key in keys else labels[key]] = value
    return Heard(intent, values)


def _told(text: str, said: Sequence[year_names.Said]) -> Iterator[tuple[int, str]]:
    """What is told of each year, told once or in several places."""
    ends = [*(one.start for one in said[1:]), len(text)]
    head = LINK.sub("", text[: said[0].start])
    parts = [(one.year, LINK.sub("", text[one.end : end])) for one, end in zip(said, ends, strict=True)]
    for year, of in groupby(sorted(parts, key=lambda part: part[0]), key=lambda part: part[0]):
        yield year, "，".join(filter(None, (head, *(told for _, told in of))))


def _of(year: int, asked: Asked) -> Sequence[Demand]:
    return [demand for demand in asked.demands if all(_year(part.label) == year for part in demand.parts)]


def _asked(year: int, asked: Asked) -> Asked:
    demands = tuple(
        replace(
            demand,
            name=_bare(demand.name),
            parts=tuple(replace(part, label=_bare(part.label)) for part in demand.parts),
        )
        for demand in _of(year, asked)
    )
    last = {_bare(label): value for label, value in asked.last.items() if _year(label) == year}
    return replace(asked, demands=demands, wanted=Asked(demands, ()).quantities, last=last)


def _bare(label: str) -> str:
    return YEAR.sub("", label, count=1)


def _year(label: str) -> int | None:
    found = YEAR.match(label)
    return int(found[1]) if found else None
