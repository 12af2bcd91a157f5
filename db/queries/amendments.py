"""What a newer notice touches on record: tasks, entries and answers of the demands that it changes."""

from datetime import date

from sqlmodel import Session, col, select, update

from db.tables import Assignment, Benchmark, Counts, Entry, Reading, Report, Requirement, Task
from domain.cadences import parse_period


def open_tasks(session: Session, indicator_id: int) -> list[Task]:
    """Of every department, whatever its part."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Task.state == "open")
    return list(session.exec(query.order_by(col(Task.id))))


def is_filed(session: Session, indicator_id: int, cadence: str, day: date) -> bool:
    """What was asked once, by that day, has been answered."""
    query = select(Task.id).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Task.cadence == cadence, Task.state == "filed")
    query = query.where(Assignment.part == "lead")
    return session.exec(query.where(Task.period == day.isoformat()).limit(1)).first() is not None


def carry_over(session: Session, old: Requirement, new: Requirement, since: date) -> None:
    """Entries, answers and benchmarks of the periods for which the new rule holds are its own from now on."""
    entries = select(Entry.id).where(Entry.on_date >= since)
    counted = update(Counts).where(col(Counts.requirement_id) == old.id, col(Counts.entry_id).in_(entries))
    session.exec(counted.values(requirement_id=new.id))
    query = select(Reading, Task.period).join(Report, col(Report.id) == col(Reading.report_id))
    query = query.join(Task, col(Task.id) == col(Report.task_id)).where(Reading.requirement_id == old.id)
    for reading, period in session.exec(query).all():
        if parse_period(period).end >= since:
            reading.requirement_id = new.id
    if new.tag == "X":
        for row in session.exec(select(Benchmark).where(Benchmark.requirement_id == old.id)).all():
            session.add(Benchmark(**row.model_dump(exclude={"id", "requirement_id"}), requirement_id=new.id))
    session.flush()
