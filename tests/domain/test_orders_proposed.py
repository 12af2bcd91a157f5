"""Which order a rule proposes, by when it is to be done, and how it is numbered."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import HOME, load
from domain import orders
from domain.calendar import Calendar
from domain.orders import COLOURS, Colour, Delay, Holder, Limits, Rule, When

RULES = load(HOME / "config.toml").rules().orders.rules
NEAR, BEHIND, RETURNED, LATE, VERY_LATE = RULES
# a task of the year, told of, with its department
DELAY = Delay(inside=True, told=True, holder="department", routine=False, left=5)
MONTHLY = replace(DELAY, routine=True)
DONE = replace(DELAY, holder="nobody")
PLAIN = Calendar({}, date(2026, 12, 31))
LIMITS = Limits(yellow=3, explain=1, done=5)

delays = st.builds(
    Delay,
    inside=st.booleans(),
    told=st.booleans(),
    holder=st.sampled_from(get_args(Holder)),
    routine=st.booleans(),
    left=st.integers(-40, 40),
    returned=st.integers(0, 5),
    behind=st.none() | st.integers(0, 30),
)
some_rules = st.lists(
    st.builds(
        Rule,
        name=st.sampled_from("甲乙丙丁戊己"),
        colour=st.sampled_from(COLOURS),
        when=st.sampled_from(get_args(When)),
        n=st.integers(1, 12),
    ),
    max_size=6,
    unique_by=lambda rule: rule.name,
)


@pytest.mark.parametrize(
    ("delay", "rule"),
    [
        (replace(DELAY, left=4), None),
        (replace(DELAY, left=3), NEAR),
        (replace(DELAY, left=0), NEAR),
        (replace(MONTHLY, left=1), None),
        (replace(DELAY, left=-1), None),
        (replace(DELAY, left=-2), None),
        (replace(DELAY, left=-3), LATE),
        (replace(MONTHLY, left=-3), LATE),
        (replace(DELAY, left=-9), LATE),
        (replace(DELAY, left=-10), VERY_LATE),
        (replace(DELAY, returned=1), None),
        (replace(DELAY, returned=2), RETURNED),
        (replace(DELAY, behind=2), None),
        (replace(DELAY, behind=3), BEHIND),
        (replace(DONE, behind=3), BEHIND),
        (replace(DONE, left=-10), None),
        (replace(DONE, returned=3), None),
        (replace(DELAY, left=2, behind=9), BEHIND),
        (replace(DELAY, left=-10, told=False), None),
        (replace(DELAY, left=-10, inside=False), None),
        (replace(DELAY, left=-10, holder="others"), None),
        (replace(DELAY, behind=9, holder="others"), None),
    ],
)
def test_the_rules_as_shipped_propose(delay: Delay, rule: Rule | None) -> None:
    assert orders.proposed(orders.open_to(RULES, (), ()), delay) == rule


@pytest.mark.parametrize(
    ("taken", "under_way", "rule"),
    [
        ([], [], VERY_LATE),
        ([("严重逾期", "red")], [], LATE),
        ([("严重逾期", "red"), ("逾期", "yellow")], [], None),
        ([], ["yellow"], VERY_LATE),
        ([("逾期", "yellow")], ["yellow"], VERY_LATE),
        ([], ["red"], None),
    ],
)
def test_each_rule_proposes_once_and_only_above_what_is_under_way(
    taken: list[tuple[str, Colour]], under_way: list[Colour], rule: Rule | None
) -> None:
    assert orders.proposed(orders.open_to(RULES, taken, under_way), replace(DELAY, left=-12)) == rule


@given(some_rules, delays, st.sets(st.sampled_from(COLOURS)))
def test_whatever_the_rules_are_it_is_fair(rules: list[Rule], delay: Delay, under_way: set[Colour]) -> None:
    found = orders.proposed(orders.open_to(rules, (), under_way), delay)
    if found is None:
        return
    assert delay.inside
    assert delay.told
    assert delay.holder != "others"
    assert not (found.colour == "blue" and delay.routine)
    assert all(COLOURS.index(found.colour) > COLOURS.index(colour) for colour in under_way)


@given(st.lists(st.tuples(some_rules, delays), max_size=40))
def test_no_task_has_two_orders_of_one_colour_under_way(days: list[tuple[list[Rule], Delay]]) -> None:
    under_way: list[Colour] = []
    for rules, delay in days:
        if found := orders.proposed(orders.open_to(rules, (), under_way), delay):
            under_way.append(found.colour)
    assert len(set(under_way)) == len(under_way)
    assert under_way == sorted(under_way, key=COLOURS.index)


def test_red_is_the_last_colour() -> None:
    assert [orders.up(colour) for colour in COLOURS] == ["yellow", "red", None]
    assert [orders.below(colour) for colour in COLOURS] == [(), ("blue",), ("blue", "yellow")]


@pytest.mark.parametrize(
    ("colour", "explain", "done"),
    [
        ("blue", date(2026, 3, 11), date(2026, 3, 11)),
        ("yellow", date(2026, 3, 11), date(2026, 3, 11)),
        ("red", date(2026, 3, 9), date(2026, 3, 13)),
    ],
)
def test_each_colour_has_its_limit(colour: Colour, explain: date, done: date) -> None:
    friday, limit = date(2026, 3, 6), date(2026, 3, 11)
    assert orders.dates(colour, friday, limit, LIMITS, PLAIN) == (explain, done)


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2026-11", "黄色督办单 嘉法督〔2026〕7号：11月诉前调解数据（5.2.1）"),
        ("2026-Q3", "黄色督办单 嘉法督〔2026〕7号：第3季度诉前调解数据（5.2.1）"),
        ("2026-H1", "黄色督办单 嘉法督〔2026〕7号：上半年诉前调解数据（5.2.1）"),
        ("2026-H2", "黄色督办单 嘉法督〔2026〕7号：下半年诉前调解数据（5.2.1）"),
        ("2026", "黄色督办单 嘉法督〔2026〕7号：2026年诉前调解数据（5.2.1）"),
        ("2026-06-30", "黄色督办单 嘉法督〔2026〕7号：诉前调解数据（5.2.1）"),
        ("", "黄色督办单 嘉法督〔2026〕7号：诉前调解数据（5.2.1）"),
    ],
)
def test_an_order_is_called_by_colour_number_and_matter(period: str, written: str) -> None:
    number = orders.written("嘉法督", 2026, 7)
    assert orders.heading("黄色督办单", number, "诉前调解数据（5.2.1）", period) == written
