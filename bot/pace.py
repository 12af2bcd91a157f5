"""Telegram's limits as one stated bucket: 30 a second, 20 a minute in a group, 1 a second in a chat, 3 at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Rate:
    """So many at once, then one every `interval`."""

    burst: int
    interval: timedelta


OVERALL = Rate(30, SECOND / 30)
GROUP = Rate(20, 3 * SECOND)
CHAT = Rate(3, SECOND)


class Bucket:
    """A bucket in one instant: the one at which it is full again."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self.full_at: datetime | None = None

    def free_at(self, now: datetime) -> datetime:
        """When one more may pass: `now`, or later."""
        if self.full_at is None:
            return now
        return max(now, self.full_at - (self._rate.burst - 1) * self._rate.interval)

    def room(self, now: datetime) -> int:
        """How many may pass now."""
        if self.full_at is None or self.full_at <= now:
            return self._rate.burst
        return self._rate.burst - -(-(self.full_at - now) // self._rate.interval)

    def take(self, now: datetime) -> None:
        self.full_at = max(self.full_at or now, now) + self._rate.interval


class Pace:
    """Edits count like messages; answers to presses and command menus do not."""

    def __init__(self) -> None:
        self._all = Bucket(OVERALL)
        self._chats: dict[int, list[Bucket]] = {}
        self._held: datetime | None = None

    def take(self, chat: int, now: datetime) -> None:
        rates = (CHAT, GROUP) if chat < 0 else (CHAT,)
        for bucket in (self._all, *self._chats.setdefault(chat, [Bucket(rate) for rate in rates])):
            bucket.take(now)

    def hold(self, until: datetime) -> None:
        """Telegram asked everybody to wait."""
        self._held = max(until, self._held or until)

    def room(self, now: datetime) -> int:
        """How many may go at once to chats that are not busy."""
        return 0 if self._held and now < self._held else self._all.room(now)

    def busy(self, now: datetime) -> set[int]:
        self._forget(now)
        return {chat for chat in self._chats if self._free_at(chat, now) > now}

    def next_free(self, now: datetime) -> datetime | None:
        """When the first of those that must wait may go on; None where nobody must."""
        instants = [self._free_at(chat, now) for chat in self._chats]
        instants += [self._all.free_at(now), self._held or now]
        return min((instant for instant in instants if instant > now), default=None)

    def _free_at(self, chat: int, now: datetime) -> datetime:
        return max(bucket.free_at(now) for bucket in self._chats[chat])

    def _forget(self, now: datetime) -> None:
        for chat in [c for c, buckets in self._chats.items() if all(b.full_at and b.full_at <= now for b in buckets)]:
            del self._chats[chat]
