"""What a group was given goes to the departments that belong to it today; whoever has left has it no more.

The day a task falls due decides. Who leaves keeps what was due before that day, filed or overdue: it was asked of a
member. What falls due on that day or later is withdrawn, and asked of whoever has taken it over: a new convenor gets
the running period that the old one had not filed. Who joins owes nothing that was due before. Rows are never deleted.
"""

from db.queries import assignments, groups, people, tasks
from db.tables import Assignment, Indicator, Receipt, Task, Unit
from domain.lifecycle import Event
from services import assigning, expanding, lifecycle, planning, reminding, slicing
from services.office import Office


def share_out(office: Office, group: Unit) -> None:
    """Compares who should have what the group was given with who has it, and makes up the difference."""
    touched: set[int] = set()
    for assignment in groups.assignments(office.session, group.id):
        members = {unit.id for unit in expanding.departments(office, assignment)}
        had = groups.receipts(office.session, assignment.id)
        has = {unit_id for unit_id, receipt in had.items() if receipt.ended_on is None}
        for unit_id in members - has:
            _give(office, assignment, unit_id, had.get(unit_id))
        for unit_id in has - members:
            _take_back(office, assignment, had[unit_id])
        touched |= members ^ has
        if assignment.part == "lead":  # another department convenes it
            slicing.follow(office, office.session.get_one(Indicator, assignment.indicator_id))
    office.session.flush()
    for unit_id in sorted(touched):
        _look_at_signing(office, people.unit(office.session, unit_id))
    planning.look_again(office)


def _give(office: Office, assignment: Assignment, unit_id: int, before: Receipt | None) -> None:
    """Whoever comes back the same day has it as before; later it is given anew, and signed for anew."""
    if before is None:
        office.session.add(Receipt(assignment_id=assignment.id, unit_id=unit_id, given_at=office.now))
        return
    if before.ended_on != office.today:
        before.given_at, before.signed_at, before.signed_by = office.now, None, None
    before.ended_on = None
    for task in groups.unfiled(office.session, assignment.id, unit_id, "withdrawn", office.today):
        _restore(office, task)


def _take_back(office: Office, assignment: Assignment, receipt: Receipt) -> None:
    receipt.ended_on = office.today
    for task in groups.unfiled(office.session, assignment.id, receipt.unit_id, "open", office.today):
        _withdraw(office, task)


def _withdraw(office: Office, task: Task) -> None:
    lifecycle.carry(office, task, Event.WITHDRAW)
    reminding.refresh(office, task)


def _restore(office: Office, task: Task) -> None:
    lifecycle.carry(office, task, Event.RESTORE)
    reminding.refresh(office, task)


def _look_at_signing(office: Office, unit: Unit) -> None:
    """A card to sign where something is new; none where nothing is left to be signed for."""
    task, unsigned = tasks.open_signing(office.session, unit.id), assignments.unsigned(office.session, unit.id)
    if task is None:
        before = groups.withdrawn_signing(office.session, unit.id)
        if before and unsigned and before.closed_at and office.rules.hours.today(before.closed_at) == office.today:
            _restore(office, before)
        else:
            assigning.open_signing(office, unit)
    elif not assignments.receipts(office.session, unit.id):
        _withdraw(office, task)
    else:
        if not unsigned:
            lifecycle.carry(office, task, Event.FILE)
        task.rev += 1
        reminding.refresh(office, task)
