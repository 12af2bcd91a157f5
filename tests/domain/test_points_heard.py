"""What is said of an indicator's points in one message, clause by clause."""

from datetime import date
from functools import cache

import pytest

from catalogue import shipped
from domain.answers import Occurrence, Rank
from domain.cadences import parse_period
from domain.reader import asking
from domain.reader.asked import Value
from domain.reader.points import Point, read

JANUARY = date(2027, 1, 8)
SECOND_HALF, YEAR = parse_period("2026-H2"), parse_period("2026")
OTHERS = frozenset({"立案庭", "执行局", "商事审判庭", "商庭"})
NOTHING = "nothing"


@cache
def points(code: str) -> tuple[Point, ...]:
    indicators = shipped.load("jiading-2022").indicators
    return asking.points(next(one for one in indicators if one.code == code).requirements)


def said(code: str, seq: int, text: str) -> dict[int, Value] | str:
    period = YEAR if points(code)[0].shape == "rank" or code in ("4.8.1", "3.3.2") else SECOND_HALF
    heard = read(text, points(code), seq, JANUARY, period, OTHERS)
    return heard.doubt.reason if heard.doubt else dict(heard.values)


@pytest.mark.parametrize(
    "text",
    [
        "是", "有", "有滴", "对的对的", "Y", "√", "✅", "没问题", "建了", "做着呢", "都在做", "一直坚持", "早就有了",
        "已建立并常态化运行", "制度已印发，正常执行中", "有，一直在用", "落实了落实了", "正常开展", "按规定落实",
        "我庭已建立“三个规定”月报告制度，每月5日前按时上报", "月报告制度已建立，专人负责，按月报送，无遗漏",
        "已经有了，2023年就建立了", "2026年8月建立", "有，见附件", "已建立(见2026年3号文)", "是，制度文件已上传",
        "制度已经建立，下一步继续完善", "已建立，将继续严格落实", "已经建立，运行正常，没有发现问题", "去年建的",
    ],
)  # fmt: skip
def test_what_is_in_place(text: str) -> None:
    assert said("2.1.1", 1, text) == {1: True}


@pytest.mark.parametrize(
    "text",
    [
        "否",
        "没有",
        "没有这项制度",
        "没建立",
        "还没建",
        "尚未建立",
        "莫得",
        "木有",
        "N",
        "no",
        "×",
        "❌",
        "不健全",
        "否，没有",
    ],
)
def test_what_is_not(text: str) -> None:
    assert said("2.1.1", 1, text) == {1: False}


@pytest.mark.parametrize(
    "text",
    [
        # half of it, soon, perhaps, somebody else's, something else, the opposite of the opposite
        "基本建立", "建立了一半", "在建", "建立健全中", "制度有了，正在完善", "应该有吧", "大概是", "不太健全",
        "凑合", "还行",
        "食堂办好了", "执行局建立了", "没有不落实的", "不是没有", "有问题", "有啊，怎么没有", "建立了吗", "同上期",
        "跟上半年一样，没变化", "上半年建立得好", "如果算上草稿就建立了", "那当然，还能有假", "材料已报",
        "预计12月建立", "1", "100%",
        "已建立，但未落实", "是的，没有建", "有没有", "只有一半支部建立",
    ],
)  # fmt: skip
def test_what_leaves_it_open_is_asked_back(text: str) -> None:
    assert isinstance(said("2.1.1", 1, text), str)


@pytest.mark.parametrize(
    "text",
    [
        "没有", "没有没有，我们支部好着呢", "没得", "莫得", "冇", "没得这种事", "没这回事", "一起都没有", "0件0起",
        "无查实",
        "未接到投诉", "没有被投诉", "经自查，未发现", "不存在此类情况，请放心", "好的，没有", "收到，无此情况",
        "没有1起",
        "没有冷硬横推的情况，也没有庸懒散奢的现象", "全年没有", "更正：无", "经查实的投诉0起，督察发现0起",
        "没出过这种事",
        "接到投诉3起，经查均不属实，无查实的", "冷硬横推拥懒散奢现象：无",
    ],
)  # fmt: skip
def test_nothing_of_the_kind(text: str) -> None:
    assert said("1.3.1", 1, text) == {1: NOTHING}


@pytest.mark.parametrize(
    "text",
    [
        "查实1件，9月15日", "9.15查实1起", "2026-09-15 1件", "去年9月15日1起", "有一起，9月15日，窗口态度生硬",
        "9月15日发生1起，未造成影响", "更正：应为9月15日1起",
    ],
)  # fmt: skip
def test_something_of_it_with_day_and_number(text: str) -> None:
    found = said("1.3.1", 1, text)
    assert isinstance(found, dict)
    assert isinstance(found[1], Occurrence)
    assert (found[1].day, found[1].count) == (date(2026, 9, 15), 1)


@pytest.mark.parametrize(
    "text",
    [
        "暂无", "基本没有", "没有吧", "不能说没有", "大概没有", "有1起", "两起", "有几起", "没有大的",
        "没有重大问题", "三季度没有",
        "12月没有", "上半年没有", "不清楚", "没注意", "无，但有1件投诉待查", "没有发现，但群众有反映",
        "没有，执行局有1起",
        "没有查实的有2件", "11月20日和12月3日各1起", "5月8日查实1起", "刚才说有1起错了，没有",
        "有投诉2起，还没查实", "应无",
        "没有损害群众利益的", "怎么会有呢", "没有统计到",
    ],
)  # fmt: skip
def test_what_may_be_nothing_or_something_is_asked_back(text: str) -> None:
    assert isinstance(said("1.3.1", 1, text), str)


