"""What a person may do with a task: only their department's, and only from the state that their card showed."""

from dataclasses import dataclass
from typing import Any

from db.queries import reports, reviews, tasks
from db.tables import Report, Task
from domain.lifecycle import AT_HEAD, Step
from domain.people import Principal
from services import counting, drafting, filing, locking, sheets
from services.forms import CHOOSING, FORMS, roll_call
from services.office import Office

Shown = tuple[str, dict[str, Any]]  # a kind with its facts


@dataclass(frozen=True)
class Pressed:
    """A button on a task's card, good and fresh."""

    office: Office
    task: Task


def of_mine(office: Office, who: Principal, task_id: int) -> Task | None:
    """The task, where it belongs to a department that this person answers for, and is asked of it still."""
    task = tasks.get(office.session, task_id)
    return task if task and task.unit_id in who.units and task.state != "withdrawn" else None


def any_task(office: Office, task_id: int) -> Task | None:
    return tasks.get(office.session, task_id)


def of_report(office: Office, who: Principal, report_id: int) -> Task | None:
    report = reports.get(office.session, report_id)
    return of_mine(office, who, report.task_id) if report else None


def begun(office: Office, who: Principal) -> list[Task]:
    """Tasks with a draft of this person, the newest first."""
    return [task for _, task in reports.drafts_by(office.session, who.person_id) if task.unit_id in who.units]


def look_at(office: Office, task: Task) -> None:
    """A question that is shown once more is the one that was asked last."""
    if reports.draft(office.session, task.id):
        drafting.begin(office, task)


def correct(office: Office, report_id: int) -> str | None:
    report = reports.get(office.session, report_id)
    assert report is not None
    return filing.correct(office, report)


def count(office: Office, who: Principal, report_id: int, requirement_id: int) -> str | None:
    """An entry of mine counts toward something else too."""
    report = reports.get(office.session, report_id)
    if report is None or of_mine(office, who, report.task_id) is None:
        return "not-your-button"
    return None if counting.count(office, report, requirement_id) else "card-changed"


def after(office: Office, task_id: int) -> Shown:
    """What is shown after an answer."""
    task = tasks.get(office.session, task_id)
    assert task is not None
    if Step(task.step) in AT_HEAD:
        alone = len(sheets.of(office, task)) == 1
        return ("task", {"task": task.id}) if alone else ("sheet", {"sheet": task.id})
    if sheets.is_change(office, task):
        return "task", {"task": task.id}
    following = sheets.after(office, task)
    if sheets.is_ready(office, following):
        return "sheet", {"sheet": following.id}
    return "task", {"task": following.id}


def just_filed(office: Office, task: Task) -> Report | None:
    """The report that this very turn has filed."""
    versions = reports.filed(office.session, task.id)
    fresh = versions and versions[-1].at == office.now and not reports.draft(office.session, task.id)
    return versions[-1] if fresh else None


# what the buttons of a card do; each gives back the code of what stands in the way, if something does


def fill(pressed: Pressed) -> str | None:
    _ask(pressed, "all")
    return None


def zero(pressed: Pressed) -> str | None:
    roll_call.zero(pressed.office, pressed.task)
    pressed.task.rev += 1
    return None


def headcount(pressed: Pressed) -> str | None:
    _ask(pressed, "should")
    return None


def sum_up(pressed: Pressed) -> str | None:
    if locking.is_locked(pressed.office, pressed.task):
        return "locked"
    versions = reports.filed(pressed.office.session, pressed.task.id)
    drafting.begin(pressed.office, pressed.task, replaces=versions[-1].id if versions else None)
    return None


def held(pressed: Pressed) -> str | None:
    _ask(pressed, "day")
    return None


def another(pressed: Pressed) -> str | None:
    """One meeting more: a correction that was begun is none of it."""
    draft = reports.draft(pressed.office.session, pressed.task.id)
    if draft and draft.replaces:
        drafting.discard(pressed.office, pressed.task)
    _ask(pressed, "day")
    return None


def plan(pressed: Pressed) -> str | None:
    _ask(pressed, "plan")
    return None


def answer(pressed: Pressed) -> str | None:
    """Begins with what an indicator is asked for."""
    if locking.is_locked(pressed.office, pressed.task):
        return "locked"
    sheets.take_up(pressed.office, pressed.task)
    return None


def walk(pressed: Pressed) -> Shown:
    """Begins with the first question of a sheet that has no answer yet."""
    first = sheets.begin(pressed.office, pressed.task)
    if first.state == "open":
        sheets.take_up(pressed.office, first)
    return "task", {"task": first.id}


def file_all(pressed: Pressed) -> Shown:
    """Whatever of a sheet has been answered; the rest stays as it is."""
    sheets.file(pressed.office, pressed.task)
    return "sheet", {"sheet": pressed.task.id}


def choose(pressed: Pressed, choice: str) -> str | None:
    """An answer that is a button."""
    if locking.is_locked(pressed.office, pressed.task):
        return "locked"
    problem = CHOOSING[pressed.task.form].choose(pressed.office, pressed.task, choice)
    pressed.task.rev += 1
    return problem


def mend(pressed: Pressed) -> str | None:
    """What came back is there as it was filled in. Entries are corrected one by one, and handed in again by this."""
    task, session = pressed.task, pressed.office.session
    last = reviews.last_return(session, task.id)
    if task.step != Step.RETURNED or last is None:
        return None
    if task.form in locking.ONE_BY_ONE:
        if not FORMS[task.form].stands(pressed.office, task):
            return "entries-missing"
        filing.complete(pressed.office, task)
    else:
        report = drafting.begin(pressed.office, task, replaces=last[0].id)
        if task.form in CHOOSING:
            CHOOSING[task.form].look(pressed.office, report)
    return None


def back(pressed: Pressed) -> str | None:
    draft = reports.draft(pressed.office.session, pressed.task.id)
    had_something = bool(draft and not draft.replaces and reports.readings(pressed.office.session, draft.id))
    drafting.discard(pressed.office, pressed.task)
    if not had_something:
        return None
    return "cancelled" if reports.filed(pressed.office.session, pressed.task.id) else "cancelled-unfiled"


def file(pressed: Pressed) -> str | None:
    if locking.is_locked(pressed.office, pressed.task):
        return "locked"
    return None if filing.file(pressed.office, pressed.task) else "card-changed"


def _ask(pressed: Pressed, field: str) -> None:
    report = drafting.begin(pressed.office, pressed.task, asking=field)
    if report.asking != field:
        report.asking = field
        pressed.task.rev += 1
