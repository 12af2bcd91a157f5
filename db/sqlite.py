"""SQLite: one office on one machine, in one file."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, StaticPool, create_engine, event, exc
from sqlmodel import SQLModel

from db.modes import READS, DatabaseError

PATIENCE = "busy_timeout=5000"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    PATIENCE,
    "foreign_keys=ON",
    "secure_delete=ON",  # what is deleted or overwritten is overwritten with zeros
    "temp_store=MEMORY",  # what a savepoint may have to restore is never on the disk
)


def open_file(path: Path) -> Engine:
    """The database at `path`, readable by its owner alone. DatabaseError where it cannot be."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise DatabaseError("cannot-be-opened", str(path), reason=error) from error
    engine = _engine(f"sqlite:///{path}", pool_use_lifo=True)  # the desk keeps its connection, and what it remembers
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA schema_version")
    except exc.DatabaseError as error:
        raise DatabaseError("no-database", str(path), reason=error.orig) from error
    return engine


def open_memory() -> Engine:
    """A database that nobody else sees and nobody keeps."""
    return _engine("sqlite://", poolclass=StaticPool)


def create_in_memory() -> Engine:
    """An empty installation that is gone when it is let go."""
    memory = open_memory()
    SQLModel.metadata.create_all(memory)
    return memory


def _engine(url: str, **options: Any) -> Engine:
    # one desk thread owns the session; whoever starts and stops it lives in another
    # parameters are people's words: they stay out of every error text, and so out of the log
    connect = {"check_same_thread": False, "isolation_level": None}
    engine = create_engine(url, connect_args=connect, hide_parameters=True, **options)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    # a transaction that read first and wrote later could find the file changed under it
    reads = connection.get_execution_options().get(READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def wipe(engine: Engine) -> bool:
    """Empties the write-ahead log, in which a row stays readable after it was overwritten.

    False where another connection is reading: what it reads is still needed. Not within a transaction.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=0")  # it is tried again; nobody is to wait for a reader
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy: int = cursor.fetchall()[0][0]
        cursor.execute(f"PRAGMA {PATIENCE}")
        return not busy
    finally:
        connection.close()


def copy(source: Engine, target: Engine) -> None:
    with source.connect() as one, target.connect() as other:
        raw_source, raw_target = one.connection.driver_connection, other.connection.driver_connection
        assert raw_source is not None
        assert raw_target is not None
        raw_source.backup(raw_target)
