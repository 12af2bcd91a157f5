"""The guided tour, walked as a visitor walks it: six steps, from an empty office to the first digest."""

import pytest

from tests.browser.visit import PHONE, WIDE, Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "390"])


async def step(visit: Visit, number: int) -> None:
    """The next one opens only when this one has been done; and its chat is gone to."""
    await visit.page.locator(f"#tour h2:has-text('第 {number} 步')").wait_for()
    assert await visit.page.locator("[data-tour=tourNext]").is_disabled()
    await visit.page.click("[data-tour=tourThere]")


async def done(visit: Visit) -> None:
    await visit.page.click("[data-tour=tourNext]:not([disabled])")


@SIZES
async def test_the_tour_is_walked_from_the_claim_to_the_digest(stage: str, visit: Visit, size: dict[str, int]) -> None:
    await visit.open(stage, size)
    await visit.tool("tour")
    await visit.page.get_by_role("button", name="开始导览").click()
    await step(visit, 1)
    await visit.page.click("#claim")
    await visit.hears("您已登记为")
    await done(visit)
    await step(visit, 2)
    await visit.key("交办指标")
    await visit.key("确认交办")
    await done(visit)
    await step(visit, 3)
    await visit.key("全部签收")
    await done(visit)
    await step(visit, 4)
    await visit.page.reload()  # nothing is lost by it
    await visit.page.locator("#tour h2:has-text('第 4 步')").wait_for()
    while not await visit.pane.locator(".key", has_text="零报告").count():
        await visit.page.click("[data-tour=nextEvent]:not([disabled])")
        await visit.page.wait_for_timeout(300)
        await visit.rest()
    await visit.key("填数")
    await visit.says("应填45人，已填45人，记录0条")
    await visit.key("确认报送")
    await visit.hears("已报送，第 1 版，按时")
    await done(visit)
    await step(visit, 5)
    await visit.says("局面")
    await visit.hears("截至 3月2日")
    await done(visit)
    await step(visit, 6)
    await visit.page.click("[data-tour=nextMonday]")
    await visit.hears("工作周报 第 2 期")
    await visit.page.locator("#tour h2:has-text('第 6 步') ~ p:has-text('六步都已办好')").wait_for()
    assert await visit.faults() == []
