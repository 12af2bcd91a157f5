"""The program itself, as `python -m bot` runs it, before a server of the bench. Ended by SIGTERM.

`.venv/bin/python -m tests.bench.house ADDRESS FOLDER [IN_FLIGHT] [--freely]`; `--freely` leaves Telegram's pace out, so
that the program is measured and not the waiting.
"""

import argparse
import asyncio
import gc
import signal
import sys
from datetime import timedelta
from pathlib import Path

gc.disable()  # as `python -m bot` does it
for name in ("click", "rich", "pygments"):  # developers have them, and httpx loads its terminal then
    sys.modules[name] = None  # type: ignore[assignment]

from bot import delivery, pace  # noqa: E402
from bot.app import House, Line  # noqa: E402
from bot.clock import MovableClock  # noqa: E402
from db import engine  # noqa: E402
from tests.bench.given import MONDAY, SECRET, SETTINGS  # noqa: E402

gc.freeze()
gc.enable()

FREELY = pace.Rate(1_000_000, timedelta(microseconds=1))


async def live(address: str, folder: Path) -> None:
    database = engine.open_file(folder / "duban.db")
    house = House(database, SETTINGS, MovableClock(MONDAY), Line("1:bench", address), SECRET, folder)
    await house.start()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print("ready", flush=True)
    await stop.wait()
    await house.stop()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("in_flight", type=int, nargs="?", default=delivery.IN_FLIGHT)
    parser.add_argument("--freely", action="store_true")
    told = parser.parse_args()
    delivery.IN_FLIGHT = told.in_flight
    if told.freely:
        pace.OVERALL = pace.GROUP = pace.CHAT = FREELY
    asyncio.run(live(told.address, told.folder))


if __name__ == "__main__":
    main()
