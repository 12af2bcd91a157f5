"""What responsible departments are asked beside the lead: the same indicator, cadence and period."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from db.tables import Assignment, Task, Unit

OF_MATTER = (
    select(Task)
    .join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    .join(Unit, col(Unit.id) == col(Task.unit_id))
    .where(Assignment.indicator_id == bindparam("indicator"), Assignment.part == bindparam("part"))
    .where(Task.cadence == bindparam("cadence"), Task.period == bindparam("period"), Task.state != "withdrawn")
    .order_by(col(Unit.position), col(Task.id))
)


def beside(session: Session, indicator_id: int, task: Task) -> list[Task]:
    """The responsible departments' parts of a lead's task, in the order of the departments."""
    return _of_matter(session, indicator_id, task, "responsible")


def lead_of(session: Session, indicator_id: int, task: Task) -> Task | None:
    """The lead's task to which a department's part belongs."""
    return next(iter(_of_matter(session, indicator_id, task, "lead")), None)


def of_indicator(session: Session, indicator_id: int) -> list[Task]:
    """Every part of every period, withdrawn ones too."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Assignment.part == "responsible")
    return list(session.exec(query.order_by(col(Task.id))))


def _of_matter(session: Session, indicator_id: int, task: Task, part: str) -> list[Task]:
    which = {"indicator": indicator_id, "part": part, "cadence": task.cadence, "period": task.period}
    return list(session.exec(OF_MATTER, params=which))
