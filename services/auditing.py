"""The trail: one row for every change, each bound to the one before it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from db.queries import trail
from db.tables import Audit
from domain.seal import DIGITS, Seal
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
    trail.add(office.session, row)


def chained(previous: str, row: Audit) -> str:
    parts = [previous, row.n, row.at.isoformat(), row.person_id, row.inbox_id, row.verb, row.subject, row.data]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def seal(session: Session) -> Seal:
    """The newest row and its check code: whoever was told of it can say later whether the rows up to it still stand."""
    last = trail.last(session)
    return Seal(last.n, code(last.hash)) if last else Seal(0, code(GENESIS))


def code(hash: str) -> str:
    """80 bits of it in decimal digits, to be read out or copied by hand."""
    return f"{int(hash, 16) % 10**DIGITS:0{DIGITS}d}"


def first_broken(session: Session, *seals: Seal) -> int | None:
    """The number of the first row that does not follow from the one before it, or is not the one that was sealed; None
    where the trail is whole. Only a seal tells of rows cut off at the end, or of all hashes made anew."""
    try:
        return first_astray(trail.rows(session), *seals)
    except UNREADABLE:  # somebody wrote what cannot even be read: one after the other, to find where
        return first_astray(_one_by_one(session), *seals)


def first_astray(rows: Iterable[Audit | None], *seals: Seal) -> int | None:
    previous, n, sealed = GENESIS, 0, {seal.n: seal.code for seal in seals}
    for n, row in enumerate(rows, start=1):
        if row is None or row.n != n or chained(previous, row) != row.hash:
            return n
        if sealed.get(n, code(row.hash)) != code(row.hash):
            return n
        previous = row.hash
    return n + 1 if any(seal.n > n for seal in seals) else None


def _one_by_one(session: Session) -> Iterator[Audit | None]:
    """None for a row that cannot be read."""
    for number in trail.numbers(session):
        try:
            yield trail.row(session, number)
        except UNREADABLE:
            yield None
