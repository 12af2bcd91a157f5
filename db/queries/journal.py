"""How many transactions the journal was told of; counted within each, so that one that is undone does not count."""

from sqlalchemy import text
from sqlmodel import Session

NEXT = text(
    "INSERT INTO written (id, n) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET n = written.n + 1 RETURNING written.n"
)
LAST = text("SELECT n FROM written")
SET = text("INSERT INTO written (id, n) VALUES (1, :n) ON CONFLICT (id) DO UPDATE SET n = excluded.n")


def number(session: Session) -> int:
    """Of the last one; 0 where there was none."""
    found: int | None = session.connection().execute(LAST).scalar()
    return found or 0


def next_number(session: Session) -> int:
    found: int = session.connection().execute(NEXT).scalar_one()
    return found


def set_number(session: Session, n: int) -> None:
    session.connection().execute(SET, {"n": n})
