"""A card for each task, 牵头科室 | 待遇保障科 | 配合单位 | …: cards of one shape are the rows of one table."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from catalogue.papers.paper import Cell, Paper, Paragraph, Table
from catalogue.reading.headings import meaning
from catalogue.reading.labels import label

_AREA = "项目领域"
HEADING = 30  # signs of a title between cards


@dataclass
class _Run:
    """Cards that follow each other, and the titles between them."""

    line: int
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def table(self) -> Table:
        rows = [(_AREA, *self.heads), *self.rows]
        cells = (Cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row))
        return Table(tuple(cells), self.line)


def gathered(paper: Paper) -> Paper:
    """The same paper, with a table in the place of its cards."""
    return replace(paper, blocks=tuple(_blocks(paper)))


def _blocks(paper: Paper) -> Iterator[Paragraph | Table]:
    run: _Run | None = None
    area = ""
    for block in paper.blocks:
        card = _card(block) if isinstance(block, Table) and not block.is_hidden else None
        if card is not None:
            heads = tuple(card)
            if run is not None and run.heads != heads:
                yield run.table()
                run = None
            run = run or _Run(block.line, heads)
            run.rows.append((area, *card.values()))
        elif isinstance(block, Paragraph) and _is_title(block):
            area = block.text.strip()
            if run is None:
                yield block
        elif not isinstance(block, Paragraph) or block.text.strip():
            if run is not None:
                yield run.table()
                run = None
            yield block
    if run is not None:
        yield run.table()


def _is_title(paragraph: Paragraph) -> bool:
    found, rest = label(paragraph.text)
    return len(rest) <= HEADING and (paragraph.is_heading or (found is not None and found.level in ("part", "area")))


def _card(table: Table) -> dict[str, str] | None:
    """Heads and values side by side, at least one that says what and one that says who."""
    found: dict[str, str] = {}
    for row in table.grid():
        cells = list({id(cell): cell for cell in row if cell is not None}.values())
        if len(cells) % 2 or any(meaning(cell.text) is None and not _is_number(cell.text) for cell in cells[::2]):
            return None
        found |= {head.text.strip(): value.text.strip() for head, value in zip(cells[::2], cells[1::2], strict=True)}
    known = {meaning(head) for head in found}
    return (
        found if len(found) >= 3 and known & {"text", "group", "target"} and known & {"lead", "responsible"} else None
    )


def _is_number(head: str) -> bool:
    return head.strip().endswith(("编号", "序号"))
