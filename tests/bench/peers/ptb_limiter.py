"""Reminders through python-telegram-bot with its own AIORateLimiter, all of them begun at once.

`.venv-peers/bin/python -m tests.bench.peers.ptb_limiter ADDRESS NUMBER CHATS`
"""

import asyncio
import json
import sys

from telegram.ext import AIORateLimiter, ApplicationBuilder


async def main(address: str, number: int, chats: list[int]) -> None:
    limiter = AIORateLimiter(max_retries=5)
    application = ApplicationBuilder().token("1:bench").base_url(f"{address}/bot").rate_limiter(limiter).build()
    async with application:
        print("ready", flush=True)
        bot = application.bot
        text = "督办提醒：“三个规定”月报告，请于 3月4日 前报送。"
        await asyncio.gather(*(bot.send_message(chats[n % len(chats)], text) for n in range(number)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])))
