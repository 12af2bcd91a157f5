"""A claimed row's call, as plain data, becomes one of the bot's: pictures are drawn, files read."""

import asyncio
from collections.abc import Callable
from typing import Any

from telegram import BotCommand, BotCommandScopeChat, InputMediaPhoto

Maker = Callable[[dict[str, Any]], bytes]
# words go the short way, by Telegram's own names
WORDS = {
    "send_message": "sendMessage",
    "edit_message_text": "editMessageText",
    "edit_message_caption": "editMessageCaption",
}


async def ready(call: dict[str, Any], draw: Maker, make: Maker) -> tuple[str, dict[str, Any]]:
    """The name of the bot's method, and what it takes."""
    arguments = dict(call)
    method = arguments.pop("method")
    if method == "set_my_commands":
        commands = [BotCommand(name, description) for name, description in arguments["commands"]]
        return method, {"commands": commands, "scope": BotCommandScopeChat(arguments["scope"])}
    if keyboard := arguments.pop("keyboard", None):
        rows = [[{"text": label, "callback_data": data} for label, data in row] for row in keyboard]
        arguments["reply_markup"] = {"inline_keyboard": rows}
    if method in WORDS:
        return "say", {"method": WORDS[method], "parameters": arguments}
    if facts := arguments.pop("photo", None):
        picture = await asyncio.to_thread(draw, facts)
        if method == "edit_message_media":
            arguments["media"] = InputMediaPhoto(picture, caption=arguments.pop("caption"))
        else:
            arguments["photo"] = picture
    if file := arguments.pop("document", None):
        arguments |= {"document": await asyncio.to_thread(make, file), "filename": file["name"]}
    return method, arguments
