"""A table as rows of text: what a test compares."""

from catalogue.papers.opening import open_paper
from catalogue.papers.paper import Paper, Table


def opened(data: bytes | str, name: str = "通知") -> Paper:
    return open_paper(data.encode() if isinstance(data, str) else data, name)


def only_table(data: bytes | str) -> Table:
    (table,) = opened(data).tables
    return table


def lines(data: bytes | str) -> list[str]:
    return [paragraph.text for paragraph in opened(data).paragraphs]


def rows(table: Table) -> list[list[str]]:
    """By place; a merged cell stands in its corner alone, "<" and "^" where it goes on; "" is a blank cell drawn."""
    drawn = [[" "] * table.width for _ in range(table.height)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                assert drawn[row][column] == " ", "cells overlap"
                drawn[row][column] = "^" if row > cell.row else "<"
        drawn[cell.row][cell.column] = cell.text
    return drawn
