"""a remark may be given to several departments"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'doer',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('remark_id', sa.Integer(), nullable=False),
        sa.Column('unit_id', sa.Integer(), nullable=False),
        sa.Column('task_id', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['remark_id'], ['remark.id'], name=op.f('fk_doer_remark_id')),
        sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_doer_task_id')),
        sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_doer_unit_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_doer')),
        sa.UniqueConstraint('remark_id', 'unit_id', name=op.f('uq_doer_remark_id_unit_id')),
    )
    op.create_index(op.f('ix_doer_task_id'), 'doer', ['task_id'], unique=False)
    op.execute(
        'INSERT INTO doer (id, remark_id, unit_id, task_id)'
        ' SELECT id, id, unit_id, task_id FROM remark WHERE unit_id IS NOT NULL'
    )
    with op.batch_alter_table('remark', schema=None) as batch_op:
        batch_op.drop_index(op.f('ix_remark_task_id'))
        batch_op.drop_constraint(op.f('fk_remark_task_id'), type_='foreignkey')
        batch_op.drop_constraint(op.f('fk_remark_unit_id'), type_='foreignkey')
        batch_op.drop_column('task_id')
        batch_op.drop_column('unit_id')


def downgrade() -> None:
    with op.batch_alter_table('remark', schema=None) as batch_op:
        batch_op.add_column(sa.Column('unit_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('task_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_remark_unit_id'), 'unit', ['unit_id'], ['id'])
        batch_op.create_foreign_key(op.f('fk_remark_task_id'), 'task', ['task_id'], ['id'])
        batch_op.create_index(op.f('ix_remark_task_id'), ['task_id'], unique=False)
    for column in ('unit_id', 'task_id'):
        first = 'WHERE doer.remark_id = remark.id ORDER BY doer.id LIMIT 1'
        op.execute(f'UPDATE remark SET {column} = (SELECT {column} FROM doer {first})')  # nosec B608: of these two columns
    op.drop_table('doer')
