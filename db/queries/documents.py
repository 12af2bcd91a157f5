"""Notices on their way in."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from db.tables import Document

# what is asked at every turn is put together once
ANY = "SELECT 1 FROM document WHERE state IN ('wanted', 'kept') LIMIT 1"
WANTED = (
    select(Document)
    .where(
        Document.state == "wanted",
        or_(col(Document.not_before).is_(None), col(Document.not_before) <= bindparam("now")),
    )
    .order_by(col(Document.id))
    .limit(bindparam("limit"))
)
KEPT = select(Document).where(Document.state == "kept").order_by(col(Document.id)).limit(1)


def get(session: Session, document_id: int) -> Document | None:
    return session.get(Document, document_id)


def wanted(session: Session, now: datetime, limit: int) -> list[Document]:
    """What is to be fetched."""
    if not _any(session):
        return []
    return list(session.exec(WANTED, params={"now": now, "limit": limit}))


def kept(session: Session) -> Document | None:
    """What is to be read next."""
    return session.exec(KEPT).first() if _any(session) else None


def unread(session: Session) -> list[Document]:
    """Fetched, and to be read; what came in at the terminal was read there."""
    query = select(Document).where(Document.state == "kept", col(Document.file_id).is_not(None))
    return list(session.exec(query.order_by(col(Document.id))))


def _any(session: Session) -> bool:
    """Asked at every turn, and there almost never is one: without the mapper it costs a tenth."""
    return session.connection().exec_driver_sql(ANY).first() is not None


def newest(session: Session, states: Collection[str]) -> list[Document]:
    """In these states, the newest first; sheets that came back are none of them."""
    query = select(Document).where(col(Document.state).in_(states), col(Document.corrects).is_(None))
    return list(session.exec(query.order_by(col(Document.id).desc())))


def under_review(session: Session, digest: str) -> Document | None:
    """The same file, which is being reviewed already."""
    query = select(Document).where(Document.hash == digest, Document.state == "read", col(Document.corrects).is_(None))
    return session.exec(query).first()
