"""What the page tells of misfortunes: every message with its tries, whether it arrived, and whether twice."""

from typing import Any

import aiohttp
import pytest

from sandbox.coping import coping
from sandbox.errors import ApiError
from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT
from tests.sandbox.test_sandbox_page import do, look, see

ME = CONTACT.id
SPOKEN = "send*|edit*"


@pytest.fixture(autouse=True)
def spoken_to(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")


def send(telegram: Telegram, text: str = "甲") -> bool:
    """Whether the bot learns that it arrived."""
    try:
        telegram.call("sendMessage", {"chat_id": ME, "text": text})
    except (ApiError, OSError):
        return False
    return True


def latest(telegram: Telegram) -> Any:
    return coping(telegram)["deliveries"][0]


@pytest.mark.parametrize(
    ("kind", "arrived"),
    [("429", 1), ("500", 1), ("reset-before", 1), ("reset-after", 2), ("hang-after", 2)],
)
def test_tries_of_one_message_are_told_together_and_a_second_arrival_is_seen(
    telegram: Telegram, kind: str, arrived: int
) -> None:
    telegram.faults.add(SPOKEN, kind)
    assert [send(telegram), send(telegram)] == [False, True]
    told = latest(telegram)
    assert ([one["fault"] for one in told["tries"]], told["arrived"], told["to"]) == (
        [kind, None],
        arrived,
        CONTACT.name,
    )
    assert (coping(telegram)["troubled"], coping(telegram)["twice"]) == (1, int(arrived > 1))


def test_the_same_words_later_are_another_message(telegram: Telegram) -> None:
    assert send(telegram)
    assert send(telegram)
    assert [len(one["tries"]) for one in coping(telegram)["deliveries"]] == [1, 1]
    assert coping(telegram)["twice"] == 0


def test_what_comes_again_with_a_mark_is_no_silent_repeat(telegram: Telegram) -> None:
    telegram.faults.add(SPOKEN, "reset-after")
    assert [send(telegram, "甲"), send(telegram, "【补发】\n甲")] == [False, True]
    assert (latest(telegram)["arrived"], latest(telegram)["marked"], coping(telegram)["twice"]) == (2, True, 0)


def test_an_edit_that_is_repeated_arrives_once(telegram: Telegram) -> None:
    number = telegram.call("sendMessage", {"chat_id": ME, "text": "甲"})["message_id"]
    edit = {"chat_id": ME, "message_id": number, "text": "乙"}
    telegram.faults.add(SPOKEN, "reset-after")
    with pytest.raises(ConnectionResetError):
        telegram.call("editMessageText", edit)
    with pytest.raises(ApiError, match="not modified"):
        telegram.call("editMessageText", edit)
    assert (latest(telegram)["arrived"], coping(telegram)["twice"]) == (1, 0)


def test_what_telegram_refuses_by_itself_is_told_in_its_words(telegram: Telegram) -> None:
    telegram.blocks(ME)
    assert not send(telegram)
    assert (latest(telegram)["arrived"], latest(telegram)["tries"][0]["refused"]) == (
        0,
        "Forbidden: bot was blocked by the user",
    )


async def test_a_misfortune_meets_what_is_said_and_nothing_else(
    page: aiohttp.ClientSession, telegram: Telegram
) -> None:
    assert await do(page, "fault", kind="500", times=2) == (200, {})
    telegram.call("getMe", {})
    assert (await look(page))["faults"] == 1
    assert (await see(page, "coping"))["waiting"] == [{"kind": "500", "method": SPOKEN, "left": 2}]
    assert not send(telegram)
    assert await do(page, "fault", kind="none") == (200, {})
    assert send(telegram)
    for wrong in ({"kind": "flood"}, {"kind": "500", "times": 0}, {"kind": "500", "times": 1000}):
        assert await do(page, "fault", **wrong) == (400, {"error": "there is no such misfortune"})


async def test_what_is_not_handed_over_is_not_offered(page: aiohttp.ClientSession) -> None:
    assert await do(page, "tour", do="begin") == (400, {"error": "that is not offered here"})
    assert await do(page, "others", manner="late", held=ME) == (400, {"error": "nobody is played so"})
    told = await look(page)
    assert (told["can_tour"], told["can_empty"], told["played"], told["tour"]) == (False, False, None, [])
    assert await see(page, "agenda") == {"agenda": []}
