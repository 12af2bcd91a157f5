"""The album of the READMEs and the guide, docs/pictures: photographed from the running program by `make pictures`.

A sandbox of its own with the settings as shipped, on a morning with something to see. The table has the pictures in the
order in which they are taken: each goes on from where the one before it ended. What tests compare pictures with is
drawn elsewhere, by tests/pictures.py.
"""

import asyncio
import re
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PIL import Image

from bot.clock import MovableClock
from bot.settings import HOME, load
from bot.stage import Stage
from tests.browser.engine import ARGUMENTS, chromium, missing
from tests.browser.visit import WIDE, Visit

if TYPE_CHECKING:
    from playwright.async_api import Locator

ALBUM = HOME / "docs" / "pictures"
COLOURS = 128  # of the palette of a stored picture
# The first working day of a month and of a week: Friday's draft waits, at nine come the weekly report and the cards.
MORNING = datetime(2026, 8, 3, 8, 50, tzinfo=ZoneInfo("Asia/Shanghai"))
TALL = {"width": 390, "height": 3000}  # a phone on which the longest message is seen whole
SHARP = 2
SETTLE = 700  # milliseconds until an answer stands in the chat
MARGIN = 3  # pixels around a message
CONTACT, HEAD, DIRECTOR, PRESIDENT = "立案庭联络员", "立案庭庭长", "创建办主任", "院长"
ISSUE = "工作周报 第 5 期"
Look = Image.Image


class Camera(Visit):
    """Somebody with a phone, who is in turn whoever is to be seen."""

    def twin(self) -> "Camera":
        """Another one in the same browser."""
        return Camera(self._browser, None)

    async def settled(self) -> None:
        """What was pressed has been answered."""
        await self.pane.locator(".under.working").wait_for(state="hidden")
        await self.page.wait_for_timeout(SETTLE)

    async def come(self, address: str, size: dict[str, int], sharp: int) -> None:
        self.address = address
        await self.open(address, size, sharp=sharp)
        # no answer to a press lies over a picture
        await self.page.locator("#toasts").evaluate("one => { one.style.display = 'none' }")

    async def become(self, who: str, *, in_group: bool = False) -> None:
        """Into a post's private chat, or as this post into the group."""
        await self.pane.locator(".back").click()
        await self.choose(who)
        await self.pane.locator("h2").get_by_text(who, exact=True).wait_for()
        if in_group:
            await self.pane.locator(".tabs button").last.click()
            await self.pane.locator(".under", has_text=who).wait_for()

    async def choose(self, who: str) -> None:
        """From the list of all posts."""
        await self.page.fill("#search", who)
        await self.page.locator("#rows .person").filter(has=self.page.get_by_text(who, exact=True)).click()

    def message(self, words: str) -> "Locator":
        """The newest one with these words, on its buttons or off them."""
        return self.pane.locator("article", has_text=words).last

    async def asks(self, words: str, answer: str) -> None:
        """And is answered."""
        await self.says(words)
        await self.hears(answer)

    async def shot(self, first: str, last: str = "", *, bare: bool = False) -> Look:
        """From the newest message with these words down to the newest with those; `bare` leaves its picture out."""
        upper, lower = self.message(first), self.message(last or first)
        await lower.wait_for()
        top = await (upper.locator(".text") if bare else upper).bounding_box()
        whole = await lower.bounding_box()
        assert top is not None
        assert whole is not None
        height = whole["y"] + whole["height"] - top["y"] + 2 * MARGIN
        clip: Any = {"x": 0, "y": top["y"] - MARGIN, "width": TALL["width"], "height": height}
        return look(await self.page.screenshot(clip=clip))

    async def photo(self, words: str) -> Look:
        """The picture of the newest message with these words."""
        photo = self.message(words).locator(".photos")
        await photo.locator("img").evaluate("one => one.decode()")
        return look(await photo.screenshot())

    async def next_step(self) -> None:
        """Of the tour, and into the chat where it is to be done."""
        await self.page.click("[data-tour=tourNext]:not([disabled])")
        await self.page.click("[data-tour=tourThere]")

    async def until(self, words: str) -> None:
        """The clock goes on by events until the chat says this."""
        while not await self.pane.locator("article", has_text=words).count():
            await self.page.click("[data-to=next-event]:not([disabled])")
            await self.page.wait_for_timeout(300)
            await self.rest()


