from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import pace
from domain.cadences import Quota
from domain.pace import Averaged, Counted, Stretch
from domain.verdicts import COMPARE

HALF = F(1, 2)
YEAR = 250
TWO_A_YEAR = Quota(2, 1)


def count(op: str, target: int, held: tuple[int, ...], gone: int, due_from: F = HALF) -> Counted | None:
    return pace.counted(op, F(target), tuple(map(F, held)), Stretch(gone, YEAR), due_from)


# what is counted


@pytest.mark.parametrize(
    ("target", "held", "gone", "expected", "lacking", "behind"),
    [
        (1, 0, 124, 0, 1, False),  # the one of a year is expected from the middle on
        (1, 0, 125, 1, 1, True),
        (1, 1, 125, 1, 0, False),
        (2, 0, 62, 0, 2, False),
        (2, 0, 63, 1, 2, True),
        (2, 1, 187, 1, 1, False),
        (2, 1, 188, 2, 1, True),
        (3, 0, 42, 1, 3, True),
        (3, 3, 250, 3, 0, False),
        (3, 5, 10, 0, 0, False),
        (12, 5, 125, 6, 7, True),
        (2, 0, 250, 2, 2, True),
    ],
)
def test_a_number_is_expected_by_its_share_of_the_working_days(
    target: int, held: int, gone: int, expected: int, lacking: int, behind: bool
) -> None:
    assert count(">=", target, (held,), gone) == Counted(F(expected), F(lacking), YEAR - gone, behind)


@pytest.mark.parametrize(
    ("due_from", "gone", "expected"),
    [(F(1), 249, 0), (F(1), 250, 1), (F(1, 100), 3, 1), (F(1, 4), 62, 0), (F(1, 4), 63, 1)],
)
def test_the_office_says_when_one_is_expected(due_from: F, gone: int, expected: int) -> None:
    found = count(">=", 1, (0,), gone, due_from)
    assert found is not None
    assert found.expected == expected


@pytest.mark.parametrize(
    ("op", "target", "held", "lacking", "missed"),
    [
        (">", 2, 2, 1, False),
        (">=", 2, 2, 0, False),
        ("=", 2, 1, 1, False),
        ("=", 2, 2, 0, False),
        ("=", 2, 3, 0, True),  # more can only come on top of it
    ],
)
def test_the_operator_decides_what_is_lacking(op: str, target: int, held: int, lacking: int, missed: bool) -> None:
    found = count(op, target, (held,), 200)
    assert found is not None
    assert (found.lacking, found.missed) == (F(lacking), missed)


@pytest.mark.parametrize(
    ("op", "held", "gone", "room", "behind", "missed"),
    [
        ("<=", 0, 10, 4, False, False),
        ("<=", 1, 10, 3, False, False),
        ("<=", 2, 10, 2, True, False),
        ("<=", 4, 250, 0, False, False),
        ("<=", 5, 250, 0, False, True),
        ("<", 3, 200, 0, False, False),
        ("<", 4, 200, 0, False, True),
    ],
)
def test_a_maximum_says_how_many_there_may_still_be(
    op: str, held: int, gone: int, room: int, behind: bool, missed: bool
) -> None:
    found = count(op, 4, (held,), gone)
    assert found is not None
    assert (found.room, found.behind, found.missed, found.lacking) == (F(room), behind, missed, F(0))


@pytest.mark.parametrize(
    ("op", "target"), [("<=", 0), ("<", 1), ("<", 0), ("=", 0), (">=", 0), ("rank", 3), ("higher", 1)]
)
def test_a_maximum_of_zero_has_no_pace_nor_has_a_rank_or_a_trend(op: str, target: int) -> None:
    assert count(op, target, (0,), 100) is None


def test_of_sorts_each_has_to_reach_the_number() -> None:
    assert count(">=", 3, (5, 1), 125) == Counted(F(4), F(2), 125, behind=True)
    assert count(">=", 3, (5, 2), 125) == Counted(F(4), F(1), 125, behind=False)


def test_hours_are_expected_in_hours() -> None:
    found = pace.counted(">=", F(90), (F(89, 2),), Stretch(125, YEAR), HALF, grain=F(1, 2))
    assert found == Counted(F(45), F(91, 2), 125, behind=True)


def test_a_year_without_working_days_expects_everything() -> None:
    assert pace.counted(">=", F(2), (F(1),), Stretch(0, 0), HALF) == Counted(F(2), F(1), 0, behind=True)


# a least number in each part of the year


