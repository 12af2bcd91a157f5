"""When the bot was last there."""

from sqlmodel import Session

from db.tables import Watch

ONLY = 1  # there is one row


def get(session: Session) -> Watch | None:
    return session.get(Watch, ONLY)
