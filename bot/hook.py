"""Updates in by webhook: Telegram brings each one to an address of ours, and brings it again until it is kept."""

import hmac
import json
import logging
from typing import Any

from aiohttp import web

from bot.gate import Gate
from bot.intake import Keep
from bot.listening import listen

log = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1 << 20  # bytes of one update
AGAIN_SECONDS = 5  # after which Telegram may bring what could not be kept
MOST = 1 << 63


class Hook:
    """`keep` returns once they are committed; whether this process leads or stands by is nothing to it."""

    def __init__(self, gate: Gate, keep: Keep) -> None:
        self._gate, self._keep = gate, keep
        self._secret = gate.secret.encode()
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Deaf where nobody can listen there."""
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(self._gate.path, self._take)
        self._runner = await listen(application, self._gate.host, self._gate.port, "webhook.port")

    async def close(self) -> None:
        """What is being kept is kept; what comes after that Telegram brings again."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _take(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(errors="replace"), self._secret):
            return web.Response(status=403)
        raw = _update(await request.read())  # 413 where it is larger than that
        if raw is None:
            log.error("the webhook was brought something that is no update")
            return web.Response(status=400)
        try:
            await self._keep([raw])
        except Exception as error:  # noqa: BLE001 - whatever it was: what is not kept is brought again
            log.error("an update could not be kept, and is brought again: %s", type(error).__name__)
            return web.Response(status=503, headers={"Retry-After": str(AGAIN_SECONDS)})
        return web.Response()


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = found.get("update_id") if isinstance(found, dict) else None
    return found if type(number) is int and 0 <= number < MOST else None
