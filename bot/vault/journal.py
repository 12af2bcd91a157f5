"""The second path: every update that was kept and what became of every send, beside the records, outside of them.

One line for every transaction, a file a month (UTC), lines only added. The records are read from the backup, and what
came after it from here (`bot/vault/replaying.py`). A line is a checksum and an object; one that is torn is passed over.
Who was erased stands in a file of its own, which outlives the months as a backup may.
"""

import fcntl
import hashlib
import json
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.somebody import Somebody

log = logging.getLogger(__name__)
Line = dict[str, Any]
SUFFIX = ".journal"
ERASED = "erased"
CHECK = 16  # signs of a checksum
REMEMBERED = 10_000  # places of updates; those of older ones are looked for
LOOKED_THROUGH = 2  # files: an update is struck out within days
LAST = 4 << 20  # bytes: more than the updates of one transaction, which a process that died may have left here
NAMES = ("v", "n", "at", "id", "updates")  # what of a line is the program's own
KEPT = re.compile(rb'^[0-9a-f]{16} \{"v":"kept","id":(\d+),.*\n', re.MULTILINE)
Place = tuple[Path, int, int]  # file, first byte, length


@dataclass(frozen=True)
class Position:
    """Up to where the journal is in a backup: file and byte."""

    file: str
    at: int


class Journal:
    """While its folder cannot be written to, the bot goes on without it and `failing` says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failing = False
        self._since: str | None = None  # when it began to fail
        self._places: dict[int, list[Place]] | None = None  # not looked for yet

    def write(self, lines: Sequence[Line], now: datetime, *, durable: bool) -> None:
        """In this order; on the disk when it returns where `durable`. Several processes may write."""
        try:
            if self._since is not None:
                lines = [{"v": "gap", "at": now.isoformat(), "since": self._since}, *lines]
            self._append(lines, now, durable)
            self.failing, self._since = False, None
        except OSError as error:
            if not self.failing:
                log.error("the journal in %s cannot be written: %s", self.folder, error.strerror)
            self.failing, self._since = True, self._since or now.isoformat()

    def amend(self, update_id: int, raw: Line | None, now: datetime) -> None:
        """What was struck out of a kept update is overwritten here too, wherever it was written: a transaction that was
        undone has left its lines."""
        with self._struck(now):
            for place in self._places_of(update_id):
                _overwrite(*place, lambda line: line | {"raw": raw})

    def erase(self, who: Somebody, person_id: int, now: datetime) -> None:
        """Own words, and name and number wherever they stand; and that it was done, for a restore from before it.

        One that is undone after this has to be asked for again: rather that than one who comes back.
        """
        with self._struck(now):
            self._note(person_id, now)
            for path in files_in(self.folder):
                at = 0
                for data in path.read_bytes().splitlines(keepends=True):
                    if str(who.number).encode() in data or (who.name and who.name.encode() in data):
                        _overwrite(path, at, len(data), lambda line: _without(line, who))
                    at += len(data)

    def _note(self, person_id: int, now: datetime) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self.folder / ERASED, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write(_written({"at": now.isoformat(), "person": person_id}))
            file.flush()
            os.fsync(file.fileno())
        sync(self.folder)

    @contextmanager
    def _struck(self, now: datetime) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            log.error("what was struck out may still be read in the journal: %s", error.strerror)
            self.failing, self._since = True, self._since or now.isoformat()

    def position(self) -> Position:
        """Its end, not in the middle of what is being written; of one that has not begun the beginning."""
        files = files_in(self.folder)
        if not files:
            return Position("", 0)
        with files[-1].open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return Position(files[-1].name, file.seek(0, os.SEEK_END))

    def tidy(self, months: int) -> None:
        """Leaves so many files: what is older is in every backup that is kept."""
        for path in files_in(self.folder)[:-months]:
            path.unlink(missing_ok=True)

    def _append(self, lines: Sequence[Line], now: datetime, durable: bool) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = self._known()
        path = self.folder / f"{now:%Y-%m}{SUFFIX}"
        is_new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)  # a command at the terminal may write at the same moment
            end = os.lseek(descriptor, 0, os.SEEK_END)
            whole = b"" if end == 0 or os.pread(descriptor, 1, end - 1) == b"\n" else b"\n"  # a line that was torn
            data = [_written(line) for line in lines]
            content = whole + b"".join(data)
            if os.write(descriptor, content) < len(content):
                raise OSError(28, os.strerror(28))
            if durable:
                os.fdatasync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync(self.folder)
        if len(known) > REMEMBERED:
            known.clear()
        at = end + len(whole)
        for line, written in zip(lines, data, strict=True):
            if line["v"] == "kept":
                known.setdefault(line["id"], []).append((path, at, len(written)))
            at += len(written)

    def _places_of(self, update_id: int) -> list[Place]:
        if found := self._known().get(update_id):
            return found
        recent = files_in(self.folder)[-LOOKED_THROUGH:]
        return [place for path in recent for number, place in _kept_in(path, 0) if number == update_id]

    def _known(self) -> dict[int, list[Place]]:
        """What a process before this one wrote last may be written by this one again."""
        if self._places is None:
            self._places = {}
            for path in files_in(self.folder)[-LOOKED_THROUGH:]:
                for number, place in _kept_in(path, max(0, path.stat().st_size - LAST)):
                    self._places.setdefault(number, []).append(place)
        return self._places


def files_in(folder: Path) -> list[Path]:
    """The oldest first."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def _kept_in(path: Path, start: int) -> Iterator[tuple[int, Place]]:
    """Kept updates from there on, each with its place."""
    with path.open("rb") as file:
        file.seek(start)
        data = file.read()
    for found in KEPT.finditer(data):
        yield int(found[1]), (path, start + found.start(), found.end() - found.start())


