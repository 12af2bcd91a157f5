"""Every method of the Bot API that this Telegram knows, by name."""

from sandbox.arguments import Method
from sandbox.methods import (
    albums,
    callbacks,
    chats,
    commands,
    editing,
    files,
    members,
    pins,
    polling,
    profile,
    reactions,
    sending,
)

ROOMS = (
    *(polling, sending, albums, editing, reactions, pins, callbacks, files),
    *(chats, members, commands, profile),
)

METHODS: dict[str, Method] = {method.name: method for room in ROOMS for method in room.METHODS}
