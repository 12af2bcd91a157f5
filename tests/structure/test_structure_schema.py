import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from bot.app import furnish
from bot.settings import HOME, load
from db import engine, migrate
from db.tables import Doubt, Requirement, Task
from domain.kinds import KINDS
from tests import cellar, schemas

OWN = "alembic_version"
Shape = dict[str, Any]


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Engine]:
    """A fresh file, brought to the newest schema."""
    made = cellar.migrated_in(tmp_path)
    yield made
    made.dispose()


@pytest.fixture
def modelled() -> Iterator[Engine]:
    """The tables as the models have them."""
    made = engine.create_in_memory()
    yield made
    made.dispose()


def names(database: Engine) -> set[str]:
    return set(inspect(database).get_table_names()) - {OWN}


def columns(database: Engine, table: str) -> Shape:
    keys = inspect(database).get_pk_constraint(table)["constrained_columns"]
    return {
        c["name"]: (str(c["type"]), c["nullable"], c["default"], c["name"] in keys)
        for c in inspect(database).get_columns(table)
    }


def indexes(database: Engine, table: str) -> Shape:
    """By name: columns, uniqueness and the rows that it covers."""
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL")
    with database.connect() as connection:
        rows = connection.execute(query, {"table": table}).all()
    return {name: plain(sql) for name, sql in rows}


def uniques(database: Engine, table: str) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(c["name"], tuple(c["column_names"])) for c in inspect(database).get_unique_constraints(table)}


def checks(database: Engine, table: str) -> Shape:
    return {str(c["name"]): plain(c["sqltext"]) for c in inspect(database).get_check_constraints(table)}


def references(database: Engine, table: str) -> set[tuple[Any, ...]]:
    return {
        (
            c["name"],
            tuple(c["constrained_columns"]),
            c["referred_table"],
            tuple(c["referred_columns"]),
            c["options"].get("ondelete"),
        )
        for c in inspect(database).get_foreign_keys(table)
    }


def plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip()


def test_migrations_make_the_tables_of_the_models(migrated: Engine, modelled: Engine) -> None:
    assert names(migrated) == names(modelled) == set(SQLModel.metadata.tables)
    assert len(names(modelled)) > 20


@pytest.mark.parametrize("look", [columns, indexes, uniques, checks, references], ids=lambda look: str(look.__name__))
def test_a_migrated_table_is_as_its_model_says(look: Any, migrated: Engine, modelled: Engine) -> None:
    before = {table: look(migrated, table) for table in sorted(names(modelled))}
    assert before == {table: look(modelled, table) for table in sorted(names(modelled))}
    assert any(before.values())


def test_states_are_checked_by_the_database_itself(migrated: Engine) -> None:
    """Every column called state, kind, role, part or audience takes listed words alone."""
    loose = [
        f"{table}.{column}"
        for table in names(migrated)
        for column in columns(migrated, table)
        if column in ("state", "role", "audience")
        and not any(column in sql for sql in checks(migrated, table).values())
    ]
    assert loose == []


# revisions


@pytest.fixture
def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    return ScriptDirectory.from_config(config)


def test_the_newest_revision_is_the_one_that_the_program_knows(scripts: ScriptDirectory) -> None:
    assert scripts.get_heads() == [migrate.HEAD]


def test_revisions_are_numbered_in_their_order_and_so_are_their_files(scripts: ScriptDirectory) -> None:
    """The start compares them as text."""
    order = [script.revision for script in scripts.walk_revisions()][::-1]
    assert order == sorted(order)
    assert all(re.fullmatch(r"\d{4}", revision) for revision in order)
    assert [Path(scripts.get_revision(r).path).name[:4] for r in order] == order


