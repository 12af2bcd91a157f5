"""What is looked at, and what is found."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.settings import Environment, Settings
from bot.vault.nightly import Habit


@dataclass(frozen=True)
class Finding:
    """`name` for machines; both sentences say what is, and where it is not `ok` what to do."""

    name: str
    ok: bool
    chinese: str
    english: str


@dataclass(frozen=True)
class Patient:
    """`url` is where the records are, `records` their file or None on a server, `folder` that of everything else,
    `journal` None where none is kept."""

    environment: Environment
    settings: Settings
    now: datetime
    url: str
    records: Path | None
    folder: Path
    journal: Path | None
    habit: Habit
    online: bool

    @property
    def file(self) -> Path | None:
        """Of the records, where there is one already."""
        return self.records if self.records and self.records.is_file() else None

    @cached_property
    def damage(self) -> str | None:
        """What is wrong with the file of the records; looked for once, as it reads all of it."""
        assert self.file is not None
        try:
            with closing(plain(self.file)) as connection:
                found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            return str(error)
        return None if found == "ok" else found


def plain(records: Path) -> sqlite3.Connection:
    """To read alone, whatever schema they have."""
    return sqlite3.connect(f"{records.absolute().as_uri()}?mode=ro", uri=True)
