"""Chats and those outside: the leading group's room, strangers, groups that the bot was put into."""

from datetime import time

from db.queries import outbox, people
from db.tables import Room
from services import auditing, tidings
from services.office import Office
from services.saying import Rank, say

LEADING = "leading group"
ANSWERED = "strangers"  # on which day, how many


def bind(office: Office, chat_id: int) -> None:
    """This chat receives the digests from now on; the one before does not."""
    assert office.person_id is not None
    if before := people.room(office.session, LEADING):
        before.until = office.now
        office.session.flush()
    room = people.room_of(office.session, chat_id)
    if room is None:
        room = Room(chat_id=chat_id, kind=LEADING, bound_by=office.person_id, since=office.now)
        office.session.add(room)
    room.until, room.bound_by = None, office.person_id
    auditing.record(office, "bind room", f"room/{chat_id}")
    say(office, chat_id, "menu", {"room": chat_id}, rank=Rank.EVENT)


def is_bound(office: Office, chat_id: int) -> bool:
    room = people.room_of(office.session, chat_id) if chat_id < 0 else None
    return room is not None and room.until is None


def migrated(office: Office, old: int, new: int) -> None:
    """A group became a supergroup: the same room under another number, what waits for it goes there."""
    room = people.room_of(office.session, old)
    if room is not None and people.room_of(office.session, new) is None:
        room.until = office.now
        office.session.flush()
        office.session.add(Room(chat_id=new, kind=room.kind, bound_by=room.bound_by, since=office.now))
        auditing.record(office, "room moved", f"room/{old}", to=new)
    outbox.move_chat(office.session, old, new)


def lost(office: Office, chat_id: int) -> None:
    """The bot was put out of the leading group's chat: the director is told."""
    room = people.room_of(office.session, chat_id)
    if room is None or room.until is not None:
        return
    room.until = office.now
    auditing.record(office, "room lost", f"room/{chat_id}")
    tidings.tell_director(office, "sentence", {"code": "room-lost"}, key=f"room-lost/{chat_id}/{office.turn}")


def leave(office: Office, chat_id: int) -> None:
    """Nobody but the director puts the bot into a group."""
    say(office, chat_id, "leave", rank=Rank.EVENT)


def answer_outsider(office: Office, telegram_id: int | None, joined: int | None) -> None:
    """One neutral answer a day and person, and so many in all."""
    if joined is not None:
        leave(office, joined)
    if telegram_id is None:
        return
    key = f"stranger/{telegram_id}/{office.today}"
    if _answered(office) < office.rules.strangers_a_day and outbox.by_key(office.session, key) is None:
        say(office, telegram_id, "stranger", key=key, rank=Rank.DIGEST)
        office.session.info[ANSWERED] = office.today, _answered(office) + 1


def _answered(office: Office) -> int:
    """Outsiders of today. Counted once and then kept: a flood of them must not slow down everybody else."""
    day, n = office.session.info.get(ANSWERED, (None, 0))
    if day != office.today:
        n = outbox.count_keys(office.session, "stranger/", office.rules.hours.at(office.today, time.min))
        office.session.info[ANSWERED] = office.today, n
    found: int = n
    return found
