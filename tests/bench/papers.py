"""Notices read in the process that reads them, beside the table walk that python-docx's readers know.

`.venv/bin/python -m tests.bench.papers` prints seconds and megabytes under their names.
"""

import json
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from tests.bench.figures import Figure, Table, child

HEAD = ("序号", "项目领域", "项目内容", "测评指标", "牵头部门", "责任部门", "完成时限", "备注")
SHORT, LONG = 60, 2000  # indicators
CHILD = """
import json, resource, sys, time
from pathlib import Path
from catalogue.reading.drafting import draft_of
path = Path(sys.argv[1])
begun = time.perf_counter()
found = len(draft_of(path.read_bytes(), path.name).indicators)
took = time.perf_counter() - begun
print(json.dumps([found, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def drawn(number: int) -> bytes:
    """A Word table of so many indicators, areas and items merged."""
    document = Document()
    table = document.add_table(rows=1, cols=len(HEAD))
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = text
    for n in range(number):
        demand = f"第{n + 1}项事项按时办结率不低于{90 + n % 9}%，每季度检查不少于{n % 4 + 1}次，未发生超期问题。"
        values = (
            str(n + 1), f"第{n // 100 + 1}类" if not n % 100 else "", f"（一）第{n // 10 + 1}组" if not n % 10 else "",
            demand, f"{'甲乙丙丁戊'[n % 5]}科", "办公室、各科室", "2026年12月底前", "",
        )  # fmt: skip
        for cell, text in zip(table.add_row().cells, values, strict=True):
            cell.text = text
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def read(path: Path, number: int) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", CHILD, str(path)], check=True, capture_output=True, text=True)
    found, took, memory = json.loads(done.stdout)
    assert found == number, f"{found} of {number} indicators"
    return took, memory


def walked(path: Path) -> float:
    """Seconds for `table.cell(row, column)` over the short table: the walk of most scripts."""
    begun = time.perf_counter()
    table = Document(str(path)).tables[0]
    for row in range(len(table.rows)):
        for column in range(len(HEAD)):
            assert table.cell(row, column) is not None
    return time.perf_counter() - begun


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder) / "short.docx", Path(folder) / "long.docx"
        short.write_bytes(drawn(SHORT))
        long.write_bytes(drawn(LONG))
        (short_took, _), (long_took, memory) = read(short, SHORT), read(long, LONG)
        ours: dict[str, Any] = {"notice": short_took, "long-notice": long_took, "long-memory": memory}
        print(json.dumps({"ours": ours, "walk": {"notice": walked(short)}}))


def table() -> Table:
    found = child("papers")
    ours = found["ours"]
    figures = [
        Figure(f"a notice of {SHORT} indicators read", "s", ours["notice"], found["walk"]["notice"], most=3),
        Figure(f"one of {LONG:,} rows", "s", ours["long-notice"], most=30),
        Figure("memory of the process that reads it", "MB", ours["long-memory"], most=300),
    ]
    return Table("Notices that come in", "the walk alone", figures, "Word documents; the peer only visits each cell.")


if __name__ == "__main__":
    main()
