from typing import Any

from sandbox.arguments import Arguments, Method, boolean, chat, integer
from sandbox.errors import bad
from sandbox.messages import BOT
from sandbox.methods.members import bot_status
from sandbox.world import World

Json = dict[str, Any]


def pin(world: World, a: Arguments) -> bool:
    chat_id, number = a["chat_id"], a["message_id"]
    _must_pin(world, chat_id)
    if world.messages.get(chat_id, number) is None:
        raise bad("message to pin not found")
    if world.messages.pins.has(chat_id, number):
        raise bad("CHAT_NOT_MODIFIED")
    note = pin_down(world, chat_id, number, BOT)
    # Of what a bot does itself this is one of the few things that it is told.
    world.updates.queue("message", world.second(), world.messages.show(chat_id, note))
    return True


def pin_down(world: World, chat_id: int, number: int, by: int) -> int:
    """The number of the service message that says so."""
    pinned = world.messages.show(chat_id, number)
    pinned.pop("reply_to_message", None)
    world.messages.pins.add(chat_id, number)
    world.messages.touch(chat_id, number)
    return world.messages.write(chat_id, by, world.second(), {"pinned_message": pinned})


def unpin(world: World, a: Arguments) -> bool:
    chat_id = a["chat_id"]
    _must_pin(world, chat_id)
    number = a.get("message_id", world.messages.pins.newest(chat_id))
    if number is None or world.messages.get(chat_id, number) is None:
        raise bad("message to unpin not found")
    if not unpin_one(world, chat_id, number):
        raise bad("CHAT_NOT_MODIFIED")
    return True


def unpin_one(world: World, chat_id: int, number: int) -> bool:
    """False where it was not pinned."""
    was = world.messages.pins.remove(chat_id, number)
    world.messages.touch(chat_id, number)
    return was


def unpin_all(world: World, a: Arguments) -> bool:
    _must_pin(world, a["chat_id"])
    for number in world.messages.pins.all(a["chat_id"]):
        unpin_one(world, a["chat_id"], number)
    return True


def _must_pin(world: World, chat_id: int) -> None:
    world.chats.must_speak(chat_id)
    if chat_id < 0 and bot_status(world, chat_id) != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")


_CHAT = {"chat_id": chat}

METHODS = (
    Method("pinChatMessage", pin, needs={**_CHAT, "message_id": integer}, takes={"disable_notification": boolean}),
    Method("unpinChatMessage", unpin, needs=_CHAT, takes={"message_id": integer}),
    Method("unpinAllChatMessages", unpin_all, needs=_CHAT, takes={}),
)
