"""Freezes the week at its cut-off, looks at the draft once more and issues it."""

from datetime import datetime

from services import digesting
from services.office import Office

KNOWN = "weekly"


def run(office: Office, units: int) -> bool:
    if office.drift is not None:  # nobody is named by a wrong clock; what falls due meanwhile is made up for
        office.session.info.pop(KNOWN, None)
        return False
    due = _known(office)
    if due is not None and due > office.now:
        return False
    digesting.make(office)
    office.session.info.pop(KNOWN, None)
    return False


def next_due(office: Office) -> datetime | None:
    """Asked for at every turn, and the same all day until the job has run: looked up once."""
    due = _known(office)
    if due is None and (due := digesting.next_due(office)) is not None and office.drift is None:
        office.session.info[KNOWN] = office.today, due
    return due


def _known(office: Office) -> datetime | None:
    day, due = office.session.info.get(KNOWN, (None, None))
    return due if day == office.today else None
