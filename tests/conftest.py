import asyncio
import hashlib
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

import bot.app
from bot.gate import Gate
from bot.settings import Settings
from exports import pictures
from tests import canaries, cellar, left_open, once
from tests.house import REGISTRAR, Court, at, furnish_in
from tests.settings import SETTINGS, SHIPPED

# Each story opens databases of its own, and sqlalchemy would put the same statements together for each anew: that
# takes a sixth of the time of a story. All dialects of one kind speak alike, so what one has compiled serves them all.
COMPILED: LRUCache[Any, Any] = LRUCache(2000)
for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
    dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
    dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]


@event.listens_for(Engine, "engine_connect")
def _share(connection: Connection) -> None:
    connection.engine._compiled_cache = COMPILED


# Two drawings of the same facts are equal byte for byte (tests/exports), and most stories live through the same weeks:
# a quarter of their time was the drawing of pictures that had been drawn before.
@lru_cache(300)
def _picture(facts: str) -> bytes:
    name = hashlib.sha256(facts.encode()).hexdigest()[:20]
    return once.made(f"picture-{name}", lambda: pictures.draw(json.loads(facts)))


bot.app.draw = lambda facts: _picture(json.dumps(facts))


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """The first process of a run says where what serves them all is kept (tests/once.py)."""
    if not hasattr(config, "workerinput"):
        os.environ[once.RUN] = str(config._tmp_path_factory.mktemp("once"))  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    with left_open.nothing():
        yield


NewCourt = Callable[[str], Awaitable[Court]]
CLAIMED, GIVEN = "2026-02-25 14:00", "2026-02-26 09:00"  # before the round of February opens
SUMMER = "2026-07-01 10:00"


Install = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Once in a run; each process has a server of its own, and makes for itself what is kept there."""

    def here(name: str, furnish: Callable[[Path], None]) -> Path:
        folder = tmp_path_factory.mktemp(name)
        furnish(folder)
        return folder

    return here if cellar.ON_SERVER else once.installed


@pytest.fixture(scope="session")
def empty_installation(install: Install) -> Path:
    return install("empty", lambda folder: furnish_in(cellar.create_in(folder)))


@pytest.fixture(scope="session")
def filled_installation(empty_installation: Path, install: Install) -> Path:
    """Somebody on every post, the group bound; nothing is given out yet."""
    return install("filled", lambda folder: _apart(_fill(empty_installation, folder)))


@pytest.fixture(scope="session")
def signed_installation(filled_installation: Path, install: Install) -> Path:
    """The indicators are given out and every contact has signed for them."""
    return install("signed", lambda folder: _apart(_sign(filled_installation, folder)))


@pytest.fixture(scope="session")
def summer_installation(filled_installation: Path, install: Install) -> Path:
    """Everything that config.toml asks was asked until July, and nobody has answered."""
    return install("summer", lambda folder: _apart(_live(filled_installation, folder)))


@pytest.fixture
async def new_court(empty_installation: Path, tmp_path: Path) -> AsyncIterator[NewCourt]:
    """A bot that has just been installed, at this instant by the court's clock."""
    made: list[Court] = []

    async def make(start: str) -> Court:
        court = await moved_in(empty_installation, tmp_path / f"court{len(made)}", start)
        made.append(court)
        return court

    yield make
    for court in made:
        await court.close()


@pytest.fixture
async def filled(filled_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """Thursday, 26 February 2026, 9:00: everybody is on a post, the director has the button to assign."""
    court = await moved_in(filled_installation, tmp_path / "filled", GIVEN)
    yield court
    await court.close()


@pytest.fixture
async def whole(filled_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """As `filled`, with everything asked that config.toml asks."""
    court = await moved_in(filled_installation, tmp_path / "whole", GIVEN, SETTINGS)
    yield court
    await court.close()


@pytest.fixture
async def summer(summer_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """As `whole`, on Wednesday, 1 July 2026, 10:00: the half-year has just been asked about."""
    court = await moved_in(summer_installation, tmp_path / "summer", SUMMER, SETTINGS)
    yield court
    await court.close()


@pytest.fixture
async def shipped(filled_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """As `whole`, with 审签 and 审核 as config.toml has them."""
    court = await moved_in(filled_installation, tmp_path / "shipped", GIVEN, SHIPPED)
    yield court
    await court.close()


@pytest.fixture
async def midyear(filled_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """As `shipped`, on Tuesday, 30 June 2026: the half-year is asked about tomorrow."""
    court = await moved_in(filled_installation, tmp_path / "midyear", "2026-06-30 09:00", SHIPPED)
    yield court
    await court.close()


@pytest.fixture
async def signed(signed_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """Thursday, 26 February 2026, 11:00: everybody has signed. The round of February opens on Monday, 2 March."""
    court = await moved_in(signed_installation, tmp_path / "signed", "2026-02-26 11:00")
    yield court
    await court.close()


async def moved_in(
    source: Path, folder: Path, start: str, settings: Settings | None = None, gate: Gate | None = None
) -> Court:
    cellar.copy(source, folder)
    court = Court(folder, at(start), settings)
    court.gate = gate
    await court.build()
    await court.open()
    court.past = None if gate else f"{source.name} {settings!r}"
    return court


def _apart(act: Coroutine[Any, Any, None]) -> None:
    """The loops of the tests are not to be disturbed."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, act).result()


async def _fill(source: Path, target: Path) -> None:
    court = await moved_in(source, target / "court", CLAIMED)
    await court.fill()
    await court.keep(target)


async def _live(source: Path, target: Path) -> None:
    court = await moved_in(source, target / "court", GIVEN, SETTINGS)
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(SUMMER)
    await court.keep(target)


async def _sign(source: Path, target: Path) -> None:
    court = await moved_in(source, target / "court", GIVEN)
    await court.give()
    for title in court.contacts():
        await court.sign(title)
    await court.keep(target)


# At the end of a run nothing that it left behind knows the token, or what nobody may keep (tests/canaries.py).

told: list[str] = []
ON_SERVER = "left on PostgreSQL"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.passed and report.when == "call":
        told.extend(f"{report.nodeid}: {section}" for section in canaries.told_by(report.sections))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of several processes has ended."""
    told.extend(getattr(node, "workeroutput", {}).get(ON_SERVER, []))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):  # one of several: the first process looks when all are done
        session.config.workeroutput[ON_SERVER] = canaries.found_on_server()
        return
    told.extend(canaries.found_on_server())
    factory = session.config._tmp_path_factory  # type: ignore[attr-defined]
    found = told + (canaries.found_below(factory.getbasetemp()) if factory._basetemp else [])
    if found:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print("\nleft behind, and it knows a canary secret or a canary number:", *found[:20], sep="\n  ")
