"""A court of so many departments on a Monday morning in March: everybody has the card that asks for the monthly round.

`.venv/bin/python -m tests.bench.court FILE DEPARTMENTS` makes its records; in a process of its own, so that what that
takes is nobody else's.
"""

import dataclasses
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import cast
from bot.app import make_desk, notice_at_work
from bot.clock import MovableClock
from bot.play import Play
from bot.rehearse import GROUP, Ledger
from db import engine, migrate
from domain.notice import Area, Indicator, Notice, Post, Unit
from services import loading
from tests.bench.given import MONDAY, SECRET, SETTINGS

GIVEN = datetime.fromisoformat("2026-02-26T09:30+08:00")
MEMBERS = "各部门"
SHIPPED = 16  # departments of the first notice


def notice_of(departments: int) -> Notice:
    """The shipped notice for so many departments: what those that are left out would lead is the first one's."""
    notice = notice_at_work(SETTINGS)
    more = tuple(f"第{n:03d}审判庭" for n in range(SHIPPED, departments))
    own = [unit for unit in notice.units if unit.kind == "unit"][:departments]
    kept = {*(unit.name for unit in own), *more}
    others = [_among(unit, kept, more) for unit in notice.units if unit.kind != "unit"]
    named = kept | {unit.name for unit in others}
    posts = tuple(post for post in notice.posts if post.unit in named)
    return dataclasses.replace(
        notice,
        units=(*own, *(Unit(name) for name in more), *others),
        posts=(*posts, *(Post(f"{name}联络员", name, "contact") for name in more)),
        areas=tuple(_led(area, named, own[0].name) for area in notice.areas),
    )


def _among(unit: Unit, kept: set[str], more: tuple[str, ...]) -> Unit:
    """A group of those that are there."""
    members = tuple(name for name in unit.members if name in kept) + (more if unit.name == MEMBERS else ())
    return dataclasses.replace(unit, members=members, convenor=unit.convenor if unit.convenor in kept else None)


def _led(area: Area, named: set[str], first: str) -> Area:
    items = (
        dataclasses.replace(item, indicators=tuple(_answered(one, named, first) for one in item.indicators))
        for item in area.items
    )
    return dataclasses.replace(area, items=tuple(items))


def _answered(indicator: Indicator, named: set[str], first: str) -> Indicator:
    responsible = tuple(name for name in indicator.responsible if name in named)
    lead = indicator.lead if indicator.lead in named else first
    return dataclasses.replace(indicator, lead=lead, responsible=responsible)


def build(path: Path, departments: int) -> None:
    database = engine.open_file(path)
    migrate.upgrade(database)
    with engine.session(database) as session:
        loading.load_notice(session, notice_of(departments))
        loading.load_days(session, loading.published_days())
        session.commit()
    clock = MovableClock(GIVEN, running=False)
    desk = make_desk(database, SETTINGS, SECRET, "duban_bot")
    parts: Sequence[cast.Part] = desk.call(cast.fill, clock.now(), "cast")
    ledger = Ledger(desk, clock, {part.telegram_id: part.title for part in parts})
    days = Play(desk, clock, ledger, lambda content: "0" * 64)
    days.later(GIVEN, lambda: desk.call(lambda office: cast.begin(office, GROUP), clock.now(), "begin"))
    days.run(MONDAY)
    desk.close()
    database.dispose()


def main(arguments: Any) -> None:
    build(Path(arguments[0]), int(arguments[1]))
    print("{}")


if __name__ == "__main__":
    main(sys.argv[1:])
