"""Forgets updates that were handled three days ago."""

from datetime import datetime

from services import tidying
from services.office import Office

DONE = "tidied"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today:
        tidying.forget_handled(office)
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    """Nothing waits for it."""
    return None
