"""What a backup holds: a tar of the records, the files of proof, the secret that signs buttons, and the settings.

In front stands the manifest with size and SHA-256 of each. The records are one SQLite file, whatever database they
come from.
"""

import hashlib
import json
import os
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

FORM = 2
MANIFEST, RECORDS, SECRET, SETTINGS = "manifest.json", "duban.db", "secret", "config.toml"
PROOF = "proof"
FOLDERS = (PROOF, "document")  # each file under its SHA-256
NAMES = re.compile(r"duban\.db|secret|config\.toml|(?:proof|document)/([0-9a-f]{2})/\1[0-9a-f]{62}")
CHUNK = 1 << 18
LARGEST_MANIFEST = 1 << 28
Told = Callable[[int, int], None]  # bytes done, of so many


class BadArchive(Exception):
    """One line: why this is no backup that can be restored."""


@dataclass(frozen=True)
class Item:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    made: datetime
    schema: str
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        return sum(item.size for item in self.items)

    def written(self) -> bytes:
        plain = asdict(self) | {"form": FORM, "made": self.made.isoformat()}
        return json.dumps(plain, ensure_ascii=False).encode()


def item_of(name: str, path: Path) -> Item:
    with path.open("rb") as file:
        return Item(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


class Packed:
    """The archive as something to read from. BadArchive where a file is not what it was a moment ago."""

    def __init__(self, manifest: Manifest, paths: dict[str, Path], told: Told) -> None:
        self._parts = _parts(manifest, paths, told)
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        while not self._rest:
            try:
                self._rest = next(self._parts)
            except StopIteration:
                return b""
        size = len(self._rest) if size < 0 else size
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def _parts(manifest: Manifest, paths: dict[str, Path], told: Told) -> Iterator[bytes]:
    head = manifest.written()
    yield _header(MANIFEST, len(head))
    yield head + _padding(len(head))
    done = 0
    for item in manifest.items:
        yield _header(item.name, item.size)
        digest, size = hashlib.sha256(), 0
        with paths[item.name].open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                done += len(chunk)
                told(done, manifest.size)
                yield chunk
        if (size, digest.hexdigest()) != (item.size, item.sha256):
            raise BadArchive(f"{item.name} was changed while it was read")
        yield _padding(item.size)
    yield bytes(2 * tarfile.BLOCKSIZE)


def _header(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)


def unpack(source: IO[bytes], folder: Path, told: Told) -> Manifest:
    """Into an empty folder, every file as the manifest has it. BadArchive, OSError."""
    try:
        with tarfile.open(fileobj=source, mode="r|") as tar:
            manifest = _manifest(tar)
            _files(tar, {item.name: item for item in manifest.items}, folder, told, manifest.size)
    except (tarfile.TarError, EOFError) as error:
        raise BadArchive("it is no backup, or is damaged or cut off") from error
    return manifest


def _manifest(tar: tarfile.TarFile) -> Manifest:
    member = tar.next()
    file = tar.extractfile(member) if member and member.name == MANIFEST and member.isreg() else None
    if member is None or file is None or member.size > LARGEST_MANIFEST:
        raise BadArchive("it is no backup of Duban")
    try:
        plain: dict[str, Any] = json.loads(file.read())
        if plain["form"] > FORM:
            raise BadArchive("it was made by a newer program")
        items = tuple(Item(**item) for item in plain["items"])
        return Manifest(datetime.fromisoformat(plain["made"]), str(plain["schema"]), items)
    except (ValueError, KeyError, TypeError) as error:
        raise BadArchive("its list of files cannot be read") from error


def _files(tar: tarfile.TarFile, wanted: dict[str, Item], folder: Path, told: Told, of: int) -> None:
    done = 0
    for member in _members(tar):
        item = wanted.pop(member.name, None)
        file = tar.extractfile(member) if member.isreg() else None
        if item is None or file is None or not NAMES.fullmatch(item.name):
            raise BadArchive("it holds something that is no part of a backup")
        path = folder / item.name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                out.write(chunk)
                done += len(chunk)
                told(done, of)
        if (member.size, digest.hexdigest()) != (item.size, item.sha256):
            raise BadArchive(f"{item.name} is damaged")
    if wanted or done != of:
        raise BadArchive("it is cut off")


def _members(tar: tarfile.TarFile) -> Iterable[tarfile.TarInfo]:
    while (member := tar.next()) is not None:
        yield member
