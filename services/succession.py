"""接任: on which ground a seat passes, and which seat the one before holds besides.

A seat of the office passes by 自然替补, without a paper; one of the leading group with the office's word for it.
"""

from typing import Literal

from db.queries import people
from db.tables import Person, Post
from services.office import Office

Ground = Literal["", "office", "group"]
OFFICE, GROUP = ("director", "office"), ("leader", "head")


def ground(post: Post) -> Ground:
    """Empty for what is no seat of a body: contacts and deputies."""
    if not post.body:
        return ""
    return "office" if post.role in OFFICE else "group"


def twins(office: Office, post: Post) -> list[Post]:
    """The other seats that the notice gives to the same person."""
    return [seat for seat in people.posts(office.session) if seat.id != post.id and seat.title == post.same_holder_as]


def go_along(office: Office, post: Post, before: Person | None) -> list[Post]:
    """What is taken with a post: vacant seats of the same person and, of a predecessor's, those of the office."""
    found = []
    for seat in twins(office, post):
        holder = people.holder(office.session, seat.id)
        with_it = before is not None and holder is not None and holder.id == before.id and ground(seat) == "office"
        if holder is None or with_it:
            found.append(seat)
    return found


def left_behind(office: Office, post: Post, before: int | None) -> Post | None:
    """A seat of the leading group that the one before holds still: it passes only where the office says so."""
    seats = [seat for seat in twins(office, post) if ground(seat) == "group"]
    holders = [(seat, people.holder(office.session, seat.id)) for seat in seats]
    return next((seat for seat, holder in holders if holder and holder.id == before), None)
