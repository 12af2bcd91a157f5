import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.pace import Pace
from sandbox import limits
from sandbox.errors import ApiError

START = datetime(2026, 11, 24, 1, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
PEOPLE = list(range(1, 60))
GROUPS = [-1, -2]


class Walk:
    """A bot that sends as fast as its own bucket lets it, watched by Telegram's."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.now = START
        self.pace = Pace()
        self.telegram = limits.Pace(lambda: self.now, enforced=True)
        self.sent: list[tuple[datetime, int]] = []

    def step(self, chats: list[int]) -> None:
        room, busy = self.pace.room(self.now), self.pace.busy(self.now)
        for chat in [chat for chat in dict.fromkeys(chats) if chat not in busy][: max(0, room)]:
            self.telegram.take(chat)  # ApiError 429 where the bot is too fast
            self.pace.take(chat, self.now)
            self.sent.append((self.now, chat))

    def wait(self) -> None:
        free = self.pace.next_free(self.now)
        pause = timedelta(seconds=self.chance.choice((0.001, 0.02, 0.3, 1, 5)))
        self.now = free if free and self.chance.random() < 0.7 else self.now + pause

    def most(self, window: timedelta, chat: int | None = None) -> int:
        """The most that went out within any window of this length."""
        times = [at for at, to in self.sent if chat in (None, to)]
        return max((sum(1 for at in times[i:] if at < start + window) for i, start in enumerate(times)), default=0)


@pytest.fixture(autouse=True)
def a_strict_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forgiven but what an interval loses by counting in whole microseconds."""
    monkeypatch.setattr(limits, "SLACK", 0.005)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_wants_to_be_sent_telegram_never_says_too_many(seed: int) -> None:
    walk = Walk(seed)
    for _ in range(400):
        walk.step(walk.chance.choices(PEOPLE + GROUPS * 10, k=walk.chance.randint(1, 80)))
        walk.wait()
    assert len(walk.sent) > 300
    assert walk.most(SECOND, 1) <= 4
    assert walk.most(SECOND) <= 60
    assert all(walk.most(MINUTE, group) <= 40 for group in GROUPS)


def test_a_bot_without_a_pace_of_its_own_would_be_told_so() -> None:
    walk = Walk(0)
    for _ in range(3):
        walk.telegram.take(1)
    with pytest.raises(ApiError):
        walk.telegram.take(1)


def test_one_chat_takes_three_at_once_and_then_one_a_second() -> None:
    walk = Walk(0)
    for _ in range(100):
        walk.step([1])
        walk.now += timedelta(milliseconds=100)
    assert [(at - START) / SECOND for at, _ in walk.sent[:6]] == pytest.approx([0, 0.1, 0.2, 1, 2, 3])


def test_a_group_takes_twenty_in_its_minute_and_then_one_every_three_seconds() -> None:
    walk = Walk(0)
    while walk.now < START + 3 * MINUTE:
        walk.step([-1])
        walk.now += timedelta(milliseconds=500)
    times = [(at - START) / SECOND for at, _ in walk.sent]
    assert len(times) == pytest.approx(20 + 3 * 60 / 3, abs=2)
    assert {round(later - earlier, 1) for earlier, later in pairwise(times[40:])} == {3.0}


def test_everybody_together_get_thirty_at_once_and_then_thirty_a_second() -> None:
    walk = Walk(0)
    chats = list(range(1, 400))
    while len(walk.sent) < 120:
        walk.step(chats[len(walk.sent) :])
        walk.now += timedelta(milliseconds=10)
    times = [(at - START) / SECOND for at, _ in walk.sent]
    assert times[:30] == [0.0] * 30
    assert times[30] > 0
    assert times[119] == pytest.approx(3, abs=0.1)


def test_nobody_waits_who_need_not() -> None:
    pace = Pace()
    assert (pace.room(START), pace.busy(START), pace.next_free(START)) == (30, set(), None)
    pace.take(1, START)
    assert (pace.room(START), pace.busy(START)) == (29, set())


def test_when_a_chat_is_free_again_it_is_said_so_to_the_moment() -> None:
    pace = Pace()
    for _ in range(3):
        pace.take(1, START)
    assert pace.busy(START) == {1}
    free = pace.next_free(START)
    assert free is not None
    assert pace.busy(free - timedelta(milliseconds=1)) == {1}
    assert pace.busy(free) == set()


def test_told_to_wait_nobody_is_spoken_to_until_then() -> None:
    pace = Pace()
    pace.hold(START + MINUTE)
    assert pace.room(START + MINUTE - SECOND) == 0
    assert pace.next_free(START) == START + MINUTE
    assert pace.room(START + MINUTE) == 30


def test_chats_that_were_quiet_for_long_are_forgotten() -> None:
    pace = Pace()
    for chat in range(1, 31):
        pace.take(chat, START)
    assert pace.busy(START + MINUTE) == set()
    assert pace.next_free(START + MINUTE) is None
    assert pace._chats == {}
