"""Prints the figures beside their limits and beside the peers'; ends with 1 where a limit is passed."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Limits = Mapping[str, tuple[str, str, float]]

# name → (what, unit, limit)
LIMITS = {
    "start": ("start with 100,000 tasks", "s", 1.0),
    "tick": ("tick with nothing due", "ms", 5.0),
    "board": ("board: all that /status says", "ms", 200.0),
    "picture": ("picture of the board", "ms", 1000.0),
    "memory": ("memory without the sandbox", "MB", 120.0),
    "drawing": ("memory while a picture is drawn", "MB", 200.0),
}

DRILL = {
    "first": ("first answer to /status with 100,000 tasks", "ms", 300.0),
    "departments": ("all departments", "ms", 300.0),
    "department": ("a department", "ms", 300.0),
    "area": ("an area", "ms", 300.0),
    "indicator": ("an indicator, why it is red", "ms", 300.0),
    "periods": ("its periods", "ms", 300.0),
    "reds": ("everything red, and why", "ms", 300.0),
}

READING = {
    "read": ("figures read in a reply", "ms", 2.0),
    "hear": ("a reply of any form, with its intent", "ms", 2.0),
    "hear-worst": ("the worst of them, or of 4,096 signs", "ms", 10.0),
    "wrong": ("read wrong in silence", "%", 0.0),
}

EASEL = {
    "board": ("board drawn", "ms", 1000.0),
    "board-of-200": ("board of 200 departments drawn", "ms", 1000.0),
    "curves": ("course of an indicator drawn", "ms", 1000.0),
    "year": ("a department's year drawn", "ms", 1000.0),
}

PAPERS = {
    "notice": ("a notice of 60 indicators read", "s", 3.0),
    "long-notice": ("one of 2,000 rows", "s", 30.0),
    "long-memory": ("memory of the process that reads it", "MB", 300.0),
}

CABINET = {
    "ledger": ("a ledger of 2,000 rows drawn", "s", 5.0),
    "ledger-memory": ("memory of the process that draws it", "MB", 120.0),
}


def run(module: str, *args: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", module, *args], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def show(limits: Limits, ours: Mapping[str, float], peer: Mapping[str, float], against: str) -> list[str]:
    """The names of those that are over their limit."""
    print(f"{'':38}{'Duban':>9}{'limit':>14}{against:>24}")
    for name, (what, unit, limit) in limits.items():
        other = f"{peer[name]:.2f} {unit}" if name in peer else "-"
        print(f"{what:38}{ours[name]:>7.2f} {unit:2}{limit:>9.0f} {unit:2}{other:>24}")
    return [name for name, (_, _, limit) in limits.items() if ours[name] > limit]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.db"
        run("tests.bench.crowd", str(path))  # in a process of its own: what it takes is not the desk's
        ours = run("tests.bench.desk", str(path))
        drill = run("tests.bench.drill", str(path))
    peer, reading, papers = run("tests.bench.peer"), run("tests.bench.reader"), run("tests.bench.papers")
    over = show(LIMITS, ours, peer, "one job a reminder") + show(
        READING, reading["ours"], reading["naive"], "a pattern a name"
    )
    over += show(DRILL, drill["ours"], drill["naive"], "every task loaded")
    over += show(PAPERS, papers["ours"], papers["walk"], "the walk alone")
    cabinet = run("tests.bench.cabinet")
    over += show(CABINET, cabinet["ours"], cabinet["plain"], "openpyxl, plain")
    easel = run("tests.bench.easel")
    over += show(EASEL, easel["ours"], easel["encoded"], "Pillow's encoding alone")
    print(f"{'read right at first':38}{reading['ours']['right']:>7.1f} %{'':14}{reading['naive']['right']:>20.1f} %")
    if over:
        print(f"over the limit: {', '.join(over)}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
