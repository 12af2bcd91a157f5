"""Who is let through with what: an update becomes a turn, or ends here."""

from typing import Any

from bot import buttons, door, guard
from bot.context import Answer, Turn
from domain.people import Principal
from services import consenting, rooms, saying
from services.office import Office


def turn_of(office: Office, raw: dict[str, Any], who: Principal | None) -> Turn:
    """One update, with all that is known of it."""
    language = who.language if who else office.rules.language
    turn = Turn(
        office,
        who,
        door.sender(raw) or 0,
        door.chat(raw) or 0,
        language,
        raw,
        token=door.claimed_token(raw),
        bound=rooms.is_bound(office, door.chat(raw) or 0),
        second_hand=door.second_hand(door.frame(raw)),
        album=door.album(raw),
    )
    if number := door.pressed(raw):
        turn.answer = Answer(number, language)
    return turn


def outsider(office: Office, telegram_id: int | None, kept: dict[str, Any]) -> Answer | None:
    """Nobody of ours has done it; what it says of a group is heard all the same."""
    if door.PRESSED in kept:
        return Answer(kept[door.PRESSED], office.rules.language, "not-your-button")
    if door.MOVED in kept:
        rooms.migrated(office, *kept[door.MOVED])
    elif door.LOST in kept:
        consenting.room_lost(office, kept[door.LOST])
    else:
        rooms.answer_outsider(office, telegram_id, kept.get(door.JOINED))
    return None


def turned_away(turn: Turn) -> bool:
    """Whoever waits for the director is told so once a day; what the guard took out its sender is told of at once.

    Somebody else's words do nothing, and a group that is not bound hears nothing but the director.
    """
    message = door.frame(turn.raw)
    if turn.who is not None and (found := message.get(guard.FOUND)):
        whole = not guard.says_anything(message)
        key = f"album/{turn.chat_id}/{turn.album}/guarded" if turn.album else None
        saying.say(turn.office, turn.who.telegram_id, "guarded", {"kinds": found, "whole": whole}, key=key)
        if whole and not turn.second_hand:
            return True
    if turn.second_hand:
        if turn.who is not None and turn.who.in_private:
            key = f"album/{turn.chat_id}/{turn.album}/forwarded" if turn.album else None
            saying.say(turn.office, turn.who.telegram_id, "sentence", {"code": "forwarded"}, key=key)
        return True
    if turn.who is None:
        return False
    in_foreign_group = turn.chat_id < 0 and not turn.bound and "message" in turn.raw
    if in_foreign_group and not turn.who.is_director and not message.get("migrate_from_chat_id"):
        return True
    if turn.who.state == "waiting" and turn.token is None:
        key = f"waiting/{turn.who.person_id}/{turn.office.today}"
        saying.say(turn.office, turn.who.telegram_id, "sentence", {"code": "waiting"}, key=key)
        return True
    return False


def may_press(turn: Turn, secret: bytes) -> bool:
    """Reads the button; False where it is not this person's to press."""
    if turn.answer is None:
        return True
    query = turn.raw["callback_query"]
    person = turn.telegram_id if turn.chat_id > 0 else buttons.ANYBODY
    turn.press = buttons.read(secret, person, turn.chat_id, query.get("data") or "")
    if turn.press is None or turn.who is None or turn.who.state != "active":
        turn.answer.code = "not-your-button"
        return False
    turn.pressed = saying.message(turn.office, turn.chat_id, query["message"]["message_id"])
    return True
