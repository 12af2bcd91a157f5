import secrets
from collections.abc import Iterator

import pytest

from tests.server import Server, server


@pytest.fixture(scope="session")
def running() -> Server:
    return server()


@pytest.fixture
def address(running: Server) -> Iterator[str]:
    """Of an empty database."""
    name = f"t{secrets.token_hex(6)}"
    yield running.create(name)
    running.run(f'DROP DATABASE "{name}" WITH (FORCE)')
