"""What happens to a task, by the one table of domain.lifecycle: its state, and who holds it from then on."""

from collections.abc import Collection
from datetime import date

from db.queries import reports, reviews
from db.tables import Task
from domain.lifecycle import HOLDER, OPEN, Event, Move, Part, Step, next_step, state
from services import following, gathering, holding, lapsing, reviewers
from services.office import Office

RULE: frozenset[Part] = frozenset({"rule"})
RUNS_ON = (Event.SUBMIT, Event.REFUSE, Event.AMEND)  # within the department: the limit to mend it is what it was
BEGINS = (Event.RESTORE, Event.HAND_OVER, Event.DECIDE)  # asked as if from the beginning


class Impossible(Exception):
    """The program would do what cannot happen in that state: a mistake in it, never somebody's button."""


def move(office: Office, task: Task, event: Event, parts: Collection[Part]) -> Move | None:
    """None where that cannot happen now, or is not for somebody in these parts: nothing has changed then."""
    was = Step(task.step)
    found = next_step(was, event, parts)
    if found is None:
        return None
    task.step, task.state = found.to, state(found.to)
    if (was in OPEN) != (found.to in OPEN):
        task.closed_at = None if found.to in OPEN else office.now
    if found.to not in OPEN or event is Event.HAND_OVER:
        lapsing.lapse(office, task)
    elif event is Event.SUBMIT:
        lapsing.lapse(office, task, lapsing.OF_ANOTHER)
    task.rev += 1
    if found.to in (Step.RETURNED, Step.REOPENED):
        task.mend_by = max(task.due, _mended_by(office))
    elif event not in RUNS_ON:
        task.mend_by = None
    task.wake_at = office.now if found.to in HOLDER else None
    hold(office, task)
    if event in BEGINS:
        gather(office, task)
    elif lead := gathering.lead_of(office, task):
        gather(office, lead)
    following.moved(office, task, was)
    return found


def carry(office: Office, task: Task, event: Event) -> None:
    """As the program itself does it."""
    if move(office, task, event, RULE) is None:
        raise Impossible(f"task {task.id}: {event} while {task.step}")


def gather(office: Office, lead: Task) -> None:
    """The ball is with the first department whose part is awaited, and goes on as they come; the lead has it again when
    all are there or late."""
    step, waits = Step(lead.step), bool(gathering.awaited(office, lead))
    if step is Step.ASKED and waits:
        carry(office, lead, Event.GATHER)
    elif step is Step.GATHERING and not waits:
        carry(office, lead, Event.GATHERED)
    elif step is Step.GATHERING:
        hold(office, lead)


def hold(office: Office, task: Task) -> None:
    """Whoever the step waits for has the ball: its own department, the others that are asked, the reviewer."""
    part = HOLDER.get(Step(task.step))
    unit_id: int | None = None
    match part:
        case "reviewer":
            reviewer = reviewers.unit_of(office, task)
            unit_id = reviewer.id if reviewer else None
        case "responsible":
            unit_id = gathering.awaited(office, task)[0].unit_id
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
