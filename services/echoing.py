"""What an answer has put into a draft, for the head of whatever is shown next."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from db.queries import reports, tasks
from db.tables import Task
from domain.facts import work
from services.forms import readings
from services.office import Office

FORM = "readings"  # the other forms show whatever they hold with every question
SHOWS_ITSELF = (None, "figures")  # the check, and the question for the figures that are missing still
Fields = dict[str, tuple[int | None, int | None, str | None]]


@dataclass(frozen=True)
class Drafted:
    """What stands in a draft; whether that is all of it."""

    said: Fields
    asking: str | None
    ready: bool


def drafted(office: Office, task: Task) -> Drafted:
    report = reports.draft(office.session, task.id) if task.form == FORM else None
    if report is None:
        return Drafted({}, None, ready=False)
    rows = reports.readings(office.session, report.id).values()
    return Drafted({row.field: (row.num, row.den, row.text) for row in rows}, report.asking, report.asking is None)


def args_of(office: Office, task: Task, before: Drafted, following: int) -> dict[str, Any]:
    """The fields that an answer has set, by tasks, unless what follows shows them anyway."""
    now = drafted(office, task)
    fields = [field for field, value in now.said.items() if before.said.get(field) != value]
    if following == task.id:  # a question that is half answered says so
        asked = (now.asking or "").removeprefix("details ")
        fields = [f for f in fields if f.partition(".")[0] != asked] if now.asking not in SHOWS_ITSELF else []
    return {"taken": {str(task.id): fields}} if fields else {}


def facts_of(office: Office, args: dict[str, Any]) -> tuple[work.Readings, ...]:
    """As they stand now: what was dropped since is told no more."""
    found = []
    for number, fields in args.get("taken", {}).items():
        task = tasks.get(office.session, int(number))
        report = reports.draft(office.session, int(number))
        if task is not None and report is not None:
            found.append(_those(readings.form(office, task, report), set(fields)))
    return tuple(found)


def _those(form: work.Readings, fields: set[str]) -> work.Readings:
    named = {field.partition(".")[0] for field in fields}
    return dataclasses.replace(
        form,
        figures=tuple(one for one in form.figures if one.label in fields),
        computed=tuple(one for one in form.computed if one.stated and str(one.seq) in named),
        points=tuple(one for one in form.points if str(one.seq) in named),
    )
