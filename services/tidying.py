"""What is kept only for a while: updates that were handled, and which outsiders were answered."""

from datetime import timedelta

from db.queries import inbox, outbox
from services.office import Office

HANDLED = timedelta(days=3)  # Telegram repeats an update for a day at most
STRANGERS = timedelta(days=2)  # one is answered once a day


def forget_handled(office: Office) -> None:
    inbox.forget(office.session, office.now - HANDLED)
    outbox.forget_strangers(office.session, office.now - STRANGERS)
