"""The record of a draft says its figures as the paper prints them."""

import pytest

from catalogue.reading.reading import read
from catalogue.reading.telling import as_record
from tests.catalogue.reading.drawn import HEAD, paper, table


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("完成固定资产投资3.6亿元以上", 3.6, "亿元"),
        ("投资额（亿元）≥3.6", 3.6, "亿元"),
        ("高标准农田不少于3.1万亩", 3.1, "万亩"),
        ("每年培训5万人次以上", 5, "万人次/年"),
        ("招商到位资金不低于300万元", 300, "万元"),
        ("森林火灾受害率控制在0.5‰以内", 0.5, "‰"),
        ("差错率低于千分之三", 3, "‰"),
        ("群众满意率不低于90%", 90, "%"),
    ],
)
def test_figures_stand_in_the_record_as_they_are_printed(text: str, value: float, unit: str) -> None:
    row = ("重点工作", "（一）任务", text, "办公室", "办公室")
    (area,) = as_record(read(paper(table(HEAD, row))))["areas"]
    (demand,) = area["items"][0]["indicators"][0]["requirements"]
    assert (demand["value"], demand["unit"]) == (value, unit)
