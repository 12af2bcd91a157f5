from typing import Any

from sandbox.errors import bad
from sandbox.limits import BUTTONS, BUTTONS_A_ROW, CALLBACK_DATA_BYTES

Json = dict[str, Any]
ACTIONS = {"callback_data", "url", "copy_text"}
LOOKS = {"text", "style", "icon_custom_emoji_id"}
STYLES = ("primary", "success", "danger")


def read_markup(markup: Json | None) -> tuple[Json | None, bool]:
    """The inline keyboard to keep (None for none), and whether a forced reply is asked for."""
    if markup is None:
        return None, False
    if "force_reply" in markup:
        _only(markup, {"force_reply", "input_field_placeholder", "selective"}, "force reply")
        return None, bool(markup["force_reply"])
    if "remove_keyboard" in markup:
        _only(markup, {"remove_keyboard", "selective"}, "reply keyboard remove")
        return None, False
    if "inline_keyboard" not in markup:
        raise bad(
            "can't parse reply keyboard markup JSON object: the sandbox knows inline keyboards and forced replies"
        )
    _only(markup, {"inline_keyboard"}, "inline keyboard")
    rows = [[_button(button) for button in _list(row)] for row in _list(markup["inline_keyboard"])]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > BUTTONS or any(len(row) > BUTTONS_A_ROW for row in rows):
        raise bad("reply markup is too long")
    return ({"inline_keyboard": rows} if rows else None), False


def holds(markup: Json | None, data: str) -> bool:
    """Whether one of the buttons carries this callback data."""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an Object")
    _only(button, ACTIONS | LOOKS, "inline keyboard button")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad('can\'t parse inline keyboard button: field "text" must be a non-empty String')
    if len(ACTIONS & button.keys()) != 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    if button.get("style", "primary") not in STYLES:
        raise bad("can't parse inline keyboard button: unknown style")
    _action(button)
    return button


def _action(button: Json) -> None:
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not str(button["url"]).startswith(("https://", "http://", "tg://")):
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    elif not isinstance(button["copy_text"], dict) or not 1 <= len(str(button["copy_text"].get("text", ""))) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _only(given: Json, known: set[str], what: str) -> None:
    if unknown := given.keys() - known:
        raise bad(f'can\'t parse {what}: unknown field "{min(unknown)}"')


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise bad("can't parse inline keyboard: expected an Array of Arrays")
    return value
