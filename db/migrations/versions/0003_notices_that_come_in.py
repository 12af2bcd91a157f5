"""notices that come in, and rules that change with them"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('document',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('file_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('size', sa.BigInteger(), nullable=True),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('not_before', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('problem', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reading', sa.JSON(), nullable=True),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('notice_id', sa.Integer(), nullable=True),
    sa.Column('corrects', sa.Integer(), nullable=True),
    sa.CheckConstraint("state IN ('wanted', 'kept', 'read', 'refused', 'published', 'dropped')", name=op.f('ck_document_state')),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_document_by')),
    sa.ForeignKeyConstraint(['corrects'], ['document.id'], name=op.f('fk_document_corrects')),
    sa.ForeignKeyConstraint(['notice_id'], ['notice.id'], name=op.f('fk_document_notice_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document'))
    )
    with op.batch_alter_table('document', schema=None) as batch_op:
        batch_op.create_index('ix_document_queue', ['id'], unique=False, sqlite_where=sa.text("state IN ('wanted', 'kept')"))
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.add_column(sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.alter_column('text', server_default=None)
    with op.batch_alter_table('requirement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('since', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('until', sa.Date(), nullable=True))
        batch_op.drop_constraint('uq_requirement_indicator_id_seq', type_='unique')
        batch_op.create_unique_constraint(
            batch_op.f('uq_requirement_indicator_id_seq_since'), ['indicator_id', 'seq', 'since']
        )
