"""What happens to a task, by the one table of domain.lifecycle: its state, and who holds it from then on."""

from collections.abc import Collection
from datetime import date

from db.queries import reports, reviews
from db.tables import Task
from domain.lifecycle import HOLDER, OPEN, Event, Move, Part, Step, next_step, state
from services import holding, lapsing, reviewers
from services.office import Office

RULE: frozenset[Part] = frozenset({"rule"})


class Impossible(Exception):
    """The program would do what cannot happen in that state: a mistake in it, never somebody's button."""


def move(
    office: Office, task: Task, event: Event, parts: Collection[Part], *, unit_id: int | None = None
) -> Move | None:
    """None where that cannot happen now, or is not for somebody in these parts: nothing has changed then.

    `unit_id` is whose parts are awaited, where responsible departments are asked.
    """
    was = Step(task.step)
    found = next_step(was, event, parts)
    if found is None:
        return None
    task.step, task.state = found.to, state(found.to)
    if (was in OPEN) != (found.to in OPEN):
        task.closed_at = None if found.to in OPEN else office.now
    if found.to not in OPEN or event is Event.HAND_OVER:
        lapsing.lapse(office, task)
    task.rev += 1
    task.mend_by = max(task.due, _mended_by(office)) if found.to is Step.RETURNED else None
    hold(office, task, unit_id=unit_id)
    task.wake_at = office.now if found.to in HOLDER else None
    return found


def carry(office: Office, task: Task, event: Event, *, unit_id: int | None = None) -> None:
    """As the program itself does it."""
    if move(office, task, event, RULE, unit_id=unit_id) is None:
        raise Impossible(f"task {task.id}: {event} while {task.step}")


def hold(office: Office, task: Task, *, unit_id: int | None = None) -> None:
    """Whoever the step waits for has the ball: its own department, the others that are asked, the reviewer."""
    part = HOLDER.get(Step(task.step))
    match part:
        case "reviewer":
            reviewer = reviewers.unit_of(office, task)
            unit_id = reviewer.id if reviewer else None
        case "office":
            unit_id = None
        case "contact" | "head":
            unit_id = task.unit_id
    holding.take(office, task, part, unit_id)


def _mended_by(office: Office) -> date:
    return office.calendar.shift(
        office.calendar.on_or_after(office.today), office.rules.stretches[Step.RETURNED].within
    )


def settle(office: Office, task: Task) -> None:
    """The correction that was begun does not come: what stands is as it was before."""
    if Step(task.step) not in (Step.REOPENED, Step.RECONFIRMING):
        return
    versions = reports.filed(office.session, task.id)
    if versions and reviews.is_accepted(office.session, versions[-1].id):
        carry(office, task, Event.RELOCK)
    else:
        carry(office, task, Event.RESUME if office.rules.review(task.cadence) else Event.LEAVE)
