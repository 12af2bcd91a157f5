"""what was spoken into the telephone is a file of its note"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('proof', schema=None) as batch_op:
        batch_op.add_column(sa.Column('note_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_proof_note_id'), 'note', ['note_id'], ['id'])
        batch_op.create_unique_constraint(batch_op.f('uq_proof_note_id'), ['note_id'])
        batch_op.drop_constraint(op.f('ck_proof_state'), type_='check')
        batch_op.create_check_constraint(op.f('ck_proof_state'), "state IN ('wanted', 'kept', 'refused', 'erased')")
        batch_op.drop_constraint(op.f('ck_proof_of'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_proof_of'),
            'CASE WHEN report_id IS NULL THEN 0 ELSE 1 END + CASE WHEN entry_id IS NULL THEN 0 ELSE 1 END'
            ' + CASE WHEN note_id IS NULL THEN 0 ELSE 1 END = 1',
        )


def downgrade() -> None:
    op.execute('DELETE FROM proof WHERE note_id IS NOT NULL')
    with op.batch_alter_table('proof', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_proof_of'), type_='check')
        batch_op.create_check_constraint(op.f('ck_proof_of'), '(report_id IS NULL) <> (entry_id IS NULL)')
        batch_op.drop_constraint(op.f('ck_proof_state'), type_='check')
        batch_op.create_check_constraint(op.f('ck_proof_state'), "state IN ('wanted', 'kept', 'refused')")
        batch_op.drop_constraint(op.f('uq_proof_note_id'), type_='unique')
        batch_op.drop_constraint(op.f('fk_proof_note_id'), type_='foreignkey')
        batch_op.drop_column('note_id')
