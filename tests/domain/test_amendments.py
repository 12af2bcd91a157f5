"""What a newer notice changes: the same indicators are found again, and in them what is asked."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import shipped
from domain.amendment import Amendment, amendment
from domain.cadences import Cadence, Moment, parse_period
from domain.calendar import Calendar
from domain.notice import Indicator, Requirement
from domain.validity import first_day, handover, holds


def rate(name: str, percent: int, seq: int = 1, **more: Any) -> Requirement:
    found = Requirement(
        seq, name, ">=", Fraction(percent, 100), str(percent), "%", "N", "quarterly", "quarter", office_set=True,
        calculation=f"{name}不低于{percent}%", kind="rate", parts=(f"{name}·符合 件", f"{name}·总数 件"),
    )  # fmt: skip
    return replace(found, **more)


def practice(name: str, seq: int = 1) -> Requirement:
    return Requirement(
        seq, name, "=", None, "是", "是否", "B", "half-yearly", "half-year", office_set=True, calculation=name,
        kind="practice",
    )  # fmt: skip


def one(
    code: str, text: str, *demands: Requirement, lead: str = "医务科", responsible: tuple[str, ...] = ("护理部",)
) -> Indicator:
    return Indicator(code, text[:18], "", lead, responsible, demands or (practice(text),), text=text)


CLINIC = one(
    "1.1.1", "门诊预约率不低于60%，预约时段精确到半小时。", rate("门诊预约率", 60), practice("预约时段精确到半小时", 2)
)
DRUGS = one("1.1.2", "建立住院总药师制度，推行药学门诊，定期点评处方。")
BEDS = one("1.2.1", "床位使用率保持在85%以上，平均住院日逐年下降。", rate("床位使用率", 85))
STAFF = one("2.1.1", "加强青年医师规范化培训，落实导师带教制度。")
ALL = (CLINIC, DRUGS, BEDS, STAFF)
RAISED = one(
    "1.1.1", "门诊预约率不低于75%，预约时段精确到半小时。", rate("门诊预约率", 75), practice("预约时段精确到半小时", 2)
)


def told(found: Amendment) -> list[tuple[str, str, str, str]]:
    """(code, field, old, new) of every difference."""
    lines = [(pair.new.code, field.name, field.old, field.new) for pair in found.changed for field in pair.fields]
    for pair in found.changed:
        for change in pair.demands:
            old, new = (row.target if row else "" for row in (change.old, change.new))
            lines.append((pair.new.code, (change.new or change.old).name, old, new))  # type: ignore[union-attr]
    return [line for line in lines if line[1] != "text"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (ALL, []),
        ((RAISED, *ALL[1:]), [("1.1.1", "门诊预约率", "60", "75")]),
        ((replace(CLINIC, lead="护理部"), *ALL[1:]), [("1.1.1", "lead", "医务科", "护理部")]),
        (
            (replace(CLINIC, responsible=("药剂科", "护理部")), *ALL[1:]),
            [("1.1.1", "responsible", "护理部", "药剂科、护理部")],
        ),
        (
            (
                replace(
                    CLINIC, requirements=(rate("门诊预约率", 60, deadline=date(2026, 12, 31)), CLINIC.requirements[1])
                ),
                *ALL[1:],
            ),
            [("1.1.1", "门诊预约率", "60", "60")],
        ),
        (
            (replace(CLINIC, requirements=CLINIC.requirements[:1]), *ALL[1:]),
            [("1.1.1", "预约时段精确到半小时", "是", "")],
        ),
        (
            (replace(STAFF, requirements=(practice(STAFF.text), rate("规培合格率", 90, 2))), *ALL[:3]),
            [("2.1.1", "规培合格率", "", "90")],
        ),
    ],
)
def test_what_has_changed_is_said_from_old_to_new(new: tuple[Indicator, ...], expected: list[Any]) -> None:
    found = amendment(ALL, new)
    assert (found.added, found.removed) == ((), ())
    assert told(found) == expected


def test_what_is_new_and_what_is_gone() -> None:
    new = one("1.1.2", "开展多学科联合诊疗，建立疑难病例讨论机制。")
    found = amendment(ALL, (CLINIC, new, BEDS, STAFF))
    assert (found.added, found.removed) == ((new,), (DRUGS,))
    assert len(found.unchanged) == 3


def test_of_two_similar_ones_the_more_similar_is_the_same() -> None:
    other = one("1.1.3", "门诊预约率不低于60%，预约时段精确到一刻钟。", rate("门诊预约率", 60))
    found = amendment((CLINIC, other), (replace(other, code="1.1.1"), replace(RAISED, code="1.1.2")))
    assert {pair.old.code: pair.new.code for pair in found.pairs} == {"1.1.3": "1.1.1", "1.1.1": "1.1.2"}


def test_the_code_decides_between_equals() -> None:
    first, second = one("1.1.1", "按期完成。"), one("1.1.2", "按期完成。")
    found = amendment((first, second), (second, first))
    assert found.changed == ()


def test_punctuation_and_blanks_are_no_change() -> None:
    found = amendment(ALL, (replace(CLINIC, text=" 门诊预约率不低于60%,预约时段精确到半小时"), *ALL[1:]))
    assert found.changed == ()


def test_another_wording_alone_is_told_as_such() -> None:
    found = amendment(
        ALL, (*ALL[:3], one("2.1.1", "加强青年医师规范化培训，全面落实导师带教制度。", practice(STAFF.text)))
    )
    (pair,) = found.changed
    assert [field.name for field in pair.fields] == ["text"]


def test_demands_that_people_put_together_stand_where_the_words_do() -> None:
    """The catalogue asks for more than its words alone give, under other names."""
    made = replace(
        CLINIC, requirements=(rate("预约诊疗比例", 60, calculation="预约人次/门诊人次"), practice("有预约制度", 2))
    )
    found = amendment((made,), (CLINIC,), lambda one: CLINIC.requirements)
    assert found.changed == ()
    (pair,) = amendment((made,), (RAISED,), lambda one: CLINIC.requirements).changed
    (change,) = pair.demands
    assert change.old == made.requirements[0]
    assert change.new == RAISED.requirements[0]


def test_the_shipped_notice_beside_itself_has_no_change() -> None:
    indicators = shipped.load("jiading-2022").indicators
    found = amendment(indicators, indicators)
    assert (len(found.unchanged), found.changed, found.added, found.removed) == (51, (), (), ())


@given(st.permutations(shipped.load("jiading-2022").indicators))
def test_rows_in_any_order_change_nothing_but_codes(rows: list[Indicator]) -> None:
    numbered = [replace(row, code=f"1.1.{n}") for n, row in enumerate(rows, 1)]
    found = amendment(shipped.load("jiading-2022").indicators, numbered)
    assert (found.added, found.removed) == ((), ())
    assert not any(pair.demands or [field for field in pair.fields if field.name != "code"] for pair in found.pairs)


@given(st.sets(st.integers(0, 50)), st.sets(st.integers(0, 50)))
def test_every_indicator_is_found_again_added_or_gone(before: set[int], after: set[int]) -> None:
    rows = shipped.load("jiading-2022").indicators
    old, new = [rows[n] for n in sorted(before)], [rows[n] for n in sorted(after)]
    found = amendment(old, new)
    assert {pair.new.code for pair in found.pairs} | {row.code for row in found.added} == {row.code for row in new}
    assert {pair.old.code for pair in found.pairs} | {row.code for row in found.removed} == {row.code for row in old}
    assert {rows[n].code for n in before & after} <= {pair.new.code for pair in found.pairs}


# from when to when a rule holds

MONTHLY = Cadence("monthly", "month", Moment("after", 1), Moment("after", 5), 20, "monthly", "readings")
QUARTERLY = Cadence("quarterly", "quarter", Moment("after", 1), Moment("after", 7), 20, "quarterly", "readings")
ONCE = Cadence("once", "once", Moment("within", 1), Moment("after", 20), 250, "once", "readings")
PLAIN = Calendar({}, date(2027, 12, 31))


@pytest.mark.parametrize(
    ("since", "until", "period", "expected"),
    [
        (None, None, "2026-02", True),
        (date(2026, 3, 1), None, "2026-02", False),
        (date(2026, 3, 1), None, "2026-03", True),
        (date(2026, 3, 1), None, "2026", True),
        (None, date(2026, 3, 1), "2026-02", True),
        (None, date(2026, 3, 1), "2026-03", False),
        (date(2026, 3, 1), date(2026, 5, 1), "2026-04", True),
        (date(2026, 3, 1), None, "2026-02-28", False),
    ],
)
def test_a_rule_holds_for_the_periods_of_its_time(
    since: date | None, until: date | None, period: str, expected: bool
) -> None:
    assert holds(since, until, parse_period(period)) is expected


@pytest.mark.parametrize(
    ("cadence", "today", "expected"),
    [
        (MONTHLY, date(2026, 3, 4), date(2026, 2, 1)),  # February is being asked for
        (MONTHLY, date(2026, 3, 20), date(2026, 3, 1)),
        (QUARTERLY, date(2026, 3, 20), date(2026, 1, 1)),
        (QUARTERLY, date(2026, 4, 3), date(2026, 1, 1)),
        (ONCE, date(2026, 3, 4), date(2026, 3, 4)),
    ],
)
def test_a_new_rule_begins_with_the_period_that_is_open(cadence: Cadence, today: date, expected: date) -> None:
    assert first_day(cadence, today, PLAIN) == expected


DAY = {"past": date(2026, 3, 1), "today": date(2026, 3, 20), "soon": date(2026, 6, 30), "later": date(2026, 9, 30)}


@pytest.mark.parametrize(
    ("was", "now", "filed", "old_holds", "new_holds"),
    [
        ("soon", "soon", False, False, True),  # another figure by the same day
        ("soon", "later", False, False, True),  # put off
        ("soon", "later", True, True, True),  # answered for the first day, and asked for the second
        ("past", "past", True, True, False),  # over: it keeps its rule
        ("past", "past", False, True, False),
        ("past", "later", False, False, True),
    ],
)
def test_what_is_asked_once_goes_from_rule_to_rule(
    was: str, now: str, filed: bool, old_holds: bool, new_holds: bool
) -> None:
    until, since = handover(DAY[was], DAY[now], DAY["today"], filed=filed)
    assert holds(None, until, parse_period(DAY[was].isoformat())) is old_holds
    assert holds(since, None, parse_period(DAY[now].isoformat())) is new_holds
