"""what an extension moves, and who acts for whom"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.add_column(sa.Column('since', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('granted_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('unit_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('person_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_request_unit_id'), 'unit', ['unit_id'], ['id'])
        batch_op.create_foreign_key(op.f('fk_request_person_id'), 'person', ['person_id'], ['id'])
