"""Lists of tasks by the page, on the way down from the overview."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, case
from sqlmodel import Session, col, func, select

from db.tables import Assignment, Hold, Receipt, Task, Unit

# what is open first, by its limit; below it what is done, the newest first
DONE = case((col(Task.state) == "open", 0), else_=1)
LIMIT = case((col(Task.state) == "open", func.coalesce(Task.mend_by, Task.due)))


def of_unit(session: Session, unit_id: int, start: int, n: int) -> list[Task]:
    """Tasks of a department but its signing."""
    query = select(Task).where(*_of_unit(unit_id)).order_by(DONE, LIMIT, col(Task.due).desc(), col(Task.id).desc())
    return list(session.exec(query.offset(start).limit(n)))


def number_of_unit(session: Session, unit_id: int) -> int:
    return session.exec(select(func.count()).select_from(Task).where(*_of_unit(unit_id))).one()


def _of_unit(unit_id: int) -> Sequence[ColumnElement[bool]]:
    return col(Task.unit_id) == unit_id, col(Task.form) != "signing", col(Task.state) != "withdrawn"


def of_indicator(
    session: Session, indicator_id: int, unit_ids: Collection[int] | None, start: int, n: int
) -> list[tuple[Task, Unit]]:
    """Tasks of an indicator, of the lead and of all others who are asked, the newest period first."""
    query = select(Task, Unit).join(Unit, col(Unit.id) == col(Task.unit_id))
    query = query.join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(*_of_indicator(indicator_id, unit_ids))
    order = col(Task.due).desc(), col(Assignment.part) != "lead", col(Unit.position), col(Task.id)
    return list(session.exec(query.order_by(*order).offset(start).limit(n)))


def number_of_indicator(session: Session, indicator_id: int, unit_ids: Collection[int] | None) -> int:
    query = select(func.count()).select_from(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    return session.exec(query.where(*_of_indicator(indicator_id, unit_ids))).one()


def _of_indicator(indicator_id: int, unit_ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    found = [col(Assignment.indicator_id) == indicator_id, col(Task.state) != "withdrawn"]
    return found if unit_ids is None else [*found, col(Task.unit_id).in_(unit_ids)]


def signings(session: Session) -> list[tuple[Task, Unit]]:
    """Departments that have not signed for all they were given, the longest first."""
    query = select(Task, Unit).join(Unit, col(Unit.id) == col(Task.unit_id))
    query = query.where(Task.form == "signing", Task.state == "open")
    return list(session.exec(query.order_by(col(Task.due), col(Unit.position))))


def reviewing(session: Session) -> list[tuple[Task, Unit]]:
    """Answers that their reviewer has not looked at yet, the longest first."""
    query = select(Task, Unit).join(Hold, col(Hold.task_id) == col(Task.id)).join(Unit, col(Unit.id) == Task.unit_id)
    query = query.where(Hold.part == "reviewer", col(Hold.until).is_(None), Task.step == "reviewing")
    return list(session.exec(query.order_by(col(Hold.since), col(Task.id))))


def indicator_ids(session: Session) -> dict[int, int]:
    """Assignment → its indicator."""
    return dict(session.exec(select(Assignment.id, Assignment.indicator_id)).all())


def signed(session: Session) -> dict[int, tuple[int, int]]:
    """Department → how many indicators it was given, and how many it has signed for."""
    query = select(Receipt.unit_id, func.count(), func.count(col(Receipt.signed_at)))
    rows = session.exec(query.where(col(Receipt.ended_on).is_(None)).group_by(col(Receipt.unit_id)))
    return {unit_id: (given, signed_) for unit_id, given, signed_ in rows}
