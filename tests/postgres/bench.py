"""The desk of the reliability bench with its records on a server, where the lead moves and others keep as well."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import make_desk
from bot.vault import copying
from bot.vault.journal import Journal
from bot.vault.restoring import Restored, Wanted, restore
from bot.vault.targets import on_server
from db import engine
from tests import canaries
from tests.reliability.bench import SECRET, Bench, Breaker, Dump, dump
from tests.reliability.restored import KEY, Living
from tests.server import Server
from tests.settings import ROUND

FOLDERS = ("one", "other")  # of two machines
New = Callable[[], str]


@dataclass
class ServerBench(Bench):
    """Made on a file; what is done afterwards is done on the server."""

    server: Server = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.database.dispose()
        self.address = self.server.create("bench")
        self.database = engine.open_records(self.address)
        self.breaker = Breaker(self.database)

    def back_to(self, saved: Path) -> None:
        self.database.dispose()
        with on_server(self.address) as target:
            target.prepare(saved)
            target.take_effect()

    def ask(self, sql: str, *values: Any) -> list[Any]:
        with engine.reading(self.database) as session:
            rows = session.connection().exec_driver_sql(sql.replace("?", "%s"), values).all()
        return [tuple(json.dumps(v) if isinstance(v, dict) else v for v in row) for row in rows]

    def dump(self) -> Dump:
        return dumped(self.address, self.folder)


def dumped(address: str, folder: Path) -> Dump:
    """All that is on the server, as it is in a file."""
    path, database = folder / "dumped.db", engine.open_records(address)
    copying.copy(database, path)
    database.dispose()
    found = dump(path)
    path.unlink()
    return found


@dataclass
class Moving(Living):
    """Whoever leads is killed now and then, and another leads, on a machine with a journal of its own. What a webhook
    brings comes to either."""

    led: int = 0

    def _open(self) -> None:
        self.led += 1
        self.journal = self._journal(self.led)
        super()._open()

    def take_over(self) -> None:
        self.bench.leave(self.desk)
        self._flying = []
        self._open()

    def _journal(self, number: int) -> Journal:
        return Journal(self.folder / FOLDERS[number % len(FOLDERS)])

    def _hear(self) -> None:
        if self.chance.random() < 0.5:
            return super()._hear()
        standby = make_desk(self.bench.database, ROUND, SECRET, "", self._journal(self.led + 1))
        try:
            standby.keep(self._raws, self.now)
        finally:
            standby.close()
        self._pause()

    @property
    def journals(self) -> list[Path]:
        return [self.folder / name for name in FOLDERS]


def brought_back(living: Moving, backup: Path, address: str, folder: Path, journals: list[Path]) -> Restored:
    """Into an empty database."""
    with on_server(address) as records:
        wanted = Wanted(backup, records, folder, journals, [KEY])
        return restore(wanted, ROUND, living.now, lambda done, of: None, lambda done: None)


@contextmanager
def spare(server: Server) -> Iterator[New]:
    """Makes an empty database, each time another."""
    made: list[str] = []

    def make() -> str:
        made.append(f"new{len(made)}")
        return server.create(made[-1])

    try:
        yield make
    finally:
        for name in made:
            canaries.drop(server, name)
