"""`make torture`: everything, or a part, by a seed; ends with 1 where a promise was broken."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tests.torture import (
    away,
    clocks,
    kills,
    mutants,
    page,
    power,
    process,
    records,
    restores,
    sends,
    sequences,
    stock,
    storms,
    verbs,
    years,
)
from tests.torture.figures import Figures


@dataclass(frozen=True)
class Part:
    """`n` is how often in a whole run, and of what."""

    help: str
    run: Callable[[int, int], Figures]
    n: int = 0


PARTS = {
    "kills": Part("random kills of a desk on a file", kills.run, 10_000),
    "process": Part("kills of the real process over HTTP", process.run, 100),
    "verbs": Part("every verb broken off at each of its statements", lambda n, seed: verbs.run()),
    "sends": Part("the real process killed at each commit and send of a story", lambda n, seed: sends.run()),
    "storms": Part("kills, stops and cuts of the one that leads, on PostgreSQL", storms.run, 100),
    "restores": Part("restores from a backup at any instant, on a file and on PostgreSQL", restores.run, 50),
    "sequences": Part("days handed out in disorder", sequences.run, 5_000),
    "years": Part("years in which nobody answers, against the planner", lambda n, seed: years.run(years.YEARS[:n]), 3),
    "clocks": Part("months under a clock that jumps, sleeps and stands elsewhere", clocks.run, 12),
    "away": Part("absences from a minute to three days", away.run, 40),
    "records": Part("failures of the records at a random step", records.run, 400),
    "power": Part("power cuts", power.run, 400),
    "mutants": Part("the program made wrong on purpose", lambda n, seed: mutants.run()),
    "stock": Part("the same kills for what people write instead", lambda n, seed: stock.run()),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, help="all of them, and the page, where none is named")
    parser.add_argument("--n", type=int, help="how often, where that is not to be as in a whole run")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    chosen = {asked.part: PARTS[asked.part]} if asked.part else PARTS
    is_wrong = False
    for part in chosen.values():
        figures = replace(part.run(asked.n if asked.part and asked.n else part.n, asked.seed), seed=asked.seed)
        print(figures.show(), flush=True)
        is_wrong = is_wrong or bool(figures.wrong)
        if not asked.n:  # with fewer it is for a look
            page.write([figures], datetime.now(UTC).astimezone().date())
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main())
