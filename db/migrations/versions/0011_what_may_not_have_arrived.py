"""what may not have arrived is looked up every morning"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    where = sa.text("state IN ('unknown', 'dead')")
    op.create_index('ix_outbox_unsure', 'outbox', ['id'], unique=False, sqlite_where=where)
