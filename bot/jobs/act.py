"""Begins and ends the days on which somebody acts for another."""

from datetime import datetime

from services import standing_in
from services.office import Office

DONE = "acting looked at"  # on which day; what is registered today looks for itself


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today:
        standing_in.look(office)
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    return standing_in.next_due(office)
