"""How many transactions the journal was told of; counted within each, so that one that is undone does not count.

A number says how many, and a mark which one: of two bots that write under the same number one is undone, and whoever
comes next names the other's mark.
"""

import secrets
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

LIMIT = 1 << 62  # of marks; the sum of two is no more than any database holds
A_LIFE = 1_000_000  # more transactions than there are between a backup and its restore
NEXT = text(
    "INSERT INTO written (id, n, mark) VALUES (1, 1, :chance) ON CONFLICT (id) DO UPDATE"
    " SET n = written.n + 1, mark = (written.mark + excluded.mark) % :limit RETURNING n, mark"
)
LAST = text("SELECT n, mark FROM written")
SET = text(
    "INSERT INTO written (id, n, mark) VALUES (1, :n, :mark)"
    " ON CONFLICT (id) DO UPDATE SET n = excluded.n, mark = excluded.mark"
)


class Told(NamedTuple):
    """A transaction: its number, and its mark, which is 0 where it is of an older program, or there was none."""

    n: int
    mark: int


def last(session: Session) -> Told:
    found = session.connection().execute(LAST).one_or_none()
    return Told(*found) if found else Told(0, 0)


def next_one(session: Session) -> tuple[Told, int]:
    """And the mark of the one before it."""
    chance = 1 + secrets.randbelow(LIMIT - 1)
    told = Told(*session.connection().execute(NEXT, {"chance": chance, "limit": LIMIT}).one())
    return told, (told.mark - chance) % LIMIT


def set_last(session: Session, told: Told) -> None:
    session.connection().execute(SET, {"n": told.n, "mark": told.mark})


def begin_anew(session: Session) -> None:
    """Not all is known of what was told since: no number of that comes again."""
    found = last(session)
    set_last(session, Told(found.n + A_LIFE, found.mark))
