"""Edits on their way to messages that stand in a chat."""

from sqlmodel import Session, col

from db.rows import Rows
from db.tables import Outbox

UNSENT = ("pending", "sending")  # one that is being sent may have to be sent again
OF_MESSAGE = Rows(Outbox, "edits", where=col(Outbox.state).in_(UNSENT), moves=("edits",), parent=Outbox)


def waiting(session: Session, original: int) -> Outbox | None:
    """The one edit that has not left yet."""
    found = OF_MESSAGE.of(session, original)
    pending = next((row for row in found if row.state == "pending"), None)
    if pending is None and any(row in session.dirty for row in found):
        session.flush()  # that the one before has left is written before there is another one
    return pending
