"""Durable replies: an update comes in, is committed with FULL, is answered, and the answer is accepted."""

import statistics
from collections.abc import Callable, Sequence

from bot.delivery import IN_FLIGHT
from tests.bench import arena, people
from tests.bench.arena import PEERS, PYTHON, Run
from tests.bench.figures import TURNS, Figure, Table

UPDATES = 1000
MORE = 64  # in flight
TEXT = "/help"
NOTE = (
    f"{UPDATES:,} messages of {people.DEPARTMENTS} departments wait at the server, the pace of Telegram is left out on "
    "both sides. The peer keeps each update by one SQLModel insert and commit (aiosqlite, FULL); the echo bots keep "
    "nothing. Polled, one bot after the other on the same core, the server on the other one."
)


def ours(*more: str) -> list[str]:
    return [PYTHON, "tests.bench.house", str(people.records()), *more]


def durable() -> list[str]:
    return [PYTHON, "tests.bench.peers.ptb_durable", str(people.records() / "peer.db")]


def echo() -> list[str]:
    return [PYTHON, "tests.bench.peers.ptb_echo"]


def aiogram() -> list[str]:
    return [PEERS, "tests.bench.peers.aiogram_echo"]


BOTS: dict[str, Callable[[], list[str]]] = {
    "shipped": lambda: ours("--freely"),
    "more": lambda: ours(str(MORE), "--freely"),
    "durable": durable,
    "echo": echo,
    "aiogram": aiogram,
}


def measure() -> dict[str, list[Run]]:
    """One after the other, so that what else the machine does falls on all alike."""
    found: dict[str, list[Run]] = {name: [] for name in BOTS}
    everybody = people.everybody()
    for _ in range(TURNS[0]):
        for name, bot in BOTS.items():
            updates = [[0, update] for update in people.one_after_another(everybody, TEXT, UPDATES)]
            found[name].append(arena.run(bot(), {"updates": updates}, answers=UPDATES))
    return found


def median(runs: Sequence[Run], value: Callable[[Run], float]) -> float:
    return statistics.median(value(run) for run in runs)


def busy(runs: Sequence[Run]) -> float:
    """Seconds of the processor for 1,000 replies."""
    return median(runs, lambda run: run.busy * 1000 / len(run.took))


def table() -> Table:
    found = measure()
    rate = {name: median(runs, lambda run: run.rate) for name, runs in found.items()}
    size = {name: median(runs, lambda run: run.megabytes) for name, runs in found.items()}
    figures = [
        Figure(
            f"replies, {IN_FLIGHT} in flight as shipped",
            "/s",
            rate["shipped"],
            rate["durable"],
            least=3 * rate["durable"],
        ),
        Figure(f"replies, {MORE} in flight", "/s", rate["more"], rate["durable"], least=rate["shipped"]),
        Figure("beside python-telegram-bot's echo", "/s", rate["shipped"], rate["echo"], least=rate["echo"]),
        Figure("beside aiogram's echo", "/s", rate["shipped"], rate["aiogram"]),
        Figure("processor for 1,000 replies", "s", busy(found["shipped"]), busy(found["durable"])),
        Figure(f"processor, {MORE} in flight", "s", busy(found["more"]), busy(found["durable"])),
        Figure("processor, beside python-telegram-bot's echo", "s", busy(found["shipped"]), busy(found["echo"])),
        Figure("processor, beside aiogram's echo", "s", busy(found["shipped"]), busy(found["aiogram"])),
        Figure("memory of the process", "MB", size["shipped"], size["durable"], most=120),
        Figure("memory, beside aiogram's echo", "MB", size["shipped"], size["aiogram"]),
    ]
    return Table("Durable replies", "peer", figures, NOTE)
