"""a weekly report is a draft before it is issued: held, or overtaken, which gives its number on"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('digest', schema=None) as batch_op:
        batch_op.add_column(sa.Column('rev', sa.Integer(), nullable=False, server_default='0'))
        batch_op.alter_column('number', existing_type=sa.INTEGER(), nullable=True)
        batch_op.drop_constraint(op.f('ck_digest_state'), type_='check')
        batch_op.create_check_constraint(op.f('ck_digest_state'), "state IN ('frozen', 'held', 'issued', 'dropped')")
    with op.batch_alter_table('digest', schema=None) as batch_op:
        batch_op.alter_column('rev', server_default=None)
