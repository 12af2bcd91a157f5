"""The privacy guard: what must not be kept is taken out of an update before it is stored."""

from collections.abc import Mapping
from typing import Any

from domain.privacy import BLACK, KINDS, Kind, blacken, says_something

__all__ = ["BLACK", "FOUND", "black_out", "emptied", "framed", "is_marked", "says_anything"]

MESSAGES = ("message", "edited_message")
FOUND = "duban_found"  # the key under which a message carries the kinds of what was taken out of it
FRAME = ("message_id", "message_thread_id", "from", "sender_chat", "chat", "date", "edit_date")
FORWARDED = ("forward_origin", "via_bot", "is_automatic_forward")  # it is refused, and has to be known as such
# what an update only quotes is read by nobody: of it the frame is kept
QUOTED = ("reply_to_message", "pinned_message", "message")
DROPPED = ("quote", "external_reply")
KEPT_OF_MARKED = (*FRAME, *QUOTED, *FORWARDED, "media_group_id")
KEPT_OF_ORIGIN = ("type", "date")  # not who wrote it
# Telegram's own names for things: nobody has written them
MACHINE = ("file_id", "file_unique_id", "id", "data", "chat_instance", "media_group_id", "callback_data", "mime_type")
WORDS = {"text": "entities", "caption": "caption_entities"}
ANSWERED = (*WORDS, "document", "photo", "voice", "audio", "video", "video_note")


def black_out(raw: dict[str, Any]) -> dict[str, Any]:
    """The update as it may be stored: forbidden parts blackened, and their kinds under FOUND.

    Of a marked document and of somebody else's words nothing is kept but the frame, and nothing of a contact; what is
    quoted keeps its frame.
    """
    kept = {key: _quoting(part) if isinstance(part, dict) else part for key, part in raw.items()}
    for kind in MESSAGES:
        if isinstance(message := kept.get(kind), dict):
            kept[kind] = _message(message)
    scrubbed: dict[str, Any] = _scrub(kept, set())
    return scrubbed


def says_anything(message: Mapping[str, Any]) -> bool:
    """Whether there is anything to be answered in what is left of a message."""
    return not message.keys().isdisjoint(ANSWERED)


def is_marked(raw: Mapping[str, Any]) -> bool:
    """Whether it is, or was, a document with a mark of secrecy."""
    return any("classified" in raw.get(kind, {}).get(FOUND, ()) for kind in MESSAGES)


def emptied(raw: dict[str, Any]) -> dict[str, Any]:
    """The page of an album that has a mark on another page: nothing of it is kept either."""
    found: list[Kind] = ["classified"]
    return {key: part | {FOUND: found} if key in MESSAGES else part for key, part in framed(raw).items()}


def framed(raw: dict[str, Any]) -> dict[str, Any]:
    """Who and when, and no word of a message."""
    return {
        key: {k: v for k, v in part.items() if k in KEPT_OF_MARKED} if key in MESSAGES else part
        for key, part in raw.items()
    }


def _quoting(part: dict[str, Any]) -> dict[str, Any]:
    part = {key: inner for key, inner in part.items() if key not in DROPPED}
    for key in QUOTED:
        if isinstance(quoted := part.get(key), dict):
            part[key] = {k: v for k, v in quoted.items() if k in FRAME}
    return part


def _message(message: dict[str, Any]) -> dict[str, Any]:
    found: set[Kind] = {"phone"} if "contact" in message else set()
    framed = {key: value for key, value in message.items() if key in FRAME or key in QUOTED}
    rest = {key: value for key, value in message.items() if key not in framed and key != "contact"}
    content: dict[str, Any] = _scrub(rest, found)
    forwarded = any(message.get(key) for key in FORWARDED)
    if not found and not forwarded:
        return message
    if isinstance(origin := content.get("forward_origin"), dict):
        content["forward_origin"] = {key: value for key, value in origin.items() if key in KEPT_OF_ORIGIN} or {
            "type": "unknown"
        }
    if "classified" in found or forwarded:  # what is forwarded is refused, whatever it says
        content = {key: value for key, value in content.items() if key in KEPT_OF_MARKED}
    for key, places in WORDS.items():
        text = content.get(key) or ""
        if places in content:
            content[places] = _at_the_head(content[places])  # the other signs may stand elsewhere now
        if BLACK in text and not says_something(text):
            del content[key]
    return framed | content | ({FOUND: [kind for kind in KINDS if kind in found]} if found else {})


def _at_the_head(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in entities if one.get("offset") == 0 and one.get("type") == "bot_command"]


def _scrub(value: Any, found: set[Kind], *, of_file: bool = False) -> Any:
    """The same value, every forbidden part of a text in it blackened; the kinds are added to `found`."""
    if isinstance(value, str):
        text, kinds = blacken(value, of_file=of_file)
        found.update(kinds)
        return text
    if isinstance(value, dict):
        return {
            key: inner if key in MACHINE else _scrub(inner, found, of_file=key == "file_name")
            for key, inner in value.items()
        }
    return [_scrub(inner, found) for inner in value] if isinstance(value, list) else value
