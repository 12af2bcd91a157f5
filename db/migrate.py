"""Brings a database to the newest schema. Forward only, whole or not at all."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from db.engine import is_shared, shown
from db.modes import READS, RecordsError
from db.postgres import count_by_rows, make_schema

FOLDER = Path(__file__).with_name("migrations")
HEAD = "0019"  # the newest file in versions; a test holds it true


class SchemaError(RecordsError):
    """The schema is not one that this program can use."""


def at(engine: Engine) -> str | None:
    """The schema of the records; None where there are none of this program."""
    with engine.execution_options(**{READS: True}).connect() as connection:
        return _at(connection)


def upgrade(engine: Engine) -> None:
    """SchemaError where the database is newer than this program, or another program's."""
    with engine.begin() as connection:
        if is_shared(engine):
            return upgrade_within(connection)
        found = _known(connection)
    if found != HEAD:
        _run(engine)


def upgrade_within(connection: Connection) -> None:
    """On a server: as a part of this transaction."""
    make_schema(connection)
    if _known(connection) != HEAD:
        _migrate(connection)
        count_by_rows(connection)


def _known(connection: Connection) -> str | None:
    found, where = _at(connection), shown(connection.engine.url)
    if found is None and inspect(connection).get_table_names():
        raise SchemaError("of-another-program", where)
    if found is not None and found > HEAD:
        raise SchemaError("newer-schema", where, found=found, known=HEAD)
    return found


def require(engine: Engine) -> None:
    """SchemaError where the records are not at the newest schema; nothing is changed."""
    if (found := at(engine)) != HEAD:
        raise SchemaError("other-schema", shown(engine.url), found=found or "—", known=HEAD)


def _at(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _run(engine: Engine) -> None:
    _unwatch(engine)
    with engine.begin() as connection:
        _migrate(connection)
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise SchemaError("would-break", shown(engine.url), n=len(broken))
    engine.dispose()  # the next connection has its foreign keys on again


def _migrate(connection: Connection) -> None:
    # loaded only when there is something to do: it would cost a start a third of a second
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _unwatch(engine: Engine) -> None:
    """A table that is made anew must not empty those that refer to it."""
    plain = engine.raw_connection()  # within a transaction the pragma would do nothing
    plain.cursor().execute("PRAGMA foreign_keys=OFF")
    plain.close()
