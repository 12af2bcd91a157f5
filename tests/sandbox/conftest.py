from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.sandbox.cast import CAST, TOKEN, Watch


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def telegram(watch: Watch) -> Iterator[Telegram]:
    world = Telegram(token=TOKEN, cast=CAST, now=watch.now, limits=False)
    yield world
    world.close()


@pytest.fixture
async def sandbox(telegram: Telegram, watch: Watch) -> AsyncIterator[Sandbox]:
    server = Sandbox(telegram, Hooks(now=watch.now, next_event=watch.next_event, move_to=watch.move_to))
    yield server
    await server.stop()


@pytest.fixture
async def address(sandbox: Sandbox) -> str:
    return await sandbox.start(port=0)


@pytest.fixture
async def bot(address: str) -> AsyncIterator[Bot]:
    """The library as it comes, but for the address."""
    made = Bot(
        TOKEN,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=HTTPXRequest(connection_pool_size=8, read_timeout=2),
        get_updates_request=HTTPXRequest(connection_pool_size=4),
    )
    async with made:
        yield made


@pytest.fixture
async def page(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(address) as session:
        yield session
