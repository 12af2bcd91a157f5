"""Plain text: lines are paragraphs, lines parted by tabs are rows. Lines that were wrapped stay so."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalogue.papers.aligned import aligned_rows
from catalogue.papers.limits import MOST_PLACES, TooLarge
from catalogue.papers.paper import Cell, Paper, Paragraph, Table
from catalogue.papers.printed import printed

# A sheet that is pasted keeps a cell of several lines in quotes; "\v" stands for its line ends from then on.
_QUOTED = re.compile(r'(?:^|(?<=\t))"((?:[^"]|""){0,2000})"(?=\t|$)', re.M)
_TAGS = re.compile(r"</?(?:p|br|div)\b[^<>]{0,200}>", re.I)
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]+)(?<=\S)\*\*")
_LABEL = re.compile(r"[(（]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4}|[a-zA-Z]|[①-⑳])?[)）.．、]|[-•·●]")


@dataclass(frozen=True)
class Line:
    text: str
    number: int

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def is_row(self) -> bool:
        return "\t" in self.text


def read_text(text: str) -> Paper:
    return Paper("text", tuple(text_blocks(lines_of(text))))


def lines_of(text: str) -> list[Line]:
    lines, number = [], 1
    for line in _QUOTED.sub(_unquoted, text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        lines.append(Line(line.replace("\f", ""), number))
        number += 1 + line.count("\v")
    return lines


def text_blocks(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    for is_row, group in groupby(lines, key=lambda line: line.is_row):
        block = list(group)
        if is_row and _is_table(block):
            yield table_of([line.text.split("\t") for line in block], block[0].number)
        else:
            yield from _paragraphs(block)


def table_of(rows: list[list[str]], line: int) -> Table:
    """A blank between two tabs is a cell without text; where a short row ends there is none."""
    if sum(map(len, rows)) > MOST_PLACES or len(rows) * max(map(len, rows)) > 4 * MOST_PLACES:
        raise TooLarge
    cells = (Cell(_cell(text), row, column) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    return Table(tuple(cells), line, is_bordered=False)


def _is_table(block: list[Line]) -> bool:
    """Not an indent, nor a number with a tab behind it."""
    rows = [[text for text in line.text.split("\t") if text.strip()] for line in block]
    return any(len(row) > 1 and not (len(row) == 2 and _LABEL.fullmatch(row[0].strip())) for row in rows)


def _paragraphs(block: list[Line]) -> Iterator[Paragraph | Table]:
    for first, rows, count in aligned_rows([line.text for line in block]):
        if rows:
            yield table_of(rows, block[first].number)
            continue
        for line in block[first : first + count]:
            if text := _cell(line.text.strip().replace("\t", " ")):
                yield Paragraph(text, line.number)


def _cell(text: str) -> str:
    if "<" in text and _TAGS.search(text):
        text = html.unescape(_TAGS.sub("\n", text))
    return printed(_BOLD.sub(r"\1", text))


def _unquoted(found: re.Match[str]) -> str:
    inner = found.group(1)
    if "\n" not in inner:
        return found.group()
    return inner.replace('""', '"').replace("\n", "\v").replace("\t", " ")
