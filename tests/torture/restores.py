"""Backups at any instant of a life, then all is lost: backup and journal bring back what there was (I-15)."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.vault.copying import look
from bot.vault.restoring import Restored
from db import migrate
from tests.forks import FORKS
from tests.postgres.bench import FOLDERS, Moving, ServerBench, dumped, spare
from tests.postgres.bench import brought_back as brought_to_a_server
from tests.reliability.bench import Bench, Dump, differences
from tests.reliability.restored import Living, backed_up, brought_back, never_again, sent, tear
from tests.server import Server, why_none
from tests.torture.crew import IN_MEMORY, MOST_WRONG, WORKERS, hush
from tests.torture.figures import Figures

ACTS, A_LIFE = 20, 3  # of a life, backups of it
TORN = ("work", "job", "settle")  # lines of the journal


@dataclass
class Trials:
    """`torn` are restores with a line of the journal, or the journal of one machine, missing."""

    whole: int = 0
    torn: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Trials") -> None:
        self.whole, self.torn = self.whole + other.whole, self.torn + other.torn
        self.wrong += other.wrong


def run(n: int, seed: int) -> Figures:
    """So many on a file, and so many on a server."""
    begin = time.monotonic()
    found, said = Figures("restores", seed, 0.0), []
    lives = [f"{seed}/{number}" for number in range(-(-n // A_LIFE))]
    shares = {"on a file": on_files, "on PostgreSQL": on_servers}
    if reason := why_none():
        found.add("not run on PostgreSQL", reason)
        del shares["on PostgreSQL"]
    for where, share in shares.items():
        done = Trials()
        with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
            for one in pool.map(share, [lives[worker::WORKERS] for worker in range(WORKERS)]):
                done.add(one)
        found.wrong += done.wrong
        found.add(f"restores {where}, from a backup at any instant and what the journal has since", str(done.whole))
        found.add("… with a part of the journal missing, and that is said", str(done.torn))
        said.append(f"{done.whole} {where}")
    found.add("rows that differ, or messages that would go out again", found.none)
    found.summary = f"restores {' and '.join(said)}: {found.none} other than it was"
    found.seconds = time.monotonic() - begin
    return found


def on_files(seeds: list[str]) -> Trials:
    with TemporaryDirectory(dir=IN_MEMORY) as name:
        bench = Bench(Path(name))
        return _told(seeds, lambda n, seed: on_a_file(bench, _made(Path(name, str(n))), seed))


def on_servers(seeds: list[str]) -> Trials:
    with TemporaryDirectory(dir=IN_MEMORY) as name, closing(Server()) as server:
        bench = ServerBench(Path(name), server=server)
        found = _told(seeds, lambda n, seed: on_a_server(bench, _made(Path(name, str(n))), seed))
        bench.database.dispose()
        return found


def _told(seeds: list[str], life: Callable[[int, str], Trials]) -> Trials:
    hush()
    found = Trials()
    for n, seed in enumerate(seeds):
        found.add(life(n, seed))
        if len(found.wrong) >= MOST_WRONG:
            break
    return found


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


# a life, and what is brought back of it


def on_a_file(bench: Bench, folder: Path, seed: str) -> Trials:
    living = Living(bench, folder / "life", random.Random(seed))
    backups = _lived(living, folder)
    living.live(A_LIFE)  # so that something came after the last one
    living.close()
    was, said, found = bench.dump(), sent(bench.records), Trials()
    for n, (backup, _) in enumerate(backups):
        now, done = brought_back(living, backup, folder / str(n))
        found.whole += 1
        found.wrong += _otherwise(f"life {seed}, backup {n}", was, now, done)
    backup, known = backups[-1]
    tear(living, TORN, known)
    _, done = brought_back(living, backup, folder / "torn")
    found.torn += 1
    found.wrong += [f"life {seed}, a line missing: {fault}" for fault in _unsaid(done, said, folder / "torn")]
    return found


def on_a_server(bench: ServerBench, folder: Path, seed: str) -> Trials:
    """The lead has moved between the backup and the loss, and who stood by has kept."""
    living = Moving(bench, folder / "life", random.Random(seed))
    backups = _lived(living, folder)
    living.take_over()
    living.live(A_LIFE)
    living.close()
    was, found = bench.dump(), Trials()
    with spare(bench.server) as new:
        for n, (backup, _) in enumerate(backups):
            address = new()
            done = brought_to_a_server(living, backup, address, folder / str(n), living.journals)
            found.whole += 1
            found.wrong += _otherwise(f"life {seed} on a server, backup {n}", was, dumped(address, folder), done)
        for name in FOLDERS:
            only = brought_to_a_server(living, backups[0][0], new(), folder / name, [living.folder / name])
            found.torn += 1
            if only.replayed and not only.replayed.astray:
                found.wrong.append(f"life {seed}: what the machine beside {name} has written is not missed")
    return found


def _lived(living: Living, folder: Path) -> list[tuple[Path, int]]:
    """The backups, each with the number of the last transaction that the journal had been told of."""
    made: list[tuple[Path, int]] = []

    def pause() -> None:
        if len(made) < A_LIFE and living.chance.random() < 0.05:
            path = folder / f"{len(made)}.age"
            backed_up(living, path)
            ((known,),) = living.bench.ask("SELECT n FROM written")
            made.append((path, known))

    living.pause = pause
    living.live(ACTS)
    while len(made) < A_LIFE:  # of a quiet life, the rest of them late
        living.live(1)
    return made


def _otherwise(which: str, was: Dump, now: Dump, done: Restored) -> list[str]:
    if done.replayed is None or done.replayed.astray:
        return [f"{which}: the journal does not lead on: {done.replayed and done.replayed.astray}"]
    return [f"{which}: {table} differs" for table in differences(was, now)]


def _unsaid(done: Restored, said: dict[str, int], folder: Path) -> list[str]:
    """Whatever else is lost, nothing is sent once more and does not say so."""
    found = [] if done.replayed and done.replayed.astray else ["nobody is told"]
    if again := said.keys() - never_again(folder / "duban.db"):
        found.append(f"sent once more: {sorted(again)}")
    if look(folder / "duban.db") != migrate.HEAD:
        found.append("the records are not whole")
    return found
