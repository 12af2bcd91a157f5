import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import Conflict

from sandbox import courier
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT

ME = CONTACT.id
SECRET = "canary-of-the-hook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Hook:
    """What came to the bot's door; `answers` are the codes that it gives, the last one for ever."""

    def __init__(self) -> None:
        self.address = ""
        self.came: list[tuple[Any, str | None]] = []
        self.answers = [200]
        self.fresh = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.came.append((await request.json(), request.headers.get(HEADER)))
        self.fresh.set()
        return web.Response(status=self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.came) < count:
                self.fresh.clear()
                await self.fresh.wait()


@pytest.fixture
async def hook(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hook]:
    monkeypatch.setattr(courier, "AGAIN_AFTER", 0.01)
    made = Hook()
    application = web.Application()
    application.router.add_post("/hook", made.take)
    runner = web.AppRunner(application, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def settled(telegram: Telegram) -> None:
    """Until nothing waits to be brought."""
    async with asyncio.timeout(5):
        while telegram.has_updates():
            await asyncio.sleep(0.005)


async def test_what_waits_and_what_comes_is_brought_in_order_with_the_secret(
    bot: Bot, telegram: Telegram, hook: Hook
) -> None:
    telegram.says(ME, ME, "甲")
    assert await bot.set_webhook(hook.address, secret_token=SECRET)
    telegram.says(ME, ME, "乙")
    await hook.until(2)
    assert [(update["message"]["text"], secret) for update, secret in hook.came] == [("甲", SECRET), ("乙", SECRET)]
    await settled(telegram)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.last_error_message) == (hook.address, 0, None)


async def test_what_is_not_taken_is_brought_again_and_holds_up_the_rest(
    bot: Bot, telegram: Telegram, hook: Hook
) -> None:
    hook.answers = [500, 302, 200]
    await bot.set_webhook(hook.address)
    telegram.says(ME, ME, "甲")
    telegram.says(ME, ME, "乙")
    await hook.until(4)
    assert [update["message"]["text"] for update, _ in hook.came] == ["甲", "甲", "甲", "乙"]
    assert len({update["update_id"] for update, _ in hook.came}) == 2
    told = (await bot.get_webhook_info()).last_error_message
    assert told is not None
    assert told.startswith("Wrong response from the webhook: 302")


async def test_a_door_that_nobody_opens_is_told_of(bot: Bot, telegram: Telegram) -> None:
    telegram.says(ME, ME, "甲")
    await bot.set_webhook("http://127.0.0.1:9/hook")
    async with asyncio.timeout(5):
        while (await bot.get_webhook_info()).last_error_message != "Connection refused":
            await asyncio.sleep(0.01)
    assert telegram.has_updates()


async def test_nobody_polls_where_a_webhook_is_set(bot: Bot, telegram: Telegram, hook: Hook) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    await bot.set_webhook(hook.address)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await asyncio.wait_for(waiting, 2)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook()
    telegram.says(ME, ME, "甲")
    assert len(await bot.get_updates()) == 1
    assert hook.came == []


async def test_a_new_webhook_can_begin_with_nothing_and_with_fewer_kinds(
    bot: Bot, telegram: Telegram, hook: Hook
) -> None:
    telegram.says(ME, ME, "甲")
    await bot.set_webhook(hook.address, allowed_updates=["edited_message"], drop_pending_updates=True)
    said = telegram.says(ME, ME, "乙")
    telegram.edits(ME, ME, said["message_id"], "丙")
    await hook.until(1)
    assert [update["edited_message"]["text"] for update, _ in hook.came] == ["丙"]
