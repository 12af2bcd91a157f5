"""docs/reliability.md: figures put into it, between their marks and at the promises. A part that was run again renews
its own."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bot.settings import HOME
from tests.torture.figures import Figures

PAGE = HOME / "docs" / "reliability.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
TABLE = ("", "| part | what | figure |", "|---|---|---|")
FIRST = re.compile(r"^\| (\w+) \(")  # the first row of a part
SHORT = re.compile(r"^\|  \| in short \| (.*) \|$")  # its last one
ROW = re.compile(r"^\| (I-\d\d) \|(.*)\|(.*)\|(.*)\|$")
# the parts that show a promise; the others are shown by their tests alone
SHOWN = {
    "I-01": ("kills", "process", "sends"),
    "I-02": ("sequences",),
    "I-03": ("verbs", "kills"),
    "I-04": ("years",),
    "I-05": ("kills", "process", "sends"),
    "I-06": ("kills", "process", "sends"),
    "I-08": ("away",),
    "I-11": ("records", "storms"),
    "I-12": ("power",),
    "I-13": ("clocks", "years"),
    "I-14": ("storms",),
    "I-15": ("restores",),
}


def write(found: list[Figures], day: date, path: Path = PAGE) -> None:
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    table, _, after = rest.partition(END)
    assert after, f"{path} has no place for figures"
    parts = _parts(table) | {figures.part: _rows(figures, day) for figures in found}
    summaries = _summaries(parts)
    lines = [_with_figure(line, summaries) for line in before.splitlines()]
    rows = [*TABLE, *(row for rows in parts.values() for row in rows)]
    path.write_text("\n".join([*lines, BEGIN, *rows, END]) + after, encoding="utf-8")


def without_figures(text: str, names: Iterable[str]) -> list[str]:
    """Promises that do not say what their parts have shown, and parts that have no rows."""
    before, _, rest = text.partition(BEGIN)
    parts = _parts(rest.partition(END)[0])
    summaries = _summaries(parts)
    wrong = [
        match[1]
        for line in before.splitlines()
        if (match := ROW.match(line)) and match[1] in SHOWN
        if match[4].strip() != "; ".join(summaries.get(part, "") for part in SHOWN[match[1]])
    ]
    return [*wrong, *(name for name in names if name not in parts)]


def _summaries(parts: dict[str, list[str]]) -> dict[str, str]:
    return {part: match[1] for part, rows in parts.items() if (match := SHORT.match(rows[-1]))}


def _with_figure(line: str, summaries: dict[str, str]) -> str:
    match = ROW.match(line)
    if match is None or not set(SHOWN.get(match[1], "?")) <= set(summaries):
        return line
    figure = "; ".join(summaries[part] for part in SHOWN[match[1]])
    return f"| {match[1]} |{match[2]}|{match[3]}| {figure} |"


def _parts(table: str) -> dict[str, list[str]]:
    """Of each part the rows that stand there."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in table.splitlines():
        if match := FIRST.match(line):
            rows = found[match[1]] = []
        if line.startswith("|") and line not in TABLE:
            rows.append(line)
    return found


def _rows(figures: Figures, day: date) -> list[str]:
    first = f"{figures.part} ({day:%Y-%m-%d}, seed {figures.seed}, {figures.seconds:.0f} s)"
    told = [*figures.rows, ("in short", figures.summary)]
    return [f"| {'' if n else first} | {what} | {figure} |" for n, (what, figure) in enumerate(told)]
