"""Records as an earlier program left them."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text
from sqlmodel import col, select

from db import engine, migrate, postgres
from db.tables import Doer

OF_REMARKS = (  # at revision 0018: the first is given to a department, the second to nobody
    "INSERT INTO unit (id, name, kind, aliases, ranked, position) VALUES (3, '立案庭', 'unit', '[]', true, 0)",
    "INSERT INTO person (id, telegram_id, name, language, state, at)"
    " VALUES (1, 11, '', 'zh_CN', 'active', '2026-11-24 01:00:00')",
    "INSERT INTO remark (id, by, message_id, text, at, state, unit_id, chat_id, reason, rev) VALUES"
    " (1, 1, 5, '请核实', '2026-11-24 01:00:00', 'given', 3, -1, '', 0),"
    " (2, 1, 6, '已阅', '2026-11-24 01:00:00', 'read', NULL, -1, '', 0)",
)


def leave(database: Engine, revision: str, *rows: str) -> None:
    """The schema of that time, with these rows."""
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    with database.begin() as connection:
        if engine.is_shared(database):
            postgres.make_schema(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    with database.begin() as connection:
        for row in rows:
            connection.execute(text(row))


def given_then_and_now(database: Engine) -> list[tuple[int, int]]:
    """Remark and department of all that an earlier program gave, once the other remark is given too."""
    leave(database, "0018", *OF_REMARKS)
    migrate.upgrade(database)
    with engine.session(database) as session:
        session.add(Doer(remark_id=2, unit_id=3))
        session.commit()
        return [(row.remark_id, row.unit_id) for row in session.exec(select(Doer).order_by(col(Doer.id)))]
