"""The board's view: many departments, long names, the trend."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.settings import HOME
from bot.translator import Translator, translators
from bot.views.board import board, shortened
from domain.board import ROWS, Light, Lights, brief
from domain.facts.overview import Standing, UnitLights, Week

T: Translator = translators(HOME / "locales", ZoneInfo("Asia/Shanghai"), "创建办")["zh_CN"]
NOW = datetime(2026, 12, 11, 9, 30, tzinfo=UTC)
RED = Lights(on_time=Light.BAD)
SIXTY = "上海市嘉定区人民法院" * 5 + "第三派出法庭综合审判"


def standing(*units: UnitLights, trend: tuple[Week, ...] = ()) -> Standing:
    return Standing(NOW, ("思想政治", "三个规定"), units, {"met": 31, "no data": 20}, 63, 60, 59, 4, 0, trend)


def unit(name: str, overdue: int = 0, days: int = 0) -> UnitLights:
    return UnitLights(name, (RED if overdue else Lights(), Lights()), overdue, days)


def test_of_two_hundred_departments_the_worst_have_a_row_and_the_others_are_counted_in_one() -> None:
    found = [unit(f"第{n}庭", max(0, 40 - n), 3) for n in range(200)]
    made = board(standing(*found), T, "局面")
    assert [row.unit for row in made.rows] == [one.unit for one in found[:ROWS]]
    assert made.rest
    assert made.rest.unit == "其余 170 个部门"
    assert made.rest.bad == (10, 0)
    assert made.rest.overdue == sum(one.overdue for one in found[ROWS:])
    assert sum(row.overdue for row in made.rows) + made.rest.overdue == sum(one.overdue for one in found)
    assert "末行的数字" in made.footer


def test_a_few_departments_have_no_row_of_others() -> None:
    made = board(standing(unit("立案庭")), T, "局面")
    assert (made.rest, made.footer) == (None, "")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("立案庭", "立案庭"),
        ("知识产权与金融审判庭综合办公室", "知识产权与金融审判庭综合办公室"),
        (SIXTY, "上海市嘉定区人民法…派出法庭综合审判"),
        ("Discipline Inspection Group", "Discipline Inspection Group"),
        ("Enforcement Adjudication Division", "Enforcement Adj…tion Division"),
        ("", ""),
    ],
)
def test_a_long_name_keeps_both_its_ends(name: str, shown: str) -> None:
    assert brief(name) == shown
    assert shown == name or len(shown) < len(name)


def test_names_that_the_picture_shortens_stand_in_full_under_it() -> None:
    assert shortened(standing(unit("立案庭")), T) is None
    assert shortened(standing(unit(SIXTY), unit("立案庭")), T) == f"图中简写的部门：{SIXTY}"
    many = [unit(f"{n}{SIXTY}") for n in range(9)]
    assert (shortened(standing(*many), T) or "").endswith("另有 3 项")


def test_the_trend_says_the_newest_share_and_leaves_a_week_without_any_empty() -> None:
    weeks = (Week(date(2026, 12, 4), 0, 0, 30, 51), Week(date(2026, 12, 11), 63, 59, 31, 51))
    share, met = board(standing(unit("立案庭"), trend=weeks), T, "局面").trend
    assert (share.said, share.shares) == ("93.65%", (None, 59 / 63))
    assert (met.said, met.shares) == ("31/51", (30 / 51, 31 / 51))
    nothing = board(standing(unit("立案庭"), trend=weeks[:1]), T, "局面").trend[0]
    assert nothing.said == "本月尚无到期"


def test_what_is_overdue_of_this_month_and_of_earlier_ones_is_told_apart_as_in_the_text_beside_it() -> None:
    found = replace(standing(unit("立案庭", 9, 16)), verdicts={"met": 9, "not met": 2}, overdue=9, earlier=2)
    made = board(found, T, "局面")
    counts = dict(made.counts)
    assert (counts["逾期"], counts["往月逾期"], counts["指标未达标"]) == ("7", "2", "2")
    assert made.alarm == "逾期"
    assert made.overdue_label.format(count=9, days=16) == "逾期 9 · 16 个工作日"
    of_earlier_months = board(replace(found, overdue=2), T, "局面")
    assert (dict(of_earlier_months.counts)["逾期"], of_earlier_months.alarm) == ("0", "往月逾期")
    assert "往月逾期" not in dict(board(replace(found, earlier=0), T, "局面").counts)


def test_the_date_has_its_year_and_what_is_overdue_is_red_only_where_something_is() -> None:
    made = board(standing(unit("立案庭")), T, "示范法院创建工作周报 第 24 期")
    assert made.subtitle == "截至 2026年12月11日 17:30"
    assert made.alarm in dict(made.counts)
