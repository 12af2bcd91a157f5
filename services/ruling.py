"""Whose it is where another department has declined: the director says so."""

from datetime import date

from db.tables import Request
from domain.ladder import Ladder
from services import passing
from services.office import Office
from services.reviewers import Seat


def ladder(office: Office) -> Ladder:
    return office.rules.passing.ladder


def seats(office: Office, request: Request) -> list[Seat]:
    return passing.director(office, request)


def grant(office: Office, request: Request, until: date | None) -> bool:
    """The other department has it, its no notwithstanding."""
    return passing.grant(office, request, until)


def refuse(office: Office, request: Request) -> None:
    """It stays where it is."""
