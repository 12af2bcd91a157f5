"""Who is who: asked at every turn, changed a few times a year. Looked up once, until a row of its tables changes."""

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, event
from sqlalchemy.orm import Session as AnySession
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

from db.tables import Person, Post, Tenure, Unit

TABLES = (Person, Post, Tenure, Unit)
KNOWN, AS_OF, BEGUN, NEW = "who is who", "who is who as of", "who is who: begun", "who is who: new"
WRITES: WeakKeyDictionary[Pool, int] = WeakKeyDictionary()  # how often a session of this process wrote to TABLES
Found = TypeVar("Found")


def watch(session: Session) -> None:
    """From now on this session remembers: what it writes itself and what others have written is looked up anew."""
    event.listen(session, "after_begin", _begun)
    event.listen(session, "transient_to_pending", _added)
    event.listen(session, "after_flush", _written)
    event.listen(session, "after_soft_rollback", _undone)
    event.listen(session, "after_transaction_end", _ended)


def once(session: Session, key: tuple[Any, ...], find: Callable[[], Found]) -> Found:
    known = _known(session)
    if known is None or _changes(session):
        return find()
    if key not in known:
        with session.no_autoflush:  # nothing that waits to be written is of these tables
            known[key] = find()
    found: Found = known[key]
    return found


def _known(session: Session) -> dict[tuple[Any, ...], Any] | None:
    if not session.info.get(BEGUN):
        session.connection()  # what is remembered is looked at within a transaction, as the records are
    found: dict[tuple[Any, ...], Any] | None = session.info.get(KNOWN)
    return found


def _changes(session: AnySession) -> bool:
    """A row of TABLES waits to be written. What is new is noted when it comes: there may be many new rows of others."""
    return NEW in session.info or any(isinstance(row, TABLES) for row in (*session.dirty, *session.deleted))


def _added(session: AnySession, row: object) -> None:
    if isinstance(row, TABLES):
        session.info[NEW] = True


def _written(session: AnySession, _: Any) -> None:
    if _changes(session):
        session.info.pop(NEW, None)
        session.info[KNOWN] = {}
        pool = session.connection().engine.pool
        WRITES[pool] = WRITES.get(pool, 0) + 1


def _undone(session: AnySession, _: SessionTransaction) -> None:
    for name in (KNOWN, NEW):
        session.info.pop(name, None)


def _ended(session: AnySession, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info[BEGUN] = False


def _begun(session: AnySession, _: Any, connection: Connection) -> None:
    """SQLite tells whether another connection has written a file since; where nothing does, a transaction is as long
    as anything is remembered."""
    session.info[BEGUN] = True
    version = None
    if connection.dialect.name == "sqlite" and connection.engine.url.database:
        raw = connection.connection.driver_connection
        assert raw is not None
        others = raw.execute("PRAGMA data_version").fetchone()[0]
        own = connection.info.setdefault(KNOWN, object())  # one a connection, as long as it is open
        version = own, others, WRITES.get(connection.engine.pool, 0)
    if version is None or version != session.info.get(AS_OF):
        session.info[KNOWN], session.info[AS_OF] = {}, version
    else:
        session.info.setdefault(KNOWN, {})
