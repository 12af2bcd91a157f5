"""What is on record of the leads' tasks, a year at a time: the verdicts are made of it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy
from sqlmodel import Session, col, select

from db.memory import passing
from db.queries import standing
from db.queries.standing import AsOf
from db.tables import (
    Assignment,
    Benchmark,
    Counts,
    Entry,
    Proof,
    Reading,
    Report,
    Review,
    Task,
)

ONCE = sqlalchemy.text("length(task.period) = 10")  # a date; as the index has it
VALUE = tuple(
    col(column)
    for column in (Reading.report_id, Reading.field, Reading.num, Reading.den, Reading.text, Reading.requirement_id)
)


Told = TypeVar("Told", Report, Entry)


def lead_tasks(session: Session, since: date, indicator_id: int | None = None) -> list[tuple[Task, int]]:
    """Tasks with their indicators, the oldest period first: those due since then, and what is asked once."""
    query = select(Task, Assignment.indicator_id).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.part == "lead", Task.state != "withdrawn")
    if indicator_id is not None:
        query = query.where(Assignment.indicator_id == indicator_id)
    parts = Task.due >= since, ONCE  # one after the other: each has an index of its own
    with passing(session):
        found = {task.id: (task, of) for part in parts for task, of in session.exec(query.where(part))}
    return sorted(found.values(), key=lambda pair: (pair[0].period, pair[0].id))


def begun_by(session: Session, row: Told, instant: datetime | None) -> bool:
    """Whether it was there by then, or what it corrects."""
    if instant is None:
        return True
    if row.replaces is not None:
        return begun_by(session, session.get_one(type(row), row.replaces), instant)
    return row.at <= instant


def last_reports(
    session: Session, task_ids: Collection[int], begun: datetime | None = None, then: AsOf | None = None
) -> dict[int, Report]:
    """Task → the newest version that was filed; where one was accepted that one, until a correction of it is. With
    `begun` only of what was there by then, with `then` as it stood then."""
    accepted = select(Review.id).where(Review.report_id == col(Report.id), Review.verdict == "accepted")
    accepted = accepted.where(Review.at <= then.at) if then else accepted
    query = select(Report).where(col(Report.task_id).in_(task_ids), standing.filed(then))
    with passing(session):
        found = session.exec(query.order_by(accepted.exists(), col(Report.version))).all()
    return {report.task_id: report for report in found if begun_by(session, report, begun)}


def readings(session: Session, report_ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """Report → its values by field: rows with num, den, text and requirement_id, lighter than records."""
    found: dict[int, dict[str, Any]] = {report_id: {} for report_id in report_ids}
    query = sqlalchemy.select(*VALUE).where(col(Reading.report_id).in_(report_ids))
    for row in session.execute(query):
        found[row.report_id][row.field] = row
    return found


def proven(session: Session, report_ids: Collection[int], until: datetime | None = None) -> tuple[set[int], set[int]]:
    """Reports with a file that is kept, and those with one that is being fetched."""
    query = select(Proof.report_id, Proof.state).where(col(Proof.report_id).in_(report_ids)).distinct()
    query = query.where(Proof.at <= until) if until else query
    found = list(session.exec(query.where(Proof.state != "refused")))
    return {report for report, state in found if report and state == "kept"}, {
        report for report, state in found if report and state == "wanted"
    }


def filed_entries(session: Session, until: datetime | None = None) -> set[int]:
    """Entries of the catalogue's registers with a file that is kept."""
    query = select(Proof.entry_id).where(col(Proof.entry_id).is_not(None), Proof.state == "kept")
    query = query.where(Proof.at <= until) if until else query
    return {entry_id for entry_id in session.exec(query) if entry_id}


def occurrences(session: Session, begun: datetime | None = None, then: AsOf | None = None) -> dict[int, list[Report]]:
    """Requirement → the leads' reports, of whatever time, that something happened."""
    query = select(Reading.requirement_id, Report).join(Report, col(Report.id) == col(Reading.report_id))
    query = query.join(Task, col(Task.id) == col(Report.task_id))
    query = query.join(Assignment, col(Assignment.id) == col(Task.assignment_id)).where(Assignment.part == "lead")
    query = query.where(standing.filed(then), col(Reading.num) > 0, col(Reading.requirement_id) > 0)
    rows = list(session.exec(query.where(col(Reading.field).like("%.count")).order_by(col(Report.id))))
    ids = {report.id for _, report in rows}
    newer = select(Report.replaces).where(col(Report.replaces).in_(ids), standing.filed(then))
    replaced = set(session.exec(newer)) if ids else set()
    found: dict[int, list[Report]] = {}
    for requirement_id, report in rows:
        if report.id not in replaced and begun_by(session, report, begun):
            found.setdefault(requirement_id or 0, []).append(report)
    return found


def entries(
    session: Session, start: date, end: date, begun: datetime | None = None, then: AsOf | None = None
) -> dict[int, list[tuple[Entry, str]]]:
    """Requirement → its entries in force within these dates, each with its sort."""
    replaced = select(Entry.replaces).where(col(Entry.replaces).is_not(None))
    replaced = replaced.where(Entry.at <= then.at) if then else replaced
    query = select(Counts.requirement_id, Entry, Counts.part).join(Entry, col(Entry.id) == col(Counts.entry_id))
    query = query.outerjoin(Report, col(Report.id) == col(Entry.report_id)).where(standing.kept(then))
    query = query.where(Entry.on_date >= start, Entry.on_date <= end, col(Entry.id).not_in(replaced))
    found: dict[int, list[tuple[Entry, str]]] = {}
    for requirement_id, entry, part in session.exec(query.order_by(col(Entry.on_date), col(Entry.id))):
        if begun_by(session, entry, begun):
            found.setdefault(requirement_id, []).append((entry, part))
    return found


def benchmarks(session: Session, known: datetime | None = None) -> dict[int, Benchmark]:
    """Requirement → the one that was published last; of the same day the one that was entered last."""
    query = select(Benchmark).order_by(col(Benchmark.on_date), col(Benchmark.id))
    query = query.where(Benchmark.at <= known) if known else query
    return {row.requirement_id: row for row in session.exec(query)}
