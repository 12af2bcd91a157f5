"""docs/coverage.md says of every demand of the notice whether it is served, and by what."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.settings import HOME, load
from catalogue import shipped

PAGE = HOME / "docs" / "coverage.md"
DEMANDS = HOME / "tests" / "catalogue" / "demand_rows.tsv"
THERE, IN_PART, NOT_YET = STATES = ("已有", "部分", "尚未")
HEADS = {"编号", "状态", "出处"}  # of tables of rows, of the legend, of the totals
LONGEST = 25  # characters of what is asked
QUOTED = re.compile("`([^`]+)`")
SETTING = re.compile(r"[a-z]+(\.[a-z-]+)+")


@dataclass(frozen=True)
class Row:
    id: str
    asks: str
    state: str
    by: str  # what serves it, or why nothing does yet

    @property
    def indicator(self) -> str | None:
        """5.3.4a belongs to 5.3.4; the body and the items have no indicator of their own."""
        code = re.fullmatch(r"(\d\.\d\.\d)[a-z]?", self.id)
        return code[1] if code else None


def tables(text: str) -> Iterator[list[list[str]]]:
    """Cells of each table, its head included."""
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.M):
        lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
        yield [cells for cells in lines if set("".join(cells)) != {"-"}]


def rows(text: str) -> list[Row]:
    return [Row(*cells) for head, *found in tables(text) if head[0] == "编号" for cells in found]


def demands() -> list[tuple[str, str]]:
    """Id and section of every demand, in the order in which the notice has them."""
    with DEMANDS.open(encoding="utf-8", newline="") as lines:
        return [(row["id"], row["section"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def known(word: str) -> bool:
    """Whether what stands in backticks is a setting or a place in the repository."""
    place = (HOME / word).resolve()
    if place.exists() or not SETTING.fullmatch(word):
        return place.exists() and place.is_relative_to(HOME)
    found: Any = tomllib.loads((HOME / "config.toml").read_text(encoding="utf-8"))
    for key in word.split("."):
        if not isinstance(found, dict) or key not in found:
            return False
        found = found[key]
    return True


def asked() -> dict[str, set[str]]:
    """Indicator → the cadences by which something of it is asked."""
    notice = shipped.load(load(HOME / "config.toml").notice)
    return {
        i.code: {f"cadences.{name}" for name in (*(r.cadence for r in i.requirements), i.files_cadence) if name}
        for i in notice.indicators
    }


def counted(found: list[Row]) -> list[str]:
    states = Counter(row.state for row in found)
    return [str(states[state]) for state in STATES] + [str(len(found))]


# what a page may have wrong


def other_rows(text: str) -> list[str]:
    wanted, found = [name for name, _ in demands()], [row.id for row in rows(text)]
    return [] if wanted == found else [*(set(wanted) ^ set(found)), "order"]


def other_tables(text: str) -> list[str]:
    """A table with another head would be read by nobody."""
    return [head[0] for head, *_ in tables(text) if head[0] not in HEADS]


def other_states(text: str) -> list[str]:
    legend = [cells[0] for head, *found in tables(text) if head[0] == "状态" for cells in found]
    wrong = [] if legend == list(STATES) else ["legend"]
    return wrong + [row.id for row in rows(text) if row.state not in STATES]


def too_little_or_too_much_said(text: str) -> list[str]:
    return [row.id for row in rows(text) if not row.by or not 0 < len(row.asks) <= LONGEST]


def places_that_are_not_there(text: str) -> list[str]:
    return [word for word in QUOTED.findall(text) if not known(word)]


def served_by_nothing(text: str) -> list[str]:
    """What is there, if only in part, is somewhere."""
    return [row.id for row in rows(text) if row.state in (THERE, IN_PART) and not QUOTED.search(row.by)]


def asked_in_another_way(text: str) -> list[str]:
    ways = asked()
    return [
        f"{row.id}: {word}"
        for row in rows(text)
        for word in QUOTED.findall(row.by)
        if row.indicator and word.startswith("cadences.") and word not in ways[row.indicator]
    ]


def wrong_totals(text: str) -> list[str]:
    """Body, annex 3, both; at the end of the page."""
    sections = dict(demands())
    annex = [row for row in rows(text) if sections.get(row.id) == "3"]
    body = [row for row in rows(text) if row not in annex]
    *_, (head, *found) = tables(text)
    wanted = [counted(part) for part in (body, annex, body + annex)]
    return [] if head[1:] == [*STATES, "合计"] and [cells[1:] for cells in found] == wanted else [str(wanted)]


FAULTS: tuple[Callable[[str], list[str]], ...] = (
    other_rows,
    other_tables,
    other_states,
    too_little_or_too_much_said,
    places_that_are_not_there,
    served_by_nothing,
    asked_in_another_way,
    wrong_totals,
)


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("look", FAULTS, ids=lambda look: str(look.__name__))
def test_the_page_has_no(look: Callable[[str], list[str]], page: str) -> None:
    assert look(page) == []


def test_every_indicator_of_the_notice_stands_on_the_page(page: str) -> None:
    assert {row.indicator for row in rows(page)} - {None} == set(asked())


HALL = "| S-005 | 各部门 | 已有 | `services/staffing.py` |\n"
MEETING = "| 1.1.2a | 会议 | 部分 | `cadences.meeting` |\n"


def good() -> str:
    """The shortest page that has every demand."""
    lines = {"S-005": HALL, "1.1.2a": MEETING}
    body = "".join(lines.get(name, f"| {name} | 要求 | 尚未 | 尚无 |\n") for name, _ in demands())
    legend = "".join(f"| {state} | 意思 |\n" for state in STATES)
    sections = Counter(section == "3" for _, section in demands())
    rest, annex = sections[False] - 1, sections[True] - 1
    totals = ((1, 0, rest), (0, 1, annex), (1, 1, rest + annex))
    counts = "".join(f"| 出处 | {' | '.join(map(str, (*row, sum(row))))} |\n" for row in totals)
    return (
        f"| 状态 | 意思 |\n|---|---|\n{legend}\n| 编号 | 要求 | 状态 | 承担 |\n|---|---|---|---|\n{body}"
        f"\n| 出处 | 已有 | 部分 | 尚未 | 合计 |\n|---|---|---|---|---|\n{counts}"
    )


def test_a_good_page_has_no_fault() -> None:
    assert [look(good()) for look in FAULTS] == [[] for _ in FAULTS]


@pytest.mark.parametrize(
    ("look", "old", "new"),
    [
        (other_rows, HALL, ""),
        (other_rows, HALL, HALL * 2),
        (other_rows, HALL, HALL.replace("S-005", "S-999")),
        (other_tables, "| 编号 |", "| 号 |"),
        (other_states, HALL, HALL.replace("已有", "齐备")),
        (other_states, "| 尚未 | 意思 |\n", ""),
        (too_little_or_too_much_said, HALL, HALL.replace("`services/staffing.py`", "")),
        (too_little_or_too_much_said, HALL, HALL.replace("各部门", "各部门" * 9)),
        (places_that_are_not_there, HALL, HALL.replace("staffing", "stuffing")),
        (places_that_are_not_there, HALL, HALL.replace("services/staffing.py", "../")),
        (places_that_are_not_there, MEETING, MEETING.replace("meeting", "fortnightly")),
        (served_by_nothing, HALL, HALL.replace("`", "")),
        (asked_in_another_way, MEETING, MEETING.replace("meeting", "history")),
        (wrong_totals, HALL, HALL.replace("已有", "尚未")),
        (wrong_totals, HALL, ""),
        (wrong_totals, "| 合计 |", "| 总计 |"),
    ],
)
def test_a_fault_of_a_page_is_seen(look: Callable[[str], list[str]], old: str, new: str) -> None:
    assert old in good()
    assert look(good().replace(old, new, 1))
