"""Updates that are brought: each is kept before Telegram is told so, and nobody else brings any."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from bot import hooking, intake
from bot.gate import Gate
from bot.hook import HEADER, LARGEST
from bot.hooking import Refused
from bot.listening import Deaf
from db.tables import Inbox, Invite, Person
from sandbox import courier
from services import people as posts
from tests.conftest import moved_in
from tests.house import DIRECTOR, REGISTRAR, Court

SECRET = "canary-of-the-hook"
SOMETHING = b'{"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}'


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
async def hooked(signed_installation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Court]:
    """As `signed`, its updates brought."""
    monkeypatch.setattr(courier, "AGAIN_AFTER", 0.01)
    port = free_port()
    gate = Gate(f"http://127.0.0.1:{port}/hook", SECRET, "127.0.0.1", port)
    court = await moved_in(signed_installation, tmp_path / "hooked", "2026-02-26 11:00", gate=gate)
    yield court
    await court.close()


async def brought(court: Court, body: bytes, **headers: str) -> int:
    assert court.gate is not None
    async with (
        aiohttp.ClientSession() as session,
        session.post(court.gate.url, data=BytesIO(body), headers=headers) as answer,
    ):
        return answer.status


def known(court: Court) -> dict[str, Any]:
    found: dict[str, Any] = court.telegram.call("getWebhookInfo", {})
    return found


async def test_people_are_answered_and_nothing_is_polled(hooked: Court) -> None:
    polls = len(hooked.telegram.history("getUpdates"))
    assert await hooked.say(REGISTRAR, "/tasks")
    assert known(hooked)["url"] == hooked.gate.url  # type: ignore[union-attr]
    assert known(hooked)["allowed_updates"] == intake.KINDS
    assert len(hooked.telegram.history("getUpdates")) == polls
    await hooked.stop()
    hooked.telegram.says(hooked.id(REGISTRAR), hooked.id(REGISTRAR), "/tasks")  # waits at Telegram meanwhile
    before = len(hooked.heard(REGISTRAR))
    await hooked.open()
    await hooked.quiet()
    assert len(hooked.heard(REGISTRAR)) == before + 1


async def test_whoever_does_not_know_the_secret_brings_nothing(hooked: Court) -> None:
    before = len(hooked.rows(Inbox))
    for secret in (None, "", "canary-of-the-hoo", "canary-of-the-hook.", "密", SECRET.upper()):
        headers = {} if secret is None else {HEADER: secret}
        assert await brought(hooked, SOMETHING, **headers) == 403
        assert await brought(hooked, b"x" * LARGEST, **headers) == 403
    assert len(hooked.rows(Inbox)) == before


NO_UPDATES = {
    "too large": (b"x" * (LARGEST + 1), 413),
    "nothing": (b"", 400),
    "a list": (b"[]", 400),
    "text": (b'{"update_id": "1"}', 400),
    "true": (b'{"update_id": true}', 400),
    "negative": (b'{"update_id": -1}', 400),
    "too high": (b'{"update_id": 99999999999999999999}', 400),
    "too deep": (b"[" * 200_000, 400),
    "no UTF-8": (b"\xff\xfe", 400),
}


async def test_what_is_no_update_is_not_kept(hooked: Court) -> None:
    before = len(hooked.rows(Inbox))
    got = {name: await brought(hooked, body, **{HEADER: SECRET}) for name, (body, _) in NO_UPDATES.items()}
    assert got == {name: code for name, (_, code) in NO_UPDATES.items()}
    assert len(hooked.rows(Inbox)) == before
    assert await hooked.say(REGISTRAR, "/tasks")


async def test_what_cannot_be_kept_is_not_confirmed_and_comes_again(
    hooked: Court, caplog: pytest.LogCaptureFixture
) -> None:
    failing = [3]

    def fail(*_: Any) -> None:
        if failing[0]:
            failing[0] -= 1
            raise OperationalError("INSERT", None, Exception("disk full"))

    before = len(hooked.heard(REGISTRAR))
    engine: Engine = hooked._database
    event.listen(engine, "commit", fail)
    hooked.telegram.says(hooked.id(REGISTRAR), hooked.id(REGISTRAR), "/tasks")
    async with asyncio.timeout(10):
        while failing[0]:
            await asyncio.sleep(0.005)
    event.remove(engine, "commit", fail)
    await hooked.quiet()
    assert len(hooked.heard(REGISTRAR)) == before + 1
    assert len({row.update_id for row in hooked.rows(Inbox)}) == len(hooked.rows(Inbox))
    assert "could not be kept, and is brought again" in caplog.text or "stumbled" in caplog.text
    assert "/tasks" not in caplog.text


async def test_an_update_that_is_brought_twice_has_one_effect(hooked: Court) -> None:
    await hooked.say(REGISTRAR, "/tasks")
    before, row = len(hooked.heard(REGISTRAR)), hooked.rows(Inbox)[-1]
    again = json.dumps(row.raw).encode()
    assert [await brought(hooked, again, **{HEADER: SECRET}) for _ in range(3)] == [200] * 3
    await hooked.quiet()
    assert len(hooked.heard(REGISTRAR)) == before


async def test_a_webhook_that_telegram_has_lost_is_set_again(
    hooked: Court, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hooking, "LOOK_SECONDS", 0.01)
    await hooked.stop()
    await hooked.open()
    hooked.telegram.call("deleteWebhook", {})
    async with asyncio.timeout(10):
        while not known(hooked)["url"]:
            await asyncio.sleep(0.005)
    assert "it is set again" in caplog.text
    assert await hooked.say(REGISTRAR, "/tasks")


async def test_a_bot_that_polls_again_takes_its_webhook_down(hooked: Court, caplog: pytest.LogCaptureFixture) -> None:
    await hooked.stop()
    hooked.gate = None
    hooked.telegram.says(hooked.id(DIRECTOR), hooked.id(DIRECTOR), "/status")
    before = len(hooked.heard(DIRECTOR))
    await hooked.open()
    await hooked.quiet()
    assert len(hooked.heard(DIRECTOR)) == before + 1
    assert known(hooked)["url"] == ""
    assert "is taken down" in caplog.text


async def test_an_address_that_telegram_does_not_take_or_a_taken_port_is_one_line(hooked: Court) -> None:
    await hooked.stop()
    assert hooked.gate is not None
    good = hooked.gate
    hooked.gate = Gate("https://court.example/hook", SECRET, "127.0.0.1", good.port)
    with pytest.raises(Refused, match=r"DUBAN_WEBHOOK_URL: https://court.example/hook is not taken by Telegram"):
        await hooked.open()
    await hooked.stop()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        hooked.gate = Gate(good.url, SECRET, "127.0.0.1", taken.getsockname()[1])
        with pytest.raises(Deaf, match=r"webhook.port: 127.0.0.1:\d+ cannot be listened on"):
            await hooked.open()
    await hooked.stop()


async def test_of_fifty_who_bring_one_invitation_at_once_exactly_one_waits(hooked: Court) -> None:
    """Fifty requests that are open at the same time."""
    assert hooked.gate is not None
    token = await hooked.use(lambda office: posts.invite(office, hooked.posts("创建办副主任")[0].id).token)
    headers = {HEADER: SECRET}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=50)) as session:

        async def claim(n: int) -> int:
            body = claimed(9_000_000 + n, 8_000_000 + n, token)
            async with session.post(hooked.gate.url, json=body, headers=headers) as answer:  # type: ignore[union-attr]
                return answer.status

        assert await asyncio.gather(*map(claim, range(50))) == [200] * 50
    await hooked.quiet()
    came = [person for person in hooked.rows(Person) if person.telegram_id >= 8_000_000]
    assert [person.state for person in came] == ["waiting"]
    assert [row.claimed_by for row in hooked.rows(Invite) if row.claimed_by in {person.id for person in came}] == [
        came[0].id
    ]
    kept = [row for row in hooked.rows(Inbox) if row.update_id >= 9_000_000]
    assert len(kept) == 50
    assert [row.sender for row in kept if row.raw] == [came[0].telegram_id], (
        "of those who came too late nothing is kept"
    )


def claimed(update: int, person: int, token: str) -> dict[str, Any]:
    sender = {"id": person, "is_bot": False, "first_name": f"来人{person}"}
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    message = {"message_id": update, "date": 1, "chat": {"id": person, "type": "private"}, "from": sender}
    return {"update_id": update, "message": message | {"text": f"/start {token}", "entities": [entity]}}
