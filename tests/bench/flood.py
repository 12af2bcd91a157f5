"""Fifty thousand strangers, and members among them: how long a member waits for what was asked to be done.

Updates come evenly, so many a second; up to a hundred are kept and worked on at a time. The time of day is
reckoned, what the desk takes is measured. `python -m tests.bench.flood [STRANGERS] [A_SECOND]` prints milliseconds.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from bot import cast
from bot.app import furnish, make_desk
from bot.desk import Desk
from db import engine, migrate
from services.office import Office
from tests.bench.crowd import GROUP, NOW, SECRET, SETTINGS

STRANGERS, A_SECOND = 50_000, 500
MEMBER_EVERY = 100  # one of so many updates is a member's
BATCH = 100


def update(number: int, sender: int, words: str) -> dict[str, object]:
    person = {"id": sender, "is_bot": False, "first_name": "某人"}
    chat = {"id": sender, "type": "private"}
    message = {"message_id": number, "from": person, "chat": chat, "date": int(NOW.timestamp()), "text": words}
    return {"update_id": number, "message": message}


def office(path: Path) -> tuple[Desk, list[int]]:
    database = engine.open_file(path)
    migrate.upgrade(database)
    furnish(database, SETTINGS)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")

    def begin(office: Office) -> list[int]:
        parts = cast.fill(office)
        cast.begin(office, GROUP)
        return [part.telegram_id for part in parts if part.role == "contact"]

    return desk, desk.call(begin, NOW, "flood")


def waits(desk: Desk, members: list[int], strangers: int, a_second: int) -> list[float]:
    """Seconds that each member's word waited until it was committed with its answer."""
    total = strangers * MEMBER_EVERY // (MEMBER_EVERY - 1)
    found, done, clock = [], 0, 0.0
    while done < total:
        there = min(total, max(done + 1, int(clock * a_second)))
        batch = range(done, min(there, done + BATCH))
        clock = max(clock, (batch[-1] + 1) / a_second)
        raws = [
            update(n + 1, members[n // MEMBER_EVERY % len(members)], "任务") if n % MEMBER_EVERY == 0
            else update(n + 1, 9_000_000 + n, "你好")
            for n in batch
        ]  # fmt: skip
        begun = time.perf_counter()
        desk.keep(raws, NOW)
        while desk.work(NOW).handled:
            continue
        clock += time.perf_counter() - begun
        found += [clock - n / a_second for n in batch if n % MEMBER_EVERY == 0]
        done = batch[-1] + 1
    return sorted(found)


def main() -> None:
    given = [int(word) for word in sys.argv[1:]]
    strangers, a_second = (*given, *(STRANGERS, A_SECOND)[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "duban.db"
        desk, members = office(path)
        before = path.stat().st_size
        found = waits(desk, members, strangers, a_second)
        desk.close()
        desk.database.dispose()
        grown = (path.stat().st_size - before) / 1e6
    figures = {"median": found[len(found) // 2] * 1000, "p95": found[len(found) * 95 // 100] * 1000, "megabytes": grown}
    print(json.dumps({"strangers": strangers, "a_second": a_second, **figures}))


if __name__ == "__main__":
    main()
