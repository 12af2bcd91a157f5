"""I-11 on a server: the connection is cut at a COMMIT, before it counts or after, or the server is restarted."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from bot.app import make_desk
from bot.desk import Desk
from db import postgres
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
