"""What records suffer: held by another process, a full disk, a remounted file system, a file that may not grow.

Each begins on the connection that is at work, in a transaction or between two, and heals.
"""

import resource
import sqlite3
from pathlib import Path

from bot.desk import Desk

PAGES_SPARE = 1
ROOM = 64 * 1024  # bytes


class Locked:
    """Another process holds the file."""

    def begin(self, raw: sqlite3.Connection, records: Path) -> bool:
        """False where it cannot be yet."""
        self._other = sqlite3.connect(records, isolation_level=None, timeout=0)
        try:
            self._other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            self._other.close()
            return False
        return True

    def heal(self) -> None:
        self._other.execute("ROLLBACK")
        self._other.close()


class Switched:
    """A fault that the connection is told of."""

    on, off = "", ""

    def begin(self, raw: sqlite3.Connection, records: Path) -> bool:
        self._raw = raw
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA {self.on.format(pages=pages + PAGES_SPARE)}")
        return True

    def heal(self) -> None:
        self._raw.execute(f"PRAGMA {self.off}")


class Full(Switched):
    """The disk takes nothing more."""

    on, off = "max_page_count={pages}", f"max_page_count={1 << 30}"


class ReadOnly(Switched):
    """As a file system that was remounted after an error."""

    on, off = "query_only=ON", "query_only=OFF"


class Bounded:
    """The kernel lets no file of this process grow; for a process that is given up afterwards."""

    def begin(self, raw: sqlite3.Connection, records: Path) -> bool:
        log = records.with_name(records.name + "-wal")
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        most = max(log.stat().st_size if log.exists() else 0, ROOM)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, self._before[1]))
        return True

    def heal(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


Trouble = Locked | Full | ReadOnly | Bounded


def on_desk(trouble: Trouble, desk: Desk, records: Path) -> None:
    """Between two verbs."""
    raw = desk.database.raw_connection()
    assert isinstance(raw.driver_connection, sqlite3.Connection)
    begun = trouble.begin(raw.driver_connection, records)
    raw.close()
    assert begun
