"""Who holds what, as messages show it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from db.queries import consents, notices, people, reports, tasks
from db.tables import Outbox, Person, Post, Task, Unit
from domain.facts import people as facts
from domain.people import ANSWERING, AWAY, OFFICE, OVERSEEING
from services import assigning, succession
from services.charging import called, leader_of, seated, titled
from services.office import Office
from services.rooms import LEADING
from services.staffing import departments, states

ROLES = ("contact", "deputy", "head", "director", "leader", "office")  # who is invited first


def title(office: Office, person: Person) -> str:
    """People are addressed by their posts; whoever holds none any more by the one held last."""
    seats = people.seats(office.session, person.id)
    post = seats[0][0] if seats else people.last_post(office.session, person.id)
    return seated(office, post) if post else _name(office, person)


def _name(office: Office, person: Person) -> str:
    return "" if office.nameless else person.name


def title_on(office: Office, person_id: int, at: datetime, roles: Collection[str] = ()) -> str:
    """By the post of that day, one of these roles where one was held. By name only whoever held none."""
    return post_on(office, person_id, at, roles) or title(office, people.get(office.session, person_id))


def post_on(office: Office, person_id: int, at: datetime, roles: Collection[str] = ()) -> str:
    """The same on paper that others read: nobody by name."""
    key = "post on", person_id, office.rules.hours.today(at), tuple(roles)
    return office.once(key, lambda: _post_on(office, person_id, at, roles))


def _post_on(office: Office, person_id: int, at: datetime, roles: Collection[str]) -> str:
    posts = people.posts_on(office.session, person_id, office.rules.hours.today(at))
    found = [post for post in posts if post.role in roles] or posts
    return seated(office, found[0]) if found else ""


def titles_of(office: Office, person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.title for post, _ in people.seats(office.session, person.id)))


def sees_all(office: Office, chat_id: int) -> bool:
    """Whoever oversees, in the private chat."""
    return bool({post.role for post, _ in _seats(office, chat_id)} & set(OVERSEEING))


def reader(office: Office, chat_id: int) -> Person | None:
    """Whose private chat it is; of a group nobody's."""
    return office.once(("reader", chat_id), lambda: people.by_telegram(office.session, chat_id))


def in_office(office: Office, chat_id: int) -> bool:
    """A member of the office or its director, in the private chat."""
    return bool({post.role for post, _ in _seats(office, chat_id)} & set(OFFICE))


def director_post(office: Office, person_id: int) -> Post | None:
    """By which this person directs the office now, whatever else is held: as its holder, or for one who is away."""
    return next((post for post, _ in people.seats(office.session, person_id) if post.role == "director"), None)


def directs(office: Office, chat_id: int) -> bool:
    """The director, in the private chat."""
    return "director" in {post.role for post, _ in _seats(office, chat_id)}


def _seats(office: Office, chat_id: int) -> list[tuple[Post, Unit]]:
    """Of the reader of a private chat, looked up once for all that is said in one go."""

    def find() -> list[tuple[Post, Unit]]:
        person = reader(office, chat_id)
        return people.seats(office.session, person.id) if person else []

    return office.once(("seats", chat_id), find)


def units_seen(office: Office, chat_id: int) -> frozenset[int] | None:
    """The departments whose tasks the reader of a chat may look into; None is all of them."""
    if sees_all(office, chat_id):
        return None
    return units_answered(office, chat_id)


def units_answered(office: Office, chat_id: int) -> frozenset[int]:
    """The departments that the reader of a private chat answers for."""
    return frozenset(unit.id for post, unit in _seats(office, chat_id) if post.role in ANSWERING)


def may_see(office: Office, chat_id: int, task: Task) -> bool:
    """Whoever has left the post sees no more of the department's tasks, not even on an old card."""
    units = units_seen(office, chat_id)
    return units is None or task.unit_id in units


def giving(office: Office) -> facts.Giving | None:
    """What giving the indicators out would mean now."""
    notice = notices.current(office.session)
    if not assigning.is_to_be_given(office):
        return None
    told = [unit for unit in departments(office) if unit.contact]
    vacant = tuple(unit.unit for unit in told if unit.contact != "held")
    return facts.Giving(notice.number, len(notices.indicators(office.session, notice.id)), len(told), vacant)


