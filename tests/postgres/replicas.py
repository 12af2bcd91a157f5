"""Several real processes on one database, before one Telegram; one of them leads. They are killed and stopped."""

import asyncio
import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlmodel import Session, select

from bot.vault.following import is_behind, lines_since, way_from
from db import engine
from db.queries.journal import Told, last
from db.tables import Outbox
from sandbox.hooks import Hooks
from sandbox.personas import Persona
from sandbox.server import Sandbox
from services.saying import Rank
from tests.forks import FORKS
from tests.postgres.reigns import BY, NOBODY, Listening, Reign, overlaps, reigns
from tests.server import Server

TOKEN = "7000000002:canary-of-the-replicas-00000000000"
CROWD = [Persona(6_000_000 + n, f"第{n}庭联络员", "contact", in_group=False) for n in range(1, 13)]
DISK = 0.02  # seconds until it has written: a blow finds some in the middle of that
LATENCY = 0.04  # seconds each way: a send takes long enough to be interrupted
PATIENCE = 60.0
ASKED = re.compile(rb"^(POST /\S+)( HTTP/)")


def serve(env: dict[str, str], lease: int, log: Path) -> None:
    """`python -m bot run`; with a lease so short that nobody waits for it everything else is as quick."""
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
    from bot import app, leading
    from bot.__main__ import main
    from db import postgres

    for name in [name for name in os.environ if name.startswith("DUBAN_")]:
        del os.environ[name]
    os.environ.update(env)
    os.fdatasync = partial(_as_a_slow_disk, os.fdatasync)
    if lease != postgres.LEASE:
        postgres.LEASE, postgres.SURE = lease, lease // 2
        app.ASK_SECONDS = leading.LOOK_SECONDS = 0.2  # type: ignore[assignment]
    os.sys.argv = ["bot", "run"]  # type: ignore[attr-defined]
    raise SystemExit(main())


def _as_a_slow_disk(sync: Callable[[int], None], descriptor: int) -> None:
    time.sleep(DISK)
    sync(descriptor)


