"""Columns that several tables share the shape of."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, Table, event
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def key() -> Any:
    """An integer primary key, given by the database."""
    return Field(default=None, primary_key=True)


def one_of(column: str, *words: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(w) for w in words)})", name=column)


@event.listens_for(Index, "after_parent_attach")
def _partial_everywhere(index: Index, table: Table) -> None:
    """An index that covers some rows in SQLite covers the same ones in PostgreSQL."""
    index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
