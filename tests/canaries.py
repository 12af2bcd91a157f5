"""Secrets and a case number that every run of the tests uses: at its end whatever it left behind is searched for them,
the folders of its PostgreSQL too, of which the log is one file.

Telegram's own files are left out: the local Telegram knows its token, and what people wrote to it. What PostgreSQL has
packed, which it does with values over 2 kB, cannot be seen.
"""

import json
import mmap
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.forbidden import CASE, IDENTITY
from tests.server import server

CANARY = "canary-of-"  # so begins every token and every secret that a test gives to the program
SECRETS = (CANARY, CASE, IDENTITY)
FORMS = tuple({form.encode() for secret in SECRETS for form in (secret, json.dumps(secret)[1:-1])})
TELEGRAM = "telegram.db"


def files(folder: Path) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink() and not p.name.startswith(TELEGRAM))


def holds(path: Path) -> bool:
    """A file, and what is packed into it."""
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if any(content.find(form) >= 0 for form in FORMS):
            return True
        packed = content[:2] == b"PK"
    return packed and _in_packed(path)


def _in_packed(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            small = [info for info in packed.infolist() if info.file_size < 1 << 24]
            return any(form in packed.read(info) for info in small for form in FORMS)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return False  # tests spoil archives on purpose: what cannot be unpacked was looked through as bytes


def found_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in files(folder) if holds(path))


def found_on_server() -> list[str]:
    """In the folders of the one of this process, which is stopped for it: then all of it is on the disk."""
    if not server.cache_info().currsize:
        return []
    made = server()
    made.stop()
    return [f"PostgreSQL: {path}" for path in found_below(made.folder)]


def told_by(sections: list[tuple[str, str]]) -> list[str]:
    """What a test printed or logged; of its own assertions nothing is asked."""
    return [name for name, text in sections if any(form.decode() in text for form in FORMS)]
