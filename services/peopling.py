"""Who holds what, as messages show it."""

from typing import Any

from db.queries import notices, people, reports, tasks
from db.tables import Outbox, Person, Post, Task
from domain.facts import people as facts
from domain.people import ANSWERING, OVERSEEING
from services.office import Office
from services.rooms import LEADING

PAGE = 8  # departments a page
ROLES = ("contact", "deputy", "head", "director", "leader", "office")  # who is invited first


def title(office: Office, person: Person) -> str:
    """People are addressed by their posts."""
    titles = titles_of(office, person)
    return titles[0] if titles else person.name


def titles_of(office: Office, person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.title for post, _ in people.seats(office.session, person.id)))


def sees_all(office: Office, chat_id: int) -> bool:
    """Whoever oversees, in the private chat."""
    person = people.by_telegram(office.session, chat_id)
    roles = {post.role for post, _ in people.seats(office.session, person.id)} if person else set()
    return bool(roles & set(OVERSEEING))


def units_seen(office: Office, chat_id: int) -> frozenset[int] | None:
    """The departments whose tasks the reader of a chat may look into; None is all of them."""
    if sees_all(office, chat_id):
        return None
    person = people.by_telegram(office.session, chat_id)
    seats = people.seats(office.session, person.id) if person else []
    return frozenset(unit.id for post, unit in seats if post.role in ANSWERING)


def may_see(office: Office, chat_id: int, task: Task) -> bool:
    """Whoever has left the post sees no more of the department's tasks, not even on an old card."""
    units = units_seen(office, chat_id)
    return units is None or task.unit_id in units


def giving(office: Office) -> facts.Giving | None:
    """What giving the indicators out would mean now."""
    notice = notices.current(office.session)
    if notice.state != "loaded":
        return None
    departments = [unit for unit in _departments(office) if unit.contact]
    vacant = tuple(unit.unit for unit in departments if unit.contact != "held")
    return facts.Giving(notice.number, len(notices.indicators(office.session, notice.id)), len(departments), vacant)


def welcome(office: Office, args: dict[str, Any], row: Outbox) -> facts.Welcome:
    person, notice = people.get(office.session, args["person"]), notices.current(office.session)
    roles = {post.role for post, _ in people.seats(office.session, person.id)}
    return facts.Welcome(
        titles=titles_of(office, person),
        director="director" in roles,
        answers=bool(roles & set(ANSWERING)),
        vacant=sum(1 for unit in _departments(office) if unit.contact == "vacant"),
        room_bound=people.room(office.session, LEADING) is not None,
        given=notice.state == "given",
        doubts=sum(1 for doubt in notices.questions(office.session, notice.id) if doubt.answer is None),
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
    )


menu = help_for


def claim(office: Office, args: dict[str, Any], row: Outbox) -> facts.Claim | None:
    invite = people.invite(office.session, args["invite"])
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
    return facts.Claim(invite.id, post.title, person.name, person.telegram_id, state, before)


def invitation(office: Office, args: dict[str, Any], row: Outbox) -> facts.Invitation | None:
    """The link is in the message alone: the records keep its hash."""
    invite = people.invite(office.session, args["invite"])
    post = people.post(office.session, invite.post_id) if invite else None
    return facts.Invitation(post.title, args["link"], invite.expires) if invite and post else None


def roster(office: Office, args: dict[str, Any], row: Outbox) -> facts.Roster:
    units = _departments(office)
    pages = max(1, -(-len(units) // PAGE))
    page = min(max(1, args.get("page", 1)), pages)
    claims = len(people.unsettled_claims(office.session))
    given = notices.current(office.session).state == "given"
    return facts.Roster(tuple(units[(page - 1) * PAGE : page * PAGE]), claims, given, page, pages)


def unit_posts(office: Office, args: dict[str, Any], row: Outbox) -> facts.UnitPosts:
    unit = people.unit(office.session, args["unit"])
    posts = [post for post in people.posts(office.session) if post.unit_id == unit.id]
    posts.sort(key=lambda post: ROLES.index(post.role))
    states = _states(office)
    return facts.UnitPosts(unit.name, tuple(facts.PostState(p.id, _called(p, posts), states(p)) for p in posts))


def _called(post: Post, siblings: list[Post]) -> str:
    """副院长 2: told apart by seat where one title has several, by body where one person has two."""
    same = [other for other in siblings if other.title == post.title]
    if len({other.seat for other in same}) > 1:
        return f"{post.title} {post.seat}"
    return f"{post.title}（{post.body}）" if len(same) > 1 else post.title


def _departments(office: Office) -> list[facts.UnitPeople]:
    posts, states = people.posts(office.session), _states(office)
    found = []
    for unit in people.units(office.session):
        own = [post for post in posts if post.unit_id == unit.id]
        if not own:
            continue
        contacts = [states(post) for post in own if post.role == "contact"]
        held = sum(1 for post in own if states(post) == "held")
        found.append(facts.UnitPeople(unit.id, unit.name, held, len(own), contacts[0] if contacts else ""))
    return found


def _states(office: Office) -> Any:
    holders = people.tenures(office.session)
    invited = {invite.post_id for invite in people.open_invites(office.session, office.now)}

    def state(post: Post) -> str:
        if holder := holders.get(post.id):
            return "unreachable" if holder.state == "unreachable" else "held"
        return "invited" if post.id in invited else "vacant"

    return state


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
