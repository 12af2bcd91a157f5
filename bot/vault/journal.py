"""The second path: every update that was kept and what became of every send, beside the records, outside of them.

One line for every transaction, a file a month (UTC), lines only added. Whoever writes to the records writes here: the
bot, one that stands by, a command. The records are read from the backup, and what came after it from here
(`bot/vault/following.py`). A line is a checksum and an object; one that is torn is passed over. Who was erased stands
in a file of its own, which outlives the months as a backup may.
"""

import hashlib
import json
import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.somebody import Somebody

log = logging.getLogger(__name__)
Line = dict[str, Any]
SUFFIX = ".journal"
ERASED = "erased"
CHECK = 16  # signs of a checksum
LOOKED_THROUGH = 2  # files: an update is struck out within days
WHICH = ("n", "mark", "after")  # the transaction of a line: its number, its mark, the mark of the one before it
NAMES = ("v", *WHICH, "at", "id", "updates")  # what of a line is the program's own
KEPT = re.compile(rb'^[0-9a-f]{16} \{"v":"kept","id":(\d+),.*\n', re.MULTILINE)
Place = tuple[Path, int, int]  # file, first byte, length


class Journal:
    """While its folder cannot be written to, the bot goes on without it and `failing` says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failing = False
        self._since: str | None = None  # when it began to fail
        self._places: dict[Path, tuple[int, dict[int, list[Place]]]] = {}  # of updates, and up to which byte of a file

    def write(self, lines: Sequence[Line], now: datetime, *, durable: bool) -> None:
        """In this order; on the disk when it returns where `durable`.

        Several processes may write, and none waits for another: whoever is stopped in the middle of a lock would hold
        up all others for ever. In the records one writes at a time; and what one process adds in one call, the system
        puts behind all that is there.
        """
        try:
            if self._since is not None:
                which = {key: lines[0][key] for key in WHICH if key in lines[0]}
                lines = [{"v": "gap", "at": now.isoformat(), "since": self._since, **which}, *lines]
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

    def tidy(self, months: int) -> None:
        """Leaves so many files: what is older is in every backup that is kept."""
        for path in files_in(self.folder)[:-months]:
            path.unlink(missing_ok=True)

    def _append(self, lines: Sequence[Line], now: datetime, durable: bool) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{now:%Y-%m}{SUFFIX}"
        is_new = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            end = os.lseek(descriptor, 0, os.SEEK_END)
            whole = b"" if end == 0 or os.pread(descriptor, 1, end - 1) == b"\n" else b"\n"  # a line that was torn
            content = whole + b"".join(_written(line) for line in lines)
            if os.write(descriptor, content) < len(content):
                raise OSError(28, os.strerror(28))
            if durable:
                os.fdatasync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync(self.folder)

    def _places_of(self, update_id: int) -> list[Place]:
        """Whoever wrote it: another bot, or a process before this one. What was looked through once is known."""
        recent = files_in(self.folder)[-LOOKED_THROUGH:]
        self._places = {path: self._places.get(path, (0, {})) for path in recent}
        for path, (start, places) in self._places.items():
            end = _look_for_kept(path, start, places)
            self._places[path] = end, places
        return [place for _, places in self._places.values() for place in places.get(update_id, ())]


def files_in(folder: Path) -> list[Path]:
    """The oldest first."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def _look_for_kept(path: Path, start: int, places: dict[int, list[Place]]) -> int:
    """Adds the place of every update that was kept from there on. The end of the last line that is whole."""
    with path.open("rb") as file:
        file.seek(start)
        data = file.read()
    for found in KEPT.finditer(data):
        places.setdefault(int(found[1]), []).append((path, start + found.start(), found.end() - found.start()))
    return start + data.rfind(b"\n") + 1


def erased_since(folder: Path, made: datetime) -> list[int]:
    """Persons who were erased after a backup was made."""
    path = folder / ERASED
    lines = lines_of(path) if path.is_file() else ()
    return [line["person"] for line in lines if datetime.fromisoformat(line["at"]) >= made]


def lines_of(path: Path) -> Iterator[Line]:
    """Those that are whole: one that is torn was never committed, or the one after it names it."""
    with path.open("rb") as file:
        for data in file:
            if (line := _read(data)) is not None:
                yield line


def knows(folder: Path, mark: int) -> bool:
    """Whether a transaction of these days was told here."""
    sought = f'"mark":{mark},'.encode()
    return any(sought in path.read_bytes() for path in files_in(folder)[-LOOKED_THROUGH:])


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
