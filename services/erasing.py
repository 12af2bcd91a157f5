"""One person's data: shown as plain data, or taken out. On the server alone, by whoever answers for it."""

import re
from typing import Any

from db.queries import people, traces
from db.tables import Person
from domain import consent
from services import auditing, taking
from services.office import Office
from services.striking import STRUCK

NUMBER = re.compile(r"(#?)(\d{1,18})", re.ASCII)


class LastDirector(Exception):
    """Nobody would direct: the seat has to pass first."""


def found(office: Office, who: str) -> Person | None:
    """By number, by the number of the records (#12), or by the title of the post that is held."""
    if number := NUMBER.fullmatch(who):
        return office.session.get(Person, int(number[2])) if number[1] else people.by_telegram(office.session, int(who))
    holders = (people.holder(office.session, post.id) for post in people.posts_called(office.session, who))
    held = {person.id: person for person in holders if person}
    return next(iter(held.values())) if len(held) == 1 else None


def shown(office: Office, person: Person) -> dict[str, Any]:
    auditing.record(office, "export person", f"person/{person.id}")
    return traces.of(office.session, person)


def erase(office: Office, person: Person) -> int:
    """What was done stays, by whom is a number; what was spoken goes. How many rows of the trail have the name in words
    that were written: those stay too. Of one who is erased already nothing is left to take. LastDirector."""
    if traces.is_forgotten(person):
        return 0
    seats = people.own_seats(office.session, person.id)
    if any(post.role == "director" for post, _ in seats) and not consent.may_be_removed(person.id, _directors(office)):
        raise LastDirector
    for post, _ in seats:
        taking.vacate(office, post)
    for row in people.acting(office.session):
        if row.person_id == person.id:
            row.until = office.today
    for invite in people.unsettled_claims(office.session):
        if invite.claimed_by == person.id:
            invite.settled_at = office.now
    name, number = person.name.strip(), person.telegram_id
    traces.forget(office.session, person)
    auditing.record(office, "erase person", f"person/{person.id}")
    office.session.info[STRUCK] = True
    return traces.in_the_trail(office.session, name, number)


def _directors(office: Office) -> dict[int, int]:
    """Whoever holds such a seat, away or out of reach too."""
    seats = [post for post in people.posts(office.session) if post.role == "director"]
    held = {post.id: people.holder(office.session, post.id) for post in seats}
    return {number: person.id for number, person in held.items() if person}
