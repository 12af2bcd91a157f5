from typing import Any

from sandbox.arguments import Arguments, Method, array, boolean, chat, integer, mapping
from sandbox.errors import bad
from sandbox.limits import ALBUM
from sandbox.messages import BOT
from sandbox.methods.sending import media_of, reply_of
from sandbox.world import World

Json = dict[str, Any]


def send_album(world: World, a: Arguments) -> list[Json]:
    """Several photos, or several documents, that belong together; each is a message."""
    chat_id, items = a["chat_id"], a["media"]
    world.chats.must_speak(chat_id)
    if len(items) < ALBUM[0]:
        raise bad(f"media group must include {ALBUM[0]}-{ALBUM[1]} items")
    if len(items) > ALBUM[1]:
        raise bad("too many messages to send as an album")
    bodies = [media_of(world, a, item) for item in items]
    if len({"document" in body for body in bodies}) > 1:
        raise bad("document can't be mixed with other media types")
    reply = reply_of(world, a)
    world.pace.take(chat_id, len(bodies))
    together = {"media_group_id": world.next_album()}
    numbers = [world.messages.write(chat_id, BOT, world.second(), body | together | reply) for body in bodies]
    return [world.messages.show(chat_id, number) for number in numbers]


METHODS = (
    Method(
        "sendMediaGroup",
        send_album,
        needs={"chat_id": chat, "media": array},
        takes={
            **{"disable_notification": boolean, "protect_content": boolean, "reply_parameters": mapping},
            **{"reply_to_message_id": integer, "allow_sending_without_reply": boolean},
        },
    ),
)
