"""The trail: one row for every change, each bound to the one before it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from db.queries import trail
from db.tables import Audit
from services.office import Office

UNREADABLE = (ValueError, TypeError, SQLAlchemyError)
GENESIS = "0" * 64


def record(office: Office, verb: str, subject: str, **data: Any) -> None:
    row = Audit(
        n=0,
        at=office.now,
        person_id=office.person_id,
        inbox_id=office.inbox_id,
        verb=verb,
        subject=subject,
        data=data,
        hash="",
    )
    last = trail.last(office.session)
    row.n = last.n + 1 if last else 1
    row.hash = chained(last.hash if last else GENESIS, row)
    office.session.add(row)
    office.session.flush()


def chained(previous: str, row: Audit) -> str:
    parts = [previous, row.n, row.at.isoformat(), row.person_id, row.inbox_id, row.verb, row.subject, row.data]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def first_broken(session: Session) -> int | None:
    """The number of the first row that does not follow from the one before it; None where the trail is whole."""
    try:
        return _first_astray(trail.rows(session))
    except UNREADABLE:  # somebody wrote what cannot even be read: one after the other, to find where
        return _first_astray(_one_by_one(session))


def _first_astray(rows: Iterable[Audit | None]) -> int | None:
    previous = GENESIS
    for n, row in enumerate(rows, start=1):
        if row is None or row.n != n or chained(previous, row) != row.hash:
            return n
        previous = row.hash
    return None


def _one_by_one(session: Session) -> Iterator[Audit | None]:
    """None for a row that cannot be read."""
    for number in trail.numbers(session):
        try:
            yield trail.row(session, number)
        except UNREADABLE:
            yield None
