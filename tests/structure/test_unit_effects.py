"""What an answer to a doubt sets, and that going back to the first reading undoes it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bot.settings import HOME, load
from catalogue import shipped
from db.tables import Doubt, Requirement
from domain import notice as read
from services import effects, loading

NOTICE = shipped.load(load(HOME / "config.toml").notice)


def rows(indicator: read.Indicator) -> list[Requirement]:
    """The demands of an indicator as they are when the notice has been loaded."""
    return [Requirement(indicator_id=1, **loading.demand_values(r)) for r in indicator.requirements]


def doubts() -> Iterator[tuple[read.Indicator, Doubt]]:
    """Every shipped doubt whose answer changes something."""
    for indicator in NOTICE.indicators:
        for doubt in indicator.doubts:
            if any(doubt.effects):
                yield indicator, Doubt(notice_id=1, code=indicator.code, **loading._doubt(doubt))


def settle(doubt: Doubt, demands: list[Requirement], number: int) -> dict[str, Any]:
    """As answering does it; what it would set of departments."""
    effect = effects.between(NOTICE, doubt, number)
    for row in effects.meant(doubt.field, demands):
        for name, value in effects.columns(effect).items():
            setattr(row, name, value)
    doubt.choice = number
    return {key: value for key, value in effect.items() if key in effects.DEPARTMENTS}


@pytest.mark.parametrize(
    ("effect", "columns"),
    [
        ({"op": "="}, {"op": "="}),
        ({"cutoff": "3"}, {"num": 3, "den": 1}),
        ({"cutoff": "1/3"}, {"num": 1, "den": 3}),
        ({"cutoff": None}, {"num": None, "den": None}),
        ({"deadline": "2022-06-30"}, {"deadline": date(2022, 6, 30)}),
        ({"deadline": None}, {"deadline": None}),
        ({"split": True}, {"split": True}),
        ({"soft": True}, {"soft": True}),
        ({"defined": True}, {"defined": True}),
        ({"kind": "trend", "parts": ["甲 件", "乙 件"]}, {"kind": "trend", "parts": ["甲 件", "乙 件"]}),
        ({"lead": "民事审判庭"}, {}),
        ({"responsible": ["各部门"], "convenor": "安亭法庭"}, {}),
        ({}, {}),
    ],
)
def test_an_effect_sets_columns_of_a_demand_or_none_where_it_moves_departments(
    effect: dict[str, Any], columns: dict[str, Any]
) -> None:
    assert effects.columns(effect) == columns


@pytest.mark.parametrize(
    ("code", "field", "number", "seq", "set_to"),
    [
        ("1.1.2", "requirement 1", 1, 1, {"op": "="}),
        ("3.2.1", "requirement 1", 2, 1, {"deadline": date(2022, 6, 30)}),
        ("3.2.1", "requirement 2", 1, 2, {"soft": True}),
        ("3.3.1", "requirement 1", 1, 1, {"split": True}),
        ("5.1.2", "requirement 1", 1, 1, {"kind": "trend", "parts": ["一审收案 件", "上年同月一审收案 件"]}),
        ("5.2.1", "requirement 6", 1, 6, {"defined": True}),
    ],
)
def test_an_answer_changes_the_demand_that_it_is_about_and_no_other(
    code: str, field: str, number: int, seq: int, set_to: dict[str, Any]
) -> None:
    indicator, doubt = next((i, d) for i, d in doubts() if (d.code, d.field) == (code, field))
    before, demands = rows(indicator), rows(indicator)
    settle(doubt, demands, number)
    for was, row in zip(before, demands, strict=True):
        changed = {name: value for name, value in row.model_dump().items() if value != was.model_dump()[name]}
        assert changed == (set_to if row.seq == seq else {})


def test_how_many_are_in_front_holds_for_all_ranks_of_an_indicator() -> None:
    indicator, doubt = next((i, d) for i, d in doubts() if d.field == "ranks" and d.code == "4.9.1")
    demands = rows(indicator)
    settle(doubt, demands, 3)
    ranks = [(row.num, row.den) for row in demands if row.kind == "rank"]
    assert len(ranks) > 1
    assert set(ranks) == {(1, 3)}
    assert [(row.num, row.den) for row in demands if row.kind != "rank"] == [
        (row.num, row.den) for row in rows(indicator) if row.kind != "rank"
    ]


@pytest.mark.parametrize(("indicator", "doubt"), list(doubts()), ids=lambda one: getattr(one, "field", one.code))
def test_the_first_reading_taken_again_leaves_everything_as_printed(indicator: read.Indicator, doubt: Doubt) -> None:
    printed = [row.model_dump() for row in rows(indicator)]
    units = {unit.name: unit for unit in NOTICE.units}
    departments = {
        "lead": indicator.lead,
        "responsible": list(indicator.responsible),
        "convenor": units[indicator.lead].convenor,
    }
    demands = rows(indicator)
    for number in range(1, len(doubt.alternatives) + 1):
        moved = settle(doubt, demands, number)
        assert moved or [row.model_dump() for row in demands] != printed
    back = settle(doubt, demands, 0)
    assert [row.model_dump() for row in demands] == printed
    assert back == {key: departments[key] for key in back}
    assert back.keys() == moved.keys()


def test_from_one_alternative_to_another_nothing_of_the_first_is_left() -> None:
    doubt = Doubt(
        notice_id=1,
        code="5.1.2",
        field="requirement 1",
        printed="",
        reason="",
        reading="",
        alternatives=["一", "二"],
        effects=[{"kind": "trend", "parts": ["甲 件", "乙 件"]}, {"soft": True}],
    )
    indicator = next(one for one in NOTICE.indicators if one.code == "5.1.2")
    demands = rows(indicator)
    settle(doubt, demands, 1)
    settle(doubt, demands, 2)
    (row,) = effects.meant(doubt.field, demands)
    assert (row.kind, row.parts, row.soft) == (
        indicator.requirements[0].kind,
        list(indicator.requirements[0].parts),
        True,
    )
