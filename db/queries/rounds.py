"""Messages that show how far a monthly round is: hardly ever a new one, and looked for at every report."""

from sqlmodel import Session

from db.queries import outbox
from db.remembered import know, once
from db.tables import Outbox


def prefix(task_id: int) -> str:
    """Of their keys."""
    return f"round/{task_id}/"


def messages(session: Session, task_id: int) -> list[Outbox]:
    """That stand in a chat or are on their way to it, the oldest first."""
    found = once(session, ("round", task_id), lambda: outbox.under(session, prefix(task_id)), ())
    return [row for row in found if row.state in outbox.STANDING]


def opened(session: Session, task_id: int, row: Outbox) -> None:
    """One more of them."""
    found = messages(session, task_id)
    know(session, ("round", task_id), [*found, *([] if row in found else [row])], ())
