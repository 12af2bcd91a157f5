"""A document is read in a process of its own, with a limit of time and memory: whatever it does there harms nobody."""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from bot.safe import Safe
from bot.settings import HOME
from catalogue.reading.__main__ import Task
from catalogue.reading.refusals import heavy, slow, stopped
from domain.notice import Unit

log = logging.getLogger(__name__)
PATIENCE = 2.0  # seconds after which somebody who waits is told how far it is
CHILD = ("-m", "catalogue.reading")
LONGEST_LINE = 64 * 2**20  # bytes of an outcome
Told = Callable[[str, int], None]


@dataclass(frozen=True)
class Limits:
    seconds: int
    megabytes: int


@dataclass(frozen=True)
class Outcome:
    """One of them: a draft as plain data, the cells of a sheet that came back, or a refusal in Chinese."""

    draft: dict[str, Any] | None = None
    returned: dict[str, Any] | None = None
    holders: list[dict[str, Any]] | None = None
    refused: str = ""


class Room:
    """Where documents that are kept are read."""

    def __init__(self, shelf: Safe, limits: Limits) -> None:
        self._shelf, self._limits = shelf, limits

    async def read(self, digest: str, name: str, known: Sequence[Unit], told: Told) -> Outcome:
        return await read(self._shelf.path(digest), name, known, self._limits, told)

    def holders(self, digest: str, name: str) -> list[dict[str, Any]]:
        """Who holds which seat; for a thread of its own."""
        path = self._shelf.path(digest)
        return asyncio.run(read(path, name, (), self._limits, lambda *_: None, holders=True)).holders or []


async def read(
    path: Path, name: str, known: Sequence[Unit], limits: Limits, told: Told, *, holders: bool = False
) -> Outcome:
    """`told` hears every two seconds how far it is: the step, and for how many seconds it has been read."""
    task = Task(name, limits.megabytes, limits.seconds, [asdict(unit) for unit in known], holders)
    data = await asyncio.to_thread(path.read_bytes)
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, *CHILD),
        cwd=HOME,
        env={key: os.environ[key] for key in ("PATH", "LANG", "LD_LIBRARY_PATH") if key in os.environ},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LONGEST_LINE,
    )
    try:
        async with asyncio.timeout(limits.seconds):
            return await _outcome(child, json.dumps(asdict(task)).encode() + b"\n" + data, name, told)
    except TimeoutError:
        return Outcome(refused=slow(name, limits.seconds))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


async def _outcome(child: asyncio.subprocess.Process, given: bytes, name: str, told: Told) -> Outcome:
    writing = asyncio.create_task(_give(child, given))
    reading = asyncio.create_task(_lines(child))
    began, step = monotonic(), "begun"
    try:
        while True:
            done, _ = await asyncio.wait([reading], timeout=PATIENCE)
            if not done:
                told(step, round(monotonic() - began))
                continue
            line = reading.result()
            if line is None:
                return await _ended(child, name, round(monotonic() - began))
            if "step" not in line:
                return Outcome(**line)
            step = line["step"]
            reading = asyncio.create_task(_lines(child))
    finally:
        reading.cancel()
        writing.cancel()


async def _give(child: asyncio.subprocess.Process, given: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(given)
        await child.stdin.drain()
        child.stdin.close()
    except (BrokenPipeError, ConnectionResetError):  # it has ended before it read all: its outcome says why
        return


async def _lines(child: asyncio.subprocess.Process) -> dict[str, Any] | None:
    """The next thing that it says; None where it has ended without a word."""
    assert child.stdout is not None
    try:
        line = await child.stdout.readline()
        found: dict[str, Any] = json.loads(line) if line else {}
    except ValueError:
        return None
    return found or None


async def _ended(child: asyncio.subprocess.Process, name: str, seconds: int) -> Outcome:
    code = await child.wait()
    log.error("the reading of a document ended with %s", code)
    if code == -signal.SIGXCPU:
        return Outcome(refused=slow(name, seconds))
    return Outcome(refused=heavy(name) if code == -signal.SIGKILL else stopped(name))
