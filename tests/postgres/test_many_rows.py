"""Many rows by one call go to the server one by one: a leader is never silent in a way that the server does not see."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

from db import engine, postgres


def test_a_leader_that_falls_silent_between_many_rows_keeps_nothing_to_itself(
    migrated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the midst of them it would hold its locks for ever, and nobody else could lead or write."""
    monkeypatch.setattr(postgres, "LEASE", 1)
    with _opened(migrated) as database:
        lead = postgres.try_to_lead(database)
        assert lead is not None
        lead.connection.begin()
        raw: Any = lead.connection.connection.dbapi_connection

        def rows() -> Iterator[tuple[str]]:
            yield ("one",)
            time.sleep(2.5 * postgres.LEASE)
            yield ("two",)

        with pytest.raises(psycopg.Error):
            raw.cursor().executemany("UPDATE outbox SET error = %s", rows())
        other = postgres.try_to_lead(database)
        assert other is not None
        other.leave()
        lead.leave()


def test_many_rows_are_counted_together(migrated: str) -> None:
    with _opened(migrated) as database, database.begin() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("CREATE TEMPORARY TABLE told (n int)")
        cursor = raw.cursor()
        cursor.executemany("INSERT INTO told VALUES (%s)", [(1,), (2,), (2,)])
        assert cursor.rowcount == 3
        cursor.executemany("DELETE FROM told WHERE n = %s", [(2,), (7,)])
        assert cursor.rowcount == 2
        assert cursor.execute("SELECT n FROM told").rowcount == 1


@contextmanager
def _opened(address: str) -> Iterator[Engine]:
    database = engine.open_records(address)
    try:
        yield database
    finally:
        database.dispose()
