"""Every method of the Bot API that this Telegram knows, by name."""

from sandbox.arguments import Method
from sandbox.methods import callbacks, chats, commands, editing, files, polling, profile, sending

METHODS: dict[str, Method] = {
    method.name: method
    for room in (polling, sending, editing, callbacks, files, chats, commands, profile)
    for method in room.METHODS
}
