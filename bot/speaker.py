"""The library's bot, with a short way for what most messages are: words and buttons."""

from typing import Any

from telegram import Bot, MessageId


class Speaker(Bot):
    async def say(self, method: str, parameters: dict[str, Any]) -> MessageId | bool:
        """`method` by Telegram's name, its parameters as plain data. Errors are the library's; of the answer the
        message's number is read, where the library's own methods make an object of all that Telegram says of it."""
        sent = await self._post(method, parameters)
        return sent if sent is True else MessageId(sent["message_id"])
