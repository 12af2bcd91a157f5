"""Power cuts: what was committed is on the disk, whatever of the rest is (I-12)."""

import json
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event

from bot.desk import Desk
from tests.forks import FORKS
from tests.reliability.bench import differences, dump
from tests.torture import disk
from tests.torture.figures import Figures
from tests.torture.lives import Stage

CUTS = 10  # in one story


def run(n: int, seed: int) -> Figures:
    begin = time.monotonic()
    if disk.library() is None:
        return Figures(
            "power", seed, 0.0, rows=[("not run", "SQLite is no library of its own here")], summary="not run"
        )
    with TemporaryDirectory() as name:
        process = FORKS.Process(target=work, args=(Path(name), n, seed))
        process.start()
        process.join()
        cuts, syncs, commits, wrong = json.loads((Path(name) / "told").read_text(encoding="utf-8"))
    found = Figures("power", seed, time.monotonic() - begin, wrong)
    found.add("power cuts at random steps, with unsynced sectors kept or lost", str(cuts))
    found.add("commits lost that were acknowledged, files broken", found.none)
    found.add("syncs of the log for the commits that changed something", f"{syncs} for {commits}")
    found.summary = f"{cuts} power cuts: {found.none} commits lost"
    return found


def work(folder: Path, n: int, seed: int) -> None:
    """In a process without threads, so that it can be forked."""
    stage = Stage(folder)
    told: list[tuple[int, int, int, list[str]]] = []
    number = 0
    while sum(cuts for cuts, *_ in told) < n:
        told.append(story(stage, random.Random(f"{seed}/{number}")))
        number += 1
    sums = [sum(column) for column in zip(*((c, s, k) for c, s, k, _ in told), strict=True)]
    wrong = [line for *_, lines in told for line in lines]
    (folder / "told").write_text(json.dumps([*sums, wrong], ensure_ascii=False), encoding="utf-8")


def story(stage: Stage, chance: random.Random) -> tuple[int, int, int, list[str]]:
    """Cuts, syncs, commits that changed something, and what was lost."""
    told = chance.choice(stage.stories)
    steps = stage.twins[told.name].steps
    moments = sorted(chance.sample(range(1, steps), CUTS))
    stage.begin(told)
    left = stage.bench.folder / "cuts"

    def disturb(desk: Desk) -> Desk:
        drive, counted = disk.Disk(stage.bench.folder), Commits()
        wrong: list[str] = []

        def cut(raw: sqlite3.Connection) -> bool:
            wrong.extend(_cut(stage, drive, chance))
            moments.pop(0)
            left.write_text(json.dumps([CUTS - len(moments), drive.syncs, counted.n, wrong], ensure_ascii=False))
            if moments:
                stage.steps.left = moments[0] - stage.steps.passed
            return True

        stage.bench.database.dispose()
        counted.watch(stage)
        stage.steps.arm(moments[0], cut)
        return desk

    assert stage.life(told, 0, disturb)
    cuts, syncs, commits, wrong = json.loads(left.read_text())
    if syncs < commits:
        wrong.append(f"{syncs} syncs for {commits} commits")
    return cuts, syncs, commits, [f"{told.name}: {line}" for line in wrong]


class Commits:
    """Those that changed something."""

    def __init__(self) -> None:
        self.n = 0

    def watch(self, stage: Stage) -> None:
        changes: dict[int, int] = {}

        def count(connection: Any) -> None:
            raw = connection.connection.driver_connection
            self.n += raw.total_changes != changes.get(id(raw), 0)
            changes[id(raw)] = raw.total_changes

        event.listen(stage.bench.database, "commit", count)


def _cut(stage: Stage, drive: disk.Disk, chance: random.Random) -> list[str]:
    committed = dump(stage.bench.records)
    with TemporaryDirectory() as name:
        drive.lose_power(Path(name), chance)
        image = Path(name, stage.bench.records.name)
        with closing(sqlite3.connect(image)) as db:
            ((state,),) = db.execute("PRAGMA integrity_check").fetchall()
        found = [] if state == "ok" else [f"the file is broken: {state}"]
        lost = differences(committed, dump(image))
    return found + [f"{table}: {len(rows[1])} rows lost, {len(rows[0])} not committed" for table, rows in lost.items()]
