"""台账 as a file: merged where the notice merges, linked both ways, each row as high as its text, printable."""

import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from domain.tables import Table, Workbook, lines
from exports.ledger import LINE, ROOM, TALLEST, draw

ROWS = (
    ("一、思想政治建设", "（一）政治信念", "1.1.1 学习制度", "2 版"),
    ("一、思想政治建设", "（一）政治信念", "1.1.2 会议\n每年召开2次意识形态工作会议。", "—"),
    ("一、思想政治建设", "（二）组织建设，" * 12, "1.2.1 治党责任", "—"),
    ("二、三个规定", "（一）月报告", "2.1.1 " + "全员填报" * 400, "1 版"),
)
HEAD = ("项目领域", "项目内容", "测评指标", "填报履历")
WIDTHS = (10, 12, 30, 8)
MAIN = Table(
    "台账", "示范法院创建督办台账", "截至", HEAD, WIDTHS, ROWS, merged=2, links={(0, 3): (1, 0), (3, 3): (1, 2)}
)
HISTORY = Table(
    "填报履历",
    "履历",
    "截至",
    ("编号", "内容"),
    (8, 40),
    (("1.1.1", "第一版"), ("1.1.1", "第二版"), ("2.1.1", "一版")),
    links={(0, 0): (0, 0), (2, 0): (0, 3)},
)
BOOK = Workbook((MAIN, HISTORY), datetime(2026, 11, 26, 10, tzinfo=UTC), ("第 ", " 页，共 ", " 页"))


@pytest.fixture(scope="module")
def content() -> bytes:
    return draw(BOOK)


@pytest.fixture(scope="module")
def sheet(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))["台账"]


def test_areas_and_items_are_merged_as_the_notice_merges_them(sheet: Any) -> None:
    spans = {str(span) for span in sheet.merged_cells.ranges}
    assert spans == {"A1:D1", "A2:D2", "A4:A6", "B4:B5"}


def test_rows_lead_to_their_history_and_back(content: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(content))
    places: dict[str, dict[str, Any]] = {
        page.title: {cell.coordinate: cell.hyperlink.location for row in page for cell in row if cell.hyperlink}
        for page in book.worksheets
    }
    assert places["台账"] == {"D4": "'填报履历'!A4", "D7": "'填报履历'!A6"}
    assert places["填报履历"] == {"A4": "'台账'!A4", "A6": "'台账'!A7"}


def test_every_row_is_as_high_as_what_stands_in_it_and_none_higher_than_a_sheet_takes(sheet: Any) -> None:
    heights = [sheet.row_dimensions[row].height for row in range(4, 8)]
    for height, cells in zip(heights, ROWS, strict=True):
        assert height > min(LINE * lines(cells[2], WIDTHS[2]) + ROOM, TALLEST) - 1  # in whole dots
    assert heights[2] >= LINE * lines(ROWS[2][1], WIDTHS[1])  # an item of one row has its room there
    assert heights[3] == TALLEST


def test_it_prints_across_a3_headed_on_every_page(sheet: Any) -> None:
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.oddFooter.center.text.endswith("第 &P 页，共 &N 页")
    assert sheet.freeze_panes == "D4"


def test_two_drawings_of_one_ledger_are_one_file(content: bytes) -> None:
    assert draw(BOOK) == content


def test_libreoffice_makes_a_pdf_of_it(content: bytes, tmp_path: Path) -> None:
    # an office of 400 MB is asked of no machine that tests; openpyxl has read the same file above
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "台账.xlsx").write_bytes(content)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    done = subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "台账.xlsx")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "could not be loaded" in done.stderr:
        # it says so with exit code 0: nothing about the ledger can be learned there
        pytest.skip("LibreOffice is installed without Calc")
    assert (tmp_path / "台账.pdf").read_bytes().startswith(b"%PDF")
