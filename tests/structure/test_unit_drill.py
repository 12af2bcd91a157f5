"""Pages of the way down at their worst: nothing there, two hundred departments, names of sixty signs."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import Press, sign
from bot.rendering import CAPTION_LIMIT, TEXT_LIMIT
from bot.settings import HOME, load
from bot.translator import Translator, translators
from bot.views import areas, departments, history, matters, reds
from bot.views.fold import fold, size
from bot.views.message import NUMBERS, Message
from domain import pages
from domain.facts import drill
from domain.facts.overview import Event, Filters, History, TaskLine
from domain.pace import Counted
from domain.pages import Leaf
from tests.house import at

LONG = "综合协调与财产处置及信访化解督查档案管理" * 3  # sixty signs
TITLE = f"{LONG}月报告"
BUTTONS, DATA = 100, 64  # Telegram's limits
FULL = Leaf(25, 25, 200)


@pytest.fixture(scope="module", params=["zh_CN", "en"])
def t(request: pytest.FixtureRequest) -> Translator:
    settings = load(HOME / "config.toml")
    return translators(HOME / "locales", settings.zone, settings.office_name)[request.param]


def line(state: str = "overdue") -> TaskLine:
    return TaskLine(999_999, TITLE, "2026-11", date(2026, 12, 3), state, 999)


def holding(part: str) -> drill.Holding:
    return drill.Holding(part, LONG, date(2026, 1, 5), 200)


def unit_list() -> drill.UnitList:
    rows = tuple(drill.UnitRow(999_900 + n, f"{LONG}{n}", 99, 99, 99) for n in range(16))
    return drill.UnitList(rows, Leaf(13, 13, 200))


def unit_view() -> drill.UnitView:
    tasks = (line(),) * pages.ROWS
    return drill.UnitView(999_999, LONG, 99, 99, 99, 1, 99, Filters(9, 9, 9, 9, 9), tasks, FULL, (), 3)


def indicator_list() -> drill.IndicatorList:
    row = drill.IndicatorRow("12.12.12", TITLE, "not met", 99, "responsible")
    return drill.IndicatorList(0, 999_999, LONG, (row,) * pages.ROWS, FULL, 99)


def area_list() -> drill.AreaList:
    return drill.AreaList((drill.AreaRow(12, LONG[:6], TITLE, 99, 1, 99),) * pages.ROWS, FULL)


def matter_list(which: drill.Which) -> drill.Matters:
    behind = ((Counted(Fraction(30), Fraction(20), 9, behind=True), "件/年"),) * 3
    task = None if which == "pace" else line()
    row = drill.Matter(LONG, "12.12.12", task, holding("reviewer"), 99, TITLE, behind)
    return drill.Matters(which, 0, LONG, "12.12.12", (row,) * pages.ROWS, FULL)


def red_list() -> drill.Reds:
    kinds = (("received", line()), ("on time", line()), ("proven", line("late")), ("meets", None))
    rows = tuple(
        drill.Red(light, LONG, "12.12.12", TITLE, task, holding("responsible"), 99, 99, (TITLE,) * 3)  # type: ignore[arg-type]
        for light, task in kinds * 2
    )
    return drill.Reds(999_999, 12, LONG, rows, FULL)


def course() -> History:
    event = Event(at("2026-03-02 09:00"), "note", LONG, {"text": "字" * 2000})
    return History(line(), LONG, "12.12.12", (event,) * pages.ROWS, (), may_urge=True, has_report=True, leaf=FULL)


WORST: dict[str, tuple[Any, Any]] = {
    "units": (departments.listed, unit_list()),
    "unit": (departments.one, unit_view()),
    "indicators": (areas.indicators, indicator_list()),
    "areas": (areas.listed, area_list()),
    "history": (history.history, course()),
    "reds": (reds.listed, red_list()),
    **{which: (matters.listed, matter_list(which)) for which in (*drill.FILTERS, "periods")},
}


@pytest.mark.parametrize("name", WORST)
def test_a_page_at_its_worst_is_within_the_limits_of_telegram_and_loses_no_line(name: str, t: Translator) -> None:
    view, facts = WORST[name]
    message: Message = view(facts, t)
    found = [button for row in message.buttons for button in row]
    assert size(message.text) <= TEXT_LIMIT
    assert 0 < len(found) <= BUTTONS
    for button in found:
        data = sign(bytes(32), 7_999_999_999, 7_999_999_999, Press(button.verb, str(button.id), 0))
        assert len(data.encode()) <= DATA


@pytest.mark.parametrize("name", WORST)
def test_under_a_picture_a_page_at_its_worst_is_folded_and_each_line_keeps_its_button(name: str, t: Translator) -> None:
    view, facts = WORST[name]
    whole: Message = view(facts, t)
    parts = [fold(whole, CAPTION_LIMIT, n, t) for n in range(1, 20)]
    assert all(size(part.text) <= CAPTION_LIMIT for part in parts)
    said = {line for part in parts for line in part.text.split("\n")}
    assert [line for line in whole.text.split("\n") if line not in said and size(line) < CAPTION_LIMIT // 2] == []
    ways = [{button.label for row in part.buttons for button in row} & set(NUMBERS) for part in parts]
    assert set().union(*ways) == {b.label for row in whole.buttons for b in row} & set(NUMBERS)


@pytest.mark.parametrize(
    ("view", "facts", "said"),
    [
        (departments.listed, drill.UnitList((), Leaf()), "尚无部门，请先在 /people 中安排人员。"),
        (areas.listed, drill.AreaList((), Leaf()), "还没有发布通知"),
        (areas.indicators, drill.IndicatorList(0, 5, "技术室", (), Leaf(), 0), "技术室\n尚未交办指标。"),
        (
            departments.one,
            drill.UnitView(5, "技术室", 0, 0, 0, 0, 0, Filters(), (), Leaf(), (), 0),
            "技术室\n尚未交办指标。\n尚无填报事项。",
        ),
        (matters.listed, drill.Matters("late", 0, "", "", (), Leaf()), "目前没有逾期事项。"),
        (matters.listed, drill.Matters("review", 5, "技术室", "", (), Leaf()), "技术室\n没有待审核的报送。"),
        (matters.listed, drill.Matters("sign", 0, "", "", (), Leaf()), "各部门均已签收。"),
        (matters.listed, drill.Matters("pace", 0, "", "", (), Leaf()), "没有落后序时的指标。"),
        (reds.listed, drill.Reds(0, 0, "", (), Leaf()), "没有红灯。"),
        (departments.one, drill.Gone("unit"), "这个部门已不在名册中。"),
        (areas.indicators, drill.Gone("area"), "现行通知中没有这个领域，可能已调整。"),
        (matters.listed, drill.Gone("indicator", "9.9.9"), "现行通知中没有指标 9.9.9，可能已调整。"),
    ],
)
def test_nothing_there_is_one_clear_sentence(view: Any, facts: Any, said: str) -> None:
    settings = load(HOME / "config.toml")
    t = translators(HOME / "locales", settings.zone, settings.office_name)["zh_CN"]
    text = view(facts, t).text
    assert text.startswith(said), text


@given(st.lists(st.integers(), max_size=100), st.integers(-3, 200), st.integers(1, 20))
def test_every_row_is_on_one_page_and_no_page_is_wanting(found: list[int], wanted: int, rows: int) -> None:
    last = pages.cut(found, 0, rows).leaf.pages
    assert [row for page in range(1, last + 1) for row in pages.cut(found, page, rows).rows] == found
    shown = pages.cut(found, wanted, rows)
    assert 1 <= shown.leaf.page <= last
    assert len(shown.rows) <= rows
    assert bool(shown.rows) == bool(found)