@pytest.mark.parametrize(
    ("held", "over", "gone", "expected", "lacking", "days", "behind", "period"),
    [
        ((0, 0), 0, 60, 0, 1, 65, False, "now"),
        ((0, 0), 0, 63, 1, 1, 62, True, "now"),
        ((1, 0), 0, 63, 1, 1, 187, False, ""),
        ((2, 0), 0, 100, 1, 1, 150, False, ""),  # two in March leave the second half open
        ((2, 0), 1, 63, 2, 1, 62, True, ""),
        ((1, 0), 1, 20, 1, 1, 105, False, ""),
        ((0, 0), 1, 20, 1, 2, 105, False, ""),  # what the first half lacks has to come in the second
        ((0, 1), 1, 100, 3, 1, 25, True, ""),
        ((0, 2), 1, 100, 3, 0, 25, False, ""),
        ((1, 1), 1, 125, 2, 0, 0, False, ""),
    ],
)
def test_each_half_has_its_own_number(
    held: tuple[int, int], over: int, gone: int, expected: int, lacking: int, days: int, behind: bool, period: str
) -> None:
    found = pace.by_quota(TWO_A_YEAR, held, over, ("now", Stretch(gone, 125)), Stretch(125 * over + gone, YEAR), HALF)
    assert found == Counted(F(expected), F(lacking), days, behind, period=period)


# what is added up over the year


@pytest.mark.parametrize(
    ("op", "target", "value", "done", "left", "share", "rest", "state"),
    [
        (">=", F(1, 2), F(487, 1000), 9, 3, True, F(539, 1000), "behind"),
        (">=", F(1, 2), F(60, 100), 9, 3, True, F(1, 5), ""),
        (">=", F(1, 2), F(1, 2), 6, 6, True, F(1, 2), ""),
        (">", F(1, 2), F(1, 2), 6, 6, True, F(1, 2), "behind"),
        (">=", F(9, 10), F(7, 10), 9, 3, True, F(3, 2), "unlikely"),
        (">=", F(9, 10), F(13, 15), 9, 3, True, F(1), "behind"),  # every single one of them
        (">", F(9, 10), F(13, 15), 9, 3, True, F(1), "unlikely"),
        (">=", F(1, 2), F(9, 10), 9, 3, True, F(-7, 10), "assured"),
        ("=", F(1), F(99, 100), 1, 11, True, F(1101, 1100), "missed"),
        ("=", F(1), F(1), 1, 11, True, F(1), ""),
        (">=", F(1), F(99, 100), 6, 6, False, F(101, 100), "behind"),  # a ratio may pass 100 %
        ("<", F(30), F(29), 6, 6, False, F(31), ""),
        ("<", F(30), F(31), 6, 6, False, F(29), "behind"),
        ("<", F(30), F(30), 6, 6, False, F(30), "behind"),  # 30 days are not fewer than 30
        ("<=", F(30), F(30), 6, 6, False, F(30), ""),
        ("<", F(30), F(40), 9, 3, False, F(0), "unlikely"),
        ("<=", F(30), F(40), 9, 3, False, F(0), "behind"),
        ("<=", F(30), F(41), 9, 3, False, F(-3), "unlikely"),
        ("<=", F(1, 2), F(1, 10), 9, 3, True, F(17, 10), "assured"),
        (">=", F(5, 2), F(2), 6, 6, False, F(3), "behind"),
    ],
)
def test_what_the_months_to_come_must_bring(
    op: str, target: F, value: F, done: int, left: int, share: bool, rest: F, state: str
) -> None:
    found = pace.averaged(op, target, value, done, left, share=share)
    assert found is not None
    assert (found.rest, found.months) == (rest, left)
    assert found.behind == (state in ("behind", "unlikely"))
    assert (found.missed, found.unlikely, found.assured) == tuple(
        state == one for one in ("missed", "unlikely", "assured")
    )


@pytest.mark.parametrize(
    ("op", "target", "value", "done", "left"),
    [
        (">=", F(1, 2), F(1, 3), 12, 0),  # the year is over
        (">=", F(1, 2), F(1, 3), 0, 12),
        ("=", F(1, 2), F(1, 3), 6, 6),
        ("<=", F(0), F(0), 6, 6),
        ("=", F(0), F(0), 6, 6),
    ],
)
def test_where_nothing_can_be_foretold_there_is_no_pace(op: str, target: F, value: F, done: int, left: int) -> None:
    assert pace.averaged(op, target, value, done, left, share=True) is None


@pytest.mark.parametrize(
    ("op", "rest", "percent", "said"),
    [
        (">=", F(9716, 10000), True, F(972, 1000)),
        (">=", F(972, 1000), True, F(972, 1000)),
        ("<=", F(9716, 10000), True, F(971, 1000)),
        ("<", F(2896, 100), False, F(289, 10)),
        (">=", F(301, 100), False, F(31, 10)),
    ],
)
def test_what_is_asked_is_said_to_one_decimal_and_never_too_little(op: str, rest: F, percent: bool, said: F) -> None:
    assert pace.asked(Averaged(op, rest, 3, behind=True), percent=percent) == said


