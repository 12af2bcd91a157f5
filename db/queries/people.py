"""Persons, posts and who holds which."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from db.remembered import CATALOGUE, know, once, once_each
from db.tables import Invite, Member, Person, Post, Room, Tenure, Unit
from domain.people import ANSWERING

# what is asked at every turn is put together once
BY_TELEGRAM = select(Person).where(Person.telegram_id == bindparam("telegram"))
KNOWN = select(Person).where(col(Person.telegram_id).in_(bindparam("people", expanding=True)))
SEATS = (
    select(Tenure, Post, Unit)
    .join(Post, col(Tenure.post_id) == col(Post.id))
    .join(Unit, col(Post.unit_id) == col(Unit.id))
    .where(col(Tenure.person_id).in_(bindparam("people", expanding=True)), col(Tenure.until).is_(None))
    .order_by(col(Tenure.acting), col(Post.id))
)
HOLDERS = (
    select(Post, Person)
    .join(Tenure, col(Tenure.post_id) == col(Post.id))
    .join(Person, col(Tenure.person_id) == col(Person.id))
    .where(Post.role == bindparam("role"), col(Tenure.until).is_(None), Person.state == "active")
    .order_by(col(Post.id), col(Tenure.acting).desc())
)
SEATED = (
    select(Post, Person, Tenure)
    .join(Tenure, col(Tenure.post_id) == col(Post.id))
    .join(Person, col(Tenure.person_id) == col(Person.id))
    .where(Post.unit_id == bindparam("unit"), col(Tenure.until).is_(None), Person.state == "active")
    .order_by(col(Post.id), col(Tenure.acting).desc())
)
ACTING = select(Tenure).where(col(Tenure.acting).is_(True), col(Tenure.until).is_(None)).order_by(col(Tenure.id))


def by_telegram(session: Session, telegram_id: int) -> Person | None:
    def find() -> Person | None:
        return session.exec(BY_TELEGRAM, params={"telegram": telegram_id}).first()

    return once(session, ("telegram", telegram_id), find)


def known(session: Session, telegram_ids: Collection[int]) -> set[int]:
    """Of these, who may be listened to: everyone on record who has not left."""
    found = list(session.exec(KNOWN, params={"people": list(telegram_ids)}))
    for person in found:
        know(session, ("telegram", person.telegram_id), person)  # they will be asked for one by one
    return {person.telegram_id for person in found if person.state != "gone"}


def get(session: Session, person_id: int) -> Person:
    return session.get_one(Person, person_id)


def seats(session: Session, person_id: int) -> list[tuple[Post, Unit]]:
    """Own ones first, then those in which somebody else is acted for."""
    return [(post, unit) for _, post, unit in seats_of(session, [person_id])[person_id]]


def own_seats(session: Session, person_id: int) -> list[tuple[Post, Unit]]:
    """Without those in which somebody else is acted for."""
    return [(post, unit) for tenure, post, unit in seats_of(session, [person_id])[person_id] if not tenure.acting]


def seats_of(session: Session, person_ids: Collection[int]) -> dict[int, list[tuple[Tenure, Post, Unit]]]:
    """Person → what is held now, with how it is held."""

    def find(missing: list[int]) -> dict[int, list[tuple[Tenure, Post, Unit]]]:
        found: dict[int, list[tuple[Tenure, Post, Unit]]] = {person_id: [] for person_id in missing}
        for tenure, post, unit in session.exec(SEATS, params={"people": missing}):
            found[tenure.person_id].append((tenure, post, unit))
        return found

    return once_each(session, "seats", person_ids, find)


def holder(session: Session, post_id: int) -> Person | None:
    """Whoever holds it, away or not."""
    query = select(Person).join(Tenure, col(Tenure.person_id) == col(Person.id))
    query = query.where(Tenure.post_id == post_id, col(Tenure.until).is_(None), col(Tenure.acting).is_(False))
    return session.exec(query).first()


def holders(session: Session, role: str, unit_id: int | None = None) -> list[tuple[Post, Person]]:
    """Who can be reached in this role, in the order of the posts; whoever acts before the one who is away."""
    if unit_id is not None:
        return [(post, person) for post, person, _ in _seated(session, unit_id) if post.role == role]
    return list(once(session, ("holders", role), lambda: list(session.exec(HOLDERS, params={"role": role}))))


def own_holders(session: Session, role: str, unit_id: int) -> list[tuple[Post, Person]]:
    """Without those who only act."""
    found = _seated(session, unit_id)
    return [(post, person) for post, person, tenure in found if post.role == role and not tenure.acting]


def _seated(session: Session, unit_id: int) -> list[tuple[Post, Person, Tenure]]:
    """Who can be reached in a department."""
    return once(session, ("seated", unit_id), lambda: list(session.exec(SEATED, params={"unit": unit_id})))


def acting(session: Session) -> list[Tenure]:
    """Who acts now for somebody who is away."""
    return list(session.exec(ACTING))


def answering(session: Session, unit_id: int) -> tuple[Post, Person] | None:
    """Who answers for a department: its contact, in absence the deputy, then the head."""
    for role in ("contact", "deputy", "head"):
        if found := holders(session, role, unit_id):
            return found[0]
    return None


def posts(session: Session) -> list[Post]:
    return list(session.exec(select(Post).order_by(col(Post.id))))


def post(session: Session, post_id: int) -> Post | None:
    return session.get(Post, post_id)


def posts_called(session: Session, title: str) -> list[Post]:
    return list(session.exec(select(Post).where(Post.title == title).order_by(col(Post.id))))


def unit(session: Session, unit_id: int) -> Unit:
    return session.get_one(Unit, unit_id)


def units(session: Session) -> list[Unit]:
    return list(once(session, ("units",), lambda: list(session.exec(select(Unit).order_by(col(Unit.position))))))


def names(session: Session) -> frozenset[str]:
    """What departments are called, in full and in short."""
    return once(session, ("names",), lambda: frozenset(name for unit in units(session) for name in called(unit)))


def called(unit: Unit) -> tuple[str, ...]:
    return (unit.name, *unit.aliases)


def reporting(session: Session) -> list[Unit]:
    """Departments that have a contact, or a vacant post for one."""
    seated = select(Post.unit_id).where(Post.role == "contact")
    return list(session.exec(select(Unit).where(col(Unit.id).in_(seated)).order_by(col(Unit.position))))


def answered(session: Session) -> set[int]:
    """Departments for which somebody answers now."""
    query = select(Post.unit_id).join(Tenure, col(Tenure.post_id) == col(Post.id))
    query = query.join(Person, col(Tenure.person_id) == col(Person.id))
    query = query.where(col(Post.role).in_(ANSWERING), col(Tenure.until).is_(None), Person.state == "active")
    return set(session.exec(query))


def held(session: Session) -> set[int]:
    """Departments with somebody on a post that answers, in reach or not."""
    query = select(Post.unit_id).join(Tenure, col(Tenure.post_id) == col(Post.id))
    return set(session.exec(query.where(col(Post.role).in_(ANSWERING), col(Tenure.until).is_(None))))


def tenure(session: Session, post_id: int) -> Tenure | None:
    """The holder's own."""
    query = select(Tenure).where(Tenure.post_id == post_id, col(Tenure.until).is_(None))
    return session.exec(query.where(col(Tenure.acting).is_(False))).first()


