"""Groups of departments, and what they were given."""

from datetime import date

from sqlmodel import Session, col, or_, select

from db.tables import Assignment, Indicator, Member, Notice, Receipt, Task, Unit


def groups(session: Session) -> list[Unit]:
    return list(session.exec(select(Unit).where(Unit.kind == "group").order_by(col(Unit.position))))


def member(session: Session, group_id: int, unit_id: int, day: date) -> Member | None:
    """The row by which a department belongs to a group on a day."""
    query = select(Member).where(Member.group_id == group_id, Member.unit_id == unit_id, Member.since <= day)
    return session.exec(query.where(or_(col(Member.until).is_(None), col(Member.until) > day))).first()


def member_since(session: Session, group_id: int, unit_id: int, day: date) -> Member | None:
    """The row that begins on this day, whether it holds or was ended on the same day."""
    query = select(Member).where(Member.group_id == group_id, Member.unit_id == unit_id, Member.since == day)
    return session.exec(query).first()


def assignments(session: Session, unit_id: int) -> list[Assignment]:
    """As printed: what was given to a group stands under the group, as long as the notice at work demands it."""
    query = select(Assignment).join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
    query = query.join(Notice, col(Notice.id) == col(Indicator.notice_id)).where(Notice.state != "ended")
    return list(session.exec(query.where(Assignment.unit_id == unit_id).order_by(col(Assignment.id))))


def receipts(session: Session, assignment_id: int) -> dict[int, Receipt]:
    """Department → what it has of an assignment, or had."""
    rows = session.exec(select(Receipt).where(Receipt.assignment_id == assignment_id))
    return {row.unit_id: row for row in rows}


def withdrawn_signing(session: Session, unit_id: int) -> Task | None:
    """The newest that was taken back."""
    query = select(Task).where(Task.unit_id == unit_id, Task.form == "signing", Task.state == "withdrawn")
    return session.exec(query.order_by(col(Task.id).desc())).first()


def unfiled(session: Session, assignment_id: int, unit_id: int, state: str, day: date) -> list[Task]:
    """A department's tasks of an assignment in one state that fall due on that day or later."""
    query = select(Task).where(Task.assignment_id == assignment_id, Task.unit_id == unit_id, Task.state == state)
    return list(session.exec(query.where(Task.due >= day).order_by(col(Task.id))))
