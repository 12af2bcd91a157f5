"""The program made wrong in one place at a time: whatever then passes all its tests, the tests do not see."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import HOME
from tests.torture.figures import Figures

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "data")
CAUGHT, PASSED = 1, 0  # exit codes of pytest: tests failed, all passed
RELIABILITY, STRUCTURE = "tests/reliability", "tests/structure"


class Stale(Exception):
    """The text that a mutant replaces is not there, or is there several times."""


@dataclass(frozen=True)
class Mutant:
    """`old` stands once in `file`; with `new` in its place one of `tests` must fail."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def mutated(self, folder: Path) -> str:
        text = (folder / self.file).read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise Stale(f"{self.name}: the text is {text.count(self.old)} times in {self.file}")
        return text.replace(self.old, self.new)


KEEP = "        await self._keep(raws)\n"
OFFSET = "        self._offset = max(numbers) + 1\n"
CONFIRM = (
    '        await self._wire.post(f"{self._address}/getUpdates?offset={self._offset}&timeout=0", read_timeout=5)\n'
)
KILLS = f"{RELIABILITY}/test_random_kills.py"

LOCK = Mutant(
    "the lock is not taken",
    "bot/lock.py",
    "        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
    "        fcntl.fcntl(descriptor, fcntl.F_GETFD)\n",
    (f"{STRUCTURE}/test_unit_lock.py",),
)
RETRY = Mutant(
    "a read time-out counts as not sent",
    "bot/wire.py",
    "        case NotSent() | Conflict():\n",
    "        case NotSent() | Conflict() | TimedOut():\n",
    (f"{STRUCTURE}/test_unit_wire.py",),
)
MUTANTS = (
    Mutant(
        "confirmed before it is kept",
        "bot/intake.py",
        KEEP + OFFSET,
        OFFSET + CONFIRM + KEEP,
        (f"{RELIABILITY}/test_confirmed_when_kept.py",),
    ),
    Mutant(
        "counted as received before it is kept",
        "bot/intake.py",
        KEEP + OFFSET,
        OFFSET + KEEP,
        (f"{RELIABILITY}/test_confirmed_when_kept.py",),
    ),
    Mutant(
        "sent before the claim is committed",
        "bot/desk.py",
        "        self.session.commit()\n        return found\n",
        "        self.session.flush()\n        return found\n",
        (KILLS,),
    ),
    Mutant(
        "no unique key on messages",
        "db/migrations/versions/0001_the_first_tables.py",
        "    sa.UniqueConstraint('key', name=op.f('uq_outbox_key'))\n",
        "",
        (f"{RELIABILITY}/test_once_by_key.py",),
    ),
    Mutant(
        "an update that is there is inserted again",
        "bot/keeping.py",
        '        if raw["update_id"] in present:\n',
        "        if not present:\n",
        (f"{RELIABILITY}/test_bad_updates.py",),
    ),
    Mutant(
        "NORMAL instead of FULL",
        "db/sqlite.py",
        '    "synchronous=FULL",\n',
        '    "synchronous=NORMAL",\n',
        (KILLS, f"{RELIABILITY}/test_database_faults.py::test_the_desk_writes_through_to_the_disk"),
    ),
    RETRY,
    Mutant(
        "an uncertain answer is sent again",
        "bot/settling.py",
        "    if row.rank in (Rank.EVENT, Rank.REMINDER) and row.attempt == 0:\n",
        "    if row.attempt == 0:\n",
        (KILLS, "tests/stories/test_misfortunes.py::test_an_answer_is_never_said_twice"),
    ),
    Mutant(
        "the trail is not chained",
        "services/auditing.py",
        "    row.hash = chained(last.hash if last else GENESIS, row)\n",
        "    row.hash = chained(GENESIS, row)\n",
        (f"{RELIABILITY}/test_clock.py::test_the_calm_month_has_its_reminders",),
    ),
    LOCK,
    Mutant(
        "the mac of a button is not compared",
        "bot/buttons.py",
        " if hmac.compare_digest(mac, good) else None\n",
        " if mac and good else None\n",
        (f"{STRUCTURE}/test_unit_buttons.py",),
    ),
    Mutant(
        "a press is not authorised again",
        "services/checking.py",
        "    return task.step in (Step.REVIEWING, Step.CLOSING) and person_id in reviewers.ids(office, task, hold)\n",
        "    return task.step in (Step.REVIEWING, Step.CLOSING)\n",
        (
            "tests/stories/test_review.py::test_whoever_does_not_review_has_no_button_and_a_forged_press_changes_nothing",
        ),
    ),
    Mutant(
        "escaping is left out",
        "exports/page.py",
        "    return escape(wellformed(text))\n",
        "    return wellformed(text)\n",
        ("tests/exports/test_hostile_strings.py",),
    ),
    Mutant(
        "a rung that was taken is taken again",
        "domain/ladder.py",
        "        if reached and (audience, max(reached).rung) not in sent:\n",
        "        if reached:\n",
        ("tests/domain/test_rungs.py",),
    ),
)


def run(names: tuple[str, ...] = ()) -> Figures:
    begin = time.monotonic()
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    wrong = []
    with a_copy() as folder:
        sound = sorted({test for mutant in chosen for test in mutant.tests})
        if (code := tried(folder, sound)) != PASSED:
            wrong.append(f"the tests fail without any mutant (pytest says {code})")
        survivors = [mutant for mutant in chosen if not wrong and not is_caught(folder, mutant)]
    wrong += [f"not caught: {mutant.name}" for mutant in survivors]
    found = Figures("mutants", 0, time.monotonic() - begin, wrong)
    for mutant in chosen:
        found.add(mutant.name, "NOT CAUGHT" if mutant in survivors or wrong else "caught")
    found.summary = f"{len(chosen) - len(survivors)} of {len(chosen)} mutants caught"
    return found


@contextmanager
def a_copy() -> Iterator[Path]:
    """Of the program and its tests, as they are."""
    with TemporaryDirectory() as name:
        folder = Path(name, "duban")
        shutil.copytree(HOME, folder, ignore=LEFT_OUT, symlinks=True)
        yield folder


def is_caught(folder: Path, mutant: Mutant, *options: str) -> bool:
    """Stale where the mutant is of a program that is no more; AssertionError where the tests cannot be run."""
    path = folder / mutant.file
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.mutated(folder), encoding="utf-8")
    try:
        code = tried(folder, mutant.tests, *options)
    finally:
        path.write_text(before, encoding="utf-8")
    assert code in (CAUGHT, PASSED), f"{mutant.name}: pytest says {code}"
    return code == CAUGHT


def tried(folder: Path, tests: tuple[str, ...] | list[str], *options: str) -> int:
    """The exit code of pytest in that copy."""
    environment = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *options, *tests]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode
