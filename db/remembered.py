"""What was looked up and still stands: who is who and what the notice demands changes a few times a year, a task's
reports only where somebody writes them. It is kept until this session writes to its tables, or anybody else to the
records."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, bindparam, event, inspect
from sqlalchemy.orm import ORMExecuteState, SessionTransaction
from sqlalchemy.orm import Session as AnySession
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from db import memory, rows
from db.memory import BEGUN, MEMORY, PASSING, Key, Memory
from db.tables import (
    Assignment,
    Inbox,
    Indicator,
    Member,
    Outbox,
    Person,
    Post,
    Report,
    Requirement,
    Task,
    Tenure,
    Unit,
)

TABLES = (Person, Post, Tenure, Unit)
CATALOGUE = (Assignment, Indicator, Requirement, Unit, Member)
HELD = (Task, Report, Outbox)  # asked for by their numbers, update after update
AS_OF = "remembered as of"
WRITES: WeakKeyDictionary[Pool, int] = WeakKeyDictionary()  # how often a session of this process wrote anything
STREAMS = {inspect(table).local_table: table for table in (Inbox, Outbox)}  # written many rows at a time
Found = TypeVar("Found")
Row = TypeVar("Row", bound=SQLModel)


def watch(session: Session) -> None:
    """From now on this session remembers: what it writes itself and what others have written is looked up anew."""
    event.listen(session, "after_begin", _begun)
    event.listen(session, "after_flush", _written)
    event.listen(session, "do_orm_execute", _executed)
    event.listen(session, "after_soft_rollback", _rolled_back)
    event.listen(session, "after_transaction_end", _ended)
    event.listen(session, "loaded_as_persistent", _hold)
    event.listen(session, "pending_to_persistent", _hold)


def once(session: Session, key: Key, find: Callable[[], Found], tables: tuple[type[SQLModel], ...] = TABLES) -> Found:
    """`tables` are those that it is read from."""
    known = memory.of(session)
    if known is None or _is_waiting(session, tables):
        return find()
    answers = known.answers.setdefault(tables, {})
    if key not in answers:
        with session.no_autoflush:  # nothing that waits to be written is of these tables
            answers[key] = find()
    found: Found = answers[key]
    return found


def once_each(
    session: Session,
    name: str,
    things: Collection[Hashable],
    find: Callable[[list[Any]], Mapping[Any, Any]],
    tables: tuple[type[SQLModel], ...] = TABLES,
) -> dict[Any, Any]:
    """The same of several things, under (name, thing): those of which nothing is known are looked up together. `find`
    has an answer for each."""
    known = memory.of(session)
    if known is None or _is_waiting(session, tables):
        return dict(find(list(things)))
    answers = known.answers.setdefault(tables, {})
    if missing := [thing for thing in dict.fromkeys(things) if (name, thing) not in answers]:
        with session.no_autoflush:
            answers |= {(name, thing): answer for thing, answer in find(missing).items()}
    return {thing: answers[name, thing] for thing in things}


def know(session: Session, key: Key, answer: Any, tables: tuple[type[SQLModel], ...] = TABLES) -> None:
    """Whoever has just written or read it need not look it up."""
    if (known := memory.of(session)) is not None and not _is_waiting(session, tables):
        known.answers.setdefault(tables, {})[key] = answer


def load(session: Session, table: type[Row], ids: Collection[int]) -> list[Row]:
    """The rows of these numbers, in their order; those that are not held are looked up together."""
    looked_up = among(session, table, ids)  # held, until each has been got
    with session.no_autoflush:  # what is not written yet has no number
        found = [session.get_one(table, number) for number in ids]
    del looked_up
    return found


def among(session: Session, table: type[Row], ids: Iterable[int]) -> list[Row]:
    """The rows of these numbers that are there, in no order."""
    key = inspect(table).identity_key_from_primary_key
    here = {number: session.identity_map.get(key((number,))) for number in ids}
    missing = [number for number, row in here.items() if row is None]
    found = [row for row in here.values() if row is not None]
    if missing:
        with session.no_autoflush:
            found += session.exec(_numbered(table), params={"numbers": missing})
    return found


@cache
def _numbered(table: type[Row]) -> SelectOfScalar[Row]:
    return select(table).where(col(table.id).in_(bindparam("numbers", expanding=True)))  # type: ignore[attr-defined]


def forget(session: AnySession) -> None:
    """All of it. For whoever writes past the session, too."""
    if MEMORY in session.info:
        session.info[MEMORY] = Memory()


def _rolled_back(session: AnySession, transaction: SessionTransaction) -> None:
    known: Memory | None = session.info.get(MEMORY)
    if known is not None and transaction.nested and not known.past:
        known.undo()
    else:
        forget(session)


def _is_waiting(session: AnySession, tables: tuple[type, ...]) -> bool:
    """Something of these tables is to be written."""
    if not tables:
        return False
    waiting = {type(row) for row in (*session.new, *session.dirty, *session.deleted)}
    return not waiting.isdisjoint(tables)


def _hold(session: AnySession, row: Any) -> None:
    known: Memory | None = session.info.get(MEMORY)
    if known is not None and isinstance(row, HELD) and PASSING not in session.info:
        known.held.append(row)


def _written(session: AnySession, _: Any) -> None:
    known: Memory | None = session.info.get(MEMORY)
    if known is not None:
        new, changed, deleted = list(session.new), list(session.dirty), list(session.deleted)
        for table in {type(row) for row in (*new, *changed, *deleted)}:
            known.drop(table)
        rows.follow(known, new, changed, deleted)
        if session.in_nested_transaction():
            for row in (*new, *changed, *deleted):
                known.tried.setdefault(type(row), set()).update(rows.touched(row))
    _count(session)


def _executed(state: ORMExecuteState) -> None:
    """A statement that writes by itself. Whoever writes to a stream keeps the rows in step that are held."""
    if state.is_select:
        return
    known: Memory | None = state.session.info.get(MEMORY)
    bare = getattr(state.statement, "table", None)
    if known is not None and state.bind_mapper is not None:
        known.drop(state.bind_mapper.class_)
        rows.drop(known, state.bind_mapper.class_)
    elif known is not None and bare in STREAMS:
        known.drop(STREAMS[bare])
    else:
        forget(state.session)
    if state.session.in_nested_transaction() and known is not None:
        state.session.info[MEMORY].past = True
    _count(state.session)


def _count(session: AnySession) -> None:
    """Other sessions of this process are to know; this one does already."""
    pool = session.connection().engine.pool
    WRITES[pool] = WRITES.get(pool, 0) + 1
    if (version := session.info.get(AS_OF)) is not None:
        session.info[AS_OF] = (*version[:2], WRITES[pool])


def _ended(session: AnySession, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info[BEGUN] = False
        if (known := session.info.get(MEMORY)) is not None:
            known.tried.clear()
            known.past = False


def _begun(session: AnySession, _: Any, connection: Connection) -> None:
    """SQLite tells whether another connection has written a file since; where nothing does, a transaction is as long
    as anything is remembered."""
    session.info[BEGUN] = True
    version = None
    if connection.dialect.name == "sqlite" and connection.engine.url.database:
        raw = connection.connection.driver_connection
        assert raw is not None
        others = raw.execute("PRAGMA data_version").fetchone()[0]
        own = connection.info.setdefault(MEMORY, object())  # one a connection, as long as it is open
        version = own, others, WRITES.get(connection.engine.pool, 0)
    known: Memory | None = session.info.get(MEMORY)
    if known is None or known.is_full or version is None or version != session.info.get(AS_OF):
        session.info[MEMORY], session.info[AS_OF] = Memory(), version
