"""A month under a host's clock that jumps by an hour and a half, sleeps eight hours and stands in another zone."""

import random
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forks import FORKS
from tests.reliability.bench import Bench
from tests.reliability.months import Month
from tests.torture.crew import IN_MEMORY, WORKERS
from tests.torture.figures import Figures

ZONES = ("UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Kiritimati")


def run(n: int, seed: int) -> Figures:
    """`n` months."""
    begin = time.monotonic()
    seeds = [f"{seed}/{number}" for number in range(n)]
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = list(pool.map(share, [seeds[worker::WORKERS] for worker in range(WORKERS)]))
    found = Figures("clocks", seed, time.monotonic() - begin, [line for _, _, wrong in done for line in wrong])
    found.add("jumps of the clock by 90 or 180 minutes", f"{sum(jumps for jumps, _, _ in done)} in {n} months")
    found.add("suspended for eight hours", f"{sum(naps for _, naps, _ in done)} times")
    found.add("reminders, digests or tasks lost, twice, or on another day", found.none)
    found.summary = (
        f"{sum(jumps for jumps, _, _ in done):,} jumps, {sum(naps for _, naps, _ in done)} suspends: {found.none} other"
    )
    return found


def share(seeds: list[str]) -> tuple[int, int, list[str]]:
    """Jumps, naps, and what was otherwise than in a calm month."""
    jumps = naps = 0
    wrong: list[str] = []
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        bench = Bench(Path(name))
        calm = Month(bench, "Asia/Shanghai", None)
        assert calm.reminders
        for seed in seeds:
            chance = random.Random(seed)
            zone, sleeps = chance.choice(ZONES), chance.random() < 0.5
            month = Month(bench, zone, chance.randint(1, 10**9), sleeps=sleeps)
            jumps, naps = jumps + month.jumps, naps + month.naps
            wrong += [f"month {seed} in {zone}: other {what}" for what in other_than(calm, month)]
    return jumps, naps, wrong


def other_than(calm: Month, month: Month) -> list[str]:
    found = [what for what in ("reminders", "digests", "tasks", "open") if getattr(month, what) != getattr(calm, what)]
    if month.said("digest-draft") != calm.said("digest-draft"):
        found.append("messages")
    return found
