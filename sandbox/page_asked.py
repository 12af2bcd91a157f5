"""What a request of the page asks for, and how it is refused."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.errors import Refused

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refusable(handler: Handler) -> Handler:
    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as error:
            return web.json_response({"error": str(error)}, status=400)

    return answer


async def asked_for(request: web.Request) -> Json:
    """JSON by its type: a form of another page can't send that unasked."""
    if request.content_type != "application/json":
        raise Refused("JSON is expected")
    try:
        asked = await request.json()
    except json.JSONDecodeError:
        raise Refused("JSON is expected") from None
    if not isinstance(asked, dict):
        raise Refused("JSON is expected")
    return asked


def number(asked: Any, name: str, otherwise: int | None = None) -> int:
    value = asked.get(name, otherwise)
    try:
        return int(value)
    except (TypeError, ValueError):
        raise Refused(f"{name} is a number") from None


def place(asked: Json) -> tuple[int, int, int]:
    return number(asked, "person"), number(asked, "chat"), number(asked, "message_id")
