"""Secrets and a case number that every run of the tests uses: at its end whatever it left behind is searched for them,
the folders of its PostgreSQL too, of which the log is one file.

Archives and streams are unpacked, one in the other, and long rows read by SQL, of which a database keeps pieces. The
tests' PostgreSQL packs nothing (tests/server.py). Telegram's own files are left out: the local Telegram knows its
token, and what people wrote to it. Into an encrypted backup nobody can see.
"""

import json
import mmap
from collections.abc import Iterator
from pathlib import Path

from tests import packed
from tests.forbidden import CASE, IDENTITY
from tests.server import Server, server

CANARY = "canary-of-"  # so begins every token and every secret that a test gives to the program
SECRETS = (CANARY, CASE, IDENTITY)
FORMS = tuple({form.encode() for secret in SECRETS for form in (secret, json.dumps(secret)[1:-1])})
TELEGRAM = "telegram.db"
DROPPED: list[str] = []  # where in databases that are not there any more
SQLITE = b"SQLite format 3\0"


def files(folder: Path) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink() and not p.name.startswith(TELEGRAM))


def holds(path: Path) -> bool:
    """A file, and what is packed into it."""
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if any(content.find(form) >= 0 for form in FORMS):
            return True
        head = content[:512]
    if head.startswith(SQLITE):
        return any(knows(row) for row in packed.long_rows(path))
    return any(knows(member) for member in packed.inside(head, path.read_bytes))


def knows(content: bytes) -> bool:
    return any(form in content for form in FORMS)


def found_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in files(folder) if holds(path))


def found_on_server() -> list[str]:
    """In the tables of the one of this process, and in its folders, for which it is stopped: then all of it is on the
    disk."""
    if not server.cache_info().currsize:
        return []
    made = server()
    found = DROPPED + [place for database in made.databases() for place in found_in_tables(made, database)]
    made.stop()
    return [f"PostgreSQL: {place}" for place in (*found, *found_below(made.folder))]


def found_in_tables(made: Server, database: str) -> list[str]:
    """What there is now, whole: a long value lies on the disk in pieces."""
    return sorted({place for place, content in made.contents(database) if knows(content)})


def drop(made: Server, database: str) -> None:
    """What it has is looked through: afterwards its files are gone."""
    made.drop(database, lambda name: DROPPED.extend(found_in_tables(made, name)))


def told_by(sections: list[tuple[str, str]]) -> list[str]:
    """What a test printed or logged; of its own assertions nothing is asked."""
    return [name for name, text in sections if any(form.decode() in text for form in FORMS)]
