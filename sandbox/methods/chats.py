from typing import Any

from sandbox.arguments import Arguments, Method, boolean, chat, integer
from sandbox.errors import bad
from sandbox.messages import BOT
from sandbox.world import World

Json = dict[str, Any]
RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_manage_topics"),
)
NO_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_promote_members"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories"),
)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def member_of(world: World, user: Json, status: str) -> Json:
    """The ChatMember object of a user with this status."""
    told: Json = {"user": user, "status": status}
    if status == "creator":
        return told | {"is_anonymous": False}
    if status == "kicked":
        return told | {"until_date": 0}
    if status != "administrator":
        return told
    return told | dict.fromkeys(RIGHTS, True) | dict.fromkeys(NO_RIGHTS, False)


def bot_status(world: World, chat_id: int) -> str:
    row = world.chats.get(chat_id)
    status = "left" if row is None else str(row["bot"])
    return "left" if status == "never" else status


def get_chat(world: World, a: Arguments) -> Json:
    world.chats.must_know(a["chat_id"])
    told = world.chats.describe(a["chat_id"]) | {"accent_color_id": 0, "max_reaction_count": 11}
    told["accepted_gift_types"] = dict.fromkeys(GIFTS, False)
    row = world.chats.get(a["chat_id"])
    if row is not None and row["pinned"] and world.messages.get(a["chat_id"], row["pinned"]):
        told["pinned_message"] = world.messages.show(a["chat_id"], row["pinned"])
    return told


def get_member(world: World, a: Arguments) -> Json:
    world.chats.must_know(a["chat_id"])
    user, chat_id = a["user_id"], a["chat_id"]
    if user == world.bot_id:
        status = "member" if chat_id > 0 else bot_status(world, chat_id)
        return member_of(world, world.bot(), status)
    if world.people.get(user) is None:
        raise bad("PARTICIPANT_ID_INVALID")
    status = "member" if chat_id == user else world.chats.status(chat_id, user)
    return member_of(world, world.people.user(user), status)


def count_members(world: World, a: Arguments) -> int:
    world.chats.must_know(a["chat_id"])
    return 2 if a["chat_id"] > 0 else len(world.chats.members(a["chat_id"])) + 1


def leave(world: World, a: Arguments) -> bool:
    if a["chat_id"] > 0:
        raise bad("chat member status can't be changed in private chats")
    world.chats.must_know(a["chat_id"])
    world.chats.set(a["chat_id"], "bot", "left")
    world.messages.write(a["chat_id"], BOT, world.second(), {"left_chat_member": world.bot()})
    return True


def pin(world: World, a: Arguments) -> bool:
    _must_pin(world, a["chat_id"])
    if world.messages.get(a["chat_id"], a["message_id"]) is None:
        raise bad("message to pin not found")
    world.store.run("insert or ignore into chat (id, kind) values (?, 'private')", (a["chat_id"],))
    world.chats.set(a["chat_id"], "pinned", a["message_id"])
    pinned = world.messages.show(a["chat_id"], a["message_id"])
    world.messages.write(a["chat_id"], BOT, world.second(), {"pinned_message": pinned})
    return True


def unpin(world: World, a: Arguments) -> bool:
    _must_pin(world, a["chat_id"])
    row = world.chats.get(a["chat_id"])
    if row is None or row["pinned"] is None or a.get("message_id", row["pinned"]) != row["pinned"]:
        raise bad("message to unpin not found")
    world.chats.set(a["chat_id"], "pinned", None)
    return True


def _must_pin(world: World, chat_id: int) -> None:
    world.chats.must_speak(chat_id)
    if chat_id < 0 and bot_status(world, chat_id) != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")


_CHAT = {"chat_id": chat}

METHODS = (
    Method("getChat", get_chat, needs=_CHAT, takes={}),
    Method("getChatMember", get_member, needs={**_CHAT, "user_id": integer}, takes={}),
    Method("getChatMemberCount", count_members, needs=_CHAT, takes={}),
    Method("leaveChat", leave, needs=_CHAT, takes={}),
    Method("pinChatMessage", pin, needs={**_CHAT, "message_id": integer}, takes={"disable_notification": boolean}),
    Method("unpinChatMessage", unpin, needs=_CHAT, takes={"message_id": integer}),
)
