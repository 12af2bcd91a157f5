import secrets
from collections.abc import Iterator

import pytest

from db import engine, migrate
from tests import canaries
from tests.postgres.bench import ServerBench
from tests.server import Server, server

NEWEST = "newest"  # a database at the newest schema, to be copied


@pytest.fixture(scope="session")
def running() -> Server:
    return server()


@pytest.fixture
def address(running: Server) -> Iterator[str]:
    """Of an empty database."""
    yield from _database(running, "template0")


@pytest.fixture
def migrated(running: Server, newest: str) -> Iterator[str]:
    """Of one with the newest schema and no rows."""
    yield from _database(running, newest)


@pytest.fixture(scope="session")
def newest(running: Server) -> str:
    made = engine.open_records(running.create(NEWEST))
    migrate.upgrade(made)
    made.dispose()
    return NEWEST


def _database(running: Server, template: str) -> Iterator[str]:
    name = f"t{secrets.token_hex(6)}"
    yield running.create(name, template)
    canaries.drop(running, name)


@pytest.fixture(scope="session")
def bench(running: Server, tmp_path_factory: pytest.TempPathFactory) -> ServerBench:
    return ServerBench(tmp_path_factory.mktemp("served"), server=running)


@pytest.fixture
def served(bench: ServerBench) -> Iterator[ServerBench]:
    yield bench
    bench.database.dispose()
