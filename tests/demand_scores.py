"""The collection of indicator texts read once: how many figures are right, how many doubted, how many wrong in silence.

`python -m tests.demand_scores [words of a file's name]` prints the table, and what is not right.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from catalogue.demands.demand import Demand
from catalogue.demands.reading import demands

TEXTS = Path(__file__).parent / "demands"
ISSUED = date(2026, 3, 10)
SCALES = {"万": 10_000, "亿": 10**8}
Key = tuple[str, Fraction | None, str]


@dataclass(frozen=True)
class Scored:
    """One text; `of` counts its figures by what became of them, `notes` say what is not right."""

    file: str
    text: str
    of: Counter[str]
    notes: tuple[str, ...]


@cache
def scored() -> tuple[Scored, ...]:
    return tuple(
        score(path.stem, text, tuple(wanted), ISSUED)
        for path in sorted(TEXTS.glob("*.toml"))
        for text, *wanted in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    )


def score(file: str, text: str, wanted: Sequence[str], issued: date | None) -> Scored:
    """right: op, value and unit; doubted: a doubt stands beside it; wrong: certain, and nothing like it is asked."""
    got = [one for one in demands(text, issued) if one.tag != "B"]
    of: Counter[str] = Counter()
    notes = []
    left = list(got)
    missing = []
    for line in wanted:
        found = next((one for one in left if same(key(line), _key(one))), None)
        if found is None:
            missing.append(line)
            continue
        left.remove(found)
        of["doubted" if found.doubt else "right"] += 1
    for line in missing:
        doubted = next((one for one in left if one.doubt), None)
        of["doubted" if doubted else "missed"] += 1
        notes.append(f"{'doubted' if doubted else 'missed'} {line}")
        if doubted:
            left.remove(doubted)
    nothing_of = "= 0" in wanted  # two sorts of what is not to happen are one row or two
    for one in left:
        status = "extra" if one.doubt or (one.tag == "Z" and nothing_of) else "wrong"
        of[status] += 1
        notes.append(f"{status} {one.name} {one.op} {one.target} {one.unit} {one.doubt}")
    return Scored(file, text, of, tuple(notes))


def key(line: str) -> Key:
    """Of ">= 95 %", "<= 2.3 亿立方米", "= 0", "rank", "trend", "> X"; a ? behind says that a doubt is right."""
    op, *rest = line.removesuffix("?").split()
    if not rest or rest[0] == "X":
        return op, None, ""
    unit = "".join(rest[1:])
    value = Fraction(rest[0]) / (100 if unit == "%" else 1)
    if value == 0 and op == "=":
        return op, value, ""
    return op, *_in_ones(value, unit)


def _in_ones(value: Fraction, unit: str) -> tuple[Fraction, str]:
    scale = SCALES.get(unit[:1], 1)
    return value * scale, unit.removeprefix("万").removeprefix("亿").removeprefix("个").removesuffix("/年")


def _key(one: Demand) -> Key:
    if one.tag == "Z":
        return "=", Fraction(0), ""
    if one.value is None:
        return one.op, None, ""
    return one.op, *_in_ones(one.value, one.unit)


def same(wanted: Key, got: Key) -> bool:
    return wanted == got


def table(texts: Sequence[Scored]) -> str:
    columns = ("right", "doubted", "missed", "wrong", "extra")
    rows = [f"{'':26}" + "".join(f"{column:>9}" for column in columns)]
    for file in [*sorted({one.file for one in texts}), "all"]:
        of = total([one for one in texts if file in (one.file, "all")])
        rows.append(f"{file:26}" + "".join(f"{of[column]:>9}" for column in columns))
    return "\n".join(rows)


def total(texts: Sequence[Scored]) -> Counter[str]:
    return sum((one.of for one in texts), Counter[str]())


def share(texts: Sequence[Scored], *statuses: str) -> float:
    """Of the figures that are asked for."""
    of = total(texts)
    return sum(of[status] for status in statuses) / max(1, of["right"] + of["doubted"] + of["missed"])


if __name__ == "__main__":
    wanted = [one for one in scored() if not sys.argv[1:] or any(word in one.file for word in sys.argv[1:])]
    if "held" not in sys.argv[1:]:
        wanted = [one for one in wanted if not one.file.startswith("held")] if not sys.argv[1:] else wanted
    for one in wanted:
        if one.notes:
            print(one.file, one.text, *one.notes, sep="\n    ")
    print(table(wanted))
