"""Two bots on one PostgreSQL: whoever leads is killed, stopped and cut off, the server is restarted (I-14, I-11)."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.secrets import secret
from db import engine, migrate, postgres
from sandbox import courier
from tests.forks import FORKS
from tests.postgres.balancer import Balancer
from tests.postgres.callers import Callers
from tests.postgres.reigns import NOBODY
from tests.postgres.replicas import CROWD, PATIENCE, Replicas
from tests.server import Server, why_none
from tests.torture.crew import WORKERS
from tests.torture.figures import Figures

TAKEOVER = 30  # seconds, as promised
QUICK = 2  # seconds of a lease for which nobody has to wait


@dataclass
class Weather:
    """What a storm has been; `waits` are seconds until another spoke."""

    blows: Mapping[str, int]
    lease: int
    waits: list[float] = field(default_factory=list)
    messages: int = 0
    doubted: int = 0
    updates: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Scene:
    """Two replicas, of which one leads, and people who call them."""

    replicas: Replicas
    callers: Callers
    balancer: Balancer
    is_brought: bool

    async def quiet(self) -> None:
        """Returns when each update is worked on and everything is said."""
        async with asyncio.timeout(PATIENCE):
            while await asyncio.to_thread(self.callers.wait):
                await asyncio.sleep(0.1)
        await self.replicas.quiet()


def run(n: int, seed: int) -> Figures:
    """So many kills with a short lease, and a tenth of them with every span of time as shipped."""
    begin = time.monotonic()
    found = Figures("storms", seed, 0.0)
    storms = [(blows(n), QUICK), ({"kill": -(-n // 10), "stop": -(-n // 20)}, postgres.LEASE)]
    if reason := why_none():
        found.add("not run", reason)
        found.summary = "not run"
        return found
    with ProcessPoolExecutor(WORKERS, mp_context=FORKS) as pool:
        done = list(pool.map(weathered, storms, repeat(seed)))
    for one in done:
        each = ", ".join(f"{times} × {blow}" for blow, times in one.blows.items())
        found.add(f"blows to whoever leads, with a lease of {one.lease} s", each)
        found.add("… seconds at most until another spoke", f"{max(one.waits, default=0):.1f}")
        found.add("… messages, and those in doubt", f"{one.messages}, {one.doubted}")
        found.add("… updates brought by a webhook to either", str(one.updates))
        found.wrong += one.wrong
    found.add("two that spoke in turns; lost, worked twice, or said twice unmarked", found.none)
    struck = sum(sum(one.blows.values()) for one in done)
    longest = max((wait for one in done for wait in one.waits), default=0.0)
    found.summary = f"{struck} blows to whoever led: {found.none} lost or twice, another spoke within {longest:.1f} s"
    found.seconds = time.monotonic() - begin
    return found


def blows(kills: int) -> dict[str, int]:
    return {"kill": kills, "stop": -(-kills // 5), "cut": -(-kills // 5), "restart": -(-kills // 10)}


def weathered(storm: tuple[Mapping[str, int], int], seed: int) -> Weather:
    """On a server of its own."""
    with TemporaryDirectory() as name, closing(Server()) as server:
        address = server.create("replicas")
        records = engine.open_records(address)
        migrate.upgrade(records)
        records.dispose()
        return asyncio.run(_weathered(*storm, seed, server, address, Path(name)))


async def _weathered(
    blows: Mapping[str, int], lease: int, seed: int, server: Server, address: str, folder: Path
) -> Weather:
    async with scene(server, address, folder, lease, seed) as opened:
        return await weather(opened, blows, seed)


@asynccontextmanager
async def scene(
    server: Server,
    address: str,
    folder: Path,
    lease: int,
    seed: int,
    *,
    is_brought: bool = True,
    log: Path | None = None,
) -> AsyncIterator[Scene]:
    """With a webhook, by which updates are brought to either; else whoever leads fetches them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(courier, "AGAIN_AFTER", 0.1)
        balancer = Balancer(folder, random.Random(seed))
        await balancer.open()
        replicas = Replicas(server, address, folder, lease, balancer.env if is_brought else None)
        balancer.leads = lambda: replicas.reign().of
        await replicas.open()
        try:
            callers = Callers(replicas.database, replicas.telegram, CROWD, secret(folder / "data"))
            await asyncio.to_thread(callers.take_seats)
            for _ in range(2):
                await replicas.start()
            await replicas.reign_after(NOBODY)
            yield Scene(replicas, callers, balancer, is_brought)
        finally:
            await replicas.close()
            await balancer.close()


async def weather(scene: Scene, blows: Mapping[str, int], seed: int) -> Weather:
    """Whoever was stopped for longer than its lease goes on when another leads already."""
    replicas, callers, chance = scene.replicas, scene.callers, random.Random(seed)
    found = Weather(blows, replicas.lease)
    struck = [blow for blow, times in blows.items() for _ in range(times)]
    chance.shuffle(struck)
    try:
        for blow in struck:
            found.waits.append(await _strike(scene, blow, chance))
        replicas.say()
        await scene.quiet()
    except (AssertionError, TimeoutError) as fault:
        found.wrong.append(f"after {len(found.waits)} blows: {fault or 'an update is not worked on'}")
    found.messages, found.doubted, found.updates = replicas.numbers, replicas.doubted(), len(callers.brought)
    found.wrong += [f"another spoke after {wait:.1f} s" for wait in found.waits if wait >= TAKEOVER]
    found.wrong += [*replicas.overlaps(), *replicas.reckon(), *callers.reckon()]
    # what each of them told the journal is one way
    found.wrong += await asyncio.to_thread(replicas.unfollowed)
    if replicas.ended > blows.get("restart", 0):
        found.wrong.append(f"{replicas.ended} of them have ended of themselves")
    if scene.is_brought and not scene.balancer.standing_by:
        found.wrong.append("nothing was brought to one that stood by")
    return found


async def _strike(scene: Scene, blow: str, chance: random.Random) -> float:
    """Seconds until another speaks."""
    replicas, callers = scene.replicas, scene.callers
    replicas.say()
    callers.call()
    await asyncio.sleep(chance.uniform(0.3, 0.9))
    last = replicas.reign()
    await _hit(replicas, blow, last.of)
    callers.call()  # while nobody leads
    _, waited = await replicas.reign_after(last)
    if blow == "stop":
        replicas.say()
        await asyncio.sleep(chance.uniform(0, 0.5))
        replicas.go_on(last.of)
    return waited


async def _hit(replicas: Replicas, blow: str, leader: str) -> None:
    if blow == "kill":
        await replicas.kill(leader)
        await replicas.start()
    elif blow == "stop":
        replicas.stop(leader)
    elif blow == "cut":
        replicas.cut(leader)
    else:
        await replicas.restart()
