"""Papers drawn by hand: rows of cells, where "^" goes on from above and "<" from the left."""

from collections.abc import Sequence

from catalogue.papers.paper import Cell, Paper, Paragraph, Table
from catalogue.reading.draft import Draft

HEAD = ("项目领域", "项目内容", "测评指标", "牵头部门", "责任部门")


def table(*rows: Sequence[str], is_bordered: bool = True, caption: str = "", line: int = 1) -> Table:
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            wide = 1
            while c + wide < len(row) and row[c + wide] == "<":
                wide += 1
            high = 1
            while r + high < len(rows) and c < len(rows[r + high]) and rows[r + high][c] == "^":
                high += 1
            cells.append(Cell(text, r, c, high, wide))
    return Table(tuple(cells), line, caption, is_bordered)


def paper(*blocks: str | Table) -> Paper:
    """Strings are paragraphs."""
    return Paper("docx", tuple(Paragraph(b, n) if isinstance(b, str) else b for n, b in enumerate(blocks, 1)))


def flat(*rows: str, goes_on: tuple[str, ...] = ()) -> Paper:
    """Rows of cells between bars; what stands in `goes_on` is on a page of its own."""
    tables = []
    for line, page in ((1, ("|".join(HEAD), *rows)), (50, goes_on)):
        cells = [Cell(text, r, c) for r, row in enumerate(page) for c, text in enumerate(row.split("|"))]
        tables += [Table(tuple(cells), line, is_bordered=False)] if page else []
    return Paper("text", tuple(tables))


def told(read: Draft) -> list[str]:
    """Indicator by indicator: area / item / text / lead / responsible."""
    return [
        " / ".join(
            (area.title, f"{item.number}{item.title}", one.text, "、".join(one.lead), "、".join(one.responsible))
        )
        for area in read.areas
        for item in area.items
        for one in item.indicators
    ]


def doubted(read: Draft) -> list[tuple[str, str, str]]:
    """Code, field and the likely reading of each doubt."""
    return [(one.code, doubt.field, doubt.reading) for one in read.indicators for doubt in one.doubts]
