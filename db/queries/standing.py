"""What stood at an instant, whatever was filed, returned or taken back since."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from db.queries.reports import GONE, IN_FORCE
from db.tables import Audit, Entry, Report, Review


@dataclass(frozen=True)
class AsOf:
    """Reports and entries that have gone since then."""

    at: datetime
    reports: frozenset[int]
    entries: frozenset[int]


def as_of(session: Session, at: datetime) -> AsOf:
    returned = select(Review.report_id).where(Review.verdict == "returned", Review.at > at)
    reports = {*_subjects(session, "withdraw", at), *session.exec(returned)}
    return AsOf(at, frozenset(reports), frozenset(_subjects(session, "remove entry", at)))


def _subjects(session: Session, verb: str, after: datetime) -> list[int]:
    query = select(Audit.subject).where(Audit.verb == verb, Audit.at > after)
    return [int(subject.partition("/")[2]) for subject in session.exec(query)]


def filed(then: AsOf | None) -> ColumnElement[bool]:
    """Of a report: that it is in force, or was then."""
    if then is None:
        return col(Report.state) == "filed"
    gone = and_(col(Report.id).in_(then.reports), col(Report.state).in_(GONE))
    return and_(col(Report.at) <= then.at, or_(col(Report.state) == "filed", gone))


def kept(then: AsOf | None) -> ColumnElement[bool]:
    """Of an entry beside its report."""
    if then is None:
        return IN_FORCE
    own = or_(col(Entry.state) == "kept", col(Entry.id).in_(then.entries))
    told = or_(col(Report.id).is_(None), col(Report.state).not_in(GONE), col(Report.id).in_(then.reports))
    return and_(col(Entry.at) <= then.at, own, told)
