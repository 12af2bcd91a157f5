"""What needs words, or somebody's decision."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from db.rows import Rows
from db.tables import Request, Task

WAITING = ("draft", "asked")
DECIDED = ("granted", "refused")
OF_TASK = Rows(Request, "task_id", moves=("task_id",), parent=Task, rare=True)
# what is asked at every turn is put together once
ASKED = (
    select(Request)
    .where(col(Request.state).in_(WAITING), Request.state == "asked")  # the first of both is that of the index
    .where(col(Request.kind).in_(bindparam("kinds", expanding=True)))
    .order_by(col(Request.id))
)


def get(session: Session, request_id: int) -> Request | None:
    return session.get(Request, request_id)


def drafts(session: Session, kind: str, person_id: int, task_id: int | None) -> list[Request]:
    """What this person has begun to request about a task."""
    query = select(Request).where(Request.kind == kind, Request.state == "draft", Request.by == person_id)
    return list(session.exec(query.where(Request.task_id == task_id).order_by(col(Request.id))))


def asked(session: Session, kinds: Collection[str]) -> list[Request]:
    """What waits for a decision, the oldest first."""
    return list(session.exec(ASKED, params={"kinds": list(kinds)}))


def of_task(session: Session, task_id: int, kind: str) -> list[Request]:
    """All that was ever requested of this kind, the oldest first; what was only begun left out."""
    found = OF_TASK.of(session, task_id)
    return [row for row in found if row.kind == kind and row.state not in ("draft", "dropped")]


def waiting_of(session: Session, task_id: int, kinds: Collection[str]) -> list[Request]:
    """Begun or asked, and not decided."""
    return [row for row in OF_TASK.of(session, task_id) if row.kind in kinds and row.state in WAITING]


def of_unit(session: Session, unit_id: int, kind: str, since: datetime) -> list[Request]:
    """All that a department has requested of this kind since then; what was only begun left out."""
    query = select(Request).where(Request.unit_id == unit_id, Request.kind == kind, Request.at >= since)
    return list(session.exec(query.where(col(Request.state) != "draft").order_by(col(Request.id))))


def granted(session: Session, task_id: int, kind: str) -> Request | None:
    """The last one that was granted."""
    found = [row for row in OF_TASK.of(session, task_id) if row.kind == kind and row.state == "granted"]
    return found[-1] if found else None


def asked_by(session: Session, person_id: int, kinds: Collection[str], since: datetime) -> list[Request]:
    """What this person has asked for since then and nobody has decided, the newest first."""
    query = select(Request).where(col(Request.state).in_(WAITING), Request.state == "asked", Request.by == person_id)
    query = query.where(col(Request.kind).in_(kinds), Request.at >= since)
    return list(session.exec(query.order_by(col(Request.id).desc())))


def outcome(request: Request) -> str:
    """Its state; of what was dropped whether whoever asked has taken it back."""
    return "taken-back" if request.state == "dropped" and request.decided_by == request.by else request.state


def going_on(session: Session, kind: str) -> list[Request]:
    """Asked for or granted, and not over: of an absence what is planned and what runs."""
    query = select(Request).where(Request.kind == kind, col(Request.state).in_(("asked", "granted")))
    return list(session.exec(query.order_by(col(Request.since), col(Request.id))))


def about(session: Session, kind: str, subject: str) -> list[Request]:
    """Of what is about a post, or about another request; drafts and what was dropped left out."""
    query = select(Request).where(Request.kind == kind, Request.subject == subject)
    return list(session.exec(query.where(col(Request.state).not_in(("draft", "dropped"))).order_by(col(Request.id))))


def granted_between(session: Session, kind: str, start: datetime, end: datetime) -> list[Request]:
    """Of this kind, from `start` on and before `end`."""
    query = select(Request).where(Request.kind == kind, Request.state == "granted")
    query = query.where(col(Request.decided_at) >= start, col(Request.decided_at) < end)
    return list(session.exec(query.order_by(col(Request.id))))