def look(data: bytes) -> Look:
    return Image.open(BytesIO(data)).convert("RGB")


# the tour: an office that is empty


async def assignment(camera: Camera) -> Look:
    await camera.tool("tour")
    await camera.page.get_by_role("button", name="开始导览").click()
    await camera.page.click("#claim")
    await camera.next_step()
    await camera.key("交办指标")
    await camera.key("确认交办")
    await camera.next_step()
    await camera.key("①")
    return await camera.shot("【交办】")


# the office at work


async def draft(camera: Camera) -> Look:
    await camera.page.click("[data-tour=tourLeave]")
    await camera.page.locator("#tour").wait_for(state="hidden")
    await camera.become(DIRECTOR)
    return await camera.shot("【周报草稿】", bare=True)


async def digest(camera: Camera) -> Look:
    await camera.become(DIRECTOR, in_group=True)
    await camera.until(ISSUE)
    return await camera.shot(ISSUE, bare=True)


async def board(camera: Camera) -> Look:
    return await camera.photo(ISSUE)


async def card(camera: Camera) -> Look:
    await camera.become(CONTACT)
    return await camera.shot("今天请办")


async def report(camera: Camera) -> Look:
    """In words; the check turns into the receipt."""
    await camera.key("①")
    asked = camera.message("（上月人数）")
    (people,) = re.findall(r"应填 (\d+) 人", await asked.inner_text())
    words = f"应填{people}人，都填了，没有记录"
    await camera.says(words)
    await camera.key("确认报送")
    return await camera.shot(words, "7月“三个规定”月报告，应填")


async def page(camera: Camera) -> Look:
    wide = camera.twin()
    await wide.come(camera.address, WIDE, 1)
    await wide.page.locator("[data-pane='0'] .change").click()
    await wide.choose(CONTACT)
    await wide.hears("7月“三个规定”月报告，应填")
    await wide.page.locator("[data-pane='2'] .photo").last.evaluate("one => one.scrollIntoView()")
    await wide.page.wait_for_timeout(SETTLE)
    found = look(await wide.page.screenshot())
    await wide.close()
    return found


async def confirm(camera: Camera) -> Look:
    await camera.asks("/tasks", "您有 1 项待办")
    for label in ("①", "⑥", "填报"):
        await camera.key(label)
        await camera.settled()
    await camera.asks("完整录入88件，来信来访88件，满意96个，有效评价104个", "，1/6")
    await camera.key("返回清单")
    await camera.key("先报已填的 1 项")
    await camera.become(HEAD)
    await camera.asks("/tasks", "待审签 1 项")
    await camera.key("待审签 1 项")
    await camera.hears("待您审签")
    await camera.key("①")
    return await camera.shot("【待审签】")


async def review(camera: Camera) -> Look:
    await camera.key("审签报出")
    await camera.hears("已审签报出 1 项")
    await camera.become(DIRECTOR)
    await camera.asks("/tasks", "待审核 1 项")
    await camera.key("待审核 1 项")
    await camera.hears("待您审核")
    await camera.key("①")
    return await camera.shot("【待审核】")


async def status(camera: Camera) -> Look:
    await camera.asks("/status", "待您处理")
    await camera.key("按部门")
    await camera.hears("各部门（逾期多的在前）")
    await camera.key("①")
    return await camera.shot("已签收 0/7")


