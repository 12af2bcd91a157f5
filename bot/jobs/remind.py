"""Tells whoever the ladder names today."""

from datetime import datetime

from services import reminding
from services.office import Office


def run(office: Office, units: int) -> bool:
    return reminding.remind(office, units)


def next_due(office: Office) -> datetime | None:
    return reminding.next_due(office)
