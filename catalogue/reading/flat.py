"""Tables that lost their borders: cells that slid to the left or right are put back by what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.reading.departments import looks_like_departments
from catalogue.reading.entries import Entry, Printed, Standing, Who
from catalogue.reading.frames import Frame, Places
from catalogue.reading.labels import label
from catalogue.reading.roles import Roles
from catalogue.reading.rows import entries as in_place
from catalogue.reading.rows import is_indicator, is_titled

LONG = 25  # signs: longer than any title of a column's cell, unless it is numbered


@dataclass(frozen=True)
class _Found:
    """One cell of a row by what it says."""

    place: int
    text: str
    sort: str  # area, item, text, who, other


def entries(frame: Frame, roles: Roles) -> Iterator[Entry]:
    """As of a table with borders where every cell is in place; otherwise by what the cells say."""
    plain = {entry.line: entry for entry in in_place(frame, roles)}
    slid = 0  # how far the departments of the row above stood from their heads
    for index, (number, row) in enumerate(frame.rows):
        line = frame.table.line + number
        if not is_indicator(row, roles):
            continue
        cells = _sorted(row)
        if is_titled(row, roles) or _is_in_place(cells, frame, roles):
            slid = 0
            if line in plain:
                yield plain[line]
            continue
        entry, slid = _put_back(cells, frame, roles, line, slid)
        yield replace(entry, is_page_new=frame.goes_on and not index)


def _sorted(row: Places) -> list[_Found]:
    return [
        _Found(place, cell.text.strip(), _sort(cell.text.strip()))
        for place, cell in enumerate(row)
        if cell is not None and cell.text.strip()
    ]


def _sort(text: str) -> str:
    found, _ = label(text)
    if found and found.level in ("area", "item"):
        return found.level
    if found or len(text) > LONG:
        return "text"
    return "who" if looks_like_departments(text) else "other"


def _is_in_place(cells: Sequence[_Found], frame: Frame, roles: Roles) -> bool:
    """Numbered titles below their heads, departments in a column that is not the text, and the text in its own."""
    homes = {"area": roles.area, "item": roles.item}
    if any(cell.sort in homes and homes[cell.sort] not in (None, cell.place) for cell in cells):
        return False
    known = {column.place for column in frame.columns} - {roles.text}
    if any(cell.sort == "who" and cell.place not in known for cell in cells):
        return False
    return any(cell.place == roles.text for cell in cells) or not any(cell.sort in ("text", "who") for cell in cells)


def _put_back(cells: Sequence[_Found], frame: Frame, roles: Roles, line: int, slid: int) -> tuple[Entry, int]:
    """The entry, and how far its departments stood from their heads."""
    area = next((cell for cell in cells if cell.sort == "area"), None)
    item = next((cell for cell in cells if cell.sort == "item"), None)
    text = next((cell for cell in cells if cell.sort == "text"), None)
    text = text or max((cell for cell in cells if cell.sort == "other"), key=lambda one: len(one.text), default=None)
    names = [cell for cell in cells if cell.sort == "who" and (text is None or cell.place > text.place)]
    who, slid = _who(names, frame, slid if text is None or text.place == roles.text else text.place - roles.text)
    return (
        Entry(
            line,
            area=area.text if area else "",
            item=item.text if item else "",
            text=text.text if text else "",
            who=who,
            is_flat=True,
        ),
        slid,
    )


def _who(names: Sequence[_Found], frame: Frame, slid: int) -> tuple[Who, int]:
    """Two cells of names are lead and responsible; one alone stands as far from its head as the rest of its row."""
    leads, others = frame.of("lead"), frame.of("responsible")
    if not leads or not others:
        return Who(responsible=tuple(Printed(cell.text, "moved") for cell in names)), slid
    if len(names) >= 2:
        lead, *rest = names
        is_near = rest[0].place == lead.place + 1 and lead.place - slid == leads[0].place
        standing: Standing = "printed" if is_near else "moved"
        printed = tuple(Printed(cell.text, standing) for cell in rest)
        return Who(Printed(lead.text, standing), printed), lead.place - leads[0].place
    if not names:
        return Who(Printed("", "lost"), (Printed("", "lost"),)), slid
    (only,) = names
    if only.place - slid <= leads[0].place:
        return Who(Printed(only.text, "moved"), (Printed("", "lost"),)), slid
    return Who(Printed("", "lost"), (Printed(only.text, "moved"),)), slid
