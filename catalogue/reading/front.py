"""What stands around the table: the number of the document, its title, its date, who issued it."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue.papers.paper import Paper, Paragraph
from domain.numbers import chinese, level

_NUMBER = re.compile(r"[一-鿿]{1,14}[〔\[【（(﹝]\s*(?:19|20)\d{2}\s*[〕\]】）)﹞]\s*(?:第\s*)?\d{1,4}\s*号")
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2}|二[〇零○O0]{1}[一二三四五六七八九〇零○]{2})\s*年\s*(?P<month>[\d一二三四五六七八九十]{1,3})\s*月\s*(?P<day>[\d一二三四五六七八九十]{1,3})\s*日"
)
_TITLE_END = re.compile(
    r"(?:通知|方案|意见|办法|计划|要点|清单|体系|任务书|分解表|责任书|分工|规划|细则|规定|决定|安排|目标|指标|台账|考核表|评价表|一览表|标准|任务|行动|责任清单|要求|[务务标划工]表|分工表?)(?:[（(].*[)）])?$"
)
_ANNEX = re.compile(r"^附[件表][\d一二三四五]*[：:]")
_HEADER = re.compile(r"^(?P<body>[一-鿿（）()]{4,40})(?:文件|办公室文件)$")
_BODY = re.compile(
    r"^[一-鿿（）()]{3,30}(?:局|院|委员会|政府|办公室|学校|大学|中心|公司|厅|部|会|处|队|署|街道办事处|中学|小学|集团|党委|党组)$"
)
LABEL = 16  # signs beside a date that stands by itself: the number of the document, 发布日期
FIRST_LINES = 40


@dataclass(frozen=True)
class Front:
    """Empty and None where nothing is printed; `title_line` is where the title was found."""

    number: str = ""
    title: str = ""
    issued: date | None = None
    body: str = ""


def front(paper: Paper) -> Front:
    """Of the first lines and the signature below them; of the rows above a table where they hold the title."""
    paragraphs = [*_lines(paper)]
    first = [paragraph.text.strip() for paragraph in paragraphs[:FIRST_LINES] if paragraph.text.strip()]
    every = [paragraph.text.strip() for paragraph in paragraphs if paragraph.text.strip()]
    title, place = _title(first)
    title = title or next((p.text.strip() for p in paragraphs[:FIRST_LINES] if p.is_heading), "")
    title = title or next((one.caption for one in paper.tables if _TITLE_END.search(one.caption)), "")
    return Front(_number(first, place), title, _issued(every, place), _issuer(every, place))


def _lines(paper: Paper) -> Iterator[Paragraph]:
    """Paragraphs, and the rows of a table that are one cell from edge to edge or fill one cell alone."""
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif not block.is_hidden:
            for row in block.grid()[:TITLE_ROWS]:
                filled = {id(cell): cell for cell in row if cell is not None and cell.text.strip()}
                if len(filled) == 1:
                    yield from (Paragraph(text, block.line) for text in next(iter(filled.values())).text.split("\n"))


TITLE_ROWS = 5


def _number(lines: Sequence[str], place: int) -> str:
    """Standing alone, or in a short line, before the title; behind it numbers are those of other papers."""
    for line in lines[: max(place, 0) + 4]:
        found = _NUMBER.search(level(line))
        if found and len(line) <= len(found[0]) + 20 and "根据" not in line:
            return re.sub(r"\s", "", line[found.start() : found.end()])
    return ""


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """关于…的通知, in one line or two; otherwise the first short line that ends as titles do."""
    for place, line in enumerate(lines):
        flat = _ANNEX.sub("", re.sub(r"\s+", "", line))
        if _HEADER.fullmatch(flat) or len(flat) > 80 or flat.endswith(("：", ":", "。", "；")):
            continue
        if "关于" in flat and not _TITLE_END.search(flat) and place + 1 < len(lines):
            joined = flat + re.sub(r"\s+", "", lines[place + 1])
            if _TITLE_END.search(joined) and len(joined) <= 90:
                return joined, place
        if _TITLE_END.search(flat) and len(flat) >= 6 and not flat.startswith("附件"):
            return flat, place
    return "", -1


def _issued(lines: Sequence[str], place: int) -> date | None:
    """A line that is nothing but a date: the first one behind the title, else the last of all."""
    alone = [(at, found) for at, line in enumerate(lines) if (found := _dated(line)) is not None]
    behind = [found for at, found in alone if at > place]
    return behind[0] if behind else alone[-1][1] if alone else None


def _dated(line: str) -> date | None:
    flat = re.sub(r"\s+", "", level(line)).strip("（）()")
    found = _DATE.search(flat)
    if not found or len(flat) > len(found[0]) + LABEL or "至" in flat:
        return None
    year, month, day = (_whole(found[part]) for part in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() else chinese(re.sub("[○O0]", "零", written)) or 0


def _issuer(lines: Sequence[str], place: int) -> str:
    """Of the head …文件; else of the line above the date; else of the title before 关于."""
    for line in lines[: max(place, 0) + 1]:
        found = _HEADER.fullmatch(re.sub(r"\s+", "", line))
        if found:
            return found["body"]
    for above, line in itertools.pairwise(lines):
        flat = re.sub(r"\s+", "", above)
        if _dated(line) is not None and _BODY.fullmatch(flat):
            return flat
    title = re.sub(r"\s+", "", lines[place]) if 0 <= place < len(lines) else ""
    head, found_at, _ = title.partition("关于")
    return head if found_at and _BODY.fullmatch(head) else ""
