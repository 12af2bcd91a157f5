"""The shipped notice against the checked reading of the printed table, row by row and column by column."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest

from domain.notice import Area, Indicator, Item, Notice, Requirement

Rows = list[dict[str, str]]
NUMERALS = "一二三四五六"


def _deadlines(indicator: Indicator) -> str:
    return ";".join(sorted({r.deadline.isoformat() for r in indicator.requirements if r.deadline}))


INDICATOR_COLUMNS: dict[str, Callable[[Area, Item, Indicator], str]] = {
    "area": lambda area, item, i: f"{NUMERALS[area.number - 1]}、{area.title}",
    "item_no": lambda area, item, i: item.number,
    "item_title": lambda area, item, i: item.title,
    "indicator_title": lambda area, item, i: i.title,
    "measure_kind": lambda area, item, i: i.measure,
    "metrics": lambda area, item, i: "; ".join(f"{r.name} {r.op} {r.target} {r.unit}" for r in i.requirements),
    "period": lambda area, item, i: ";".join({r.period for r in i.requirements}),
    "deadline": lambda area, item, i: _deadlines(i),
    "lead_departments": lambda area, item, i: i.lead,
    "responsible_departments": lambda area, item, i: ";".join(i.responsible),
    "evidence_kinds": lambda area, item, i: ";".join(i.evidence),
    "confidence": lambda area, item, i: i.confidence,
    "note": lambda area, item, i: i.note,
    "metric_tags": lambda area, item, i: ";".join(r.tag for r in i.requirements),
    "source_line": lambda area, item, i: str(i.source_line),
}

REQUIREMENT_COLUMNS: dict[str, Callable[[Indicator, Requirement], str]] = {
    "name": lambda i, r: r.name,
    "op": lambda i, r: r.op,
    "value": lambda i, r: r.target,
    "unit": lambda i, r: r.unit,
    "tag": lambda i, r: r.tag,
    "calculation": lambda i, r: r.calculation,
    "period": lambda i, r: r.period,
    "deadline": lambda i, r: r.deadline.isoformat() if r.deadline else "",
    "source_line": lambda i, r: str(i.source_line),
}


def test_the_notice_holds_the_indicators_of_the_table_in_its_order(notice: Notice, indicator_rows: Rows) -> None:
    assert [i.code for i in notice.indicators] == [row["code"] for row in indicator_rows]
    assert len(indicator_rows) == 51


@pytest.mark.parametrize("column", INDICATOR_COLUMNS)
def test_every_indicator_agrees_with_its_row_in(column: str, notice: Notice, indicator_rows: Rows) -> None:
    shipped = {
        i.code: INDICATOR_COLUMNS[column](area, item, i)
        for area in notice.areas
        for item in area.items
        for i in item.indicators
    }
    assert shipped == {row["code"]: row[column] for row in indicator_rows}


def test_the_notice_holds_the_requirements_of_the_table_in_its_order(notice: Notice, requirement_rows: Rows) -> None:
    shipped = [(i.code, r.seq) for i in notice.indicators for r in i.requirements]
    assert shipped == [(row["code"], int(row["seq"])) for row in requirement_rows]
    assert len(requirement_rows) == 140


@pytest.mark.parametrize("column", REQUIREMENT_COLUMNS)
def test_every_requirement_agrees_with_its_row_in(column: str, notice: Notice, requirement_rows: Rows) -> None:
    shipped = {
        (i.code, str(r.seq)): REQUIREMENT_COLUMNS[column](i, r) for i in notice.indicators for r in i.requirements
    }
    assert shipped == {(row["code"], row["seq"]): row[column] for row in requirement_rows}


def test_every_figure_is_exact_and_every_other_target_has_none(notice: Notice, requirement_rows: Rows) -> None:
    shipped = {(i.code, str(r.seq)): r.value for i in notice.indicators for r in i.requirements}
    expected: dict[tuple[str, str], Fraction | None] = {}
    for row in requirement_rows:
        figure = Fraction(row["value"]) if row["value"][0].isdigit() else None
        expected[row["code"], row["seq"]] = figure / 100 if figure is not None and row["unit"] == "%" else figure
    assert shipped == expected


@pytest.mark.parametrize(
    ("code", "seq", "value"),
    [
        ("3.2.1", 1, Fraction(1)),
        ("3.2.1", 2, Fraction(3, 4)),
        ("5.2.1", 4, Fraction(30)),
        ("5.2.1", 5, Fraction(5, 2)),
        ("5.2.1", 6, Fraction(13, 100)),
        ("6.3.3", 4, Fraction(0)),
        ("4.7.1", 2, None),
        ("5.1.2", 1, None),
    ],
)
def test_a_figure_is_read_exactly(code: str, seq: int, value: Fraction | None, notice: Notice) -> None:
    (found,) = (r.value for i in notice.indicators if i.code == code for r in i.requirements if r.seq == seq)
    assert found == value


def test_tags_add_up_to_the_counts_of_the_reading(notice: Notice) -> None:
    tags = Counter(r.tag for i in notice.indicators for r in i.requirements)
    assert tags == {"N": 30, "Z": 15, "D": 23, "B": 53, "R": 12, "X": 4, "T": 3}


def test_suggestions_are_the_figures_inferred_from_wording_and_no_others(
    notice: Notice, requirement_rows: Rows
) -> None:
    suggested = {(i.code, r.seq) for i in notice.indicators for r in i.requirements if r.suggested}
    assert suggested == {(row["code"], int(row["seq"])) for row in requirement_rows if row["tag"] == "D"}


def test_every_indicator_has_the_one_lead_that_the_load_table_counts(notice: Notice) -> None:
    assert Counter(i.lead for i in notice.indicators) == {
        "刑事审判庭": 14,
        "政治部": 11,
        "立案庭": 8,
        "派驻组": 6,
        "民事审判庭": 4,
        "执行局": 3,
        "机关党委": 2,
        "派出法庭": 2,
        "审判监督庭": 1,
    }


def test_responsible_departments_carry_the_load_of_the_load_table(notice: Notice) -> None:
    assert Counter(name for i in notice.indicators for name in i.responsible) == {
        "刑事审判庭": 12,
        "各业务部门": 11,
        "政治部": 9,
        "审判监督庭": 9,
        "执行局": 8,
        "派驻组": 7,
        "各部门": 6,
        "派出法庭": 5,
        "机关党委": 2,
        "民事审判庭": 2,
        "执行裁判庭": 2,
        "办公室": 1,
        "各支部": 1,
    }
