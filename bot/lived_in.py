"""The sandbox as it is found the first time: the quarter has been played up to today, in memory, then kept."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot import cast
from bot.app import furnish, make_desk
from bot.clock import MovableClock
from bot.desk import Desk
from bot.play import Play
from bot.player import Manner, Player
from bot.safe import Safe
from bot.secrets import secret
from bot.settings import Settings
from bot.world import World
from db import engine, migrate
from db.queries import people
from sandbox.telegram import Telegram
from services.office import Office

LATE_EVERY = 6  # departments: one of six is late
MakeTelegram = Callable[[Desk, Callable[[], datetime]], Telegram]


def live_in(settings: Settings, folder: Path, until: datetime, username: str, make_telegram: MakeTelegram) -> None:
    """Leaves telegram.db and then duban.db in the folder: the records last, since they say that all is there."""
    local = until.astimezone(settings.zone)
    quarter = local.replace(month=(local.month - 1) // 3 * 3 + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
    clock = MovableClock(quarter, running=False)
    part = folder / "playing.db"
    part.unlink(missing_ok=True)
    database = engine.open_file(part)
    migrate.upgrade(database)
    furnish(database, settings)
    memory = engine.copy_to_memory(database)
    desk = make_desk(memory, settings, secret(folder), username)
    telegram = make_telegram(desk, clock.now)
    keep = Safe(folder / "proof", settings.rules().largest_file).keep
    _play(Play(desk, clock, World(telegram), keep), telegram, settings, until)
    desk.close()
    chats = folder / "telegram.db"
    chats.unlink(missing_ok=True)
    telegram.copy_to(chats)
    telegram.close()
    engine.copy(memory, database)
    database.dispose()
    part.rename(folder / "duban.db")


def _play(play: Play, telegram: Telegram, settings: Settings, until: datetime) -> None:
    desk, clock, hours = play.desk, play.clock, settings.hours
    clock.move_to(hours.opening(desk.calendar.on_or_after(hours.today(clock.now()))))
    director: int = desk.call(lambda office: come_in(office, telegram), clock.now(), "cast")
    telegram.adds_bot(director, telegram.group)
    play.settle_down()
    desk.call(lambda office: cast.begin(office, telegram.group), clock.now(), "begin")
    world = play.outside
    assert isinstance(world, World)
    world.player = Player(play, desk, world, manners(desk))
    play.run(until)


def come_in(office: Office, telegram: Telegram) -> int:
    """Everybody comes to a post, and whoever has not done so yet speaks to the bot; the director's number."""
    parts = cast.fill(office)
    for telegram_id in dict.fromkeys(part.telegram_id for part in parts):
        if not telegram.world.people.has_started(telegram_id):
            telegram.says(telegram_id, telegram_id, "/start")
    return cast.director(office).telegram_id


def manners(desk: Desk) -> Callable[[str], Manner]:
    """Most are on time, some late, one never answers."""
    found = [unit.name for unit in people.units(desk.session) if unit.kind == "unit"]
    late = set(found[LATE_EVERY - 1 :: LATE_EVERY])

    def manner(unit: str) -> Manner:
        return "none" if unit == found[-1] else "late" if unit in late else "on-time"

    return manner
