"""What people write instead of a ladder: one APScheduler job a reminder, in its own SQLAlchemyJobStore.

`.venv/bin/python -m tests.bench.peers.jobs FILE NUMBER` makes the store: written as the store writes it, since adding
a million one by one takes an hour. `FILE` alone prints how long it takes to start and to find nothing due.
"""

import json
import pickle
import sqlite3
import sys
import time
from contextlib import closing
from datetime import timedelta

STARTED = time.perf_counter()

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore  # noqa: E402
from apscheduler.schedulers.background import BackgroundScheduler  # noqa: E402
from apscheduler.triggers.date import DateTrigger  # noqa: E402
from apscheduler.util import datetime_to_utc_timestamp  # noqa: E402

ZONE = "Asia/Shanghai"
TURNS = 200


def remind(task: int) -> None:
    """Never due in this run."""
    raise AssertionError(task)


def build(path: str, number: int) -> None:
    from tests.bench.crowd import NOW

    scheduler = BackgroundScheduler({"apscheduler.jobstores.default": SQLAlchemyJobStore(f"sqlite:///{path}")})
    scheduler.start(paused=True)
    job = scheduler.add_job(remind, DateTrigger(NOW.replace(year=NOW.year + 10)), args=[0], id="first")
    state = job.__getstate__()
    rows = []
    for n in range(number):
        at = NOW.replace(year=NOW.year + 10) + timedelta(minutes=n)
        state |= {"id": str(n), "args": (n,), "trigger": DateTrigger(at), "next_run_time": at}
        rows.append((str(n), datetime_to_utc_timestamp(at), pickle.dumps(state, pickle.HIGHEST_PROTOCOL)))
    scheduler.shutdown(wait=False)
    with closing(sqlite3.connect(path)) as file:
        file.executemany("INSERT INTO apscheduler_jobs (id, next_run_time, job_state) VALUES (?, ?, ?)", rows)
        file.commit()


def measure(path: str) -> dict[str, float]:
    """Seconds and milliseconds."""
    store = SQLAlchemyJobStore(f"sqlite:///{path}")
    scheduler = BackgroundScheduler({"apscheduler.jobstores.default": store}, timezone=ZONE)
    scheduler.start()
    scheduler._process_jobs()
    found = {"start": time.perf_counter() - STARTED}
    begin = time.perf_counter()
    for _ in range(TURNS):
        scheduler._process_jobs()
    found["tick"] = (time.perf_counter() - begin) * 1000 / TURNS
    scheduler.shutdown(wait=False)
    return found


if __name__ == "__main__":
    if len(sys.argv) > 2:
        build(sys.argv[1], int(sys.argv[2]))
        print("{}")
    else:
        print(json.dumps(measure(sys.argv[1])))
