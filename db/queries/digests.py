"""Weekly reports."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from db.tables import Digest

# what is asked at every turn is put together once
OF_WEEK = select(Digest).where(Digest.week == bindparam("week"))
IN_STATE = select(Digest).where(Digest.state == bindparam("state")).order_by(col(Digest.number))
ISSUED = select(Digest).where(Digest.state == "issued")


def of_week(session: Session, week: str) -> Digest | None:
    return session.exec(OF_WEEK, params={"week": week}).first()


def get(session: Session, digest_id: int) -> Digest | None:
    return session.get(Digest, digest_id)


def frozen(session: Session) -> list[Digest]:
    return list(session.exec(IN_STATE, params={"state": "frozen"}))


def held(session: Session) -> list[Digest]:
    return list(session.exec(IN_STATE, params={"state": "held"}))


def waiting(session: Session) -> list[Digest]:
    """The drafts, held or not."""
    return [*frozen(session), *held(session)]


def issued(session: Session, since: datetime) -> list[Digest]:
    return list(session.exec(ISSUED.where(col(Digest.issued_at) > since)))


def last(session: Session) -> Digest | None:
    """The newest that has a number."""
    query = select(Digest).where(col(Digest.number).is_not(None)).order_by(col(Digest.number).desc())
    return session.exec(query.limit(1)).first()


def numbered(session: Session) -> list[Digest]:
    """All that have a number, the newest first."""
    return list(session.exec(select(Digest).where(col(Digest.number).is_not(None)).order_by(col(Digest.number).desc())))


def before(session: Session, week: str, limit: int) -> list[Digest]:
    """Of the weeks before this one, the newest first."""
    return list(session.exec(select(Digest).where(Digest.week < week).order_by(col(Digest.week).desc()).limit(limit)))


def last_number(session: Session) -> int:
    return session.exec(select(func.max(Digest.number))).one() or 0


def last_issued(session: Session) -> Digest | None:
    return session.exec(ISSUED.order_by(col(Digest.number).desc()).limit(1)).first()


def of_number(session: Session, number: int) -> Digest | None:
    """The issue of that number."""
    return session.exec(ISSUED.where(Digest.number == number)).first()


def older(session: Session, number: int) -> Digest | None:
    return session.exec(ISSUED.where(col(Digest.number) < number).order_by(col(Digest.number).desc()).limit(1)).first()


def newer(session: Session, number: int) -> Digest | None:
    return session.exec(ISSUED.where(col(Digest.number) > number).order_by(col(Digest.number)).limit(1)).first()


def last_before(session: Session, instant: datetime) -> Digest | None:
    """The newest issue with figures from before."""
    query = ISSUED.where(col(Digest.frozen_at) < instant).order_by(col(Digest.number).desc())
    return session.exec(query.limit(1)).first()
