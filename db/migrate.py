"""Brings a database to the newest schema. Forward only, whole or not at all."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

FOLDER = Path(__file__).with_name("migrations")
HEAD = "0016"  # the newest file in versions; a test holds it true


class SchemaError(Exception):
    """One line for the terminal."""


def upgrade(engine: Engine) -> None:
    """SchemaError where the database is newer than this program, or another program's."""
    with engine.connect() as connection:
        at = None
        if inspect(connection).has_table("alembic_version"):
            at = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        elif inspect(connection).get_table_names():
            raise SchemaError(f"{engine.url.database}: holds the tables of another program")
    if at == HEAD:
        return
    if at is not None and at > HEAD:
        raise SchemaError(f"{engine.url.database}: is at schema {at}, this program knows {HEAD} and is too old for it")
    _run(engine)


def _run(engine: Engine) -> None:
    # loaded only when there is something to do: it would cost a start a third of a second
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    # a table that is made anew must not empty those that refer to it; within a transaction the pragma would do nothing
    plain = engine.raw_connection()
    plain.cursor().execute("PRAGMA foreign_keys=OFF")
    plain.close()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise SchemaError(f"the new schema would break {len(broken)} references; nothing was changed")
    engine.dispose()  # the next connection has its foreign keys on again
