"""The steps of a life: each statement, each commit, each confirmation, each send; at one of them something happens."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event

Act = Callable[[sqlite3.Connection], bool]


@dataclass
class Steps:
    """`act` is done once, just before the n-th step from `arm` on, on the connection that was at work last.

    Where it returns False it is done before the next one.
    """

    database: Engine
    act: Act | None = None
    left: int = 0
    passed: int = 0
    raw: sqlite3.Connection | None = None

    def __post_init__(self) -> None:
        event.listen(self.database, "before_cursor_execute", self._statement)
        event.listen(self.database, "commit", lambda connection: self.step())

    def arm(self, n: int, act: Act | None = None) -> None:
        """0 is never."""
        self.left, self.passed, self.act = n, 0, act

    def step(self) -> None:
        self.passed += 1
        self.left -= 1
        if self.left == 0 and self.act and self.raw and not self.act(self.raw):
            self.left = 1

    def _statement(self, connection: Any, cursor: Any, *_: Any) -> None:
        self.raw = cursor.connection
        self.step()
