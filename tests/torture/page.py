"""docs/reliability.md: the figures of the last whole run put into it, between their marks and at the promises."""

import re
from datetime import date
from pathlib import Path

from bot.settings import HOME
from tests.torture.figures import Figures

PAGE = HOME / "docs" / "reliability.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
ROW = re.compile(r"^\| (I-\d\d) \|(.*)\|(.*)\|(.*)\|$")
# the parts that show a promise; the others are shown by their tests alone
SHOWN = {
    "I-01": ("kills", "process"),
    "I-03": ("kills",),
    "I-04": ("years",),
    "I-05": ("kills", "process"),
    "I-06": ("kills", "process"),
    "I-08": ("away",),
    "I-11": ("records",),
    "I-12": ("power",),
    "I-13": ("clocks", "years"),
}


def write(found: list[Figures], day: date, path: Path = PAGE) -> None:
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    assert after, f"{path} has no place for figures"
    summaries = {figures.part: figures.summary for figures in found}
    lines = [_with_figure(line, summaries) for line in before.splitlines()]
    path.write_text("\n".join(lines) + f"\n{BEGIN}\n{table(found, day)}\n{END}{after}", encoding="utf-8")


def _with_figure(line: str, summaries: dict[str, str]) -> str:
    match = ROW.match(line)
    if match is None or match[1] not in SHOWN:
        return line
    figure = "; ".join(summaries[part] for part in SHOWN[match[1]])
    return f"| {match[1]} |{match[2]}|{match[3]}| {figure} |"


def table(found: list[Figures], day: date) -> str:
    seconds = sum(figures.seconds for figures in found)
    lines = [f"Run on {day:%Y-%m-%d}, seed {found[0].seed}, {seconds / 60:.0f} minutes in all.", ""]
    lines += ["| part | what | figure |", "|---|---|---|"]
    for figures in found:
        part = f"{figures.part}, {figures.seconds:.0f} s"
        for what, figure in figures.rows:
            lines.append(f"| {part} | {what} | {figure} |")
            part = ""
    return "\n".join(lines)
