from fractions import Fraction

import pytest

from domain.reader.amounts import Odd, find, vague
from domain.reader.masking import clean
from domain.reader.notation import Amount


def amounts(text: str) -> tuple[Amount | Odd, ...]:
    cleaned = clean(text)
    assert cleaned is not None
    return find(cleaned)


def only(text: str) -> Amount:
    found = amounts(text)
    assert len(found) == 1, found
    assert isinstance(found[0], Amount)
    return found[0]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("487", 487), ("４８７", 487), ("0", 0), ("1,520", 1520), ("1，520", 1520), ("12,356.78", Fraction("12356.78")),
        ("28.5", Fraction("28.5")), ("28.50", Fraction("28.5")),
        ("二十三", 23), ("廿三", 23), ("卅", 30), ("两百零五", 205), ("四百八十七", 487), ("一百二", 120),
        ("一千五百二十", 1520), ("一万二", 12_000), ("一万零二十", 10_020), ("二〇二六", 2026),
        ("五十二点三", Fraction("52.3")),
        ("五十二点零五", Fraction("52.05")), ("贰拾叁", 23), ("肆佰捌拾柒", 487),
        ("1.2万", 12_000), ("1万2", 12_000), ("1.58万", 15_800), ("3千", 3000), ("2百", 200), ("1.2亿", 120_000_000),
        ("一亿二千万", 120_000_000), ("一亿零三百万", 103_000_000), ("1.3w", 13_000), ("2千万", 20_000_000),
    ],
)  # fmt: skip
def test_a_number_in_any_notation(written: str, value: int | Fraction) -> None:
    found = only(written)
    assert (found.value, found.sort, found.about) == (value, "number", False)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("52.3%", "0.523"), ("52.3％", "0.523"), ("52.3 %", "0.523"), ("100%", "1"), ("0%", "0"), ("3‰", "0.003"),
        ("百分之五十二点三", "0.523"), ("百分之52.3", "0.523"), ("百分之百", "1"), ("百分之一百", "1"),
        ("百分之零点五", "0.005"),
        ("千分之五", "0.005"), ("万分之三", "0.0003"), ("五成", "0.5"), ("五成二", "0.52"), ("七成半", "0.75"),
        ("九成九", "0.99"),
        ("十成", "1"), ("三分之二", "2/3"), ("四分之三", "3/4"),
    ],
)  # fmt: skip
def test_a_share_in_any_notation(written: str, value: str) -> None:
    found = only(written)
    assert (found.value, found.sort, found.about) == (Fraction(value), "share", False)


@pytest.mark.parametrize(
    ("written", "part", "whole"),
    [
        ("23/45", 23, 45), ("23 / 45", 23, 45), ("23件/45件", 23, 45), ("四十五分之二十三", 23, 45),
        ("45人中43人", 43, 45), ("45件里面有43件", 43, 45), ("45人，其中43人", 43, 45),
        ("四十五人当中四十三人", 43, 45),
    ],
)  # fmt: skip
def test_part_and_whole(written: str, part: Fraction | int, whole: Fraction | int | None) -> None:
    found = only(written)
    assert found.sort == "pair"
    assert (found.value, found.whole) == (part, whole)


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("487件", 487, "件"), ("28天", 28, "天"), ("28天半", Fraction("28.5"), "天"), ("350 名", 350, "名"),
        ("1.2亿元", 120_000_000, "元"), ("12,356.78万元", Fraction("12356.78"), "万元"), ("一亿二千万元", 12_000,
        "万元"),
        ("两件", 2, "件"), ("一件", 1, "件"), ("1386通", 1386, "通"),
    ],
)  # fmt: skip
def test_its_unit_stands_behind_it(written: str, value: int | Fraction, unit: str) -> None:
    found = only(written)
    in_unit = found.value / 10_000 if unit == "万元" and found.unit == "元" else found.value
    assert (in_unit, unit) == (value, unit)


@pytest.mark.parametrize("written", ["2.3个百分点", "2.3百分点", "两个百分点", "2.3个点"])
def test_points_are_no_share(written: str) -> None:
    assert only(written).sort == "points"


@pytest.mark.parametrize(
    "written",
    [
        "约487", "大约487件", "近500", "将近500件", "接近52%", "不到53%", "超过50%", "487左右", "487件左右", "400多",
        "400多件",
        "四百余件", "50%以上", "53%以内", "50%上下", "50出头", "至少487", "差不多487", "大概是487",
    ],
)  # fmt: skip
def test_about_so_many(written: str) -> None:
    assert only(written).about


@pytest.mark.parametrize("written", ["50到55", "50%-55%", "50~55", "五十至五十五", "480—490件"])
def test_two_ends_are_no_figure(written: str) -> None:
    assert all(isinstance(one, Amount) and one.about for one in amounts(written))


@pytest.mark.parametrize(
    "written", ["几十件", "好几件", "数百件", "十几个", "一半", "大部分", "三四件", "五十几件", "若干件"]
)
def test_a_quantity_without_a_figure(written: str) -> None:
    assert vague(written)


@pytest.mark.parametrize("written", ["007", "三四", "百", "1.2.3.4万万", "123456789012345678", "一二百三"])
def test_what_is_no_certain_number(written: str) -> None:
    assert all(isinstance(one, Odd) for one in amounts(written)[:1])


@pytest.mark.parametrize(
    "text", ["统一", "一审", "万人空巷的百姓", "第三方", "十分感谢", "一直", "千方百计", "四级法院", ""]
)
def test_signs_within_words_count_nothing(text: str) -> None:
    assert not [one for one in amounts(text) if isinstance(one, Amount)]
