"""The guided tour of the sandbox: six steps from an empty office to the first digest, each read from the records."""

from dataclasses import dataclass

from bot import cast
from bot.translator import Translator
from db.queries import assignments, notices, outbox, people, reports
from db.tables import Post
from services.office import Office
from services.rooms import LEADING

CLOCK = {3: "next-event", 5: "next-monday"}  # of which step


@dataclass(frozen=True)
class Stop:
    """What is to be done, by whom (the number of the chat), in private or in the group, and whether it has been done;
    `clock` is the button that brings it about."""

    title: str
    text: str
    person: int
    in_group: bool
    done: bool
    clock: str = ""


def stops(office: Office, t: Translator, read: int) -> list[Stop]:
    """`read` is the newest message of the group that the director's eyes were on."""
    director, contact = _seat(office, "director"), contact_post(office)
    boss, clerk = chief(office), cast.FIRST_ID + contact.id
    told = _told(t, director=director.title, contact=contact.title)
    acts = (
        (boss, _taken(office)),
        (boss, notices.current(office.session).given_on is not None),
        (clerk, _signed(office, contact)),
        (clerk, _reported(office, clerk)),
        (boss, outbox.newest_of(office.session, boss, "status") is not None),
        (boss, _digest_read(office, boss, read)),
    )
    steps = enumerate(zip(told, acts, strict=True))
    last = len(told) - 1
    return [Stop(*words, who, n == last, done, CLOCK.get(n, "")) for n, (words, (who, done)) in steps]


def _told(t: Translator, **named: str) -> tuple[tuple[str, str], ...]:
    """Title and text of each step."""
    return (
        (
            t("Take a post"),
            t("The office is empty. As {director}, press the button of the one-time link on top.", **named),
        ),
        (
            t("Assign the indicators"),
            t("The other posts have been taken. As {director}, press Assign the indicators, and confirm.", **named),
        ),
        (
            t("Sign for them"),
            t("As {contact}, open the signing on the card that has just come, and sign for all.", **named),
        ),
        (
            t("Report"),
            t(
                "As {contact}, answer one thing on the card and confirm. If nothing is asked yet, move the clock.",
                **named,
            ),
        ),
        (
            t("Look at where things stand"),
            t("As {director}, write /status or 局面, and look into a department.", **named),
        ),
        (
            t("Read the digest"),
            t("Move the clock to the next Monday. The weekly digest comes to the leading group; read it there."),
        ),
    )


def chief(office: Office) -> int:
    """The director's number, whether or not somebody is on the post."""
    return cast.FIRST_ID + _seat(office, "director").id


def contact_post(office: Office) -> Post:
    """The contact of the department that leads the most indicators: there is the most to see."""
    led = notices.led_by_unit(office.session)
    posts = [post for post in people.posts(office.session) if post.role == "contact"]
    return max(posts, key=lambda post: (led.get(people.unit(office.session, post.unit_id).name, 0), -post.id))


def is_waiting(office: Office) -> bool:
    """The director is there and the others are not."""
    return _taken(office) and people.tenure(office.session, contact_post(office).id) is None


def _seat(office: Office, role: str) -> Post:
    return next(post for post in people.posts(office.session) if post.role == role)


def _taken(office: Office) -> bool:
    return bool(people.holders(office.session, "director"))


def _signed(office: Office, contact: Post) -> bool:
    given = assignments.receipts(office.session, contact.unit_id)
    return bool(given) and not assignments.unsigned(office.session, contact.unit_id)


def _reported(office: Office, clerk: int) -> bool:
    who = people.by_telegram(office.session, clerk)
    return who is not None and bool(reports.filed_by(office.session, who.id, since=who.at))


def _digest_read(office: Office, boss: int, read: int) -> bool:
    """One that came after the director had looked: it shows what was done on the tour."""
    room, looked = people.room(office.session, LEADING), outbox.newest_of(office.session, boss, "status")
    if room is None or looked is None:
        return False
    said = outbox.newest_of(office.session, room.chat_id, "digest")
    return said is not None and said.message_id is not None and looked.since < said.since and said.message_id <= read
