"""Entries of the catalogue's registers, and what is being told of one."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam
from sqlmodel import Session, and_, col, func, or_, select

from db.queries.reports import IN_FORCE, REPLACED
from db.remembered import once
from db.tables import Counts, Entry, Indicator, Report, Request, Requirement

ENTERED = select(Entry.unit_id).where(Entry.register_key == bindparam("key")).distinct()
NEW, REMOVAL = "entry", "entry-removal"


def entry(session: Session, entry_id: int) -> Entry | None:
    found = session.get(Entry, entry_id)
    return found if found and found.register_key else None


def standing(
    session: Session, key: str, demands: Collection[int], units: Collection[int] | None, start: date, end: date
) -> list[Entry]:
    """Newest versions of these days, the last day first: of the register, and those told to tasks of these demands.

    `units` are the departments whose entries are wanted; None is all of them.
    """
    told = select(Counts.entry_id).where(col(Counts.requirement_id).in_(demands))
    of = or_(Entry.register_key == key, and_(Entry.register_key == "", col(Entry.id).in_(told)))
    query = select(Entry).outerjoin(Report, col(Report.id) == col(Entry.report_id)).where(IN_FORCE, of)
    query = query.where(col(Entry.id).not_in(REPLACED), Entry.on_date >= start, Entry.on_date <= end)
    query = query if units is None else query.where(col(Entry.unit_id).in_(units))
    return list(session.exec(query.order_by(col(Entry.on_date).desc(), col(Entry.id).desc())))


def tally(session: Session, start: date, end: date) -> dict[tuple[str, int], int]:
    """(register, department) → how many entries stand of these days."""
    query = select(Entry.register_key, Entry.unit_id, func.count()).where(Entry.register_key != "")
    query = query.where(Entry.state == "kept", Entry.on_date >= start, Entry.on_date <= end)
    rows = session.exec(
        query.where(col(Entry.id).not_in(REPLACED)).group_by(col(Entry.register_key), col(Entry.unit_id))
    )
    return {(key, unit_id): n for key, unit_id, n in rows}


def newer(session: Session, entry_id: int) -> Entry | None:
    return session.exec(select(Entry).where(Entry.replaces == entry_id)).first()


def has_any(session: Session, key: str, unit_id: int) -> bool:
    """Of whatever time and state: the department has said something about it."""
    return unit_id in once(session, ("entered", key), lambda: set(session.exec(ENTERED, params={"key": key})), (Entry,))


def draft(session: Session, person_id: int) -> Request | None:
    """What this person is telling, or removing."""
    query = select(Request).where(Request.by == person_id, Request.state == "draft")
    return session.exec(query.where(col(Request.kind).in_((NEW, REMOVAL))).order_by(col(Request.id).desc())).first()


def request(session: Session, request_id: int) -> Request | None:
    found = session.get(Request, request_id)
    return found if found and found.kind in (NEW, REMOVAL) else None


def demands(session: Session, notice_id: int, code: str) -> list[Requirement]:
    """Of an indicator what counts entries, as it is demanded now."""
    query = select(Requirement).join(Indicator, col(Indicator.id) == col(Requirement.indicator_id))
    query = query.where(Indicator.notice_id == notice_id, Indicator.code == code, Requirement.kind == "entries")
    return list(session.exec(query.where(col(Requirement.until).is_(None)).order_by(col(Requirement.id))))


def counts(session: Session, entry_id: int) -> list[Counts]:
    return list(session.exec(select(Counts).where(Counts.entry_id == entry_id).order_by(col(Counts.requirement_id))))
