"""Reminders through python-telegram-bot with its own AIORateLimiter, all of them begun at once.

`.venv-peers/bin/python -m tests.bench.peers.ptb_limiter ADDRESS NUMBER CHATS`
"""

import asyncio
import json
import sys

from telegram import Bot
from telegram.error import RetryAfter, TimedOut
from telegram.ext import AIORateLimiter, ApplicationBuilder


async def say(bot: Bot, chat: int) -> None:
    """Again where the limiter has given up, or the line: most bots do that, or lose it."""
    while True:
        try:
            await bot.send_message(chat, "督办提醒：“三个规定”月报告，请于 3月4日 前报送。")
            return
        except (RetryAfter, TimedOut):
            await asyncio.sleep(1)


async def main(address: str, number: int, chats: list[int]) -> None:
    limiter = AIORateLimiter(max_retries=5)
    application = ApplicationBuilder().token("1:bench").base_url(f"{address}/bot").rate_limiter(limiter).build()
    async with application:
        print("ready", flush=True)
        await asyncio.gather(*(say(application.bot, chats[n % len(chats)]) for n in range(number)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])))
