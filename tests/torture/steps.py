"""The steps of a life: each statement, each commit, each confirmation, each end of a send; at one of them it happens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event


@dataclass
class Steps:
    """`act` is done once, just before the n-th step from `arm` on; where it returns True, at the next one again."""

    database: Engine
    act: Callable[[], bool | None] = lambda: None
    left: int = 0
    passed: int = 0

    def __post_init__(self) -> None:
        event.listen(self.database, "before_cursor_execute", lambda *args: self.step())
        event.listen(self.database, "commit", lambda connection: self.step())

    def arm(self, n: int, act: Callable[[], bool | None]) -> None:
        """0 is never."""
        self.left, self.passed, self.act = n, 0, act

    def step(self, *_: Any) -> None:
        self.passed += 1
        self.left -= 1
        if self.left == 0 and self.act():
            self.left = 1
