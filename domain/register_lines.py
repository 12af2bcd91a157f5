"""A line of plain Chinese becomes the columns of a register: 11月3日 嘉定报 四级 法官进校园, or 级别：中央；媒体：…

What has a sign of its own (a day, an address, a number with its unit, a choice) is known by it; what is left over are
the texts, in the order of their columns. What is doubtful is asked back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.dates import Found, find_days
from domain.numbers import NUMBER, level
from domain.patterns import pattern_of
from domain.register_values import EDGES, FIGURE, LINK, NO, YES, Problem, unit_of, value_of
from domain.registers import Column, Register, Value

BREAK = pattern_of(r"[\s,，;；。]+")


@dataclass(frozen=True)
class Read:
    """`left` are the words that belong to no column."""

    values: dict[str, Value] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left: str = ""


@dataclass
class _Reading:
    register: Register
    today: date
    departments: Mapping[str, str]  # name or alias → name
    known: frozenset[str]
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def open(self, *kinds: str) -> list[Column]:
        """Columns of these kinds that nothing was said of; where all are known, the only one: it is corrected."""
        columns = [c for c in self.register.columns if c.kind in kinds and c.name not in self.values]
        free = [c for c in columns if c.name not in self.known]
        return free or (columns if len(columns) == 1 and "text" not in kinds else [])

    def take(self, column: Column, written: str) -> None:
        found = value_of(column, written, self.today, self.departments)
        if isinstance(found, Problem):
            self.problems.append(found)
        else:
            self.values[column.name] = found


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
    reading = _Reading(register, today, departments, frozenset(known) - {asked or ""})
    rest = _labelled(reading, text.strip())
    column = register.column(asked) if asked else None
    if column is not None and column.name not in reading.values and (column.kind == "text" or _is_whole(column, rest)):
        if rest.strip(EDGES):
            reading.take(column, rest)
        rest = ""
    for step in (_links, _days, _tokens):
        rest = step(reading, rest)
    return Read(reading.values, tuple(dict.fromkeys(reading.problems)), rest)


def _is_whole(column: Column, text: str) -> bool:
    """The answer to what was asked, and nothing beside it."""
    return column.kind not in ("date", "link") and len(BREAK.split(text.strip(EDGES))) == 1


# the signs by which a column is known


def _labelled(reading: _Reading, text: str) -> str:
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


def _links(reading: _Reading, text: str) -> str:
    columns = reading.open("link")
    link = LINK.search(text)
    if not columns or link is None:
        return text
    reading.take(columns[0], link.group())
    return f"{text[: link.start()]} {text[link.end() :]}"


def _days(reading: _Reading, text: str) -> str:
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


def _tokens(reading: _Reading, text: str) -> str:
    """Choices, numbers, departments and answers by themselves; the rest are the texts."""
    left: list[str] = []
    for token in _split(text, reading):
        if not _placed(reading, token):
            left.append(token)
    return _texts(reading, left)


def _split(text: str, reading: _Reading) -> list[str]:
    """A number is not parted from its unit or from the name before it: 已办 3 件."""
    units = "|".join(re.escape(c.unit) for c in reading.register.columns if c.unit)
    if units:
        text = re.sub(rf"({NUMBER.pattern})\s+(?={units})", r"\1", text)
    counted = [c for c in reading.register.columns if c.kind == "number"]
    numbers = [re.escape(name) for c in counted for name in (c.name, *c.aliases)]
    if numbers:
        text = re.sub(rf"({'|'.join(numbers)})\s+(?={NUMBER.pattern})", r"\1", text)
    return [token for token in BREAK.split(text) if token]


def _placed(reading: _Reading, token: str) -> bool:
    return any(
        place(reading, token) for place in (_as_named_number, _as_choice, _as_number, _as_department, _as_answer)
    )


def _as_named_number(reading: _Reading, token: str) -> bool:
    """收到3件."""
    for column in reading.register.columns:
        names = [n for n in (column.name, *column.aliases) if column.kind == "number" and token.startswith(n)]
        if names and column.name not in reading.values and FIGURE.fullmatch(level(token[len(max(names, key=len)) :])):
            reading.take(column, token[len(max(names, key=len)) :])
            return True
    return False


def _as_choice(reading: _Reading, token: str) -> bool:
    for column in (c for c in reading.register.columns if c.kind == "choice"):
        meant = next((c.name for c in column.choices if token in (c.name, *c.aliases)), None)
        if meant is None:
            continue
        if reading.values.get(column.name, meant) != meant:
            reading.problems.append(Problem(column.name, "column-two-choices"))
        reading.values.setdefault(column.name, meant)
        return True
    return False


def _as_number(reading: _Reading, token: str) -> bool:
    """By its unit, where one column alone has it; without a unit where one column alone is a number."""
    match = FIGURE.fullmatch(level(token))
    if match is None:
        return False
    columns, unit = reading.open("number"), unit_of(match)
    meant = [c for c in columns if c.unit == unit] if unit else columns
    if len(meant) != 1:
        reading.problems += [Problem(c.name, "column-number") for c in meant[:1]]
        return bool(meant)
    reading.take(meant[0], token)
    return True


def _as_department(reading: _Reading, token: str) -> bool:
    columns = reading.open("department")
    if not columns or token not in reading.departments:
        return False
    reading.take(columns[0], token)
    return True


def _as_answer(reading: _Reading, token: str) -> bool:
    """已答复 and 未答复 answer the column of that name; a mere yes or no the only one there is."""
    for column in (c for c in reading.register.columns if c.kind == "yes or no" and c.name not in reading.values):
        if token in (column.name, f"未{column.name.removeprefix('已')}"):
            reading.values[column.name] = token == column.name
            return True
    columns = reading.open("yes or no")
    if len(columns) != 1 or token not in YES | NO:
        return False
    reading.take(columns[0], token)
    return True


def _texts(reading: _Reading, left: list[str]) -> str:
    """In the order of the columns, the last one has the rest; where there are too few, they are the heading."""
    columns = [c for c in reading.open("text") if c.required]
    if not left or not columns:
        return "，".join(left)
    if len(left) < len(columns):
        heading = next((c for c in columns if c.name == reading.register.heading), columns[0])
        reading.take(heading, "，".join(left))
        return ""
    last = len(columns) - 1
    for place, column in enumerate(columns):
        reading.take(column, "，".join(left[place:] if place == last else left[place : place + 1]))
    return ""


PLACES = (_as_named_number, _as_choice, _as_number, _as_department, _as_answer)
