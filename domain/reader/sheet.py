"""A row pasted out of a spreadsheet, of a form that is answered in words: its heads say what stands below or beside."""

import re
from collections.abc import Collection, Mapping

from domain.patterns import pattern_of
from domain.reader.cells import FEW, Rows, cells_of

# of each form what its heads are called, and how what stands there is told; the first that fits counts
HEADS: Mapping[str, tuple[tuple["re.Pattern[str]", str], ...]] = {
    "roll-call": (
        (pattern_of(r"应[填报到]?|在册|(?:总|应填)人数"), "应填{}人"),
        (pattern_of(r"[已实][际填报到]?|填报人数|填了|填好|完成"), "已填{}人"),
        (pattern_of(r"记录|条数|逢问必录"), "记录{}条"),
    ),
    "rank": ((pattern_of(r"名次|排名|位次"), "第{}名"), (pattern_of(r"家数|参评|法院数|总数"), "共{}家")),
    "meeting": ((pattern_of(r"日期|时间"), "时间：{}"), (pattern_of(r"议题|主题|内容|题目"), "议题：{}")),
    "entries": (
        (pattern_of(r"日期|时间"), "时间：{}"),
        (pattern_of(r"活动(?!类|时间|日期|地点)|主题|题目|标题|案[例件名]|文章|名称|事项|事由|^内容$"), "活动名称：{}"),
    ),
}
NUMBER = pattern_of(r"第?\s*(?P<n>[0-9]{1,4}|[零一二三四五六七八九十]{1,4})\s*[人条件名位家个]?")
GAP = pattern_of(r"\t|[^\S\n]{2,}|\|")
SERIAL = pattern_of(r"序号|编号|No\.?")
# whose or of what period the row is: it must be what is asked about
LABEL = pattern_of(r"部门|单位|庭室?|项目|类别|科室|条线|月份?|年[份度]?|季度|期间|时期|报告期")
VALUES = ("", "数量", "数据", "数值", "人数", "内容", "情况", "结果")  # heads of the other column
SIGNS = pattern_of(r"[年月度份\s.-]|^0|(?<=[年.-])0")
OURS = ("本院", "我院", "本庭", "我庭")
COUNTED = ("roll-call", "rank")


SUMS = ("合计", "总计", "小计", "共计")
NO_NOTE = pattern_of(r"[-—–/\s无]*")
DAY = pattern_of(r"(?:发生|查实|认定|发现)?(?:日期|时间)")
COUNTS = ("件数", "起数", "数目", "个数", "发生数", "有无", "是否发生")
ZERO = pattern_of(r"[0零〇无]\s*[件起次条个]?|没有")
STATE = pattern_of(r"(?:已|未|尚未|没|还没|全部|均)[一-鿿]{1,5}|[是否有无√×✓✔✗✘]|没有|健全|落实")
OF_STATES = pattern_of("是否|情况|状态|落实|建立|开通|结果|有无|[是否]")


def _states(text: str) -> str:
    """台账名称 是否建立, and below each name whether it is."""
    rows = [cells_of(line) for line in text.splitlines() if line.strip() and GAP.search(line.strip())]
    if any(len(cells) != FEW for cells in rows):
        return text
    body = rows[1:] if rows and OF_STATES.search(rows[0][1]) and not STATE.fullmatch(rows[0][1]) else rows
    if not body or not all(STATE.fullmatch(state) for _, state in body):
        return text
    return "；".join(f"{name}：{state}" for name, state in body)


def _events(text: str) -> str:
    """Names of what may have occurred, beside or above their zeros: 重大错案, 重大过失, and below them 0, 0."""
    rows = [cells_of(line) for line in text.splitlines() if line.strip()]
    if len(rows) == FEW and len(rows[0]) == len(rows[1]):
        pairs = list(zip(*rows, strict=True))
    elif all(len(cells) == FEW for cells in rows):
        pairs = [(cells[0], cells[1]) for cells in rows]
    else:
        return _event(rows) or text
    pairs = [pair for pair in pairs if pair[1] not in VALUES + COUNTS]
    is_none = pairs and all(ZERO.fullmatch(cell) for _, cell in pairs)
    return "；".join(f"{name}没有" for name, _ in pairs) if is_none else text


