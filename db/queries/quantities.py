"""Figures by their labels: what a department has said of one quantity in one period, whichever task asked for it.

What it says as the lead is the whole, what it gives to another's report its own part: one is not the other.
"""

from fractions import Fraction

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from db.tables import Assignment, Reading, Report, Task

FORM = "readings"
# the newest word counts, drafts included: it will be asked for nowhere else
SAID = (
    select(Reading, Report.id)
    .join(Report, col(Report.id) == col(Reading.report_id))
    .join(Task, col(Task.id) == col(Report.task_id))
    .join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    .where(Task.unit_id == bindparam("unit"), Task.period == bindparam("period"), Task.form == FORM)
    .where(Assignment.part == bindparam("part"))
    .where(col(Reading.requirement_id).is_(None), col(Reading.num).is_not(None))
    .where(Task.state != "withdrawn", col(Report.state).not_in(("returned", "withdrawn")))
    .order_by(col(Report.at), col(Report.id))
)
FILED = SAID.where(Report.state == "filed")
LAST = (
    select(Task.period)
    .join(Report, col(Report.task_id) == col(Task.id))
    .join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    .where(Assignment.part == bindparam("part"))
    .where(Task.unit_id == bindparam("unit"), Task.cadence == bindparam("cadence"), Report.state == "filed")
    .where(Task.period < bindparam("period"))
    .order_by(col(Task.period).desc())
    .limit(1)
)


def said(session: Session, unit_id: int, period: str, part: str) -> dict[str, Fraction]:
    """Label → value."""
    return _values(session.exec(SAID, params={"unit": unit_id, "period": period, "part": part}))


def filed(session: Session, unit_id: int, period: str, part: str) -> dict[str, Fraction]:
    return _values(session.exec(FILED, params={"unit": unit_id, "period": period, "part": part}))


def before(session: Session, task: Task, part: str) -> dict[str, Fraction]:
    """Of the last period of this cadence that the department has filed anything for."""
    which = {"unit": task.unit_id, "cadence": task.cadence, "period": task.period, "part": part}
    period = session.exec(LAST, params=which).first()
    return filed(session, task.unit_id, period, part) if period else {}


def _values(rows: object) -> dict[str, Fraction]:
    return {reading.field: Fraction(reading.num, reading.den) for reading, _ in rows}  # type: ignore[attr-defined]