# for any figures

BOUNDS = st.sampled_from([">=", ">", "<", "<="])
SHARES = st.fractions(0, 1, max_denominator=500)
TARGETS = st.fractions(F(1, 100), 1, max_denominator=100)
MONTHS = st.integers(1, 11)
MEANS = st.fractions(0, 90, max_denominator=200)


def year(value: F, done: int, rest: F, left: int) -> F:
    return (value * done + rest * left) / (done + left)


@given(BOUNDS, MEANS, st.fractions(F(1, 10), 60, max_denominator=10), MONTHS, MONTHS)
def test_a_rest_as_asked_brings_the_year_to_its_target_exactly(op: str, value: F, target: F, m: int, k: int) -> None:
    found = pace.averaged(op, target, value, m, k, share=False)
    assert found is not None
    assert year(value, m, found.rest, k) == target
    better = found.rest + (F(1, 1000) if op in pace.LOWER else -F(1, 1000))
    assert COMPARE[op](year(value, m, better, k), target)
    assert not COMPARE[op](year(value, m, 2 * found.rest - better, k), target)


@given(BOUNDS, MEANS, st.fractions(F(1, 10), 60, max_denominator=10), MONTHS, MONTHS)
def test_what_is_said_is_enough(op: str, value: F, target: F, m: int, k: int) -> None:
    found = pace.averaged(op, target, value, m, k, share=False)
    assert found is not None
    said = pace.asked(found, percent=False)
    assert COMPARE[op](year(value, m, said, k), target) or (op in ("<", ">") and said == found.rest)


@given(BOUNDS, SHARES, TARGETS, MONTHS, MONTHS)
def test_of_a_share_no_more_than_all_is_asked_without_saying_that_it_is_out_of_reach(
    op: str, value: F, target: F, m: int, k: int
) -> None:
    found = pace.averaged(op, target, value, m, k, share=True)
    assert found is not None
    assert not (found.missed and found.unlikely)
    reachable = any(COMPARE[op](year(value, m, rest, k), target) for rest in (F(0), F(1)))
    assert reachable == (not found.missed and not found.unlikely)
    assert found.assured == all(COMPARE[op](year(value, m, rest, k), target) for rest in (F(0), F(1)))
    if reachable and not found.assured:
        assert 0 <= found.rest <= 1


@given(BOUNDS, SHARES, SHARES, TARGETS, MONTHS, MONTHS)
def test_whoever_has_more_is_asked_for_less(op: str, one: F, other: F, target: F, m: int, k: int) -> None:
    less, more = sorted((one, other))
    first, second = (pace.averaged(op, target, value, m, k, share=True) for value in (less, more))
    assert first is not None
    assert second is not None
    assert first.rest >= second.rest
    assert first.behind or first.missed or not second.behind or op in pace.UPPER


@given(st.integers(1, 40), st.integers(0, 60), st.integers(1, YEAR), st.integers(1, 100))
def test_with_what_is_lacking_the_number_is_reached_and_nobody_is_behind(
    target: int, held: int, gone: int, percent: int
) -> None:
    due_from = F(percent, 100)
    found = count(">=", target, (held,), gone, due_from)
    assert found is not None
    assert 0 <= found.expected <= target
    after = count(">=", target, (held + int(found.lacking),), YEAR, due_from)
    assert after is not None
    assert (after.lacking, after.behind) == (F(0), False)
    assert found.lacking == 0 or held + found.lacking == target


@given(st.integers(1, 40), st.integers(0, 60), st.integers(1, YEAR - 1), st.integers(1, 100))
def test_as_the_year_goes_on_more_is_expected_and_who_is_behind_stays_so(
    target: int, held: int, gone: int, percent: int
) -> None:
    now, later = (count(">=", target, (held,), day, F(percent, 100)) for day in (gone, gone + 1))
    assert now is not None
    assert later is not None
    assert later.expected >= now.expected
    assert later.behind or not now.behind
    assert later.left == now.left - 1


@given(st.integers(1, 4), st.integers(0, 3), st.lists(st.integers(0, 5), min_size=2, max_size=4), st.data())
def test_a_quota_is_full_when_every_part_brings_what_it_lacks(
    extra: int, least: int, held: list[int], data: st.DataObject
) -> None:
    quota = Quota(least * len(held) + extra, least)
    begun = data.draw(st.integers(0, len(held) - 1))
    held = [*held[: begun + 1], *(0 for _ in held[begun + 1 :])]
    for over in range(begun, len(held)):
        found = pace.by_quota(quota, held, over, (str(over), Stretch(30, 60)), Stretch(1, 2), HALF)
        if over == len(held) - 1 or found.period:
            held[over] += int(found.lacking)
    assert sum(held) >= quota.total
    assert all(n >= least for n in held[begun:])
