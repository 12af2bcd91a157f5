"""why an order is proposed, and by when it is to be done"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('directive', schema=None) as batch_op:
        batch_op.add_column(sa.Column('ground', sqlmodel.sql.sqltypes.AutoString(), nullable=False))
        batch_op.add_column(sa.Column('n', sa.Integer(), nullable=False))
        batch_op.add_column(sa.Column('due', sa.Date(), nullable=True))
        batch_op.drop_constraint(op.f('ck_directive_state'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_directive_state'), "state IN ('proposed', 'lapsed', 'refused', 'signed', 'raised', 'done')"
        )
