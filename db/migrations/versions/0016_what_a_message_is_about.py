"""messages are found by what they are about, and by when they may go"""

import json

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

ABOUT = {
    'receipt': 'report', 'withdrawal': 'report', 'task': 'task', 'joint': 'task', 'sheet': 'sheet',
    'request': 'request', 'requested': 'request', 'decision': 'request',
}


def upgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('about', sa.Integer(), nullable=True))
        batch_op.create_index('ix_outbox_about', ['kind', 'about'], unique=False, sqlite_where=sa.text('about IS NOT NULL'), postgresql_where=sa.text('about IS NOT NULL'))
        batch_op.create_index('ix_outbox_when', ['not_before'], unique=False, sqlite_where=sa.text("state = 'pending'"), postgresql_where=sa.text("state = 'pending'"))
    connection = op.get_bind()
    rows = connection.execute(sa.text('SELECT id, kind, args FROM outbox')).all()
    told = [{'id': row.id, 'about': _about(row.kind, row.args)} for row in rows if row.kind in ABOUT]
    if told:
        connection.execute(sa.text('UPDATE outbox SET about = :about WHERE id = :id'), told)


def _about(kind: str, args: object) -> object:
    facts = json.loads(args) if isinstance(args, str) else args
    return facts.get(ABOUT[kind])


def downgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_when', sqlite_where=sa.text("state = 'pending'"))
        batch_op.drop_index('ix_outbox_about', sqlite_where=sa.text('about IS NOT NULL'))
        batch_op.drop_column('about')
