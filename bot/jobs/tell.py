"""Puts on the card of the day what happened and is no reminder."""

from datetime import datetime

from services import tidings
from services.office import Office


def run(office: Office, units: int) -> bool:
    return tidings.place(office, units)


def next_due(office: Office) -> datetime | None:
    return tidings.next_due(office)
