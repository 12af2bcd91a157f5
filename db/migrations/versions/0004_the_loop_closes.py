"""who holds a matter, and how it comes to its end"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('directive',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('colour', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('rule', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('about_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('proposed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('received_by', sa.Integer(), nullable=True),
    sa.Column('received_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('raised_from', sa.Integer(), nullable=True),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("colour IN ('blue', 'yellow', 'red')", name=op.f('ck_directive_colour')),
    sa.CheckConstraint("state IN ('proposed', 'signed', 'refused', 'done')", name=op.f('ck_directive_state')),
    sa.ForeignKeyConstraint(['about_id'], ['task.id'], name=op.f('fk_directive_about_id')),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_directive_decided_by')),
    sa.ForeignKeyConstraint(['raised_from'], ['directive.id'], name=op.f('fk_directive_raised_from')),
    sa.ForeignKeyConstraint(['received_by'], ['person.id'], name=op.f('fk_directive_received_by')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_directive_task_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_directive_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_directive')),
    sa.UniqueConstraint('about_id', 'rule', 'colour', name=op.f('uq_directive_about_id_rule_colour')),
    sa.UniqueConstraint('year', 'number', name=op.f('uq_directive_year_number'))
    )
    with op.batch_alter_table('directive', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_directive_about_id'), ['about_id'], unique=False)
    op.create_table('hold',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=False),
    sa.Column('part', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('until', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("part IN ('contact', 'responsible', 'head', 'reviewer', 'office')", name=op.f('ck_hold_part')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_hold_task_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_hold_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hold'))
    )
    with op.batch_alter_table('hold', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hold_task_id'), ['task_id'], unique=False)
        batch_op.create_index('uq_hold_open', ['task_id'], unique=True, sqlite_where=sa.text('until IS NULL'))
    op.create_table('remark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest_id', sa.Integer(), nullable=True),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.CheckConstraint("state IN ('read', 'proposed', 'given', 'dropped')", name=op.f('ck_remark_state')),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_remark_by')),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_remark_decided_by')),
    sa.ForeignKeyConstraint(['digest_id'], ['digest.id'], name=op.f('fk_remark_digest_id')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_remark_task_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_remark_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_remark')),
    sa.UniqueConstraint('by', 'message_id', name=op.f('uq_remark_by_message_id'))
    )
    op.create_table('request',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('asking', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('progress', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('to_unit_id', sa.Integer(), nullable=True),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("state IN ('draft', 'asked', 'granted', 'refused', 'dropped')", name=op.f('ck_request_state')),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_request_by')),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_request_decided_by')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_request_task_id')),
    sa.ForeignKeyConstraint(['to_unit_id'], ['unit.id'], name=op.f('fk_request_to_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_request'))
    )
    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_request_task_id'), ['task_id'], unique=False)
        batch_op.create_index('ix_request_waiting', ['kind', 'id'], unique=False, sqlite_where=sa.text("state IN ('draft', 'asked')"))
    op.create_table('urge',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_urge_by')),
    sa.ForeignKeyConstraint(['task_id'], ['task.id'], name=op.f('fk_urge_task_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_urge')),
    sa.UniqueConstraint('task_id', 'by', 'on_date', name=op.f('uq_urge_task_id_by_on_date'))
    )
    with op.batch_alter_table('urge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_urge_task_id'), ['task_id'], unique=False)
    op.create_table('review',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint("verdict IN ('accepted', 'returned')", name=op.f('ck_review_verdict')),
    sa.ForeignKeyConstraint(['by'], ['person.id'], name=op.f('fk_review_by')),
    sa.ForeignKeyConstraint(['report_id'], ['report.id'], name=op.f('fk_review_report_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review')),
    sa.UniqueConstraint('report_id', name=op.f('uq_review_report_id'))
    )
    with op.batch_alter_table('entry', schema=None) as batch_op:
        batch_op.add_column(sa.Column('register_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('data', sa.JSON(), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='kept'))
        batch_op.alter_column('report_id', existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_check_constraint(op.f('ck_entry_state'), "state IN ('kept', 'removed')")
        batch_op.create_index('ix_entry_register_key', ['register_key'], unique=False)
    with op.batch_alter_table('reminder', schema=None) as batch_op:
        batch_op.add_column(sa.Column('round', sa.Integer(), nullable=False, server_default='0'))
        batch_op.drop_constraint(op.f('ck_reminder_audience'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_reminder_audience'), "audience IN ('contact', 'head', 'reviewer', 'office')"
        )
        batch_op.drop_constraint('uq_reminder_task_id_rung_audience', type_='unique')
        batch_op.create_unique_constraint(
            batch_op.f('uq_reminder_task_id_rung_audience_round'), ['task_id', 'rung', 'audience', 'round']
        )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.add_column(sa.Column('confirmed_by', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('confirmed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_report_confirmed_by'), 'person', ['confirmed_by'], ['id'])
        batch_op.drop_constraint(op.f('ck_report_state'), type_='check')
        batch_op.create_check_constraint(op.f('ck_report_state'), "state IN ('draft', 'filed', 'returned', 'withdrawn')")
    with op.batch_alter_table('requirement', schema=None) as batch_op:
        batch_op.add_column(
            sa.Column('verifier', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='')
        )
        batch_op.add_column(sa.Column('outside', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.drop_index('uq_task_signing')
        batch_op.add_column(sa.Column('first_due', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('mend_by', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('step', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='asked'))
        batch_op.drop_constraint(op.f('ck_task_signing'), type_='check')
        batch_op.create_check_constraint(
            op.f('ck_task_signing'), "(assignment_id IS NULL) = (form IN ('signing', 'words'))"
        )
        batch_op.create_index(
            'uq_task_signing', ['unit_id', 'period'], unique=True, sqlite_where=sa.text("form = 'signing'")
        )
    with op.batch_alter_table('tenure', schema=None) as batch_op:
        batch_op.add_column(sa.Column('ends', sa.Date(), nullable=True))
    _forget_defaults()
    _who_holds_what()


def _forget_defaults() -> None:
    """The rows that are there have got them; the models give them from now on."""
    added = {
        'entry': ('register_key', 'data', 'state'), 'reminder': ('round',), 'requirement': ('verifier', 'outside'),
        'task': ('title', 'step'),
    }
    for table, columns in added.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)


def _who_holds_what() -> None:
    """What is open is with the department that is asked; what is done or asked no more is with nobody."""
    if op.get_bind().dialect.name != 'sqlite':
        return  # there are no records of that age anywhere else
    op.execute("UPDATE task SET step = CASE state WHEN 'open' THEN 'asked' ELSE state END")
    op.execute(
        "INSERT INTO hold (task_id, part, unit_id, since) "
        "SELECT id, 'contact', unit_id, opens || ' 00:00:00.000000' FROM task WHERE state = 'open'"
    )
