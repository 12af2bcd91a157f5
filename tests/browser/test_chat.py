"""The chats of the page, as people know them from their phones: by mouse, by keyboard, by finger."""

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.browser.visit import PHONE, WIDE, Visit
from tests.sandbox.cast import CONTACT, DIRECTOR, OUTSIDER, TOKEN, Watch
from tests.sandbox.pictures import png

pytestmark = pytest.mark.asyncio(loop_scope="session")
ME = CONTACT.id
BUTTONS = {
    "inline_keyboard": [[{"text": "签收", "callback_data": "sign"}, {"text": "有异议", "callback_data": "object"}]]
}


@pytest.fixture
def lively(telegram: Telegram) -> Telegram:
    """A chat with something of everything in it."""
    telegram.says(ME, ME, "/start")
    telegram.call("sendMessage", {"chat_id": ME, "text": "【交办】示范法院创建指标", "reply_markup": BUTTONS})
    telegram.sends_album(ME, ME, [(f"{n}.png", png(60, 40)) for n in range(3)], caption="会议照片", photos=True)
    telegram.sends_file(ME, ME, "会议纪要.txt", b"x" * 2048, reply_to=2)
    telegram.says(ME, ME, "应填四十五人")
    telegram.says(DIRECTOR.id, telegram.group, "请各部门按时报送")
    telegram.says(ME, telegram.group, "收到")
    return telegram


async def test_albums_files_pictures_and_quotes_look_as_they_do_on_a_phone(
    alone: str, lively: Telegram, visit: Visit
) -> None:
    await visit.open(alone, WIDE)
    page, pane = visit.page, visit.pane
    assert await page.locator(".pane:visible").count() == 3
    assert await pane.locator("article .photos.of3 img").count() == 3
    await pane.locator(".photo").nth(1).click()
    await page.locator("#viewer[open] img").wait_for()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Escape")
    assert await page.locator("#viewer[open]").count() == 0
    async with page.expect_download() as waiting:
        await pane.locator("a.document").click()
    found = await waiting.value
    assert (found.suggested_filename, Path(await found.path()).stat().st_size) == ("会议纪要.txt", 2048)
    assert "2.0 KB" in await pane.locator("a.document").inner_text()
    assert "示范法院" in await pane.locator("article .quote").inner_text()
    assert await pane.locator(".ticks .icon-tick").count() > 0  # nobody has fetched them
    lively.updates(10**6)
    await pane.locator(".ticks .icon-ticks").first.wait_for()
    assert await visit.faults() == []


async def test_a_press_waits_and_shows_the_answer(alone: str, lively: Telegram, visit: Visit) -> None:
    await visit.open(alone, WIDE)
    lively.updates(10**6)
    await visit.key("签收")
    await visit.pane.locator(".key.waiting").wait_for()
    query = await _next_press(lively)
    lively.call("answerCallbackQuery", {"callback_query_id": query, "text": "已签收 18 项。"})
    await visit.page.locator("#toasts p", has_text="已签收 18 项。").wait_for()
    assert await visit.pane.locator(".key.waiting").count() == 0


async def _next_press(telegram: Telegram) -> Any:
    while not (found := telegram.updates()):
        await asyncio.sleep(0.02)
    return found[-1]["callback_query"]["id"]


async def test_everything_is_done_by_keyboard_alone(alone: str, lively: Telegram, visit: Visit) -> None:
    await visit.open(alone, WIDE)
    page, press = visit.page, visit.page.keyboard.press
    await press("Alt+1")
    await page.keyboard.type("第一行")
    await press("Shift+Enter")
    await page.keyboard.type("第二行")
    await press("Enter")
    await visit.hears("第一行\n第二行")
    await press("ArrowUp")  # nothing is written: the last one is changed
    await press("End")
    await page.keyboard.type("，更正")
    await press("Enter")
    await visit.hears("第二行，更正")
    assert "已修改" in await visit.pane.locator("article").last.inner_text()

    await press("Shift+Tab")  # past the tools beside the text, to the newest message
    while not await page.evaluate("() => document.activeElement.matches('article')"):
        await press("Shift+Tab")
    await press("ArrowUp")
    await press("r")
    await page.keyboard.type("见上")
    await press("Enter")
    await visit.hears("见上")
    assert "应填四十五人" in await visit.pane.locator("article .quote").last.inner_text()

    await visit.pane.locator("article").last.focus()
    await press("Enter")
    assert await page.evaluate("() => document.activeElement.getAttribute('role')") == "menuitem"
    await press("Escape")
    assert await page.evaluate("() => document.activeElement.matches('article')")
    await press("f")
    await press("ArrowDown")
    await press("Enter")
    while lively.messages(lively.group)[-1].get("forward_from", {}).get("id") != ME:
        await asyncio.sleep(0.02)

    await press("Alt+l")
    await page.keyboard.type("主任")
    await press("ArrowDown")
    await press("Enter")
    await page.locator(".pane.current h2", has_text=DIRECTOR.name).wait_for()
    await press("Escape")
    await page.locator("h1").focus()
    await press("?")
    await page.locator("#panel h2", has_text="快捷键").wait_for()
    await press("Escape")
    assert await page.locator("#panel").is_hidden()


