"""A leader that is stopped while the server answers it: no silence that the server counts by itself."""

import time
from typing import Any

import pytest
from sqlalchemy import Engine

from db import engine, postgres

LONG = b"SELECT repeat('x', 50000000)"  # more than lies between two ends of a line


def test_a_leader_that_reads_no_answer_keeps_nothing_to_itself(migrated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "LEASE", 2)
    database = engine.open_records(migrated)
    lead = postgres.try_to_lead(database)
    assert lead is not None
    lead.connection.begin()
    raw: Any = lead.connection.connection.dbapi_connection
    raw.pgconn.send_query(LONG)
    raw.pgconn.flush()
    postgres.end_the_silent(database)
    assert _is_there(database, raw.info.backend_pid)  # it has its lease still
    time.sleep(1.5 * postgres.LEASE)
    other = postgres.try_to_lead(database)
    assert other is not None
    assert not _is_there(database, raw.info.backend_pid)
    other.leave()
    lead.leave()
    database.dispose()


def test_a_leader_at_work_is_left_alone(migrated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the server itself takes for a statement."""
    monkeypatch.setattr(postgres, "LEASE", 1)
    database = engine.open_records(migrated)
    lead = postgres.try_to_lead(database)
    assert lead is not None
    with lead.connection.begin():
        raw: Any = lead.connection.connection.dbapi_connection
        raw.pgconn.send_query(b"SELECT pg_sleep(2.5)")
        raw.pgconn.flush()
        time.sleep(1.5 * postgres.LEASE)
        postgres.end_the_silent(database)
        assert _is_there(database, raw.info.backend_pid)
        while raw.pgconn.get_result() is not None:
            pass
    lead.leave()
    database.dispose()


def _is_there(database: Engine, pid: int) -> bool:
    with database.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        return bool(raw.execute("SELECT count(*) FROM pg_stat_activity WHERE pid = %s", (pid,)).fetchone()[0])
