"""A line of plain Chinese becomes the columns of a register: 11月3日 嘉定报 四级 法官进校园, or 级别：中央；媒体：…

What has a sign of its own (a day, an address, a number with its unit, a choice) is known by it; what is left over are
the texts, in the order of their columns. What is doubtful is asked back. Whatever is read is shown, and counts after a
press alone: so the words beside it need no reason here, as they do where an answer is taken at once (entry.py).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.dates import Found, find_days
from domain.numbers import level
from domain.register_tokens import BREAK, Reading, place_all
from domain.register_values import EDGES, LINK, Problem
from domain.registers import Column, Register, Value


@dataclass(frozen=True)
class Read:
    """`left` are the words that belong to no column."""

    values: dict[str, Value] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left: str = ""


def read(
    text: str,
    register: Register,
    today: date,
    departments: Mapping[str, str],
    *,
    known: Sequence[str] = (),
    asked: str | None = None,
) -> Read:
    """`known` columns have been told before, `asked` is the one that the text answers."""
    reading = Reading(register, today, departments, frozenset(known) - {asked or ""})
    rest = _labelled(reading, text.strip())
    column = register.column(asked) if asked else None
    if column is not None and column.name not in reading.values and (column.kind == "text" or _is_whole(column, rest)):
        if rest.strip(EDGES):
            reading.take(column, rest)
        rest = ""
    for step in (_links, _days, place_all):
        rest = step(reading, rest)
    return Read(reading.values, tuple(dict.fromkeys(reading.problems)), _beside(reading, rest))


def _beside(reading: Reading, rest: str) -> str:
    """What is left, but for a column's name that stood without its sign beside what was read into it: 级别 省级."""
    taken = [column for column in reading.register.columns if column.name in reading.values]
    names = {name for column in taken for name in (column.name, *column.aliases)}
    return "" if set(BREAK.split(rest.strip(EDGES))) <= names else rest


def _is_whole(column: Column, text: str) -> bool:
    """The answer to what was asked, and nothing beside it."""
    return column.kind not in ("date", "link") and len(BREAK.split(text.strip(EDGES))) == 1


# the signs by which a column is known


def _labelled(reading: Reading, text: str) -> str:
    """级别：中央；媒体：嘉定报. The value of a label goes on to the next label."""
    labels = {name: c for c in reading.register.columns for name in (c.name, *c.aliases) if c.kind != "file"}
    names = "|".join(re.escape(name) for name in sorted(labels, key=len, reverse=True))
    found = list(re.finditer(rf"(?:^|(?<=[\s,，;；。、]))(?P<name>{names})\s*[:：=]", text))
    if not found:
        return text
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        column, written = labels[match["name"]], text[match.end() : end]
        if written.strip(EDGES):
            reading.take(column, written)
    return text[: found[0].start()]


def _links(reading: Reading, text: str) -> str:
    columns = reading.open("link")
    link = LINK.search(text)
    if not columns or link is None:
        return text
    reading.take(columns[0], link.group())
    return f"{text[: link.start()]} {text[link.end() :]}"


def _days(reading: Reading, text: str) -> str:
    """A day that stands by itself is one; in 国庆节普法 it is part of a title, where another stands beside it."""
    columns = reading.open("date")
    every = find_days(level(text), reading.today, past=True) if columns else []
    alone = [found for found in every if _stands_alone(text, found)]
    found = alone or (every if len(every) == 1 else [])
    if (len(every) > 1 and not alone) or len(found) > len(columns) > 0:
        reading.problems.append(Problem(columns[0].name, "column-two-days"))
        return _without(text, every)
    for column, one in zip(columns, found, strict=False):
        reading.take(column, text[one.start : one.end])
    return _without(text, found)


def _without(text: str, days: list[Found]) -> str:
    """What joins two of them (3日至5日) is nothing by itself."""
    starts = {day.start for day in days}
    for one in reversed(days):
        end = one.end + 1 if one.end + 1 in starts else one.end
        text = f"{text[: one.start]} {text[end:]}"
    return text


def _stands_alone(text: str, found: Found) -> bool:
    before, behind = text[: found.start], text[found.end :]
    return (not before or before[-1] in EDGES) and (not behind or behind[0] in EDGES)
