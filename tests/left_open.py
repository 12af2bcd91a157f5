"""A test closes what it has opened on a server. The garbage collector would say so in whichever test it comes next."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from psycopg import Connection
from sqlalchemy import event
from sqlalchemy.pool import Pool

from bot.settings import HOME

OWN = "postgres"  # the database by which the tests' server is told what to do: open as long as it runs
opened: WeakKeyDictionary[Connection[Any], traceback.StackSummary] = WeakKeyDictionary()


@event.listens_for(Pool, "connect")
def _note(connection: Any, _: object) -> None:
    if isinstance(connection, Connection) and connection.info.dbname != OWN:
        opened[connection] = traceback.StackSummary.extract(traceback.walk_stack(None), lookup_lines=False)


@contextmanager
def nothing() -> Iterator[None]:
    """AssertionError with the place where the first was opened."""
    before = set(opened)
    yield
    left = [opened[one] for one in set(opened) - before if not one.closed]
    assert not left, f"{len(left)} left open:\n{_ours(left[0])}"


def _ours(stack: traceback.StackSummary) -> str:
    """The newest call last."""
    others = (__file__, f"{HOME}/.venv/")
    return "".join(
        traceback.format_list(
            frame
            for frame in reversed(stack)
            if frame.filename.startswith(f"{HOME}/") and not frame.filename.startswith(others)
        )
    )
