"""The tables of a paper as entries, under the headings, sheets and rows that name their areas where no column does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.papers.paper import Paper, Paragraph
from catalogue.reading import flat, rows
from catalogue.reading.entries import Entry
from catalogue.reading.frames import Frame, frames, text_at
from catalogue.reading.labels import label
from catalogue.reading.roles import Roles, roles

_NAMELESS = re.compile(r"(?:sheet|工作表|表格?)\s*\d*", re.IGNORECASE)
_NO_TITLE = re.compile(r"附件|附表|表\s*\d|单位[:：]|填报|[。；：]$")
HEADING = 40  # signs: a numbered paragraph that is longer is text


def entries(paper: Paper) -> Iterator[Entry]:
    found = frames(paper)
    above = _titles(found)
    place: Roles | None = None
    for number, frame in enumerate(found):
        if place is None or not frame.goes_on:
            place = roles(frame)
        columns = _below(place, frame, is_entitled=len(set(above)) > 1)
        read = rows.entries if frame.table.is_bordered else flat.entries
        for index, entry in enumerate(read(frame, columns)):
            yield entry if index or frame.goes_on else _entitled(entry, columns, *above[number])


def _titles(found: Sequence[Frame]) -> list[tuple[str, str]]:
    """Area and item above each table: the name of its sheet, or the headings before it."""
    captions = [frame.table.caption.strip() for frame in found]
    if len(set(captions)) > 1 and not any(_NAMELESS.fullmatch(name) or not name for name in captions):
        return [(name, "") for name in captions]
    above = []
    area, item = "", ""
    for frame in found:
        area, item = _headings(frame.headings, area, item)
        above.append((area, item))
    return above


def _below(columns: Roles, frame: Frame, *, is_entitled: bool) -> Roles:
    """A single column that gathers is that of items where something else names the areas."""
    if columns.area is None or columns.item is not None:
        return columns
    sections = any((title := rows.across(row)) is not None and not rows.is_aside(title) for _, row in frame.rows)
    if sections or is_entitled or _is_of_items(frame, columns.area):
        return replace(columns, area=None, item=columns.area)
    return columns


def _entitled(entry: Entry, columns: Roles, area: str, item: str) -> Entry:
    """The first row of a table tells the titles above it, as far as no column tells them."""
    return replace(
        entry,
        area=entry.area or (area if columns.area is None else ""),
        item=entry.item or (item if columns.item is None and columns.area is None else ""),
    )


def _headings(between: Sequence[Paragraph], area: str, item: str) -> tuple[str, str]:
    """A part holds areas, which are items then."""
    is_part = False
    for paragraph in between:
        text = paragraph.text.strip()
        found, _ = label(text)
        if not text or len(text) > HEADING or _NO_TITLE.search(text):
            continue
        level = found.level if found else None
        if level == "item" or (level == "area" and is_part):
            item = text
        elif level in ("part", "area") or (paragraph.is_heading and found is None):
            area, item, is_part = text, "", level == "part"
    return area, item


def _is_of_items(frame: Frame, place: int) -> bool:
    """A single gathering column whose cells are numbered （一）."""
    texts = [text_at(row, place) for _, row in frame.rows]
    levels = [found.level if (found := label(text)[0]) else None for text in dict.fromkeys(texts) if text.strip()]
    return bool(levels) and levels.count("item") > len(levels) / 2
