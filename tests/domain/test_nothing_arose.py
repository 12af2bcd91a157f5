"""无 and 一件都没有 are asked back as 0, 没有超期 and 没统计 are not."""

from fractions import Fraction

import pytest

from domain.kinds import quantity
from domain.reader.asked import Asked, Demand
from domain.reader.nothing_arose import zeros

ONTIME, CROSS = quantity("按时反馈的跨域立案申请 件"), quantity("跨域立案申请 件")
SHARE = Demand(1, "跨域立案服务申请按时反馈", "rate", "%", parts=(ONTIME, CROSS))
CHECKED = quantity("抽查运行病历次数 次")
COUNT = Demand(2, "抽查运行病历", "count", "次", parts=(CHECKED,))
NEW, BEFORE = quantity("一审收案 件"), quantity("上年同期一审收案 件")
GROWTH = Demand(3, "一审收案增幅下降", "growth", "%", parts=(NEW, BEFORE), whole=False)


def asked(*demands: Demand) -> Asked:
    return Asked(demands, tuple(part for demand in demands for part in demand.parts))


@pytest.mark.parametrize(
    "text",
    [
        "无", "没有", "一件也没有", "一件都没有", "本月无", "没发生", "没有发生",
        "本月没有跨域立案申请", "跨域立案没有", "这个月跨域立案一件都没有", "本月未发生此类情况",
        "我们庭没有跨域立案的。", "没有收到跨域立案申请", "跨域立案申请为0",
    ],
)  # fmt: skip
def test_nothing_of_the_kind_is_zero(text: str) -> None:
    assert zeros(text, asked(SHARE)) == {ONTIME.label: Fraction(0), CROSS.label: Fraction(0)}


@pytest.mark.parametrize(
    "text",
    [
        "没有超期", "没有一件超期", "本月没有数据", "没统计", "没有按时反馈的", "没有登录权限",
        "没问题", "无误", "没有时间", "无异议", "跨境立案没有", "没有，等下再报", "没有12件",
    ],
)  # fmt: skip
def test_what_denies_something_else_is_not(text: str) -> None:
    assert zeros(text, asked(SHARE)) == {}


def test_of_several_what_is_named_and_of_no_other_year() -> None:
    assert zeros("一次都没抽查", asked(SHARE, COUNT)) == {CHECKED.label: Fraction(0)}
    assert zeros("跨域立案没有", asked(SHARE, COUNT)) == {ONTIME.label: Fraction(0), CROSS.label: Fraction(0)}
    assert zeros("本月无", asked(GROWTH)) == {NEW.label: Fraction(0)}
