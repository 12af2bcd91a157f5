"""The only now()."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """An aware instant in UTC."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """The sandbox's clock: runs on from where it was set, or stands still. It is never set back."""

    def __init__(self, start: datetime, running: bool = True) -> None:
        self._start = start
        self._running = running
        self._since = time.monotonic()

    def now(self) -> datetime:
        passed = time.monotonic() - self._since if self._running else 0.0
        return self._start + timedelta(seconds=passed)

    def move_to(self, instant: datetime) -> None:
        self._start = max(instant, self.now())
        self._since = time.monotonic()