def predecessor(session: Session, post_id: int) -> int | None:
    """The person who held it before."""
    query = select(Tenure.person_id).where(Tenure.post_id == post_id, col(Tenure.until).is_not(None))
    return session.exec(query.where(col(Tenure.acting).is_(False)).order_by(col(Tenure.id).desc()).limit(1)).first()


def posts_on(session: Session, person_id: int, day: date) -> list[Post]:
    """What this person held or acted in on a day: own ones first, those held still before those that were left."""
    query = select(Post).join(Tenure, col(Tenure.post_id) == col(Post.id))
    query = query.where(Tenure.person_id == person_id, Tenure.since <= day)
    query = query.where(or_(col(Tenure.until).is_(None), col(Tenure.until) >= day))
    return list(session.exec(query.order_by(col(Tenure.acting), col(Tenure.until).is_not(None), col(Post.id))))


def last_post(session: Session, person_id: int) -> Post | None:
    """An own one before one that was acted in."""
    query = select(Post).join(Tenure, col(Tenure.post_id) == col(Post.id)).where(Tenure.person_id == person_id)
    return session.exec(query.order_by(col(Tenure.acting), col(Tenure.id).desc()).limit(1)).first()


def tenures(session: Session) -> dict[int, Person]:
    """Post id → who holds it."""
    query = select(Tenure.post_id, Person).join(Person, col(Tenure.person_id) == col(Person.id))
    rows = session.exec(query.where(col(Tenure.until).is_(None), col(Tenure.acting).is_(False)))
    return {post_id: person for post_id, person in rows}  # noqa: C416 - rows are no pairs to the type checker


def invite(session: Session, invite_id: int) -> Invite | None:
    return session.get(Invite, invite_id)


def invite_of(session: Session, digest: str) -> Invite | None:
    return session.exec(select(Invite).where(Invite.hash == digest)).first()


def open_invites(session: Session, now: datetime) -> list[Invite]:
    """Neither used nor expired."""
    query = select(Invite).where(col(Invite.claimed_by).is_(None), Invite.expires > now)
    return list(session.exec(query.order_by(col(Invite.id))))


def unsettled_claims(session: Session) -> list[Invite]:
    """Claimed, and waiting for the director."""
    query = select(Invite).where(col(Invite.claimed_by).is_not(None), col(Invite.settled_at).is_(None))
    return list(session.exec(query.order_by(col(Invite.id))))


def room(session: Session, kind: str) -> Room | None:
    return session.exec(select(Room).where(Room.kind == kind, col(Room.until).is_(None))).first()


def last_room(session: Session, kind: str) -> Room | None:
    """The one that is bound or, where none is, the one that was last."""
    query = (
        select(Room).where(Room.kind == kind).order_by(col(Room.until).is_not(None), col(Room.until).desc()).limit(1)
    )
    return session.exec(query).first()


def room_of(session: Session, chat_id: int) -> Room | None:
    return session.exec(select(Room).where(Room.chat_id == chat_id)).first()


def members(session: Session, group_id: int, day: date, *, convenor: bool = False) -> list[Unit]:
    """A group's departments as of a day; its convenor alone where one is asked for."""

    def find() -> list[Unit]:
        query = (
            select(Unit)
            .join(Member, col(Member.unit_id) == col(Unit.id))
            .where(Member.group_id == group_id, Member.since <= day)
            .where(or_(col(Member.until).is_(None), col(Member.until) > day))
            .order_by(col(Unit.position))
        )
        return list(session.exec(query.where(col(Member.convenor).is_(True)) if convenor else query))

    return list(once(session, ("members", group_id, day, convenor), find, CATALOGUE))


def head(session: Session, unit: Unit) -> list[tuple[Post, Person]]:
    """The department's head; where it has no such seat the leader who sits for it."""
    return holders(session, "head", unit.id) or holders(session, "leader", unit.id)


def has_contact_post(session: Session, unit_id: int) -> bool:
    return session.exec(select(Post).where(Post.unit_id == unit_id, Post.role == "contact")).first() is not None
