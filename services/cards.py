"""What one person is told on one working day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from db.queries import people, requests, rungs, tasks, tidings
from db.tables import Outbox, Reminder, Task
from domain.facts import personal, work
from domain.lifecycle import Step
from services import demands, judging, listing, peopling, queues, sheets, showing, titles, urging
from services.looking import RUNG
from services.office import Office
from services.reminding import NEWS

Gather = Callable[[Office, dict[str, Any], Outbox], Any]

AUDIENCES = ("contact", "head")  # to do, or to urge
WAITS = {
    Step.CONFIRMING: "confirming", Step.RECONFIRMING: "confirming", Step.REVIEWING: "reviewing",
    Step.CLOSING: "reviewing", Step.GATHERING: "gathering", Step.RETURNED: "returned",
}  # fmt: skip


def card(office: Office, row: Outbox, gather: Mapping[str, Gather]) -> personal.Card | None:
    """The reminders of this card, each task as it is now; the office's are drawn together by period. What happened
    besides is gathered as it would be for a message of its own."""
    seen = peopling.units_seen(office, row.chat_id)
    told = rungs.reminded_on(office.session, row.edits or row.id)  # an edit speaks of what its card speaks of
    told = [(r, task) for r, task in told if seen is None or task.unit_id in seen or r.audience == "reviewer"]
    looked = [task for reminder, task in told if reminder.rung.startswith(RUNG)]
    decided = tuple(_news(office, reminder, task) for reminder, task in told if reminder.rung.startswith(NEWS))
    told = [(reminder, task) for reminder, task in told if not reminder.rung.startswith((RUNG, NEWS))]
    mine = {(reminder.audience, task.id): task for reminder, task in told if reminder.audience in AUDIENCES}
    for audience, task_id in [key for key in mine if key[0] == "head"]:  # who answers need not urge himself
        if ("contact", task_id) in mine:
            del mine[audience, task_id]
    late = [task for reminder, task in told if reminder.audience == "office"]
    groups = _groups(office, late)
    looks = any(r.audience == "reviewer" or (r.audience == "office" and t.step == Step.DISPUTED) for r, t in told)
    waiting = queues.of(office, row.args["person"]) if looks else ()
    alone = not groups and not looked and not waiting and not decided
    items = _items(office, mine, urging.unanswered(office, mine.values()), alone=alone)
    happened = tidings.on_card(office.session, row.edits or row.id)
    found = [(one.kind, gather[one.kind](office, one.args, row)) for one in happened]
    heard = tuple((kind, facts) for n, (kind, facts) in enumerate(found) if facts and (kind, facts) not in found[:n])
    if not items and not late and not looked and not looks and not decided and not heard:
        return None
    day = date.fromisoformat(row.args["day"])
    named = {task_id for _, task_id in mine}
    units = {task.unit_id for reminder, task in told if reminder.audience == "contact"}
    held = tasks.held_by_units(office.session, units)
    others = [t for t in held if t.form != "signing" and t.is_owed and t.limit < day and t.id not in named]
    answers_for = listing.units_of(office, people.get(office.session, row.args["person"]))
    ahead = tuple(one for task in looked for one in _behind(office, task))
    several = len(answers_for) > 1
    return personal.Card(day, items, groups, len(others), several, waiting, looks, bool(looked), ahead, decided, heard)


def _groups(office: Office, late: Sequence[Task]) -> tuple[personal.Group, ...]:
    """Departments late with the same thing, each matter one line."""
    asked = people.answered(office.session) if late else set()
    matters: dict[tuple[str, str, str], list[work.Task]] = {}
    for task in late:
        shown = showing.outline(office, task)
        if _is_late(shown):
            matters.setdefault(_matter(shown, task.unit_id in asked), []).append(shown)
    return tuple(
        personal.Group(title, period, tuple(dict.fromkeys(t.unit for t in same)), max(-t.left for t in same), stage)
        for (title, period, stage), same in sorted(matters.items(), key=lambda matter: matter[0])
    )


def _is_late(task: work.Task) -> bool:
    """By now: it may have been filed since, or have got another limit."""
    owed = not task.closed and task.step != "disputed" and task.left < 0
    return owed or (task.step in WAITS and task.step != Step.RETURNED)


def _news(office: Office, reminder: Reminder, task: Task) -> personal.News:
    """What became of the request that the rung is about."""
    request = requests.get(office.session, reminder.round)
    assert request is not None
    return personal.News(
        kind=request.kind,
        state=request.state if request.kind != "closing" or request.state == "refused" else task.step,
        subject=request.subject,
        task_id=task.id,
        title=titles.title(office, task),
        period="" if task.form == "words" else task.period,
        unit=people.unit(office.session, task.unit_id).name,
        words=request.answer,
    )


def _behind(office: Office, task: Task) -> list[personal.Behind]:
    of = demands.indicator(office, task)
    found = [(one.requirement, one.pace) for one in judging.requirements(office, of)]
    return [
        personal.Behind(task.id, of.code, row.name, row.unit, pace, task.form == "register" and task.state == "open")
        for row, pace in found
        if pace and pace.behind and row.cadence == task.cadence
    ]


def _items(
    office: Office, mine: dict[tuple[str, int], Task], urged: Mapping[int, str], alone: bool
) -> tuple[personal.Item, ...]:
    """What is asked together is one line, however many indicators it asks for. The only thing is shown in full."""
    found: dict[tuple[str, tuple[int, ...]], Task] = {}
    for (audience, _), task in mine.items():
        found.setdefault((audience, tuple(row.id for row in sheets.of(office, task))), task)
    if alone and len(found) == 1:
        (((audience, ids), task),) = found.items()
        if len(ids) > 1:
            asked = (sheets.urged if audience == "head" else sheets.sheet)(office, task)
            return (personal.Item(audience, asked, _by(ids, urged)),)
        shown = (showing.urged if audience == "head" else showing.task)(office, task)
        return (personal.Item(audience, shown, _by(ids, urged)),)
    return tuple(
        personal.Item(
            audience, showing.outline(office, task) if len(ids) == 1 else sheets.outline(office, task), _by(ids, urged)
        )
        for (audience, ids), task in found.items()
    )


def _by(task_ids: Sequence[int], urged: Mapping[int, str]) -> str:
    return next((urged[task_id] for task_id in task_ids if task_id in urged), "")


def _matter(task: work.Task, answers: bool) -> tuple[str, str, str]:
    """Departments late with the same thing for the same period; signing has no period to speak of. What has been
    answered waits for a head or a reviewer: that is another matter, as is what nobody could be asked."""
    stage = WAITS.get(Step(task.step), "" if answers or not task.title else "vacant")
    return task.sheet or task.title, task.period if task.title else "", stage