async def test_a_reload_loses_nothing(alone: str, lively: Telegram, visit: Visit) -> None:
    await visit.open(alone, WIDE, "en")
    page = visit.page
    await page.locator("[data-pane='2'] .change").click()
    await page.locator("#rows .person", has_text="外人").click()
    await visit.tool("faults")
    await page.keyboard.press("Alt+1")
    await visit.pane.locator("article", has_text="四十五").locator(".more").click()
    await page.get_by_role("menuitem", name="Reply").click()
    await page.keyboard.type("not sent yet")
    await page.reload()
    await page.locator("[data-pane='2'] h2", has_text="外人").wait_for()
    assert await page.locator("[data-pane='0'] textarea").input_value() == "not sent yet"
    assert "应填四十五人" in await page.locator("[data-pane='0'] .composer .bar").inner_text()
    assert await page.locator("#panel h2").inner_text() == "Faults"


async def test_who_opens_the_page_before_the_world_is_there_finds_the_usual_chats_and_his_own(
    alone: str, unattended: Sandbox, telegram: Telegram, visit: Visit
) -> None:
    """The address is known before the quarter is played, and at each start before the records are open."""
    group = "创建活动领导小组"
    with closing(Telegram(token=TOKEN, cast=[OUTSIDER], now=Watch().now)) as empty:
        unattended.telegram = empty
        await visit.open(alone, WIDE)
        heads = visit.page.locator(".pane h2")
        assert await heads.all_text_contents() == [OUTSIDER.name] * 3
        assert not await heads.first.is_visible()
        unattended.telegram = telegram
        for place, name in enumerate((CONTACT.name, DIRECTOR.name, group)):
            await heads.nth(place).filter(has_text=name).wait_for()

        await visit.page.locator("[data-pane='0'] .tabs button", has_text=group).click()
        await heads.nth(0).filter(has_text=group).wait_for()
        unattended.telegram = empty
        await heads.nth(0).filter(has_text=OUTSIDER.name).wait_for(state="attached")
        unattended.telegram = telegram
        await heads.nth(0).filter(has_text=group).wait_for()


async def test_a_phone_shows_one_chat_and_a_list_and_is_swiped(alone: str, lively: Telegram, visit: Visit) -> None:
    await visit.open(alone, PHONE)
    page = visit.page
    assert await page.locator(".pane:visible").count() == 1
    await visit.pane.locator(".back").click()
    await page.locator("#rows .person", has_text="创建活动领导小组").click()
    await visit.hears("请各部门按时报送")
    assert await page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    box = await visit.pane.locator("article", has_text="按时报送").bounding_box()
    assert box is not None
    finger = await page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    for kind, by in (("touchStart", 0), ("touchMove", -20), ("touchMove", -70), ("touchEnd", 0)):
        points = [] if kind == "touchEnd" else [{"x": x + by, "y": y}]
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert "请各部门按时报送" in await visit.pane.locator(".composer .bar").inner_text()
    assert await visit.faults() == []


async def test_misfortunes_are_asked_for_and_what_comes_of_them_is_shown(
    alone: str, lively: Telegram, visit: Visit
) -> None:
    await visit.open(alone, WIDE)
    page = visit.page
    await visit.tool("faults")
    await page.select_option("#times", "1")
    await page.get_by_role("button", name="连接中断").click()
    await page.locator(".coming", has_text="连接中断 × 1").wait_for()
    said = {"chat_id": ME, "text": "【提醒】11月月报告"}
    with pytest.raises(ConnectionResetError):
        lively.call("sendMessage", said)
    lively.call("sendMessage", said)
    await page.locator(".deliveries .fate", has_text="第 2 次送达").wait_for()
    assert "遇到故障 1 条，重复送达 0 条" in await page.locator(".tally").inner_text()
    assert await visit.faults() == []
