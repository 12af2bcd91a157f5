"""Forgets updates that were handled three days ago."""

from datetime import datetime

from services import tidying
from services.office import Office


def run(office: Office, units: int) -> bool:
    tidying.forget_handled(office)
    return False


def next_due(office: Office) -> datetime | None:
    """Nothing waits for it."""
    return None
