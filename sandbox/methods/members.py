from typing import Any

from sandbox.arguments import Arguments, Method, boolean, chat, integer
from sandbox.errors import bad
from sandbox.world import World

Json = dict[str, Any]
PRESENT = ("member", "administrator")
RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_manage_topics"),
)
NO_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_promote_members"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories"),
)


def member_of(user: Json, status: str) -> Json:
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


def tell_of_bot(world: World, by: Json, chat_id: int, was: str, is_now: str) -> None:
    """The bot's own standing changed: it is always told."""
    world.updates.queue("my_chat_member", world.second(), _change(world, by, chat_id, world.bot(), was, is_now))


def tell_of_member(world: World, by: Json, chat_id: int, person: int, was: str, is_now: str) -> None:
    """Somebody else's: an administrator alone is told, and only if it asked for it by name."""
    if bot_status(world, chat_id) == "administrator" and was != is_now:
        body = _change(world, by, chat_id, world.people.user(person), was, is_now)
        world.updates.queue("chat_member", world.second(), body)


def _change(world: World, by: Json, chat_id: int, user: Json, was: str, is_now: str) -> Json:
    return {
        "chat": world.chats.describe(chat_id),
        "from": by,
        "date": world.second(),
        "old_chat_member": member_of(user, was),
        "new_chat_member": member_of(user, is_now),
    }


def get_member(world: World, a: Arguments) -> Json:
    user, chat_id = a["user_id"], a["chat_id"]
    if user == world.bot_id:
        world.chats.must_read(chat_id)
        return member_of(world.bot(), "member" if chat_id > 0 else bot_status(world, chat_id))
    world.chats.must_know(chat_id)
    if world.people.get(user) is None:
        raise bad("PARTICIPANT_ID_INVALID")
    status = "member" if chat_id == user else world.chats.status(chat_id, user)
    return member_of(world.people.user(user), status)


def get_administrators(world: World, a: Arguments) -> list[Json]:
    """The bot is among them if it is one; there are no other bots here."""
    chat_id = a["chat_id"]
    world.chats.must_know(chat_id)
    if chat_id > 0:
        raise bad("there are no administrators in the private chat")
    found = [
        member_of(world.people.user(person), status)
        for person, status in world.chats.members(chat_id)
        if status in ("creator", "administrator")
    ]
    own = bot_status(world, chat_id)
    return found + ([member_of(world.bot(), own)] if own == "administrator" else [])


def count_members(world: World, a: Arguments) -> int:
    world.chats.must_know(a["chat_id"])
    return 2 if a["chat_id"] > 0 else len(world.chats.members(a["chat_id"])) + 1


_CHAT = {"chat_id": chat}

METHODS = (
    Method("getChatMember", get_member, needs={**_CHAT, "user_id": integer}, takes={}),
    Method("getChatAdministrators", get_administrators, needs=_CHAT, takes={"return_bots": boolean}),
    Method("getChatMemberCount", count_members, needs=_CHAT, takes={}),
)
