"""The audit trail in its order."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select

from db.remembered import know, once
from db.tables import Audit, Hold, Outbox, Reading

NEWEST = ("the trail's last row",)
NUMBERED_FOR_NOBODY = (Audit, Hold, Outbox, Reading)  # of a message whoever needs it writes it first
LAST = select(Audit).order_by(col(Audit.n).desc()).limit(1)


def last(session: Session) -> Audit | None:
    def find() -> Audit | None:
        session.flush()  # one that waits to be written is the last
        return session.exec(LAST).first()

    return once(session, NEWEST, find, ())


def add(session: Session, row: Audit) -> None:
    """It is the last one now. What waits and may be asked for by its number is written: from then on it has one."""
    session.add(row)
    if any(not isinstance(other, NUMBERED_FOR_NOBODY) for other in session.new):
        session.flush()
    know(session, NEWEST, row, ())


def first(session: Session) -> Audit | None:
    return session.get(Audit, 1)


def rows(session: Session) -> list[Audit]:
    return list(session.exec(select(Audit).order_by(col(Audit.n))))


def numbers(session: Session) -> list[int]:
    return list(session.exec(select(Audit.n).order_by(col(Audit.n))))


def of(session: Session, verb: str, subjects: Collection[str]) -> list[Audit]:
    """What was done to some things, one after the other."""
    query = select(Audit).where(Audit.verb == verb, col(Audit.subject).in_(subjects))
    return list(session.exec(query.order_by(col(Audit.n))))


def course(session: Session, verbs: Collection[str], subject: str) -> list[Audit]:
    """What was done to one thing, of these sorts."""
    query = select(Audit).where(Audit.subject == subject, col(Audit.verb).in_(verbs))
    return list(session.exec(query.order_by(col(Audit.n))))


def between(session: Session, verbs: Collection[str], after: datetime, until: datetime) -> list[Audit]:
    """What was done of these sorts in that time; the rows before it are not looked through."""
    before = select(Audit.n).where(Audit.at <= after).order_by(col(Audit.n).desc()).limit(1)
    query = select(Audit).where(Audit.n > (session.exec(before).first() or 0), col(Audit.verb).in_(verbs))
    return list(session.exec(query.where(Audit.at <= until).order_by(col(Audit.n))))


def row(session: Session, n: int) -> Audit:
    return session.get_one(Audit, n)
