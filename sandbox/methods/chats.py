from typing import Any

from sandbox.arguments import Arguments, Method, chat
from sandbox.errors import bad
from sandbox.messages import BOT
from sandbox.methods.members import bot_status, tell_of_bot
from sandbox.world import World

Json = dict[str, Any]
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(world: World, a: Arguments) -> Json:
    world.chats.must_read(a["chat_id"])
    told = world.chats.describe(a["chat_id"]) | {"accent_color_id": 0, "max_reaction_count": 11}
    told["accepted_gift_types"] = dict.fromkeys(GIFTS, False)
    pinned = world.messages.pinned(a["chat_id"])
    return told | ({"pinned_message": pinned} if pinned else {})


def leave(world: World, a: Arguments) -> bool:
    chat_id = a["chat_id"]
    if chat_id > 0:
        raise bad("chat member status can't be changed in private chats")
    world.chats.must_know(chat_id)
    was = bot_status(world, chat_id)
    world.chats.set(chat_id, "bot", "left")
    tell_of_bot(world, world.bot(), chat_id, was, "left")
    if not world.chats.is_channel(chat_id):
        number = world.messages.write(chat_id, BOT, world.second(), {"left_chat_member": world.bot()})
        world.updates.queue("message", world.second(), world.messages.show(chat_id, number))
    return True


METHODS = (
    Method("getChat", get_chat, needs={"chat_id": chat}, takes={}),
    Method("leaveChat", leave, needs={"chat_id": chat}, takes={}),
)
