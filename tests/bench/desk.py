"""The desk on a lifetime's tasks: how long it takes to start, to find nothing due, to show the board.

`.venv/bin/python -m tests.bench.desk FILE` prints seconds, milliseconds and megabytes under their names.
"""

import dataclasses
import gc
import json
import resource
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()  # before anything of ours is loaded
gc.disable()  # as `python -m bot` does it
for name in ("click", "rich", "pygments"):  # developers have them, and httpx loads its terminal then
    sys.modules[name] = None  # type: ignore[assignment]

from bot.app import draw, furnish, make_desk  # noqa: E402
from db import engine, migrate  # noqa: E402
from db.queries import people  # noqa: E402
from db.tables import Outbox  # noqa: E402
from services.facts import FACTS  # noqa: E402
from tests.bench.crowd import NOW, SECRET, SETTINGS  # noqa: E402
from tests.bench.figures import Figure, Table, child, made, medians  # noqa: E402

gc.freeze()
gc.enable()

TURNS = 200
SIZES = (10_000, 100_000, 1_000_000)
START = {10_000: 1.0, 100_000: 1.0}  # seconds
NOTE = (
    "From the first line of Python to a desk that has looked at everything once, in a process of its own; all tasks "
    "are done, as most are. Board, picture and memory with 100,000 tasks. The peer has one job a task in APScheduler's "
    "SQLAlchemyJobStore: it knows nothing of a task but when to speak next."
)
KILOBYTE = 1024 if sys.platform != "darwin" else 1


def measure(path: Path) -> dict[str, float]:
    """Seconds, milliseconds and megabytes under their names."""
    database = engine.open_file(path)
    migrate.upgrade(database)
    furnish(database, SETTINGS)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")
    desk.tick(NOW)
    found = {"start": time.perf_counter() - STARTED}
    found["tick"] = _mean(lambda: desk.tick(NOW))
    office = desk.office(NOW, "bench")
    director = people.holders(desk.session, "director")[0][1].telegram_id
    row = Outbox(key="bench", chat_id=director, kind="status", rank=0, not_before=NOW, since=NOW)
    assert FACTS["status"](office, {}, row)  # the first look reads what later ones have at hand
    found["board"] = _mean(lambda: FACTS["status"](desk.office(NOW, "bench"), {}, row), 20)
    message = desk.renderer.message(office, row)
    assert message is not None
    assert message.picture is not None
    found["memory"] = memory()
    picture = dataclasses.asdict(message.picture)
    found["picture"] = _mean(lambda: draw(picture), 20)
    found["drawing"] = memory()
    desk.close()
    return found


def memory() -> float:
    """Megabytes at the most, so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTE


def _mean(act: object, turns: int = TURNS) -> float:
    """Milliseconds."""
    assert callable(act)
    begin = time.perf_counter()
    for _ in range(turns):
        act()
    return (time.perf_counter() - begin) * 1000 / turns


def table() -> Table:
    found, jobs = {}, {}
    for size in SIZES:
        records, store = made("crowd", str(size)), made("peers.jobs", str(size))
        found[size] = medians(lambda: child("desk", str(records)))  # noqa: B023 - it is called at once
        jobs[size] = medians(lambda: child("peers.jobs", str(store)))  # noqa: B023
    first, usual, last = (found[size] for size in SIZES)
    figures = [
        Figure(f"start with {size:,} tasks", "s", found[size]["start"], jobs[size]["start"], most=START.get(size))
        for size in SIZES
    ]
    figures += [
        Figure(f"tick with nothing due, {size:,} tasks", "ms", found[size]["tick"], jobs[size]["tick"], most=5)
        for size in SIZES
    ]
    figures += [
        Figure("tick with 1,000,000 to one with 10,000", "×", last["tick"] / first["tick"], most=1.5),
        Figure("board: all that /status says", "ms", usual["board"], most=200),
        Figure("picture of the board", "ms", usual["picture"], most=1000),
        Figure("memory without the sandbox", "MB", usual["memory"], most=120),
        Figure("memory while a picture is drawn", "MB", usual["drawing"], most=200),
    ]
    return Table("Start and tick", "one job a reminder", figures, NOTE)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
