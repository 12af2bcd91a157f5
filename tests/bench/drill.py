"""The way down from /status on a hundred thousand tasks, beside what people write instead: every task loaded, sifted
in Python, the page cut out of it.

`.venv/bin/python -m tests.bench.drill FILE` prints milliseconds under their names.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from bot.app import furnish, make_desk
from bot.desk import Desk
from db import engine, migrate
from db.queries import people
from db.tables import Assignment, Indicator, Outbox, Report, Task, Unit
from tests.bench.crowd import NOW, SECRET, SETTINGS, TASKS
from tests.bench.figures import Figure, Table, child, made

TURNS = 5
NOTE = f"With {TASKS:,} tasks, words and buttons included; milliseconds of the processor."
UNIT, AREA, CODE = 5, 4, "2.1.1"
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "first": ("status", {"words": True}),
    "departments": ("units", {"page": 1}),
    "department": ("unit", {"unit": UNIT, "page": 1}),
    "area": ("area", {"area": AREA, "page": 1}),
    "indicator": ("indicator", {"code": CODE}),
    "periods": ("periods", {"code": CODE, "page": 1}),
    "reds": ("reds", {"unit": 0, "area": 0, "page": 1}),
}


def ours(desk: Desk) -> dict[str, float]:
    """As the director reads it, words and buttons included."""
    reader = people.holders(desk.session, "director")[0][1].telegram_id
    return {name: _took(partial(_shown, desk, reader, *page)) for name, page in PAGES.items()}


def _shown(desk: Desk, reader: int, kind: str, args: dict[str, Any]) -> None:
    row = Outbox(key="bench", chat_id=reader, kind=kind, args=args, rank=0, not_before=NOW, since=NOW)
    assert desk.renderer.message(desk.office(NOW, "bench"), row) is not None


def naive(session: Session) -> dict[str, float]:
    return {
        "first": _took(lambda: _counts(session), 1),
        "department": _took(lambda: _of_department(session)),
        "periods": _took(lambda: _of_indicator(session)),
    }


def _counts(session: Session) -> None:
    """Every task of every department, and whether it was reported."""
    session.expunge_all()
    filed = {report.task_id for report in session.exec(select(Report))}
    found = session.exec(select(Task, Unit).join(Unit)).all()
    Counter((unit.name, task.id in filed, task.due < NOW.date()) for task, unit in found)


def _of_department(session: Session) -> None:
    session.expunge_all()
    found = list(session.exec(select(Task).where(Task.unit_id == UNIT)))
    sorted(found, key=lambda task: (task.state != "open", task.due))[:8]


def _of_indicator(session: Session) -> None:
    session.expunge_all()
    query = select(Task).join(Assignment).join(Indicator).where(Indicator.code == CODE)
    sorted(session.exec(query), key=lambda task: task.due)[:8]


def _took(act: Callable[[], None], turns: int = TURNS) -> float:
    """Milliseconds of the processor, the first turn left out: what else runs on the machine is not measured."""
    act()
    begin = time.process_time()
    for _ in range(turns):
        act()
    return (time.process_time() - begin) * 1000 / turns


def main(path: Path) -> None:
    database = engine.open_file(path)
    migrate.upgrade(database)
    furnish(database, SETTINGS)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")
    found = {"ours": ours(desk)}
    desk.close()
    with Session(database) as session:
        found["naive"] = naive(session)
    print(json.dumps(found))


NAMES = {
    "first": "first answer to /status",
    "departments": "all departments",
    "department": "a department",
    "area": "an area",
    "indicator": "an indicator, why it is red",
    "periods": "its periods",
    "reds": "everything red, and why",
}


def table() -> Table:
    found = child("drill", str(made("crowd", str(TASKS))))
    figures = [
        Figure(what, "ms", found["ours"][name], found["naive"].get(name), most=300) for name, what in NAMES.items()
    ]
    return Table("The way down from /status", "every task loaded", figures, NOTE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
