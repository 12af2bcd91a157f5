"""One sheet as the file keeps it: cells by place, merged ranges, what is hidden."""

import io
import re
from dataclasses import dataclass, field

from lxml import etree

from catalogue.papers.limits import TooLarge
from catalogue.papers.package import Package
from catalogue.papers.paper import Place

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LAST_ROW, LAST_COLUMN = 1_048_575, 16_383
_MOST_CELLS = 200_000
_MOST_MERGES = 50_000
_MOST_TAGS = 3_000_000  # cells with a border and nothing in them cost time too
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


@dataclass(frozen=True)
class Written:
    kind: str  # "n" a figure, "s" a number of a shared text, "str", "inlineStr", "b", "e", "d"
    raw: str
    style: int


@dataclass
class Sheet:
    cells: dict[Place, Written] = field(default_factory=dict)  # those with something in them
    merges: list[tuple[Place, Place]] = field(default_factory=list)  # corners, both within
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncalculated: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)


def place_of(name: str) -> Place:
    """B3 → (2, 1); raises ValueError."""
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ValueError(name)
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return max(int(found.group(2)), 1) - 1, column - 1


def read_sheet(package: Package, part: str) -> Sheet:
    """Reads on and forgets: only cells with something in them are kept, however large the sheet calls itself."""
    data = package.xml(part)
    if data.count(b"<") > _MOST_TAGS:
        raise TooLarge
    reading = _Reading()
    wanted = [f"{S}{tag}" for tag in ("row", "c", "col", "mergeCell")]
    for event, element in etree.iterparse(
        io.BytesIO(data), events=("start", "end"), tag=wanted, resolve_entities=False, no_network=True, load_dtd=False
    ):
        if event == "start":
            reading.begin(element)
        else:
            reading.end(element)
            element.clear()
    return reading.sheet


class _Reading:
    def __init__(self) -> None:
        self.sheet = Sheet()
        self._row = self._column = -1

    def begin(self, element: etree._Element) -> None:
        if element.tag == f"{S}row":
            self._row, self._column = _index(element.get("r"), self._row), -1
            if _is_hidden(element, "ht"):
                self.sheet.hidden_rows.add(self._row)

    def end(self, element: etree._Element) -> None:
        if element.tag == f"{S}c":
            name = element.get("r")
            self._row, self._column = place_of(name) if name else (self._row, self._column + 1)
            _keep(self.sheet, (self._row, self._column), element)
        elif element.tag == f"{S}col" and _is_hidden(element, "width"):
            last = min(_index(element.get("max"), 0), LAST_COLUMN)
            self.sheet.hidden_columns |= set(range(_index(element.get("min"), 0), last + 1))
        elif element.tag == f"{S}mergeCell":
            one, _, other = element.get("ref", "").partition(":")
            if other:
                self.sheet.merges.append(_corners(place_of(one), place_of(other)))
        if len(self.sheet.cells) > _MOST_CELLS or len(self.sheet.merges) > _MOST_MERGES:
            raise TooLarge


def _is_hidden(element: etree._Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _index(text: str | None, before: int) -> int:
    return min(int(text) - 1, LAST_ROW) if text and text.isdecimal() else before + 1


def _corners(one: Place, other: Place) -> tuple[Place, Place]:
    rows, columns = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return (rows[0], columns[0]), (rows[1], columns[1])


def _keep(sheet: Sheet, place: Place, element: etree._Element) -> None:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        raw = "".join(one.text or "" for one in element.iterfind(f"{S}is//{S}t"))
    else:
        raw = element.findtext(f"{S}v") or ""
    name = element.get("r") or f"R{place[0] + 1}C{place[1] + 1}"
    if not raw and kind != "str" and element.find(f"{S}f") is not None:
        sheet.uncalculated.append(name)
    elif kind == "e":
        sheet.faulty.append(name)
    style = element.get("s", "0")
    if raw:
        sheet.cells[place] = Written(kind, raw, int(style) if style.isdecimal() else 0)
