"""The audit trail in its order."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from db.tables import Audit

LAST = select(Audit).order_by(col(Audit.n).desc()).limit(1)


def last(session: Session) -> Audit | None:
    return session.exec(LAST).first()


def rows(session: Session) -> Iterator[Audit]:
    yield from session.exec(select(Audit).order_by(col(Audit.n)))
