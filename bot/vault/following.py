"""Which of the lines that were written since a backup stand: one way through the journals of all who wrote.

Each transaction has a number and a mark, and names the mark of the one before it. Where one was undone (a crash, a
leader that was stopped and had lost its lead when it went on) its line is there and nobody goes on from it. So the way
is found from its end: no clock is asked but for the very last one, which nobody comes after.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bot.vault.journal import Line, files_in, lines_of
from db.queries.journal import Told

LONGEST_SILENCE = timedelta(days=31)  # between the last transaction in a backup and the backup


class Which(NamedTuple):
    """A transaction that was told of."""

    n: int
    at: datetime
    mark: int


def lines_since(folders: Iterable[Path], made: datetime) -> Iterator[Line]:
    """What may have been written since a backup was made, and a little more."""
    first = f"{made - LONGEST_SILENCE:%Y-%m}"
    for folder in dict.fromkeys(path.resolve() for path in folders):
        for path in files_in(folder):
            if path.name >= first:
                yield from lines_of(path)


def way_from(known: Told, lines: Iterable[Line]) -> list[Line] | None:
    """What came after the last transaction of a backup, in its order; None where no journal goes on from there."""
    told: dict[Which, list[Line]] = {}
    for line in lines:
        if line.get("n", -1) >= known.n:
            told.setdefault(_which(line), []).append(line)
    if not _goes_on(known, told):
        return None
    later = sorted((which for which in told if which.n > known.n), reverse=True)
    marks = {which.mark for which in later} | {known.mark}
    found: list[list[Line]] = []
    n, before = None, 0  # of the one found last; the mark that it names, 0 where it names none
    for which in later:
        if n is not None and which.n >= n:
            continue  # another stands under this number
        if before and before in marks and which.mark != before:
            continue
        found.append(told[which])
        n, before = which.n, found[-1][0].get("after", 0)
    return [line for lines in reversed(found) for line in lines]


def _which(line: Line) -> Which:
    return Which(line["n"], datetime.fromisoformat(line["at"]), line.get("mark", 0))


def _goes_on(known: Told, told: dict[Which, list[Line]]) -> bool:
    """Whether the last transaction of the backup is known here, or the next one is that names it."""
    if known.mark:
        return any(known.mark in (which.mark, lines[0].get("after")) for which, lines in told.items())
    return any(which.n in (known.n, known.n + 1) for which in told)


def is_behind(line: Line, before: Told) -> bool:
    """Whether nothing is missing between the two."""
    if line["n"] == before.n:
        return True  # another line of the same one
    if before.mark and "after" in line:
        return bool(line["after"] == before.mark)
    return bool(line["n"] == before.n + 1)
