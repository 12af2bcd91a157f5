"""How the bot copes with misfortunes: every message that it tried to send, and how often it did and did arrive."""

import json
from collections.abc import Iterable
from typing import Any

from sandbox.telegram import Telegram

Json = dict[str, Any]
LOOKED_AT = 400  # calls
SHOWN = 12
TALKING = ("send", "edit")
SAME = ("chat_id", "message_id", "text", "caption", "reply_markup", "photo", "document", "media")


def coping(telegram: Telegram) -> Json:
    """`waiting`: misfortunes to come; `deliveries`, the latest first: which chat, what, each try, how often it arrived.

    A try that met a fault may have arrived all the same. `twice` counts messages that arrived more than once."""
    deliveries = followed(telegram.world.history.latest(LOOKED_AT))
    return {
        "waiting": telegram.faults.waiting(),
        "deliveries": [one | {"to": _name(telegram, one["chat"])} for one in reversed(deliveries[-SHOWN:])],
        "troubled": sum(1 for one in deliveries if any(not fine(one) for one in one["tries"])),
        "twice": sum(1 for one in deliveries if one["arrived"] > 1),
    }


def fine(one: Json) -> bool:
    return bool(one["ok"]) and one["fault"] is None


def followed(calls: Iterable[Json]) -> list[Json]:
    """Calls of the same words to the same place, as long as the one before did not go well, are tries of one message.
    An edit that is repeated changes nothing: it arrives once."""
    found: list[Json] = []
    open_: dict[str, Json] = {}
    for call in calls:
        if not call["method"].startswith(TALKING):
            continue
        params = call["params"]
        key = json.dumps([call["method"], *(params.get(name) for name in SAME)], ensure_ascii=False)
        delivery = open_.pop(key, None)
        if delivery is None:
            words = str(params.get("text") or params.get("caption") or call["method"])
            delivery = {"chat": int(params.get("chat_id") or 0), "text": words, "tries": [], "arrived": 0}
            delivery |= {"edit": call["method"].startswith("edit")}
            found.append(delivery)
        one = {"at": call["at"], "fault": call["fault"], "ok": call["ok"], "refused": _refusal(call)}
        delivery["tries"].append(one)
        delivery["arrived"] = min(delivery["arrived"] + call["ok"], 1 if delivery["edit"] else 99)
        if not fine(one):
            open_[key] = delivery
    return found


def _refusal(call: Json) -> str | None:
    """Telegram's own no, where no misfortune was asked for: its pace, a person who blocked the bot."""
    return None if call["ok"] or call["fault"] else str(call["outcome"].get("description", ""))


def _name(telegram: Telegram, chat: int) -> str:
    if chat > 0:
        return str(telegram.world.people.user(chat)["first_name"])
    row = telegram.world.chats.get(chat)
    return str(row["title"]) if row else ""
