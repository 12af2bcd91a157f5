"""The one choke point: who is this, and may they come in."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from db.queries import people
from domain.people import Principal, Seat
from services.people import offered

# accounts that many share: an anonymous group admin, Telegram's service account, a channel speaking in a group
NOBODY = frozenset({1087968824, 777000, 136817688})
LARGEST = 2**63  # what the records can hold
CLAIM = "/start "
SHARED = ("group", "supergroup", "channel")
PRESENT = ("member", "administrator")
# what is kept of an outsider's update, each under its own key
JOINED, LOST, MOVED, PRESSED = "joined", "lost", "moved", "pressed"


def frame(raw: dict[str, Any]) -> dict[str, Any]:
    """The part of an update that says who and where, whatever its kind; empty where there is none."""
    return next((part for key, part in raw.items() if key != "update_id" and isinstance(part, dict)), {})


def _part(of: dict[str, Any], key: str) -> dict[str, Any]:
    """Empty where there is none, or where it is not what Telegram promises."""
    found = of.get(key)
    return found if isinstance(found, dict) else {}


def number(raw: Any) -> int | None:
    """An update's; None of what is none, or could not be written down."""
    found = raw.get("update_id") if isinstance(raw, dict) else None
    return found if isinstance(found, int) and 0 <= found < LARGEST else None


def sender(raw: dict[str, Any]) -> int | None:
    """The numeric id is the only identity. None for channels and shared accounts."""
    part = frame(raw)
    person = _part(part, "from").get("id")
    if not isinstance(person, int) or person in NOBODY or part.get("sender_chat"):
        return None
    return person


def chat(raw: dict[str, Any]) -> int | None:
    part = frame(raw)
    where = _part(part, "chat") or _part(_part(part, "message"), "chat")
    found = where.get("id")
    return found if isinstance(found, int) else None


def claimed_token(raw: dict[str, Any]) -> str | None:
    """The token that a private message offers: by deep link, or typed."""
    message = _part(raw, "message")
    if _part(message, "chat").get("type") != "private" or second_hand(message):
        return None
    return offered(str(message.get("text") or "").removeprefix(CLAIM))


def pressed(raw: dict[str, Any]) -> str | None:
    """The number under which a press is answered."""
    number = _part(raw, "callback_query").get("id")
    return number if isinstance(number, str) else None


def points_at(raw: dict[str, Any]) -> tuple[int, int] | None:
    """The message that is pressed or replied to: its chat and its number."""
    message = _part(raw, "message")
    under = _part(_part(raw, "callback_query"), "message") or _part(message, "reply_to_message")
    where, number = chat(raw), under.get("message_id")
    return (where, number) if where is not None and isinstance(number, int) else None


def written_at(raw: dict[str, Any]) -> datetime | None:
    """When a message was written, by Telegram's clock. Presses have no time of their own."""
    message = _part(raw, "message")
    found = message.get("date")
    return datetime.fromtimestamp(found, UTC) if isinstance(found, int) and 0 < found < 1 << 33 else None


def album(raw: dict[str, Any]) -> str | None:
    """Of which the message is one."""
    found = _part(raw, "message").get("media_group_id")
    return found if isinstance(found, str) else None


def second_hand(message: dict[str, Any]) -> bool:
    """Forwarded, or made by another bot: somebody else's words count for nothing."""
    return any(message.get(key) for key in ("forward_origin", "via_bot", "is_automatic_forward"))


def outside(raw: dict[str, Any]) -> dict[str, Any] | None:
    """All that is kept of an outsider's update: the number of a press, so that it can be refused, and what Telegram
    itself says of a group, whoever caused it: that the bot was put into it or out of it, or that it moved."""
    if number := pressed(raw):
        return {PRESSED: number}
    where, message = chat(raw), _part(raw, "message")
    if where is None:
        return None
    if isinstance(new := message.get("migrate_to_chat_id"), int):
        return {MOVED: [where, new]}
    if isinstance(old := message.get("migrate_from_chat_id"), int):
        return {MOVED: [old, where]}
    change = _part(raw, "my_chat_member")
    was, is_now = (_part(change, key).get("status") in PRESENT for key in ("old_chat_member", "new_chat_member"))
    if was == is_now or _part(change, "chat").get("type") not in SHARED:
        return None
    return {JOINED if is_now else LOST: where}


def of_outsider(kept: dict[str, Any]) -> bool:
    return not kept.keys().isdisjoint((JOINED, LOST, MOVED, PRESSED))


def let_in(session: Session, raw: dict[str, Any]) -> Principal | None:
    """The person behind an update, with the posts held at this moment. None for outsiders and those who left."""
    telegram_id = sender(raw)
    person = people.by_telegram(session, telegram_id) if telegram_id else None
    if person is None or person.state == "gone":
        return None
    seats = tuple(
        Seat(post.id, post.title, post.role, unit.id, unit.name)  # type: ignore[arg-type]
        for post, unit in people.seats(session, person.id)
    )
    return Principal(
        person.id,
        person.telegram_id,
        chat(raw) or person.telegram_id,
        person.name,
        person.language,
        person.state,
        seats,
    )
