"""Looks at the pace of the year on the days that the settings name."""

from datetime import datetime

from services import looking
from services.office import Office

DONE = "looked"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today and looking.look(office):
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    return looking.next_due(office)
