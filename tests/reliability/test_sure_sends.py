"""Where Telegram says what became of each message, none is sent twice. DUBAN_SENDS=20000 sends so many."""

import os
import random
from collections import Counter
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from bot.pace import Pace
from bot.traffic import Sent
from bot.wire import Fate, NotSent, Verdict, classify
from services.office import Office
from services.saying import Rank, say
from tests.house import at
from tests.reliability.bench import SEATED, Bench

SENDS = int(os.environ.get("DUBAN_SENDS", "300"))
AGAIN = (RetryAfter(timedelta(seconds=3)), NotSent("no line"), Conflict("another"), InvalidToken("Unauthorized"))
FINAL = (Forbidden("bot was blocked by the user"), BadRequest("PHOTO_INVALID_DIMENSIONS"))


def test_no_message_is_sent_twice_where_nothing_is_in_doubt(bench: Bench) -> None:
    bench.back_to(bench.friday)
    desk, chance, now = bench.desk(), random.Random(SENDS), at("2026-02-27 12:00")

    def ask(office: Office) -> None:
        for n in range(SENDS):
            chat = bench.ids[SEATED[n % len(SEATED)]]
            say(office, chat, "sentence", {"code": "room-lost"}, key=f"sure/{n}", rank=Rank.EVENT)

    desk.call(ask, now, "sure")
    mine = {row for (row,) in bench.ask("SELECT id FROM outbox WHERE key LIKE 'sure/%'")}
    taken: Counter[int] = Counter()
    outcomes: list[Sent] = []
    while True:
        done = desk.settle(outcomes, now, Pace(), ())
        if not done.sends and not bench.ask("SELECT 1 FROM outbox WHERE state = 'pending' LIMIT 1"):
            break
        outcomes = []
        for send in done.sends:
            luck = chance.random()
            error = chance.choice(AGAIN) if luck < 0.2 else chance.choice(FINAL) if luck < 0.22 else None
            verdict = classify(error) if error else Verdict(Fate.SENT, "")
            taken[send.outbox_id] += verdict.fate is Fate.SENT
            outcomes.append(Sent(send.outbox_id, verdict, 1000 + send.outbox_id))
        now += timedelta(seconds=5)
    states = dict(bench.ask("SELECT id, state FROM outbox"))
    assert all(taken[row] == (states[row] == "sent") for row in mine)
    assert {states[row] for row in mine} == {"sent", "dead", "unreachable"}
    assert bench.ask("SELECT count(*) FROM audit WHERE verb = 'uncertain'") == [(0,)]
    bench.leave(desk)


@pytest.mark.parametrize("code", [3, 60])
def test_the_longest_wait_that_was_asked_for_counts(code: int) -> None:
    pace, now = Pace(), at("2026-02-27 12:00")
    pace.hold(now + timedelta(seconds=60))
    pace.hold(now + timedelta(seconds=code))
    assert pace.room(now + timedelta(seconds=59)) == 0
    assert pace.room(now + timedelta(seconds=60)) > 0
