"""本部门情况: which responsible departments are asked, by themselves or by the lead, and what becomes of it when
departments change."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from db.queries import assignments, slices, tasks
from db.tables import Assignment, Indicator, Notice, Task, Unit
from domain import joint
from domain.cadences import Schedule
from domain.lifecycle import Event, Step
from domain.validity import holds
from services import auditing, demands, drafting, expanding, lifecycle, reminding
from services.office import Office

Given = Mapping[tuple[int, int], datetime]  # assignment and department → since when


def plan(office: Office, whole: Schedule) -> Schedule:
    """Due before the lead is, so that the lead can add up."""
    due = joint.limit(whole.due, whole.opens, office.rules.joint.before, office.calendar)
    return replace(whole, due=due)


def wanted(
    office: Office, notice: Notice, plans: Mapping[str, list[Schedule]], given: Given
) -> Iterator[tuple[Assignment, Unit, str, Schedule]]:
    """What responsible departments declare for themselves. Whoever is late to be asked is not asked: the lead may still
    do it."""
    light = [name for name in plans if office.rules.cadences[name].every in joint.LIGHT]
    light = [name for name in light if office.rules.cadences[name].form == "readings"]
    for row, name, since in assignments.declaring(office.session, notice.id, light, office.rules.joint.kinds):
        own = [plan(office, whole) for whole in plans[name] if holds(since, None, whole.period)]
        for unit in departments(office, row):
            at = given.get((row.id, unit.id))
            if at is not None:
                first = max(office.today, office.rules.hours.today(at))
                yield from ((row, unit, name, one) for one in own if one.due >= first)


def departments(office: Office, row: Assignment) -> list[Unit]:
    """Behind an assignment of responsible departments: never the lead's own, which answers for the whole."""
    leads = office.once(("leading", row.indicator_id), lambda: _leading(office, row.indicator_id))
    return [unit for unit in expanding.departments(office, row) if unit.id not in leads]


def _leading(office: Office, indicator_id: int) -> set[int]:
    rows = assignments.of_indicator(office.session, indicator_id, "lead")
    return {unit.id for row in rows for unit in expanding.departments(office, row)}


def may_be_asked(office: Office, lead: Task) -> list[tuple[Assignment, Unit]]:
    """Responsible departments that have not been asked for this period, each with the assignment that it has."""
    indicator = demands.indicator(office, lead)
    asked = {part.unit_id for part in slices.beside(office.session, indicator.id, lead)}
    found: list[tuple[Assignment, Unit]] = []
    for row in assignments.of_indicator(office.session, indicator.id, "responsible"):
        fresh = [unit for unit in departments(office, row) if unit.id not in asked]
        asked |= {unit.id for unit in fresh}
        found += [(row, unit) for unit in fresh]
    return found


def limit(office: Office, lead: Task) -> date | None:
    """By when departments would have to answer that are asked now; None where it is too late for the lead to ask."""
    if Step(lead.step) not in (Step.ASKED, Step.GATHERING):
        return None
    return joint.limit_on_demand(lead.due, office.today, office.rules.joint.before, office.calendar)


def ask(office: Office, task_id: int, unit_id: int | None = None) -> int:
    """请责任部门报送 for a lead's task: all that were not asked, or one of them; how many that were."""
    lead = tasks.get(office.session, task_id)
    assert lead is not None
    due = limit(office, lead)
    found = [pair for pair in may_be_asked(office, lead) if unit_id in (None, pair[1].id)]
    if due is None:
        return 0
    for row, unit in found:
        open_(office, row, unit.id, lead.cadence, lead.period, (office.today, due, lead.locks))
    lifecycle.gather(office, lead)
    lead.rev += 1
    units = [unit.id for _, unit in found]
    auditing.record(office, "ask departments", f"task/{lead.id}", units=units, due=due.isoformat())
    return len(found)


def open_(
    office: Office, row: Assignment, unit_id: int, cadence: str, period: str, days: tuple[date, date, date]
) -> Task:
    """`days` are those on which it opens, falls due and locks."""
    opens, due, locks = days
    before = tasks.withdrawn_one(office.session, row.id, unit_id, cadence, period)
    if before is not None:  # it had this very one once
        before.opens, before.due, before.locks = days
        lifecycle.carry(office, before, Event.RESTORE)
        return before
    task = Task(
        assignment_id=row.id,
        unit_id=unit_id,
        cadence=cadence,
        form="readings",
        period=period,
        opens=opens,
        due=due,
        locks=locks,
        wake_at=office.now,
    )
    office.session.add(task)
    office.session.flush()
    lifecycle.hold(office, task)
    auditing.record(office, "open", f"task/{task.id}", period=period, unit=unit_id)
    return task


# departments change


def follow(office: Office, indicator: Indicator) -> None:
    """Another department leads, or is responsible: what is not due yet goes along, the other parts stay with whoever
    was asked."""
    office.known.clear()
    wanted_by = {
        unit.id: row
        for row in reversed(assignments.of_indicator(office.session, indicator.id, "responsible"))
        if row.unit_id in _named(office, indicator)
        for unit in departments(office, row)
    }
    for part in slices.of_indicator(office.session, indicator.id):
        row = wanted_by.get(part.unit_id)
        if row is None and part.state == "open" and part.due >= office.today:
            withdraw(office, part)
        elif row is not None:
            _keep(office, part, row)
    office.session.flush()


def _named(office: Office, indicator: Indicator) -> set[int]:
    """An assignment of a department that is named no more is kept for what was answered to it."""
    rows = assignments.receipts_of(office.session, indicator.id, "responsible")
    with_receipts = {row.id for receipt, row in rows if receipt.ended_on is None}
    return {
        row.unit_id
        for row in assignments.of_indicator(office.session, indicator.id, "responsible")
        if row.id in with_receipts
    }


def _keep(office: Office, part: Task, row: Assignment) -> None:
    """By the assignment under which the department is responsible now, and with the reviewer that leads now."""
    if part.assignment_id != row.id and not tasks.is_there(office.session, part, row.id):
        part.assignment_id = row.id
        office.session.flush()
    if part.state == "withdrawn" and part.due >= office.today:
        lifecycle.carry(office, part, Event.RESTORE)
    elif part.step == Step.REVIEWING:
        lifecycle.hold(office, part)


def withdraw(office: Office, part: Task) -> None:
    drafting.discard(office, part)
    lifecycle.carry(office, part, Event.WITHDRAW)
    auditing.record(office, "withdraw task", f"task/{part.id}")
    reminding.refresh(office, part)
