"""Which tasks should exist by now, and do not yet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from db.queries import assignments, notices, tasks
from db.tables import Assignment, Notice, Task, Unit
from domain.cadences import (
    Cadence,
    Schedule,
    due_between,
    next_opening,
    parse_period,
    schedule,
    schedule_once,
    still_open,
)
from domain.validity import holds
from services import auditing, expanding, gathering, lifecycle, slicing
from services.office import Office

Key = tuple[int | None, int | None, str, str]  # assignment, unit, cadence, period; of a lead whoever it is


def open_tasks(office: Office, limit: int) -> bool:
    """Opens every period that has begun and was not yet due when the notice was given. True where more is left."""
    notice = notices.current(office.session)
    if notice.state != "given" or notice.given_on is None or notice.planned_on == office.today:
        return False
    if notice.planned_on and not _opens_since(office, notice.planned_on):
        notice.planned_on = office.today
        return False
    missing = list(islice(_missing(office, notice), limit + 1))
    _open(office, [_task(office, *one) for one in missing[:limit]])
    if len(missing) > limit:
        return True
    notice.planned_on = office.today
    return False


def _missing(office: Office, notice: Notice) -> Iterator[tuple[Assignment, Unit, str, Schedule]]:
    known = _there(office, list(office.rules.cadences))
    for assignment, unit, name, plan in _wanted(office, notice):
        own = assignment.id, unit.id, name, plan.period.key
        if own not in known and _key(assignment, unit.id, name, plan.period.key) not in known:
            yield assignment, unit, name, plan


def _wanted(office: Office, notice: Notice) -> Iterator[tuple[Assignment, Unit, str, Schedule]]:
    """Of leads and of whoever files first, then the parts of responsible departments."""
    assert notice.given_on is not None
    given, cadences = assignments.given_at(office.session), office.rules.cadences
    plans = {name: list(_plans(office, cadence, notice.given_on)) for name, cadence in cadences.items()}
    dates = _dates(office, notice)
    for assignment, name, asked_since in assignments.asked(office.session, notice.id, list(cadences)):
        for unit in expanding.departments(office, assignment):
            at = given.get((assignment.id, unit.id))
            since = office.rules.hours.today(at) if at else notice.given_on
            for plan in dates.get((assignment.id, name), plans[name]):
                # whoever joined a group later owes nothing of what was due before
                if plan.due >= since and holds(asked_since, None, plan.period):
                    yield assignment, unit, name, plan
    yield from slicing.wanted(office, notice, plans, given)


def _there(office: Office, cadences: list[str]) -> set[Key]:
    """What was withdrawn is nobody's any more, and comes back to whoever had it by its own way."""
    found = _keys(office, tasks.periods(office.session, cadences))
    return found | set(tasks.periods(office.session, cadences, "withdrawn"))


def _keys(office: Office, rows: Iterable[tuple[int | None, int, str, str]]) -> set[Key]:
    leads = assignments.leads(office.session)
    return {(number, None if number in leads else unit_id, name, key) for number, unit_id, name, key in rows}


def _key(assignment: Assignment, unit_id: int, name: str, period: str) -> Key:
    """What the lead has answered the one who leads by now is not asked again."""
    return assignment.id, None if assignment.part == "lead" else unit_id, name, period


def _plans(office: Office, cadence: Cadence, given_on: date) -> Iterator[Schedule]:
    """What is open today; a sum only of what somebody is asked for."""
    rounds = [other for other in office.rules.cadences.values() if other.form == "roll-call"]
    for plan in still_open(cadence, office.today, office.calendar, given_on):
        if cadence.form != "summary" or any(
            schedule(other, plan.period, office.calendar).due >= given_on for other in rounds
        ):
            yield plan


def _opens_since(office: Office, day: date) -> bool:
    """Whether a period has opened after that day, for which everything was there that should be."""
    openings = (next_opening(cadence, day, office.calendar) for cadence in office.rules.cadences.values())
    return any(opening is not None and opening <= office.today for opening in openings)


