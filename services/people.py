"""Posts and who takes them: the claim code, invites, claims, tenures."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta

from db.queries import people, tasks
from db.tables import Invite, Person
from domain.people import ANSWERING
from services import assigning, auditing, charging, succession, tidings
from services.office import Office
from services.saying import Rank, say
from services.taking import take

LETTERS = "abcdefghjknpqrstuvxyz23456789"  # none looks like another on paper, none is wide
TYPED = r"(?:[a-z2-9]{4}[ \u3000]?){5}[a-z2-9]{2}"  # 106 bits, printed in groups of four
TOKEN = re.compile(r"[\w-]{22}", re.ASCII)  # 128 bits
TOKEN_TYPED = re.compile(TYPED, re.ASCII | re.IGNORECASE)
TOKEN_ALONE = re.compile(rf"^\s*(?:[\w-]{{22}}|{TYPED})\s*$", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Invitation:
    id: int
    token: str


def offered(text: str) -> str | None:
    """The token that a text is; a code from paper may be typed with its gaps."""
    text = text.strip()
    if TOKEN.fullmatch(text):
        return text
    return "".join(text.split()) if TOKEN_TYPED.fullmatch(text) else None


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def claim_code(office: Office) -> str | None:
    """A new code for the office director's post, for the terminal; none where the post is held.

    Codes printed before stop counting: only the newest line on the terminal is good.
    """
    director = next(post for post in people.posts(office.session) if post.role == "director")
    if people.tenure(office.session, director.id):
        return None
    return invite(office, director.id).token


def invite(office: Office, post_id: int, *, typed: bool = False) -> Invitation:
    """A new single-use invite; of its token only the hash is kept. `typed` makes one that is typed from paper."""
    for old in people.open_invites(office.session, office.now):
        if old.post_id == post_id:  # only the newest is good
            old.expires = office.now
    token = "".join(secrets.choice(LETTERS) for _ in range(22)) if typed else secrets.token_urlsafe(16)
    hours = timedelta(hours=office.rules.invite_hours)
    row = Invite(hash=digest(token), post_id=post_id, by=office.person_id, at=office.now, expires=office.now + hours)
    office.session.add(row)
    auditing.record(office, "invite", f"post/{post_id}")
    return Invitation(row.id, token)


def _invite_of(office: Office, token: str) -> Invite | None:
    """A phone makes the first letter of what is typed a large one."""
    found = people.invite_of(office.session, digest(token))
    return found or people.invite_of(office.session, digest(token.lower()))


def can_claim(office: Office, token: str) -> bool:
    row = _invite_of(office, token)
    return row is not None and row.claimed_by is None and row.expires > office.now


def claim(office: Office, token: str, telegram_id: int, name: str, language: str) -> Person | None:
    """Whoever brings a good token waits for the director; only the director's own, of the terminal, needs no word.

    None where the token is used, expired or unknown: all three look alike from outside.
    """
    if not can_claim(office, token):
        return None
    row = _invite_of(office, token)
    assert row is not None
    person = people.by_telegram(office.session, telegram_id)
    if person is None:
        person = Person(telegram_id=telegram_id, name=name, language=language, state="waiting", at=office.now)
        office.session.add(person)
    elif person.state in ("gone", "unreachable"):
        person.state = "waiting" if person.state == "gone" else "active"
    person.name = name
    office.session.flush()
    office.person_id = person.id
    row.claimed_by, row.claimed_at = person.id, office.now
    auditing.record(office, "claim", f"post/{row.post_id}", invite=row.id)
    post = people.post(office.session, row.post_id)
    if row.by is None and post is not None and post.role == "director":
        _settle(office, row, person)
        return person
    say(office, telegram_id, "sentence", {"code": "waiting"})
    for _, director in people.holders(office.session, "director"):
        say(office, director.telegram_id, "claim", {"invite": row.id}, rank=Rank.EVENT)
    return person


def waiting_claims(office: Office) -> list[int]:
    return [row.id for row in people.unsettled_claims(office.session)]


def settle(office: Office, invite_id: int, good: bool) -> bool:
    """The director confirms or refuses a claim, once. False where it was settled already, or the post is taken by then
    by the same person."""
    row = people.invite(office.session, invite_id)
    if row is None or row.claimed_by is None or row.settled_at:
        return False
    person = people.get(office.session, row.claimed_by)
    if good and _holds(office, row.post_id, person.id):
        row.settled_by, row.settled_at = office.person_id, office.now
        return False
    (_settle if good else _refuse)(office, row, person)
    return True


def held_already(office: Office, token: str, telegram_id: int) -> str | None:
    """The title of the post, where whoever brings a good token holds it: nothing is taken, the token stays good."""
    row, person = _invite_of(office, token), people.by_telegram(office.session, telegram_id)
    if row is None or person is None or not can_claim(office, token) or not _holds(office, row.post_id, person.id):
        return None
    post = people.post(office.session, row.post_id)
    return charging.titled(office, post) if post else None


def _holds(office: Office, post_id: int, person_id: int) -> bool:
    holder = people.holder(office.session, post_id)
    return holder is not None and holder.id == person_id


def settle_twin(office: Office, invite_id: int) -> bool:
    """The office's word for the seat of the leading group that the one before holds besides. False where none is."""
    row = people.invite(office.session, invite_id)
    if row is None or row.claimed_by is None or not _holds(office, row.post_id, row.claimed_by):
        return False
    post = people.post(office.session, row.post_id)
    before = people.predecessor(office.session, row.post_id)
    seat = succession.left_behind(office, post, before) if post else None
    if seat is None:
        return False
    person = people.get(office.session, row.claimed_by)
    take(office, seat, person)
    say(office, person.telegram_id, "welcome", {"person": person.id, "post": seat.id}, rank=Rank.EVENT)
    assigning.welcome_unit(office, seat)
    return True


