"""The records: a file of SQLite, or a schema of PostgreSQL. Whoever has opened them need not know which."""

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, insert, make_url, select
from sqlmodel import Session, SQLModel

from db import postgres, remembered, sqlite
from db import tables as _tables  # noqa: F401 - the metadata knows a table once it is imported
from db.modes import READS, DatabaseError, RecordsError
from db.sqlite import create_in_memory, open_file, open_memory

__all__ = [
    "DatabaseError",
    "RecordsError",
    "copy",
    "copy_to_memory",
    "create_in_memory",
    "is_shared",
    "open_file",
    "open_memory",
    "open_records",
    "reading",
    "session",
    "shown",
    "wipe",
]


def open_records(url: str) -> Engine:
    """sqlite:///FILE, or postgresql://…/DATABASE[?schema=NAME]. DatabaseError where they cannot be had."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return postgres.open_server(address)
    assert address.database is not None
    return open_file(Path(address.database))


def is_shared(engine: Engine) -> bool:
    """Several bots may stand by on the same records."""
    return engine.dialect.name == "postgresql"


def shown(url: str | URL) -> str:
    """Where the records are, for a person to read: a file, or an address without its password."""
    address = make_url(url)
    return postgres.shown(address) if address.get_backend_name() == "postgresql" else str(address.database)


def session(bind: Engine | Connection) -> Session:
    found = Session(bind, expire_on_commit=False)
    remembered.watch(found)
    return found


def reading(engine: Engine) -> Session:
    """A long look at the records as they are at its first question; nobody who writes waits for it."""
    return Session(engine.execution_options(**{READS: True}), expire_on_commit=False, autoflush=False)


def wipe(engine: Engine) -> bool:
    """What was overwritten is nowhere in the file or beside it. False where it has to be tried again.

    PostgreSQL keeps old rows until it vacuums, and its log until it is used again: there it is nothing one could ask
    for (docs/decisions/0036).
    """
    return True if is_shared(engine) else sqlite.wipe(engine)


def copy_to_memory(source: Engine) -> Engine:
    """The same records, which nobody else sees change."""
    memory = open_memory()
    copy(source, memory)
    return memory


def copy(source: Engine, target: Engine) -> None:
    """Into an empty database of SQLite."""
    if not is_shared(source):
        return sqlite.copy(source, target)
    SQLModel.metadata.create_all(target)
    with reading(source) as one, target.begin() as other:
        other.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # a row may refer to a later one
        for table in SQLModel.metadata.sorted_tables:
            if rows := [row._asdict() for row in one.execute(select(table))]:
                other.execute(insert(table), rows)
