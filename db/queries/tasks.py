"""What is asked of departments, period after period."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, or_, select, update

from db.rows import Rows
from db.tables import Assignment, Hold, Indicator, Notice, Task, Unit
from domain.orders import CADENCE as ORDER

# what is asked at every turn is put together once
OWN = aliased(Assignment)
SHEET = (
    select(Task)
    .join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    .where(Task.unit_id == bindparam("unit"), Task.cadence == bindparam("cadence"), Task.period == bindparam("period"))
    .where(Task.state != "withdrawn")
    # what it gives to the reports of others is a sheet of its own
    .where(Assignment.part == select(OWN.part).where(OWN.id == bindparam("assignment")).scalar_subquery())
    .order_by(col(Assignment.indicator_id), col(Task.id))
)
# over the index of due days "before today" would be all there ever was
PAST_DUE = func.coalesce(Task.mend_by, Task.due)
HELD_ELSEWHERE = and_(Hold.task_id == col(Task.id), col(Hold.until).is_(None), Hold.part == "responsible")
RECENT = (
    select(Task.id, Task.unit_id, Task.assignment_id, Task.cadence)
    .where(Task.due >= bindparam("since"), col(Task.assignment_id).is_not(None), Task.state != "withdrawn")
    .order_by(col(Task.due), col(Task.id))
)
STANDING = (
    select(Task, Indicator)
    .join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    .join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
    .join(Notice, col(Notice.id) == col(Indicator.notice_id))
    .where(or_(Task.state == "open", col(Task.id).in_(bindparam("latest", expanding=True))), Notice.state != "ended")
    .order_by(col(Task.due), col(Task.id))
)

WAKING = (
    select(Task)
    .where(col(Task.wake_at) <= bindparam("now"))
    .order_by(col(Task.wake_at), col(Task.id))
    .limit(bindparam("limit"))
)
NEXT_WAKE = select(func.min(Task.wake_at)).where(col(Task.wake_at) > bindparam("after"))
HELD = Rows(Task, "unit_id", where=Task.state == "open", moves=("unit_id", "state"))
SUMMARIES = Rows(Task, "period", where=Task.form == "summary", moves=("period", "form"))
OPEN_SIGNING = select(Task).where(Task.unit_id == bindparam("unit"), Task.form == "signing", Task.state == "open")


def get(session: Session, task_id: int) -> Task | None:
    return session.get(Task, task_id)


def falling_due(session: Session, cadence: str, start: date, end: date) -> list[Task]:
    """Open tasks of a cadence that fall due on these days, parts of responsible departments left out."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Task.cadence == cadence, Task.state == "open", col(Task.quiet).is_(False))
    query = query.where(Assignment.part != "responsible")
    return list(session.exec(query.where(Task.due >= start, Task.due <= end).order_by(col(Task.id))))


