"""what it takes to ask, answer and judge every indicator"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('benchmark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('requirement_id', sa.Integer(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('num', sa.BigInteger(), nullable=False),
    sa.Column('den', sa.BigInteger(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_benchmark_by')),
    sa.ForeignKeyConstraint(['requirement_id'], ['requirement.id'], name=op.f('fk_benchmark_requirement_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_benchmark'))
    )
    with op.batch_alter_table('benchmark', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_benchmark_requirement_id'), ['requirement_id'], unique=False)

    op.create_table('pacing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('cadence', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('every', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('opens', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('due', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_pacing_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pacing'))
    )
    with op.batch_alter_table('pacing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pacing_cadence'), ['cadence'], unique=False)

    op.create_table('charge',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('post_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_charge_by')),
    sa.ForeignKeyConstraint(['post_id'], ['post.id'], name=op.f('fk_charge_post_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_charge_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_charge'))
    )
    with op.batch_alter_table('charge', schema=None) as batch_op:
        batch_op.create_index('uq_charge_unit', ['unit_id'], unique=True, sqlite_where=sa.text('until IS NULL'))

    # rows that are there take these values; the start fills in what the catalogue says of them
    new = {
        'requirement': [
            sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''),
            sa.Column('parts', sa.JSON(), nullable=False, server_default='[]'),
            sa.Column('whole', sa.Boolean(), nullable=False, server_default=sa.true()),
            sa.Column('split', sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column('better', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''),
            sa.Column('soft', sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column('months', sa.Integer(), nullable=True),
            sa.Column('none', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='undecided'),
            sa.Column('defined', sa.Boolean(), nullable=False, server_default=sa.true()),
        ],
        'doubt': [
            sa.Column('effects', sa.JSON(), nullable=False, server_default='[]'),
            sa.Column('choice', sa.Integer(), nullable=False, server_default='0'),
            sa.Column('asked_of', sa.Integer(), nullable=True),
        ],
        'task': [sa.Column('quiet', sa.Boolean(), nullable=False, server_default=sa.false())],
        'unit': [
            sa.Column('confirmed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
            sa.Column('confirmed_by', sa.Integer(), nullable=True),
        ],
        'receipt': [sa.Column('ended_on', sa.Date(), nullable=True)],
        'entry': [sa.Column('link', sqlmodel.sql.sqltypes.AutoString(), nullable=True)],
        'counts': [sa.Column('part', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='')],
        'proof': [sa.Column('album', sqlmodel.sql.sqltypes.AutoString(), nullable=True)],
    }
    for table, columns in new.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.add_column(column)
            if table == 'unit':
                batch_op.create_foreign_key(batch_op.f('fk_unit_confirmed_by'), 'person', ['confirmed_by'], ['id'])
            if table == 'task':
                batch_op.drop_constraint(batch_op.f('ck_task_state'), type_='check')
                batch_op.create_check_constraint(batch_op.f('ck_task_state'), "state IN ('open', 'filed', 'withdrawn')")
            if table == 'doubt':
                batch_op.create_foreign_key(batch_op.f('fk_doubt_asked_of'), 'person', ['asked_of'], ['id'])
    for table, columns in new.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                if column.server_default is not None:
                    batch_op.alter_column(column.name, server_default=None)
    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.create_index('ix_task_open', ['unit_id', 'due'], unique=False, sqlite_where=sa.text("state = 'open'"))
        batch_op.create_index('ix_task_due', ['due'], unique=False)
        batch_op.create_index('ix_task_once', ['assignment_id'], unique=False, sqlite_where=sa.text('length(period) = 10'))
    with op.batch_alter_table('reading', schema=None) as batch_op:
        batch_op.create_index('ix_reading_requirement', ['requirement_id'], unique=False, sqlite_where=sa.text('requirement_id IS NOT NULL'))
