"""各部门情况: who has filed in the monthly round, by department, in numbers alone; shown anew as reports come."""

from typing import Any

from db.queries import rounds, tasks
from db.tables import Outbox, Task
from domain.facts import joint as facts
from domain.lifecycle import Step
from services import peopling, showing
from services.forms import summary
from services.office import Office
from services.saying import edit, say

REVIEWED = (Step.ACCEPTED, Step.CLOSING, Step.SETTLED)


def open_(office: Office, task: Task, chat_id: int) -> Outbox:
    """A new message; the one before in this chat stays as it was last."""
    row = say(office, chat_id, "round", {"task": task.id}, key=f"{rounds.prefix(task.id)}{chat_id}/{office.turn}")
    rounds.opened(office.session, task.id, row)
    return row


def refresh(office: Office, task: Task) -> None:
    """Of each reader the newest message about the round that this department's report belongs to."""
    if task.form != summary.FILING:
        return
    for whole in summary.of_round(office, task):
        newest = {row.chat_id: row for row in rounds.messages(office.session, whole.id)}
        for row in newest.values():
            edit(office, row)


def shown(office: Office, args: dict[str, Any], row: Outbox) -> facts.Round | None:
    task = tasks.get(office.session, args["task"])
    if task is None or not peopling.may_see(office, row.chat_id, task):
        return None
    zero = some = reviewed = expected = 0
    missing, unreviewed = [], []
    for part, unit, figures in summary.filings(office, task):
        expected += 1
        if figures is None:
            missing.append(unit.name)
            continue
        is_zero = figures["records"] == 0
        zero, some = zero + is_zero, some + (not is_zero)
        if Step(part.step) in REVIEWED:
            reviewed += 1
        else:
            unreviewed.append(unit.name)
    whole = showing.task(office, task)
    return facts.Round(whole, expected, zero, some, reviewed, tuple(missing), tuple(unreviewed))
