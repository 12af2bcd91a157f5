"""A notice whose doubts are all settled is published; what that changes is shown before."""

from catalogue.cells import CatalogueError
from catalogue.reading.becoming import notice_of
from catalogue.reading.chairs import OFFICE
from catalogue.reading.settling import settled
from db.queries import notices, people
from db.tables import Document
from domain.facts.publishing import Change
from domain.notice import Notice
from services import proofreading, publishing
from services.office import Office


def notice(office: Office, row: Document) -> Notice:
    """With every answer in it. CatalogueError where it does not hold together."""
    draft = settled(proofreading.draft(office, row), proofreading.answers(row))
    return notice_of(draft, publishing.standing_units(office), office.today, _keeper(office))


def _keeper(office: Office) -> str:
    """Whoever has what names no department: the department of the director's seat."""
    seat = next((post for post, _ in people.holders(office.session, "director")), None)
    return people.unit(office.session, seat.unit_id).name if seat else OFFICE


def change(office: Office, row: Document) -> Change:
    return publishing.change(office, notice(office, row))


def standing(office: Office) -> int:
    """The notice at work, which it would change."""
    return notices.current(office.session).id


def stands_in_the_way(office: Office, row: Document) -> str | None:
    if proofreading.open_(office, row):
        return "doubts-open"
    try:
        notice(office, row)
    except CatalogueError:
        return "not-coherent"
    return None


def publish(office: Office, row: Document) -> None:
    row.rev += 1
    publishing.publish(office, notice(office, row), row.id)
