"""Fifty bring one invitation at once, to two bots on one database: one of them has it (T2)."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from sqlmodel import col, select

from bot import buttons
from bot.app import make_desk
from bot.buttons import Press
from bot.hook import HEADER
from db import engine
from db.tables import Audit, Inbox, Invite, Outbox, Person, Tenure
from sandbox.personas import Persona
from services import people as posts
from services.auditing import first_broken
from tests.postgres.replicas import CROWD, PATIENCE
from tests.server import Server
from tests.settings import SHIPPED
from tests.torture import storms
from tests.torture.storms import QUICK, Scene

MANY, FIRST, SEED = 50, 8_000_000, 20226
DIRECTOR = CROWD[0]
Raw = dict[str, Any]


async def test_of_fifty_who_bring_one_invitation_to_two_bots_at_once_one_has_the_post_and_nobody_else_is_in(
    running: Server, migrated: str, tmp_path: Path
) -> None:
    """Each of them is brought to both bots at the same time, and so is the word of the director."""
    async with storms.scene(running, migrated, tmp_path, QUICK, SEED) as scene:
        come(scene, [Persona(FIRST + n, f"来人{n}", "contact", in_group=False) for n in range(MANY)])
        token = await asyncio.to_thread(invited, scene)
        await bring(scene, [claim(FIRST + n, token) for n in range(MANY)])
        ((invite, winner),) = await asyncio.to_thread(claims, scene)
        await bring(scene, [confirm(scene, FIRST + MANY + n, invite) for n in range(2)])
        assert scene.replicas.overlaps() == []
        assert await asyncio.to_thread(scene.replicas.unfollowed) == []
        with engine.session(scene.replicas.database) as session:
            came = session.exec(select(Person).where(col(Person.telegram_id) >= FIRST)).all()
            assert [(person.id, person.state) for person in came] == [(winner, "active")]
            held = session.exec(select(Tenure.person_id).where(Tenure.post_id == scene.callers.vacant)).all()
            assert held == [winner]
            kept = session.exec(select(Inbox).where(col(Inbox.update_id).between(FIRST, FIRST + MANY - 1))).all()
            assert len(kept) == MANY
            assert [row.sender for row in kept if row.raw] == [came[0].telegram_id]
            assert len(session.exec(select(Audit).where(Audit.verb == "claim")).all()) == 1
            turned_away = session.exec(select(Outbox.chat_id).where(Outbox.kind == "stranger")).all()
            assert len(turned_away) == len({*turned_away}) == MANY - 1
            assert came[0].telegram_id not in turned_away
            assert first_broken(session) is None


def come(scene: Scene, crowd: Sequence[Persona]) -> None:
    """Whom Telegram knows, and who have started the bot."""
    known = scene.replicas.telegram.world.people
    known.add(crowd)
    for persona in crowd:
        known.mark(persona.id, "started", 1)


def invited(scene: Scene) -> str:
    """The token, for a post that nobody holds."""
    desk = make_desk(scene.replicas.database, SHIPPED, scene.callers.secret, "")
    found: str = desk.call(lambda office: posts.invite(office, scene.callers.vacant).token, datetime.now(UTC), "invite")
    desk.close()
    return found


def claims(scene: Scene) -> list[tuple[int, int]]:
    """Invitations that were claimed, and by whom."""
    with engine.session(scene.replicas.database) as session:
        found = session.exec(select(Invite).where(col(Invite.claimed_by).is_not(None))).all()
        return [(row.id, row.claimed_by) for row in found if row.claimed_by is not None]


def claim(number: int, token: str) -> Raw:
    sender = {"id": number, "is_bot": False, "first_name": f"来人{number}"}
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    message = {"message_id": number, "date": 1, "chat": {"id": number, "type": "private"}, "from": sender}
    return {"update_id": number, "message": message | {"text": f"/start {token}", "entities": [entity]}}


def confirm(scene: Scene, number: int, invite: int) -> Raw:
    sender = {"id": DIRECTOR.id, "is_bot": False, "first_name": DIRECTOR.name}
    message = {"message_id": number, "date": 1, "chat": {"id": DIRECTOR.id, "type": "private"}}
    data = buttons.sign(scene.callers.secret, DIRECTOR.id, DIRECTOR.id, Press("confirm", str(invite), 0))
    query = {"id": str(number), "from": sender, "message": message, "data": data, "chat_instance": "1"}
    return {"update_id": number, "callback_query": query}


async def bring(scene: Scene, updates: Sequence[Raw]) -> None:
    """Each to each of the bots, all at once; returns when they are worked on."""
    headers = {HEADER: scene.balancer.secret}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), headers=headers) as client:
        urls = scene.balancer.urls
        assert len(urls) == 2
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(_bring(client, url, raw) for raw in updates for url in urls))
            numbers = {raw["update_id"] for raw in updates}
            while not numbers <= await asyncio.to_thread(scene.callers.done):
                await asyncio.sleep(0.05)


async def _bring(client: aiohttp.ClientSession, url: str, raw: Raw) -> None:
    """Until it is taken, as Telegram does it."""
    while True:
        try:
            async with client.post(url, json=raw) as answer:
                if answer.status == 200:
                    return
                assert answer.status == 503
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0.05)  # it is not up yet
