"""Each verb of the desk, broken off at each of its statements: all of a transaction is in the file, or nothing."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.desk import Desk
from bot.pace import Pace
from bot.traffic import Round, Sent
from bot.wire import Fate, Verdict
from services.auditing import first_broken
from tests.house import CIVIL, DIRECTOR, REGISTRAR, at
from tests.reliability.bench import MONDAY, Bench, Broken, Died, Dump, differences

MANY = 80  # statements
NOON = at("2026-03-02 12:00")
Verb = Callable[[Desk], Any]


@dataclass(frozen=True)
class Trial:
    """A verb on the records as they were saved, and how many transactions it takes."""

    saved: Path
    verb: Verb
    transactions: int = 1


@pytest.fixture(scope="module")
def updates(bench: Bench) -> list[dict[str, Any]]:
    """One batch of everything: signing, a zero report, words that fit nothing, an invitation, an outsider."""
    bench.back_to(bench.monday)
    task = _tasks(bench)
    card = bench.ask("SELECT message_id FROM outbox WHERE key LIKE 'card/%' ORDER BY id DESC LIMIT 1")[0][0]
    unknown = 6_999_999
    return [
        bench.presses(REGISTRAR, card, "sign-all", task["立案庭", "signing"]),
        bench.presses(CIVIL, card, "zero", task["民事审判庭", "roll-call"]),
        bench.says(CIVIL, "12"),
        bench.presses(CIVIL, card, "file", task["民事审判庭", "roll-call"], rev=3),
        bench.says(REGISTRAR, "大概十来个"),
        bench.presses(DIRECTOR, card, "invite", 3),
        bench.says("某人", "你好", unknown),
    ]


def _tasks(bench: Bench) -> dict[tuple[str, str], int]:
    sql = "SELECT u.name, t.form, t.id FROM task t JOIN unit u ON u.id = t.unit_id"
    return {(unit, form): number for unit, form, number in bench.ask(sql)}


@pytest.fixture
def keeping(bench: Bench, updates: list[dict[str, Any]]) -> Trial:
    return Trial(bench.monday, lambda desk: desk.keep(updates, NOON))


@pytest.fixture
def working(bench: Bench, updates: list[dict[str, Any]]) -> Trial:
    kept = _prepared(bench, "kept", bench.monday, lambda desk: desk.keep(updates, NOON))
    return Trial(kept, lambda desk: desk.work(NOON))


@pytest.fixture
def ticking(bench: Bench) -> Trial:
    """Friday's records on Monday: the week is frozen and issued, the round opens, three cards are due."""
    return Trial(bench.friday, lambda desk: _to_the_end(desk, at(MONDAY)), transactions=4)


@pytest.fixture
def settling(bench: Bench, updates: list[dict[str, Any]]) -> Trial:
    """A round that writes down every fate there is, and claims what comes next."""
    saved, claimed = _in_flight(bench, updates)
    outcomes = [_landed(n, send.outbox_id) for n, send in enumerate(claimed.sends)]
    assert len(outcomes) >= len(FATES)
    later = NOON + timedelta(seconds=10)
    return Trial(saved, lambda desk: desk.settle(outcomes, later, Pace(), ()))


@pytest.fixture
def recovering(bench: Bench, updates: list[dict[str, Any]]) -> Trial:
    return Trial(_in_flight(bench, updates)[0], lambda desk: desk.recover(NOON))


FATES = (
    Verdict(Fate.SENT, ""),
    Verdict(Fate.UNKNOWN, "reset"),
    Verdict(Fate.LATER, "429", timedelta(seconds=3)),
    Verdict(Fate.UNREACHABLE, "blocked"),
    Verdict(Fate.REFUSED, "wrong"),
)


def _landed(n: int, outbox_id: int) -> Sent:
    verdict = FATES[n % len(FATES)]
    return Sent(outbox_id, verdict, 77_000 + n if verdict.fate is Fate.SENT else None)


