"""Tables of indicators among the tables of a paper: where their heads are, what columns mean, which one goes on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalogue.papers.paper import Cell, Paper, Paragraph, Table
from catalogue.reading.departments import NONE, looks_like_departments
from catalogue.reading.headings import Meaning, meaning
from catalogue.reading.labels import label

Places = Sequence[Cell | None]


@dataclass(frozen=True)
class Column:
    place: int
    meaning: Meaning
    head: str


@dataclass(frozen=True)
class Frame:
    """One table, or one that goes on from the table before: its columns, and the rows below its head."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, Places], ...]  # number of the row, its cells
    headings: tuple[Paragraph, ...]  # numbered ones between the table before and this one
    goes_on: bool  # without a head of its own

    def of(self, *meanings: Meaning) -> list[Column]:
        return [column for column in self.columns if column.meaning in meanings]


_WORDS: tuple[Meaning, ...] = ("text", "group", "target")
_WHO: tuple[Meaning, ...] = ("lead", "responsible", "shared")
_PAGE_MARK = re.compile(r"[（(]?(?:续[上前]?表?(?:\d*|[一二三四五六])?|第?\d*页?|[-—－ ]*\d+[-—－ ]*)[）)]?")
HIGHEST = 8  # rows that may stand above a head


def frames(paper: Paper) -> list[Frame]:
    """Of the whole paper, in order. Hidden tables count only where no other table holds an indicator."""
    shown = _frames(paper, is_hidden=False)
    return shown or _frames(paper, is_hidden=True)


def _frames(paper: Paper, *, is_hidden: bool) -> list[Frame]:
    found: list[Frame] = []
    between: list[Paragraph] = []
    last: Frame | None = None
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        if block.is_hidden is not is_hidden:
            continue
        frame = _headed(block) or _going_on(block, last, between)
        last = frame
        if frame is not None:
            found.append(replace(frame, headings=tuple(between)))
            between = []
    strict = [frame for frame in found if _is_assigned(frame)]
    return strict or [frame for frame in found if _has_text(frame)]


def _has_text(frame: Frame) -> bool:
    return bool(frame.of(*_WORDS)) and len(frame.rows) >= 1


def _is_assigned(frame: Frame) -> bool:
    """Something is demanded, and of somebody, or so much, or by then; a list of people or of figures is none."""
    if not _has_text(frame) or not frame.of("text", "group"):
        return False
    if frame.of("lead", "responsible", "shared", "mark"):
        return True
    return bool(frame.of("target")) and not frame.of("person", "result")


def _headed(table: Table) -> Frame | None:
    """With the head among its first rows; None where it has none."""
    grid = table.grid()
    top = next((row for row in range(min(HIGHEST, len(grid))) if _is_head(grid[row])), None)
    if top is None:
        return None
    bottom = max(cell.row + cell.rows for cell in grid[top] if cell is not None and cell.row == top)
    while bottom < len(grid) and table.is_bordered and _is_second_head(grid[bottom], grid[top]):
        bottom += 1
    heads = [_heads(grid, top, bottom, place) for place in range(table.width)]
    rows = tuple((row, grid[row]) for row in range(bottom, len(grid)) if not _is_repeated(grid, row, heads))
    columns = _columns(heads, rows)
    return Frame(table, columns, rows, (), goes_on=False) if columns else None


def _is_head(row: Places) -> bool:
    cells = {id(cell): cell for cell in row if cell is not None and cell.text.strip()}.values()
    found = [meaning(cell.text) for cell in cells]
    known = {one for one in found if one is not None}
    return len(known - {"serial"}) >= 2 and sum(one is not None for one in found) >= 0.6 * len(found)


def _is_second_head(row: Places, top: Places) -> bool:
    """Heads below a head that spans several columns; a row from edge to edge is a title."""
    if len({id(cell) for cell in row if cell is not None}) < 2:
        return False
    parted = {id(cell) for cell in top if cell is not None and cell.columns > 1}
    below = [cell for cell, over in zip(row, top, strict=True) if over is not None and id(over) in parted]
    return (
        bool(below)
        and all(cell is not None and meaning(cell.text) is not None for cell in below)
        and _is_head_or_blank(row, top)
    )


def _is_head_or_blank(row: Places, top: Places) -> bool:
    return all(
        cell is None or cell is over or not cell.text.strip() or meaning(cell.text) is not None
        for cell, over in zip(row, top, strict=True)
    )


def _heads(grid: Sequence[Places], top: int, bottom: int, place: int) -> list[str]:
    """The words above a column, the lowest first; a cell that covers several rows is said once."""
    cells = {
        id(cell): cell for row in range(top, bottom) if (cell := grid[row][place]) is not None and cell.text.strip()
    }
    return [cell.text.strip() for cell in reversed(cells.values())]


