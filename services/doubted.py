"""A doubt about an answer: what it probably says goes with the question, and one press says that it does."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from db.queries import outbox, quantities, tasks
from db.tables import Requirement, Task
from domain.facts import work
from domain.figures import is_share
from domain.people import Principal
from domain.reader.asked import Doubt, Value
from services import demands
from services.forms import known, readings
from services.office import Office

AFFIRMED = re.compile(
    r"\s*(?:是的?|对的?|嗯+|没错|正确|确认|就是|是这样|没问题|yes|ok)[啊呀哈\s。.,，!！~～]*$", re.IGNORECASE
)
Readings = list[dict[str, str]]  # key → exact figure, as a message keeps it


def args_of(task: Task, doubt: Doubt) -> dict[str, Any]:
    return {"task": task.id, "rev": task.rev, "code": doubt.reason, "about": doubt.about, "likely": _kept(doubt)}


def _kept(doubt: Doubt) -> Readings:
    """Figures alone: anything else is asked by buttons of its own."""
    found = []
    for one in doubt.likely:
        if one and all(isinstance(value, Fraction) for value in one.values()):
            found.append({key: str(value) for key, value in one.items()})
    return found


def facts_of(office: Office, task: work.Task, args: dict[str, Any]) -> work.Problem:
    row = tasks.get(office.session, task.task_id)
    assert row is not None
    names = _names(office, row)
    likely = tuple(
        work.Likely(tuple((names[key][0], Fraction(value), names[key][1]) for key, value in one.items()))
        for one in args.get("likely", [])
    )
    about = args.get("about") or ""
    name, unit = names.get(about, (about, ""))
    last = _last(office, row, about) if args["code"] == "jump" else None
    return work.Problem(task, args["code"], name, likely, None if last is None else (last, unit))


def _last(office: Office, task: Task, key: str) -> Fraction | None:
    """What was on record of a quantity, or of what quantities make."""
    before = quantities.before(office.session, task, demands.part(office, task))
    row = next((row for row in demands.of_task(office, task) if f"#{row.seq}" == key), None)
    return before.get(key) if row is None else known.value(row, before)


def _names(office: Office, task: Task) -> dict[str, tuple[str, str]]:
    """Key → name and unit."""
    if task.form != "readings":
        return {}
    rows = demands.of_task(office, task)
    counted = {q.label: (q.label, q.unit) for q in demands.quantities(rows)}
    return {f"#{row.seq}": (row.name, _unit(row)) for row in rows} | counted


def _unit(row: Requirement) -> str:
    return "%" if is_share(row.kind, len(row.parts), row.unit) else row.unit


def affirmed(office: Office, who: Principal, text: str) -> tuple[Task, Mapping[str, Any]] | None:
    """是的, typed under a doubt with one likely answer, says what its button says."""
    asked = outbox.newest(office.session, who.chat_id) if AFFIRMED.match(text) else None
    if asked is None or asked.kind != "problem" or len(asked.args.get("likely", [])) != 1:
        return None
    task = tasks.get(office.session, asked.args["task"])
    if task is None or task.unit_id not in who.units or task.rev != asked.args.get("rev"):
        return None
    return task, asked.args


def confirm(office: Office, task: Task, args: Mapping[str, Any], which: int) -> Doubt | None:
    """What was doubted is what was meant."""
    values: dict[str, Value] = {key: Fraction(value) for key, value in args["likely"][which].items()}
    doubt = readings.accept(office, task, values)
    task.rev += 1
    return doubt
