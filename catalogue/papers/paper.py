"""What a reader of paper sees: paragraphs and tables in order, every cell where it is drawn."""

from dataclasses import dataclass
from typing import Literal

Place = tuple[int, int]  # row and column of a cell, from 0
Form = Literal["docx", "xlsx", "html", "markdown", "text"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, its printed number (1. 一、 （一）) included even where the program counts it by itself."""

    text: str
    line: int  # where it stands: line of a text, number of the block in other files; from 1
    is_heading: bool = False


@dataclass(frozen=True)
class Cell:
    """What one border encloses: a cell merged over several rows or columns is one cell."""

    text: str  # its paragraphs, joined by line breaks
    row: int  # of its upper left corner, from 0
    column: int
    rows: int = 1
    columns: int = 1
    note: str = ""  # a comment that somebody pinned to it


@dataclass(frozen=True)
class Table:
    """Cells do not overlap; where none is drawn there is none. Repeated headers are still in it."""

    cells: tuple[Cell, ...]  # by row, then by column
    line: int
    caption: str = ""  # the name of the sheet, or what the file itself calls it
    is_bordered: bool = True  # False: the form cannot say what is merged (tabs, pipes), a blank may be a merge lost
    is_hidden: bool = False

    @property
    def height(self) -> int:
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def grid(self) -> list[list[Cell | None]]:
        """Row by row; a merged cell stands in each place that it covers."""
        places: list[list[Cell | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    places[row][column] = cell
        return places


def in_a_cell(block: Paragraph | Table) -> str:
    """A table within a cell is told row by row."""
    if isinstance(block, Paragraph):
        return block.text
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join("\t".join(row).strip() for row in rows.values())


@dataclass(frozen=True)
class Paper:
    """`problems` are sentences in Chinese about what could not be read, each with its place."""

    form: Form
    blocks: tuple[Paragraph | Table, ...]
    problems: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


class Refused(Exception):
    """A file that is not read: `reason` is one clear sentence in Chinese, the file's name and what to do included."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
