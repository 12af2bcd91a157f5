"""Edits on their way to messages that stand in a chat."""

from sqlmodel import Session, col

from db.remembered import Rows
from db.tables import Outbox

UNSENT = ("pending", "sending")  # one that is being sent may have to be sent again
OF_MESSAGE = Rows(Outbox, "edits", where=col(Outbox.state).in_(UNSENT), moves=("edits",), parent=Outbox)


def waiting(session: Session, original: int) -> Outbox | None:
    """The one edit that has not left yet."""
    return next((row for row in OF_MESSAGE.of(session, original) if row.state == "pending"), None)
