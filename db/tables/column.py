"""Columns that several tables share the shape of."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.model_config["defer_build"] = True  # rows are taken as they are: what would validate them is never asked


def key() -> Any:
    """An integer primary key, given by the database."""
    return Field(default=None, primary_key=True)


def of_one(*columns: str) -> CheckConstraint:
    """Of exactly one of several other rows."""
    there = (f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END" for column in columns)
    return CheckConstraint(f"{' + '.join(there)} = 1", name="of")


def one_of(column: str, *words: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(w) for w in words)})", name=column)
