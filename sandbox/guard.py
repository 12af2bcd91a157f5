import ipaddress
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Any page open in the same browser could talk to this port: let none but ours.

    A name other than localhost in Host is a rebound one; a browser tells the origin of what is not a plain visit.
    """
    origin = request.headers.get("Origin")
    if not _is_local(request.headers.get("Host", "")):
        raise web.HTTPForbidden(text="open this page as localhost or by its number")
    if origin is not None and urlsplit(origin).netloc != request.headers["Host"]:
        raise web.HTTPForbidden(text="this request comes from another page")
    visit = request.method == "GET" and request.path == "/"
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and not visit:
        raise web.HTTPForbidden(text="this request comes from another page")
    return await handler(request)


def _is_local(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return True
