"""Proposes the orders that the rules ask for, once a working day."""

from datetime import datetime

from services import proposing
from services.office import Office

DONE = "proposed"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today and proposing.propose(office):
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    return proposing.next_due(office)
