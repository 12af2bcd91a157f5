"""Plays days without a loop: the same four verbs, a clock that moves from one due instant to the next.

`rehearse` plays a copy of the records into a list of lines; the sandbox is set up by playing into its own Telegram.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Protocol

from bot.clock import MovableClock
from bot.desk import Desk
from bot.pace import Pace
from bot.traffic import Fetch, Fetched, Send, Sent
from bot.wire import Fate, Verdict

SENT = Verdict(Fate.SENT, "")
Act = Callable[[], None]


class Outside(Protocol):
    """Telegram, and the people behind it."""

    def send(self, send: Send) -> int | None:
        """Takes a call; the message's id where it makes or changes one."""

    def fetch(self, fetch: Fetch) -> bytes:
        """The bytes of a file."""

    def updates(self) -> list[dict[str, Any]]:
        """What people did since the last time; taken by this."""


@dataclass
class Play:
    """`keep_file` gives the hash under which a file's bytes are kept."""

    desk: Desk
    clock: MovableClock
    outside: Outside
    keep_file: Callable[[bytes], str]
    pace: Pace = field(default_factory=Pace)
    _acts: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)

    def later(self, at: datetime, act: Act) -> None:
        """Somebody will do something at this instant."""
        heapq.heappush(self._acts, (at, next(self._numbers), act))

    def run(self, until: datetime) -> None:
        """Every due instant up to `until`, then `until` itself."""
        self.settle_down()
        while (instant := self._next()) and instant <= until:
            self.clock.move_to(instant)
            while self._acts and self._acts[0][0] <= instant:
                heapq.heappop(self._acts)[2]()
            self.settle_down()
        self.clock.move_to(until)

    def _next(self) -> datetime | None:
        acts = [self._acts[0][0]] if self._acts else []
        return min((t for t in (*acts, self.desk.next_due(self.clock.now())) if t), default=None)

    def settle_down(self) -> None:
        """Until nothing that has come is unhandled and nothing that may go is unsent."""
        outcomes: list[Sent | Fetched] = []
        first = True
        while True:
            now = self.clock.now()
            raws = self.outside.updates()
            if raws:
                self.desk.keep(raws, now)
            if raws or first:
                self._think(now)
                first = False
            done = self.desk.settle(outcomes, now, self.pace, ())
            outcomes = [self._send(send) for send in done.sends] + [self._fetch(fetch) for fetch in done.fetches]
            if not outcomes and not raws:
                if done.wake is None or done.wake > now + timedelta(minutes=2) or not self.desk.has_pending(now):
                    return
                self.clock.move_to(done.wake)  # the pace asks for a moment's patience

    def _think(self, now: datetime) -> None:
        while self.desk.work(now).handled:
            continue
        while self.desk.tick(now):
            continue

    def _send(self, send: Send) -> Sent:
        return Sent(send.outbox_id, SENT, self.outside.send(send))

    def _fetch(self, fetch: Fetch) -> Fetched:
        content = self.outside.fetch(fetch)
        return Fetched(fetch.of, fetch.id, self.keep_file(content), len(content))
