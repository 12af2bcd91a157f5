"""A draft is a report in state draft: what somebody has begun to answer lives nowhere else."""

from collections.abc import Mapping
from fractions import Fraction

from db.queries import reports, tasks
from db.tables import Reading, Report, Task
from domain.lifecycle import Event, Part
from services import lifecycle
from services.office import Office

CONTACT: frozenset[Part] = frozenset({"contact"})


def begin(office: Office, task: Task, *, asking: str | None = None, replaces: int | None = None) -> Report:
    """The task's draft; a new one where there is none, or where that one corrects another version than this.

    What corrects a version begins with its values.
    """
    assert office.person_id is not None
    report = reports.draft(office.session, task.id)
    if report and replaces in (None, report.replaces):
        report.by, report.at, report.said_at = office.person_id, office.now, office.said_at
        return report
    discard(office, task)
    report = Report(
        task_id=task.id,
        version=reports.last_version(office.session, task.id) + 1,
        state="draft",
        by=office.person_id,
        at=office.now,
        said_at=office.said_at,
        asking=asking,
        replaces=replaces,
    )
    office.session.add(report)
    office.session.flush()
    task.rev += 1
    if replaces is not None:
        _carry_over(office, replaces, report)
    return report


def _carry_over(office: Office, old: int, new: Report) -> None:
    """A correction changes what it names: the other values stand, and the same files prove them."""
    for row in (*reports.readings(office.session, old).values(), *reports.proofs(office.session, old)):
        values = row.model_dump(exclude={"id", "report_id"})
        office.session.add(type(row)(**values, report_id=new.id))
    office.session.flush()


def put(
    office: Office, report: Report, field: str, *, num: int | None = None, den: int = 1, text: str | None = None,
    requirement: int | None = None,
) -> None:  # fmt: skip
    value = None if num is None else Fraction(num, den)
    put_all(office, report, {field: text if value is None else value}, requirement=requirement)


def put_all(
    office: Office, report: Report, values: Mapping[str, Fraction | str | None], *, requirement: int | None = None
) -> None:
    """Figures and words by their fields; `requirement` is the demand that all of them answer."""
    known = reports.readings(office.session, report.id)
    for field, value in values.items():
        reading = known.get(field) or Reading(report_id=report.id, field=field)
        is_figure = isinstance(value, Fraction)
        reading.num, reading.den = (value.numerator, value.denominator) if isinstance(value, Fraction) else (None, None)
        reading.text = None if is_figure else value  # type: ignore[assignment]
        reading.requirement_id = requirement
        office.session.add(reading)
    _touched(office, report)


def drop(office: Office, report: Report, field: str) -> None:
    if reading := reports.readings(office.session, report.id).get(field):
        office.session.delete(reading)
        office.session.flush()
        _touched(office, report)


def discard(office: Office, task: Task) -> bool:
    """True where there was something to discard. Files that came with it go back to nobody: they are not kept."""
    report = reports.draft(office.session, task.id)
    if report is None:
        return False
    for row in (*reports.readings(office.session, report.id).values(), *reports.proofs(office.session, report.id)):
        office.session.delete(row)
    office.session.flush()
    office.session.delete(report)
    task.rev += 1
    office.session.flush()
    lifecycle.move(office, task, Event.AMEND, CONTACT)
    lifecycle.settle(office, task)
    return True


def _touched(office: Office, report: Report) -> None:
    """What the head has before the eyes is not changed under the hands: it comes back, and goes there anew."""
    task = tasks.get(office.session, report.task_id)
    assert task is not None
    lifecycle.move(office, task, Event.AMEND, CONTACT)
