"""The records fail in the middle of a story: locked, full, read-only, not allowed to grow. They heal, all goes on."""

import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from sqlalchemy.exc import OperationalError

from bot.desk import Desk
from tests.reliability.troubles import Bounded, Full, Locked, ReadOnly, Trouble
from tests.torture.crew import Tally, share
from tests.torture.figures import Figures
from tests.torture.lives import Stage, Testimony, extra_copies

TROUBLES: tuple[type[Trouble], ...] = (Locked, Full, ReadOnly, Bounded)
REFUSALS = 3  # after which it heals
VERBS = ("keep", "work", "tick", "settle", "recover", "next_due", "has_pending")


def run(n: int, seed: int) -> Figures:
    begin = time.monotonic()
    tally = share(tell, n, seed)
    found = Figures("records", seed, time.monotonic() - begin, tally.wrong)
    found.add(
        "records locked, full, read-only or bounded at a random step", f"{tally.times} stories, {tally.met} felt it"
    )
    found.add("lost, done twice, sent twice, or not healed alone", found.none)
    found.summary = f"{tally.met} failures of the records: {found.none} lost"
    return found


class Patient:
    """A desk whose caller tries again, as the loops of the house do it."""

    def __init__(self, desk: Desk, felt: Path) -> None:
        self._desk, self._felt = desk, felt
        self.trouble: Trouble | None = None
        self._refusals = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._desk, name)
        return self._insistent(name, found) if name in VERBS else found

    def _insistent(self, name: str, verb: Callable[..., Any]) -> Callable[..., Any]:
        def insist(*args: Any) -> Any:
            while True:
                try:
                    done = verb(*args)
                except OperationalError:
                    self._refused()
                    continue
                if name == "tick" and self.trouble is not None:  # a job that failed has its turn at the next beat
                    self._refused()
                    return True
                return done

        return insist

    def _refused(self) -> None:
        assert self.trouble is not None, "refused, and nothing is the matter"
        self._refusals += 1
        self._felt.touch()
        if self._refusals == REFUSALS:
            self.trouble.heal()
            self.trouble = None


def tell(stage: Stage, tally: Tally, seed: str) -> None:
    """One story with one trouble in it."""
    chance = random.Random(seed)
    story, trouble = chance.choice(stage.stories), chance.choice(TROUBLES)()
    step = chance.randint(1, stage.twins[story.name].steps)
    felt = stage.bench.folder / "felt"
    felt.unlink(missing_ok=True)

    def disturb(desk: Desk) -> Desk:
        patient = Patient(desk, felt)

        def begin(raw: sqlite3.Connection) -> bool:
            begun = trouble.begin(raw, stage.bench.records)
            patient.trouble = trouble if begun else None
            return begun

        stage.steps.arm(step, begin)
        return cast(Desk, patient)

    stage.begin(story)
    assert stage.life(story, 0, disturb), "it was killed"
    seen = Testimony(stage.bench.folder)
    stage.read(seen)
    tally.stories += 1
    tally.times += 1
    tally.met += felt.exists()
    wrong = stage.complaints(story, seen)
    if extra_copies(seen):
        wrong.append("somebody got a message twice")
    tally.wrong += [f"story {seed} ({story.name}, {type(trouble).__name__}): {fault}" for fault in wrong]
