from sqlite3 import Row
from typing import Any

from sandbox.world import World

Json = dict[str, Any]
# What goes along; buttons, the message answered and the album stay behind.
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document")


def origin_of(world: World, row: Row, body: Json, *, hidden: bool) -> Json:
    """Where a message was written first: the MessageOrigin object."""
    date = {"date": row["date"]}
    if world.chats.is_channel(row["chat"]):
        return {"type": "channel", "chat": world.chats.describe(row["chat"]), "message_id": row["id"]} | date
    if "_as" in body:
        return {"type": "chat", "sender_chat": world.chats.describe(body["_as"])} | date
    writer = world.user(row["sender"])
    if hidden:
        return {"type": "hidden_user", "sender_user_name": writer["first_name"]} | date
    return {"type": "user", "sender_user": writer} | date


def forwarded(origin: Json) -> Json:
    """The fields of a forwarded message, those from before there was an origin included."""
    told: Json = {"forward_origin": origin, "forward_date": origin["date"]}
    match origin["type"]:
        case "user":
            told["forward_from"] = origin["sender_user"]
        case "hidden_user":
            told["forward_sender_name"] = origin["sender_user_name"]
        case "chat":
            told["forward_from_chat"] = origin["sender_chat"]
        case _:
            told |= {"forward_from_chat": origin["chat"], "forward_from_message_id": origin["message_id"]}
    return told
