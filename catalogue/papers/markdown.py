"""Markdown: tables of pipes, headings, numbered lists. Lenient where its rules would drop a cell that people see."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from catalogue.papers.front_matter import front_matter
from catalogue.papers.html import html_blocks
from catalogue.papers.markdown_inline import plain
from catalogue.papers.paper import Paper, Paragraph, Table
from catalogue.papers.text import Line, lines_of, table_of

_RULER = re.compile(r"(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+|(?=[^\s#0-9]))(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_FENCE = re.compile(r" {0,3}(?:```|~~~).*")
_BULLET = re.compile(r"(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?(.*)")
_NUMBERED = re.compile(r"(\s*)([0-9]{1,9})([.)])\s+(.*)")
_HTML_TABLE = re.compile(r"<table\b", re.I)
_HTML_END = re.compile(r"</table\s*>", re.I)


def is_markdown(text: str) -> bool:
    """Whether something in it is set by the rules of Markdown alone."""
    lines = text.splitlines()
    if any(_is_head(before, line) for before, line in pairwise(lines)):
        return True
    return any(_HEADING.fullmatch(line) or _is_piped(line) for line in lines) or bool(_HTML_TABLE.search(text))


def read_markdown(text: str) -> Paper:
    about, lines = front_matter(lines_of(text))
    return Paper("markdown", (*about, *_blocks(lines)))


def _blocks(lines: Sequence[Line]) -> Iterator[Paragraph | Table]:
    at = 0
    numbers = _Numbers()
    while at < len(lines):
        if _HTML_TABLE.search(lines[at].text):
            end = _end_of_html(lines, at)
            source = "\n".join(line.text for line in lines[at:end])
            yield from (replace(block, line=lines[at].number) for block in html_blocks(source))
        elif (end := _end_of_table(lines, at)) > at:
            rows = [_cells(line.text) for line in lines[at:end] if not _RULER.fullmatch(line.text.strip())]
            if rows:
                yield table_of(rows, lines[at].number)
        else:
            end = at + 1
            is_underlined = end < len(lines) and bool(_UNDERLINE.fullmatch(lines[end].text))
            yield from _paragraph(lines[at], numbers, is_underlined)
        at = end


def _end_of_html(lines: Sequence[Line], first: int) -> int:
    """Behind the line in which as many tables are closed as were opened; the last one if they never are."""
    depth = 0
    for at in range(first, len(lines)):
        text = lines[at].text
        depth += len(_HTML_TABLE.findall(text)) - len(_HTML_END.findall(text))
        if depth <= 0:
            return at + 1
    return len(lines)


def _end_of_table(lines: Sequence[Line], first: int) -> int:
    """A head with its ruler, or rows that begin and end with a pipe (a table goes on behind the turn of a page)."""
    is_headed = first + 1 < len(lines) and _is_head(lines[first].text, lines[first + 1].text)
    if not is_headed and not _is_piped(lines[first].text):
        return first
    at = first
    while at < len(lines) and not lines[at].is_blank and (_PIPE.search(lines[at].text) or _is_ruler(lines[at].text)):
        at += 1
    return at


def _is_head(line: str, below: str) -> bool:
    return _PIPE.search(line) is not None and _is_ruler(below)


def _is_ruler(line: str) -> bool:
    return "|" in line and "-" in line and _RULER.fullmatch(line.strip()) is not None


def _is_piped(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 2 and bare.startswith("|") and bare.endswith("|") and not bare.endswith("\\|")


def _cells(line: str) -> list[str]:
    """An escaped pipe belongs to the text; the outer pipes may be missing."""
    bare = line.strip()
    texts = _PIPE.sub("\\1\v", bare.removeprefix("|")).split("\v")
    if len(texts) > 1 and not texts[-1].strip():
        texts.pop()
    return [plain(text.strip().replace("\\|", "|")) for text in texts]


class _Numbers:
    """A list all of whose items are called 1. is counted when it is shown."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, int]] = {}  # indent → number written, number shown

    def shown(self, indent: str, written: int) -> int:
        before = self._last.get(indent)
        number = before[1] + 1 if before is not None and before[0] == written else written
        self._last = {one: last for one, last in self._last.items() if len(one) < len(indent)}
        self._last[indent] = (written, number)
        return number

    def end(self) -> None:
        self._last = {}


def _paragraph(line: Line, numbers: _Numbers, is_underlined: bool) -> Iterator[Paragraph]:
    text = re.sub(r"^(?:\s{0,3}>\s?)+", "", line.text)
    if line.is_blank or _FENCE.fullmatch(text) or _UNDERLINE.fullmatch(text) or re.fullmatch(r"(?:[-*_]\s*){3,}", text):
        return
    heading, item = _HEADING.fullmatch(text), _NUMBERED.fullmatch(text)
    if item is not None:
        text = f"{numbers.shown(item[1], int(item[2]))}{item[3]} {plain(item[4])}"
    else:
        if not text.startswith((" ", "\t")):
            numbers.end()
        bullet = _BULLET.fullmatch(text)
        text = plain(heading[2].rstrip("# ") if heading else bullet[2] if bullet else text.strip())
    if text:
        yield Paragraph(text, line.number, heading is not None or (is_underlined and item is None))
