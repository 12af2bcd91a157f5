import asyncio
from collections.abc import Callable

import aiohttp

from sandbox.bell import Bell
from sandbox.telegram import Telegram

ANSWER_WITHIN = 60
AGAIN_AFTER = 1  # real seconds; Telegram waits longer and longer
REST = 60


class Courier:
    """Brings updates to the bot's webhook, one after the other; what is not taken is brought again."""

    def __init__(self, telegram: Callable[[], Telegram], bell: Bell) -> None:
        self._telegram = telegram
        self._bell = bell
        self._walk: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._walk = asyncio.create_task(self._run(), name="courier")

    async def stop(self) -> None:
        if self._walk is not None:
            self._walk.cancel()
            await asyncio.wait([self._walk])

    async def _run(self) -> None:
        limits = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
        async with aiohttp.ClientSession(timeout=limits, trust_env=False) as session:
            while not self._bell.stopped:
                done = await self._bring(session)
                if done is None:
                    await self._bell.wait(REST)
                elif not done:
                    await asyncio.sleep(AGAIN_AFTER)

    async def _bring(self, session: aiohttp.ClientSession) -> bool | None:
        """None where there is nothing to bring, False where it was not taken."""
        telegram = self._telegram()
        found = telegram.to_bring()
        if found is None:
            return None
        hook, update = found
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            async with session.post(hook["url"], json=update, headers=headers, allow_redirects=False) as answer:
                taken = 200 <= answer.status < 300
                trouble = None if taken else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            trouble = "Connection timed out" if isinstance(error, TimeoutError) else "Connection refused"
        if telegram is self._telegram():
            telegram.brought(update["update_id"], trouble)
        return trouble is None
