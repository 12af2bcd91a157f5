"""Somebody takes a post: whoever held it until today leaves it, and all that is open stays with the post."""

from db.queries import outbox, people
from db.tables import Person, Post, Tenure
from services import auditing, charging, reminding, standing_in, succession
from services.office import Office
from services.saying import Rank, say


def take(office: Office, post: Post, person: Person) -> None:
    """The tenure before ends the same day, and with it the duty; a second seat of the same person goes along where it
    is vacant, or one of the office (自然替补)."""
    person.state = "active"
    for seat in (post, *succession.go_along(office, post, people.holder(office.session, post.id))):
        if before := people.tenure(office.session, seat.id):
            if before.person_id == person.id:
                continue
            _say_farewell(office, seat, _ends(office, seat, before))
        office.session.add(Tenure(post_id=seat.id, person_id=person.id, since=office.today))
        auditing.record(office, "take post", f"post/{seat.id}", person=person.id)
    office.session.flush()


def vacate(office: Office, post: Post) -> None:
    """Its holder leaves without a successor, and is told nothing."""
    if before := people.tenure(office.session, post.id):
        _ends(office, post, before)


def _ends(office: Office, post: Post, row: Tenure) -> Person:
    """Whoever held the post until today sees nothing more of it."""
    row.until = office.today
    office.session.flush()
    person = people.get(office.session, row.person_id)
    standing_in.leaves(office, post, person)
    auditing.record(office, "leave post", f"post/{post.id}", person=person.id)
    for card in outbox.unsent(office.session, person.telegram_id, f"card/{person.id}/"):
        card.state = "dropped"
        reminding.undelivered(office, card)
    return person


def _say_farewell(office: Office, post: Post, person: Person) -> None:
    """Without another post one is of the house no more."""
    say(
        office,
        person.telegram_id,
        "sentence",
        {"code": "post-left", "title": charging.titled(office, post)},
        rank=Rank.EVENT,
    )
    say(office, person.telegram_id, "menu", {"person": person.id}, rank=Rank.EVENT)
    if not people.seats(office.session, person.id) and person.state != "waiting":
        person.state = "gone"
