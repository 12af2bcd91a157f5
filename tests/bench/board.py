"""Board and weekly report of courts of different size, beside every task loaded and counted.

`.venv/bin/python -m tests.bench.board FILE` prints milliseconds of the processor under their names.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from bot.app import draw, make_desk
from bot.desk import Desk
from db import engine
from db.queries import people
from db.tables import Outbox, Report, Task, Unit
from services import digesting
from tests.bench.figures import Figure, Table, child, made, medians
from tests.bench.given import SECRET, SETTINGS

DEPARTMENTS = (1, 20, 200)
FRIDAY = datetime.fromisoformat("2026-03-06T17:40+08:00")
GROUP = -7_000_000
TURNS = 5
NOTE = (
    "A week into the first monthly round, nobody has answered; milliseconds of the processor. The board is read and "
    "worded for the director, the weekly report frozen with everything in it. The peer loads every task and counts."
)


def measure(path: Path) -> dict[str, float]:
    database = engine.open_file(path)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")
    reader = people.holders(desk.session, "director")[0][1].telegram_id
    row = Outbox(key="bench", chat_id=reader, kind="status", rank=0, not_before=FRIDAY, since=FRIDAY)
    found = {"board": _took(lambda: desk.renderer.call(desk.office(FRIDAY, "bench"), row, None))}
    call = desk.renderer.call(desk.office(FRIDAY, "bench"), row, None)
    assert call is not None
    found["picture"] = _took(lambda: draw(call["photo"]))
    found["digest"] = _took(lambda: _freeze(desk))
    desk.close()
    with Session(database) as session:
        found["counted"] = _took(lambda: _count(session))
    return found


def _freeze(desk: Desk) -> None:
    office = desk.office(FRIDAY, "bench")
    digesting.make(office)
    desk.undo()


def _count(session: Session) -> None:
    session.expunge_all()
    filed = {report.task_id for report in session.exec(select(Report))}
    found = session.exec(select(Task, Unit).join(Unit)).all()
    Counter((unit.name, task.id in filed, task.due < FRIDAY.date()) for task, unit in found)


def _took(act: Callable[[], object]) -> float:
    act()
    begin = time.process_time()
    for _ in range(TURNS):
        act()
    return (time.process_time() - begin) * 1000 / TURNS


def table() -> Table:
    figures = []
    for number in DEPARTMENTS:
        path = made("court", str(number))
        found = medians(lambda: child("board", str(path)))  # noqa: B023 - it is called at once
        of = f"{number} department{'s' if number > 1 else ''}"
        figures += [
            Figure(f"board of {of}", "ms", found["board"], found["counted"], most=300),
            Figure(f"picture of {of}", "ms", found["picture"], most=1000),
            Figure(f"answer to /status with its picture, {of}", "ms", found["board"] + found["picture"], most=1000),
            Figure(f"weekly report of {of}", "ms", found["digest"], found["counted"], most=1000),
        ]
    return Table("Board and weekly report", "every task loaded", figures, NOTE)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
