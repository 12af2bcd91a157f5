"""each transaction has a mark beside its number, by which the journals of several bots are told apart"""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('written', sa.Column('mark', sa.BigInteger(), nullable=False, server_default='0'))
    with op.batch_alter_table('written', schema=None) as batch_op:
        batch_op.alter_column('mark', server_default=None)


def downgrade() -> None:
    op.drop_column('written', 'mark')
