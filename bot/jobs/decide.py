"""Tells whoever is to decide about a request."""

from datetime import datetime

from services import deciding
from services.office import Office


def run(office: Office, units: int) -> bool:
    deciding.remind(office)
    return False


def next_due(office: Office) -> datetime | None:
    return deciding.next_due(office)
