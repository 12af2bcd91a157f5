"""A bot in a process of its own, which dies by SIGKILL just before or just after the commit that it is told."""

import asyncio
import mmap
import os
import signal
import struct
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.app import House, Line
from bot.secrets import secret
from db import engine
from services import people
from tests.cellar import TOKEN
from tests.settings import ROUND

PATIENCE = 0.03  # seconds after which only Telegram's pace can be what is waited for
MOMENT = timedelta(seconds=30)  # what was put off for so long is waited for
DAY_ONE = datetime(2026, 1, 1, tzinfo=UTC)
LAYOUT = struct.Struct("=dii")  # seconds since day one, commits until death before one, and after one


class Fate:
    """The clock on the wall and the hour of death: in memory that outlives the process. It is a `Clock`."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(LAYOUT.size))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), LAYOUT.size)

    def now(self) -> datetime:
        return DAY_ONE + timedelta(seconds=LAYOUT.unpack(self._memory[:])[0])

    def move_to(self, instant: datetime) -> None:
        _, before, after = LAYOUT.unpack(self._memory[:])
        self._memory[:] = LAYOUT.pack((max(instant, self.now()) - DAY_ONE).total_seconds(), before, after)

    def set_hour(self, before: int = 0, after: int = 0) -> None:
        """The n-th commit from now on that changes anything; 0 is none."""
        seconds, _, _ = LAYOUT.unpack(self._memory[:])
        self._memory[:] = LAYOUT.pack(seconds, before, after)

    @property
    def passed(self) -> int:
        """Commits since the hour was set, where none was."""
        return -int(LAYOUT.unpack(self._memory[:])[1])

    def strikes_before(self) -> bool:
        seconds, before, after = LAYOUT.unpack(self._memory[:])
        self._memory[:] = LAYOUT.pack(seconds, before - 1, after)
        return bool(before == 1)

    def strikes_after(self) -> bool:
        seconds, before, after = LAYOUT.unpack(self._memory[:])
        self._memory[:] = LAYOUT.pack(seconds, before, after - 1)
        return bool(after == 1)

    def close(self) -> None:
        self._memory.close()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def doom(database: Engine, fate: Fate) -> None:
    """Commits that change nothing are no steps: on the disk there is nothing between them and the one before."""
    changes: dict[int, int] = {}
    changed: set[int] = set()

    def before(connection: Any) -> None:
        raw = connection.connection.driver_connection
        if raw.total_changes != changes.get(id(raw), 0):
            changes[id(raw)] = raw.total_changes
            changed.add(id(raw))
            if fate.strikes_before():
                die()

    def after(raw: Any, record: Any) -> None:
        """A session gives its connection back as soon as it has committed."""
        if id(raw) in changed:
            changed.discard(id(raw))
            if fate.strikes_after():
                die()

    event.listen(database, "commit", before)
    event.listen(database, "checkin", after)


def live(folder: Path, address: str, orders: Connection) -> None:
    """Until it is killed."""
    asyncio.run(_live(folder, address, orders))


async def _live(folder: Path, address: str, orders: Connection) -> None:
    fate = Fate(folder / "fate")
    database = engine.open_file(folder / "duban.db")
    doom(database, fate)
    house = House(database, ROUND, fate, Line(TOKEN, address), secret(folder), folder)
    await house.start()
    code = await house.on_desk(house.desk.call, people.claim_code, fate.now(), "claim code")
    orders.send(code)
    order = asyncio.Event()
    asyncio.get_running_loop().add_reader(orders.fileno(), order.set)
    while True:
        await order.wait()
        order.clear()
        if not orders.poll():
            continue  # read already
        goal: datetime | None = orders.recv()
        if goal is not None:
            await _until(house, fate, goal)
        await _rest(house, fate)
        orders.send(None)


async def _until(house: House, fate: Fate, goal: datetime) -> None:
    """Through every due instant on the way, as the sandbox's clock goes."""
    await _rest(house, fate)
    while (due := await house.next_due()) and due <= goal:
        fate.move_to(due)
        await house.beat()
        await _rest(house, fate)
    fate.move_to(goal)
    await house.beat()


async def _rest(house: House, fate: Fate) -> None:
    """Nobody waits for seconds: where Telegram's pace asks for them they pass at once."""
    while True:
        quiet = asyncio.ensure_future(house.quiet())
        while not quiet.done():
            await asyncio.wait([quiet], timeout=PATIENCE)
            if not quiet.done() and await house.waits_for_the_pace():
                fate.move_to(fate.now() + timedelta(seconds=1))
                house.delivery.wake()
        await quiet
        due = await house.next_due()
        if due is None or due > fate.now() + MOMENT:
            return
        fate.move_to(due)
        await house.beat()
