"""The same deaths for what people write instead, and for Duban beside it: what of a batch is left after one kill."""

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot import cast
from bot.app import make_desk
from bot.clock import MovableClock
from bot.play import Play
from db import engine
from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.cellar import TOKEN
from tests.forks import FORKS
from tests.house import at, furnished
from tests.reliability.mortal import Fate, live
from tests.reliability.tale import POLITICAL, START
from tests.reliability.telling import run as on_a_loop
from tests.reliability.telling import set_up
from tests.reliability.ward import never, nowhere
from tests.torture import peers
from tests.torture.figures import Figures
from tests.torture.telegram import Paper, told
from tests.torture.years import PLAIN

UPDATES, JOBS = 300, 200
KILLED_AFTER = (20, 100, 200)  # updates, or reminders, that were dealt with
DOWN = 3.0  # seconds
STILL = 5.0  # seconds without a change, after which nothing more is waited for
PATIENCE = 120.0  # seconds for a process to be there
GROUP = -7_000_000
FRESH = "SELECT count(*) FROM inbox WHERE state = 'new'"  # kept; a batch of a hundred is one commit
Count = Callable[[], int]


def run() -> Figures:
    begin = time.monotonic()
    found = Figures("stock", 0, 0.0)
    theirs = [on_a_loop(updates(k, ours=False)) for k in KILLED_AFTER]
    mine = [on_a_loop(updates(k, ours=True)) for k in KILLED_AFTER]
    found.add(f"updates lost of {UPDATES}, python-telegram-bot run_polling", shown(theirs))
    found.add(f"updates lost of {UPDATES}, Duban", shown(mine))
    jobs = [scheduled(k) for k in KILLED_AFTER[:2]]
    found.add(f"reminders lost of {JOBS}, APScheduler with SQLAlchemyJobStore", shown([lost for lost, _ in jobs]))
    found.add("… and fired twice", shown([twice for _, twice in jobs]))
    planned, silent = zip(*(reminded(k) for k in (2, 10)), strict=True)
    found.add(f"reminders lost of {planned[0]}, Duban", shown(list(silent)))
    found.wrong = [f"{n} of our own were lost" for n in (*mine, *silent) if n]
    found.summary = f"{shown(theirs)} of {UPDATES} updates lost by a stock bot, {shown(mine)} here"
    found.seconds = time.monotonic() - begin
    return found


def shown(figures: list[int]) -> str:
    return ", ".join(map(str, figures))


# updates


async def updates(killed_after: int, *, ours: bool) -> int:
    """How many are lost."""
    with TemporaryDirectory() as name:
        scene = await asyncio.to_thread(set_up, Path(name))
        fate = Fate(scene.folder / "fate")
        fate.move_to(at(START))
        telegram = Telegram(token=TOKEN, cast=scene.crowd, now=fate.now, limits=False)
        sandbox = Sandbox(telegram, Hooks(now=fate.now, next_event=never, move_to=nowhere))
        address = await sandbox.start(port=0)
        person = next(persona.id for persona in scene.crowd if persona.name == POLITICAL)
        telegram.world.people.mark(person, "started", 1)
        for number in range(UPDATES):
            telegram.says(person, person, f"第 {number} 句")
        records = scene.folder / ("duban.db" if ours else "stock.db")
        if not ours:
            peers.prepare(records)
        sql = "SELECT count(*) FROM inbox WHERE state = 'done'" if ours else "SELECT count(DISTINCT number) FROM done"
        done = counting(records, sql)
        polls = 0

        def watch(when: str, call: dict[str, Any]) -> None:
            nonlocal polls
            polls += (when, call["method"]) == ("before", "getUpdates")

        telegram.on_call.append(watch)
        orders, heard = FORKS.Pipe()  # nobody gives any; both ends stay open

        def start() -> BaseProcess:
            target, args = (live, (scene.folder, address, heard)) if ours else (peers.bot, (records, address))
            process = FORKS.Process(target=target, args=args, daemon=True)
            process.start()
            return process

        first = start()
        await until(lambda: done() >= killed_after)
        kill(first)
        before = polls
        second = start()
        await until(lambda: polls > before)
        await stillness(done, UPDATES, lambda: ours and counting(records, FRESH)() > 0)
        kill(second)
        await sandbox.stop()
        telegram.close()
        fate.close()
        orders.close()
        return UPDATES - done()


