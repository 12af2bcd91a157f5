"""What Telegram, or somebody in its name, hands out: repeats, disorder, poison. Nobody suffers for another's update.

DUBAN_SEQUENCES=500 hands out so many days in disorder, and `make torture` 5,000; DUBAN_UPDATES=10000 so many updates,
one in a hundred of them poison.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.desk import Desk
from bot.pace import Pace
from bot.rendering import reference
from tests.house import CIVIL, DIRECTOR, REGISTRAR, at
from tests.reliability.bench import Bench, differences
from tests.reliability.day import Raw, a_day
from tests.torture.sequences import in_disorder

NOON = at("2026-03-02 12:00")
SEEDS = range(int(os.environ.get("DUBAN_SEQUENCES", "25")))
UPDATES = int(os.environ.get("DUBAN_UPDATES", "100"))


@pytest.fixture
def desk(bench: Bench) -> Iterator[Desk]:
    bench.back_to(bench.monday)
    desk = bench.desk()
    yield desk
    bench.leave(desk)


def work_off(desk: Desk) -> None:
    while desk.work(NOON).handled:
        continue


def told(desk: Desk) -> dict[int, list[str]]:
    """Chat → what is said there, everything that waits sent off."""
    found: dict[int, list[str]] = {}
    now, flying = NOON, desk.settle((), NOON, Pace(), ())
    for send in flying.sends:
        found.setdefault(send.chat_id, []).append(str(send.call.get("text") or send.call.get("caption")))
    assert now == NOON
    return found


def test_repeats_in_one_batch_and_in_later_ones_change_nothing(bench: Bench, desk: Desk) -> None:
    day = a_day(bench)
    desk.keep(day, NOON)
    work_off(desk)
    once = bench.dump()
    for batch in ([*day, *day], [day[-1]], list(reversed(day))):
        desk.keep(batch, NOON)
        work_off(desk)
    assert differences(once, bench.dump()) == {}
    bench.back_to(bench.monday)
    other = bench.desk()
    other.keep([raw for raw in day for _ in range(3)], NOON)
    work_off(other)
    bench.leave(other)
    assert differences(once, bench.dump()) == {}


def test_a_number_that_comes_again_with_other_words_is_a_repeat(bench: Bench, desk: Desk) -> None:
    first, second = bench.says(CIVIL, "应填12人，已填12人，记录0条"), bench.says(CIVIL, "应填99人，已填9人，记录9条")
    desk.keep([first], NOON)
    desk.keep([second | {"update_id": first["update_id"]}], NOON)
    work_off(desk)
    assert bench.ask("SELECT text FROM note") == [("应填12人，已填12人，记录0条",)]


def test_numbers_that_begin_lower_after_a_week_are_no_repeats(bench: Bench, desk: Desk) -> None:
    desk.keep([bench.says(CIVIL, "你好") | {"update_id": 900_000}], NOON)
    desk.keep([bench.says(CIVIL, "12 12 0") | {"update_id": 17}], NOON)
    work_off(desk)
    assert [state for (state,) in bench.ask("SELECT state FROM inbox ORDER BY id")] == ["done", "done"]


@pytest.mark.parametrize("seed", SEEDS)
def test_batches_in_disorder_give_each_update_its_effect_once(seed: int, bench: Bench) -> None:
    assert in_disorder(bench, str(seed)) == []


def malformed(bench: Bench, title: str) -> Raw:
    """The library does not read it: a press without its chat's number."""
    raw = bench.presses(title, 1, "people", 1)
    del raw["callback_query"]["chat_instance"]
    return raw


def failing(bench: Bench, title: str) -> Raw:
    """The handler does not bear it: a good button of a post that is not there."""
    return bench.presses(title, 1, "invite", 999_999)


