from collections.abc import Iterator

import pytest

from tests.security.gate import Gate


@pytest.fixture(scope="session")
def gate() -> Gate:
    """Nothing that is tried at it has been afterwards."""
    return Gate()


@pytest.fixture
def opened(gate: Gate) -> Iterator[Gate]:
    """One of one's own, where what is done stays done."""
    own = gate.another()
    yield own
    own.desk.close()
    own.database.dispose()
