"""What was told by some instant, and put right or taken back within some days."""

from datetime import datetime

from sqlmodel import Session, col, select

from db.queries.records import begun_by
from db.tables import Assignment, Audit, Counts, Entry, Indicator, Report, Requirement, Task


def corrected(session: Session, told: datetime, start: datetime, end: datetime) -> list[Report]:
    """Corrections filed after `start` of what was told before them by `told`."""
    query = select(Report).where(Report.state == "filed", col(Report.replaces).is_not(None))
    found = session.exec(query.where(Report.at > start, Report.at <= end).order_by(col(Report.id)))
    return [row for row in found if begun_by(session, row, told)]


def withdrawn(session: Session, told: datetime, start: datetime, end: datetime) -> list[Report]:
    """Reports told by `told` that were taken back after `start`."""
    found = [session.get(Report, number) for number in _subjects(session, "withdraw", start, end)]
    return [row for row in found if row and row.state == "withdrawn" and begun_by(session, row, told)]


def entries(session: Session, told: datetime, start: datetime, end: datetime) -> list[Entry]:
    """Entries of registers told by `told` that were corrected or removed after `start`."""
    query = select(Entry).where(col(Entry.replaces).is_not(None), Entry.at > start, Entry.at <= end)
    query = query.order_by(col(Entry.id))
    removed = [session.get(Entry, number) for number in _subjects(session, "remove entry", start, end)]
    return [row for row in (*session.exec(query), *removed) if row and begun_by(session, row, told)]


def _subjects(session: Session, verb: str, start: datetime, end: datetime) -> list[int]:
    query = select(Audit.subject).where(Audit.verb == verb, Audit.at > start, Audit.at <= end)
    return [int(subject.partition("/")[2]) for subject in session.exec(query.order_by(col(Audit.n)))]


def indicators_beside(session: Session, task: Task) -> list[Indicator]:
    """Those that its department reports on for the same period: they may share a figure."""
    asked = select(Assignment.indicator_id).join(Task, col(Task.assignment_id) == col(Assignment.id))
    asked = asked.where(Task.unit_id == task.unit_id, Task.period == task.period)
    return list(session.exec(select(Indicator).where(col(Indicator.id).in_(asked)).order_by(col(Indicator.id))))


def indicators_of(session: Session, entry: Entry) -> list[Indicator]:
    """Those that it counts toward."""
    counted = select(Requirement.indicator_id).join(Counts, col(Counts.requirement_id) == col(Requirement.id))
    counted = counted.where(Counts.entry_id == entry.id)
    return list(session.exec(select(Indicator).where(col(Indicator.id).in_(counted)).order_by(col(Indicator.id))))