@dataclass
class Replicas:
    """`lease` is in seconds; `env` is what each of them is told besides, by its name. All write to one log."""

    server: Server
    address: str
    folder: Path
    lease: int
    env: Callable[[str], dict[str, str]] | None = None
    telegram: Listening = field(init=False)
    numbers: int = 0
    ended: int = 0  # of themselves, and started again
    _bots: dict[str, BaseProcess] = field(default_factory=dict)
    _lines: list[asyncio.Server] = field(default_factory=list)
    _born: int = 0

    async def open(self) -> None:
        self.telegram = Listening(token=TOKEN, cast=CROWD, now=lambda: datetime.now(UTC), limits=False)
        for persona in CROWD:
            self.telegram.world.people.mark(persona.id, "started", 1)
        hooks = Hooks(now=lambda: datetime.now(UTC), next_event=never, move_to=nowhere)
        self._sandbox = Sandbox(self.telegram, hooks)
        self._upstream = int((await self._sandbox.start(port=0)).rpartition(":")[2])
        self._carrying: set[asyncio.Task[Any]] = set()
        self.database = engine.open_records(self.address)
        event.listen(self.database, "connect", _waits_long)
        self.database.dispose()  # of the connection that looked at the server: the next one waits long
        url = self.address.replace("postgresql:", "postgresql+psycopg:", 1)
        self._watch = create_engine(url, isolation_level="AUTOCOMMIT", pool_pre_ping=True)

        self._watching = asyncio.create_task(self._supervise())

    async def _supervise(self) -> None:
        """Whatever ends of itself is started again, as a service or a container is: a server that is away at the start
        ends it in one line."""
        while True:
            await asyncio.sleep(0.2)
            for name in [name for name, process in self._bots.items() if process.exitcode is not None]:
                self._bots.pop(name).close()
                self.ended += 1
                await self.start()

    async def close(self) -> None:
        self._watching.cancel()
        for name in list(self._bots):
            await self.kill(name)
        for line in self._lines:
            line.close()
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)
        for line in self._lines:
            await line.wait_closed()
        await self._sandbox.stop()
        self.telegram.close()
        self.database.dispose()
        self._watch.dispose()

    def _accept(self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The task is ours: of one that asyncio makes for a connection it complains when it is cancelled."""
        task = asyncio.create_task(self._carry(name, reader, writer))
        self._carrying.add(task)
        task.add_done_callback(self._carrying.discard)

    async def _carry(self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A line with the time that a real one takes. Telegram is told whose it is."""
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._upstream)

        async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
            with suppress(OSError):
                while data := await source.read(65536):
                    await asyncio.sleep(LATENCY)
                    target.write(_signed(data, name) if target is up_writer else data)
                    await target.drain()
            target.close()

        try:
            await asyncio.gather(pump(reader, up_writer), pump(up_reader, writer))
        finally:
            for end in (up_writer, writer):
                end.close()
                with suppress(OSError):
                    await end.wait_closed()

    # the bots

    async def start(self) -> str:
        self._born += 1
        name = f"bot{self._born}"
        line = await asyncio.start_server(partial(self._accept, name), "127.0.0.1", 0)
        self._lines.append(line)
        env = (self.env(name) if self.env else {}) | {
            "DUBAN_TELEGRAM_TOKEN": TOKEN,
            "DUBAN_TELEGRAM_API_URL": f"http://127.0.0.1:{line.sockets[0].getsockname()[1]}",
            "DUBAN_DATABASE_URL": self.address,
            "DUBAN_DATA_DIR": str(self.folder / "data"),
            "PGAPPNAME": name,
        }
        process = FORKS.Process(target=serve, args=(env, self.lease, self.folder / "log"), name=name, daemon=True)
        process.start()
        self._bots[name] = process
        return name

    async def kill(self, name: str) -> None:
        if (process := self._bots.pop(name, None)) is None:
            return  # it has ended of itself
        process.kill()
        await asyncio.to_thread(process.join, PATIENCE)
        process.close()

    async def restart(self) -> None:
        """The server is away for a while."""
        await asyncio.to_thread(self.server.stop)
        await asyncio.sleep(0.5)
        await asyncio.to_thread(self.server.start)

    def cut(self, name: str) -> None:
        """Its connection to the records, as a server that is restarted does it."""
        with self._watch.connect() as connection:
            statement = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s"
            connection.exec_driver_sql(statement, (name,))

    def stop(self, name: str) -> None:
        self._signal(name, signal.SIGSTOP)

    def go_on(self, name: str) -> None:
        self._signal(name, signal.SIGCONT)

    def _signal(self, name: str, number: signal.Signals) -> None:
        if process := self._bots.get(name):
            os.kill(_pid(process), number)

    @property
    def names(self) -> list[str]:
        return list(self._bots)

    def reign(self) -> Reign:
        """The latest that Telegram has heard of."""
        return max((reign for reign, _ in reigns(self.telegram.heard)), default=NOBODY)

    async def reign_after(self, last: Reign) -> tuple[Reign, float]:
        """The next one, and after how many seconds of waiting it speaks to Telegram."""
        begun = time.monotonic()
        while time.monotonic() < begun + PATIENCE:
            if (found := self.reign()) > last:
                return found, time.monotonic() - begun
            await asyncio.sleep(0.05)
        raise AssertionError(
            f"nobody begins to lead; {self.overlaps()[:3] or 'nobody spoke out of turn'}; {self._sessions()}"
        )

    def _sessions(self) -> str:
        """Who is there, and what the server knows of each: whoever holds all others up is among them."""
        statement = """
            SELECT application_name, state, wait_event, now() - state_change, left(query, 60), array_agg(DISTINCT mode)
            FROM pg_stat_activity LEFT JOIN pg_locks
            ON pg_locks.pid = pg_stat_activity.pid AND locktype = 'advisory' AND granted
            WHERE datname = current_database() GROUP BY pg_stat_activity.pid, 1, 2, 3, 4, 5
        """
        alive = {name: process.exitcode is None for name, process in self._bots.items()}
        with self._watch.connect() as connection:
            return f"{alive}; {[tuple(map(str, row)) for row in connection.exec_driver_sql(statement)]}"

    def overlaps(self) -> list[str]:
        return overlaps(self.telegram.heard)

    # what is to be said, and what was

    def say(self, each: int = 1) -> None:
        """Something that may be sent again once, to everybody."""
        now = datetime.now(UTC)
        with Session(self.database) as session:
            for persona in CROWD:
                for _ in range(each):
                    self.numbers += 1
                    args = {"code": "went-wrong", "reference": f"N{self.numbers:05}"}
                    row = Outbox(
                        key=f"test/{self.numbers}",
                        chat_id=persona.id,
                        kind="sentence",
                        args=args,
                        rank=Rank.REMINDER,
                        not_before=now,
                        since=now,
                    )
                    session.add(row)
            session.commit()

    def rows(self) -> list[Outbox]:
        """Looked at without waiting for whoever writes, who may have been stopped in the middle."""
        with engine.reading(self.database) as session:
            return list(session.exec(select(Outbox)))

    async def quiet(self) -> None:
        """Returns when everything is said: to each one message a second."""
        until = time.monotonic() + PATIENCE + 2 * self.numbers / len(CROWD)
        while any(_waits(row) for row in await asyncio.to_thread(self.rows)):
            assert time.monotonic() < until, "something is not said"
            await asyncio.sleep(0.2)

    def reckon(self) -> list[str]:
        """What is wrong: something not said, or said twice though nobody doubted that it had been."""
        texts = [_text(message) for persona in CROWD for message in self.telegram.messages(persona.id)]
        wrong = []
        for row in self.rows():
            if row.kind != "sentence" or "reference" not in row.args:
                continue
            copies = [text for text in texts if row.args["reference"] in text]
            marked = [text for text in copies if "补发" in text]
            if row.state not in ("sent", "unknown"):
                wrong.append(f"{row.key} is {row.state} ({row.error})")
            if row.state == "sent" and not copies:
                wrong.append(f"{row.key} is lost")
            if len(copies) - len(marked) > 1 or len(marked) > row.attempt:
                wrong.append(f"{row.key} was said {len(copies)} times, {len(marked)} of them marked")
        return wrong

    def unfollowed(self) -> list[str]:
        """What of the journal that they share is no way to the records as they are; nobody writes meanwhile."""
        with engine.session(self.database) as session:  # whoever writes waits
            goal = last(session)
            way = way_from(Told(0, 0), lines_since([self.folder / "data" / "journal"], datetime.now(UTC)))
        wrong, known = [], Told(0, 0)
        for line in way or ():
            if not is_behind(line, known):
                wrong.append(f"nothing leads to {line['n']}")
            known = Told(line["n"], line["mark"])
        return wrong if known == goal else [*wrong, f"it ends at {known}, not at {goal}"]

    def doubted(self) -> int:
        return sum(row.attempt for row in self.rows())


def _waits_long(connection: Any, record: Any) -> None:
    """A bot that writes is waited for, also where it has a small part of a busy core, or was stopped in the middle."""
    del record
    connection.execute(f"SET lock_timeout = '{PATIENCE:.0f}s'")
    connection.commit()


def _signed(data: bytes, name: str) -> bytes:
    """The head of a request, with one more argument."""

    def said(found: re.Match[bytes]) -> bytes:
        return found[1] + (b"&" if b"?" in found[1] else b"?") + f"{BY}={name}".encode() + found[2]

    return ASKED.sub(said, data, count=1)


def _waits(row: Outbox) -> bool:
    """What is for tomorrow morning does not."""
    return row.state == "sending" or (row.state == "pending" and row.not_before <= datetime.now(UTC))


def _text(message: dict[str, Any]) -> str:
    return str(message.get("text", ""))


def _pid(process: BaseProcess) -> int:
    assert process.pid is not None
    return process.pid


async def never() -> datetime | None:
    return None


async def nowhere(instant: datetime) -> None:
    raise AssertionError("the replicas live in real time")
