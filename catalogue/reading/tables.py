"""The tables of a paper as entries, under the headings and sheets that name their areas where no column does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.papers.paper import Paper, Paragraph
from catalogue.reading import flat, rows
from catalogue.reading.entries import Entry
from catalogue.reading.frames import Frame, frames
from catalogue.reading.labels import label
from catalogue.reading.roles import Roles, roles
from catalogue.reading.rows import text_at

_NAMELESS = re.compile(r"(?:sheet|工作表|表格?)\s*\d*", re.IGNORECASE)
HEADING = 40  # signs: a numbered paragraph that is longer is text


def entries(paper: Paper) -> Iterator[Entry]:
    found = frames(paper)
    captions = _captions(found)
    area, item = "", ""
    place: Roles | None = None
    for frame in found:
        area, item = _headings(frame.headings, area, item)
        place = place if place is not None and frame.goes_on else roles(frame)
        columns = place
        if columns.area is not None and columns.item is None and _is_of_items(frame, columns.area):
            columns = replace(columns, area=None, item=columns.area)
        read = rows.entries if frame.table.is_bordered else flat.entries
        above = captions.get(frame.table.line, "") or area
        for index, entry in enumerate(read(frame, columns)):
            yield entry if index or frame.goes_on else _entitled(entry, columns, above, item)


def _entitled(entry: Entry, columns: Roles, area: str, item: str) -> Entry:
    """The first row of a table tells the titles above it, as far as no column tells them."""
    return replace(
        entry,
        area=entry.area or (area if columns.area is None else ""),
        item=entry.item or (item if columns.item is None and columns.area is None else ""),
    )


def _headings(between: Sequence[Paragraph], area: str, item: str) -> tuple[str, str]:
    for paragraph in between:
        text = paragraph.text.strip()
        found, _ = label(text)
        if not text or len(text) > HEADING or text.endswith(("。", "；", "：")):
            continue
        if found is not None and found.level == "item":
            item = text
        elif (found is not None and found.level == "area") or (paragraph.is_heading and found is None):
            area, item = text, ""
    return area, item


def _captions(found: Sequence[Frame]) -> dict[int, str]:
    """By line of the table: names of sheets that part one catalogue, each with a head of its own."""
    named = {frame.table.line: frame.table.caption.strip() for frame in found if frame.table.caption.strip()}
    telling = len(set(named.values())) > 1 and not any(_NAMELESS.fullmatch(name) for name in named.values())
    return named if telling else {}


def _is_of_items(frame: Frame, place: int) -> bool:
    """A single gathering column whose cells are numbered （一）."""
    texts = [text_at(row, place) for _, row in frame.rows]
    levels = [found.level if (found := label(text)[0]) else None for text in dict.fromkeys(texts) if text.strip()]
    return bool(levels) and levels.count("item") > len(levels) / 2
