"""What people write instead: one scheduler job for every reminder of every task."""

import json
import sys
import time
from datetime import timedelta

STARTED = time.perf_counter()

from apscheduler.schedulers.background import BackgroundScheduler  # noqa: E402
from apscheduler.triggers.date import DateTrigger  # noqa: E402

from tests.bench.crowd import NOW, TASKS  # noqa: E402
from tests.bench.desk import TURNS, memory  # noqa: E402


def remind(task: int) -> None:
    """Never due in this run."""
    raise AssertionError(task)


def measure() -> dict[str, float]:
    scheduler = BackgroundScheduler(timezone="Asia/Shanghai")
    for task in range(TASKS):
        trigger = DateTrigger(NOW.replace(year=NOW.year + 10) + timedelta(minutes=task))
        scheduler.add_job(remind, trigger, args=[task], id=str(task))
    scheduler.start(paused=True)
    found = {"start": time.perf_counter() - STARTED}
    begin = time.perf_counter()
    for _ in range(TURNS):
        scheduler._process_jobs()
    found["tick"] = (time.perf_counter() - begin) * 1000 / TURNS
    found["memory"] = memory()
    scheduler.shutdown(wait=False)
    return found


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