def _columns(heads: Sequence[Sequence[str]], rows: Sequence[tuple[int, Places]]) -> tuple[Column, ...]:
    found = [next((one for word in words if (one := meaning(word)) is not None), None) for words in heads]
    text = max((place for place, one in enumerate(found) if one in _WORDS), default=0)
    columns = []
    for place, (words, one) in enumerate(zip(heads, found, strict=True)):
        if one is None and words and place < text and _gathers(place, rows):
            one = "group"
        if words and _is_marked(words[0], place, rows):
            columns.append(Column(place, "mark", words[0]))
        elif one is not None:
            columns.append(Column(place, _settled(one, place, rows), "/".join(words)))
    return tuple(columns)


def _is_marked(head: str, place: int, rows: Sequence[tuple[int, Places]]) -> bool:
    """A department at the head of ●, ○ and nothing else."""
    if not looks_like_departments(head):
        return False
    texts = {text for _, row in rows if len(set(map(id, row))) > 2 and (text := text_at(row, place))}
    return bool(texts & (LEADS | HELPS)) and texts <= LEADS | HELPS | NONE


LEADS = frozenset("●★▲■◎主牵") | {"牵头", "主办"}
HELPS = frozenset("○☆△□协配参√✓") | {"配合", "协办", "参与"}


def _gathers(place: int, rows: Sequence[tuple[int, Places]]) -> bool:
    """A head that says nothing known, over short words that cover several rows or come again: it gathers."""
    cells = [cell for _, row in rows if place < len(row) and (cell := row[place]) is not None and cell.text.strip()]
    if any(cell.rows > 1 for cell in cells):
        return True
    texts = {"".join(cell.text.split()) for cell in cells}
    words = [text for text in texts if len(text) <= LONGEST_TITLE and not looks_like_departments(text)]
    return 1 < len(texts) <= 0.7 * len(cells) and len(words) > len(texts) / 2


LONGEST_TITLE = 20  # signs of an area or item that a column gathers under


def _settled(found: Meaning, place: int, rows: Sequence[tuple[int, Places]]) -> Meaning:
    """单位 alone heads units of measure, or departments: its cells say which."""
    if found != "measure":
        return found
    cells = [
        cell.text for _, row in rows if place < len(row) and (cell := row[place]) is not None and cell.text.strip()
    ]
    departments = sum(looks_like_departments(text) for text in cells)
    return "responsible" if departments > len(cells) / 2 else "measure"


def _is_repeated(grid: Sequence[Places], row: int, heads: Sequence[Sequence[str]]) -> bool:
    """The head once more, on a new page."""
    cells = [
        (place, cell.text.strip()) for place, cell in enumerate(grid[row]) if cell is not None and cell.text.strip()
    ]
    return len(cells) >= 2 and all(_squeezed(text) in map(_squeezed, heads[place]) for place, text in cells)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _going_on(table: Table, last: Frame | None, between: Sequence[Paragraph]) -> Frame | None:
    """Without a head, right behind a table of indicators, and as wide; unbordered ones may have lost columns."""
    if last is None or any(paragraph.is_heading for paragraph in between):
        return None
    if table.is_bordered and (table.width != last.table.width or not all(map(_is_page_mark, between))):
        return None
    grid = table.grid()
    rows = tuple((row, grid[row]) for row in range(len(grid)))
    return Frame(table, last.columns, rows, (), goes_on=True)


def _is_page_mark(paragraph: Paragraph) -> bool:
    return bool(_PAGE_MARK.fullmatch("".join(paragraph.text.split())))


def text_at(row: Places, place: int | None, number: int | None = None) -> str:
    """Of the cell at this place; with `number`, only where the cell begins on that row."""
    cell = row[place] if place is not None and place < len(row) else None
    if cell is None or (number is not None and cell.row != number):
        return ""
    return cell.text.strip()


def title_alone(row: Places) -> tuple[int, str] | None:
    """The one cell of a row that says anything, with its place, where it is a few words and no sentence."""
    filled = [(place, cell) for place, cell in enumerate(row) if cell is not None and cell.text.strip()]
    if len(row) < 3 or len({id(cell) for _, cell in filled}) != 1:
        return None
    place, text = filled[0][0], filled[0][1].text.strip()
    _, rest = label(text)
    is_title = len(rest) <= LONGEST_SECTION and len(_HAN.findall(rest)) > 1 and not _SENTENCE.search(rest)
    return (place, text) if is_title else None


_HAN = re.compile("[一-鿿]")
_SENTENCE = re.compile("[，。；%％]")
LONGEST_SECTION = 30  # signs of a title that stands in a row of its own
