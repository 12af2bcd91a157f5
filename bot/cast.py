"""Puts people on vacant posts, for a rehearsal or the sandbox: one to a seat, known by the post's title."""

from dataclasses import dataclass

from db.queries import people
from db.tables import Person, Post
from services import assigning, rooms
from services.office import Office
from services.saying import Rank, say
from services.taking import take

FIRST_ID = 7_000_000


@dataclass(frozen=True)
class Part:
    """Somebody to hold a post: the number of their chat, how they are addressed, and in which role."""

    post_id: int
    telegram_id: int
    title: str
    role: str


def parts(office: Office) -> list[Part]:
    """One for every seat; the two seats that the notice gives to one person are one part. Deputies stay at home."""
    found: list[Part] = []
    taken: set[int] = set()  # seats that go with one before
    posts = [post for post in people.posts(office.session) if post.role != "deputy"]
    posts.sort(key=lambda post: post.role != "director")  # whoever is director is known as that
    for post in posts:
        if post.id not in taken:
            taken |= {twin.id for twin in posts if twin.title == post.same_holder_as}
            found.append(Part(post.id, FIRST_ID + post.id, _called(post), post.role))
    return found


def _called(post: Post) -> str:
    return f"{post.title} {post.seat}" if post.seat > 1 else post.title


def fill(office: Office) -> list[Part]:
    """Everybody who is on a post afterwards, those who were there before included."""
    for part in parts(office):
        post = people.post(office.session, part.post_id)
        assert post is not None
        if people.tenure(office.session, post.id):
            continue
        person = people.by_telegram(office.session, part.telegram_id)
        if person is None:
            language = office.rules.language
            person = Person(
                telegram_id=part.telegram_id, name=part.title, language=language, state="active", at=office.now
            )
            office.session.add(person)
            office.session.flush()
        take(office, post, person)
        say(office, person.telegram_id, "menu", {"person": person.id}, key=f"menu/{person.id}", rank=Rank.EVENT)
        assigning.welcome_unit(office, post)
    holders = people.tenures(office.session)
    posts = {post.id: post for post in people.posts(office.session)}
    return [
        Part(post_id, person.telegram_id, _called(posts[post_id]), posts[post_id].role)
        for post_id, person in holders.items()
    ]


def director(office: Office) -> Person:
    return people.holders(office.session, "director")[0][1]


def begin(office: Office, chat_id: int) -> None:
    """The group is bound and the indicators are given out, where that has not been done."""
    office.person_id = director(office).id
    if people.room(office.session, rooms.LEADING) is None:
        rooms.bind(office, chat_id)
    assigning.give(office)
