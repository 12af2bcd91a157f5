"""registers: drafts of entries, why one was removed, files of entries"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('entry', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.add_column(sa.Column('data', sa.JSON(), nullable=False, server_default='{}'))
    with op.batch_alter_table('proof', schema=None) as batch_op:
        batch_op.add_column(sa.Column('entry_id', sa.Integer(), nullable=True))
        batch_op.alter_column('report_id', existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_foreign_key(op.f('fk_proof_entry_id'), 'entry', ['entry_id'], ['id'])
        batch_op.create_unique_constraint(
            batch_op.f('uq_proof_entry_id_file_unique_id'), ['entry_id', 'file_unique_id']
        )
        batch_op.create_check_constraint(op.f('ck_proof_of'), '(report_id IS NULL) <> (entry_id IS NULL)')
    for table, column in (('entry', 'reason'), ('request', 'data')):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)
