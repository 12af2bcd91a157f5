from collections import Counter
from datetime import timedelta

import aiohttp
import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from sandbox.errors import ApiError, LineReset
from sandbox.faults import BAD, FORBIDDEN, Weather
from sandbox.limits import CHAT, GROUP, OVERALL
from sandbox.personas import Persona
from sandbox.telegram import Telegram
from tests.sandbox.cast import CAST, CONTACT, DIRECTOR, TOKEN, Watch

ME = CONTACT.id
SEND = {"chat_id": ME, "text": "甲"}
MOVED = {"migrate_to_chat_id": -1_002_000_000_001}


@pytest.fixture(autouse=True)
def started(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")


def paced(watch: Watch, *people: Persona) -> Telegram:
    world = Telegram(token=TOKEN, cast=[*CAST, *people], now=watch.now)
    for persona in world.personas():
        world.says(persona.id, persona.id, "/start")
    return world


def sent_until_429(world: Telegram, chats: list[int]) -> tuple[int, int]:
    """How many went through, and retry_after of the first that did not."""
    for count, chat in enumerate(chats):
        try:
            world.call("sendMessage", {"chat_id": chat, "text": str(count)})
        except ApiError as error:
            return count, int((error.parameters or {})["retry_after"])
    return len(chats), 0


async def test_every_answer_is_dated_by_the_clock_of_the_world(
    address: str, telegram: Telegram, watch: Watch, page: aiohttp.ClientSession
) -> None:
    watch.wait(3600)
    telegram.world.ahead = timedelta(minutes=2)
    telegram.faults.add("getMe", "502")
    for path, code in ((f"/bot{TOKEN}/getMe", 502), (f"/bot{TOKEN}/getMe", 200), ("/bot1:x/getMe", 401)):
        async with page.get(path) as answer:
            assert (answer.status, answer.headers["Date"]) == (code, "Mon, 23 Nov 2026 02:02:00 GMT")


async def test_a_method_that_is_not_there_is_named(address: str) -> None:
    async with Bot(TOKEN, base_url=f"{address}/bot") as bot:
        with pytest.raises(EndPointNotFound, match="sendHologram"):
            await bot.do_api_request("sendHologram", {"chat_id": ME})


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {**SEND, "colour": "red"}, 'sendMessage has no parameter "colour"'),
        ("sendMessage", {"chat_id": ME}, "message text is empty"),
        ("sendMessage", {"text": "甲"}, "chat_id is empty"),
        (
            "sendMessage",
            {**SEND, "chat_id": "me"},
            'can\'t parse parameter "chat_id" of sendMessage: an Integer expected',
        ),
        ("sendMessage", {**SEND, "text": 5}, "a String expected"),
        ("sendMessage", {**SEND, "protect_content": "maybe"}, "a Boolean expected"),
        ("sendMessage", {**SEND, "reply_markup": "{"}, "a JSON-serialized value expected"),
        ("sendMessage", {**SEND, "reply_markup": {"inline_keyboard": [], "b": 1}}, 'unknown field "b"'),
        ("sendMessage", {**SEND, "reply_markup": {"keyboard": [["甲"]]}}, "inline keyboards and forced replies"),
        ("sendMessage", {**SEND, "reply_parameters": {"message": 1}}, 'unknown field "message"'),
        ("sendMessage", {**SEND, "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ("sendPhoto", {"chat_id": ME}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": ME, "photo": "attach://p"}, 'no part "p"'),
        ("sendDocument", {"chat_id": ME, "document": "nonsense"}, "wrong file identifier"),
        ("editMessageText", {"chat_id": ME, "text": "甲"}, "message identifier is not specified"),
        ("setMyCommands", {"commands": [{"command": "Bad", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [], "scope": {"type": "planet"}}, "unsupported type"),
        ("setMyCommands", {"commands": [], "language_code": "zh-hans"}, "invalid language code"),
        ("getFile", {"file_id": "x"}, "wrong file_id"),
        ("setWebhook", {"url": "https://e.org"}, "to this machine alone"),
        ("setWebhook", {"url": "nowhere"}, "invalid webhook URL specified"),
        ("setWebhook", {"url": "http://127.0.0.1:9/", "secret_token": "x" * 257}, "secret token is too long"),
        ("setWebhook", {"url": "http://127.0.0.1:9/", "secret_token": "密"}, "contains unallowed characters"),
        ("sendChatAction", {"chat_id": ME, "action": "dancing"}, "wrong parameter action"),
    ],
)
def test_what_a_method_does_not_take_is_refused_by_name(
    telegram: Telegram, method: str, params: dict[str, object], words: str
) -> None:
    with pytest.raises(ApiError) as caught:
        telegram.call(method, params)
    assert caught.value.code == 400
    assert words in caught.value.description
    assert telegram.history()[-1]["ok"] is False