def test_a_second_start_changes_nothing(migrated: Engine) -> None:
    def schema() -> list[Any]:
        with migrated.connect() as connection:
            return list(connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name")).all())

    before = schema()
    migrate.upgrade(migrated)
    assert schema() == before


def test_a_database_of_a_newer_program_is_refused(migrated: Engine) -> None:
    with migrated.begin() as connection:
        connection.execute(text(f"UPDATE {OWN} SET version_num = '9999'"))
    with pytest.raises(migrate.SchemaError) as caught:
        migrate.upgrade(migrated)
    assert "9999" in str(caught.value)
    assert migrate.HEAD in str(caught.value)


def test_references_are_watched_after_a_migration(migrated: Engine) -> None:
    with migrated.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_file_of_the_records_is_its_owners_alone(migrated: Engine) -> None:
    assert migrated.url.database is not None
    assert Path(migrated.url.database).stat().st_mode & 0o777 == 0o600


def test_a_complaint_of_the_database_does_not_say_what_was_to_be_kept(migrated: Engine) -> None:
    """It is logged, and nobody's words belong into the log."""
    insert = text("INSERT INTO note (person_id, text, at) VALUES (99, :words, '2026-11-24 01:00:00')")
    with pytest.raises(IntegrityError) as caught, migrated.begin() as connection:
        connection.execute(insert, {"words": "只说给督办听的话"})
    assert "只说给督办听的话" not in str(caught.value)


ROWS_OF_0001 = (
    "INSERT INTO notice VALUES (1, '文号', 1, '通知', '本院', '2022-06-23', 'given', '2026-02-26', NULL)",
    "INSERT INTO unit VALUES (1, '立案庭', 'unit', '[]', NULL, 1, 0)",
    "INSERT INTO indicator VALUES"
    " (1, 1, '5.2.1', 5, '', '', '', '', '', '', '[]', '立案庭', '[]', NULL, NULL, 'high', 1, '')",
    "INSERT INTO requirement VALUES (1, 1, 1, '', '>=', 3, 10, '30', '%', 'N', 'monthly-late', 'year', 0, NULL, '')",
    "INSERT INTO task VALUES"
    " (1, NULL, 1, 'signing', 'signing', 'x', '2026-02-26', '2026-03-02', '2026-03-02', 'open', 0, NULL, NULL, NULL)",
)


def test_rows_of_the_first_schema_take_the_values_of_the_new_columns(tmp_path: Path) -> None:
    made = engine.open_file(tmp_path / "old.db")
    schemas.leave(made, "0001", *ROWS_OF_0001)
    migrate.upgrade(made)
    with engine.session(made) as session:
        (demand,), (task,) = session.exec(select(Requirement)).all(), session.exec(select(Task)).all()
        assert (demand.kind, demand.parts, demand.whole, demand.none, demand.defined) == (
            "",
            [],
            True,
            "undecided",
            True,
        )
        assert (task.state, task.quiet) == ("open", False)
    made.dispose()


def test_records_of_the_first_release_come_along_and_learn_what_is_asked(tmp_path: Path) -> None:
    """The start fills in what an older program did not know of the notice."""
    made = cellar.migrated_in(tmp_path)
    furnish(made, load(HOME / "config.toml"))
    new = {"kind": "''", "parts": "'[]'", "better": "''", "months": "NULL", "none": "'undecided'", "outside": "0"}
    with made.begin() as connection:  # as an older program has left them
        assignments = ", ".join(f'"{column}" = {value}' for column, value in new.items())
        connection.execute(text(f"UPDATE requirement SET {assignments}, cadence = 'yearly' WHERE cadence = 'counting'"))
        connection.execute(text("DELETE FROM doubt WHERE field = 'ranks'"))
    furnish(made, load(HOME / "config.toml"))
    with engine.session(made) as session:
        rows = session.exec(select(Requirement)).all()
        assert {row.kind for row in rows} == set(KINDS)
        assert len([row for row in rows if row.cadence == "counting"]) == 19
        assert len([row for row in rows if row.outside]) == 6
        assert len(session.exec(select(Doubt).where(Doubt.field == "ranks")).all()) == 6
    made.dispose()


def test_who_a_remark_was_given_to_stays_and_others_follow(tmp_path: Path) -> None:
    made = engine.open_file(tmp_path / "old.db")
    assert schemas.given_then_and_now(made) == [(1, 3), (2, 3)]
    made.dispose()
