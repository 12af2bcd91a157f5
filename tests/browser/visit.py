import json
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.async_api import Browser, Locator, Page

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
GRAVE = ("serious", "critical")
PATIENCE = 30_000  # milliseconds: the machine may do other things beside


class Visit:
    """Somebody before the page; writes down what the browser complains of and which other hosts were asked."""

    def __init__(self, browser: "Browser", axe: str | None) -> None:
        self._browser, self._axe = browser, axe
        self.complaints: list[str] = []
        self.strangers: set[str] = set()
        self.page: Page

    async def open(self, address: str, size: dict[str, int], language: str = "zh", sharp: int = 1) -> None:
        """`sharp` is how many pixels of a screenshot are one of the page's."""
        looks: Any = {"viewport": size, "has_touch": size == PHONE, "device_scale_factor": sharp}
        context = await self._browser.new_context(**looks, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        if self._axe:
            await context.add_init_script(self._axe)
        self.page = await context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("request", lambda request: self._asked(address, request.url))
        await self.page.goto(address)
        await self.page.wait_for_selector(".pane.current h2", state="attached")  # shown as soon as there is anybody
        if language == "en":
            await self.tool("language")

    async def close(self) -> None:
        if hasattr(self, "page"):
            await self.page.context.close()

    def _asked(self, address: str, url: str) -> None:
        if urlsplit(url).scheme not in ("blob", "data") and urlsplit(url).netloc != urlsplit(address).netloc:
            self.strangers.add(url)

    @property
    def is_phone(self) -> bool:
        return self.page.viewport_size is not None and self.page.viewport_size["width"] == PHONE["width"]

    @property
    def pane(self) -> "Locator":
        """The chat that one is in."""
        return self.page.locator(".pane.current")

    async def tool(self, name: str) -> None:
        """Opens one of the tools; a phone has them behind one button."""
        if not self.is_phone:
            return await self.page.click(f"#tool-{name}")
        await self.page.click("#toolsmenu")
        await self.page.click(f"#offer button:has(.icon-{name})")

    async def key(self, label: str) -> None:
        """Presses the newest button of the chat that is called so."""
        await self.pane.locator(".key", has_text=label).last.click()

    async def says(self, text: str) -> None:
        await self.pane.locator("textarea").fill(text)
        await self.pane.locator("textarea").press("Enter")

    async def hears(self, text: str) -> None:
        """A bubble with these words stands in the chat."""
        await self.pane.locator("article .text", has_text=text).last.wait_for()

    async def rest(self) -> None:
        """The clock has arrived."""
        await self.page.wait_for_selector("#moving", state="hidden")

    async def faults(self) -> list[str]:
        """What axe finds that is grave, in both languages, by day and by night."""
        if self._axe is None:
            return []
        found: list[str] = []
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            await self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for _ in ("zh", "en"):
                await self.tool("language")
                found += await self._examine()
        return found

    async def _examine(self) -> list[str]:
        result: Any = await self.page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
        grave = [one for one in result["violations"] if one["impact"] in GRAVE]
        return [f"{one['id']}: {json.dumps([n['html'][:160] for n in one['nodes'][:3]])}" for one in grave]
