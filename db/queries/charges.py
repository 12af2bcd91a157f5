"""Which leader is in charge of which department."""

from sqlmodel import Session, col, select

from db.tables import Charge


def current(session: Session) -> dict[int, Charge]:
    """Department → the row that holds today; whoever has none is not in it."""
    return {row.unit_id: row for row in session.exec(select(Charge).where(col(Charge.until).is_(None)))}


def of_unit(session: Session, unit_id: int) -> Charge | None:
    return session.exec(select(Charge).where(Charge.unit_id == unit_id, col(Charge.until).is_(None))).first()
