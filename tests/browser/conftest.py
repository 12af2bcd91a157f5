import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.clock import MovableClock
from bot.stage import Stage
from exports.font import FOLDER, REGULAR
from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.browser.engine import ARGUMENTS, AXE, chromium, missing
from tests.browser.visit import Visit
from tests.house import at
from tests.sandbox.cast import CAST, TOKEN, Watch
from tests.settings import ROUND

if TYPE_CHECKING:
    from playwright.async_api import Browser

THURSDAY = "2026-02-26 09:00"  # the round of February opens on Monday


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator["Browser"]:
    if absent := {"chromium", "playwright"} & set(missing()):
        # nobody needs a browser to work on the rules; the last lines of `make test` say that these did not run
        pytest.skip(f"missing here: {', '.join(sorted(absent))}")
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        found = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield found
        await found.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: "Browser") -> AsyncIterator[Visit]:
    """A person before the page: no address yet."""
    found = Visit(browser, AXE.read_text(encoding="utf-8") if AXE.exists() else None)
    yield found
    await found.close()
    assert found.complaints == []
    assert found.strangers == set()


@pytest_asyncio.fixture(loop_scope="session")
async def stage(empty_installation: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The address of `run`, on an office that is empty, on a Thursday morning."""
    shutil.copytree(empty_installation, tmp_path / "stage")
    (tmp_path / "stage").chmod(0o700)
    found = Stage(ROUND, tmp_path / "stage", MovableClock(at(THURSDAY), running=False))
    yield await found.start(0, fresh=False)
    await found.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def telegram() -> AsyncIterator[Telegram]:
    world = Telegram(token=TOKEN, cast=CAST, now=Watch().now, limits=False)
    yield world
    world.close()


@pytest.fixture
def unattended(telegram: Telegram) -> Sandbox:
    """A sandbox without a bot."""
    watch = Watch()
    face = FOLDER / REGULAR
    return Sandbox(telegram, Hooks(now=watch.now, next_event=watch.next_event, move_to=watch.move_to, typeface=face))


@pytest_asyncio.fixture(loop_scope="session")
async def alone(unattended: Sandbox) -> AsyncIterator[str]:
    """Its address."""
    yield await unattended.start(port=0)
    await unattended.stop()
