"""Whose fault it is that an update cannot be kept: its own, or that of the records, which will be better in a while."""

import pytest
from sqlalchemy.exc import DataError, IntegrityError, OperationalError, StatementError

from bot.keeping import is_of_the_records

WHY = Exception("database is locked")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("INSERT", {}, WHY), True),
        (OSError(28, "No space left on device"), True),
        (MemoryError(), True),
        (StatementError("no statement can be made of it", "INSERT", {}, WHY), False),
        (DataError("INSERT", {}, WHY), False),
        (IntegrityError("INSERT", {}, WHY), False),
        (OverflowError(), False),
        (RecursionError(), False),
    ],
)
def test_what_the_records_cannot_take_now_is_asked_for_again(error: Exception, expected: bool) -> None:
    assert is_of_the_records(error) is expected
