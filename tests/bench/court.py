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
from bot.settings import HOME, Settings, load
from db import engine, migrate
from domain.notice import Notice, Post, Unit
from services import loading

SETTINGS: Settings = load(HOME / "config.toml")
SECRET = bytes(32)
GIVEN = datetime.fromisoformat("2026-02-26T09:30+08:00")
MONDAY = datetime.fromisoformat("2026-03-02T09:10+08:00")
MEMBERS = "各部门"
SHIPPED = 16  # departments of the first notice


def notice_of(departments: int) -> Notice:
    """The shipped notice, with as many departments besides as are wanted; its own ones all stay."""
    notice = notice_at_work(SETTINGS)
    names = tuple(f"第{n:03d}审判庭" for n in range(SHIPPED, departments))
    units = [_with_members(unit, names) for unit in notice.units]
    first_group = next(n for n, unit in enumerate(units) if unit.kind == "group")
    units[first_group:first_group] = [Unit(name) for name in names]
    posts = (*notice.posts, *(Post(f"{name}联络员", name, "contact") for name in names))
    return dataclasses.replace(notice, units=tuple(units), posts=posts)


def _with_members(unit: Unit, names: tuple[str, ...]) -> Unit:
    return dataclasses.replace(unit, members=(*unit.members, *names)) if unit.name == MEMBERS else unit


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
