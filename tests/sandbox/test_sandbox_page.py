import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import sandbox.server
from sandbox.errors import PortTaken
from sandbox.hooks import Hooks
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from tests.sandbox.cast import CAST, CONTACT, DIRECTOR, MONDAY, OUTSIDER, TOKEN, Watch
from tests.sandbox.pictures import png

Page = aiohttp.ClientSession
ME = CONTACT.id
HERE = {"person": ME, "chat": ME}
MARKUP = {"inline_keyboard": [[{"text": "签收", "callback_data": "sign.1"}]]}
FILES = Path(sandbox.server.__file__).parent / "page"
NAMED_BY_PARTS = {"themeAuto", "themeLight", "themeDark"}


async def see(page: Page, what: str, **params: int) -> Any:
    async with page.get(f"/api/{what}", params=params) as answer:
        return await answer.json()


async def look(page: Page, person: int = ME, chat: int = 0, since: int = 0) -> Any:
    """What the page is told of one pane, beside what it is told of the world."""
    async with page.get("/api/look", params={"panes": f"{person}.{chat or person}.{since}"}) as answer:
        told = await answer.json()
    return told | {"pane": told["panes"][0]}


async def read(page: Page, person: int = ME, chat: int = 0, since: int = 0) -> Any:
    return (await look(page, person, chat, since))["pane"]


async def do(page: Page, what: str, **body: Any) -> tuple[int, Any]:
    async with page.post(f"/api/{what}", json=body) as answer:
        return answer.status, await answer.json()


async def test_the_page_and_all_it_names_is_served_from_here(page: Page) -> None:
    async with page.get("/") as answer:
        front = await answer.text()
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    for address in re.findall(r'(?:href|src)="([^"]+)"', front):
        async with page.get(address) as answer:
            assert answer.status == 200, address
    everything = "".join(file.read_text() for file in FILES.iterdir())
    named = set(re.findall(r"https?:\\?/\\?/[\w.]+", everything))
    assert named <= {"http://www.w3.org"}, "the page asks no outside address for anything"


def test_both_languages_say_the_same_things() -> None:
    books = [(FILES / name).read_text().partition("export const ROLES")[0] for name in ("zh.js", "en.js")]
    chinese, english = (dict(re.findall(r"(\w+): \"((?:[^\"])*)\"", book)) for book in books)
    assert chinese.keys() == english.keys()
    for name, sentence in chinese.items():
        assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(re.findall(r"\{\w+\}", english[name])), name
    used = {name for file in FILES.glob("*.js") for name in re.findall(r'say\("(\w+)"', file.read_text())}
    used |= set(re.findall(r'data-(?:word|label)="(\w+)"', (FILES / "index.html").read_text()))
    assert used <= chinese.keys()
    everything = "".join(file.read_text() for file in FILES.iterdir() if file.name not in ("zh.js", "en.js"))
    assert not {name for name in chinese if not re.search(rf"\b{name}\b", everything)} - NAMED_BY_PARTS


