"""What is packed into a file, and what a database has cut in pieces: opened, so that it can be searched."""

import bz2
import gzip
import lzma
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

LARGEST = 1 << 24  # of one member that is unpacked: some are bombs, made on purpose
DEEPEST = 4  # a sheet in a bundle in an archive in a stream
SPOILT = (
    *(zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, sqlite3.DatabaseError),
    *(NotImplementedError, RuntimeError, OSError, ValueError, EOFError),
)  # tests spoil archives on purpose: what cannot be unpacked was looked through as bytes
STREAMS: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
# of a row that is longer than a page SQLite cuts off what does not fit
ROW = 1_000  # signs, of four bytes at most


def inside(head: bytes, whole: Callable[[], bytes], depth: int = 0) -> Iterator[bytes]:
    """Every member, and what is packed into that. `head` are its first bytes, `whole` reads all of it."""
    if depth < DEEPEST and (opened := _opener(head)):
        try:
            for member in opened(whole()):
                yield member
                yield from inside(member[:512], partial(bytes, member), depth + 1)
        except SPOILT:
            return


def _opener(head: bytes) -> Callable[[bytes], Iterator[bytes]] | None:
    if head[:2] == b"PK":
        return _zipped
    if head[257:262] == b"ustar":
        return _tarred
    return next((_stream(opened) for sign, opened in STREAMS.items() if head.startswith(sign)), None)


def _zipped(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for info in packed.infolist():
            with packed.open(info) as member:
                yield member.read(LARGEST)


def _tarred(content: bytes) -> Iterator[bytes]:
    with tarfile.open(fileobj=BytesIO(content)) as packed:
        for info in packed:
            if info.isfile() and (member := packed.extractfile(info)):  # a hostile link leads out of it
                yield member.read(LARGEST)


def _stream(opened: Callable[[Any], Any]) -> Callable[[bytes], Iterator[bytes]]:
    def unpacked(content: bytes) -> Iterator[bytes]:
        with opened(BytesIO(content)) as stream:
            yield stream.read(LARGEST)

    return unpacked


def long_rows(path: Path) -> Iterator[bytes]:
    """Of a file of SQLite; what is shorter lies in it in one piece."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as records:
            records.text_factory = bytes
            for (table,) in records.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                name = '"' + table.decode().replace('"', '""') + '"'
                columns = [column[1].decode() for column in records.execute(f"PRAGMA table_info({name})")]
                size = " + ".join(f'''coalesce(length("{column}"), 0)''' for column in columns)
                for row in records.execute(f"SELECT * FROM {name} WHERE {size} > {ROW}"):
                    yield b"\0".join(value for value in row if isinstance(value, bytes))
    except SPOILT:
        return
