"""Tables with borders: every cell stands below its head, and a merge says what it covers."""

import re
from collections.abc import Iterator, Sequence

from catalogue.papers.paper import Cell
from catalogue.reading.entries import Entry, Printed, Who
from catalogue.reading.frames import HELPS, LEADS, Column, Frame, Places, text_at, title_alone
from catalogue.reading.labels import label
from catalogue.reading.roles import Roles

_SUPPORT = re.compile("配合|协办|协同|协助|参与|参加|支持|会办")
_SUMS = ("合计", "总计", "小计", "总分")
_ASIDES = ("注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表", "注1", "注 ")


def entries(frame: Frame, roles: Roles) -> Iterator[Entry]:
    """One a row, in order; rows from edge to edge are titles of areas and items."""
    loses = _loses(frame, roles)
    for index, (number, row) in enumerate(frame.rows):
        whole = across(row) or _alone(row, roles)
        if whole is not None:
            if not is_aside(whole):
                yield titled(whole, frame.table.line + number, is_first=frame.goes_on and not index)
        elif is_indicator(row, roles):
            yield _entry(frame, roles, number, row, is_new=frame.goes_on and not index, loses=loses)


def across(row: Places) -> str | None:
    """The text of a row that is one cell from edge to edge."""
    cells = {id(cell): cell for cell in row if cell is not None}
    one = next(iter(cells.values()), None)
    return one.text.strip() if one is not None and len(cells) == 1 and len(row) > 1 and one.rows == 1 else None


def is_titled(row: Places, roles: Roles) -> bool:
    """A title alone in its row, in a column that is none of titles or of text."""
    found = title_alone(row)
    return found is not None and found[0] not in (roles.text, roles.area, roles.item)


def _alone(row: Places, roles: Roles) -> str | None:
    found = title_alone(row)
    return found[1] if found is not None and is_titled(row, roles) else None


def is_aside(text: str) -> bool:
    return not text or text.startswith((*_SUMS, *_ASIDES))


def titled(text: str, line: int, *, is_first: bool = False) -> Entry:
    """An item where its number says so, an area otherwise."""
    found, _ = label(text)
    area, item = ("", text) if found is not None and found.level == "item" else (text, "")
    return Entry(line, area=area, item=item, is_page_new=is_first)


def is_indicator(row: Places, roles: Roles) -> bool:
    """Not a sum, and not blank all over."""
    texts = [cell.text.strip() for cell in row if cell is not None]
    return any(texts) and not any("".join(text.split()) in _SUMS for text in texts)


def _entry(frame: Frame, roles: Roles, number: int, row: Places, *, is_new: bool, loses: bool) -> Entry:
    others = frame.of("responsible")
    return Entry(
        frame.table.line + number,
        area=text_at(row, roles.area, number),
        item=text_at(row, roles.item, number),
        name=joined(text_at(row, place) for place in roles.names),
        text=text_at(row, roles.text),
        who=who(frame, number, row, loses=loses),
        target=joined(text_at(row, place) for place in roles.targets),
        measure=_of(frame, row, "measure"),
        deadline=_of(frame, row, "deadline"),
        cycle=_of(frame, row, "cycle"),
        points=_of(frame, row, "points"),
        notes=_of(frame, row, "notes"),
        supports=bool(others) and all(_SUPPORT.match(column.head) for column in others),
        is_page_new=is_new,
        is_flat=not frame.table.is_bordered,
        row_note=" ".join(
            c.note for place in (roles.text, *roles.names, *roles.targets) if (c := row[place]) and c.note
        ),
        is_continued=_is_covered(row, number, (roles.text, *roles.names, *roles.targets)),
    )


def _is_covered(row: Places, number: int, places: Sequence[int]) -> bool:
    """All its words began in a row above."""
    cells = [cell for place in places if place < len(row) and (cell := row[place]) is not None and cell.text.strip()]
    return bool(cells) and all(cell.row < number for cell in cells)


def _of(frame: Frame, row: Places, meaning: str) -> str:
    return joined(text_at(row, column.place) for column in frame.columns if column.meaning == meaning)


def joined(texts: Iterator[str]) -> str:
    return "；".join(dict.fromkeys(text for text in texts if text))


def who(frame: Frame, number: int, row: Places, *, loses: bool) -> Who:
    if marked := frame.of("mark"):
        return _by_marks(row, marked)
    leads, shared = frame.of("lead"), frame.of("shared")
    loses = loses and _is_often_blank((leads or shared or frame.of("responsible"))[:1], frame)
    return Who(
        printed(row, number, leads[0], loses=loses) if leads else Printed(),
        tuple(printed(row, number, column, loses=loses) for column in frame.of("responsible")),
        printed(row, number, shared[0], loses=loses) if shared else Printed(),
    )


def printed(row: Places, number: int, column: Column, *, loses: bool) -> Printed:
    cell: Cell | None = row[column.place] if column.place < len(row) else None
    if cell is None or not cell.text.strip():
        return Printed("", "lost" if loses else "blank")
    return Printed(cell.text.strip(), "printed" if cell.row == number else "covered", cell.note)


def _by_marks(row: Places, marked: Sequence[Column]) -> Who:
    """Departments as heads: ● leads, ○ helps."""
    lead = "、".join(column.head for column in marked if text_at(row, column.place) in LEADS)
    others = "、".join(column.head for column in marked if text_at(row, column.place) in HELPS)
    return Who(Printed(lead, "printed" if lead else "blank"), (Printed(others, "printed"),) if others else ())


def _is_often_blank(columns: Sequence[Column], frame: Frame) -> bool:
    """A column that is filled on nearly every row was not merged: a blank in it is a cell that got lost."""
    cells = [text_at(row, column.place) for column in columns for _, row in frame.rows]
    return cells.count("") >= RARE * len(cells)


RARE = 0.2  # of its cells


def _loses(frame: Frame, roles: Roles) -> bool:
    """The form cannot say what is merged, and titles of areas and items are left out below their first row."""
    if frame.table.is_bordered:
        return False
    places = [place for place in (roles.area, roles.item) if place is not None]
    return frame.goes_on or any(not text_at(row, place) for _, row in frame.rows for place in places)
