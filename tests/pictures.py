"""The pictures that tests compare with stored ones. `python -m tests.pictures` draws them anew.

Look at each of them before you commit it: in colour, in greyscale, and 390 pixels wide.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import cycle, islice
from math import pi, sin
from pathlib import Path

from PIL import Image

import exports.board
import exports.curves
import exports.year
from domain.board import Board, BoardRow, Light, Lights, Rest, Spark
from domain.curves import Curve, Curves, Point
from domain.year import Year, YearRow

STORED = Path(__file__).parent / "exports" / "pictures"
WIDTH = 390  # pixels: as a phone shows them

AREAS = ("思想政治", "三个规定", "扫黑除恶", "审判执行", "诉讼服务", "履职能力")
UNITS = ("政治部", "执行局", "立案庭", "刑事审判庭", "民事审判庭", "商事审判庭", "审判监督庭", "南翔法庭", "法警大队")
MONTHS = tuple(f"{month}月" for month in range(1, 13))
LEGEND = ("签收", "按时", "佐证", "达标")
STATES = ("未到期", "是", "迟或部分", "否")
ON_TIME = (0.7, 0.75, None, 0.9, 0.85, 0.88, None, 0.6, 0.8, 0.92, 0.95, 0.94)
GOOD, LATE, BAD, WAITING, NONE = Light.GOOD, Light.LATE, Light.BAD, Light.WAITING, Light.NONE
BETTER = (
    Lights(GOOD, GOOD, GOOD, GOOD),
    Lights(GOOD, GOOD, NONE, WAITING),
    Lights(),
    Lights(GOOD, LATE, GOOD, GOOD),
    Lights(GOOD, WAITING, WAITING, WAITING),
)
WORSE = (Lights(GOOD, BAD, BAD, LATE), Lights(GOOD, LATE, GOOD, BAD), Lights(), Lights(BAD, WAITING, NONE, NONE))


def _row(place: int, unit: str, overdue: int = 0, days: int = 0) -> BoardRow:
    kinds = WORSE if overdue else BETTER
    return BoardRow(unit, tuple(islice(cycle(kinds), place, place + len(AREAS))), overdue, days)


def _rows(units: tuple[str, ...]) -> tuple[BoardRow, ...]:
    late = ((4, 12), (1, 1))
    return tuple(_row(n, unit, *(late[n] if n < len(late) else ())) for n, unit in enumerate(units))


BOARD = Board(
    title="示范法院创建工作周报 第 24 期",
    subtitle="数据截至 2026年12月11日 17:30",
    areas=AREAS,
    rows=(*_rows(UNITS), BoardRow("研究室", (Lights(),) * 6)),
    counts=(("达标指标", "31"), ("待数据指标", "17"), ("本月应报", "63"), ("按时", "59"), ("逾期", "5")),
    legend=LEGEND,
    states=STATES,
    overdue_label="逾期 {count} · {days} 日",
    alarm="逾期",
    trend=(
        Spark("本月按时率", "94%", ON_TIME),
        Spark("达标指标", "31/51", tuple((9 + 2 * week) / 51 for week in range(12))),
    ),
    weeks=("9月18日", "12月11日"),
)
CROWD = replace(
    BOARD,
    rows=_rows((*(f"第{n + 1}审判庭" for n in range(28)), "上海市嘉定区…第三法庭", "区人民法院第…执行分局")),
    rest=Rest("其余 170 个部门", (0, 3, 12, 0, 170, 1), 9, 4),
    footer="末行的数字：其余部门中有“否”的部门数。",
)
EMPTY = replace(
    BOARD,
    title="示范法院创建局面",
    rows=(),
    counts=(("达标指标", "0"), ("待数据指标", "51")),
    trend=(),
    empty="尚无交办到部门的指标。",
)

HELD = (0.1, 0.2, 0.3, 0.42, 0.5, 0.7, 0.82, 0.9)
CURVES = Curves(
    title="5.2.1 推进诉源治理",
    subtitle="2026年，截至 12月11日",
    months=MONTHS,
    today=0.945,
    curves=(
        Curve(
            "诉前调解案件成功率",
            "目标 ≥ 50%",
            tuple(
                Point((n + 0.5) / 12, value, f"{value:.1%}", GOOD if value >= 0.5 else BAD)
                for n, value in enumerate((0.44, 0.46, 0.47, 0.485, 0.49, 0.502, 0.51, 0.508, 0.515, 0.519, 0.523))
            ),
            steps=False,
            percent=True,
            aim=0.5,
            alone=tuple(((n + 0.5) / 12, 0.5 + 0.05 * sin(n * pi / 2.6)) for n in range(11)),
        ),
        Curve(
            "开展法治宣传",
            "目标 ≥ 12 次/年",
            tuple(
                Point(at, n + 1, f"{n + 1} 次", LATE) for n, at in enumerate((0.1, 0.2, 0.3, 0.42, 0.5, 0.7, 0.82, 0.9))
            ),
            steps=True,
            percent=False,
            aim=12,
            measure=((0.15, 0), (1, 12)),
            note="落后序时：至今应有 11 次，还差 4 次，还有 14 个工作日",
        ),
    ),
    states=STATES,
    line="本年累计",
    aim="目标",
    measure="序时进度",
    alone="当期",
    empty="尚无数据",
)
FAR = replace(
    CURVES,
    title="6.1.3 开展岗位练兵，组织形式多样的业务培训、技能竞赛和文书评比活动",
    curves=(
        replace(
            CURVES.curves[1],
            title="培训练兵",
            points=tuple(Point(n / 130 * 0.94, n, f"{n} 次", GOOD) for n in range(1, 131)),
            note="",
        ),
        replace(CURVES.curves[1], title="比武竞赛", points=(), note=""),
    ),
)
PLACES = ((7, GOOD), (9, BAD), (8, GOOD), (5, GOOD), (6, GOOD), (3, GOOD))
DATED = replace(
    CURVES,
    title="5.1.2 提升审判质效，群众满意度在全市法院位居前列",
    curves=(
        Curve(
            "群众满意度排名",
            "目标 前列",
            tuple(
                Point((n * 2 + 0.5) / 12, place, f"第 {place} 名（共 16 家）", light)
                for n, (place, light) in enumerate(PLACES)
            ),
            steps=False,
            percent=False,
            aim=8,
            form="rank",
        ),
        Curve(
            "制定实施方案",
            "目标 6月30日前完成",
            (Point(0.42, 1, "2026年6月2日", GOOD),),
            steps=True,
            percent=False,
            measure=((0.5, 0), (0.5, 1)),
            form="day",
        ),
    ),
    line="排名",
    measure="期限",
)
LONG = (
    "落实群众满意度评价机制，将诉讼服务、判后答疑、信访接待、执行接待各环节都纳入评价，评价结果按季度通报并且逐项整改"
)
BEFORE = (Lights(), Lights(GOOD))
MONTHLY = tuple(
    islice(cycle((Lights(NONE, GOOD, GOOD, GOOD), Lights(NONE, GOOD, NONE, WAITING), Lights(NONE, LATE))), 9)
)
YEAR = Year(
    title="立案庭的一年",
    subtitle="2026年，截至 12月11日",
    months=MONTHS,
    month=12,
    rows=(
        YearRow("5.2.1", "推进诉源治理，提升诉前调解案件成功率", (*BEFORE, WORSE[0], *MONTHLY[:9])),
        YearRow("2.1.1", "防止干预司法“三个规定”填报", (*BEFORE, *MONTHLY[:9], Lights(NONE, WAITING))),
        YearRow("5.3.4", LONG, (*[Lights()] * 5, Lights(NONE, GOOD, GOOD, GOOD), *[Lights()] * 6)),
    ),
    counts=(("牵头", "8"), ("责任", "9"), ("已报", "31"), ("按时", "29"), ("逾期", "1")),
    legend=LEGEND,
    states=STATES,
    empty="本部门没有按期填报的指标。",
    alarm="逾期",
)
BARE = replace(YEAR, title="研究室的一年", rows=(), counts=(), alarm="")

PICTURES: Mapping[str, Callable[[], bytes]] = {
    "board": partial(exports.board.draw, BOARD),
    "board-of-200": partial(exports.board.draw, CROWD),
    "board-empty": partial(exports.board.draw, EMPTY),
    "curves": partial(exports.curves.draw, CURVES),
    "curves-far": partial(exports.curves.draw, FAR),
    "curves-dated": partial(exports.curves.draw, DATED),
    "year": partial(exports.year.draw, YEAR),
    "year-empty": partial(exports.year.draw, BARE),
}


def small(data: bytes) -> Image.Image:
    """As it is stored."""
    image = Image.open(BytesIO(data)).convert("RGB")
    return image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS)


def main() -> None:
    STORED.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        small(draw()).quantize(256, Image.Quantize.MAXCOVERAGE).save(STORED / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
