"""What on this machine is the office's alone, and by whom it can be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
Place = tuple[Path, int]  # and the widest that it may be


def places(folder: Path, records: Path | None, journal: Path | None) -> Iterator[Place]:
    """What is not encrypted. `records` is None on a server, `journal` where none is kept."""
    yield from ((path, FOLDER) for path in (folder, folder / "proof", folder / "document"))
    if records:
        yield from ((records.with_name(records.name + tail), FILE) for tail in ("", "-wal", "-shm"))
    yield folder / "secret", FILE
    if journal:
        yield journal, FOLDER
        yield from ((path, FILE) for path in sorted(journal.glob("*")))


def wide(places: Iterable[Place]) -> list[Path]:
    """Those that are there and that others may read, or write."""
    return [path for path, most in places if path.exists() and path.stat().st_mode & 0o777 & ~most]