def welcome(office: Office, args: dict[str, Any], row: Outbox) -> facts.Welcome:
    person, notice = people.get(office.session, args["person"]), notices.current(office.session)
    roles = {post.role for post, _ in people.seats(office.session, person.id)}
    return facts.Welcome(
        titles=titles_of(office, person),
        director="director" in roles,
        answers=bool(roles & set(ANSWERING)),
        vacant=sum(1 for unit in departments(office) if unit.contact == "vacant"),
        room_bound=people.room(office.session, LEADING) is not None,
        given=not assigning.is_to_be_given(office),
        doubts=sum(1 for doubt in notices.questions(office.session, notice.id) if doubt.answer is None),
        published=assigning.is_published(office),
        ground=succession.ground(post) if (post := people.post(office.session, args.get("post", 0))) else "",
    )


def help_for(office: Office, args: dict[str, Any], row: Outbox) -> facts.Help:
    """Of a person in private; of a room what everybody may press there."""
    if "room" in args:
        return facts.Help(True, False, True, False)
    person = people.get(office.session, args["person"])
    roles = {post.role for post, _ in people.seats(office.session, person.id)}
    return facts.Help(
        in_group=False,
        director="director" in roles,
        sees_all=bool(roles & {"director", "office", "leader"}),
        answers=bool(roles & set(ANSWERING)),
        titles=titles_of(office, person),
        office_name=office.rules.office_name,
        published=assigning.is_published(office),
    )


menu = help_for


def claim(office: Office, args: dict[str, Any], row: Outbox) -> facts.Claim | None:
    return claimed(office, args["invite"])


def claimed(office: Office, invite_id: int) -> facts.Claim | None:
    invite = people.invite(office.session, invite_id)
    if invite is None or invite.claimed_by is None:
        return None
    post = people.post(office.session, invite.post_id)
    person = people.get(office.session, invite.claimed_by)
    assert post is not None
    holder = people.holder(office.session, post.id)
    state = "waiting"
    if invite.settled_at:
        state = "confirmed" if holder and holder.id == person.id else "refused"
    before = holder.name if holder and holder.id != person.id else None
    left = succession.left_behind(office, post, _before(office, post, state))
    return facts.Claim(
        invite.id,
        titled(office, post),
        person.name,
        person.telegram_id,
        state,
        before,
        succession.ground(post),
        titled(office, left) if left else "",
        asked=consents.about(office.session, "seat", str(invite.id)) is not None,
    )


def _before(office: Office, post: Post, state: str) -> int | None:
    if state == "confirmed":
        return people.predecessor(office.session, post.id)
    holder = people.holder(office.session, post.id)
    return holder.id if holder else None


def invitation(office: Office, args: dict[str, Any], row: Outbox) -> facts.Invitation | None:
    """The link is in the message alone: the records keep its hash."""
    invite = people.invite(office.session, args["invite"])
    post = people.post(office.session, invite.post_id) if invite else None
    return facts.Invitation(titled(office, post), args["link"], invite.expires) if invite and post else None


def unit_posts(office: Office, args: dict[str, Any], row: Outbox) -> facts.UnitPosts:
    unit = people.unit(office.session, args["unit"])
    posts = [post for post in people.posts(office.session) if post.unit_id == unit.id]
    posts.sort(key=lambda post: ROLES.index(post.role))
    state = states(office)
    return facts.UnitPosts(
        unit.id,
        unit.name,
        tuple(facts.PostState(p.id, called(p, posts), state(p), _may_be_away(p, state(p))) for p in posts),
        chargeable=unit.kind == "unit",
        charge=leader_of(office, unit.id),
    )


def _may_be_away(post: Post, state: str) -> bool:
    return post.role in AWAY and state in ("held", "unreachable")


def room_offer(office: Office, args: dict[str, Any], row: Outbox) -> facts.RoomOffer:
    room = people.room(office.session, LEADING)
    return facts.RoomOffer(room is not None and room.chat_id == row.chat_id)


def unreachable(office: Office, args: dict[str, Any], row: Outbox) -> facts.Unreachable:
    person = people.get(office.session, args["person"])
    return facts.Unreachable(person.name, titles_of(office, person))


def objection(office: Office, args: dict[str, Any], row: Outbox) -> facts.Objection | None:
    task = tasks.get(office.session, args["task"])
    if task is None:
        return None
    person = people.get(office.session, args["person"])
    note = reports.note(office.session, args["note"]) if "note" in args else None
    unit = people.unit(office.session, task.unit_id).name
    return facts.Objection(title(office, person), unit, note.text if note else None)