def parts_falling_due(session: Session, start: date, end: date) -> list[Task]:
    """Open parts of responsible departments that fall due on these days."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.part == "responsible", Task.state == "open", Task.due >= start, Task.due <= end)
    return list(session.exec(query.order_by(col(Task.due), col(Task.id))))


def of_sheet(session: Session, task: Task) -> list[Task]:
    """What a department is asked in the same part with the same cadence and period, this task included."""
    which = {"unit": task.unit_id, "cadence": task.cadence, "period": task.period, "assignment": task.assignment_id}
    return list(session.exec(SHEET, params=which))


def periods(
    session: Session, cadences: Collection[str], state: str | None = None, keys: Collection[str] | None = None
) -> set[tuple[int | None, int, str, str]]:
    """(assignment, unit, cadence, period) of the tasks of these cadences, withdrawn ones left out, or of one state;
    `keys` are periods, None is all of them."""
    query = select(Task.assignment_id, Task.unit_id, Task.cadence, Task.period)
    query = query.where(col(Task.cadence).in_(cadences), Task.state == state if state else Task.state != "withdrawn")
    return set(session.exec(query if keys is None else query.where(col(Task.period).in_(keys))))


def waking(session: Session, now: datetime, limit: int) -> list[Task]:
    return list(session.exec(WAKING, params={"now": now, "limit": limit}))


def next_wake(session: Session, after: datetime) -> datetime | None:
    return session.exec(NEXT_WAKE, params={"after": after}).one()


def wakes(session: Session, after: datetime, limit: int) -> list[tuple[datetime, int]]:
    """When tasks next need a look, and how many each time."""
    query = select(col(Task.wake_at), func.count()).where(col(Task.wake_at) > after)
    rows = session.exec(query.group_by(col(Task.wake_at)).order_by(col(Task.wake_at)).limit(limit))
    return [(at, n) for at, n in rows if at is not None]


def limits(session: Session, today: date, limit: int) -> list[tuple[date, int]]:
    """The days on which open tasks fall due, and how many each day."""
    query = select(col(Task.due), func.count()).where(
        Task.state == "open", Task.due >= today, col(Task.quiet).is_(False)
    )
    return list(session.exec(query.group_by(col(Task.due)).order_by(col(Task.due)).limit(limit)))


def wake(session: Session, unit_id: int, now: datetime) -> None:
    session.exec(update(Task).where(col(Task.unit_id) == unit_id, col(Task.state) == "open").values(wake_at=now))


def held_by_units(session: Session, unit_ids: Collection[int]) -> list[Task]:
    """Open tasks of these departments, the most urgent first."""
    found = [task for task in HELD.among(session, set(unit_ids)) if task.state == "open"]
    return sorted(found, key=lambda task: (task.due, task.id))


def of_steps(session: Session, steps: Collection[str], unit_ids: Collection[int]) -> list[Task]:
    """Tasks of these departments that are in one of these states, the most urgent first."""
    query = select(Task).where(col(Task.unit_id).in_(unit_ids), col(Task.step).in_(steps))
    return list(session.exec(query.order_by(col(Task.due), col(Task.id))))


def filed_lately(session: Session, unit_ids: Collection[int], today: date, limit: int) -> list[Task]:
    """Filed, and not locked yet: what a correction may be about, the newest first."""
    query = select(Task).where(col(Task.unit_id).in_(unit_ids), Task.state == "filed", Task.form != "signing")
    return list(
        session.exec(query.where(Task.locks >= today).order_by(col(Task.closed_at).desc(), col(Task.id)).limit(limit))
    )


def registers(session: Session, unit_id: int, period: str) -> list[Task]:
    """What a department registers entries for in a year."""
    query = select(Task).where(Task.unit_id == unit_id, Task.form == "register", Task.period == period)
    return list(session.exec(query.where(Task.state != "withdrawn").order_by(col(Task.id))))


def withdrawn(session: Session, task: Task, unit_id: int) -> Task | None:
    """The same task as another department had it before."""
    query = select(Task).where(Task.unit_id == unit_id, Task.assignment_id == task.assignment_id)
    return session.exec(query.where(Task.cadence == task.cadence, Task.period == task.period)).first()


def withdrawn_one(session: Session, assignment_id: int, unit_id: int, cadence: str, period: str) -> Task | None:
    query = select(Task).where(Task.assignment_id == assignment_id, Task.unit_id == unit_id)
    query = query.where(Task.cadence == cadence, Task.period == period, Task.state == "withdrawn")
    return session.exec(query).first()


def is_there(session: Session, task: Task, assignment_id: int) -> bool:
    """The department has the same task by another assignment too."""
    query = select(Task.id).where(Task.unit_id == task.unit_id, Task.assignment_id == assignment_id)
    return session.exec(query.where(Task.cadence == task.cadence, Task.period == task.period)).first() is not None


def open_signing(session: Session, unit_id: int) -> Task | None:
    return session.exec(OPEN_SIGNING, params={"unit": unit_id}).first()


def of_period(session: Session, cadence: str, period: str) -> list[tuple[Task, Unit]]:
    query = select(Task, Unit).join(Unit, col(Unit.id) == col(Task.unit_id))
    query = query.where(Task.cadence == cadence, Task.period == period, Task.state != "withdrawn")
    return list(session.exec(query.order_by(col(Unit.position))))


def summaries(session: Session, period: str) -> list[Task]:
    """What adds up the reports of a period."""
    return [task for task in SUMMARIES.of(session, period) if task.form == "summary" and task.state != "withdrawn"]


def open_of_cadence(session: Session, cadence: str, since: date) -> list[Task]:
    """Open, and not due before that day."""
    query = select(Task).where(Task.cadence == cadence, Task.state == "open", Task.due >= since)
    return list(session.exec(query.order_by(col(Task.due), col(Task.id))))


def of_assignment(session: Session, assignment_id: int, unit_id: int) -> list[Task]:
    query = select(Task).where(Task.assignment_id == assignment_id, Task.unit_id == unit_id)
    return list(session.exec(query.order_by(col(Task.period))))


def is_asked_by(session: Session, assignment_id: int) -> bool:
    """Whether anything was ever asked by it."""
    return session.exec(select(Task.id).where(Task.assignment_id == assignment_id).limit(1)).first() is not None


def of_year(session: Session, unit_id: int, year: int) -> list[tuple[Task, Indicator]]:
    """What a department was asked for the periods of a year, the oldest first."""
    query = select(Task, Indicator).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.join(Indicator, col(Indicator.id) == col(Assignment.indicator_id))
    query = query.where(Task.unit_id == unit_id, Task.state != "withdrawn", col(Task.period).startswith(str(year)))
    return list(session.exec(query.order_by(col(Task.period), col(Task.id))))


def standing(session: Session, since: date) -> list[tuple[Task, Indicator]]:
    """Of each duty its latest period that was due since then, and whatever older one is still open, by due date."""
    rows = session.exec(RECENT, params={"since": since})
    latest = {(unit, assignment, cadence): task_id for task_id, unit, assignment, cadence in rows}  # the last one stays
    return list(session.exec(STANDING, params={"latest": list(latest.values())}))


def due_in(session: Session, start: date, end: date) -> list[Task]:
    """What falls due on these days; signing, orders and what nobody is late with left out."""
    query = select(Task).where(Task.due >= start, Task.due <= end, Task.form != "signing", col(Task.quiet).is_(False))
    query = query.where(Task.state != "withdrawn", Task.cadence != ORDER)
    return list(session.exec(query.order_by(col(Task.due), col(Task.id))))


def closed_between(session: Session, start: datetime, end: datetime) -> list[Task]:
    """Tasks that were done after `start` and up to `end`, signing and orders left out."""
    query = select(Task).where(col(Task.closed_at) > start, col(Task.closed_at) <= end, Task.form != "signing")
    return list(session.exec(query.where(Task.state == "filed", Task.cadence != ORDER).order_by(col(Task.id))))


def closed_after(session: Session, instant: datetime, today: date) -> list[Task]:
    """Those that were done after it and had been due before that day."""
    query = select(Task).where(col(Task.closed_at) > instant, today > PAST_DUE, Task.form != "signing")
    query = query.where(col(Task.quiet).is_(False), Task.state != "withdrawn", Task.cadence != ORDER)
    return list(session.exec(query.order_by(col(Task.due), col(Task.id))))


def overdue(session: Session, today: date) -> list[tuple[Task, Unit]]:
    """Open past their due day, the oldest first, each with the department that has it: of a report that waits for the
    part of another department that one. Signing is left out, and orders, which have a list of their own."""
    query = select(Task, Unit).join(Hold, HELD_ELSEWHERE, isouter=True)
    query = query.join(Unit, col(Unit.id) == func.coalesce(Hold.unit_id, Task.unit_id))
    query = query.where(Task.state == "open", today > PAST_DUE, Task.form != "signing", col(Task.quiet).is_(False))
    query = query.where(Task.step != "disputed", Task.cadence != ORDER)
    return list(session.exec(query.order_by(col(Task.due), col(Unit.position), col(Task.id))))


def unsigned_overdue(session: Session, today: date) -> list[Task]:
    query = select(Task).where(Task.form == "signing", Task.state == "open", today > PAST_DUE)
    return list(session.exec(query.order_by(col(Task.id))))


def of_responsible(session: Session, indicator_id: int, limit: int | None = None) -> list[Task]:
    """The parts that responsible departments give, the newest period first."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Assignment.part == "responsible")
    query = query.where(Task.state != "withdrawn").order_by(col(Task.due).desc(), col(Task.id))
    return list(session.exec(query.limit(limit)))