async def test_a_wrong_token_is_refused_and_the_right_one_never_written_down(
    address: str, telegram: Telegram, bot: Bot
) -> None:
    stranger = Bot("1:wrong", base_url=f"{address}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
    assert "canary" not in str(telegram.history())


async def test_arguments_come_by_query_form_and_json(address: str) -> None:
    url = f"{address}/bot{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session:
        form = {name: str(value) for name, value in SEND.items()}
        asked = (session.post(url, params=form), session.post(url, data=form), session.post(url, json=SEND))
        for request in asked:
            async with request as answer:
                assert (await answer.json())["ok"] is True
        async with session.post(url, data="{", headers={"Content-Type": "application/json"}) as answer:
            assert (answer.status, (await answer.json())["error_code"]) == (400, 400)
        async with session.get(f"{address}/bot{TOKEN}/getMe") as answer:
            assert (await answer.json())["result"]["username"] == "duban_bot"


def test_a_chat_takes_a_burst_and_then_one_a_second(watch: Watch) -> None:
    world = paced(watch)
    assert sent_until_429(world, [ME] * 10) == (CHAT.burst, 1)
    watch.wait(1)
    assert sent_until_429(world, [ME] * 10) == (1, 1)
    sent = world.messages(ME)[-1]["message_id"]
    with pytest.raises(ApiError, match="Too Many Requests: retry after 1"):
        world.call("editMessageText", {"chat_id": ME, "message_id": sent, "text": "改"})
    assert world.call("getMe", {})["is_bot"] is True
    world.close()


def test_a_group_takes_20_a_minute(watch: Watch) -> None:
    world = paced(watch)
    world.adds_bot(DIRECTOR.id, world.group)
    count = 0
    while sent_until_429(world, [world.group]) == (1, 0):
        count += 1
        watch.wait(1)
    assert GROUP.burst <= count <= GROUP.burst + 20 * GROUP.count / GROUP.seconds + 10
    watch.wait(60)
    assert sent_until_429(world, [world.group]) == (1, 0)
    world.close()


def test_all_chats_together_take_30_a_second(watch: Watch) -> None:
    crowd = [Persona(1000 + number, f"联络员{number}", "contact") for number in range(40)]
    world = paced(watch, *crowd)
    assert sent_until_429(world, [one.id for one in crowd])[0] in range(OVERALL.burst, OVERALL.burst + 9)
    watch.wait(1)
    assert sent_until_429(world, [one.id for one in crowd[:20]]) == (20, 0)
    world.close()


async def test_the_library_understands_a_rate_limit(
    bot: Bot, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # or the library warns of a change to come
    telegram.faults.add("sendMessage", "429", parameters={"retry_after": 7})
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(ME, "甲")
    assert "7" in str(caught.value).lower()
    assert (await bot.send_message(ME, "甲")).text == "甲"


@pytest.mark.parametrize(
    ("kind", "error", "carried_out"),
    [
        ("400", BadRequest, 0),
        ("500", NetworkError, 0),
        ("502", NetworkError, 0),
        ("401", InvalidToken, 0),
        ("reset-before", NetworkError, 0),
        ("reset-after", NetworkError, 1),
        ("accepted-500", NetworkError, 1),
        ("hang-after", TimedOut, 1),
        ("404", InvalidToken, 0),
        ("409", Conflict, 0),
        ("migrated", ChatMigrated, 0),
        ("expired", BadRequest, 0),
        ("truncated", TelegramError, 1),
        ("page", TelegramError, 0),
    ],
)
async def test_a_fault_tells_the_bot_one_thing_and_history_the_truth(
    bot: Bot, telegram: Telegram, kind: str, error: type[Exception], carried_out: int
) -> None:
    before = len(telegram.messages(ME))
    fault = telegram.faults.add("sendMessage", kind, parameters=MOVED if kind == "migrated" else None)
    with pytest.raises(error):
        await bot.send_message(ME, "甲", read_timeout=0.3)
    assert len(telegram.messages(ME)) - before == carried_out
    assert fault.struck == 1
    (call,) = telegram.history("sendMessage")
    assert (call["ok"], call["fault"]) == (bool(carried_out), kind)


def test_a_fault_waits_for_its_turn_and_strikes_as_often_as_told(telegram: Telegram) -> None:
    telegram.faults.add("sendMessage", "500", times=2, after=1)
    outcomes = []
    for _ in range(4):
        try:
            outcomes.append(bool(telegram.call("sendMessage", SEND)))
        except ApiError:
            outcomes.append(False)
    assert outcomes == [True, False, False, True]
    telegram.faults.add("*", "reset-before")
    with pytest.raises(LineReset):
        telegram.call("getMe", {})
    with pytest.raises(ValueError, match="unknown kind"):
        telegram.faults.add("sendMessage", "418")


def test_observers_see_accepted_calls_before_and_after(telegram: Telegram) -> None:
    seen: list[tuple[str, object]] = []
    telegram.on_call.append(lambda moment, call: seen.append((moment, call.get("result", {}).get("text"))))
    telegram.call("sendMessage", SEND)
    assert seen == [("before", None), ("after", "甲")]


@pytest.mark.parametrize(("kind", "parameters"), [("wrong-type", None), ("slow-drip", {"seconds": 0.0001})])
async def test_a_good_answer_that_comes_oddly_is_a_good_answer(
    bot: Bot, telegram: Telegram, kind: str, parameters: dict[str, float] | None
) -> None:
    telegram.faults.add("sendMessage", kind, parameters=parameters)
    assert (await bot.send_message(ME, "甲")).text == "甲"


@pytest.mark.parametrize("words", [*FORBIDDEN, *BAD])
def test_each_no_has_telegram_s_own_words(telegram: Telegram, words: str) -> None:
    telegram.faults.add("sendMessage", "403" if words in FORBIDDEN else "400", text=words)
    with pytest.raises(ApiError) as caught:
        telegram.call("sendMessage", SEND)
    assert caught.value.answer()["description"] == words


def test_updates_come_twice_or_in_any_order_and_none_is_missing(telegram: Telegram) -> None:
    for text in "甲乙丙丁":
        telegram.says(ME, ME, text)
    good = [one["update_id"] for one in telegram.call("getUpdates", {})]
    telegram.faults.add("getUpdates", "twice")
    telegram.faults.add("getUpdates", "shuffled")
    assert [one["update_id"] for one in telegram.call("getUpdates", {})] == good * 2
    mixed = [one["update_id"] for one in telegram.call("getUpdates", {})]
    assert (mixed != good, sorted(mixed)) == (True, good)
    with pytest.raises(ValueError, match="getUpdates alone"):
        telegram.faults.add("*", "twice")


def test_a_file_can_meet_with_misfortune_too(telegram: Telegram) -> None:
    file = telegram.sends_file(ME, ME, "纪要.txt", b"1")["document"]["file_id"]
    path = telegram.call("getFile", {"file_id": file})["file_path"]
    telegram.faults.add("download", "reset-before")
    with pytest.raises(LineReset):
        telegram.download(path)
    assert telegram.download(path) == b"1"
    assert [(call["ok"], call["fault"]) for call in telegram.history("download")] == [
        (False, "reset-before"),
        (True, None),
    ]


def struck(telegram: Telegram, weather: Weather, chats: list[int]) -> dict[int, list[str | None]]:
    """What meets each of the calls to these chats, in this order."""
    telegram.faults.set_in(weather)
    met: dict[int, list[str | None]] = {}
    for chat in chats:
        fault = telegram.faults.strike("sendMessage", chat)
        met.setdefault(chat, []).append(fault.kind if fault else None)
    return met


def test_weather_is_its_seed_s_whatever_the_order_of_the_chats(telegram: Telegram) -> None:
    weather = Weather(7, {"500": 0.2, "429": 0.1})
    met = struck(telegram, weather, [1, 2] * 500)
    assert met == struck(telegram, weather, [1] * 500 + [2] * 500)
    assert met != struck(telegram, Weather(8, weather.chances), [1, 2] * 500)
    kinds = Counter(kind for chat in met.values() for kind in chat)
    assert 150 < kinds["500"] < 250
    assert 60 < kinds["429"] < 140
    batches = struck(telegram, Weather(7, {"twice": 0.5, "500": 0.1}), [1, 2] * 500)
    assert Counter(kind for chat in batches.values() for kind in chat)["500"] < 140
    telegram.faults.set_in(Weather(7, {"500": 1.0}, method="edit*"))
    assert telegram.faults.strike("sendMessage", 1) is None
    telegram.faults.clear()
    assert telegram.faults.strike("editMessageText", 1) is None
