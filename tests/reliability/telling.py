"""Where the story is told, and one telling of it from the first word to the reckoning."""

import asyncio
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot import cast
from bot.app import make_desk
from bot.secrets import secret
from db import engine
from db.queries import people
from db.tables import Person
from sandbox.personas import Persona
from services.office import Office
from services.taking import take
from tests.house import IN_GROUP, at, furnished
from tests.reliability.reckoning import Outcome, complaints, outcome
from tests.reliability.tale import DIRECTOR, POLITICAL, REGISTRAR, START, Tale
from tests.reliability.ward import Death, Ward
from tests.settings import ROUND

T = TypeVar("T")
UNSURE = "SELECT kind, state, error FROM outbox WHERE state IN ('unknown', 'dead')"


@dataclass(frozen=True)
class Scene:
    """An installation on which one contact is on a post already, and nobody else."""

    folder: Path
    crowd: list[Persona]
    unit: int
    post: int


@dataclass(frozen=True)
class Told:
    outcome: Outcome
    complaints: list[str]
    deaths: list[str]  # the acts in which the bot died
    steps: dict[str, tuple[int, int]]  # act → commits and sends
    unsure: list[tuple[str, str, str | None]]  # (kind, state, error) of what may not have arrived


def set_up(folder: Path) -> Scene:
    furnished(folder / "duban.db")
    database = engine.open_file(folder / "duban.db")
    desk = make_desk(database, ROUND, secret(folder), "duban_bot")
    parts: list[cast.Part] = desk.call(cast.parts, at(START), "personas")
    wanted = {part.title: part for part in parts if part.title in (DIRECTOR, REGISTRAR, POLITICAL)}
    desk.call(lambda office: _seat(office, wanted[POLITICAL]), at(START), "seat")
    (registrar,) = people.posts_called(desk.session, REGISTRAR)
    desk.close()
    database.dispose()
    crowd = [Persona(p.telegram_id, p.title, p.role, in_group=p.role in IN_GROUP) for p in wanted.values()]
    crowd.sort(key=lambda persona: persona.name != DIRECTOR)
    return Scene(folder, crowd, registrar.unit_id, registrar.id)


def _seat(office: Office, part: cast.Part) -> None:
    post = people.post(office.session, part.post_id)
    assert post is not None
    person = Person(telegram_id=part.telegram_id, name=part.title, language="zh_CN", state="active", at=office.now)
    office.session.add(person)
    office.session.flush()
    take(office, post, person)


async def tell(scene: Scene, folder: Path, death: Death | None, twin: Outcome | None) -> Told:
    shutil.copytree(scene.folder, folder)
    ward = Ward(folder, scene.crowd, at(START), death)
    await ward.open()
    try:
        ids = {persona.name: persona.id for persona in scene.crowd}
        ward.telegram.world.people.mark(ids[POLITICAL], "started", 1)
        await Tale(ward, ids, scene.unit, scene.post).tell()
        return Told(outcome(ward), complaints(ward, twin), ward.deaths, ward.steps, ward.ask(UNSURE))
    finally:
        await ward.close()
        shutil.rmtree(folder)


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """On a loop of its own, in a thread: those of the other tests are not to be disturbed."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
