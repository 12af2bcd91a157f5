"""What somebody wrote goes to the task that it answers, or the several ones; what is said to that, in order."""

from collections.abc import Mapping
from typing import Any

from db.queries import outbox
from db.tables import Note, Task
from domain.people import Principal
from domain.reader import about_list
from services import (
    bare,
    dividing,
    doubted,
    echoing,
    filing,
    locking,
    mentions,
    noting,
    open_work,
    sheets,
    striking,
    wishes,
)
from services.binding import Bound
from services.office import Office
from services.open_work import Shown

TOGETHER = 6  # tasks in one message, at most


def take(office: Office, who: Principal, bound: Bound) -> list[Shown]:
    """Where it is not sure which task is meant, the person is asked."""
    if affirmed := doubted.affirmed(office, who, bound.note.text):
        bound.note.task_id = affirmed[0].id
        return confirm(office, *affirmed, 0)
    if bound.listed and about_list.asks(bound.note.text):
        return [("explained", {"list": bound.listed})]
    if parts := _parts(office, bound):
        notes = noting.divide(office, bound.note, [text for _, text in parts])
        return _each(office, [task for task, _ in parts], notes)
    if _is_sure(office, bound):
        return enter(office, bound.tasks[0], bound.note, bound.report_id, bound.asked, bound.card)
    if striking.strike_early(office, bound.note, [*bound.tasks, *bound.beside] or bound.lately):
        striking.tell(office, bound.note.message_id)
        if not bound.note.text:
            return []
    if len(bound.tasks) == 1:
        return enter(office, bound.tasks[0], bound.note, bound.report_id, bound.asked, bound.card)
    return [_wished(office, who, bound.note.text) or _of_none(office, who, bound)]


def _of_none(office: Office, who: Principal, bound: Bound) -> Shown:
    """No task takes it by itself: which one is meant, or what there is."""
    if not bound.tasks and about_list.asks(bound.note.text):  # it corrects nothing that was filed lately
        return "held", {"person": who.person_id}
    if found := bound.tasks or bound.lately:
        return "kept", {"note": noting.number(office, bound.note), "tasks": [task.id for task in found]}
    return "held", {"person": who.person_id, "noted": True}


def _wished(office: Office, who: Principal, text: str) -> Shown | None:
    """What is answered alike, whichever task is meant."""
    heard = wishes.of(office, None, text)
    if heard and heard.intent in wishes.ANYWHERE:
        return "wish", wishes.args_of(heard)
    if heard and heard.intent == "done" and (shown := _ready_sheet(office, who)):
        return "wish", {"sheet": shown.id, **wishes.args_of(heard)}
    return None


def _ready_sheet(office: Office, who: Principal) -> Task | None:
    """Of the sheet that was shown last, where all of it is answered and waits for one press."""
    row = outbox.newest(office.session, who.chat_id)
    task = open_work.of_mine(office, who, row.args["sheet"]) if row is not None and row.kind == "sheet" else None
    return task if task and sheets.is_ready(office, task) else None


def _is_sure(office: Office, bound: Bound) -> bool:
    """One task takes it all, or there is no other that could."""
    return len(bound.tasks) == 1 and (not bound.beside or filing.would_take(office, bound.tasks[0], bound.note.text))


def _parts(office: Office, bound: Bound) -> dividing.Parts:
    """Where it speaks of several tasks, each gets its own part: the reader of one passes over what is another's."""
    text = bound.note.text
    found = [task for task in (*bound.tasks, *bound.beside) if mentions.of(office, task, text)]
    return dividing.divide(office, found, text) if len(found) <= TOGETHER else []


def enter(
    office: Office,
    task: Task,
    note: Note,
    replaces: int | None = None,
    asked: str | None = None,
    card: int | None = None,
) -> list[Shown]:
    """What comes next; or the doubt with its likely answer; or a word on what is wanted instead.

    `card` is the task whose own card was answered.
    """
    before = echoing.drafted(office, task)
    doubt = filing.take(office, task, note, replaces=replaces, asked=asked)
    if doubt is None:
        return [_following(office, task, before, card)]
    own = {"card": card} if card == task.id else {}
    if named := bare.asked(office, task, note, doubt):
        return [("problem", named | own)]
    heard = None if doubt.likely else wishes.of(office, task, note.text)
    if heard is None:
        return [("problem", doubted.args_of(task, doubt) | own)]
    if begun := wishes.begun(office, task, note.text, heard):
        return [begun]
    wishes.tell(office, task, note, heard)
    return [("wish", {"task": task.id, **wishes.args_of(heard)})]


def confirm(office: Office, task: Task, args: Mapping[str, Any], which: int) -> list[Shown]:
    """What was doubted is what was meant."""
    if locking.is_locked(office, task):
        return [("problem", {"task": task.id, "code": "locked"})]
    before = echoing.drafted(office, task)
    if doubt := doubted.confirm(office, task, args, which):
        return [("problem", doubted.args_of(task, doubt))]
    return [_following(office, task, before, args.get("card"))]


def _each(office: Office, tasks: list[Task], notes: list[Note]) -> list[Shown]:
    """Doubts first; what comes after the answers is said once, where it is the same."""
    doubts = []
    before = [echoing.drafted(office, task) for task in tasks]
    for task, note in zip(tasks, notes, strict=True):
        if doubt := filing.take(office, task, note):
            doubts.append(("problem", doubted.args_of(task, doubt)))
    after: dict[tuple[str, int], dict[str, Any]] = {}
    for task, was in zip(tasks, before, strict=True):
        kind, args = _following(office, task, was)
        same = after.setdefault((kind, args[kind]), args)
        if "taken" in args:
            same["taken"] = same.get("taken", {}) | args["taken"]
    return [*doubts, *((kind, args) for (kind, _), args in after.items())]


def _following(office: Office, task: Task, before: echoing.Drafted, card: int | None = None) -> Shown:
    """What was changed on its own card is checked there; otherwise what comes next says at its head what was taken."""
    if before.ready and card == task.id:
        return "task", {"task": task.id}
    kind, args = open_work.after(office, task.id)
    return kind, args | (echoing.args_of(office, task, before, args["task"]) if kind == "task" else {})
