"""A table of figures: each beside its peer's and beside its goal."""

import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEED = 1  # of the order in which reminders are due
TURNS = [5]  # the median of so many is told; `--turns` sets another number, for a look


@dataclass(frozen=True)
class Figure:
    """`most` and `least` are the goal: a limit that makes the bench end with 1; None is a figure without one."""

    what: str
    unit: str
    ours: float
    peer: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def is_missed(self) -> bool:
        over = self.most is not None and self.ours > self.most
        return over or (self.least is not None and self.ours < self.least)

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What, ours, goal, peer's."""
        goal = f"≤ {_shown(self.most)}" if self.most is not None else ""
        goal = f"≥ {_shown(self.least)}" if self.least is not None else goal
        peer = f"{_shown(self.peer)} {self.unit}" if self.peer is not None else ""
        missed = " missed" if self.is_missed else ""
        return self.what, f"{_shown(self.ours)} {self.unit}", goal + missed, peer


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


@dataclass(frozen=True)
class Table:
    title: str
    peer: str  # as its column is headed
    figures: Sequence[Figure]
    note: str = ""  # how it was measured

    @property
    def missed(self) -> list[str]:
        return [f"{self.title}: {figure.what}" for figure in self.figures if figure.is_missed]

    def text(self) -> str:
        """In Markdown."""
        rows = [("", "Duban", "goal", self.peer), *(figure.cells for figure in self.figures)]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, "|---|---:|---:|---:|")
        return "\n".join([f"## {self.title}", "", *([self.note, ""] if self.note else []), *lines, ""])


def environment() -> dict[str, str]:
    """As it is installed: modules are compiled once, not at every start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def child(module: str, *args: str) -> dict[str, Any]:
    """What a process of its own prints as its last line: what it takes is nobody else's."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *args]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment())
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def medians(measure: Callable[[], dict[str, float]]) -> dict[str, float]:
    """Under each name the median of the turns."""
    found = [measure() for _ in range(TURNS[0])]
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


@functools.cache
def folder() -> Path:
    """Gone when the bench ends."""
    kept = tempfile.TemporaryDirectory(prefix="duban-bench-")
    folders.append(kept)
    return Path(kept.name)


folders: list[tempfile.TemporaryDirectory[str]] = []


@functools.cache
def made(module: str, *args: str) -> Path:
    """The records that a module makes at the path that is its first argument, made once a bench."""
    path = folder() / f"{'-'.join((module, *args))}.db"
    child(module, str(path), *args)
    return path
