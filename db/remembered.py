"""What was looked up and still stands. Who is who and what the notice demands changes a few times a year; of a task's
reports, holds and reminders is known what came and went since they were read. Nothing of it is asked twice, until
somebody else has written to the records."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, bindparam, event, inspect
from sqlalchemy.orm import Session as AnySession
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session, SQLModel, col, select

from db.tables import Assignment, Indicator, Member, Outbox, Person, Post, Report, Requirement, Task, Tenure, Unit

TABLES = (Person, Post, Tenure, Unit)
CATALOGUE = (Assignment, Indicator, Requirement, Unit, Member)
HELD = (Task, Report, Outbox)  # asked for by their number, update after update
MOST_ROWS, MOST_LISTS = 1000, 5000  # that are held from one transaction to the next
MEMORY, AS_OF, BEGUN = "remembered", "remembered as of", "remembered: begun"
WRITES: WeakKeyDictionary[Pool, int] = WeakKeyDictionary()  # how often a session of this process wrote anything
Found = TypeVar("Found")
Row = TypeVar("Row", bound=SQLModel)
Key = tuple[Any, ...]


@dataclass
class Memory:
    """Answers by the tables that they were read from, lists by what their rows belong to; `held` keeps rows loaded."""

    answers: dict[tuple[type, ...], dict[Key, Any]] = field(default_factory=dict)
    lists: dict["Rows[Any]", dict[int | str, list[Any]]] = field(default_factory=dict)
    having: dict["Rows[Any]", set[Any]] = field(default_factory=dict)
    held: deque[Any] = field(default_factory=lambda: deque(maxlen=MOST_ROWS))

    @property
    def is_full(self) -> bool:
        return sum(map(len, self.lists.values())) > MOST_LISTS

    def drop(self, table: type) -> None:
        """What was read from it."""
        for tables in [tables for tables in self.answers if table in tables]:
            del self.answers[tables]


class Rows(Generic[Row]):
    """The rows of a table that belong to one thing, by their numbers: read once, and kept as rows come and go.

    `by` is the column that says to what. `where` limits what is read: what is given back may have more, and whoever
    asks looks at each. `moves` are those columns of both that may change. Of a new row of `parent`, to which `by`
    refers, there are none yet. Of `rare` rows is known first what has any at all.
    """

    ALL: ClassVar[dict[type, "list[Rows[Any]]"]] = {}
    BORN: ClassVar[dict[type, "list[Rows[Any]]"]] = {}

    def __init__(
        self,
        table: type[Row],
        by: str,
        *,
        where: Any = None,
        moves: tuple[str, ...] = (),
        parent: type[SQLModel] | None = None,
        rare: bool = False,
    ) -> None:
        self.table, self.by, self.moves, self._is_rare = table, by, moves, rare
        self._having = select(getattr(table, by)).distinct()
        query = select(table).where(getattr(table, by).in_(bindparam("keys", expanding=True)))
        query = query if where is None else query.where(where)
        self._query = query.order_by(col(table.id))  # type: ignore[attr-defined]
        self.ALL.setdefault(table, []).append(self)
        if parent is not None:
            self.BORN.setdefault(parent, []).append(self)

    def of(self, session: Session, key: int | str) -> list[Row]:
        return self.among(session, (key,))

    def among(self, session: Session, keys: Collection[int | str]) -> list[Row]:
        """Of several things; what is not known of them is looked up together."""
        memory = _memory(session)
        if _is_waiting(session, self.table, changed=bool(self.moves)):
            session.flush()
        lists: dict[int | str, list[Row]] = memory.lists.setdefault(self, {}) if memory else {}
        missing = [key for key in keys if key not in lists]
        if missing and memory and self._is_rare:
            having = self._that_have(session, memory)
            lists |= {key: [] for key in missing if key not in having}
            missing = [key for key in missing if key in having]
        if missing:
            with session.no_autoflush:  # nothing that waits to be written is of this table
                found = list(session.exec(self._query, params={"keys": missing}))
            lists |= {key: [] for key in missing}
            for row in found:
                lists[self.key(row)].append(row)
        return [row for key in keys for row in lists[key]]

    def _that_have(self, session: Session, memory: Memory) -> set[Any]:
        if self not in memory.having:
            with session.no_autoflush:
                memory.having[self] = set(session.exec(self._having))
        return memory.having[self]

    def key(self, row: Row) -> int | str:
        key: int | str = getattr(row, self.by)
        return key

    def moved(self, row: Row) -> set[int | str]:
        """Where a changed row belongs now, and where it did; nothing where that is as it was."""
        attributes = inspect(row).attrs
        if not any(attributes[name].history.has_changes() for name in self.moves):
            return set()
        return {self.key(row), *attributes[self.by].history.deleted}


def watch(session: Session) -> None:
    """From now on this session remembers: what it writes itself and what others have written is looked up anew."""
    event.listen(session, "after_begin", _begun)
    event.listen(session, "after_flush", _written)
    event.listen(session, "after_bulk_update", _written_by_statement)
    event.listen(session, "after_bulk_delete", _written_by_statement)
    event.listen(session, "after_soft_rollback", lambda session, _: forget(session))
    event.listen(session, "after_transaction_end", _ended)
    event.listen(session, "loaded_as_persistent", _hold)
    event.listen(session, "pending_to_persistent", _hold)


def once(session: Session, key: Key, find: Callable[[], Found], tables: tuple[type[SQLModel], ...] = TABLES) -> Found:
    """`tables` are those that it is read from."""
    memory = _memory(session)
    if memory is None or _is_waiting(session, tables, changed=True):
        return find()
    answers = memory.answers.setdefault(tables, {})
    if key not in answers:
        with session.no_autoflush:  # nothing that waits to be written is of these tables
            answers[key] = find()
    found: Found = answers[key]
    return found


def know(session: Session, key: Key, answer: Any, tables: tuple[type[SQLModel], ...]) -> None:
    """Whoever has just written it need not look it up."""
    if (memory := _memory(session)) is not None:
        memory.answers.setdefault(tables, {})[key] = answer


def load(session: Session, table: type[Row], ids: Collection[int]) -> Iterator[Row]:
    """The rows of these numbers, in their order; those that are not held are looked up together."""
    held = session.identity_map
    key = inspect(table).identity_key_from_primary_key
    missing = [number for number in dict.fromkeys(ids) if key((number,)) not in held]
    of = col(table.id)  # type: ignore[attr-defined]
    looked_up = list(session.exec(select(table).where(of.in_(missing)))) if len(missing) > 1 else []
    yield from (session.get_one(table, number) for number in ids)
    del looked_up


def forget(session: AnySession) -> None:
    """For whoever writes past the session."""
    if MEMORY in session.info:
        session.info[MEMORY] = Memory()


def _memory(session: Session) -> Memory | None:
    if not session.info.get(BEGUN):
        session.connection()  # what is remembered is looked at within a transaction, as the records are
    found: Memory | None = session.info.get(MEMORY)
    return found


def _is_waiting(session: AnySession, tables: type | tuple[type, ...], *, changed: bool) -> bool:
    """Rows of these tables are to be written: new or deleted ones, or `changed` ones too."""
    found: list[Iterable[Any]] = [session.new, session.deleted]
    found += [session.dirty] if changed else []
    return any(isinstance(row, tables) for rows in found for row in rows)


def _hold(session: AnySession, row: Any) -> None:
    memory: Memory | None = session.info.get(MEMORY)
    if memory is not None and isinstance(row, HELD):
        memory.held.append(row)


def _written(session: AnySession, _: Any) -> None:
    memory: Memory | None = session.info.get(MEMORY)
    if memory is not None:
        for table in {type(row) for rows in (session.new, session.dirty, session.deleted) for row in rows}:
            memory.drop(table)
        _follow(session, memory)
    _count(session)


def _follow(session: AnySession, memory: Memory) -> None:
    """The lists have what came, and no more what went."""
    for row in session.new:
        for rows in Rows.BORN.get(type(row), ()):
            memory.lists.setdefault(rows, {})[row.id] = []
    for row, rows, lists in _listed(memory, session.new):
        if rows.key(row) in lists:
            lists[rows.key(row)].append(row)
    for row, rows, lists in _listed(memory, session.deleted):
        lists[rows.key(row)] = [other for other in lists.get(rows.key(row), ()) if other is not row]
    for row, rows, lists in _listed(memory, session.dirty):
        for key in rows.moved(row) if rows.moves else ():
            lists.pop(key, None)
    for row in (*session.new, *session.dirty):
        for rows in Rows.ALL.get(type(row), ()):
            if rows in memory.having:
                memory.having[rows].add(rows.key(row))


def _listed(memory: Memory, changed: Iterable[Any]) -> Iterator[tuple[Any, Rows[Any], dict[int | str, list[Any]]]]:
    """Each row with the lists that it may stand in."""
    for row in changed:
        for rows in Rows.ALL.get(type(row), ()):
            if rows in memory.lists:
                yield row, rows, memory.lists[rows]


def _written_by_statement(context: Any) -> None:
    session, table = context.session, context.mapper.class_
    memory: Memory | None = session.info.get(MEMORY)
    if memory is not None:
        memory.drop(table)
        for rows in Rows.ALL.get(table, ()):
            memory.lists.pop(rows, None)
            memory.having.pop(rows, None)
    _count(session)


def _count(session: AnySession) -> None:
    """Other sessions of this process are to know; this one does already."""
    pool = session.connection().engine.pool
    WRITES[pool] = WRITES.get(pool, 0) + 1
    if (version := session.info.get(AS_OF)) is not None:
        session.info[AS_OF] = (*version[:2], WRITES[pool])


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
        own = connection.info.setdefault(MEMORY, object())  # one a connection, as long as it is open
        version = own, others, WRITES.get(connection.engine.pool, 0)
    memory: Memory | None = session.info.get(MEMORY)
    if memory is None or memory.is_full or version is None or version != session.info.get(AS_OF):
        session.info[MEMORY], session.info[AS_OF] = Memory(), version
