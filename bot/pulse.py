"""Signs of life of what must never stand still, and the end of the process where one of them does."""

import logging
import os
import threading
import time
from collections.abc import Callable

from bot import systemd

log = logging.getLogger(__name__)
WATCHED = ("desk", "heartbeat", "poller", "sender")
LOOK_SECONDS = 5.0
STALL_SECONDS = 120.0


class Pulse:
    """When each of them last moved, by a clock that nobody sets. Any thread may ask and tell."""

    def __init__(self) -> None:
        self._beats: dict[str, float] = {}

    def beat(self, name: str) -> None:
        self._beats[name] = time.monotonic()

    def rest(self, name: str) -> None:
        """It is ended on purpose: nobody waits for it any more."""
        self._beats.pop(name, None)

    def last(self, name: str) -> float | None:
        return self._beats.get(name)

    def age(self, name: str) -> float | None:
        """Seconds; None where it has not moved yet."""
        last = self._beats.get(name)
        return None if last is None else time.monotonic() - last


def end() -> None:
    os._exit(1)  # nothing is tidied up by a loop that hangs; what was committed is there


class Watchdog(threading.Thread):
    """In a thread of its own, since the loop itself may hang. It counts its own looks, not seconds: a machine that was
    suspended and a process that was stopped have not stalled."""

    def __init__(
        self, pulse: Pulse, end: Callable[[], None] = end, *, look: float = LOOK_SECONDS, stall: float = STALL_SECONDS
    ) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._pulse, self._end, self._look, self._most = pulse, end, look, stall / look
        self._stopped = threading.Event()
        self._seen: dict[str, tuple[float | None, int]] = {}

    def run(self) -> None:
        while not self._stopped.wait(self._look):
            if still := next((name for name in WATCHED if self._looks(name) > self._most), None):
                log.critical("the %s has not moved for %.0f s; the process ends", still, self._most * self._look)
                return self._end()
            systemd.notify("WATCHDOG=1")

    def _looks(self, name: str) -> int:
        """For how many looks it has not moved."""
        last = self._pulse.last(name)
        before, looks = self._seen.get(name, (None, 0))
        looks = looks + 1 if last is not None and last == before else 0
        self._seen[name] = last, looks
        return looks

    def stop(self) -> None:
        self._stopped.set()
