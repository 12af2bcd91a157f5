"""A disk that can lose power: SQLite's own way to the file, with each sync seen and what was synced remembered.

Through ctypes, in the process that uses it: neither strace nor a preloaded library is needed. Only for processes that
are given up afterwards.
"""

import ctypes
import os
import random
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_void_p
from pathlib import Path
from typing import Any

MAPS = Path("/proc/self/maps")
SECTOR = 4096
OPENS = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
SYNCS = CFUNCTYPE(c_int, c_void_p, c_int)


class Vfs(Structure):
    """sqlite3_vfs, as sqlite3.h has it."""

    _fields_ = [
        ("version", c_int),
        ("size_of_file", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", OPENS),
        ("others", c_void_p * 15),
    ]


class Methods(Structure):
    """sqlite3_io_methods."""

    _fields_ = [("version", c_int), ("before", c_void_p * 4), ("sync", SYNCS), ("after", c_void_p * 13)]


class File(Structure):
    """The head of a sqlite3_file."""

    _fields_ = [("methods", POINTER(Methods))]


def library() -> Any | None:
    """The SQLite that this process uses; None where it is no library of its own."""
    if not MAPS.exists():
        return None
    for path in sorted({line.split()[-1] for line in MAPS.read_text().splitlines() if "sqlite3" in line}):
        found = ctypes.CDLL(path)
        if hasattr(found, "sqlite3_vfs_find"):
            return found
    return None


class Disk:
    """From now on what SQLite opens in this folder, in this process, is on it. `syncs` counts those of the log."""

    def __init__(self, folder: Path) -> None:
        self.syncs, self._folder = 0, folder
        self._synced: dict[str, bytes] = {}
        self._files: dict[int, str] = {}
        self._descriptors: dict[str, int] = {}  # never closed: closing one would let go the locks of the process
        self._methods: dict[int, Methods] = {}
        sqlite = library()
        assert sqlite is not None
        sqlite.sqlite3_vfs_find.restype = POINTER(Vfs)
        self._usual = sqlite.sqlite3_vfs_find(None)
        self._own = Vfs.from_buffer_copy(self._usual.contents)
        self._own.name, self._own.open = b"disk", OPENS(self._open)
        assert sqlite.sqlite3_vfs_register(ctypes.byref(self._own), 1) == 0

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        code: int = self._usual.contents.open(vfs, name, file, flags, out)
        path = ctypes.string_at(name).decode() if name else ""
        if code == 0 and Path(path).parent == self._folder:
            head = File.from_address(file)
            usual = ctypes.addressof(head.methods.contents)
            if usual not in self._methods:
                self._methods[usual] = self._with_sync(head.methods.contents)
            head.methods = ctypes.pointer(self._methods[usual])
            self._files[file] = path
            if path not in self._descriptors:
                self._descriptors[path] = os.open(path, os.O_RDONLY)
                self._synced[path] = self._content(path)
        return code

    def _with_sync(self, usual: Methods) -> Methods:
        own = Methods.from_buffer_copy(usual)
        before: Callable[[int, int], int] = usual.sync

        def sync(file: int, flags: int) -> int:
            code = before(file, flags)
            path = self._files[file]
            self._synced[path] = self._content(path)
            self.syncs += path.endswith("-wal")
            return code

        own.sync = SYNCS(sync)
        return own

    def _content(self, path: str) -> bytes:
        descriptor = self._descriptors[path]
        return os.pread(descriptor, os.fstat(descriptor).st_size, 0)

    def lose_power(self, folder: Path, chance: random.Random) -> None:
        """What is on the disk then, in another folder: all that was synced, of the rest some sectors or none."""
        some = chance.choice((0.0, 0.5))
        for path, synced in self._synced.items():
            now, left = self._content(path), bytearray(synced)
            for start in range(0, len(now), SECTOR):
                if chance.random() < some:
                    left.extend(bytes(max(0, start - len(left))))
                    left[start : start + SECTOR] = now[start : start + SECTOR]
            (folder / Path(path).name).write_bytes(bytes(left))
