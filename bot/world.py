"""The sandbox's Telegram as a play sees it: calls in, updates out, people's hands."""

import json
from typing import Any

from bot.app import draw, make
from bot.player import Player, Seen
from bot.rehearse import seen
from bot.traffic import Fetch, Send
from sandbox.telegram import Telegram

METHODS = {
    "send_message": "sendMessage",
    "send_photo": "sendPhoto",
    "send_document": "sendDocument",
    "edit_message_text": "editMessageText",
    "edit_message_caption": "editMessageCaption",
    "edit_message_media": "editMessageMedia",
    "set_my_commands": "setMyCommands",
    "leave_chat": "leaveChat",
}


class World:
    """Spoken to without HTTP, so that weeks are played in seconds; everything else is as strict as over the wire."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.player: Player | None = None
        self._offset = 0

    def send(self, send: Send) -> int | None:
        method, params, files = api(send.call)
        result = self.telegram.call(method, params, files)
        message_id = result.get("message_id") if isinstance(result, dict) else None
        if self.player and message_id:
            self.player.see(seen(send.chat_id, message_id, send.call))
        return message_id

    def fetch(self, fetch: Fetch) -> bytes:
        found = self.telegram.call("getFile", {"file_id": fetch.file_id})
        content = self.telegram.download(found["file_path"])
        assert content is not None
        return content

    def updates(self) -> list[dict[str, Any]]:
        raws = self.telegram.updates(self._offset)
        if raws:
            self._offset = raws[-1]["update_id"] + 1
            self.telegram.updates(self._offset)  # told that these are kept: the desk keeps them at once
        return raws

    def press(self, seen: Seen, data: str) -> None:
        self.telegram.presses(seen.chat, seen.chat, seen.message_id, data)

    def say(self, seen: Seen, text: str) -> None:
        self.telegram.says(seen.chat, seen.chat, text, reply_to=seen.message_id)

    def attach(self, seen: Seen, name: str, content: bytes) -> None:
        self.telegram.sends_file(seen.chat, seen.chat, name, content, reply_to=seen.message_id)


def api(call: dict[str, Any]) -> tuple[str, dict[str, Any], dict[str, tuple[str, bytes]]]:
    """The method, parameters and files of the Bot API for a call of the desk."""
    params = {key: value for key, value in call.items() if key not in ("method", "keyboard", "photo", "document")}
    files: dict[str, tuple[str, bytes]] = {}
    if call["method"] == "set_my_commands":
        commands = [{"command": name, "description": text} for name, text in call["commands"]]
        return METHODS[call["method"]], {"commands": commands, "scope": {"type": "chat", "chat_id": call["scope"]}}, {}
    if keyboard := call.get("keyboard"):
        rows = [[{"text": label, "callback_data": data} for label, data in row] for row in keyboard]
        params["reply_markup"] = json.dumps({"inline_keyboard": rows})
    if file := call.get("document"):
        files["document"] = (file["name"], make(file))
        params["document"] = "attach://document"
    if facts := call.get("photo"):
        files["photo"] = ("board.png", draw(facts))
        if call["method"] == "edit_message_media":
            media = {"type": "photo", "media": "attach://photo", "caption": params.pop("caption")}
            params["media"] = json.dumps(media)
        else:
            params["photo"] = "attach://photo"
    return METHODS[call["method"]], params, files
