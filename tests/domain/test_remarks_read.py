"""What leaders write below a weekly report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.remarks import headline, is_read, limit, owners

WORKDAYS = Calendar({}, date(2026, 12, 31))
TODAY = date(2026, 3, 9)  # a Monday
UNITS = ("立案庭", "执行局", "政治部", "民事审判庭", "民庭", "办公室", "审判监督庭", "审监庭", "机关党委", "派驻组")
LEADS = {"5.2.1": "立案庭", "4.7.1": "执行局", "4.7.2": "执行局", "1.1.1": "机关党委"}
MATTERS = {
    "诉前调解七项数据": "立案庭",
    "诉前调解案件成功率": "立案庭",
    "首次执行案件终本率": "执行局",
    "学习教育": "机关党委",
}

READ = [
    "阅", "阅。", "已阅", "已阅。", "已阅，很好", "同意", "同意。", "好", "好的", "很好", "圈阅", "已圈阅",
    "阅知", "阅悉", "知悉", "已知悉", "均已阅", "收到", "收到，谢谢", "知道了", "了解", "可以", "可", "行",
    "无意见", "没有意见", "没有不同意见", "同意，无异议", "已阅，同意", "已阅。3月9日", "阅。2026年3月9日",
    "阅 3.9", "已阅，总体情况不错", "很好，再接再厉", "好，继续努力", "已阅，同志们辛苦了", "辛苦了", "👍",
    "👌👌", "OK", "ok", "已阅，工作扎实", "进展顺利，继续保持", "同意按此办理", "原则同意", "阅，成绩值得肯定",
    "本期周报已阅", "第3期已阅", "已看", "嗯", "同意上述意见", "照办", "完全同意！", "（已阅）", "阅\n",
]  # fmt: skip
REMARKS = [
    "阅。请执行局抓紧落实，月底前报结果", "请政治部牵头研究", "已阅，请立案庭说明原因", "不同意", "不行",
    "同意，请抓紧办理", "阅处", "请办公室阅处", "请分管院领导阅示", "好像不对，请核实",
    "为什么还有两个部门没报？", "好吗？", "阅。逾期的要通报", "请派驻组关注", "4.7.1 怎么还没达标",
    "终本率偏高，要分析原因", "抓紧", "尽快整改", "同意。下周三前把整改方案报我",
    "请机关党委三个工作日内拿出意见", "已阅，注意数据质量", "可能有误，再核一下", "不可", "暂不同意",
    "未达标的要逐项说明", "请民庭写个情况说明，周五前给我", "很好，但要防止反弹", "请各部门对照检查",
    "这个月的诉前调解成功率下降了，找找原因", "转执行局办理", "诉前调解的事要盯住", "可否提前",
    "已阅，下期单列逾期部门", "请研究", "并请审监庭配合", "阅，存", "开个会研究一下", "五个工作日内报结果",
    "列入党组会议题",
]  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_it_was_read(text: str) -> None:
    assert is_read(text)


@pytest.mark.parametrize("text", REMARKS)
def test_something_is_asked_or_said(text: str) -> None:
    assert not is_read(text)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("阅。请执行局抓紧落实，月底前报结果", "执行局"),
        ("请政治部牵头研究", "政治部"),
        ("请民庭写个情况说明，周五前给我", "民庭"),
        ("请政治部牵头，不是办公室", "政治部"),
        ("4.7.1 怎么还没达标", "执行局"),
        ("4.7.1、4.7.2 都要说明原因", "执行局"),
        ("4.7.1、5.2.1 都要说明原因", "执行局 立案庭"),
        ("9.9.9 是什么", ""),
        ("诉前调解成功率下降了，找找原因", "立案庭"),
        ("终本率偏高", ""),
        ("首次执行案件终本偏高", "执行局"),
        ("执行局和立案庭都要说明", "执行局 立案庭"),
        ("请立案庭、审监庭和执行局抓紧补报", "立案庭 审监庭 执行局"),
        ("请政治部研究，立案庭、执行局的数据不对", "政治部"),
        ("请政治部牵头，不是立案庭、执行局", "政治部"),
        ("请立案庭会同执行局研究", "立案庭"),
        ("请各部门对照检查", ""),
        ("请财务科说明", ""),
        ("抓紧", ""),
    ],
)
def test_whose_it_is_to_be(text: str, units: str) -> None:
    assert owners(text, UNITS, LEADS, MATTERS) == tuple(units.split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("月底前报结果", date(2026, 3, 31)),
        ("周五前给我", date(2026, 3, 13)),
        ("下周三前把整改方案报我", date(2026, 3, 18)),
        ("五个工作日内报结果", date(2026, 3, 16)),
        ("3月20日前报", date(2026, 3, 20)),
        ("尽快整改", None),
        ("抓紧", None),
        ("3月2日就该报了", None),
        ("请政治部牵头研究", None),
    ],
)
def test_by_when(text: str, day: date | None) -> None:
    assert limit(text, TODAY, WORKDAYS) == day


@given(st.text(max_size=200))
def test_any_text_is_one_of_the_two_and_never_stops_the_bot(text: str) -> None:
    assert is_read(text) in (True, False)
    assert set(owners(text, UNITS, LEADS, MATTERS)) <= set(UNITS)
    day = limit(text, TODAY, WORKDAYS)
    assert day is None or day > TODAY
    assert "\n" not in headline(text, 20)


@given(st.sampled_from(READ), st.sampled_from([text for text in REMARKS if "？" not in text]))
def test_a_demand_behind_a_word_of_having_read_is_a_demand(read: str, remark: str) -> None:
    assert not is_read(f"{read}。{remark}")