def _event(rows: Rows) -> str:
    """日期 事由 起数, and below them a day, what it was and how many; or names and zeros, nothing noted beside."""
    head, *body = rows
    body = [cells for cells in body if cells[0] not in SUMS]
    counts = [at for at, name in enumerate(head) if name in COUNTS or name == "数量"]
    if len(counts) != 1 or not body or any(len(cells) != len(head) for cells in body):
        return ""
    (at,) = counts
    if all(ZERO.fullmatch(cells[at]) and NO_NOTE.fullmatch("".join(cells[at + 1 :])) for cells in body):
        return "；".join(f"{cells[0]}没有" for cells in body)
    days = [n for n, name in enumerate(head) if DAY.fullmatch(name)]
    if len(body) > 1 or len(days) != 1 or not body[0][at].isdecimal():
        return ""
    what = "".join(cell for n, cell in enumerate(body[0]) if n not in (at, days[0]))
    return f"{body[0][days[0]]}{what}{body[0][at]}起"


def _ranks(rows: Rows, points: Collection[str]) -> str:
    """指标 数值 全市排名, and below them a row for each of the points; of others nothing is told."""
    head, *body = rows or [[]]
    at = [n for n, name in enumerate(head) if HEADS["rank"][0][0].search(name)]
    if len(at) != 1 or not at[0] or any(len(cells) != len(head) for cells in body):
        return ""
    ours = [cells for cells in body if any(cells[0] in one for one in points)]
    places = [(cells[0], NUMBER.fullmatch(cells[at[0]])) for cells in ours]
    return "；".join(f"{name}第{place['n']}名" for name, place in places if place) if len(places) > 1 else ""


def told(text: str, shape: str, own: Collection[str], points: Collection[str] = ()) -> str:
    """`own` are the names of who answers and of the period, `points` those of what may be asked about.

    A sheet that leaves it open stays as it is.
    """
    if shape == "yes" and "\n" in text:
        return _states(text)
    if shape == "occurrence" and "\n" in text and GAP.search(text):
        return _events(text)
    if shape not in HEADS or "\n" not in text:
        return text
    rows = [cells_of(line) for line in text.splitlines() if line.strip() and GAP.search(line.strip())]
    if shape == "rank" and (ranks := _ranks(rows, points)):
        return ranks
    row = _row(rows or _by_spaces(text), own) if rows or SERIAL.match(text) else None
    if row is None:
        return text
    said: list[str] = []
    for head, how in HEADS[shape]:
        cells = [cell for name, cell in row if cell and head.search(name) and not SERIAL.fullmatch(name)]
        if len(cells) != 1:
            continue
        number = NUMBER.fullmatch(cells[0])
        if shape in COUNTED and number is None:
            return text
        said.append(how.format(number["n"] if shape in COUNTED and number else cells[0]))
    return "，".join(said) or text


def _by_spaces(text: str) -> Rows:
    """序号 部门 已填人数, and below it 6 商事审判庭 33."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    return rows if len({len(cells) for cells in rows}) == 1 else []


def _row(rows: Rows, own: Collection[str]) -> list[tuple[str, str]] | None:
    """Heads and cells of the one row that is meant; two cells a line are heads and cells side by side."""
    if not rows:
        return None
    upright = [(cells[0], cells[1]) for cells in rows if len(cells) == FEW]
    if len(upright) == len(rows) and (len(rows) > FEW or _is_upright(rows)):
        return _of_own(upright, own)
    head, body = rows[0], [cells for cells in rows[1:] if len(cells) == len(rows[0])]
    pairs = [list(zip(head, cells, strict=True)) for cells in body]
    several = [row for row in pairs if any(_is_own(cell, own) for _, cell in row)] if len(pairs) > 1 else pairs
    return _of_own(several[0], own) if len(several) == 1 else None


def _of_own(row: list[tuple[str, str]], own: Collection[str]) -> list[tuple[str, str]] | None:
    labels = [cell for name, cell in row if LABEL.fullmatch(name.strip()) and cell not in VALUES]
    return row if all(_is_own(cell, own) for cell in labels) else None


def _is_upright(rows: Rows) -> bool:
    names = [pattern for heads in HEADS.values() for pattern, _ in heads]
    return len(rows) > 1 and all(any(name.search(cells[0]) for name in names) for cells in rows)


def _is_own(cell: str, own: Collection[str]) -> bool:
    """刑事 is within the name of what is asked about; a period is itself, however it is written."""
    if SIGNS.sub("", cell).isdecimal():
        return any(SIGNS.sub("", cell) == SIGNS.sub("", name) for name in own)
    return cell in OURS or (len(cell) >= FEW and any(cell in name or name in cell for name in own if name))
