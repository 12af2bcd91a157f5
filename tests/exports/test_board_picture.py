import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import combinations, cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from domain.board import Board, BoardRow, Light, Lights
from exports import palette
from exports.board import draw, plan
from exports.font import printable
from exports.plan import SMALLEST, WIDTH, Block, Box, Plan, Stamp, Words
from exports.shapes import Shape

COURT = ["政治部", "机关党委", "派驻组", "办公室", "立案庭", "刑事审判庭", "民事审判庭", "商事审判庭"]
COURT += ["执行局", "执行裁判庭", "审判监督庭", "南翔法庭", "安亭法庭", "嘉北法庭", "嘉中法庭", "法警大队"]
AREAS = ("思想政治", "三个规定", "扫黑除恶", "审判执行", "诉讼服务", "履职能力")
ENGLISH = ["Case-filing Division", "Discipline Inspection Group", "Enforcement Adjudication Division", "Office"]
MIXED = [
    Lights(Light.GOOD, Light.GOOD, Light.GOOD, Light.WAITING),
    Lights(Light.GOOD, Light.LATE, Light.WAITING, Light.NONE),
    Lights(),
    Lights(Light.BAD, Light.BAD, Light.BAD, Light.BAD),
    Lights(Light.LATE, Light.LATE, Light.LATE, Light.LATE),
]


def row(unit: str, areas: int = 6, overdue: int = 0, days: int = 0, start: int = 0) -> BoardRow:
    return BoardRow(unit, tuple(islice(cycle(MIXED), start, start + areas)), overdue, days)


CHINESE = Board(
    title="示范法院创建局面 · 创建工作周报 第 24 期",
    subtitle="数据截至 12月11日（周五）17:30",
    areas=AREAS,
    rows=(
        row("政治部", overdue=4, days=12),
        row("执行局", overdue=1, days=1),
        *(row(unit, start=number) for number, unit in enumerate(COURT)),
        BoardRow("研究室", (Lights(),) * 6),
    ),
    counts=(("达标", "31"), ("未达标", "1"), ("待认定", "2"), ("待数据", "17"), ("应报", "63"), ("逾期", "4")),
    legend=("签收", "按时", "佐证", "达标"),
    states=("未到期", "已完成", "迟或部分", "未完成"),
    overdue_label="逾期 {count} · {days} 日",
    footer="依据：嘉法发〔2022〕16号 附件3",
)
IN_ENGLISH = replace(
    CHINESE,
    title="Model court: weekly report no. 24",
    areas=("Ideology", "Three rules", "Organised crime", "Trials", "Litigation services", "Skills"),
    rows=tuple(row(unit, overdue=12, days=118) for unit in ENGLISH),
    counts=(("Met", "31"), ("To be judged", "2"), ("Benchmark missing", "17"), ("Never arose", "3"), ("Due", "63")),
    legend=("Received", "On time", "Proven", "Meets the target"),
    states=("Not due yet", "Done", "Late or in part", "Missing"),
    overdue_label="{count} overdue · {days} days",
)
LONG = replace(
    CHINESE,
    title="上海市嘉定区人民法院关于示范法院创建工作领导小组办公室创建局面，创建工作周报 第 24 期" * 2,
    rows=tuple(row(unit * 4, overdue=123, days=1234) for unit in COURT + ENGLISH),
    areas=("思想政治建设领域", "Incomprehensibilities", *AREAS[2:]),
    counts=(("相当长的一个说明文字" * 3, "1234567890" * 4),) * 9,
    legend=("这一盏灯的说明非常长" * 4,) * 2 + ("Incomprehensibilities" * 3,) * 2,
    footer="依据：嘉法发〔2022〕16号 附件3；" * 20,
)
BOARDS = {
    "chinese": CHINESE,
    "english": IN_ENGLISH,
    "long": LONG,
    "one row": replace(CHINESE, rows=CHINESE.rows[:1]),
    "nothing overdue": replace(CHINESE, rows=CHINESE.rows[2:5]),
    "twenty rows": replace(CHINESE, rows=(CHINESE.rows * 2)[:20]),
    "no rows": replace(CHINESE, rows=()),
    "no areas": replace(CHINESE, areas=(), rows=(row("政治部", areas=0, overdue=1, days=2),)),
    "twelve areas": replace(CHINESE, areas=AREAS * 2, rows=tuple(row(unit, areas=12) for unit in COURT)),
    "bare": Board("局面", "", (), (), (), CHINESE.legend, CHINESE.states, "{count} {days}"),
}
every_board = pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS.keys())


