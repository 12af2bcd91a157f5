"""Papers drawn by hand: rows of cells, where "^" goes on from above and "<" from the left."""

from collections.abc import Sequence

from catalogue.papers.paper import Cell, Paper, Paragraph, Table

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