@pytest.mark.parametrize(
    ("code", "seq", "text", "values"),
    [
        ("2.1.1", 1, "月报告制度已建立，逢问必录已落实", {1: True, 4: True}),
        ("2.1.1", 1, "两项均已建立", {1: True, 4: True}),
        ("2.1.1", 1, "1、是；4、否", {1: True, 4: False}),
        ("2.1.1", 1, "第一项是，第四项也是", {1: True, 4: True}),
        ("1.1.1", 1, "1.是 2.是 3.是 4.否 5.是", {1: True, 2: True, 3: True, 4: False, 5: True}),
        ("1.1.1", 1, "前两项已落实", {1: True, 2: True}),
        ("5.3.4", 1, "1、2、3、5、7项均已开通", {1: True, 2: True, 3: True, 5: True, 7: True}),
        ("5.3.4", 1, "交退费开通了，阅卷没开通", {1: True, 2: False}),
        ("5.3.4", 1, "网上阅卷没开通，其他都开通了", {1: True, 2: False, 3: True, 5: True, 7: True}),
        ("1.1.1", 1, "是，是，是，否，是", {1: True, 2: True, 3: True, 4: False, 5: True}),
        ("1.1.1", 1, "√√√×√", {1: True, 2: True, 3: True, 4: False, 5: True}),
        ("1.1.1", 1, "前三项是，后两项否", {1: True, 2: True, 3: True, 4: False, 5: False}),
        ("1.1.1", 1, "第1项是，其余否", {1: True, 2: False, 3: False, 4: False, 5: False}),
        ("1.1.1", 1, "坚持每月集体学习，制度已健全", {1: True}),
        ("1.1.1", 1, "制度是健全的，落实上打了折扣", "about"),
        ("1.1.1", 1, "有制度，落实一般", "about"),
        ("1.1.1", 1, "制度有，但下半年没有落实", {1: False}),
        ("5.3.4", 1, "全部开通", {1: True}),  # all of it, or all points: at least the one that was asked
        ("1.3.1", 1, "两项都没有，第三项也做到了", {1: NOTHING, 2: NOTHING, 3: True}),
        ("1.3.1", 1, "1、2无，3是", {1: NOTHING, 2: NOTHING, 3: True}),
        ("5.3.2", 1, "网上跨域跨境都没有超期", {1: NOTHING, 3: NOTHING, 4: NOTHING}),
        ("5.3.2", 1, "三项均无", {1: NOTHING, 3: NOTHING, 4: NOTHING}),
        ("5.3.2", 1, "第3项没有", {3: NOTHING}),
        ("6.3.3", 1, "四项均无", {1: NOTHING, 2: NOTHING, 3: NOTHING, 4: NOTHING}),
        ("6.3.3", 1, "无无无无", {1: NOTHING, 2: NOTHING, 3: NOTHING, 4: NOTHING}),
        ("6.3.3", 1, "2021年有过1件，近三年没有", {1: NOTHING}),
        # another one than was asked about, by a part of its name
        ("5.3.2", 1, "跨境没有", "other-point"),
        ("1.1.1", 1, "青年理论学习小组有活动", "other-point"),
        # no such number; not so many; less than is asked about
        ("5.3.2", 1, "1无2无3无", "which"),
        (
            "5.3.2",
            1,
            "10月3日网上立案超期2件，跨域没有",
            {1: Occurrence(date(2026, 10, 3), 2, "网上立案超期"), 3: NOTHING},
        ),
        ("5.3.2", 1, "10月3日 网上立案超期", "occurrence-count"),
        ("6.3.3", 1, "近一年无重大错案", "other-time"),
        ("6.3.3", 1, "今年没有", "other-time"),
        ("5.3.2", 1, "没有网上立案", "not-understood"),
    ],
)
def test_each_point_gets_what_is_said_of_it(code: str, seq: int, text: str, values: dict[int, Value] | str) -> None:
    assert said(code, seq, text) == values


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("案访比第3，16家", {4: Rank(3, 16)}),
        ("案访比第3（16家）；化解率第2（16家）", {4: Rank(3, 16), 6: Rank(2, 16)}),
        ("4.第3 5.第5 6.第2", {4: Rank(3), 5: Rank(5), 6: Rank(2)}),
        ("2026年第3，2025年第5", {4: Rank(3)}),
        ("去年第3", {4: Rank(3)}),
        ("前三季度第3", "other-time"),
        ("1-11月第3", "other-time"),
        ("化解率第2", "other-point"),
        ("执行局第2", "other-unit"),
        ("第3还是第4", "question"),
        ("通报还没下来", "not-understood"),
    ],
)
def test_ranks_of_several_points(text: str, ranks: dict[int, Rank] | str) -> None:
    assert said("4.8.1", 4, text) == ranks


@pytest.mark.parametrize("text", ["2到3名", "第一方阵", "浦东法院第1", "前五", "由第5位升至第3或第4位", "第2-3名"])
def test_a_rank_that_is_not_certain_is_asked_back(text: str) -> None:
    assert isinstance(said("4.1.2", 1, text), str)


def test_the_source_of_a_rank_names_no_other_point() -> None:
    assert said("2.2.1", 1, "第3名，共16家，高院通报") == {1: Rank(3, 16, "高院通报")}


def test_the_rank_of_another_field_is_not_taken() -> None:
    assert said("4.1.2", 1, "民事排第3") == "other-unit"
    assert said("4.1.2", 1, "刑事审判质效列全市第4位") == {1: Rank(4)}
