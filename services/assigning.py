"""交办 and 签收: indicators are given to departments, whose contacts sign for them."""

from collections.abc import Iterator

from db.queries import assignments, notices, people, tasks
from db.tables import Assignment, Indicator, Note, Post, Receipt, Task, Unit
from domain.lifecycle import Event
from services import auditing, expanding, lifecycle, noting, reminding, tidings
from services.office import Office


def is_published(office: Office) -> bool:
    """False in an installation to which no notice has come yet."""
    return bool(notices.current(office.session).number)


def is_to_be_given(office: Office) -> bool:
    return notices.current(office.session).state == "loaded" and is_published(office)


def give(office: Office) -> int | None:
    """Gives the loaded notice out: who has a contact is told at once, the others as soon as they have one.

    The number of departments told; None where it was given before.
    """
    notice = notices.current(office.session)
    if not is_to_be_given(office):
        return None
    notice.state, notice.given_on = "given", office.today
    units = {unit.name: unit for unit in people.units(office.session)}
    for indicator in notices.indicators(office.session, notice.id):
        assign(office, indicator, units)
    auditing.record(office, "give", f"notice/{notice.number}")
    return sum(open_signing(office, unit) for unit in units.values())


def assign(office: Office, indicator: Indicator, units: dict[str, Unit]) -> None:
    """To every department that it names, each once: one that is named beside its group answers once."""
    rows = [
        Assignment(indicator_id=indicator.id, unit_id=unit.id, part=part, cadence=cadence, given_on=office.today)
        for part, unit, cadence in _parts(indicator, units)
    ]
    office.session.add_all(rows)
    office.session.flush()
    has: set[tuple[str, int]] = set()
    for row in rows:
        for member in expanding.departments(office, row):
            if (row.part, member.id) not in has:
                has.add((row.part, member.id))
                office.session.add(Receipt(assignment_id=row.id, unit_id=member.id, given_at=office.now))
    office.session.flush()


def _parts(indicator: Indicator, units: dict[str, Unit]) -> Iterator[tuple[str, Unit, str | None]]:
    yield "lead", units[indicator.lead], None
    for name in indicator.responsible:
        yield "responsible", units[name], None
    if indicator.files:
        yield "files", units[indicator.files], indicator.files_cadence


def open_signing(office: Office, unit: Unit) -> bool:
    """The task of signing, for a department that has something unsigned and somebody to sign it."""
    unsigned = assignments.unsigned(office.session, unit.id)
    if not unsigned or people.answering(office.session, unit.id) is None:
        return False
    if tasks.open_signing(office.session, unit.id):
        return False
    opens = office.calendar.on_or_after(office.rules.hours.today(office.next_hour()))
    due = office.calendar.shift(opens, office.rules.sign_within)
    task = Task(
        unit_id=unit.id,
        cadence="signing",
        form="signing",
        period=office.now.isoformat(),
        opens=opens,
        due=due,
        locks=due,
        wake_at=office.now,
    )
    office.session.add(task)
    office.session.flush()
    lifecycle.hold(office, task)
    return True


def welcome_unit(office: Office, post: Post) -> None:
    """Somebody took a post: what waited for a person of that department wakes up."""
    notice = notices.current(office.session)
    unit = people.unit(office.session, post.unit_id)
    if notice.state == "given":
        open_signing(office, unit)
    tasks.wake(office.session, unit.id, office.now)


def sign_all(office: Office, task: Task) -> int:
    return _sign(office, task, assignments.unsigned(office.session, task.unit_id))


def sign_one(office: Office, task: Task, receipt_id: int) -> int:
    receipt = assignments.receipt(office.session, receipt_id)
    return _sign(office, task, [receipt] if receipt and receipt.unit_id == task.unit_id else [])


def _sign(office: Office, task: Task, receipts: list[Receipt]) -> int:
    """How many were signed by it; the task is closed with the last one."""
    fresh = [receipt for receipt in receipts if receipt.signed_at is None]
    if not fresh:
        return 0
    for receipt in fresh:
        receipt.signed_at, receipt.signed_by = office.now, office.person_id
    office.session.flush()
    task.rev += 1
    if not assignments.unsigned(office.session, task.unit_id):
        lifecycle.carry(office, task, Event.FILE)
    reminding.refresh(office, task)
    auditing.record(office, "sign", f"task/{task.id}", receipts=[receipt.id for receipt in fresh])
    return len(fresh)


def explain(office: Office, task: Task, note: Note) -> None:
    """What is written about an assignment, the reason of an objection above all, is for the director to read."""
    number = noting.number(office, note)
    args = {"task": task.id, "person": note.person_id, "note": number}
    tidings.tell_director(office, "objection", args, key=f"objection/note/{number}")


def object_to(office: Office, task: Task) -> None:
    """有异议: the director hears of it; the assignment stands until the director changes it."""
    auditing.record(office, "object", f"task/{task.id}")
    args = {"task": task.id, "person": office.person_id}
    tidings.tell_director(office, "objection", args, key=f"objection/{task.id}/{office.person_id}")
