"""Weekly reports."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from db.tables import Digest

# what is asked at every turn is put together once
OF_WEEK = select(Digest).where(Digest.week == bindparam("week"))
FROZEN = select(Digest).where(Digest.state == "frozen").order_by(col(Digest.number))


def of_week(session: Session, week: str) -> Digest | None:
    return session.exec(OF_WEEK, params={"week": week}).first()


def get(session: Session, digest_id: int) -> Digest | None:
    return session.get(Digest, digest_id)


def frozen(session: Session) -> list[Digest]:
    return list(session.exec(FROZEN))


def issued(session: Session, since: datetime) -> list[Digest]:
    return list(session.exec(select(Digest).where(Digest.state == "issued", col(Digest.issued_at) > since)))


def last(session: Session, before: int | None = None) -> Digest | None:
    query = select(Digest).order_by(col(Digest.number).desc())
    return session.exec(query if before is None else query.where(Digest.number < before)).first()


def before(session: Session, week: str, limit: int) -> list[Digest]:
    """Of the weeks before this one, the newest first."""
    return list(session.exec(select(Digest).where(Digest.week < week).order_by(col(Digest.week).desc()).limit(limit)))


def last_number(session: Session) -> int:
    return session.exec(select(func.max(Digest.number))).one() or 0


def last_issued(session: Session) -> Digest | None:
    query = select(Digest).where(Digest.state == "issued").order_by(col(Digest.number).desc()).limit(1)
    return session.exec(query).first()


def last_before(session: Session, instant: datetime) -> Digest | None:
    """The newest issue with figures from before."""
    query = select(Digest).where(Digest.state == "issued", Digest.frozen_at < instant)
    query = query.order_by(col(Digest.number).desc()).limit(1)
    return session.exec(query).first()
