from typing import Any

from sandbox.arguments import Arguments, Method, array, boolean, chat, integer
from sandbox.errors import bad
from sandbox.messages import BOT
from sandbox.methods.editing import UNCHANGED
from sandbox.reactions import EMOJI, plain
from sandbox.world import World

A_BOT_S = 1  # of one that pays for nothing, on one message


def react(world: World, a: Arguments) -> bool:
    chat_id, number = a["chat_id"], a["message_id"]
    world.chats.must_speak(chat_id)
    if world.messages.get(chat_id, number) is None:
        raise bad("message to react not found")
    wanted = [_emoji(given) for given in a.get("reaction", [])]
    if len(wanted) > A_BOT_S:
        raise bad("REACTIONS_TOO_MANY")
    emoji = wanted[0] if wanted else None
    if world.messages.reactions.of(chat_id, number, BOT) == emoji:
        raise bad(UNCHANGED)
    world.messages.reactions.set(chat_id, number, BOT, emoji)
    world.messages.touch(chat_id, number)
    return True


def _emoji(given: Any) -> str:
    if not isinstance(given, dict):
        raise bad("can't parse ReactionType: expected an Object")
    if given.get("type") != "emoji":
        raise bad("can't parse ReactionType: invalid reaction type specified")
    emoji = plain(str(given.get("emoji", "")))
    if emoji not in EMOJI:
        raise bad("REACTION_INVALID")
    return emoji


METHODS = (
    Method(
        "setMessageReaction",
        react,
        needs={"chat_id": chat, "message_id": integer},
        takes={"reaction": array, "is_big": boolean},
    ),
)