def crossing(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def tags(made: Plan) -> list[Block]:
    return [item for item in made.items if isinstance(item, Block) and item.colour == palette.SEAL and item.radius]


def check_nothing_overlaps(made: Plan) -> None:
    marks = [item for item in made.items if isinstance(item, Words | Stamp)]
    for item in marks:
        assert holds((0, 0, WIDTH, made.height), item.box), item
    for one, other in combinations(marks, 2):
        assert not crossing(one.box, other.box), (one, other)
    for tag in tags(made):
        for item in marks:
            assert holds(tag.box, item.box) or not crossing(tag.box, item.box), (tag, item)
    for one_tag, other_tag in combinations(tags(made), 2):
        assert not crossing(one_tag.box, other_tag.box)


def text_of(made: Plan) -> str:
    return "".join(item.text for item in made.items if isinstance(item, Words)).replace(" ", "")


@every_board
def test_nothing_overlaps_and_nothing_leaves_the_sheet(board: Board) -> None:
    check_nothing_overlaps(plan(board))


@every_board
def test_every_word_can_be_read_on_a_phone(board: Board) -> None:
    assert WIDTH == 1080
    assert min(item.size for item in plan(board).items if isinstance(item, Words)) >= SMALLEST >= 11 * WIDTH / 390


@every_board
def test_the_picture_is_one_telegram_takes(board: Board) -> None:
    data = draw(board)
    image = Image.open(BytesIO(data))
    assert image.format == "PNG"
    assert len(data) < 400_000
    assert image.width >= WIDTH
    assert sum(image.size) <= 10_000
    assert max(image.size) / min(image.size) <= 20


def test_very_many_rows_make_a_coarser_picture_not_a_refused_one() -> None:
    image = Image.open(BytesIO(draw(replace(CHINESE, rows=CHINESE.rows * 4))))
    assert image.width == WIDTH
    assert sum(image.size) <= 10_000


@pytest.mark.parametrize("board", [CHINESE, IN_ENGLISH], ids=["chinese", "english"])
def test_every_text_of_an_ordinary_board_is_there_uncut(board: Board) -> None:
    labels = [label for pair in board.counts for label in pair]
    units = [row.unit for row in board.rows]
    said = text_of(plan(board))
    for text in [
        board.title,
        board.subtitle,
        board.footer,
        *board.areas,
        *board.legend,
        *board.states,
        *labels,
        *units,
    ]:
        assert printable(text).replace(" ", "") in said
    assert "…" not in said


def test_every_planned_word_leaves_ink() -> None:
    image = Image.open(BytesIO(draw(CHINESE))).convert("L")
    for item in plan(CHINESE).items:
        if isinstance(item, Words):
            left, top, right, bottom = item.box
            low, high = image.crop((left * 2, top * 2, right * 2, bottom * 2)).getextrema()
            assert isinstance(low, int)
            assert isinstance(high, int)
            assert high - low > 100, item


def test_overdue_stands_at_the_right_in_its_own_row_only() -> None:
    made = plan(CHINESE)
    inside = [
        [item.text for item in made.items if isinstance(item, Words) and holds(tag.box, item.box)] for tag in tags(made)
    ]
    assert inside == [["逾期 4·12 日"], ["逾期 1·1 日"]]
    assert {tag.box[2] for tag in tags(made)} == {WIDTH - 36}
    assert tags(plan(BOARDS["nothing overdue"])) == []


def test_a_long_overdue_text_takes_two_lines_in_every_row() -> None:
    made = plan(IN_ENGLISH)
    said = [item.text for item in made.items if isinstance(item, Words)]
    assert said.count("12 overdue") == said.count("118 days") == len(tags(made)) == 4


def test_lights_keep_their_places_in_a_cell_and_none_is_not_drawn() -> None:
    cells = (Lights(Light.GOOD, Light.LATE, Light.BAD, Light.WAITING), Lights(on_time=Light.GOOD))
    made = plan(replace(CHINESE, areas=AREAS[:2], rows=(BoardRow("执行局", cells),)))
    full = [item for item in made.items if isinstance(item, Stamp)][:4]
    alone = [item for item in made.items if isinstance(item, Stamp)][4]
    assert [stamp.shape for stamp in full] == [Shape.SQUARE, Shape.CIRCLE, Shape.TRIANGLE, Shape.DIAMOND]
    assert [stamp.light for stamp in full] == [Light.GOOD, Light.LATE, Light.BAD, Light.WAITING]
    square, circle, triangle, diamond = full
    assert square.y == circle.y < triangle.y == diamond.y
    assert square.x == triangle.x < circle.x == diamond.x
    assert (alone.shape, alone.y) == (Shape.CIRCLE, circle.y)
    assert alone.x > circle.x


def test_rows_keep_the_callers_order() -> None:
    said = [item.text for item in plan(CHINESE).items if isinstance(item, Words)]
    units = [row.unit for row in CHINESE.rows]
    assert [text for text in said if text in units] == units


def test_a_row_without_tasks_is_lower_and_softer() -> None:
    quiet, busy = BoardRow("研究室", (Lights(),) * 6), row("研究室")
    one, other = plan(replace(CHINESE, rows=(quiet,))), plan(replace(CHINESE, rows=(busy,)))
    assert one.height < other.height
    assert {i.colour for i in one.items if isinstance(i, Words) and i.text == "研究室"} == {palette.SOFT}
    assert {i.colour for i in other.items if isinstance(i, Words) and i.text == "研究室"} == {palette.INK}


@pytest.mark.parametrize("cells", [0, 3, 9])
def test_too_few_or_too_many_cells_leave_the_columns_as_they_are(cells: int) -> None:
    check_nothing_overlaps(plan(replace(CHINESE, rows=(row("执行局", areas=cells),))))


def test_a_character_the_font_lacks_becomes_a_printers_mark() -> None:
    made = plan(replace(CHINESE, title="局面😀", rows=(row("执行局😀"),)))
    said = [item.text for item in made.items if isinstance(item, Words)]
    assert {"局面〓", "执行局〓"} <= set(said)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(
    texts=st.lists(st.text(max_size=40), min_size=24, max_size=24),
    overdue=st.integers(0, 10**6),
    areas=st.integers(0, 9),
)
def test_no_text_whatever_breaks_the_layout(texts: list[str], overdue: int, areas: int) -> None:
    title, subtitle, footer, *rest = texts
    board = replace(
        CHINESE,
        title=title,
        subtitle=subtitle,
        footer=footer,
        areas=tuple(rest[:areas]),
        rows=tuple(row(unit, areas, overdue, overdue) for unit in rest[9:12]),
        counts=tuple(zip(rest[12:15], rest[15:18], strict=True)),
        legend=(rest[18], rest[19], rest[20], "达标"),
    )
    check_nothing_overlaps(plan(board))


def test_the_ground_is_white_and_the_colours_are_the_palettes_own() -> None:
    image = Image.open(BytesIO(draw(CHINESE))).convert("RGB")
    wanted = {palette.GROUND, palette.PANEL, palette.INK, palette.SEAL, palette.GOOD, palette.AMBER, palette.WAITING}
    found = {colour for _, colour in image.getcolors(1 << 16) or []}
    assert wanted <= found
    assert image.getpixel((4, image.height - 4)) == palette.GROUND


def test_threads_draw_the_same_picture_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(draw, [CHINESE] * 4))
    images = [Image.open(BytesIO(data)).convert("RGB") for data in drawn]
    assert all(ImageChops.difference(images[0], image).getbbox() is None for image in images)


def test_no_font_is_touched_before_the_first_picture() -> None:
    caches = "f._load.cache_info().currsize + f._covered.cache_info().currsize"
    check = f"import exports.board, exports.font as f; assert {caches} == 0"
    subprocess.run([sys.executable, "-c", check], check=True)
