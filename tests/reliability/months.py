"""A month in which nobody answers, lived through by a host whose clock lies."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count

from bot.clock import MovableClock
from bot.play import Play
from bot.rehearse import Ledger, Line
from services.auditing import first_broken
from tests.house import at
from tests.reliability.bench import FRIDAY, Bench

LAST = at("2026-03-27 20:00")  # a round opened, chased and shown, four digests; New York has put its clocks on
BEAT, AWAKE = timedelta(minutes=30), range(6, 20)
FARTHEST = 90  # minutes
NAP, DROWSY = timedelta(hours=8), 0.02
MORNING = range(8, 11)  # who falls asleep then may miss all of an office day: tests/torture/away.py is about that


class Jumpy(MovableClock):
    """Unlike the sandbox's it is set back too, as an operator or a time server does it."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start, running=False)
        self._true, self._off = start, timedelta(0)

    def now(self) -> datetime:
        return self._true + self._off

    def move_to(self, instant: datetime) -> None:
        self._true = max(self._true, instant - self._off)

    @property
    def off(self) -> int:
        """Minutes."""
        return int(self._off.total_seconds()) // 60

    def jump(self, minutes: int) -> None:
        self._off = timedelta(minutes=minutes)


@contextmanager
def host_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def beat_after(instant: datetime) -> datetime:
    """By night every tenth will do; the first of the morning is never slept through."""
    if instant.hour in AWAKE:
        return instant + BEAT
    morning = instant.replace(hour=AWAKE.start, minute=0) + timedelta(days=instant.hour >= AWAKE.stop)
    return min(instant + 10 * BEAT, morning)


class Month:
    """Nobody answers from Friday, 27 February to the last of March; beats come every half hour.

    With a seed the clock jumps; with `sleeps` the machine is suspended at times, and wakes up eight hours later;
    `away` is from when to when it is off.
    """

    def __init__(
        self,
        bench: Bench,
        zone: str,
        seed: int | None,
        *,
        sleeps: bool = False,
        away: tuple[datetime, datetime] | None = None,
    ) -> None:
        bench.back_to(bench.friday)
        desk = bench.desk()
        clock = Jumpy(at(FRIDAY))
        names = {number: title for title, number in bench.ids.items()}
        ledger = Ledger(desk, clock, names, _numbers=count(1))
        play = Play(desk, clock, ledger, lambda content: "0" * 64)
        chance = random.Random(seed)
        self.jumps = self.naps = 0
        with host_in(zone):
            instant = at(FRIDAY)
            while instant < LAST:
                instant = beat_after(instant)
                if away and away[0] <= instant < away[1]:
                    instant = away[1]
                if sleeps and instant.hour not in MORNING and chance.random() < DROWSY:
                    instant, self.naps = instant + NAP, self.naps + 1
                before = clock.off
                clock.jump(0)
                clock.move_to(instant)
                off = chance.choice((-FARTHEST, 0, FARTHEST)) if seed else 0
                self.jumps += off != before
                clock.jump(off)
                play.settle_down()
        assert first_broken(desk.session) is None
        bench.leave(desk)
        self.lines: list[Line] = ledger.lines
        self.reminders = bench.ask("SELECT task_id, rung, audience, person_id, on_date FROM reminder ORDER BY 1, 2, 3")
        self.digests = bench.ask("SELECT number, week, state FROM digest ORDER BY 1")
        self.tasks = bench.ask(
            "SELECT unit_id, assignment_id, cadence, period, opens, due FROM task ORDER BY 1, 2, 3, 4"
        )
        self.open = bench.ask("SELECT kind, state FROM outbox WHERE state NOT IN ('sent', 'dropped')")

    def said(self, but: str = "") -> Counter[tuple[str, str, str, str]]:
        """Day, to whom, what kind, about what; `but` is a kind that is left out."""
        return Counter((line.at[:10], line.to, line.kind, line.subject) for line in self.lines if line.kind != but)
