"""One bot before the bench's server: each in a process of its own and on a core of its own, told the same updates."""

import contextlib
import dataclasses
import json
import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.figures import environment

HOME = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
PEERS = str(HOME / ".venv-peers" / "bin" / "python")  # aiogram pins a pydantic of its own
SERVER_CORE, BOT_CORE = 0, 1
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 300.0  # seconds until a bot that says nothing is given up
Json = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """`took` are seconds an answer; `seconds` go from the first update to the last answer, `saying` from the first
    message to the last one; `busy` are those of the processor in between, `megabytes` the most it ever had; `refused`
    are calls that came too fast."""

    took: Sequence[float]
    seconds: float
    saying: float
    busy: float
    megabytes: float
    said: int
    refused: int

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.took) / self.seconds

    def percentile(self, percent: int) -> float:
        """Milliseconds."""
        return statistics.quantiles(self.took, n=100, method="inclusive")[percent - 1] * 1000


def run(bot: Sequence[str], scene: Json, *, answers: int = 0, messages: int = 0) -> Run:
    """Until there are so many answers to updates, and so many messages in all.

    `bot` is a command; the server's address is put behind its module's name, and it prints a line when it is up. What
    it has to say by itself it says in this scene from its start; updates come once it is up.
    """
    updates = scene.pop("updates", [])
    with _started([PYTHON, "-m", "tests.bench.server"], SERVER_CORE) as (_, address):
        _ask(address, scene)
        python, module, *more = bot
        with _started([python, "-m", module, address, *more], BOT_CORE) as (process, _):
            time.sleep(1)  # the first poll is on its way
            before = _busy(process.pid)
            if updates:
                _ask(address, scene | {"updates": updates})
            told = _wait(address, answers, messages, process)
            busy, megabytes = _busy(process.pid) - before, _megabytes(process.pid)
    told |= {"busy": busy, "megabytes": megabytes}
    return Run(**{field.name: told[field.name] for field in dataclasses.fields(Run)})


def _wait(address: str, answers: int, messages: int, process: "subprocess.Popen[str]") -> Json:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        told = _ask(address)
        if len(told["took"]) >= answers and told["said"] >= messages and not told["left"]:
            return told
        assert process.poll() is None, "the bot has ended"
        time.sleep(0.2)
    raise TimeoutError(f"{len(told['took'])} answers and {told['said']} messages in {PATIENCE:.0f} s")


def _ask(address: str, scene: Json | None = None) -> Json:
    body = json.dumps(scene).encode() if scene is not None else None
    headers = {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"{address}/scene", body, headers)) as answer:
        found: Json = json.load(answer)
        return found


@contextlib.contextmanager
def _started(command: Sequence[str], core: int) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process and its first line."""
    cores = {core % (os.cpu_count() or 1)}
    pin = partial(os.sched_setaffinity, 0, cores)
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=HOME,
        preexec_fn=pin,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _busy(process: int) -> float:
    """Seconds of the processor so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _megabytes(process: int) -> float:
    """At the most so far."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
