import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TABLES = """
create table if not exists person (id integer primary key, name text not null, role text not null,
    language text not null, started integer not null default 0, blocked integer not null default 0,
    deactivated integer not null default 0);
create table if not exists chat (id integer primary key, kind text not null, title text,
    bot text not null default 'never', moved_to integer, moved_from integer);
create table if not exists member (chat integer not null, person integer not null, status text not null,
    primary key (chat, person)) without rowid;
create table if not exists message (chat integer not null, id integer not null, sender integer not null,
    date integer not null, edited integer, version integer not null, gone integer not null default 0,
    body text not null, primary key (chat, id)) without rowid;
create index if not exists message_version on message (version);
create table if not exists pin (chat integer not null, message integer not null,
    primary key (chat, message)) without rowid;
create table if not exists reaction (chat integer not null, message integer not null, person integer not null,
    emoji text not null, primary key (chat, message, person)) without rowid;
create table if not exists file (number integer primary key, name text not null, mime text not null,
    size integer not null, folder text not null, content blob not null);
create table if not exists event (id integer primary key, kind text not null, date integer not null,
    body text not null, fate text);
create index if not exists event_waiting on event (id) where fate is null;
create table if not exists query (id integer primary key, person integer not null, date real not null, answer text);
create table if not exists command (scope text not null, chat integer not null, person integer not null,
    language text not null, body text not null, primary key (scope, chat, person, language)) without rowid;
create table if not exists seen (person integer not null, chat integer not null, until integer not null,
    primary key (person, chat)) without rowid;
create table if not exists counter (name text primary key, value integer not null) without rowid;
create table if not exists setting (name text primary key, value text not null) without rowid;
create table if not exists history (id integer primary key, at text not null, method text not null,
    params text not null, ok integer not null, outcome text not null, fault text);
"""


class Store:
    """One SQLite file that outlives `kill -9` of its process (not a power cut: it stands for the outside world)."""

    def __init__(self, path: Path | None) -> None:
        self.lock = threading.RLock()
        self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.execute("pragma journal_mode=" + ("wal" if path else "memory"))
        self._db.execute("pragma synchronous=off")
        self._db.executescript(TABLES)

    @contextmanager
    def transaction(self) -> Iterator[bool]:
        """Yields whether this is the outermost one, which alone commits."""
        with self.lock:
            if self._db.in_transaction:
                yield False
                return
            self._db.execute("begin immediate")
            try:
                yield True
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Returns the number of rows changed."""
        with self.lock:
            return self._db.execute(sql, values).rowcount

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        with self.lock:
            return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        with self.lock:
            found: sqlite3.Row | None = self._db.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, None without one."""
        row = self.row(sql, values)
        return None if row is None else row[0]

    def count_on(self, name: str) -> int:
        """The next number of a sequence, from 1, never given twice and without gaps."""
        sql = "insert into counter values (?, 1) on conflict (name) do update set value = value + 1 returning value"
        return int(self.value(sql, (name,)))

    def setting(self, name: str) -> str | None:
        found = self.value("select value from setting where name = ?", (name,))
        return None if found is None else str(found)

    def set(self, name: str, value: str) -> None:
        self.run("insert or replace into setting values (?, ?)", (name, value))

    def copy_to(self, path: Path) -> None:
        """Replaces `path` by the whole world as it is now."""
        path.unlink(missing_ok=True)
        target = sqlite3.connect(path)
        try:
            with self.lock:
                self._db.backup(target)
        finally:
            target.close()

    def close(self) -> None:
        with self.lock:
            self._db.close()
