"""Departments on whose posts nobody is: nobody can be asked there, so nobody is late. A holder who is out of reach is
one all the same."""

from db.queries import people
from services.office import Office


def is_vacant(office: Office, unit_id: int) -> bool:
    return unit_id not in office.once("held units", lambda: people.held(office.session))
