import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import CHINESE, NUMBER, chinese, level, plain, value_of
from tests.domain.numerals import SIGNS, spoken


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("零", 0), ("〇", 0), ("五", 5), ("两", 2), ("十", 10), ("十五", 15), ("一十五", 15), ("四十五", 45),
        ("廿三", 23), ("廿", 20), ("卅一", 31), ("一百零二", 102), ("一百〇二", 102), ("一百二", 120),
        ("一百二十", 120), ("一百一十五", 115), ("两百五", 250), ("一千三", 1300), ("一千零三", 1003),
        ("一千零三十", 1030),
        ("两千零五", 2005), ("一万", 10_000), ("一万二", 12_000), ("一万零二", 10_002), ("一万二千", 12_000),
        ("十二万三千四百五十六", 123_456), ("二〇二六", 2026), ("二〇", 20), ("一二三", 123),
    ],
)  # fmt: skip
def test_chinese_numbers_are_read_as_they_are_meant(written: str, number: int) -> None:
    assert chinese(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "三四", "四五", "三五", "四五十", "十五六", "百", "千", "万", "十百", "百十", "零十五", "四十零", "两两",
     "二廿", "一万万", "零五", "一百二百", "二万三四", "一" * 10, "45", "四5", "abc"],
)  # fmt: skip
def test_what_is_no_certain_number_is_none(written: str) -> None:
    assert chinese(written) is None


@given(st.integers(0, 99_999_999))
def test_every_number_said_in_full_is_read_back(number: int) -> None:
    assert chinese(spoken(number)) == number
    assert chinese(spoken(number).replace("零", "〇")) == number


@given(st.integers(2, 9).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, 9))))
def test_a_last_digit_without_its_scale_counts_the_next_one_down(digits: tuple[int, int]) -> None:
    first, last = digits
    for scale, name in ((100, "百"), (1000, "千"), (10_000, "万")):
        assert chinese(f"{SIGNS[first]}{name}{SIGNS[last]}") == first * scale + last * scale // 10


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("45 45 2", [45, 45, 2]),
        ("45,45,2", [45, 45, 2]),
        ("1,234", [1234]),
        ("1,234,5", [1, 234, 5]),
        ("应填1,234人", [1234]),
        ("四十五人，2条", [45, 2]),
        ("0", [0]),
        ("52.3%", [None]),
        ("50%", [None]),
        ("2.5", [None]),
        ("-3", [None]),
        ("007", [None]),
        ("三四条", [None]),
        ("1" * 5000, [None]),
        ("没有", []),
    ],
)
def test_numbers_are_found_in_their_order_and_what_is_not_whole_is_marked(text: str, values: list[int | None]) -> None:
    assert [value_of(match.group()) for match in NUMBER.finditer(text)] == values


@given(st.lists(st.integers(0, 999_999), min_size=1, max_size=5), st.sampled_from([" ", "、", "人，", "; "]))
def test_whole_numbers_stand_where_they_are_said_to(numbers: list[int], between: str) -> None:
    text = between.join(map(str, numbers))
    found = [match.group() for match in NUMBER.finditer(text)]
    assert found == [str(number) for number in numbers]
    assert [value_of(written) for written in found] == numbers


@given(st.integers(1000, 999_999_999))
def test_thousands_in_groups_are_one_number(number: int) -> None:
    assert [value_of(match.group()) for match in NUMBER.finditer(f"{number:,}")] == [number]


@given(st.text() | st.text("0123456789,.-%" + CHINESE))
def test_no_text_is_too_odd_to_be_searched_for_numbers(text: str) -> None:
    for match in NUMBER.finditer(plain(text)):
        value = value_of(match.group())
        assert value is None or value >= 0


def test_full_width_forms_are_made_ordinary() -> None:
    assert plain("　４５，\n 45％ ") == "45, 45%"
    assert level("４５，（㎏）") == "45,(㎏)"


@given(st.text())
def test_levelling_keeps_every_place(text: str) -> None:
    assert len(level(text)) == len(text)
