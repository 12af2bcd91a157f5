"""To listen on a port, and to say which setting it is where that cannot be had."""

from typing import TYPE_CHECKING

from bot.causes import of_system
from bot.tongue import t

if TYPE_CHECKING:
    from aiohttp import web


class Deaf(Exception):
    """One line for the terminal, naming the key of the settings."""


async def listen(application: "web.Application", host: str, port: int, key: str) -> "web.AppRunner":
    """Answers until it is cleaned up. Deaf where the address is taken, or not this machine's."""
    from aiohttp import web  # 1 MB that a bot which listens nowhere can do without

    runner = web.AppRunner(application, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        address = f"{host}:{port}"
        said = t("{key}: {address} cannot be listened on ({reason})", key=key, address=address, reason=of_system(error))
        raise Deaf(said) from error
    return runner
