"""I-11 on a server: the connection is cut at a COMMIT, before it counts or after, or the server is restarted."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from bot.app import make_desk
from bot.desk import Desk
from db import engine, postgres
from db.postgres import Lead, LeadLost
from services.auditing import first_broken
from tests.house import CIVIL, REGISTRAR, at
from tests.postgres.bench import ServerBench
from tests.reliability.bench import SECRET, Dump, differences
from tests.server import Server
from tests.settings import ROUND

NOON = at("2026-03-02 12:00")
Raws = list[dict[str, Any]]


def before(server: Server, connection: Connection) -> None:
    """The server never hears of the commit."""
    pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    server.run(f"SELECT pg_terminate_backend({pid})")


def after(server: Server, connection: Connection) -> None:
    """It has committed, and nobody hears so."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.commit()
    raw.close()


def restart(server: Server, connection: Connection) -> None:
    server.stop()
    server.start()


@contextmanager
def struck_at_commit(bench: ServerBench, blow: Callable[[Server, Connection], None]) -> Iterator[list[bool]]:
    """The first one from now on that changes anything; what is written then is true once it was met."""
    struck: list[bool] = []

    def strike(connection: Connection) -> None:
        if not struck and connection.exec_driver_sql("SELECT pg_current_xact_id_if_assigned()").scalar():
            struck.append(True)
            blow(bench.server, connection)

    event.listen(bench.database, "commit", strike)
    try:
        yield struck
    finally:
        event.remove(bench.database, "commit", strike)


@contextmanager
def leading(bench: ServerBench) -> Iterator[Desk]:
    """The desk of one that leads, on the connection that has the lock."""
    lead: Lead | None = None
    while lead is None:  # the server notices a moment later that the one before is gone
        lead = postgres.try_to_lead(bench.database)
    with closing(make_desk(bench.database, ROUND, SECRET, "duban_bot", lead=lead)) as desk:
        yield desk
    lead.leave()


def day(bench: ServerBench) -> Raws:
    sql = "SELECT t.id FROM task t JOIN unit u ON u.id = t.unit_id WHERE u.name = '立案庭' AND t.form = 'signing'"
    ((number,),) = bench.ask(sql)
    return [
        bench.presses(REGISTRAR, 1, "sign-all", number),
        bench.says(CIVIL, "12"),
        bench.says("某人", "你好", 6_999_999),
    ]


def rows(bench: ServerBench) -> Dump:
    """All that is on record; of these updates nothing hangs on chance."""
    tables = sorted(SQLModel.metadata.tables)
    return {name: bench.ask(f'SELECT t::text FROM "{name}" t ORDER BY 1') for name in tables}


def keep(desk: Desk, raws: Raws) -> None:
    desk.keep(raws, NOON)


def work(desk: Desk, raws: Raws) -> None:
    while desk.work(NOON).handled:
        continue


@pytest.mark.parametrize("blow", [before, after, restart])
@pytest.mark.parametrize("verb", [keep, work])
def test_cut_off_at_a_commit_a_verb_is_done_wholly_or_not_at_all_and_once_by_whoever_leads_next(
    verb: Callable[[Desk, Raws], None], blow: Callable[[Server, Connection], None], served: ServerBench
) -> None:
    """What is not confirmed Telegram brings again."""
    served.back_to(served.monday)
    raws = day(served)
    with leading(served) as desk:
        if verb is work:
            keep(desk, raws)
        none = rows(served)
        verb(desk, raws)
        whole = rows(served)

    served.back_to(served.monday)
    with leading(served) as desk:
        if verb is work:
            keep(desk, raws)
        assert differences(none, rows(served)) == {}
        with struck_at_commit(served, blow) as struck:
            with pytest.raises((OperationalError, LeadLost)):
                verb(desk, raws)
            assert struck
        left = rows(served)
        assert differences(whole if blow is after else none, left) == {}
        with pytest.raises((OperationalError, LeadLost)):
            verb(desk, raws)  # whoever has lost the lead does nothing any more
        assert differences(left, rows(served)) == {}
    with leading(served) as desk:
        verb(desk, raws)
        verb(desk, raws)
        assert first_broken(desk.session) is None
    assert differences(whole, rows(served)) == {}


@pytest.mark.parametrize("blow", [before, after, restart])
def test_one_who_stands_by_keeps_what_is_brought_again_once(
    blow: Callable[[Server, Connection], None], served: ServerBench
) -> None:
    served.back_to(served.monday)
    raws = day(served)
    with closing(make_desk(served.database, ROUND, SECRET, "")) as desk, struck_at_commit(served, blow) as struck:
        with pytest.raises(OperationalError):
            keep(desk, raws)
        assert struck
        keep(desk, raws)
        keep(desk, raws)
    numbers = [raw["update_id"] for raw in raws]
    kept = served.ask("SELECT update_id, state FROM inbox WHERE update_id >= ? ORDER BY 1", min(numbers))
    assert kept == [(number, "new") for number in numbers]


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
