"""Each verb of the desk, broken off at each of its statements: all of a transaction is in the file, or nothing."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.desk import Desk
from bot.pace import Pace
from bot.traffic import Round, Sent
from bot.wire import Fate, Verdict
from services.auditing import first_broken
from tests.forks import FORKS
from tests.house import CIVIL, DIRECTOR, REGISTRAR, at
from tests.reliability.bench import MONDAY, Bench, Broken, Died, Dump, differences
from tests.reliability.day import Raw, card, task
from tests.torture.crew import IN_MEMORY, WORKERS, hush
from tests.torture.figures import Figures

NOON = at("2026-03-02 12:00")
Verb = Callable[[Desk], Any]
Broke = tuple[int, list[str]]  # how often a verb was broken off, and what was wrong then


@dataclass(frozen=True)
class Trial:
    """A verb on the records as they were saved, and how many transactions it takes."""

    saved: Path
    verb: Verb
    transactions: int = 1


def run() -> Figures:
    """Every statement of every verb."""
    begin = time.monotonic()
    tries = [(how, verb) for how in HOW for verb in VERBS]
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = list(pool.map(every, tries))
    found = Figures("verbs", 0, time.monotonic() - begin, [line for _, wrong in done for line in wrong])
    for how in HOW:
        number = sum(times for (one, _), (times, _) in zip(tries, done, strict=True) if one == how)
        found.add(f"verbs of the desk that {how} at a statement, each of them at each", str(number))
    found.add("half written, lost or done twice", found.none)
    found.summary = f"{sum(times for times, _ in done):,} verbs broken off, at every statement: {found.none} half done"
    return found


def every(trial: tuple[str, str]) -> Broke:
    hush()
    how, verb = trial
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        bench = Bench(Path(name))
        return HOW[how](bench, verb, lambda steps: 1)


def dies(bench: Bench, verb: str, stride: Callable[[int], int]) -> Broke:
    """At each statement, or by a stride that hangs on how many there are; the next desk ends what was begun."""
    trial = VERBS[verb](bench)
    bench.back_to(trial.saved)
    before = bench.dump()
    whole, steps = _unbroken(bench, trial)
    between: list[Dump] = []
    at_each = range(1, steps + 1, stride(steps))
    wrong: list[str] = []
    for k in at_each:
        bench.back_to(trial.saved)
        if not _broken_off(bench, trial, k):
            wrong.append(f"{verb} does not die at statement {k} of {steps}")
        if (left := bench.dump()) in between:
            continue  # the next desk knows nothing but the file
        between.append(left)
        wrong += _ended(bench, bench.desk(), trial, whole, f"{verb} after death at statement {k} of {steps}")
    # with what was there before, and without what is there in the end, which needs no death
    if len(between) > trial.transactions:
        wrong.append(f"{verb}: {len(between)} states are left by {trial.transactions} transactions")
    if differences(before, between[0]):
        wrong.append(f"{verb}: something is written before anything is committed")
    return len(at_each), wrong


def _broken_off(bench: Bench, trial: Trial, k: int) -> bool:
    desk = bench.desk()
    bench.breaker.arm(k, Died)
    try:
        trial.verb(desk)
    except Died:
        return True
    finally:
        bench.leave(desk)
    return False


def fails(bench: Bench, verb: str, stride: Callable[[int], int]) -> Broke:
    """The same desk does it when it is called again."""
    trial = VERBS[verb](bench)
    part = _without_order if verb == "ticking" else _all
    whole, steps = _unbroken(bench, trial)
    at_each = range(2, steps + 1, stride(steps))
    wrong = []
    for k in at_each:
        bench.back_to(trial.saved)
        desk = bench.desk()
        bench.breaker.arm(k, Broken)
        _patiently(desk, trial.verb)
        wrong += _ended(bench, desk, trial, whole, f"{verb} after failure at statement {k} of {steps}", part)
    return len(at_each), wrong


def _all(dump: Dump) -> Dump:
    return dump


def _ended(
    bench: Bench, desk: Desk, trial: Trial, whole: Dump, when: str, part: Callable[[Dump], Dump] = _all
) -> list[str]:
    """What is otherwise than where nothing was broken off, once this desk has done it to its end."""
    trial.verb(desk)
    broken = first_broken(desk.session)
    bench.leave(desk)
    other = differences(part(whole), part(bench.dump()))
    return [f"{when}: the trail is broken at {broken}"] * (broken is not None) + [
        f"{when}: {table} has {len(more)} rows too many, {len(less)} are missing"
        for table, (more, less) in other.items()
    ]


def _without_order(dump: Dump) -> Dump:
    """One failing job stops no other: what they make is the same, but for its numbers, and the digest saw less."""
    keys = [row[1] for row in dump["outbox"]]
    tasks = [row[1:11] for row in dump["task"]]
    rungs = [row[1:6] for row in dump["reminder"]]
    weeks = [row[1:4] for row in dump["digest"]]
    return {"outbox": sorted(keys), "task": sorted(tasks, key=str), "reminder": sorted(rungs), "digest": weeks}


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


HOW = {"die": dies, "fail": fails}


# the verbs


def updates(bench: Bench) -> list[Raw]:
    """One batch of everything: signing, a zero report, words that fit nothing, an invitation, an outsider."""
    bench.back_to(bench.monday)
    roll, shown = task(bench, "民事审判庭", "roll-call"), card(bench, CIVIL)
    return [
        bench.presses(REGISTRAR, shown, "sign-all", task(bench, "立案庭", "signing")),
        bench.presses(CIVIL, shown, "zero", roll),
        bench.says(CIVIL, "12"),
        bench.presses(CIVIL, shown, "file", roll, rev=3),
        bench.says(REGISTRAR, "大概十来个"),
        bench.presses(DIRECTOR, shown, "invite", 3),
        bench.says("某人", "你好", 6_999_999),
    ]


def keeping(bench: Bench) -> Trial:
    raws = updates(bench)
    return Trial(bench.monday, lambda desk: desk.keep(raws, NOON))


def working(bench: Bench) -> Trial:
    raws = updates(bench)
    kept = _prepared(bench, "kept", bench.monday, lambda desk: desk.keep(raws, NOON))
    return Trial(kept, lambda desk: desk.work(NOON))


def ticking(bench: Bench) -> Trial:
    """Friday's records on Monday: the week is frozen and issued, the round opens, three cards are due."""
    return Trial(bench.friday, lambda desk: _to_the_end(desk, at(MONDAY)), transactions=4)


def settling(bench: Bench) -> Trial:
    """A round that writes down every fate there is, and claims what comes next."""
    saved, claimed = _in_flight(bench, updates(bench))
    outcomes = [_landed(n, send.outbox_id) for n, send in enumerate(claimed.sends)]
    assert len(outcomes) >= len(FATES)
    later = NOON + timedelta(seconds=10)
    return Trial(saved, lambda desk: desk.settle(outcomes, later, Pace(), ()))


def recovering(bench: Bench) -> Trial:
    return Trial(_in_flight(bench, updates(bench))[0], lambda desk: desk.recover(NOON))


VERBS: dict[str, Callable[[Bench], Trial]] = {
    verb.__name__: verb for verb in (keeping, working, ticking, settling, recovering)
}
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


def _in_flight(bench: Bench, raws: Iterable[Raw]) -> tuple[Path, Round]:
    """Answers, news, cards and a digest on their way."""
    rounds: list[Round] = []

    def fly(desk: Desk) -> None:
        _to_the_end(desk, at(MONDAY))
        desk.keep(list(raws), NOON)
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
