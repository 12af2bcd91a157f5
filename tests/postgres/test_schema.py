"""What migrations make on a server is what the models say, as on SQLite."""

import threading
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from db import engine, migrate, postgres
from tests import schemas
from tests.server import Server
from tests.structure.test_structure_schema import Shape, checks, columns, names, plain, references, uniques


@pytest.fixture(scope="module")
def pair(running: Server, newest: str) -> Any:
    """The tables by migration, and by the models."""
    migrated, modelled = engine.open_records(running.url(newest)), engine.open_records(running.create("modelled"))
    with modelled.begin() as connection:
        SQLModel.metadata.create_all(connection)
        postgres.count_by_rows(connection)
    yield migrated, modelled
    migrated.dispose()
    modelled.dispose()


def indexes(database: Engine, table: str) -> Shape:
    """By name: columns, uniqueness and the rows that it covers."""
    query = text("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = :table")
    with database.connect() as connection:
        return {name: plain(sql) for name, sql in connection.execute(query, {"table": table})}


@pytest.mark.parametrize("look", [columns, indexes, uniques, checks, references], ids=lambda look: str(look.__name__))
def test_a_migrated_table_is_as_its_model_says(look: Any, pair: tuple[Engine, Engine]) -> None:
    migrated, modelled = pair
    assert names(migrated) == names(modelled) == set(SQLModel.metadata.tables)
    before = {table: look(migrated, table) for table in sorted(names(modelled))}
    assert before == {table: look(modelled, table) for table in sorted(names(modelled))}
    assert any(before.values())


def test_what_covers_some_rows_on_sqlite_covers_the_same_ones(pair: tuple[Engine, Engine]) -> None:
    ours = [index for table in SQLModel.metadata.tables.values() for index in table.indexes]
    some = {index.name for index in ours if index.dialect_options["sqlite"]["where"] is not None}
    found = {name for table in names(pair[0]) for name, sql in indexes(pair[0], table).items() if " WHERE " in sql}
    assert found == some
    assert len(some) > 10


def test_who_a_remark_was_given_to_stays_and_others_follow(address: str) -> None:
    """A server goes on counting behind what a migration has filled."""
    database = engine.open_records(address)
    assert schemas.given_then_and_now(database) == [(1, 3), (2, 3)]
    database.dispose()


def test_two_that_start_at_once_make_one_schema(address: str) -> None:
    database = engine.open_records(f"{address}?schema=court" if "?" not in address else f"{address}&schema=court")
    other = threading.Thread(target=migrate.upgrade, args=(database,))
    with database.begin() as first:
        postgres.make_schema(first)
        other.start()
        other.join(0.3)
        assert other.is_alive(), "it waits for the one that came first"
    other.join()
    migrate.require(database)
    database.dispose()
