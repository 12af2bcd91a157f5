"""Alembic's entry: it is handed an open connection and works on that alone."""

from alembic import context
from sqlmodel import SQLModel

from db import tables as _tables  # noqa: F401 - the metadata knows a table once it is imported

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
