"""PostgreSQL: one office in a schema of its own; several bots stand by, one leads."""

import time
from collections.abc import Iterable
from typing import Any

from sqlalchemy import URL, Connection, Engine, Index, Table, create_engine, event, exc
from sqlalchemy.engine import ExceptionContext
from sqlmodel import SQLModel

from db.modes import READS, DatabaseError

OLDEST = 14  # the first that ends the session of a client who has fallen silent
LEASE = 15  # seconds of silence after which the server lets a leader go
SURE = 10  # seconds for which a leader may rely on the last answer of the server
PATIENCE = 5  # seconds for which one who writes waits for another
LEADS = "duban_leads"
SILENT = {"keepalives_idle": 5, "keepalives_interval": 5, "keepalives_count": 2, "connect_timeout": 5}
# keys of advisory locks: one word of ours, and the number of the schema
WRITER, LEADER = (int.from_bytes(word) << 32 for word in (b"DUBW", b"DUBL"))
LOCK = "SELECT {take}({key} + oid::bigint) FROM pg_namespace WHERE nspname = current_schema()"
WRITE = LOCK.format(take="pg_advisory_xact_lock", key=WRITER)
LEAD = LOCK.format(take="pg_try_advisory_lock", key=LEADER)

# Those who hold a lock of ours and read no answer: the server counts silence between statements, and waits for ever
# with one that it cannot hand over. Whoever is ended so had no lease any more; its end is waited for, for a second.
SILENT_IN_AN_ANSWER = """
    SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity JOIN pg_locks USING (pid)
    WHERE state = 'active' AND wait_event_type = 'Client'
    AND query_start < clock_timestamp() - make_interval(secs => %(lease)s)
    AND locktype = 'advisory' AND granted AND database = datid AND datname = current_database()
    AND classid::bigint IN (%(writer)s, %(leader)s)
    AND objid = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
"""


class LeadLost(Exception):
    """Another bot may lead by now: what was begun must not be ended."""


def open_server(url: URL) -> Engine:
    """DatabaseError where there is no such server or database, or where it would sort texts unlike SQLite."""
    _cover_the_same_rows()
    where = shown(url)
    schema, options = url.query.get("schema"), [str(url.query.get("options", ""))]
    url = url.difference_update_query(["schema", "options"]).set(drivername="postgresql+psycopg")
    options += ["-cclient_encoding=UTF8", "-ctimezone=UTC", f"-clock_timeout={PATIENCE}s"]
    options += [f"-cidle_in_transaction_session_timeout={LEASE}s", *([f"-csearch_path={schema}"] if schema else ())]
    connect = SILENT | {"options": " ".join(options), "cursor_factory": _one_by_one()}
    # parameters are people's words: they stay out of every error text, and so out of the log
    engine = create_engine(url, connect_args=connect, hide_parameters=True, pool_pre_ping=True, pool_size=2)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _say_no_words)
    event.listen(engine, "handle_error", _lose)
    try:
        _look(engine, where)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _one_by_one() -> type:
    """A cursor that waits for the answer to each of many rows. The library's own sends them in one go, and the server
    counts no silence in the middle of it: a leader that is stopped there would keep its locks for ever."""
    from psycopg import Cursor  # with records on a server alone: a start does without it

    class OneByOne(Cursor[Any]):
        _changed: int | None = None

        def execute(self, *args: Any, **more: Any) -> "OneByOne":
            self._changed = None
            super().execute(*args, **more)
            return self

        def executemany(self, query: Any, params_seq: Iterable[Any], *, returning: bool = False) -> None:
            if returning:  # the engine asks for rows back by one statement alone; they would be lost here in silence
                raise NotImplementedError("rows that come back are asked for by one statement")
            changed = 0
            for params in params_seq:
                changed += self.execute(query, params).rowcount
            self._changed = changed

        @property
        def rowcount(self) -> int:
            return super().rowcount if self._changed is None else self._changed

    return OneByOne


def _cover_the_same_rows() -> None:
    """An index that covers some rows in SQLite does so here, those of tables and those of migrations. It is seen to no
    sooner than a server is opened: with it SQLAlchemy loads all that it knows of PostgreSQL, 3 MB."""
    if event.contains(Index, "after_parent_attach", _as_in_sqlite):
        return
    event.listen(Index, "after_parent_attach", _as_in_sqlite)
    for table in SQLModel.metadata.tables.values():
        for index in table.indexes:
            _as_in_sqlite(index, table)


def _as_in_sqlite(index: Index, table: Table) -> None:
    index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]


def shown(url: URL) -> str:
    """The address without its password."""
    return url._replace(drivername="postgresql", password=None).render_as_string()


def _look(engine: Engine, where: str) -> None:
    """DatabaseError where it cannot be used."""
    try:
        with engine.execution_options(**{READS: True}).connect() as connection:
            _must_fit(connection, where)
    except exc.DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise DatabaseError("cannot-be-reached", where, reason=reason) from error
    except exc.ArgumentError as error:
        raise DatabaseError("wrong-address", where, reason=error) from error


