"""The sandbox's worlds: begun from empty, and a tour beside it that leaves everything as it was."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import MovableClock
from bot.stage import Stage
from tests import cellar
from tests.house import at
from tests.settings import ROUND

EVENING = "2026-02-26 20:00"  # a Thursday


async def opened(folder: Path) -> tuple[Stage, aiohttp.ClientSession]:
    stage = Stage(ROUND, folder, MovableClock(at(EVENING), running=False))
    address = await stage.start(0, fresh=False)
    await stage.opened()
    return stage, aiohttp.ClientSession(address)


async def look(page: aiohttp.ClientSession, panes: str = "") -> Any:
    """Once nothing moves any more; the page is answered all the while."""
    while True:
        async with page.get("/api/look", params={"panes": panes}) as answer:
            assert answer.status == 200
            told = await answer.json()
        if not told["busy"]:
            return told
        await asyncio.sleep(0.02)


async def do(page: aiohttp.ClientSession, what: str, **body: Any) -> int:
    async with page.post(f"/api/{what}", json=body) as answer:
        return answer.status


async def test_the_tour_has_an_office_of_its_own_and_leaves_the_other_as_it_was(
    empty_installation: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "sandbox"
    shutil.copytree(cellar.file_in(empty_installation).parent, folder)
    folder.chmod(0o700)
    stage, page = await opened(folder)
    async with page:
        told = await look(page)
        somebody = told["people"][-1]["id"]
        assert await do(page, "say", person=somebody, chat=somebody, text="还在吗") == 200
        assert await do(page, "tour", do="begin") == 202
        on_tour = await look(page, f"{somebody}.{somebody}.0")
        assert len(on_tour["tour"]) == 6
        assert on_tour["now"].startswith("2026-02-27T09:00")  # it begins when an office does
        assert on_tour["panes"][0]["messages"] == []
    await stage.stop()

    stage, page = await opened(folder)
    async with page:
        assert [step["done"] for step in (await look(page))["tour"]] == [False] * 6  # a restart leaves it nowhere else
        assert await do(page, "tour", do="leave") == 202
        left = await look(page, f"{somebody}.{somebody}.0")
        assert (left["tour"], left["panes"][0]["messages"][0]["text"]) == ([], "还在吗")
        assert await do(page, "empty") == 202
        assert await do(page, "clock", to="next-monday") == 400  # one journey at once
        emptied = await look(page, f"{somebody}.{somebody}.0")
        assert (emptied["panes"][0]["messages"], len(emptied["notices"])) == ([], 1)
    await stage.stop()
