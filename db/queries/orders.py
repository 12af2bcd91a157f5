"""督办单, and the tasks that one may be about."""

from datetime import date

from sqlmodel import Session, col, func, or_, select

from db.queries.tasks import PAST_DUE
from db.rows import Rows
from db.tables import Assignment, Order, Outbox, Reminder, Report, Request, Review, Task
from domain.orders import CADENCE

OPEN = ("proposed", "signed")
ISSUED = ("signed", "raised", "done")
ABOUT = Rows(Order, "about_id", parent=Task, rare=True)
RETURNED = (
    select(Report.task_id, func.count())
    .join(Review, col(Review.report_id) == col(Report.id))
    .join(Task, col(Task.id) == col(Report.task_id))
    .where(Review.verdict == "returned", Task.state == "open")
    .group_by(col(Report.task_id))
)
OF_TASK = Rows(Order, "task_id", moves=("task_id",), parent=Task, rare=True)


def get(session: Session, order_id: int) -> Order | None:
    return session.get(Order, order_id)


def of_task(session: Session, task_id: int) -> Order | None:
    """The order that a task answers."""
    return next(iter(OF_TASK.of(session, task_id)), None)


def about(session: Session, task_id: int) -> list[Order]:
    """Whatever was proposed about a task, the first one first."""
    return ABOUT.of(session, task_id)


def in_state(session: Session, state: str) -> list[Order]:
    return list(session.exec(select(Order).where(Order.state == state).order_by(col(Order.id))))


def of_withdrawn(session: Session) -> list[Order]:
    """Signed, and what they are about is asked no more."""
    query = select(Order).join(Task, col(Task.id) == col(Order.about_id))
    return list(session.exec(query.where(Order.state == "signed", Task.state == "withdrawn").order_by(col(Order.id))))


def issued(session: Session) -> list[Order]:
    """By number, the newest first."""
    query = select(Order).where(col(Order.state).in_(ISSUED))
    return list(session.exec(query.order_by(col(Order.year).desc(), col(Order.number).desc())))


def numbered(session: Session, year: int, number: int) -> Order | None:
    return session.exec(select(Order).where(Order.year == year, Order.number == number)).first()


def last_number(session: Session, year: int) -> int:
    return session.exec(select(func.max(Order.number)).where(Order.year == year)).one() or 0


def of_indicator(session: Session, indicator_id: int) -> list[Order]:
    """Issued about its tasks."""
    query = select(Order).join(Task, col(Task.id) == col(Order.about_id))
    query = query.join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, col(Order.state).in_(ISSUED))
    return list(session.exec(query.order_by(col(Order.id))))


def pressing(session: Session, horizon: date) -> list[Task]:
    """Owed, and with the department: due by then, or returned. An order's own answer is pressed for by its colour."""
    query = select(Task).where(Task.state == "open", col(Task.step).in_(("asked", "returned")))
    query = query.where(col(Task.quiet).is_(False), Task.form != "signing", Task.cadence != CADENCE)
    return list(session.exec(query.where(or_(horizon >= PAST_DUE, Task.step == "returned")).order_by(col(Task.id))))


def looked_at(session: Session, rung: str) -> list[tuple[Task, date]]:
    """Tasks of which the newest look at the pace has said that they are behind, and the day of it."""
    newest = select(func.max(Reminder.on_date)).where(col(Reminder.rung).startswith(rung)).scalar_subquery()
    query = select(Task, col(Reminder.on_date)).join(Reminder, col(Reminder.task_id) == col(Task.id))
    query = query.where(col(Reminder.rung).startswith(rung), Reminder.on_date == newest)
    return list(session.exec(query.order_by(col(Task.id))))


def returned(session: Session) -> dict[int, int]:
    """Open task → how often it was returned."""
    return {task_id: n for task_id, n in session.exec(RETURNED)}  # noqa: C416 - rows are no pairs to the type checker


def was_kept(session: Session, order: Order) -> bool:
    """Whether its closing was put off, with a reason."""
    query = select(Request.id).where(Request.kind == "keep-order", Request.task_id == order.task_id)
    return session.exec(query.where(Request.state == "granted").limit(1)).first() is not None


def messages(session: Session, order_id: int) -> list[Outbox]:
    """Those with which it was sent."""
    query = select(Outbox).where(col(Outbox.key).startswith(f"order/{order_id}/"), Outbox.kind == "order")
    return list(session.exec(query.order_by(col(Outbox.id))))


def still_open(session: Session) -> int | None:
    """How many are; None where none was ever issued."""
    states = session.exec(select(Order.state).where(col(Order.state).in_(ISSUED))).all()
    return states.count("signed") if states else None


def of_unit(session: Session, unit_id: int) -> list[Order]:
    """Issued to a department and still open."""
    query = select(Order).where(Order.unit_id == unit_id, Order.state == "signed")
    return list(session.exec(query.order_by(col(Order.id))))
