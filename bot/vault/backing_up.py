"""A backup: everything that is needed to go on elsewhere, in one file that only the owner of the key can read."""

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from sqlalchemy import Engine

from bot.faults import worded
from bot.safe import PARTIAL, whole
from bot.tongue import t
from bot.vault import copying, keys
from bot.vault.archive import FOLDERS, RECORDS, SECRET, SETTINGS, Item, Manifest, Packed, Told, item_of
from bot.vault.journal import Journal, sync
from db import engine
from db.queries import documents, reports

TEMPORARY = ".backup-"
SPARE = 32 << 20  # bytes that are left on a disk
DIGEST = re.compile(r"[0-9a-f]{64}")


class NoBackup(Exception):
    """One line for the terminal: why none was made. What was there before is as it was."""


@dataclass(frozen=True)
class Place:
    """What is backed up. `folder` holds files of proof and the secret, `config` is the file of the settings."""

    database: Engine
    folder: Path
    config: Path
    journal: Journal | None


@dataclass(frozen=True)
class Made:
    """`faulty` are files that the records name and that are not there, or not what their names say."""

    path: Path
    size: int
    sha256: str
    files: int
    faulty: tuple[str, ...]


def back_up(place: Place, target: Path, recipients: Sequence[str], now: datetime, told: Told) -> Made:
    """Beside a running bot. Without recipients anybody can read it. NoBackup, OSError."""
    with _aside(place.folder) as folder:
        copy = folder / RECORDS
        room(place.folder, _size_of(place.database))
        copying.copy(place.database, copy)
        try:
            schema = copying.look(copy)
        except (copying.Unsound, engine.DatabaseError) as error:
            raise NoBackup(t("the records are not sound: {reason}", reason=worded(error))) from error
        paths = {RECORDS: copy, SECRET: place.folder / "secret", SETTINGS: place.config}
        found, faulty = _files(place.folder, _named(copy))
        paths |= {item.name: place.folder / item.name for item in found}
        items = tuple(item_of(name, paths[name]) for name in (RECORDS, SECRET, SETTINGS))
        manifest = Manifest(now, schema, items + tuple(found))
        size, digest = _write(Packed(manifest, paths, told), target, recipients, manifest.size)
    _verify(target, size, digest, recipients)
    return Made(target, size, digest, len(manifest.items), tuple(faulty))


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """For the copy of the records, which is as open as they are; what a process that died has left lying goes too."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"{TEMPORARY}*"):
        with suppress(BlockingIOError, FileNotFoundError), _held(left):
            shutil.rmtree(left, ignore_errors=True)
    made = Path(mkdtemp(prefix=TEMPORARY, dir=folder))
    try:
        with _held(made):
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """BlockingIOError where another backup is being made in it: one by hand may meet that of the night."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def room(folder: Path, size: int) -> None:
    """NoBackup where a disk has not so many bytes."""
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        raise NoBackup(
            t(
                "{path}: {needed} MB are needed, {free} are free",
                path=folder,
                needed=(size + SPARE) >> 20,
                free=free >> 20,
            )
        )


def _size_of(database: Engine) -> int:
    path = Path(database.url.database or "")
    return path.stat().st_size if database.dialect.name == "sqlite" and path.is_file() else 0


def _named(records: Path) -> dict[str, set[str]]:
    """Hashes of the files that the records name."""
    database = engine.open_file(records)
    with engine.reading(database) as session:
        proofs = {row.hash for row in reports.kept_files(session) if row.hash}
        papers = {row.hash for row in documents.unread(session) if row.hash}
    database.dispose()
    return {"proof": proofs, "document": papers}


def _files(folder: Path, named: dict[str, set[str]]) -> tuple[list[Item], list[str]]:
    """Every file that is what its name says, and those that are not, or are missing."""
    found: list[Item] = []
    faulty: list[str] = []
    for name in FOLDERS:
        there = [p for p in sorted((folder / name).glob("??/*")) if not p.name.endswith(PARTIAL)]
        for path in there:
            item = item_of(f"{name}/{path.parent.name}/{path.name}", path)
            if item.sha256 == path.name and path.parent.name == path.name[:2]:
                found.append(item)
            else:
                faulty.append(item.name)
        missing = named[name] - {path.name for path in there}
        faulty += sorted(f"{name}/{digest[:2]}/{digest}" for digest in missing)
    return found, faulty


class _Hashed:
    """Writes through, and knows what it wrote."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def _write(packed: Packed, target: Path, recipients: Sequence[str], size: int) -> tuple[int, str]:
    """Under another name, on the disk, and only then under its own."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    room(target.parent, size)
    partial = target.with_name(f".{target.name}{PARTIAL}")
    with whole(target, partial) as file:
        out = _Hashed(file)
        if recipients:
            keys.close(packed, out, recipients)
        else:
            while data := packed.read():
                out.write(data)
    sync(target.parent)
    return out.size, out.digest.hexdigest()


def _verify(path: Path, size: int, digest: str, recipients: Sequence[str]) -> None:
    """All that can be known without the secret key."""
    item = item_of(path.name, path)
    if (item.size, item.sha256) != (size, digest) or keys.is_closed(path) != bool(recipients):
        path.unlink()
        raise NoBackup(t("{path}: what is on the disk is not what was written", path=path))