async def bulletin(camera: Camera) -> Look | None:
    await camera.asks("/status", "最久未报")
    await camera.key("导出")
    async with camera.page.expect_download() as coming:
        await camera.key("工作简报")
        await camera.message("工作简报，截至").locator("a.document").click()
    return first_page(await (await coming.value).path())


async def why(camera: Camera) -> Look:
    await camera.says("/why 5.1.2")
    return await camera.shot("数据由立案庭更正")


async def curve(camera: Camera) -> Look:
    await camera.asks("/why 3.3.1", "数据由刑事审判庭更正")
    await camera.key("走势图")
    return await camera.photo("指标 3.3.1")


async def remark(camera: Camera) -> Look:
    await camera.become(PRESIDENT, in_group=True)
    await camera.message(ISSUE).locator(".more").click()
    await camera.page.get_by_role("menuitem", name="回复").click()
    await camera.says("请立案庭研究进一步提高诉前调解质效的措施，8月14日前报。")
    await camera.become(DIRECTOR)
    await camera.until("待拟办 1")
    await camera.asks("/tasks", "待拟办 1")
    await camera.key("待拟办 1")
    await camera.hears("① 院长：")
    await camera.key("①")
    await camera.key("交办")
    await camera.become(PRESIDENT)
    return await camera.shot("批示已交办")


# from empty: last, since nothing is left of the office after it


async def welcome(camera: Camera) -> Look:
    await camera.tool("agenda")
    await camera.page.get_by_role("button", name="从空白开始").click()
    await camera.page.get_by_role("button", name="确定").click()
    await camera.page.locator("#panel").get_by_role("button", name="关闭").click()
    await camera.page.click("#claim")
    return await camera.shot("您已登记为")


PICTURES: Mapping[str, Callable[[Camera], Awaitable[Look | None]]] = {
    "assignment": assignment,
    "draft": draft,
    "digest": digest,
    "board": board,
    "card": card,
    "report": report,
    "page": page,
    "confirm": confirm,
    "review": review,
    "status": status,
    "bulletin": bulletin,
    "why": why,
    "curve": curve,
    "remark": remark,
    "welcome": welcome,
}


def first_page(document: Path) -> Look | None:
    """As it is printed; None where LibreOffice or pdftoppm is not installed."""
    office, printer = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or printer is None:
        return None
    with TemporaryDirectory() as folder:
        shutil.copy(document, Path(folder) / "page.docx")
        own = f"-env:UserInstallation=file://{folder}/profile"
        turned = [office, own, "--headless", "--convert-to", "pdf", "--outdir", folder, f"{folder}/page.docx"]
        subprocess.run(turned, check=True, capture_output=True)
        drawn = [printer, "-png", "-r", "80", "-singlefile", f"{folder}/page.pdf", f"{folder}/page"]
        subprocess.run(drawn, check=True, capture_output=True)
        return look((Path(folder) / "page.png").read_bytes())


async def take() -> None:
    from playwright.async_api import async_playwright

    with TemporaryDirectory() as folder:
        stage = Stage(load(HOME / "config.toml"), Path(folder) / "sandbox", MovableClock(MORNING, running=False))
        address = await stage.start(0, fresh=True)
        try:
            await stage.opened()
            async with async_playwright() as playwright:
                camera = Camera(await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS), None)
                await camera.come(address, TALL, SHARP)
                for name, taken in PICTURES.items():
                    keep(name, await taken(camera))
        finally:
            await stage.stop()


def keep(name: str, picture: Look | None) -> None:
    path = ALBUM / f"{name}.png"
    if picture is None:
        print(f"{path.name}: stays as it is; LibreOffice and pdftoppm are needed for it")
        return
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def main() -> int:
    if absent := sorted({"chromium", "playwright"} & set(missing())):
        print(f"No picture was taken: missing here: {', '.join(absent)}. See tests/browser/fetch.sh.", file=sys.stderr)
        return 1
    ALBUM.mkdir(exist_ok=True)
    asyncio.run(take())
    return 0


if __name__ == "__main__":
    sys.exit(main())
