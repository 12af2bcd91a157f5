"""The rows that belong to one thing, a task's reports, a report's readings: read once, then followed as they come and
go."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import bindparam, inspect
from sqlmodel import Session, SQLModel, col, select

from db import memory
from db.memory import Lists, Memory

Row = TypeVar("Row", bound=SQLModel)


class Rows(Generic[Row]):
    """Of `table` by its column `by`, in the order in which they came.

    `where` limits what is read: what is given back may have more, and whoever asks looks at each. `moves` are those
    columns of both that may change. Of a new row of `parent`, to which `by` refers, there are none yet. Of `rare` rows
    is known first what has any at all.
    """

    ALL: ClassVar[dict[type, "list[Rows[Any]]"]] = {}
    BORN: ClassVar[dict[type, "list[Rows[Any]]"]] = {}  # by parent

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
        column, number = getattr(table, by), col(table.id)  # type: ignore[attr-defined]
        every = select(table).order_by(number) if where is None else select(table).where(where).order_by(number)
        self._of_one = every.where(column == bindparam("key"))
        self._of_many = every.where(column.in_(bindparam("keys", expanding=True)))
        self._having = select(column).distinct()
        self.ALL.setdefault(table, []).append(self)
        if parent is not None:
            self.BORN.setdefault(parent, []).append(self)

    def of(self, session: Session, key: Hashable) -> list[Row]:
        return self.among(session, (key,))

    def among(self, session: Session, keys: Collection[Hashable]) -> list[Row]:
        """Of several things; what is not known of them is looked up together. What is not written yet comes last."""
        known = memory.of(session)
        if self._waits(session):
            session.flush()
        lists = known.lists.setdefault(self, {}) if known else {}
        if missing := [key for key in keys if key not in lists]:
            self._look_up(session, known, lists, missing)
        new = [row for row in session.new if type(row) is self.table]
        if not new:
            return [row for key in keys for row in lists[key]]
        return [row for key in keys for row in (*lists[key], *(row for row in new if self.key(row) == key))]

    def _look_up(self, session: Session, known: Memory | None, lists: Lists, missing: Sequence[Hashable]) -> None:
        with session.no_autoflush:  # nothing that waits to be written changes what is found
            lists |= {key: [] for key in missing}
            if known and self._is_rare:
                if self not in known.having:
                    known.having[self] = set(session.exec(self._having))
                missing = [key for key in missing if key in known.having[self]]
            if len(missing) == 1:
                lists[missing[0]] = list(session.exec(self._of_one, params={"key": missing[0]}))
            elif missing:
                for row in session.exec(self._of_many, params={"keys": missing}):
                    lists[self.key(row)].append(row)

    def _waits(self, session: Session) -> bool:
        """A row is to be deleted or to belong elsewhere; one that is new is seen before it is written."""
        moving = (row for row in session.dirty if type(row) is self.table) if self.moves else ()
        return any(type(row) is self.table for row in session.deleted) or any(self.moved(row) for row in moving)

    def key(self, row: Row) -> Hashable:
        key: Hashable = getattr(row, self.by)
        return key

    def moved(self, row: Row) -> set[Hashable]:
        """Where a changed row belongs now, and where it did; nothing where that is as it was."""
        state = inspect(row)
        if state.committed_state.keys().isdisjoint(self.moves):  # nothing was set: asked first, for it is asked often
            return set()
        if not any(state.attrs[name].history.has_changes() for name in self.moves):
            return set()
        return {self.key(row), *state.attrs[self.by].history.deleted}


def follow(known: Memory, new: Collection[Any], changed: Collection[Any], deleted: Collection[Any]) -> None:
    """The lists have what was written, and no more what was deleted."""
    for row in new:
        for rows in Rows.BORN.get(type(row), ()):
            known.lists.setdefault(rows, {})[row.id] = []
    for row, rows, lists in _listed(known, new):
        if rows.key(row) in lists:
            lists[rows.key(row)].append(row)
    for row, rows, lists in _listed(known, deleted):
        lists[rows.key(row)] = [other for other in lists.get(rows.key(row), ()) if other is not row]
    for row, rows, lists in _listed(known, changed):
        for key in rows.moved(row) if rows.moves else ():
            lists.pop(key, None)


def _listed(known: Memory, written: Iterable[Any]) -> Iterator[tuple[Any, Rows[Any], Lists]]:
    """Each row with the lists that it may stand in; what it belongs to has some from now on."""
    for row in written:
        for rows in Rows.ALL.get(type(row), ()):
            if rows in known.having:
                known.having[rows].add(rows.key(row))
            if rows in known.lists:
                yield row, rows, known.lists[rows]


def touched(row: Any) -> set[tuple[Rows[Any], Hashable]]:
    """The lists in which a row that was written may stand, stood, or which are its own."""
    found: set[tuple[Rows[Any], Hashable]] = {(rows, row.id) for rows in Rows.BORN.get(type(row), ())}
    for rows in Rows.ALL.get(type(row), ()):
        found |= {(rows, key) for key in (rows.key(row), *rows.moved(row))}
    return found


def drop(known: Memory, table: type) -> None:
    for rows in Rows.ALL.get(table, ()):
        known.lists.pop(rows, None)
        known.having.pop(rows, None)
