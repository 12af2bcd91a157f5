"""What is kept only for a while."""

from datetime import timedelta

from db.queries import inbox
from services.office import Office

HANDLED = timedelta(days=3)  # Telegram repeats an update for a day at most


def forget_handled(office: Office) -> None:
    inbox.forget(office.session, office.now - HANDLED)
