import secrets
from collections.abc import Iterator

import pytest

from tests.server import NoServer, Server, server


@pytest.fixture(scope="session")
def running() -> Server:
    try:
        return server()
    except (NoServer, OSError) as error:
        pytest.skip(f"no PostgreSQL could be started: {error}")


@pytest.fixture
def address(running: Server) -> Iterator[str]:
    """Of an empty database."""
    name = f"t{secrets.token_hex(6)}"
    yield running.create(name)
    running.run(f'DROP DATABASE "{name}" WITH (FORCE)')
