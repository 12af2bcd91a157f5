"""The tables of a paper as entries, under the headings, sheets and rows that name their areas where no column does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.papers.paper import Paper, Paragraph
from catalogue.reading import flat, rows
from catalogue.reading.cards import gathered
from catalogue.reading.entries import Entry
from catalogue.reading.frames import Frame, frames, title_alone
from catalogue.reading.labels import label
from catalogue.reading.roles import Roles, roles

_NAMELESS = re.compile(r"(?:sheet|工作表|表格?)\s*\d*", re.IGNORECASE)
_NO_TITLE = re.compile(r"附件|附表|表\s*\d|单位[:：]|填报|[。；：]$")
HEADING = 40  # signs: a numbered paragraph that is longer is text


def entries(paper: Paper) -> Iterator[Entry]:
    found = frames(gathered(paper))
    above = _titles(found)
    place: Roles | None = None
    for number, frame in enumerate(found):
        if place is None or not frame.goes_on:
            place = roles(frame, has_areas=_has_areas(frame, is_entitled=len(set(above)) > 1))
        read = rows.entries if frame.table.is_bordered else flat.entries
        for index, entry in enumerate(_promoted(list(read(frame, place)), above[number][0])):
            yield entry if index or frame.goes_on else _entitled(entry, place, *above[number])


def _promoted(read: Sequence[Entry], above: str) -> Sequence[Entry]:
    """（一）… on rows of their own are areas where nothing above them is one."""
    if above or any(entry.area for entry in read):
        return read
    return [replace(one, area=one.item, item="") if one.item and not (one.text or one.name) else one for one in read]


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


def _has_areas(frame: Frame, *, is_entitled: bool) -> bool:
    """Sheets or headings part the catalogue, or rows from edge to edge do."""
    titles = (rows.across(row) for _, row in frame.rows)
    if is_entitled or any(title is not None and not rows.is_aside(title) for title in titles):
        return True
    words = {column.place for column in frame.of("group", "text")}
    alone = (title_alone(row) for _, row in frame.rows)
    return any(title is not None and title[0] not in words for title in alone)


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
