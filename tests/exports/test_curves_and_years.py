from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.board import Light, Lights
from domain.curves import Curve, Point
from domain.year import INDICATORS, Year, YearRow
from exports.curves import plan as curves_plan
from exports.panel import ARROW
from exports.plan import SMALLEST, WIDTH, Plan, Stamp, Stroke, Words
from exports.scale import scale, ticks
from exports.year import plan as year_plan
from tests.exports.test_board_picture import holds, text_of
from tests.pictures import BARE, CURVES, FAR, YEAR

COUNT = CURVES.curves[1]
SIXTY = (
    "上海市嘉定区人民法院诉讼服务中心（立案庭）诉前调解与速裁快审"
    "工作推进专班办公室联席会议第一召集部门全称及其规范简称一览及"
)
MANY = replace(YEAR, rows=tuple(replace(YEAR.rows[0], code=f"1.1.{n}") for n in range(INDICATORS)), footer="另有 8 项")


def texts(made: Plan) -> list[Words]:
    return [item for item in made.items if isinstance(item, Words)]


def within(made: Plan) -> bool:
    sheet = (0, 0, WIDTH, made.height)
    return all(holds(sheet, item.box) for item in made.items if isinstance(item, Words | Stamp | Stroke))


EVERY = {
    "curves": curves_plan(CURVES),
    "far": curves_plan(FAR),
    "nothing to draw": curves_plan(replace(CURVES, curves=())),
    "long names": curves_plan(replace(CURVES, title=SIXTY, curves=(replace(COUNT, title=SIXTY, target=SIXTY),))),
    "english months": curves_plan(replace(CURVES, months=("Sept",) * 12)),
    "year": year_plan(YEAR),
    "bare": year_plan(BARE),
    "many": year_plan(MANY),
    "long": year_plan(replace(YEAR, title=f"{SIXTY} 2026年全年", rows=(YearRow("6.1.3", SIXTY, (Lights(),) * 12),))),
}


@pytest.mark.parametrize("made", EVERY.values(), ids=EVERY)
def test_nothing_leaves_the_sheet_and_every_word_can_be_read_on_a_phone(made: Plan) -> None:
    assert within(made)
    assert min(item.size for item in texts(made)) >= SMALLEST
    assert (WIDTH + made.height) <= 10_000


def test_a_name_of_sixty_characters_stands_in_a_year_uncut() -> None:
    assert len(SIXTY) == 60
    assert SIXTY in text_of(EVERY["long"])


def test_what_is_far_beyond_the_target_stands_at_the_edge_with_its_figure() -> None:
    made = curves_plan(replace(FAR, curves=FAR.curves[:1]))
    assert [item.text for item in texts(made) if item.text.startswith(ARROW)] == [f"{ARROW} 130 次"]
    shown = scale(FAR.curves[0])
    assert shown.high < 3 * 12
    assert shown.share(12) > 0.3  # and the target is still there to be seen
    assert shown.share(130) == 1


def test_without_data_the_target_and_the_pace_stay_and_a_reading_says_so_in_a_line() -> None:
    count = curves_plan(replace(CURVES, curves=(replace(COUNT, points=()),)))
    assert any(isinstance(item, Stroke) for item in count.items)
    reading = replace(CURVES.curves[0], points=(), alone=())
    made = curves_plan(replace(CURVES, curves=(reading,)))
    assert "尚无数据" in [item.text for item in texts(made)]
    assert not any(isinstance(item, Stroke | Stamp) for item in made.items)


def test_only_what_is_there_is_explained() -> None:
    made = [item.text for item in texts(curves_plan(replace(CURVES, curves=(COUNT,))))]
    assert "序时进度" in made
    assert "当期" not in made
    assert "本年累计" not in made


def test_months_to_come_say_nothing() -> None:
    row = YearRow("1.1.1", "党建", (Lights(),) * 12)
    begun = [year_plan(replace(YEAR, rows=(row,), month=month)) for month in (3, 12)]
    dots = [sum(1 for item in made.items if getattr(item, "radius", 0) == 3.5) for made in begun]
    assert dots == [3, 12]


values = st.floats(-1e6, 1e6, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-3)
points = st.lists(st.builds(Point, st.floats(0, 1), values, st.just("1 件"), st.sampled_from(Light)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(points, st.none() | values, st.booleans(), st.booleans())
def test_any_course_has_a_scale_and_a_place(found: list[Point], aim: float | None, counts: bool, percent: bool) -> None:
    curve = Curve("事项", "目标", tuple(sorted(found, key=lambda p: p.at)), counts, percent, aim)
    shown = scale(curve)
    assert shown.low < shown.high
    assert len(ticks(shown, counts)) <= 7
    assert all(0 <= shown.share(point.value) <= 1 for point in found)
    assert aim is None or counts or 0 <= shown.share(aim) <= 1
    assert within(curves_plan(replace(CURVES, curves=(curve,))))


def test_an_empty_year_is_one_sentence() -> None:
    assert [item.text for item in texts(EVERY["bare"])] == [BARE.title, BARE.subtitle, BARE.empty]
    assert isinstance(BARE, Year)