async def test_state_shows_people_with_unread_counts_and_one_s_own_chats(page: Page, telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")
    telegram.call("sendMessage", {"chat_id": ME, "text": "甲"})
    telegram.call("sendMessage", {"chat_id": ME, "text": "乙"})
    state = await look(page)
    assert [(one["name"], one["unread"], one["started"]) for one in state["people"]] == [
        ("立案庭联络员", 2, True),
        ("创建办主任", 0, False),
        ("外人", 0, False),
    ]
    assert [(one["id"], one["unread"]) for one in state["pane"]["chats"]] == [(ME, 2), (telegram.group, 0)]
    assert (state["now"], state["busy"]) == (MONDAY.isoformat(), False)
    await do(page, "seen", **HERE, message_id=3)
    assert (await read(page))["chats"][0]["unread"] == 0


async def test_one_says_edits_and_reads_only_what_changed(page: Page, telegram: Telegram) -> None:
    assert await do(page, "say", **HERE, text="/start") == (200, {"message_id": 1})
    first = await read(page)
    await do(page, "say", **HERE, text="45", reply_to=1)
    await do(page, "edit", **HERE, message_id=2, text="46")
    changed = await read(page, since=first["version"])
    assert [(one["text"], one["reply_to_message"]["text"]) for one in changed["messages"]] == [("46", "/start")]
    telegram.call("deleteMessage", {"chat_id": ME, "message_id": 2})
    gone = await read(page, since=changed["version"])
    assert gone["messages"] == [{"message_id": 2, "gone": True}]
    assert (await read(page))["messages"][-1]["message_id"] == 1


async def test_a_long_chat_comes_in_pieces(page: Page, telegram: Telegram) -> None:
    for number in range(70):
        telegram.says(ME, ME, str(number))
    latest = await read(page)
    assert (len(latest["messages"]), latest["more"]) == (60, True)
    earlier = await see(page, "earlier", **HERE, before=latest["messages"][0]["message_id"])
    assert ([one["text"] for one in earlier["messages"]][-1], earlier["more"]) == ("9", False)


async def test_a_press_waits_for_the_bot_s_answer(page: Page, telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")
    sent = telegram.call("sendMessage", {"chat_id": ME, "text": "甲", "reply_markup": MARKUP})
    press = asyncio.create_task(do(page, "press", **HERE, message_id=sent["message_id"], data="sign.1"))
    while not (updates := telegram.updates(offset=2)):
        await asyncio.sleep(0.01)
    query = updates[0]["callback_query"]["id"]
    telegram.call("answerCallbackQuery", {"callback_query_id": query, "text": "已签收"})
    assert await press == (200, {"answer": {"text": "已签收", "show_alert": False, "url": ""}})
    status, refused = await do(page, "press", **HERE, message_id=sent["message_id"], data="forged")
    assert (status, refused["error"]) == (400, "there is no such button on that message")


@pytest.mark.parametrize(("photo", "kind"), [("1", "photo"), ("0", "document")])
async def test_a_file_goes_up_and_comes_back_unharmed(page: Page, telegram: Telegram, photo: str, kind: str) -> None:
    form = aiohttp.FormData({"person": str(ME), "chat": str(ME), "caption": "纪要", "photo": photo})
    form.add_field("file", png(30, 20), filename="会议.png", content_type="image/png")
    async with page.post("/api/upload", data=form) as answer:
        assert answer.status == 200
    sent = telegram.messages(ME)[-1]
    assert sent["caption"] == "纪要"
    file = sent[kind][-1] if photo == "1" else sent[kind]
    async with page.get(f"/api/file/{file['file_id']}") as answer:
        assert await answer.read() == png(30, 20)
        assert answer.content_type == "image/png"


async def test_several_files_go_up_as_an_album(page: Page, telegram: Telegram) -> None:
    form = aiohttp.FormData({"person": str(ME), "chat": str(ME), "caption": "纪要", "photo": "1"})
    for number in range(3):
        form.add_field("file", png(30 + number, 20), filename=f"{number}.png", content_type="image/png")
    async with page.post("/api/upload", data=form) as answer:
        assert answer.status == 200
    sent = telegram.messages(ME)
    assert [(one["photo"][-1]["width"], one.get("caption")) for one in sent] == [(30, "纪要"), (31, None), (32, None)]
    assert len({one["media_group_id"] for one in sent}) == 1


async def test_a_message_is_forwarded_reacted_to_and_pinned(page: Page, telegram: Telegram) -> None:
    telegram.says(ME, ME, "45")
    here = {**HERE, "message_id": 1}
    assert await do(page, "forward", **here, to=telegram.group) == (200, {"message_id": 2})
    assert telegram.messages(telegram.group)[-1]["forward_from"]["id"] == ME
    await do(page, "react", **here, emoji="👍")
    await do(page, "pin", **here)
    shown = (await read(page))["messages"][0]
    assert (shown["_reactions"], shown["_pinned"]) == ([{"emoji": "👍", "people": [ME]}], True)
    assert (await read(page))["chats"][0]["pinned"]["text"] == "45"
    since = (await read(page))["version"]
    await do(page, "react", **here, emoji=None)
    await do(page, "unpin", **here)
    (shown,) = (await read(page, since=since))["messages"]
    assert shown.keys().isdisjoint({"_reactions", "_pinned"})
    assert (await read(page))["chats"][0]["pinned"] is None
    assert (await do(page, "react", **here, emoji="🐢"))[1] == {"error": "there is no such reaction"}


async def test_one_leaves_a_group_and_finds_it_again(page: Page, telegram: Telegram) -> None:
    group = telegram.group
    assert (await read(page, DIRECTOR.id))["elsewhere"] == []
    await do(page, "act", act="leave", person=DIRECTOR.id, chat=group)
    state = await look(page, DIRECTOR.id)
    assert [one["id"] for one in state["pane"]["chats"]] == [DIRECTOR.id]
    assert [one["id"] for one in state["pane"]["elsewhere"]] == [group]
    assert await do(page, "act", act="join", person=DIRECTOR.id, chat=group) == (200, {"chat": group})
    assert group in telegram.chats_of(DIRECTOR.id)


async def test_a_file_that_could_run_is_only_downloaded(page: Page, telegram: Telegram) -> None:
    sent = telegram.sends_file(ME, ME, "x.html", b"<script>1</script>")
    async with page.get(f"/api/file/{sent['document']['file_id']}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")


async def test_events_tell_that_something_changed(page: Page, telegram: Telegram) -> None:
    async with page.get("/api/events") as stream:
        first = json.loads((await stream.content.readline()).removeprefix(b"data: "))
        await stream.content.readline()
        telegram.says(ME, ME, "甲")
        async with asyncio.timeout(2):
            second = json.loads((await stream.content.readline()).removeprefix(b"data: "))
    assert second["version"] > first["version"]


@pytest.mark.parametrize(
    ("button", "leads_to"),
    [
        ("next-event", timedelta(hours=2)),
        ("next-morning", timedelta(days=1)),
        ("next-monday", timedelta(days=7)),
        ("2026-12-01", timedelta(days=8)),
        ("2026-11-23T17:30:00+08:00", timedelta(hours=8, minutes=30)),
    ],
)
async def test_the_clock_s_buttons_lead_where_they_say(
    page: Page, watch: Watch, button: str, leads_to: timedelta
) -> None:
    assert (await do(page, "clock", to=button))[0] == 202
    await asyncio.sleep(0.05)
    assert watch.now() == MONDAY + leads_to
    for nonsense in ("next-century", "2026-11-22", "2030-01-01", "2026-13-01"):
        assert (await do(page, "clock", to=nonsense))[0] == 400


async def test_only_one_journey_through_time_goes_on_at_once(
    page: Page, telegram: Telegram, sandbox: Sandbox, watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    arrive = asyncio.Event()

    async def stumble(moment: object) -> None:
        await arrive.wait()
        raise RuntimeError("no")

    sandbox._hooks.move_to = stumble
    await do(page, "clock", to="next-morning")
    assert (await look(page))["busy"] is True
    assert (await do(page, "clock", to="next-morning"))[1] == {"error": "the clock is moving already"}
    arrive.set()
    await asyncio.sleep(0.05)
    state = await look(page)
    assert (state["busy"], state["stumbled"]) == (False, True)
    assert "the clock stopped on its way" in caplog.text


async def test_people_can_act_on_chats(page: Page, telegram: Telegram) -> None:
    group = telegram.group
    for act, person in (("add-bot", ME), ("promote-bot", ME), ("block", ME), ("unblock", ME)):
        assert await do(page, "act", act=act, person=person, chat=group) == (200, {"chat": group})
    _, made = await do(page, "act", act="new-group", person=DIRECTOR.id, title="执行局")
    await do(page, "act", act="invite", person=DIRECTOR.id, chat=made["chat"], whom=OUTSIDER.id)
    assert made["chat"] in telegram.chats_of(OUTSIDER.id)
    _, moved = await do(page, "act", act="upgrade", person=ME, chat=group)
    assert moved["chat"] < group
    assert (await do(page, "act", act="dance", person=ME))[0] == 400
    assert (await do(page, "say", person=OUTSIDER.id, chat=moved["chat"], text="甲"))[0] == 400
    assert "error" in await read(page, OUTSIDER.id, moved["chat"])


async def test_another_page_in_the_same_browser_can_t_act(page: Page, address: str) -> None:
    said = {**HERE, "text": "甲"}
    for headers in (
        {"Origin": "https://evil.example"},
        {"Host": "evil.example:8081"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        async with page.post("/api/say", json=said, headers=headers) as answer:
            assert answer.status == 403, headers
    async with page.post("/api/say", data=said) as answer:
        assert answer.status == 400
    async with page.post("/api/say", json=said, headers={"Origin": address}) as answer:
        assert answer.status == 200


async def test_a_machine_without_chinese_type_is_offered_some(page: Page, sandbox: Sandbox, tmp_path: Path) -> None:
    async with page.get("/typeface") as answer:
        assert answer.status == 404  # where the house has handed none over
    sandbox._hooks.typeface = tmp_path / "face.otf"
    sandbox._hooks.typeface.write_bytes(b"OTTO")
    async with page.get("/typeface") as answer:
        assert (answer.status, await answer.read()) == (200, b"OTTO")
    assert 'src: url("/typeface")' in (FILES / "style.css").read_text()


async def test_a_taken_port_is_named(address: str, telegram: Telegram, sandbox: Sandbox) -> None:
    port = int(address.rpartition(":")[2])
    other = Sandbox(telegram, sandbox._hooks)
    with pytest.raises(PortTaken) as caught:
        await other.start(port=port)
    assert caught.value.port == port


async def test_a_world_can_be_exchanged_for_an_empty_one(watch: Watch) -> None:
    old = Telegram(token=TOKEN, cast=CAST, now=watch.now)
    new = Telegram(token=TOKEN, cast=CAST, now=watch.now)
    old.says(ME, ME, "/start")

    async def start_empty() -> None:
        server.telegram = new

    hooks = Hooks(now=watch.now, next_event=watch.next_event, move_to=watch.move_to, start_empty=start_empty)
    server = Sandbox(old, hooks)
    address = await server.start(port=0)
    async with aiohttp.ClientSession(address) as page:
        before = await look(page)
        poll = asyncio.create_task(see_updates(page))
        await asyncio.sleep(0.1)
        assert (await do(page, "empty"))[0] == 202
        assert await asyncio.wait_for(poll, 2) == []
        after = await look(page)
    assert (len(before["pane"]["messages"]), after["pane"]["messages"]) == (1, [])
    assert before["world"] != after["world"]
    await server.stop()
    old.close()
    new.close()


async def see_updates(page: Page) -> Any:
    async with page.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 20, "offset": 2}) as answer:
        return (await answer.json())["result"]
