"""What a session remembers of what it has read, and where that is kept."""

from collections import deque
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

MEMORY, BEGUN, PASSING = "remembered", "remembered: begun", "remembered: passing"
MOST_ROWS, MOST_LISTS = 1000, 10_000  # that are held from one transaction to the next
Key = tuple[Any, ...]
Lists = dict[Hashable, list[Any]]  # by what their rows belong to


@dataclass
class Memory:
    """Answers by the tables that they were read from; lists of rows, and what has any, by db.rows.Rows; rows that are
    held, so that they need not be looked up by their numbers; what a savepoint has written, by table and list."""

    answers: dict[tuple[type, ...], dict[Key, Any]] = field(default_factory=dict)
    lists: dict[Any, Lists] = field(default_factory=dict)
    having: dict[Any, set[Any]] = field(default_factory=dict)
    held: deque[Any] = field(default_factory=lambda: deque(maxlen=MOST_ROWS))
    tried: dict[type, set[tuple[Any, Hashable]]] = field(default_factory=dict)
    past: bool = False  # a savepoint has written past the session: nobody knows what of it was read since

    @property
    def is_full(self) -> bool:
        return sum(map(len, self.lists.values())) + sum(map(len, self.answers.values())) > MOST_LISTS

    def drop(self, table: type) -> None:
        """The answers that were read from it."""
        for tables in [tables for tables in self.answers if table in tables]:
            del self.answers[tables]

    def undo(self) -> None:
        """What was tried is as if it had not been written; whatever else was read still stands."""
        self.answers.pop((), None)
        for table, lists in self.tried.items():
            self.drop(table)
            for rows, key in lists:
                self.lists.get(rows, {}).pop(key, None)
        self.tried.clear()


def of(session: Session) -> Memory | None:
    if not session.info.get(BEGUN):
        session.connection()  # what is remembered is looked at within a transaction, as the records are
    found: Memory | None = session.info.get(MEMORY)
    return found


@contextmanager
def passing(session: Session) -> Iterator[None]:
    """Rows that are read meanwhile are not held: a thousand that are judged together would push out those that are
    asked for by their numbers."""
    session.info[PASSING] = True
    try:
        yield
    finally:
        del session.info[PASSING]
