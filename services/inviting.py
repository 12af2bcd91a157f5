"""邀请函: one-time codes for all vacant posts at once, to be printed and handed over.

They are made while the sheet is: the records keep their hashes and never see a code, not even until it is sent.
A sheet that could not be delivered is made once more with other codes.
"""

import dataclasses
from datetime import timedelta
from typing import Any

from db.queries import people as records
from db.tables import Outbox, Post
from domain.facts import staffing as facts
from domain.paper import MOST
from services import people
from services.charging import called
from services.office import Office
from services.staffing import HELD, states

ROLES = ("contact", "head", "deputy")  # who is wanted first


def vacant(office: Office) -> list[Post]:
    """Posts that nobody holds, and that nobody has claimed and waits for."""
    claimed = {invite.post_id for invite in records.unsettled_claims(office.session)}
    state = states(office)
    posts = [p for p in records.posts(office.session) if p.role in ROLES and p.id not in claimed]
    places = {unit.id: unit.position for unit in records.units(office.session)}
    posts.sort(key=lambda post: (ROLES.index(post.role), places[post.unit_id], post.id))
    return [post for post in posts if state(post) not in HELD]


def page(office: Office, args: dict[str, Any], row: Outbox) -> facts.Invitations | None:
    """New codes; those that were given for the same posts before stop counting. None where no post is vacant."""
    if args["person"] not in {person.id for _, person in records.holders(office.session, "director")}:
        return None
    office = dataclasses.replace(office, person_id=args["person"])
    wanted = vacant(office)
    if not wanted:
        return None
    posts = records.posts(office.session)
    codes = [(called(post, posts), people.invite(office, post.id, typed=True).token) for post in wanted[:MOST]]
    hours = timedelta(hours=office.rules.invite_hours)
    return facts.Invitations(args["bot"], tuple(codes), len(wanted) - len(codes), office.now, office.now + hours)
