"""Which tasks should exist by now, and do not yet."""

from collections.abc import Iterator
from datetime import date, datetime

from db.queries import notices, tasks
from db.tables import Assignment, Task
from domain.cadences import Cadence, Schedule, due_between, next_opening, schedule, still_open
from services import assigning, auditing
from services.office import Office

Key = tuple[int | None, int | None, str, str]  # assignment, unit, cadence, period; of a lead whoever it is


def open_tasks(office: Office, limit: int) -> bool:
    """Opens every period that has begun and was not yet due when the notice was given. True where more is left."""
    notice = notices.current(office.session)
    if notice.state != "given" or notice.given_on is None or notice.planned_on == office.today:
        return False
    cadences = office.rules.cadences
    known = _there(office, list(cadences))
    plans = {name: list(_plans(office, cadence, notice.given_on)) for name, cadence in cadences.items()}
    opened = 0
    for assignment, name in tasks.asked_assignments(office.session, notice.id, list(cadences)):
        for unit in assigning.expand(office, assignment):
            for plan in plans[name]:
                if _key(assignment, unit.id, name, plan.period.key) in known:
                    continue
                if opened == limit:
                    return True
                opened += 1
                _open(office, assignment, unit.id, cadences[name], plan)
    notice.planned_on = office.today
    return False


def _there(office: Office, cadences: list[str], state: str | None = None) -> set[Key]:
    leads = tasks.lead_assignments(office.session)
    rows = tasks.periods(office.session, cadences, state)
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


def due_within(office: Office, start: date, end: date) -> list[tuple[str, Schedule, int]]:
    """Cadence and schedule of what falls due between these days, and how many departments have not filed it."""
    notice = notices.current(office.session)
    done = _there(office, list(office.rules.cadences), state="filed")
    found = []
    for name, cadence in office.rules.cadences.items():
        for plan in due_between(cadence, start, end, office.calendar):
            waiting = [
                unit
                for assignment, _ in tasks.asked_assignments(office.session, notice.id, [name])
                for unit in assigning.expand(office, assignment)
                if _key(assignment, unit.id, name, plan.period.key) not in done
            ]
            if waiting:
                found.append((name, plan, len(waiting)))
    return sorted(found, key=lambda one: one[1].due)


def look_again(office: Office) -> None:
    """Assignments, groups or rules may have changed: the day is planned anew."""
    notices.current(office.session).planned_on = None


def _open(office: Office, assignment: Assignment, unit_id: int, cadence: Cadence, plan: Schedule) -> None:
    task = Task(
        assignment_id=assignment.id,
        unit_id=unit_id,
        cadence=cadence.name,
        form=cadence.form,
        period=plan.period.key,
        opens=plan.opens,
        due=plan.due,
        locks=plan.locks,
        wake_at=office.now,
    )
    office.session.add(task)
    office.session.flush()
    auditing.record(office, "open", f"task/{task.id}", period=task.period, unit=unit_id)


def next_due(office: Office) -> datetime | None:
    """When the next period opens."""
    notice = notices.current(office.session)
    if notice.state != "given":
        return None
    days = [next_opening(cadence, office.today, office.calendar) for cadence in office.rules.cadences.values()]
    return min((office.rules.hours.opening(day) for day in days), default=None)
