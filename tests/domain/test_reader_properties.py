"""A figure written in any notation reads back exactly; what is added around it changes nothing; noise says nothing."""

import string
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.numbers import CHINESE
from domain.reader import figures
from tests.domain.figures_wanted import CASES, COUNT, DURATION, MEDIATED, MEDIATION, RATE, SUCCESS
from tests.domain.numerals import SIGNS, spoken

FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in string.digits + ".,%/:()"}
Values = Mapping[str, Fraction]


def with_liang(number: int) -> str:
    return "".join(
        "两" if sign == "二" and following in "百千万亿" and following else sign
        for sign, following in zip(spoken(number), [*spoken(number)[1:], ""], strict=True)
    )


def fused(number: int) -> str:
    return spoken(number).replace("二十", "廿").replace("三十", "卅")


def scaled(number: int) -> str:
    """12300 as 1.23万."""
    digits = f"{number // 10_000}.{number % 10_000:04d}".rstrip("0").rstrip(".")
    return f"{digits}万" if number else "0"


WHOLE: dict[str, Callable[[int], str]] = {
    "arabic": str,
    "with separators": "{:,}".format,
    "full-width": lambda n: str(n).translate(FULL_WIDTH),
    "full-width with separators": lambda n: f"{n:,}".translate(FULL_WIDTH),
    "chinese": spoken,
    "chinese with 两": with_liang,
    "chinese with 廿": fused,
    "formal": lambda n: spoken(n).translate(FORMAL),
    "so many 万": scaled,
}
TENTHS = st.integers(0, 1000)


def decimal(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10}"


def spoken_decimal(thousandths: int) -> str:
    return f"{spoken(thousandths // 10)}点{SIGNS[thousandths % 10]}"


SHARES: dict[str, Callable[[int], str]] = {
    "with its sign": lambda n: f"{decimal(n)}%",
    "with two decimals": lambda n: f"{decimal(n)}0%",
    "full-width": lambda n: f"{decimal(n)}%".translate(FULL_WIDTH),
    "百分之": lambda n: f"百分之{spoken_decimal(n)}",
    "百分之 with digits": lambda n: f"百分之{decimal(n)}",
    "‰": lambda n: f"{n}‰",
    "千分之": lambda n: f"千分之{spoken(n)}",
    "bare, behind the name of a rate": spoken_decimal,
}


def read(text: str) -> Values:
    return figures.read(text, MEDIATION).values


@pytest.mark.parametrize("notation", WHOLE)
@given(number=st.integers(0, 99_999_999))
def test_a_count_in_any_notation_reads_back_exactly(notation: str, number: int) -> None:
    written = WHOLE[notation](number)
    assert read(f"{MEDIATED}{written}件") == {MEDIATED: number}
    assert read(f"{MEDIATED}：{written}") == {MEDIATED: number}


@pytest.mark.parametrize("notation", SHARES)
@given(number=TENTHS)
def test_a_share_in_any_notation_reads_back_exactly(notation: str, number: int) -> None:
    if notation.startswith("bare") and number <= 10:
        number += 11  # 0.5 may be one half or half of one percent
    assert read(f"成功率{SHARES[notation](number)}") == {SUCCESS.key: Fraction(number, 1000)}


@given(tens=st.integers(1, 9), more=st.integers(1, 9))
def test_tenths_read_back_exactly(tens: int, more: int) -> None:
    assert read(f"成功率{SIGNS[tens]}成") == {SUCCESS.key: Fraction(tens, 10)}
    assert read(f"成功率{SIGNS[tens]}成{SIGNS[more]}") == {SUCCESS.key: Fraction(10 * tens + more, 100)}


