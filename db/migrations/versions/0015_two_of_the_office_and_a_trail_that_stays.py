"""what two of the office do together; the trail takes no change and loses no row"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit"
    " WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM audit)"
    " BEGIN SELECT RAISE(ABORT, 'a row of the trail is put behind the last one alone'); END",
    "CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit"
    " BEGIN SELECT RAISE(ABORT, 'a row of the trail is never changed'); END",
    "CREATE TRIGGER audit_never_lost BEFORE DELETE ON audit"
    " BEGIN SELECT RAISE(ABORT, 'a row of the trail is never taken out'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'a row of the trail is never changed or taken out'; END $$",
    "CREATE TRIGGER audit_never_changed BEFORE UPDATE OR DELETE ON audit"
    " FOR EACH ROW EXECUTE FUNCTION audit_stays()",
    "CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()",
)


def upgrade() -> None:
    op.create_table(
        'consent',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('subject', sa.String(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('outbox_id', sa.Integer(), nullable=True),
        sa.Column('by', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(), nullable=False),
        sa.Column('decided_by', sa.Integer(), nullable=True),
        sa.Column('decided_at', sa.DateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('seat', 'notice', 'room')", name=op.f('ck_consent_kind')),
        sa.CheckConstraint("state IN ('asked', 'agreed', 'refused', 'lapsed')", name=op.f('ck_consent_state')),
        sa.ForeignKeyConstraint(['outbox_id'], ['outbox.id'], name=op.f('fk_consent_outbox_id')),
        sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_consent_by')),
        sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_consent_decided_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_consent')),
    )
    asked = sa.text("state = 'asked'")
    op.create_index(
        'uq_consent_asked', 'consent', ['kind', 'subject'], unique=True, sqlite_where=asked, postgresql_where=asked
    )
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)
