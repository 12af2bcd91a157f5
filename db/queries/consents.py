"""What two of the office do together."""

from sqlmodel import Session, col, select

from db.tables import Consent


def get(session: Session, consent_id: int) -> Consent | None:
    return session.get(Consent, consent_id)


def asked(session: Session) -> list[Consent]:
    return list(session.exec(select(Consent).where(Consent.state == "asked").order_by(col(Consent.id))))


def about(session: Session, kind: str, subject: str) -> Consent | None:
    """The one that waits."""
    query = select(Consent).where(Consent.kind == kind, Consent.subject == subject, Consent.state == "asked")
    return session.exec(query).first()