def _dates(office: Office, notice: Notice) -> dict[tuple[int, str], list[Schedule]]:
    """Of what is asked once, by assignment and cadence: a task for each date that its demands have."""
    assert notice.given_on is not None
    once = {name: cadence for name, cadence in office.rules.cadences.items() if cadence.every == "once"}
    found: dict[tuple[int, str], list[Schedule]] = {}
    for assignment, name, deadline, since in assignments.deadlines(office.session, notice.id, list(once)):
        plan = schedule_once(once[name], deadline, since or assignment.given_on, office.calendar)
        found.setdefault((assignment.id, name), []).append(plan)
    return found


def due_within(office: Office, start: date, end: date) -> list[tuple[str, Schedule, int]]:
    """Title and schedule of what falls due between these days, and how many departments have not filed it."""
    notice = notices.current(office.session)
    plans = [
        (name, plan)
        for name, cadence in office.rules.cadences.items()
        for plan in due_between(cadence, start, end, office.calendar)  # of what is asked once the tasks are open
    ]
    of_these = {name for name, _ in plans}, "filed", {plan.period.key for _, plan in plans}
    done = _keys(office, tasks.periods(office.session, *of_these))
    found = []
    for name, plan in plans:
        waiting = [
            unit
            for assignment, _, since in assignments.asked(office.session, notice.id, [name])
            for unit in expanding.departments(office, assignment)
            if holds(since, None, plan.period) and _key(assignment, unit.id, name, plan.period.key) not in done
        ]
        if waiting:
            found.append((office.rules.cadences[name].title, plan, len(waiting)))
    for name in (name for name, cadence in office.rules.cadences.items() if cadence.every == "once"):
        for task in tasks.falling_due(office.session, name, start, end):
            plan = Schedule(parse_period(task.period), task.opens, task.due, task.locks)
            found.append((office.rules.title(name), plan, 1))
    parts: dict[tuple[date, str], list[Task]] = {}
    for task in tasks.parts_falling_due(office.session, start, end):
        parts.setdefault((task.due, task.period), []).append(task)
    for same in parts.values():
        first, units = same[0], {task.unit_id for task in same}
        plan = Schedule(parse_period(first.period), first.opens, first.due, first.locks)
        found.append((office.rules.joint.title, plan, len(units)))
    return sorted(found, key=lambda one: one[1].due)


def look_again(office: Office) -> None:
    """Assignments, groups or rules may have changed: the day is planned anew."""
    notices.current(office.session).planned_on = None


def _task(office: Office, assignment: Assignment, unit: Unit, name: str, plan: Schedule) -> Task:
    return Task(
        assignment_id=assignment.id,
        unit_id=unit.id,
        cadence=name,
        form=office.rules.cadences[name].form,
        period=plan.period.key,
        opens=plan.opens,
        due=plan.due,
        locks=plan.locks,
        quiet=plan.quiet,
        wake_at=office.now,
    )


def _open(office: Office, opened: Sequence[Task]) -> None:
    """Written together: from then on they have numbers."""
    office.session.add_all(opened)
    office.session.flush()
    for task in opened:
        lifecycle.hold(office, task)
        auditing.record(office, "open", f"task/{task.id}", period=task.period, unit=task.unit_id)
        if lead := gathering.lead_of(office, task):
            lifecycle.gather(office, lead)


def next_due(office: Office) -> datetime | None:
    """When the next period opens."""
    notice = notices.current(office.session)
    if notice.state != "given":
        return None
    key = office.today, office.rules
    known = office.session.info.get("next opening")
    if known is None or known[0][0] != key[0] or known[0][1] is not key[1]:  # it is asked for at every turn
        days = [next_opening(cadence, office.today, office.calendar) for cadence in office.rules.cadences.values()]
        first = min((office.rules.hours.opening(day) for day in days if day), default=None)
        office.session.info["next opening"] = key, first
    found: datetime | None = office.session.info["next opening"][1]
    return found
