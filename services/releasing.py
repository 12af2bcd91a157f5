"""A notice whose doubts are all settled is published; what that changes is shown before."""

from catalogue.cells import CatalogueError
from catalogue.reading.becoming import notice_of
from catalogue.reading.settling import settled
from db.tables import Document
from domain.facts.publishing import Change
from domain.notice import Notice
from services import publishing, reviewing
from services.office import Office


def notice(office: Office, row: Document) -> Notice:
    """With every answer in it. CatalogueError where it does not hold together."""
    draft = settled(reviewing.draft(office, row), reviewing.answers(row))
    return notice_of(draft, publishing.standing_units(office), office.today)


def change(office: Office, row: Document) -> Change:
    return publishing.change(office, notice(office, row))


def stands_in_the_way(office: Office, row: Document) -> str | None:
    if reviewing.open_(office, row):
        return "doubts-open"
    try:
        notice(office, row)
    except CatalogueError:
        return "not-coherent"
    return None


def publish(office: Office, row: Document) -> None:
    row.rev += 1
    publishing.publish(office, notice(office, row), row.id)
