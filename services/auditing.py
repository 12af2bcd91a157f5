"""The trail: one row for every change, each bound to the one before it."""

import hashlib
import json
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from db.queries import trail
from db.tables import Audit
from services.office import Office

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
    previous = GENESIS
    for n, number in enumerate(trail.numbers(session), start=1):
        try:
            row = trail.row(session, number)
            follows = number == n and chained(previous, row) == row.hash
        except (ValueError, TypeError, SQLAlchemyError):  # somebody wrote what cannot even be read
            follows = False
        if not follows:
            return n
        previous = row.hash
    return None
