"""What somebody wants who answers with no report: heard, answered, begun where it is a request, and told to the
director where it is a promise for a day after the limit.

Nothing changes by it: a limit stands until somebody who may has moved it.
"""

import dataclasses
from datetime import date
from typing import Any

from db.queries import people, reports, tasks
from db.tables import Note, Outbox, Task
from domain.deadlines import find_deadline
from domain.extension import days_more, reason_said
from domain.facts import work
from domain.reader.asked import Heard
from services import extending, noting, passing, peopling, requesting, sheets, showing, tidings
from services.forms import hearing
from services.office import Office
from services.requesting import Shown

# for whom a text has to be a report, or a doubt about one
REPORTS = ("report", "correction", "unclear")
REQUESTS = ("extension", "not-ours")  # begun as a request of one task
OF_WHAT_IS_SHOWN = (*REQUESTS, "question", "done")
ANYWHERE = ("acknowledgement", "off-topic")  # answered alike, whichever task is meant


def of(office: Office, task: Task | None, text: str) -> Heard | None:
    """None where it is no wish but an answer that could not be read; and of what is to be signed: such words go on."""
    if task is not None and task.form == "signing":
        return None
    heard = hearing.wish(office, task if task and task.assignment_id else None, text)
    return None if heard.intent in REPORTS else heard


def tell(office: Office, task: Task, note: Note, heard: Heard) -> None:
    """The director hears of a promise that comes too late, once a day and task."""
    if not _is_for_director(task, heard):
        return
    args = {"task": task.id, "note": noting.number(office, note), **args_of(heard)}
    tidings.tell_director(office, "wished", args, key=f"wished/{task.id}/{heard.intent}/{office.today}")


def _is_for_director(task: Task, heard: Heard) -> bool:
    return heard.intent == "will-do-by" and heard.until is not None and heard.until > task.due


def begun(office: Office, task: Task, text: str, heard: Heard) -> Shown | None:
    """延期 and 转办 in plain words: the request is begun with what was said; None of any other wish."""
    if heard.intent == "extension":
        if problem := extending.obstacle(office, task):
            return "sentence", {"code": problem}
        return requesting.begin_with(office, "extension", task, _day(office, task, text, heard) | _reason(text))
    if heard.intent == "not-ours":
        if problem := passing.obstacle(office, task):
            return "sentence", {"code": problem}
        named = {"to_unit_id": heard.department} if heard.department else {}
        return requesting.begin_with(office, "passing", task, named)
    return None


def _day(office: Office, task: Task, text: str, heard: Heard) -> dict[str, str]:
    """In the words in which it was said, where those name one day."""
    found = find_deadline(text, office.today, office.calendar)
    if days_more(text, task.due, office.calendar) or (found and found.day and found.day == heard.until):
        return {"until": text}
    return {"until": heard.until.isoformat()} if heard.until else {}


def _reason(text: str) -> dict[str, str]:
    return {"reason": found} if (found := reason_said(text)) else {}


def args_of(heard: Heard) -> dict[str, Any]:
    until = heard.until.isoformat() if heard.until else None
    return {"intent": heard.intent, "until": until, "unit": heard.department}


def answered(office: Office, args: dict[str, Any], row: Outbox) -> work.Wish | None:
    """What the writer is answered."""
    number = args.get("task") or args.get("sheet")
    task = tasks.get(office.session, number) if number else None
    if task is not None and not peopling.may_see(office, row.chat_id, task):
        return None
    if task is not None and args.get("sheet"):
        return dataclasses.replace(_wish(args, None), sheet=sheets.sheet(office, task))
    return _wish(args, showing.task(office, task) if task else None)


def told(office: Office, args: dict[str, Any], row: Outbox) -> work.Wished | None:
    """What the director is told."""
    task = tasks.get(office.session, args["task"])
    note = reports.note(office.session, args["note"])
    if task is None or note is None:
        return None
    shown = showing.task(office, task)
    title = peopling.title(office, people.get(office.session, note.person_id))
    return work.Wished(title, _wish(args, shown), shown, note.text)


def _wish(args: dict[str, Any], task: work.Task | None) -> work.Wish:
    until = date.fromisoformat(args["until"]) if args.get("until") else None
    return work.Wish(args["intent"], task, until, args.get("unit"))
