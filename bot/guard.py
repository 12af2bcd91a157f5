"""The privacy guard: what must not be kept is taken out of an update before it is stored."""

import re
import unicodedata
from typing import Any

# eighteen digits of a resident identity number, the last one a check digit
IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXxＸｘ](?!\d)")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
TEXTS = ("text", "caption")
BLACK = "■■■■"
FOUND = "duban_found"  # the key that a blacked-out message carries instead


def black_out(raw: dict[str, Any]) -> dict[str, Any]:
    """The update as it may be stored: a message with a forbidden text keeps its frame and loses its content.

    What an update only quotes (the message replied to, the one under a button) loses the forbidden part.
    """
    for kind in ("message", "edited_message"):
        message = raw.get(kind)
        if message and (found := _found(message)):
            kept = {k: v for k, v in message.items() if k in ("message_id", "from", "chat", "date", "edit_date")}
            raw = raw | {kind: kept | {FOUND: found}}
    scrubbed: dict[str, Any] = _scrub(raw)
    return scrubbed


def _found(message: dict[str, Any]) -> str | None:
    texts = [message.get(key) or "" for key in TEXTS]
    texts.append((message.get("document") or {}).get("file_name") or "")
    return "identity" if any(_scrub(text) != text for text in texts) else None


def _scrub(value: Any) -> Any:
    """The same value, every forbidden part of a text in it blackened."""
    if isinstance(value, str):
        return IDENTITY.sub(lambda match: BLACK if _checks(match.group()) else match.group(), value)
    if isinstance(value, dict):
        return {key: _scrub(inner) for key, inner in value.items()}
    return [_scrub(inner) for inner in value] if isinstance(value, list) else value


def _checks(number: str) -> bool:
    number = unicodedata.normalize("NFKC", number)  # full-width figures are figures
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()