def counting(records: Path, sql: str) -> Count:
    """By a look that may write: of one who was killed in a transaction, whoever looks first takes it back."""

    def count() -> int:
        with closing(sqlite3.connect(f"file:{records}?mode=rw", uri=True, timeout=30)) as db:
            return int(db.execute(sql).fetchone()[0])

    return count


async def until(there: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not there():
            await asyncio.sleep(0.001)


async def stillness(done: Count, wanted: int, busy: Callable[[], bool] = lambda: False) -> None:
    last, since = done(), time.monotonic()
    while last < wanted and (busy() or time.monotonic() - since < STILL):
        await asyncio.sleep(0.05)
        if (now := done()) != last:
            last, since = now, time.monotonic()


def kill(process: BaseProcess) -> None:
    process.kill()
    process.join()
    process.close()


# reminders


def scheduled(killed_after: int) -> tuple[int, int]:
    """How many of the scheduler's are lost, and how many come twice."""
    with TemporaryDirectory() as name:
        records = Path(name, "stock.db")
        peers.prepare(records)
        done = counting(records, "SELECT count(DISTINCT number) FROM done")
        first = FORKS.Process(target=peers.scheduler, args=(records, JOBS))
        first.start()
        asyncio.run(until(lambda: done() > 0))
        asyncio.run(stillness(done, killed_after))  # on a busy machine it drops what it is late for
        kill(first)
        time.sleep(DOWN)
        second = FORKS.Process(target=peers.scheduler, args=(records, 0))
        second.start()
        asyncio.run(until(records.with_name("up").exists))
        asyncio.run(stillness(done, JOBS))
        kill(second)
        rows = counting(records, "SELECT count(*) FROM done")()
        return JOBS - done(), rows - done()


@dataclass(frozen=True)
class Morning:
    """The day on which everything is given, with everybody on a post: as many cards as there are contacts."""

    folder: Path

    def prepare(self) -> None:
        furnished(self.folder / "duban.db")
        database = engine.open_file(self.folder / "duban.db")
        desk = make_desk(database, PLAIN, bytes(32), "duban_bot")
        desk.call(cast.fill, at(START), "cast")
        desk.call(lambda office: cast.begin(office, GROUP), at(START), "begin")
        desk.close()
        database.dispose()

    def live(self, seconds: float, last_send: int) -> None:
        """To its end, or to the end of that send."""
        database = engine.open_file(self.folder / "duban.db")
        desk = make_desk(database, PLAIN, bytes(32), "duban_bot")
        clock = MovableClock(at(START) + timedelta(seconds=seconds), running=False)
        ends = 0

        def step() -> None:
            nonlocal ends
            ends += 1
            if ends == 2 * last_send:  # a send has two steps
                os.kill(os.getpid(), 9)

        desk.recover(clock.now())
        paper = Paper(self.folder / "history", [], step)
        Play(desk, clock, paper, lambda content: "0" * 64).run(at(START) + timedelta(minutes=10))

    def reminders(self) -> tuple[int, int]:
        """How many there are, and of how many nobody heard and nobody knows."""
        sent = {line["row"] for line in told(self.folder / "history")}
        with closing(sqlite3.connect(self.folder / "duban.db")) as db:
            rows = db.execute("SELECT o.id, o.state FROM reminder r JOIN outbox o ON o.id = r.outbox_id").fetchall()
        return len(rows), sum(row not in sent and state != "unknown" for row, state in rows)


def reminded(killed_after: int) -> tuple[int, int]:
    """How many reminders, and how many are lost, where the desk dies at the end of a send."""
    with TemporaryDirectory() as name:
        morning = Morning(Path(name))
        for act, args in ((morning.prepare, ()), (morning.live, (0.0, killed_after)), (morning.live, (DOWN, 0))):
            process = FORKS.Process(target=act, args=args)
            process.start()
            process.join()
        return morning.reminders()
