"""A court that has worked for a lifetime: a hundred thousand tasks, all filed, on a file of their own."""

import sys
from datetime import date, datetime, timedelta
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
SECRET = bytes(32)
NOW = datetime.fromisoformat("2026-11-25T10:00+08:00")
GROUP = -7_000_000
SETTINGS: Settings = load(HOME / "config.toml")
Row = dict[str, Any]


def build(path: Path) -> None:
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
        _fill(session, person)
        session.commit()
    database.dispose()


def _fill(session: Session, person: int) -> None:
    """Month after month backwards, for every assignment to a department."""
    units = {unit.id for unit in session.exec(select(Unit).where(Unit.kind != "group"))}
    given = [row for row in session.exec(select(Assignment)) if row.unit_id in units]
    last = period_of("month", NOW.date()).start
    months = list(periods("month", date(last.year - TASKS // len(given) // 12 - 1, 1, 1), last - timedelta(days=40)))
    first = max(row.id for row in session.exec(select(Task))) + 1
    tasks: list[Row] = []
    for month in reversed(months):
        for row in given:
            if len(tasks) < TASKS:
                tasks.append(_task(first + len(tasks), row, month.key, month.end))
    _insert(session, Task, tasks)
    reports = [_report(first + n, task["id"], person) for n, task in enumerate(tasks)]
    _insert(session, Report, reports)
    _insert(session, Reading, [{"report_id": r["id"], "field": "filed", "num": 40, "den": 1} for r in reports])


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


def _insert(session: Session, table: type[SQLModel], rows: list[Row]) -> None:
    session.execute(insert(table), rows)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
    print("{}")
