"""A file that may prove several tasks: it waits in the question until somebody has said which."""

import dataclasses
from typing import Any

from db.queries import outbox, tasks
from db.tables import Note, Outbox, Task
from domain.facts import work
from domain.people import Principal
from services import answering, binding, filing, noting, open_work, peopling, proving, showing, striking
from services.office import Office
from services.open_work import Shown
from services.proving import File

KIND = "file-which"


def ask(office: Office, who: Principal, file: File, found: list[Task], note: Note | None) -> list[Shown] | str:
    """The question which of these tasks it proves; a further file of an album joins those that are asked about.

    Words that surely answer something do not wait with their file; those that tell of a case are struck out.
    """
    if problem := proving.unfit(office, file):
        return problem
    last = outbox.newest(office.session, who.chat_id)
    known = (
        last.args if file.album and last and last.kind == KIND and last.args["files"][0]["album"] == file.album else {}
    )
    answered: list[Shown] = []
    if note is not None:
        bound = binding.for_text(office, who, note, None)
        if len(bound.tasks) == 1 and filing.would_take(office, bound.tasks[0], note.text):
            answered, note = answering.take(office, who, bound), None
        elif striking.strike_early(office, note, [*found, *bound.tasks, *bound.beside]):
            striking.tell(office, note.message_id)
    args = {
        "files": [*known.get("files", []), dataclasses.asdict(file)],
        "tasks": [task.id for task in found],
        "note": noting.number(office, note) if note else known.get("note"),
    }
    return [*answered, ("file-which", args)]


def put(office: Office, who: Principal, args: dict[str, Any], task: Task) -> list[Shown] | str:
    """With the task that was chosen; what is shown then, or what stands in the way."""
    for one in args["files"]:
        if problem := proving.add_file(office, task, File(**one), None):
            return problem
    note = noting.waiting(office, who, args["note"]) if args["note"] else None
    return after(office, task, note, None)


def kept(task: Task, files: list[dict[str, Any]]) -> Shown:
    """Where they are now."""
    return "file-kept", {"task": task.id, "files": [{"name": one["name"]} for one in files]}


def after(office: Office, task: Task, note: Note | None, report_id: int | None) -> list[Shown]:
    """What follows a file, and what was said with it: words that are no answer only tell what it is."""
    if note is None or not note.text:
        return [open_work.after(office, task.id)]
    shown = answering.enter(office, task, note, report_id)
    return [open_work.after(office, task.id) if _is_no_answer(*one) else one for one in shown]


def _is_no_answer(kind: str, args: dict[str, Any]) -> bool:
    unread = {"not-understood", "press-a-button"}
    return kind == "problem" and args.get("code") in unread and not args.get("likely")


def question(office: Office, args: dict[str, Any], row: Outbox) -> work.Unplaced | None:
    found = [task for task_id in args["tasks"] if (task := tasks.get(office.session, task_id))]
    mine = tuple(showing.task(office, task) for task in found if peopling.may_see(office, row.chat_id, task))
    return work.Unplaced(_names(args), mine) if mine else None


def placed(office: Office, args: dict[str, Any], row: Outbox) -> work.Placed | None:
    task = tasks.get(office.session, args["task"])
    if task is None or not peopling.may_see(office, row.chat_id, task):
        return None
    return work.Placed(_names(args), showing.task(office, task))


def _names(args: dict[str, Any]) -> tuple[str, ...]:
    return tuple(one["name"] for one in args["files"])
