"""`python -m tests.bench [NAME …]`: tables of figures beside their goals and their peers', all of them or some.

Ends with 1 where a goal is missed. They are written to docs/performance.md.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from tests.bench import (
    board,
    cabinet,
    desk,
    drill,
    easel,
    page,
    papers,
    reader,
    reminders,
    replies,
    reports,
    shelf,
    strangers,
    waiting,
)
from tests.bench.arena import HOME, PEERS
from tests.bench.figures import TURNS, Table

USUAL = TURNS[0]
PAGE = HOME / "docs" / "performance.md"
TABLES: Mapping[str, Callable[[], Table]] = {
    "replies": replies.table,
    "reports": reports.table,
    "waiting": waiting.table,
    "reminders": reminders.table,
    "strangers": strangers.table,
    "desk": desk.table,
    "board": board.table,
    "drill": drill.table,
    "easel": easel.table,
    "reader": reader.table,
    "papers": papers.table,
    "shelf": shelf.table,
    "cabinet": cabinet.table,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TABLES))
    parser.add_argument("--turns", type=int, default=USUAL, help="of which the median is told")
    told = parser.parse_args()
    names, TURNS[0] = told.names or list(TABLES), told.turns
    if unknown := [name for name in names if name not in TABLES]:
        parser.error(f"{unknown[0]}: no such table; there are {', '.join(TABLES)}")
    load = os.getloadavg()[0]
    tables = []
    for name in names:
        tables.append(TABLES[name]())
        print(tables[-1].text(), flush=True)
    missed = [one for table in tables for one in table.missed]
    if told.turns == USUAL:  # fewer are for a look
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        PAGE.write_text(page.renewed(before, tables, datetime.now(UTC).date(), load), encoding="utf-8")
    for one in missed:
        print(f"missed: {one}")
    return int(bool(missed))


if __name__ == "__main__":
    assert os.path.exists(PEERS), "the peers are not installed: `make bench` does it"  # noqa: PTH110
    sys.exit(main())
