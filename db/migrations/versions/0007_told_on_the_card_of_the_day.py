"""what is told on the card of the day; what becomes of a remark"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('tiding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('args', sa.JSON(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('outbox_id', sa.Integer(), nullable=True),
    sa.Column('wake_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['outbox_id'], ['outbox.id'], name=op.f('fk_tiding_outbox_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_tiding_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tiding')),
    sa.UniqueConstraint('key', name=op.f('uq_tiding_key'))
    )
    with op.batch_alter_table('tiding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tiding_outbox_id'), ['outbox_id'], unique=False)
        batch_op.create_index('ix_tiding_wake_at', ['wake_at'], unique=False, sqlite_where=sa.text('wake_at IS NOT NULL'))
    with op.batch_alter_table('remark', schema=None) as batch_op:
        batch_op.add_column(sa.Column('chat_id', sa.BigInteger(), nullable=False, server_default='0'))
        batch_op.add_column(
            sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='')
        )
        batch_op.add_column(sa.Column('rev', sa.Integer(), nullable=False, server_default='0'))
        batch_op.drop_constraint(op.f('uq_remark_by_message_id'), type_='unique')
        batch_op.create_unique_constraint(op.f('uq_remark_chat_id_message_id'), ['chat_id', 'message_id'])
        batch_op.create_index(batch_op.f('ix_remark_task_id'), ['task_id'], unique=False)
    with op.batch_alter_table('remark', schema=None) as batch_op:  # the rows that are there have got them
        for column in ('chat_id', 'reason', 'rev'):
            batch_op.alter_column(column, server_default=None)
