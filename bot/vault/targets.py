"""Where restored records move in: a file, or a server's database. Until the last step what was there before stands."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Transaction, select
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from bot.safe import PARTIAL
from bot.tongue import t
from bot.vault import copying
from bot.vault.archive import RECORDS
from bot.vault.journal import sync
from db import engine, migrate, postgres

A_MOMENT = 1.0  # seconds for which the session of one who has ended may be there
BESIDE = ("-wal", "-shm", "-journal")
REFERENCES = """
    SELECT format('ALTER TABLE %%s ALTER CONSTRAINT %%I %%s', conrelid::regclass, conname, %s::text)
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
"""


class NotRestored(Exception):
    """One line for the terminal: nothing was changed."""


class Target(Protocol):
    name: str

    def are_there(self) -> bool:
        """Records that would be replaced."""

    def set_aside(self, folder: Path) -> None:
        """A copy of what is there."""

    def prepare(self, records: Path) -> None:
        """All that takes long."""

    def take_effect(self) -> None:
        """In one step."""


class InFile:
    def __init__(self, path: Path) -> None:
        self.name, self._path = str(path), path
        self._partial = path.with_name(f".{path.name}{PARTIAL}")  # what comes in may lie on another disk

    def are_there(self) -> bool:
        return self._path.exists()

    def set_aside(self, folder: Path) -> None:
        for path in (self._path.with_name(self._path.name + tail) for tail in ("", *BESIDE)):
            if path.exists():
                shutil.copy2(path, folder / path.name)

    def prepare(self, records: Path) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.move(records, self._partial)

    def take_effect(self) -> None:
        for tail in BESIDE:
            self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
        self._partial.replace(self._path)
        sync(self._path.parent)


class OnServer:
    """All in the one transaction of this connection."""

    def __init__(self, connection: Connection, transaction: Transaction) -> None:
        self.name, self._connection, self._transaction = engine.shown(connection.engine.url), connection, transaction

    def are_there(self) -> bool:
        tables = SQLModel.metadata.sorted_tables
        return any(self._connection.execute(select(table).limit(1)).first() for table in tables)

    def set_aside(self, folder: Path) -> None:
        copying.copy_rows(self._connection, folder / RECORDS)

    def prepare(self, records: Path) -> None:
        """The trail lets itself be emptied by nobody, but here by whoever owns the table."""
        names = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
        for statement in (
            "ALTER TABLE audit DISABLE TRIGGER USER",
            f"TRUNCATE {names}",
            "ALTER TABLE audit ENABLE TRIGGER USER",
            *self._references("DEFERRABLE INITIALLY DEFERRED"),  # a row may refer to a later one
        ):
            self._connection.exec_driver_sql(statement)
        source = engine.open_file(records)
        with source.connect() as one:
            copying.copy_tables(one, self._connection)
        source.dispose()
        for statement in ("SET CONSTRAINTS ALL IMMEDIATE", *self._references("NOT DEFERRABLE")):
            self._connection.exec_driver_sql(statement)

    def _references(self, how: str) -> list[str]:
        return [statement for (statement,) in self._connection.exec_driver_sql(REFERENCES, (how,))]

    def take_effect(self) -> None:
        self._transaction.commit()


@contextmanager
def on_server(url: str) -> Iterator[OnServer]:
    """Nobody leads and nobody writes there meanwhile. NotRestored, DatabaseError, SchemaError."""
    import psycopg  # with records on a server alone: a start does without it

    where, database = engine.shown(url), engine.open_records(url)
    try:
        with database.begin() as connection:
            postgres.make_schema(connection)
        lead = postgres.try_to_lead(database, lease=0)
        if lead is None:
            time.sleep(A_MOMENT)
            lead = postgres.try_to_lead(database, lease=0)
        if lead is None:
            raise NotRestored(
                t("{where}: a bot leads on these records; stop it, and those that stand by, first", where=where)
            )
        try:
            transaction = lead.connection.begin()
            lead.connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            migrate.upgrade_within(lead.connection)
            yield OnServer(lead.connection, transaction)
        finally:
            lead.leave()  # what did not take effect is undone
    except DBAPIError as error:
        if not isinstance(error.orig, psycopg.Error):
            raise
        reason = str(error.orig).partition("\n")[0]
        raise NotRestored(
            t("{where}: the server broke off, and has what it had before ({reason})", where=where, reason=reason)
        ) from error
    finally:
        database.dispose()


def on_disk(folder: Path) -> None:
    """Whatever was written into it."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    sync(folder)