def _must_fit(connection: Connection, where: str) -> None:
    version = connection.dialect.server_version_info
    assert version is not None
    if int(version[0]) < OLDEST:
        raise DatabaseError("server-too-old", where, found=version[0], needed=OLDEST)
    encoding = connection.exec_driver_sql("SELECT current_setting('server_encoding')").scalar()
    # asked only in UTF8: the others have no such signs to compare
    if encoding != "UTF8" or not connection.exec_driver_sql("SELECT 'Z' < 'a' AND '立' > '民'").scalar():
        raise DatabaseError("other-collation", where)


def make_schema(connection: Connection) -> None:
    """The one that the address names, where it is not there yet."""
    if connection.exec_driver_sql("SELECT current_schema()").scalar() is None:
        path: str = connection.exec_driver_sql("SHOW search_path").scalar_one()
        name = path.split(",")[-1].strip().strip('"')
        # two that start at once would both make it
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER})")
        connection.exec_driver_sql(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
        connection.exec_driver_sql(WRITE)


NUMBERS = """
    CREATE OR REPLACE FUNCTION next_number(of regclass, by name) RETURNS bigint LANGUAGE plpgsql AS
    $$ DECLARE found bigint; BEGIN
        EXECUTE format('SELECT coalesce(max(%%I), 0) + 1 FROM %%s', by, of) INTO found;
        RETURN found;
    END $$
"""


def count_by_rows(connection: Connection) -> None:
    """A new row has the number behind the last one, as in SQLite: what is done once more after a restore comes to the
    same numbers, though something was undone meanwhile, and there is nothing to be set right when rows come in from
    elsewhere. One writes at a time; so no two have the same."""
    connection.exec_driver_sql(NUMBERS)
    for table in SQLModel.metadata.sorted_tables:
        if (column := table.autoincrement_column) is not None:
            by = f"next_number('{table.name}', '{column.name}')"
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" ALTER "{column.name}" SET DEFAULT {by}')
            connection.exec_driver_sql(f'DROP SEQUENCE IF EXISTS "{table.name}_{column.name}_seq"')


def _begin(connection: Connection) -> None:
    """One writes at a time, as in SQLite: nobody finds the records changed under a transaction that has begun."""
    options = connection.get_execution_options()
    if options.get(READS):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        return
    lead: Lead | None = options.get(LEADS)
    if lead and (lead.is_lost or LEADS not in connection.info):  # this is another connection, without the lock
        lead.is_lost = True
        raise LeadLost
    asked = _now()
    connection.exec_driver_sql(WRITE)
    if lead:
        lead.heard = asked


def _say_no_words(context: ExceptionContext) -> None:
    """The server's details quote the row, and so what somebody wrote: the log is to have the first line alone."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error and error.args:
            error.args = (str(error.args[0]).partition("\n")[0], *error.args[1:])


def _lose(context: ExceptionContext) -> None:
    lead: Lead | None = context.connection.get_execution_options().get(LEADS) if context.connection else None
    if lead and context.is_disconnect:
        lead.is_lost = True


class Lead:
    """The right to work on the records and to send: it lasts as long as this very connection.

    The server ends the session of a leader who has been silent for LEASE seconds, stopped or cut off; then another
    takes the lock. What the old one had begun cannot be committed: that connection is gone, and no other has the lock.
    """

    def __init__(self, connection: Connection, heard: float) -> None:
        self.connection = connection
        self.heard = heard  # when the last question was put that the server has answered
        self.is_lost = False

    def is_sure(self) -> bool:
        """Nobody else can lead at this moment."""
        return not self.is_lost and _now() - self.heard < SURE

    def ask(self) -> None:
        """Tells the server that the leader lives. LeadLost, or DBAPIError, where it does not answer as before."""
        with self.connection.begin():
            return

    def leave(self) -> None:
        _let_go(self.connection)


def try_to_lead(engine: Engine, lease: int | None = None) -> Lead | None:
    """None while another leads; OperationalError where the server is away. With a lease of 0 one may be silent."""
    end_the_silent(engine)
    connection = engine.connect()
    asked = _now()
    try:
        with connection.begin():
            taken = connection.exec_driver_sql(LEAD).scalar()
            connection.exec_driver_sql(f"SET idle_session_timeout = '{LEASE if lease is None else lease}s'")
    except BaseException:
        _let_go(connection)
        raise
    if not taken:
        _let_go(connection)
        return None
    connection.info[LEADS] = True
    lead = Lead(connection, asked)
    connection.execution_options(**{LEADS: lead})
    return lead


def end_the_silent(engine: Engine) -> None:
    """A leader that was stopped while it was being answered holds up nobody for longer than one that was at rest."""
    with engine.execution_options(**{READS: True}).connect() as connection:
        connection.exec_driver_sql(
            SILENT_IN_AN_ANSWER, {"lease": LEASE, "writer": WRITER >> 32, "leader": LEADER >> 32}
        )


def _let_go(connection: Connection) -> None:
    """Ends the session, and with it the lock."""
    connection.invalidate()
    connection.close()


def _now() -> float:
    """Seconds that go on while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