def erased_since(folder: Path, made: datetime) -> list[int]:
    """Persons who were erased after a backup was made."""
    path = folder / ERASED
    lines = [_read(data) for data in path.read_bytes().splitlines()] if path.is_file() else []
    return [line["person"] for line in lines if line and datetime.fromisoformat(line["at"]) >= made]


def standing(lines: Iterable[Line | None]) -> list[Line | None]:
    """Without those whose transaction was not committed: the next one has the same number, and another instant."""
    found: list[Line | None] = []
    last: tuple[int, str] | None = None
    for line in reversed(list(lines)):
        if line is None or "n" not in line:
            found.append(line)
        elif last is None or line["n"] < last[0] or (line["n"], line["at"]) == last:
            last = line["n"], line["at"]
            found.append(line)
    return found[::-1]


def lines_after(folder: Path, position: Position | None) -> Iterator[Line | None]:
    """What was written after a backup; None for a line that is torn. Without a position, all there is."""
    for path in files_in(folder):
        if position is not None and path.name < position.file:
            continue
        with path.open("rb") as file:
            if position is not None and path.name == position.file:
                file.seek(position.at)
            yield from (_read(data) for data in file if data.strip())


def goes_on(folder: Path, position: Position | None) -> bool:
    """Whether the journal here is the one of the backup, and was not cut off before it."""
    if position is None:
        return False
    path = folder / position.file
    return bool(files_in(folder)) if not position.file else path.is_file() and path.stat().st_size >= position.at


def _overwrite(path: Path, at: int, length: int, change: Callable[[Line], Line]) -> None:
    """In its place, so that what is done once more keeps its order; what became shorter is filled up with spaces."""
    with path.open("r+b") as file:
        file.seek(at)
        line = _read(file.read(length))
        if line is None or (changed := change(line)) == line:
            return
        data = _written(changed)
        if len(data) > length:
            data = _written(changed | {"raw": None})
        file.seek(at)
        file.write(data[:-1] + b" " * (length - len(data)) + b"\n")
        file.flush()
        os.fdatasync(file.fileno())


def _without(line: Line, who: Somebody) -> Line:
    if line.get("sender") == who.number:
        return line | {"sender": None, "raw": None}
    return {key: value if key in NAMES else who.out_of(value) for key, value in line.items()}


def _written(line: Line) -> bytes:
    data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _check(data) + b" " + data + b"\n"


def _read(data: bytes) -> Line | None:
    check, _, content = data.strip().partition(b" ")
    if check != _check(content):
        return None
    found: Line = json.loads(content.decode("utf-8", "surrogatepass"))
    return found


def _check(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:CHECK].encode()


def sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
