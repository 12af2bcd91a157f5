"""Ten thousand hostile strings through every document: none becomes a formula, none breaks the file."""

import hashlib
import json
import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import icalendar
import openpyxl
import pytest

from domain.agenda import Agenda, Day
from domain.dossier import Bundle, Enclosed, Link, Page, Section
from domain.filenames import filed
from domain.paper import Book, Sheet
from domain.tables import Table, Workbook
from domain.wellformed import one_line, wellformed
from exports import book, calendar, evidence, ledger, page
from exports.cells import carried
from tests.exports.hostile import strings

HOSTILE = strings()
WIDE = 20  # columns
AT = datetime(2026, 11, 26, 2, tzinfo=UTC)
RUNNING = re.compile(r"^(script|img|iframe|object|embed|link|form|svg)$")


def in_rows(texts: list[str]) -> tuple[tuple[str, ...], ...]:
    filled = [*texts, *[""] * (-len(texts) % WIDE)]
    return tuple(tuple(filled[start : start + WIDE]) for start in range(0, len(filled), WIDE))


def as_read(cell: object) -> str:
    """What a sheet gives back of a text; openpyxl has None where a cell is blank."""
    return "" if cell is None else str(cell)


def test_in_a_ledger_every_cell_is_its_text() -> None:
    rows = in_rows(HOSTILE)
    names = tuple(f"第{n}列" for n in range(WIDE))
    links = {(row, 5): (0, row) for row in range(len(rows))}
    table = Table("台账", HOSTILE[0], HOSTILE[1], names, (12,) * WIDE, rows, merged=2, links=links)
    content = ledger.draw(Workbook((table,), AT, ("第 ", " 页，共 ", " 页")))
    assert re.search(b"<f[ >]", b"".join(ZipFile(BytesIO(content)).read(n) for n in sheets(content))) is None
    sheet = openpyxl.load_workbook(BytesIO(content), data_only=False)["台账"]
    merged = {cell for span in sheet.merged_cells.ranges for cell in list(span.cells)[1:]}
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = sheet.cell(n + 4, column + 1)
            assert cell.data_type in ("s", "n"), f"a {cell.data_type} of {text!r}"
            if (n + 4, column + 1) not in merged:
                assert as_read(cell.value) == carried(text)
    assert all(cell.hyperlink is None or cell.hyperlink.target is None for row in sheet for cell in row)


def sheets(content: bytes) -> list[str]:
    return [name for name in ZipFile(BytesIO(content)).namelist() if name.startswith("xl/worksheets/")]


def test_a_book_of_what_was_read_has_its_text_too() -> None:
    texts = [text for text in HOSTILE if len(text) < 1000][:2000]
    content = book.draw(Book((Sheet("指标", ("一",) * WIDE, (12,) * WIDE, in_rows(texts)),)))
    sheet = openpyxl.load_workbook(BytesIO(content))["指标"]
    found = [as_read(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row]
    assert found[: len(texts)] == [carried(text) for text in texts]
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}


def test_in_a_calendar_a_text_stays_within_its_line() -> None:
    texts = [text[:300] for text in HOSTILE]
    several = ["\n".join(texts[start : start + WIDE]) for start in range(0, len(texts), WIDE)]
    days = tuple(
        Day(f"task-{n}@house", n, date(2026, 12, 3), text, more, alarms=(timedelta(hours=-15),))
        for n, (text, more) in enumerate(zip(texts, several, strict=False))
    )
    found = icalendar.Calendar.from_ical(calendar.draw(Agenda(HOSTILE[2], AT, days)))
    events = [one for one in found.walk() if one.name != "VCALENDAR"]
    assert {one.name for one in events} == {"VEVENT", "VALARM"}
    assert len(events) == 2 * len(several)
    for event, text, more in zip(found.walk("VEVENT"), texts, several, strict=False):
        assert str(event["summary"]) == one_line(text)
        assert str(event["description"]) == wellformed(more)
        assert set(event) == {
            "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP",
        }  # fmt: skip


class Reader(HTMLParser):
    """What a browser would make of a page: its cells, and whatever could run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.suspicious: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if RUNNING.match(tag) or any(name.startswith("on") for name, _ in attrs):
            self.suspicious.append(tag)
        if tag == "td":
            self.cells.append("")
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def test_a_page_shows_the_text_and_runs_none_of_it() -> None:
    rows = tuple((text, Link("文件", text)) for text in HOSTILE)
    content = page.draw(Page("x.html", HOSTILE[0], (), (Section("一", ("一", "二"), rows),), "")).decode()
    reader = Reader()
    reader.feed(content.replace("\r", ""))
    assert reader.suspicious == []
    texts = [cell for cell in reader.cells if cell.strip() != "文件"][: len(HOSTILE)]
    assert texts[:70] == [wellformed(text) for text in HOSTILE[:70]]
    assert all(one.startswith(("http://", "https://")) or ":" not in one for one in reader.addresses)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


def test_a_bundle_of_ten_thousand_names_unpacks_into_its_own_folder(shelf: Path, tmp_path: Path) -> None:
    content = b"proof"
    digest = hashlib.sha256(content).hexdigest()
    (shelf / digest).write_bytes(content)
    enclosed = tuple(Enclosed(f"proofs/1.1.1/{filed(n, text)}", digest) for n, text in enumerate(HOSTILE))
    bundle = Bundle((), enclosed, (2026, 11, 26, 10, 0, 0), {"missing": [{"name": text} for text in HOSTILE[:100]]})
    target = tmp_path / "bundle.zip"
    with target.open("wb") as file:
        evidence.draw(bundle, file, lambda found: shelf / found, lambda done, of: None)
    with ZipFile(target) as zipped:
        assert zipped.testzip() is None
        names = zipped.namelist()
        assert len({name.lower() for name in names}) == len(HOSTILE) + 1
        assert all(re.fullmatch(r"proofs/1\.1\.1/\d{4,}-[^/\\:\n]+", name) for name in names[:-1])
        listed = json.loads(zipped.read("manifest.json"))
    assert {one["path"] for one in listed["files"]} == set(names[:-1])
    assert {one["sha256"] for one in listed["files"]} == {digest}
    assert [one["name"] for one in listed["missing"]] == HOSTILE[:100]
