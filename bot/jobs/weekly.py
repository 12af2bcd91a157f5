"""Freezes the week at its cut-off and issues the digest."""

from datetime import datetime

from services import digesting
from services.office import Office


def run(office: Office, units: int) -> bool:
    digesting.make(office)
    return False


def next_due(office: Office) -> datetime | None:
    return digesting.next_due(office)
