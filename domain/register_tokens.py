"""The words of a line by themselves: a choice, a number, a department, an answer; what is left over are the texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.numbers import NUMBER, level
from domain.patterns import pattern_of
from domain.register_values import FIGURE, NO, YES, Problem, unit_of, value_of
from domain.registers import Column, Register, Value

BREAK = pattern_of(r"[\s,，;；。]+")


@dataclass
class Reading:
    """A line that is being read: what was found of it so far."""

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


def place_all(reading: Reading, text: str) -> str:
    """Choices, numbers, departments and answers by themselves; the rest are the texts."""
    left: list[str] = []
    for token in _split(text, reading):
        if not _placed(reading, token):
            left.append(token)
    return _texts(reading, left)


def _split(text: str, reading: Reading) -> list[str]:
    """A number is not parted from its unit or from the name before it: 已办 3 件."""
    units = "|".join(re.escape(c.unit) for c in reading.register.columns if c.unit)
    if units:
        text = re.sub(rf"({NUMBER.pattern})\s+(?={units})", r"\1", text)
    counted = [c for c in reading.register.columns if c.kind == "number"]
    numbers = [re.escape(name) for c in counted for name in (c.name, *c.aliases)]
    if numbers:
        text = re.sub(rf"({'|'.join(numbers)})\s+(?={NUMBER.pattern})", r"\1", text)
    return [token for token in BREAK.split(text) if token]


def _placed(reading: Reading, token: str) -> bool:
    return any(
        place(reading, token) for place in (_as_named_number, _as_choice, _as_number, _as_department, _as_answer)
    )


def _as_named_number(reading: Reading, token: str) -> bool:
    """收到3件."""
    for column in reading.register.columns:
        names = [n for n in (column.name, *column.aliases) if column.kind == "number" and token.startswith(n)]
        if names and column.name not in reading.values and FIGURE.fullmatch(level(token[len(max(names, key=len)) :])):
            reading.take(column, token[len(max(names, key=len)) :])
            return True
    return False


def _as_choice(reading: Reading, token: str) -> bool:
    for column in (c for c in reading.register.columns if c.kind == "choice"):
        meant = next((c.name for c in column.choices if token in (c.name, *c.aliases)), None)
        if meant is None:
            continue
        if reading.values.get(column.name, meant) != meant:
            reading.problems.append(Problem(column.name, "column-two-choices"))
        reading.values.setdefault(column.name, meant)
        return True
    return False


def _as_number(reading: Reading, token: str) -> bool:
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


def _as_department(reading: Reading, token: str) -> bool:
    columns = reading.open("department")
    if not columns or token not in reading.departments:
        return False
    reading.take(columns[0], token)
    return True


def _as_answer(reading: Reading, token: str) -> bool:
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


def _texts(reading: Reading, left: list[str]) -> str:
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
