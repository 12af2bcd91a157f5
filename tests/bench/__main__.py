"""`python -m tests.bench [NAME …]`: tables of figures beside their goals and their peers', all of them or some.

Ends with 1 where a goal is missed. All of them together are written to docs/performance.md.
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from tests.bench import (
    board,
    cabinet,
    desk,
    drill,
    easel,
    papers,
    reader,
    reminders,
    replies,
    reports,
    strangers,
    waiting,
)
from tests.bench.arena import HOME, PEERS
from tests.bench.figures import TURNS, Table

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
    "cabinet": cabinet.table,
}
HEAD = """# Performance

Written by `make bench`; nothing here is edited by hand. Every row is measured in the run in which its peer is, on the
same core ({bot} of {cores}, by sched_setaffinity; the bench's server has core {server} alone), as the median of {turns}
turns where nothing else is said. A goal is a limit that makes the command end with 1.

- Day: {day}
- Machine: {cores} cores, {machine}, load {load} when it began
- Python {python}, {system}
- Command: `make bench`, {turns} turns, {minutes:.0f} minutes

"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TABLES))
    parser.add_argument("--turns", type=int, default=TURNS[0], help="of which the median is told")
    told = parser.parse_args()
    names, TURNS[0] = told.names or list(TABLES), told.turns
    if unknown := [name for name in names if name not in TABLES]:
        parser.error(f"{unknown[0]}: no such table; there are {', '.join(TABLES)}")
    load, began = os.getloadavg()[0], time.monotonic()
    tables = []
    for name in names:
        tables.append(TABLES[name]())
        print(tables[-1].text(), flush=True)
    missed = [one for table in tables for one in table.missed]
    if names == list(TABLES):
        PAGE.write_text(_page(tables, missed, load, time.monotonic() - began), encoding="utf-8")
    for one in missed:
        print(f"missed: {one}")
    return int(bool(missed))


def _page(tables: list[Table], missed: list[str], load: float, seconds: float) -> str:
    head = HEAD.format(
        bot=1,
        server=0,
        cores=os.cpu_count(),
        turns=TURNS[0],
        day=datetime.now(UTC).date(),
        machine=platform.machine(),
        load=f"{load:.1f}",
        python=platform.python_version(),
        system=platform.system(),
        minutes=seconds / 60,
    )
    said = "All goals are reached." if not missed else "Missed:\n\n" + "\n".join(f"- {one}" for one in missed)
    return head + "\n".join(table.text() for table in tables) + f"\n## Goals\n\n{said}\n"


if __name__ == "__main__":
    assert os.path.exists(PEERS), "the peers are not installed: `make bench` does it"  # noqa: PTH110
    sys.exit(main())
