"""Begins and ends the days on which somebody acts for another."""

from datetime import datetime

from services import standing_in
from services.office import Office


def run(office: Office, units: int) -> bool:
    standing_in.look(office)
    return False


def next_due(office: Office) -> datetime | None:
    return standing_in.next_due(office)