@given(whole=st.integers(13, 9999).filter(lambda n: n not in (100, 1000)), data=st.data())
def test_part_and_whole_read_back_exactly(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    wanted = {MEDIATED: part, CASES: whole}
    for written in (
        f"{part}/{whole}", f"{part}／{whole}", f"{whole}件中{part}件", f"{spoken(whole)}件中{spoken(part)}件",
        f"{whole}件里有{part}件", f"{spoken(whole)}分之{spoken(part)}",
    ):  # fmt: skip
        assert figures.read(written, RATE).values == wanted, written
        assert figures.read(f"成功率{written}", MEDIATION).values == wanted, written


@given(number=st.integers(1, 99_999), tenths=st.integers(0, 9))
def test_days_with_decimals_read_back_exactly(number: int, tenths: int) -> None:
    exact = {DURATION.key: Fraction(10 * number + tenths, 10)}
    assert read(f"平均办理时长{number}.{tenths}天") == exact
    assert read(f"平均办理时长{spoken(number)}点{SIGNS[tenths]}天") == exact


BEFORE = st.sampled_from(
    [
        "",
        "领导好，",
        "您好！",
        "收到，",
        "报告领导：",
        "😊",
        "🙏🙏 ",
        "  ",
        "\n",
        "\u200f",
        "【立案庭】",
        "本月",
        "10月数据：",
        "好的，现将数据报送如下：",
    ]
)
BEHIND = st.sampled_from(
    ["", "，谢谢", "。", "！", "👍", " 🙏", "，请查收。", "\n", "  ", "\u200e", "，辛苦了", "，请领导审阅", "～"]
)
SAID = st.sampled_from(
    [
        (f"{MEDIATED}487件", {MEDIATED: 487}),
        (f"{MEDIATED}487件，{CASES}931件", {MEDIATED: 487, CASES: 931}),
        ("成功率52.3%", {SUCCESS.key: Fraction("0.523")}),
        ("成功率百分之五十二点三", {SUCCESS.key: Fraction("0.523")}),
        ("成功率五成二，平均28天", {SUCCESS.key: Fraction("0.52"), DURATION.key: 28}),
        (f"{CASES}931件，其中成功487件", {MEDIATED: 487, CASES: 931}),
        ("487 1520 931 26068", dict(zip((q.label for q in MEDIATION.wanted), (487, 1520, 931, 26068), strict=True))),
    ]
)


@given(before=BEFORE, said=SAID, behind=BEHIND, wide=st.booleans())
def test_polite_words_emoji_spaces_and_full_width_forms_change_nothing(
    before: str, said: tuple[str, Values], behind: str, wide: bool
) -> None:
    text, values = said
    written = before + (text.translate(FULL_WIDTH) if wide else text) + behind
    assert read(written) == values, written


WORDS = (
    "的了是有在我庭院本月上件人天中里案率成功调解诉前办理平均时长总一审立目标要求同比提高约近左右不到多余其"
    "没无全部都均按时反馈，。、；：！？（）/%.-~ \n报送更正谢您好"
)
NUMERALS = CHINESE + string.digits + "壹贰叁肆伍陆柒捌玖拾佰仟半亿"
SAYS_ALL = set("全都均无没")


@given(st.text([*sorted(set(WORDS) - set(NUMERALS))], max_size=40))
def test_words_without_a_figure_are_no_value(text: str) -> None:
    for wanted in (MEDIATION, RATE, COUNT):
        assert not figures.read(text, wanted).values or SAYS_ALL & set(text)


@given(st.text(max_size=60))
@example("½")
@example("①②③")
@example("٣٤")
def test_any_text_is_read_as_text(text: str) -> None:
    for wanted in (MEDIATION, RATE, COUNT):
        found = figures.read(text, wanted)
        assert (found.doubt is None) == bool(found.values)


@given(st.text([*sorted(set(WORDS + NUMERALS))], max_size=40))
def test_signs_and_figures_without_sense_raise_nothing(text: str) -> None:
    for wanted in (MEDIATION, RATE, COUNT):
        found = figures.read(text, wanted)
        assert (found.doubt is None) == bool(found.values)
        assert not found.values or set(text) & (set(NUMERALS) | SAYS_ALL), text
