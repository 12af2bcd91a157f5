"""A draft as the records keep it comes back as it was, without the names of persons."""

import json
from datetime import date
from fractions import Fraction

import pytest

from catalogue.demands.demand import Alternative, Demand
from catalogue.reading.draft import Draft, DraftArea, DraftIndicator, DraftItem, DraftPost, DraftUnit, Mechanism
from catalogue.reading.storing import nameless, restored, stored
from domain.notice import Doubt

RATE = Demand(
    "办结率",
    ">=",
    Fraction(1, 3),
    "33.3",
    "%",
    "N",
    "rate",
    "办结率达到三分之一",
    "year",
    date(2026, 12, 31),
    "原文写的是一个区间",
    (
        Alternative("不超过", (("op", "<="),)),
        Alternative("到年中", (("deadline", date(2026, 6, 30)), ("value", Fraction(2, 7)))),
        Alternative("没有数", (("value", None), ("target", "是"), ("soft", True))),
        Alternative("不是指标"),
    ),
)


def draft(*demands: Demand) -> Draft:
    one = DraftIndicator(
        "1.1.1",
        "办结率",
        ("甲科",),
        ("乙科", "丙科"),
        demands,
        "年底前",
        "5分",
        "备注",
        7,
        (Doubt("lead", "", "空着", "甲科"),),
    )
    return Draft(
        "某府发〔2026〕1号",
        "通知",
        date(2026, 2, 20),
        "某县人民政府",
        (DraftArea(1, "重点工作", (DraftItem("（一）", "效率", (one,)),)),),
        (DraftUnit("甲科", aliases=("甲",)), DraftUnit("各科室", "group", has_all=True, convenor="甲科")),
        (DraftPost("领导小组", "组长", "县长", "甲乙丙", 3),),
        (Mechanism("例会", "每月", "每月召开例会", 9),),
        (Doubt("number", "", "没有找到文号", "无文号", ("另定",)),),
        ("第 3 页有图片",),
    )


@pytest.mark.parametrize(
    "whole",
    [draft(), draft(RATE), Draft("", "", None, "", (), ())],
    ids=["without demands", "with other readings", "empty"],
)
def test_through_json_and_back_nothing_but_the_holders_is_lost(whole: Draft) -> None:
    record = json.loads(json.dumps(stored(whole), ensure_ascii=False))
    assert restored(record) == nameless(whole)
    assert "甲乙丙" not in json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize("number", range(len(RATE.alternatives)))
def test_another_reading_sets_the_same_before_and_after(number: int) -> None:
    (back,) = restored(json.loads(json.dumps(stored(draft(RATE))))).indicators[0].demands
    assert back.alternatives[number].of(back) == RATE.alternatives[number].of(RATE)
