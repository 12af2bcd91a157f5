"""Figures asked for by notices whose words nobody has taught: what is taken, and what is asked back."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.measures import ALL, WHOLE
from domain.reader.asked import Asked, Demand, Heard
from domain.reader.hear import Question, hear
from tests.domain.figures_wanted import asked, demand

LIFTS = asked(demand(1, "电梯检验率", "rate", "%", Fraction(98, 100), "电梯检验率·符合 件", "电梯检验率·总数 件"))
ONLINE = asked(demand(1, "线上办电率", "rate", "%", Fraction(9, 10), "线上办电率·符合 件", "线上办电率·总数 件"))
STAY = asked(demand(1, "平均住院日", "mean", "天", Fraction(8), "平均住院日·合计 天", "平均住院日·数量 件"))
FALL = asked(
    demand(1, "电诈案件发案数同比降幅", "rate", "%", Fraction(15, 100), "发案数·下降数 件", "发案数·上年同期数 件")
)
GROWTH = asked(
    demand(1, "完成水利投资增幅", "growth", "%", Fraction(1, 10), "水利投资·本期 万元", "水利投资·上年同期 万元")
)
PIPES = asked(
    demand(1, "新建供水工程", "figure", "处", Fraction(3), "新建供水工程 处"),
    demand(2, "改造管网", "figure", "公里", Fraction(86), "改造管网 公里"),
)
MODEL = asked(demand(1, "新增示范村", "figure", "个", Fraction(40), "新增示范村 个"))
DEATHS = asked(demand(1, "百亿元投资死亡率", "figure", "人", Fraction(8, 10), "百亿元投资死亡率 人"))
ROOMS = asked(demand(1, "用房盘活", "figure", "平方米", Fraction(11000), "用房盘活 平方米"))
COACHES = asked(
    demand(1, "培训指导员", "figure", "名", Fraction(400), "培训指导员 名"),
    demand(2, "每千人拥有数", "figure", "名", Fraction(26, 10), "每千人拥有数 名"),
)
SPENT = asked(demand(1, "投资完成率", "rate", "%", Fraction(9, 10), "投资完成率·符合 万元", "投资完成率·总数 万元"))
BRACKETS = asked(demand(1, "覆盖（含托管）", "rate", "%", None, "覆盖（含托管）·符合 件", "覆盖（含托管）·总数 件"))
PART, WHOLE_OF = "电梯检验率·符合", "电梯检验率·总数"


def heard(text: str, of: Asked) -> Heard:
    today = date(2026, 11, 6)
    return hear(
        text, Question("figures", today, of, of.period, 0, (), "figures", None, Calendar({}, date(2026, 12, 31)))
    )


@pytest.mark.parametrize(
    ("text", "of", "values"),
    [
        ("应检86台，已检85台", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("已检85台，应检86台", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("一共86台 检了85台 还剩一台在停用", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("86台都检了", LIFTS, {WHOLE_OF: 86, PART: 86}),
        ("辖区电梯86台，全部检验完毕", LIFTS, {WHOLE_OF: 86, PART: 86}),
        ("4月检30台、5月检26台、6月检29台，合计检了85台，应检86台", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("检验率98.8，目标98%", LIFTS, {"#1": Fraction(988, 1000)}),
        ("电梯检验率的分子：85件，电梯检验率的分母：86件", LIFTS, {WHOLE_OF: 86, PART: 85}),  # as the form shows them
        ("电梯检验率·总数86 电梯检验率·符合85", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("应检86，已检85，检验率98.8%", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("受理办电业务3642件，其中线上3591件", ONLINE, {"线上办电率·总数": 3642, "线上办电率·符合": 3591}),
        ("总住院天数23400天，出院2960人", STAY, {"平均住院日·合计": 23400, "平均住院日·数量": 2960}),
        ("平均住院7.9天，去年同期8.6天", STAY, {"#1": Fraction(79, 10)}),
        ("今年发案1286起，去年同期1562起", FALL, {"发案数·下降数": 276, "发案数·上年同期数": 1562}),
        ("发案下降276起，去年同期1562起", FALL, {"发案数·下降数": 276, "发案数·上年同期数": 1562}),
        ("同比下降17.7%", FALL, {"#1": Fraction(177, 1000)}),
        ("今年完成7.1亿元，去年同期6.3亿", GROWTH, {"水利投资·本期": 71000, "水利投资·上年同期": 63000}),
        ("3处，88.5公里", PIPES, {"新建供水工程": 3, "改造管网": Fraction(177, 2)}),
        ("新建供水工程三处，管网改造八十八公里", PIPES, {"新建供水工程": 3, "改造管网": 88}),
        ("全县示范村一共186个，今年新增43个", MODEL, {"新增示范村": 43}),
        ("任务40个，目前43个", MODEL, {"新增示范村": 43}),
        ("从38个增加到43个", MODEL, {"新增示范村": 43}),
        ("0.42人", DEATHS, {"百亿元投资死亡率": Fraction(42, 100)}),
        ("新增示范村43个，特色村61个", MODEL, {"新增示范村": 43}),
        ("新增示范村43个，其中山区18个", MODEL, {"新增示范村": 43}),
        ("新增示范村43个，还有两个在建没算", MODEL, {"新增示范村": 43}),
        ("4月12个 5月14个 6月17个 加一块43个", MODEL, {"新增示范村": 43}),
        ("应检86台，还剩一台没检，其余全检完了", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("在册89台，3台停用不算，应检86台，已检85台", LIFTS, {WHOLE_OF: 86, PART: 85}),
        ("86台套电梯全部检了一遍", LIFTS, {WHOLE_OF: 86, PART: 86}),
        ("东片40台 西片46台 合计86台 都检了一台没落", LIFTS, {WHOLE_OF: 86, PART: 86}),
        ("内科8.1天 外科7.5天 儿科6.2天，全院平均7.4天", STAY, {"#1": Fraction(74, 10)}),
        ("去年同期8.3天，今年降了0.4天，是7.9天", STAY, {"#1": Fraction(79, 10)}),
        ("今年盘活1.2万平", ROOMS, {"用房盘活": 12000}),
        ("今年盘活12000㎡", ROOMS, {"用房盘活": 12000}),
        ("培训412名，每千人2.7名", COACHES, {"培训指导员": 412, "每千人拥有数": Fraction(27, 10)}),
        ("年度计划3420万，完成3112万", SPENT, {"投资完成率·符合": 3112, "投资完成率·总数": 3420}),
    ],
)
def test_what_stands_beside_a_figure_says_what_it_is(text: str, of: Asked, values: dict[str, Fraction]) -> None:
    found = heard(text, of)
    assert (found.doubt, found.values) == (None, values)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("已检86台，应检85台", LIFTS),  # more than there are
        ("应检86台，已检85台，检验率95%", LIFTS),  # does not come out
        ("甲区86台，乙区85台", LIFTS),  # neither part nor whole
        ("应检86台，已检85台，还剩3台", LIFTS),
        ("去年应检80台，检了79台", LIFTS),
        ("全省检验率98.8%", LIFTS),
        ("预计月底检完85台，应检86台", LIFTS),
        ("大概检了85台吧，应检86台", LIFTS),
        ("发案上升5%", FALL),
        ("今年发案1600起，去年同期1562起", FALL),
        ("完成投资下降5%", GROWTH),
        ("先报这一个", LIFTS),
        ("中午一起吃饭不", MODEL),
        ("中心校2个，教学点3个", MODEL),
        ("今年任务40个", MODEL),
        ("东片新增21个，西片新增22个", MODEL),  # parts of the same thing
        ("新增示范村43个，退回2个", MODEL),
        ("新增示范村43个，又补了2个", MODEL),
        ("批了43个指标，市级21个", MODEL),
        ("上半年新增43个，其中二季度21个", MODEL),
        ("新增43个，还有两个县没报上来", MODEL),
        ("在册89台，3台停用不算，应检85台，已检85台", LIFTS),
        ("内科8.1天 外科7.5天 儿科6.2天", STAY),
        ("内科8.1天 外科7.5天，全院平均6.9天", STAY),  # no mean of them
        ("去年同期8.3天，今年降了0.6天，是7.9天", STAY),
        ("招标完成3112万，年度计划3420万", SPENT),
        ("完成3512万，年度计划3420万，计划四季度完成300万", SPENT),
    ],
)
def test_what_does_not_come_out_is_asked_back(text: str, of: Asked) -> None:
    assert not heard(text, of).values


UNITS = [unit for unit in ALL if unit not in ("年", "日", "m方", "元") and unit[0] != "个"]


@given(st.sampled_from(UNITS), st.integers(20, 9999))
def test_a_figure_in_the_unit_of_its_notice_reads_back(unit: str, number: int) -> None:
    form = asked(demand(1, "巡查总量", "figure", unit, Fraction(number), f"巡查总量 {unit}"))
    assert heard(f"巡查总量{number}{unit}", form).values == {"巡查总量": number}


@given(
    st.sampled_from(sorted(unit for unit in WHOLE if not unit.endswith(("次", "年", "月", "天")) or unit == "次")),
    st.integers(100, 500),
    st.integers(0, 40),
)
def test_part_and_whole_are_counted_in_whatever_they_come_in(unit: str, whole: int, less: int) -> None:
    part = max(0, whole - less)
    found = heard(f"应检{whole}{unit}，已检{part}{unit}", LIFTS)
    assert (found.doubt, found.values) == (None, {WHOLE_OF: whole, PART: part})


@given(st.integers(2, 500), st.integers(1, 400))
def test_more_than_there_are_is_never_taken(whole: int, more: int) -> None:
    found = heard(f"应检{whole}台，已检{whole + more}台", LIFTS)
    assert not found.values


SIGNS = (
    "应检已台件个人次全都均总共其余还剩没未去年目标比上下降增长到从" + "，。；、 :()%‰百分之点0123456789一二三两十万亿"
)
WORDS = st.text(alphabet=SIGNS, max_size=60)


@given(WORDS, st.sampled_from([LIFTS, STAY, FALL, GROWTH, PIPES, MODEL, DEATHS, BRACKETS]))
def test_whatever_is_written_is_heard(text: str, of: Asked) -> None:
    found = heard(text, of)
    assert not (found.doubt and found.values)


def test_what_the_notice_asks_for_elsewhere_is_asked_back() -> None:
    beside = replace(LIFTS, beside=("手术安全核查执行率", "住院患者满意度"))
    assert heard("手术320台，320台都核查了", LIFTS).values
    found = heard("手术320台，320台都核查了", beside)
    assert not found.values
    assert found.doubt
    assert heard("患者电梯应检86台，已检85台", beside).values


def test_two_limits_of_one_rate_are_told_by_one_figure() -> None:
    parts = ("病床使用率·符合 件", "病床使用率·总数 件")
    least = demand(1, "病床使用率", "rate", "%", Fraction(85, 100), *parts)
    most: Demand = replace(demand(2, "病床使用率", "rate", "%", Fraction(93, 100), *parts))
    assert heard("病床使用率90.6%", asked(least, most)).values == dict.fromkeys(("#1", "#2"), Fraction(906, 1000))
