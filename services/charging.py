"""分管分工: which leader is in charge of which department. The notice says nothing of it: the director does."""

from typing import Any

from db.queries import charges as records
from db.queries import people
from db.tables import Charge, Outbox, Person, Post, Unit
from domain.facts import staffing as facts
from services import auditing
from services.office import Office

GROUP_HEAD = "组长"  # of the leading group, as notices name the part


def in_charge(office: Office, unit_id: int) -> tuple[Post, Person] | None:
    """The leader who is in charge of a department and can be reached; None until one is set."""
    row = records.of_unit(office.session, unit_id)
    if row is None:
        return None
    return next((found for found in people.holders(office.session, "leader") if found[0].id == row.post_id), None)


def signs_red(office: Office, unit_id: int) -> list[tuple[Post, Person]]:
    """Who signs a department's red orders: the leader in charge and, until one is set, the head of the leading group.
    Nobody signs about the own department."""
    leader = in_charge(office, unit_id)
    chairs = [found for found in people.holders(office.session, "leader") if found[0].part == GROUP_HEAD]
    found = [leader, *chairs] if leader else chairs
    return [(post, person) for post, person in found if not sits_in(office, person, unit_id)][:1]


def sits_in(office: Office, person: Person, unit_id: int) -> bool:
    return any(unit.id == unit_id for _, unit in people.seats(office.session, person.id))


def put_in_charge(office: Office, unit_id: int, post_id: int) -> bool:
    """From today on; the row before ends today. False where it was so already."""
    before = records.of_unit(office.session, unit_id)
    if before is not None and before.post_id == post_id:
        return False
    assert office.person_id is not None
    if before is not None:
        before.until = office.today
        office.session.flush()
    office.session.add(Charge(post_id=post_id, unit_id=unit_id, since=office.today, by=office.person_id))
    auditing.record(office, "put in charge", f"unit/{unit_id}", post=post_id, before=before.post_id if before else None)
    return True


def departments(office: Office) -> list[Unit]:
    """Those of the house: a body outside (派驻组) has leaders of its own."""
    return [unit for unit in people.units(office.session) if unit.kind == "unit"]


def without(office: Office) -> list[Unit]:
    """Departments without a leader in charge."""
    set_already = records.current(office.session)
    return [unit for unit in departments(office) if unit.id not in set_already]


def leaders(office: Office) -> list[tuple[Post, str]]:
    """Each with its title, told apart by seat."""
    posts = [post for post in people.posts(office.session) if post.role == "leader"]
    return [(post, called(post, posts)) for post in posts]


def called(post: Post, siblings: list[Post]) -> str:
    """副院长 2: told apart by seat where one title has several, by body where one person has two."""
    same = [other for other in siblings if other.title == post.title]
    if len({other.seat for other in same}) > 1:
        return f"{post.title} {post.seat}"
    return f"{post.title}（{post.body}）" if len(same) > 1 else post.title


def seated(office: Office, post: Post) -> str:
    """Its title, with the number of the seat where the house has several of it."""
    key = "seats", post.title
    seats: set[int] = office.once(key, lambda: {one.seat for one in people.posts_called(office.session, post.title)})
    return f"{post.title} {post.seat}" if len(seats) > 1 else post.title


def titled(office: Office, post: Post) -> str:
    """Told apart by seat among the posts of its department."""
    return called(post, [one for one in people.posts(office.session) if one.unit_id == post.unit_id])


def leader_of(office: Office, unit_id: int) -> str | None:
    """By the title of the post, whoever holds it."""
    row = records.of_unit(office.session, unit_id)
    return next((title for post, title in leaders(office) if row and post.id == row.post_id), None)


def charges(office: Office, args: dict[str, Any], row: Outbox) -> facts.Charges:
    found = [(unit.id, unit.name, leader_of(office, unit.id)) for unit in departments(office)]
    return facts.Charges(tuple(found))


def charge(office: Office, args: dict[str, Any], row: Outbox) -> facts.Choice:
    unit = people.unit(office.session, args["unit"])
    now = records.of_unit(office.session, unit.id)
    posts = tuple((post.id, title) for post, title in leaders(office))
    return facts.Choice(unit.id, unit.name, posts, now.post_id if now else None)