def _in_flight(bench: Bench, updates: list[dict[str, Any]]) -> tuple[Path, Round]:
    """Answers, news, cards and a digest on their way."""
    rounds: list[Round] = []

    def fly(desk: Desk) -> None:
        _to_the_end(desk, at(MONDAY))
        desk.keep(updates, NOON)
        desk.work(NOON)
        rounds.append(desk.settle((), NOON, Pace(), ()))

    return _prepared(bench, "in flight", bench.friday, fly), rounds[0]


def _prepared(bench: Bench, name: str, saved: Path, act: Verb) -> Path:
    bench.back_to(saved)
    desk = bench.desk()
    act(desk)
    bench.leave(desk)
    return bench.save(name)


def _to_the_end(desk: Desk, now: datetime) -> None:
    while desk.tick(now):
        continue


VERBS = ("keeping", "working", "ticking", "settling", "recovering")


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_dies_at_any_statement_leaves_all_or_nothing_and_the_next_desk_ends_it(
    verb: str, bench: Bench, request: pytest.FixtureRequest
) -> None:
    trial: Trial = request.getfixturevalue(verb)
    bench.back_to(trial.saved)
    before = bench.dump()
    whole, steps = _unbroken(bench, trial)
    between: list[Dump] = []
    for k in range(1, steps + 1, _stride(steps)):
        bench.back_to(trial.saved)
        desk = bench.desk()
        bench.breaker.arm(k, Died)
        with pytest.raises(Died):
            trial.verb(desk)
        bench.leave(desk)
        if (left := bench.dump()) in between:
            continue  # the next desk knows nothing but the file
        between.append(left)
        after = bench.desk()
        trial.verb(after)
        assert first_broken(after.session) is None
        bench.leave(after)
        assert differences(whole, bench.dump()) == {}, f"after death at statement {k} of {steps}"
    # with what was there before, and without what is there in the end, which needs no death
    assert len(between) <= trial.transactions, "something was half written"
    assert differences(before, between[0]) == {}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_fails_at_any_statement_is_done_by_the_same_desk_when_it_is_called_again(
    verb: str, bench: Bench, request: pytest.FixtureRequest
) -> None:
    trial: Trial = request.getfixturevalue(verb)
    part = _without_order if verb == "ticking" else _all
    whole, steps = _unbroken(bench, trial)
    for k in range(2, steps + 1, _stride(steps)):
        bench.back_to(trial.saved)
        desk = bench.desk()
        bench.breaker.arm(k, Broken)
        _patiently(desk, trial.verb)
        trial.verb(desk)
        assert first_broken(desk.session) is None
        bench.leave(desk)
        left = bench.dump()
        assert differences(part(whole), part(left)) == {}, f"after failure at statement {k} of {steps}"


def _all(dump: Dump) -> Dump:
    return dump


def _without_order(dump: Dump) -> Dump:
    """One failing job stops no other: what they make is the same, but for its numbers, and the digest saw less."""
    keys = [row[1] for row in dump["outbox"]]
    tasks = [row[1:11] for row in dump["task"]]
    rungs = [row[1:6] for row in dump["reminder"]]
    weeks = [row[1:4] for row in dump["digest"]]
    return {"outbox": sorted(keys), "task": sorted(tasks, key=str), "reminder": sorted(rungs), "digest": weeks}


def _stride(steps: int) -> int:
    """Each statement of a short verb; of a long one every third, or each with DUBAN_EVERY_STEP=1."""
    return 1 if steps < MANY or os.environ.get("DUBAN_EVERY_STEP") else 3


def _patiently(desk: Desk, verb: Verb) -> None:
    """As the loops do it: whatever it was, the verb is called again."""
    try:
        verb(desk)
    except Exception:  # noqa: BLE001
        return


def _unbroken(bench: Bench, trial: Trial) -> tuple[Dump, int]:
    bench.back_to(trial.saved)
    desk = bench.desk()
    bench.breaker.arm(0, Died)
    trial.verb(desk)
    steps = bench.breaker.passed
    bench.leave(desk)
    assert bench.breaker.passed > 3
    return bench.dump(), steps
