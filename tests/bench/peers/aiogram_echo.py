"""aiogram's echo bot: nothing is kept. `.venv-peers/bin/python -m tests.bench.peers.aiogram_echo ADDRESS`."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(address: str) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    print("ready", flush=True)
    await dispatcher.start_polling(Bot("1:bench", session=session))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
