"""How the bot copes with misfortunes: every message that it tried to send, and how often it did and did arrive."""

from collections.abc import Iterable
from typing import Any

from sandbox.telegram import Telegram

Json = dict[str, Any]
LOOKED_AT = 400  # calls
SHOWN = 12
TALKING = ("send", "edit")
SAME = ("chat_id", "message_id", "reply_markup", "photo", "document", "media")
MANY = 99


def coping(telegram: Telegram) -> Json:
    """`waiting`: misfortunes to come; `deliveries`, the latest first: which chat, what, each try, how often it arrived.

    A try that met a fault may have arrived all the same. `twice` counts messages that arrived more than once without a
    mark that says so."""
    deliveries = followed(telegram.world.history.latest(LOOKED_AT))
    return {
        "waiting": telegram.faults.waiting(),
        "deliveries": [one | {"to": _name(telegram, one["chat"])} for one in reversed(deliveries[-SHOWN:])],
        "troubled": sum(1 for one in deliveries if any(not fine(one) for one in one["tries"])),
        "twice": sum(1 for one in deliveries if one["arrived"] > 1 and not one["marked"]),
    }


def fine(one: Json) -> bool:
    return bool(one["ok"]) and one["fault"] is None


def followed(calls: Iterable[Json]) -> list[Json]:
    """Calls of the same words to the same place, as long as the one before did not go well, are tries of one message;
    so is one with a mark before the words. An edit that is repeated changes nothing: it arrives once."""
    found: list[Json] = []
    open_: list[Json] = []
    for call in calls:
        if not call["method"].startswith(TALKING):
            continue
        delivery = next((one for one in reversed(open_) if _is_again(one, call)), None)
        if delivery is None:
            found.append(delivery := _begun(call))
        else:
            open_.remove(delivery)
            delivery["marked"] |= _words(call) != delivery["text"]
        one = {"at": call["at"], "fault": call["fault"], "ok": call["ok"], "refused": _refusal(call)}
        delivery["tries"].append(one)
        delivery["arrived"] = min(delivery["arrived"] + call["ok"], 1 if delivery["edit"] else MANY)
        if not fine(one):
            open_.append(delivery)
    return [{key: value for key, value in one.items() if key != "same"} for one in found]


def _begun(call: Json) -> Json:
    told = {"chat": int(call["params"].get("chat_id") or 0), "text": _words(call), "edit": call["method"][:4] == "edit"}
    return told | {"tries": [], "arrived": 0, "marked": False, "same": _sameness(call)}


def _is_again(delivery: Json, call: Json) -> bool:
    return bool(delivery["same"] == _sameness(call) and _words(call).endswith(delivery["text"]))


def _words(call: Json) -> str:
    return str(call["params"].get("text") or call["params"].get("caption") or call["method"])


def _sameness(call: Json) -> list[Any]:
    return [call["method"], *(str(call["params"].get(name)) for name in SAME)]


def _refusal(call: Json) -> str | None:
    """Telegram's own no, where no misfortune was asked for: its pace, a person who blocked the bot."""
    return None if call["ok"] or call["fault"] else str(call["outcome"].get("description", ""))


def _name(telegram: Telegram, chat: int) -> str:
    if chat > 0:
        return str(telegram.world.people.user(chat)["first_name"])
    row = telegram.world.chats.get(chat)
    return str(row["title"]) if row else ""