def _refuse(office: Office, row: Invite, person: Person) -> None:
    """The claimant learns nothing that an outsider may not know, and is an outsider again."""
    row.settled_by, row.settled_at = office.person_id, office.now
    if not people.seats(office.session, person.id):
        person.state = "gone"
    auditing.record(office, "refuse", f"post/{row.post_id}", invite=row.id)
    say(office, person.telegram_id, "stranger")


def _settle(office: Office, row: Invite, person: Person) -> None:
    row.settled_by, row.settled_at = office.person_id, office.now
    post = people.post(office.session, row.post_id)
    assert post is not None
    take(office, post, person)
    before = people.predecessor(office.session, post.id)
    if succession.left_behind(office, post, before):
        for _, director in people.holders(office.session, "director"):
            if director.id != office.person_id:  # who confirmed has it before the eyes, and may direct no more
                say(office, director.telegram_id, "claim", {"invite": row.id}, rank=Rank.EVENT)
    say(office, person.telegram_id, "welcome", {"person": person.id, "post": post.id}, rank=Rank.EVENT)
    say(office, person.telegram_id, "menu", {"person": person.id}, rank=Rank.EVENT)
    assigning.welcome_unit(office, post)
    if post.role in ANSWERING and any(t.form != "signing" for t in tasks.held_by_units(office.session, [post.unit_id])):
        say(office, person.telegram_id, "held", {"person": person.id}, rank=Rank.EVENT)  # what the successor inherits


def unreachable(office: Office, telegram_id: int) -> None:
    """The person blocked the bot or left: the director is told once, the department's deputy is asked from now on."""
    person = people.by_telegram(office.session, telegram_id)
    if person is None or person.state != "active":
        return
    person.state = "unreachable"
    auditing.record(office, "unreachable", f"person/{person.id}")
    key = f"unreachable/{person.id}/{office.today}"
    tidings.tell_director(office, "unreachable", {"person": person.id}, key=key)


def reachable_again(office: Office, person: Person) -> None:
    if person.state == "unreachable":
        person.state = "active"
        auditing.record(office, "reachable", f"person/{person.id}")
        for _, unit in people.seats(office.session, person.id):
            tasks.wake(office.session, unit.id, office.now)  # what could not be said meanwhile


def choose_language(office: Office, person_id: int, language: str) -> None:
    person = people.get(office.session, person_id)
    person.language = language
    say(office, person.telegram_id, "menu", {"person": person_id})
