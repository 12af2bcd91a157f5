"""Proposes the orders that the rules ask for, and ends those that fall away, once a working day."""

from datetime import datetime

from services import ordering, proposing
from services.office import Office

DONE = "proposed"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today:
        ordering.end_withdrawn(office)
        if proposing.propose(office):
            office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    return proposing.next_due(office)