def of_lead(
    session: Session, indicator_id: int, unit_ids: Collection[int] | None = None, limit: int | None = None
) -> list[Task]:
    """The lead's own tasks of an indicator, the newest period first; of these departments, None is all of them."""
    query = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.where(Assignment.indicator_id == indicator_id, Assignment.part == "lead", Task.state != "withdrawn")
    if unit_ids is not None:
        query = query.where(col(Task.unit_id).in_(unit_ids))
    return list(session.exec(query.order_by(col(Task.due).desc()).limit(limit)))


def leading(session: Session, indicator_id: int) -> set[int]:
    """The departments that were asked for it as its lead."""
    query = select(Task.unit_id).join(Assignment, col(Assignment.id) == col(Task.assignment_id)).distinct()
    query = query.where(Assignment.indicator_id == indicator_id, Assignment.part == "lead", Task.state != "withdrawn")
    return set(session.exec(query))


def of_indicator(session: Session, indicator_id: int) -> list[tuple[Task, str]]:
    """Every task that an indicator was ever asked by, with the part that its department has in it: by period."""
    query = select(Task, Assignment.part).join(Assignment, col(Assignment.id) == col(Task.assignment_id))
    query = query.join(Unit, col(Unit.id) == col(Task.unit_id)).where(Assignment.indicator_id == indicator_id)
    return list(session.exec(query.order_by(col(Task.period), col(Task.due), col(Unit.position), col(Task.id))))


def to_be_dated(session: Session, unit_ids: Collection[int] | None, since: date) -> list[Task]:
    """What is open, and what was due since that day however it ended, by limit; None is all departments. What nobody
    is late with is left out."""
    query = select(Task).where(col(Task.quiet).is_(False), or_(Task.state == "open", Task.due >= since))
    query = query if unit_ids is None else query.where(col(Task.unit_id).in_(unit_ids))
    return list(session.exec(query.order_by(PAST_DUE, col(Task.id))))
