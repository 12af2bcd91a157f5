"""The desk on a hundred thousand tasks: how long it takes to start, to find nothing due, to show the board."""

import dataclasses
import json
import resource
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()  # before anything of ours is loaded

from bot.app import draw, furnish, make_desk  # noqa: E402
from db import engine, migrate  # noqa: E402
from db.tables import Outbox  # noqa: E402
from services.facts import FACTS  # noqa: E402
from tests.bench.crowd import NOW, SECRET, SETTINGS  # noqa: E402

TURNS = 200
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
    row = Outbox(key="bench", chat_id=1, kind="status", rank=0, not_before=NOW, since=NOW)
    facts = FACTS["status"](office, {}, row)  # the first look reads what later ones have at hand
    found["board"] = _mean(lambda: FACTS["status"](desk.office(NOW, "bench"), {}, row), 20)
    message = desk.renderer.message(office, row)
    assert facts is not None
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


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
