"""Telegram's sizes, and its pace as one stated bucket."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.errors import ApiError

TEXT = 4096
CAPTION = 1024
CALLBACK_DATA_BYTES = 64
BUTTONS = 100
BUTTONS_A_ROW = 8
CALLBACK_ANSWER = 200
COMMANDS = 100
DOWNLOAD_BYTES = 20 << 20
UPLOAD_BYTES = 50 << 20
ALBUM = (2, 10)
PHOTO_BYTES = 10 << 20
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
UPDATES_KEPT = timedelta(hours=24)
DELETABLE_FOR = timedelta(hours=48)
# Not documented; reports lie between 5 and 20 seconds.
QUERY_LIVES = timedelta(seconds=15)


@dataclass(frozen=True)
class Rate:
    """`burst` at once, then `count` in `seconds`, evenly."""

    burst: int
    count: int
    seconds: int

    @property
    def interval(self) -> float:
        return self.seconds / self.count


OVERALL = Rate(burst=30, count=30, seconds=1)
GROUP = Rate(burst=20, count=20, seconds=60)
CHAT = Rate(burst=3, count=1, seconds=1)
# A client that keeps the same bucket sees its requests arrive a little closer together than it sent them.
SLACK = 0.25


class Bucket:
    """One bucket in one number: the instant at which it is full again."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._full_at = -math.inf

    def wait(self, now: float) -> float:
        """Seconds until one more may pass; 0 when it may now."""
        wait = self._full_at - now - (self._rate.burst - 1) * self._rate.interval
        return max(0.0, wait) if wait > SLACK else 0.0

    def take(self, now: float) -> None:
        self._full_at = max(self._full_at, now) + self._rate.interval


class Pace:
    """30/s overall, 20/min a group, 1/s a chat with a burst of 3. Refused calls cost nothing."""

    def __init__(self, now: Callable[[], datetime], enforced: bool) -> None:
        self._now = now
        self._enforced = enforced
        self._latest = -math.inf
        self._buckets: dict[tuple[str, int], Bucket] = {}

    def take(self, chat: int, messages: int = 1) -> None:
        """An album goes through where one message would, and costs as many as it holds."""
        if not self._enforced:
            return
        now = self._now().timestamp()
        if now < self._latest:  # the clock was put back; what was measured against it means nothing now
            self._buckets.clear()
        self._latest = now
        buckets = self._of(chat)
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
        for bucket in buckets * messages:
            bucket.take(now)

    def _of(self, chat: int) -> list[Bucket]:
        wanted = [("overall", 0, OVERALL), ("chat", chat, CHAT), *([("group", chat, GROUP)] if chat < 0 else [])]
        return [self._buckets.setdefault((name, key), Bucket(rate)) for name, key, rate in wanted]
