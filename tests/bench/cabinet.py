"""The ledger of a large notice drawn, beside the loop over openpyxl that most scripts have.

`.venv/bin/python -m tests.bench.cabinet` prints seconds and megabytes under their names.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, Table, child

ROWS = 2000
SHARED = f"""
import json, resource, sys, time
def row(n):
    area, item = n // 200 + 1, n // 20 % 10 + 1
    code = f"{{area}}.{{item}}.{{n % 20 + 1}}"
    quarters = [f"{{month}}月：按时办结案件 {{n}} 件，应办结案件 {{n + 5}} 件" for month in (1, 4, 7, 10)]
    last = ("达标", "按时 12", "12 份", "—", "12 版")
    demand = "① 按时办结率 ≥ 90%（院内设定）　达标\\n② 检查次数 ≥ 4 次/年　待数据"
    own = (f"第{{area}}领域", f"第{{item}}项", f"{{code}} 按时办结率不低于90%" * 3, "立案庭", "各部门")
    return (*own, demand, *quarters, *last)
rows = tuple(row(n) for n in range({ROWS}))
head = ("列",) * 15
begun = time.perf_counter()
"""
OURS = """
from datetime import datetime, UTC
from domain.tables import Table, Workbook
from exports.ledger import draw
links = {(n, 14): (0, n) for n in range(len(rows))}
table = Table("台账", "督办台账", "截至", head, (14,) * 15, rows, merged=2, links=links)
size = len(draw(Workbook((table,), datetime(2026, 11, 26, tzinfo=UTC), ("第 ", " 页，共 ", " 页"))))
"""
PLAIN = """
from io import BytesIO
from openpyxl import Workbook
book, file = Workbook(), BytesIO()
for row in (head, *rows):
    book.active.append(row)
book.save(file)
size = len(file.getvalue())
"""
TOLD = """
took = time.perf_counter() - begun
print(json.dumps([took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size]))
"""


def drawn(code: str) -> tuple[float, float]:
    """In a process of its own: seconds, the libraries' start among them, and megabytes."""
    home = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", SHARED + code + TOLD]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=home)
    took, memory, size = json.loads(done.stdout)
    assert size > 10_000
    return took, memory


def main() -> None:
    (took, memory), (plain_took, plain_memory) = drawn(OURS), drawn(PLAIN)
    ours = {"ledger": took, "ledger-memory": memory}
    print(json.dumps({"ours": ours, "plain": {"ledger": plain_took, "ledger-memory": plain_memory}}))


def table() -> Table:
    found = child("cabinet")
    ours, plain = found["ours"], found["plain"]
    figures = [
        Figure(f"a ledger of {ROWS:,} rows drawn", "s", ours["ledger"], plain["ledger"], most=5),
        Figure("memory of the process that draws it", "MB", ours["ledger-memory"], plain["ledger-memory"], most=120),
    ]
    return Table("The ledger", "openpyxl, plain", figures)


if __name__ == "__main__":
    main()
