"""A court that has worked for a lifetime: so many tasks, all filed, on a file of their own.

`.venv/bin/python -m tests.bench.crowd FILE [TASKS]` makes its records.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, select

from bot import cast
from bot.app import furnish, make_desk
from bot.settings import HOME, Settings, load
from db import engine, migrate
from db.tables import Assignment, Reading, Report, Task, Unit
from domain.cadences import period_of, periods
from services.office import Office

TASKS = 100_000
TOGETHER = 20_000  # rows written at once
SECRET = bytes(32)
NOW = datetime.fromisoformat("2026-11-25T10:00+08:00")
GROUP = -7_000_000
SETTINGS: Settings = load(HOME / "config.toml")
Row = dict[str, Any]


def build(path: Path, tasks: int) -> None:
    database = engine.open_file(path)
    migrate.upgrade(database)
    furnish(database, SETTINGS)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")

    def begin(office: Office) -> int:
        cast.fill(office)
        cast.begin(office, GROUP)
        return cast.director(office).id

    person: int = desk.call(begin, NOW, "bench")
    while desk.tick(NOW):
        continue
    desk.close()
    with Session(database) as session:
        _fill(session, person, tasks)
        session.commit()
    database.dispose()


def _fill(session: Session, person: int, number: int) -> None:
    """Month after month backwards, for every assignment to a department: a million reach back to the Song dynasty."""
    first = max(row.id for row in session.exec(select(Task))) + 1
    for tasks in _batched(islice(_tasks(session, first), number), TOGETHER):
        _insert(session, Task, tasks)
        _insert(session, Report, [_report(task["id"], task["id"], person) for task in tasks])
        figures = ({"report_id": task["id"], "field": "filed", "num": 40, "den": 1} for task in tasks)
        _insert(session, Reading, figures)


def _batched(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while found := list(islice(rows, size)):
        yield found


def _tasks(session: Session, first: int) -> Iterator[Row]:
    units = {unit.id for unit in session.exec(select(Unit).where(Unit.kind != "group"))}
    given = [row for row in session.exec(select(Assignment)) if row.unit_id in units]
    last = period_of("month", NOW.date()).start - timedelta(days=40)
    months = [(month.key, month.end) for month in periods("month", date(1000, 1, 1), last)][::-1]
    numbers = count(first)
    for key, end in months:
        for row in given:
            yield _task(next(numbers), row, key, end)


def _task(number: int, row: Assignment, period: str, end: date) -> Row:
    due = end + timedelta(days=10)
    return {
        "id": number, "assignment_id": row.id, "unit_id": row.unit_id, "cadence": "monthly", "form": "readings",
        "period": period, "opens": end, "due": due, "locks": due, "state": "filed", "rev": 1, "quiet": False,
        "closed_at": NOW - timedelta(days=60),
    }  # fmt: skip


def _report(number: int, task_id: int, person: int) -> Row:
    return {
        "id": number, "task_id": task_id, "version": 1, "state": "filed", "by": person, "on_time": True,
        "at": NOW - timedelta(days=60),
    }  # fmt: skip


def _insert(session: Session, table: type[SQLModel], rows: Iterable[Row]) -> None:
    session.execute(insert(table), list(rows))


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else TASKS)
    print("{}")
