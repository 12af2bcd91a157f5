"""A copy of the records as they are at one moment, while the bot goes on writing."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, text
from sqlmodel import Session, SQLModel

from bot.tongue import t
from db import engine, migrate
from db.modes import READS
from services import auditing

ROWS = 1000  # at a time


class Unsound(Exception):
    """One line: what is wrong with the records."""


def copy(source: Engine, path: Path) -> None:
    """Into a new SQLite file. It knows the last transaction that the journal was told of and that is in it."""
    if not engine.is_shared(source):
        return _copy_file(source, path)
    with source.execution_options(**{READS: True}).connect() as one:  # in one look that sees nothing later
        copy_rows(one, path)


def _copy_file(source: Engine, path: Path) -> None:
    _make(path)
    with engine.reading(source) as session:
        raw: Any = session.connection().connection.driver_connection
        target = engine.open_file(path)
        with target.connect() as connection:
            other: Any = connection.connection.driver_connection
            raw.backup(other)
        target.dispose()
    settle(path)


def copy_rows(one: Connection, path: Path) -> None:
    """Of a server, table by table."""
    _make(path)
    target = engine.open_file(path)
    migrate.upgrade(target)
    with target.begin() as other:
        other.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # a row may refer to a later one
        copy_tables(one, other)
    target.dispose()
    settle(path)


def copy_tables(one: Connection, other: Connection) -> None:
    """Into empty ones."""
    for table in SQLModel.metadata.sorted_tables:
        for rows in one.execute(table.select().order_by(*table.primary_key)).mappings().partitions(ROWS):
            other.execute(insert(table), [dict(row) for row in rows])


def _make(path: Path) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def settle(path: Path) -> None:
    """One file, without a log beside it."""
    target = engine.open_file(path)
    engine.wipe(target)
    with target.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA journal_mode=DELETE")
    target.dispose()


def look(path: Path) -> str:
    """At a copy: whether it is whole, and the trail in it. Its schema. Unsound, DatabaseError."""
    database = engine.open_file(path)
    try:
        with engine.reading(database) as session:
            _is_whole(session)
            schema = session.connection().execute(text("SELECT version_num FROM alembic_version")).scalar()
            if schema == migrate.HEAD and (row := auditing.first_broken(session)) is not None:
                raise Unsound(t("the trail is broken at row {row}", row=row))
    finally:
        database.dispose()
    return str(schema)


def _is_whole(session: Session) -> None:
    connection = session.connection()
    found = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if found != "ok":
        raise Unsound(t("the file of the records is damaged"))
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Unsound(t("the records refer to rows that are not there"))
