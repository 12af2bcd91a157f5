"""Days handed out in disorder, in batches that overlap, with repeats, with numbers that begin lower (I-02)."""

import random
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.desk import Desk
from tests.forks import FORKS
from tests.house import at
from tests.reliability.bench import Bench
from tests.reliability.day import Raw, a_day
from tests.torture.crew import IN_MEMORY, MOST_WRONG, WORKERS, hush
from tests.torture.figures import Figures

NOON = at("2026-03-02 12:00")
LOWER = 900  # by so much lower the numbers begin after a week of silence
OTHER_WORDS = "99"
WHOLE = {
    "SELECT count(*), sum(state = 'done') FROM inbox": [(8, 8)],
    "SELECT count(*) FROM task WHERE form = 'signing' AND state = 'filed'": [(3,)],
    "SELECT version, state FROM report": [(1, "filed")],
    "SELECT text FROM note": [("12",)],
    "SELECT verb, count(*) FROM audit WHERE verb IN ('sign', 'file') GROUP BY verb ORDER BY verb": [
        ("file", 1),
        ("sign", 3),
    ],
}


def run(n: int, seed: int) -> Figures:
    begin = time.monotonic()
    seeds = [f"{seed}/{number}" for number in range(n)]
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = list(pool.map(share, [seeds[worker::WORKERS] for worker in range(WORKERS)]))
    found = Figures("sequences", seed, time.monotonic() - begin, [line for _, wrong in done for line in wrong])
    told = sum(times for times, _ in done)
    found.add("days handed out in disorder and with repeats, also in other words or under lower numbers", str(told))
    found.add("effects that are missing, there twice, or of the words of a repeat", found.none)
    found.summary = f"{told:,} days in disorder: {found.none} with an effect missing or twice"
    return found


def share(seeds: list[str]) -> tuple[int, list[str]]:
    hush()
    wrong: list[str] = []
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        bench = Bench(Path(name))
        for told, seed in enumerate(seeds, 1):
            wrong += in_disorder(bench, seed)
            if len(wrong) >= MOST_WRONG:
                return told, wrong
    return len(seeds), wrong


def in_disorder(bench: Bench, seed: str) -> list[str]:
    """One day; what is not as it should be then."""
    chance = random.Random(seed)
    bench.back_to(bench.monday)
    mixed = _mixed(a_day(bench), chance)
    desk = bench.desk()
    for batch in _batches(mixed, chance):
        desk.keep(batch, NOON)
        if chance.random() < 0.5:
            _work_off(desk)
    _work_off(desk)
    bench.leave(desk)
    mine = {sql: bench.ask(sql) for sql in WHOLE}
    return [f"sequence {seed}: {sql}: {mine[sql]} for {wanted}" for sql, wanted in WHOLE.items() if mine[sql] != wanted]


def _mixed(day: list[Raw], chance: random.Random) -> list[Raw]:
    """One person's updates stay in their order, as Telegram keeps them; after some of them the numbers begin lower."""
    queues: dict[int, list[Raw]] = {}
    for raw in day:
        sender = (raw.get("message") or raw["callback_query"])["from"]["id"]
        queues.setdefault(sender, []).append(raw)
    order = [sender for sender, raws in queues.items() for _ in raws]
    chance.shuffle(order)
    since = chance.randint(0, 2 * len(day))  # for every other day it is beyond its end
    taken = [queues[sender].pop(0) for sender in order]
    return [raw | {"update_id": raw["update_id"] - LOWER * (n >= since)} for n, raw in enumerate(taken)]


def _batches(mixed: list[Raw], chance: random.Random) -> Iterator[list[Raw]]:
    """They overlap; what came before comes again as it was, or in other words under its number."""
    done = 0
    while done < len(mixed):
        again = mixed[max(0, done - chance.randint(0, 3)) : done]
        if chance.random() < 0.5:
            again = [_in_other_words(raw) for raw in again]
        step = chance.randint(1, 4)
        yield [*again, *mixed[done : done + step]]
        done += step
    yield chance.sample(mixed, len(mixed)) * 2


def _in_other_words(raw: Raw) -> Raw:
    return raw | {"message": raw["message"] | {"text": OTHER_WORDS}} if "message" in raw else raw


def _work_off(desk: Desk) -> None:
    while desk.work(NOON).handled:
        continue