@pytest.mark.parametrize("poison", [malformed, failing])
@pytest.mark.parametrize("place", [0, 50, 99])
def test_one_poisoned_update_among_a_hundred_holds_up_nobody_and_its_sender_is_told(
    poison: Any, place: int, bench: Bench, desk: Desk
) -> None:
    good = [bench.says(CIVIL, f"第 {n} 句") for n in range(99)]
    bad = poison(bench, DIRECTOR)
    batch = [*good[:place], bad, *good[place:]]
    desk.keep(batch, NOON)
    answers = desk.work(NOON).answers
    assert bench.ask("SELECT update_id, state FROM inbox WHERE state <> 'done'") == [(bad["update_id"], "aside")]
    assert bench.ask("SELECT count(*) FROM outbox WHERE key LIKE 'reply/%'")[0][0] >= 99
    ((number, told_reference),) = bench.ask("SELECT id, reference FROM inbox WHERE state = 'aside'")
    assert told_reference == reference(number)
    assert any(told_reference in text for text in told(desk)[bench.ids[DIRECTOR]])
    assert [answer.callback_id for answer in answers] == [bad["callback_query"]["id"]], "the press is left turning"
    work_off(desk)
    assert bench.ask("SELECT count(*) FROM outbox WHERE key LIKE 'aside/%'") == [(1,)]


def test_one_in_a_hundred_is_poison_and_no_other_is_lost(bench: Bench, desk: Desk) -> None:
    chance = random.Random(UPDATES)
    bad = {chance.randrange(n, n + 100) for n in range(0, UPDATES, 100)}
    day = [chance.choice((malformed, failing))(bench, DIRECTOR) if n in bad else bench.says(CIVIL, f"第 {n} 句")
           for n in range(UPDATES)]  # fmt: skip
    for start in range(0, UPDATES, 100):
        desk.keep(day[start : start + 100], NOON)
        work_off(desk)
    states = dict(bench.ask("SELECT update_id, state FROM inbox"))
    assert states == {raw["update_id"]: "aside" if n in bad else "done" for n, raw in enumerate(day)}


@pytest.mark.parametrize(
    "odd",
    [
        *({"update_id": number} for number in (2**70, -1, None, "7", [1])),
        *({}, [], None, "text"),
        {"update_id": 900, "message": {"from": {"id": 2**70}}},
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_update_that_the_records_cannot_take_is_passed_over_and_no_other_with_it(
    odd: Any, place: int, bench: Bench, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    good = [bench.says(CIVIL, "你好"), bench.says(REGISTRAR, "你好")]
    desk.keep([*good[:place], odd, *good[place:]], NOON)
    work_off(desk)
    assert bench.ask("SELECT update_id, state FROM inbox") == [(raw["update_id"], "done") for raw in good]
    assert "passed over" in caplog.text


def test_what_was_set_aside_left_nothing_else_behind(bench: Bench, desk: Desk) -> None:
    before = bench.dump()
    desk.keep([failing(bench, DIRECTOR)], NOON)
    work_off(desk)
    changed = differences(before, bench.dump())
    assert set(changed) == {"inbox", "outbox"}
    assert [len(rows) for rows in changed["outbox"]] == [1, 0]


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"message": None},
        {"message": {}},
        {"message": {"from": {"id": "7000042"}, "chat": {"id": "x"}}},
        {"message": {"from": {}, "chat": {"id": 1}, "text": "a"}},
        {"callback_query": {"id": "1", "from": {"id": 7000023}}},
        {"callback_query": {}},
        {"my_chat_member": {"chat": {"id": -5, "type": "group"}}},
        {"something_new": {"from": {"id": 7000023, "is_bot": False, "first_name": "x"}}},
        {"edited_message": {"from": {"id": 7000023}}},
        {"message": {"from": {"id": 7000023, "is_bot": False, "first_name": "x"}, "chat": {"id": 7000023}}},
        {"message": [1, 2]},
        {"poll": "text"},
    ],
)
def test_an_update_in_no_known_shape_is_kept_and_gets_by(raw: Raw, bench: Bench, desk: Desk, tmp_path: Path) -> None:
    odd = {"update_id": 5_000_000} | raw
    desk.keep([bench.says(CIVIL, "12 12 0"), odd, bench.says(CIVIL, "你好")], NOON)
    work_off(desk)
    states = dict(bench.ask("SELECT update_id, state FROM inbox"))
    assert len(states) == 3
    assert [state for number, state in states.items() if number != 5_000_000] == ["done", "done"]
    assert states[5_000_000] in ("done", "aside")
