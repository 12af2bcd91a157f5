"""The bot, until it is told to stop: with a token before Telegram, without one before a local Telegram."""

import argparse
import asyncio
import logging
import shlex
import signal
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot import lock, logs, private, systemd
from bot.app import House, Line
from bot.clock import SystemClock
from bot.gate import Gate
from bot.hooking import Refused
from bot.leading import LOOK_SECONDS, first_of, pause, stand_by
from bot.listening import Deaf
from bot.secrets import secret
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, habit_of, journal_folder, journal_of, open_records, path_of
from bot.tongue import t
from bot.vault.backing_up import Place
from bot.watch import Watch
from bot.wire import NotLeading
from db.postgres import Lead, LeadLost
from exports.font import require
from services import people


def purpose() -> str:
    return t("the bot; without a token beside a local Telegram in the browser")


PORT = 8081
log = logging.getLogger(__name__)


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help=t("the sandbox starts anew"))
    parser.add_argument("--port", type=int, default=PORT, help=t("of the sandbox's page"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up()
    require()
    if not 0 <= args.port <= 65535:
        raise Complaint(t("--port: {port} is no port", port=args.port))
    if environment.token is None:
        return asyncio.run(_sandbox(args, environment, settings))
    return asyncio.run(_live(environment, settings))


async def _sandbox(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    # the sandbox is loaded only where it is used
    from bot.stage import Stage
    from sandbox.errors import PortTaken

    folder = environment.data_dir / "sandbox"
    held = lock.hold(environment.data_dir)
    assert held
    stage = Stage(settings, folder)
    try:
        address = await stage.start(args.port, args.fresh)
    except PortTaken as error:
        raise Complaint(t("port {port} is taken; choose another with --port", port=args.port)) from error
    print(f"沙盒已启动，请用浏览器打开 / The sandbox is open at  {address}", flush=True)
    try:
        await stage.opened()
        await _told_to_stop().wait()
    finally:
        await stage.stop()
    return 0


async def _live(environment: Environment, settings: Settings) -> int:
    """On a file of one's own until told to stop; on a server whenever this one leads."""
    assert environment.token is not None
    stop = _told_to_stop()
    records = path_of(environment)
    _must_be_private(environment, settings, records)
    if records:
        _hold(records, environment.data_dir)
    database = open_records(environment, settings)
    try:
        if records:
            await _work(environment, settings, database, stop)
        else:
            await _take_turns(environment, settings, database, stop)
    finally:
        database.dispose()
    return 0


async def _take_turns(environment: Environment, settings: Settings, database: Engine, stop: asyncio.Event) -> None:
    """Whenever it leads."""
    served = False
    while lead := await _lead(environment, settings, database, stop):
        try:
            await _work(environment, settings, database, stop, lead)
            served = True
        except Complaint as complaint:
            if not served and not isinstance(complaint.__cause__, NotLeading):
                raise
            log.error("%s; tried again in %s s", complaint, LOOK_SECONDS)
            await pause(stop)
        except (LeadLost, DBAPIError) as error:
            log.error("the records did not answer (%s); standing by", type(error).__name__)
            await pause(stop)
        finally:
            lead.leave()


async def _lead(environment: Environment, settings: Settings, database: Engine, stop: asyncio.Event) -> Lead | None:
    from bot.standby import Standby  # with its web server loaded where several stand by

    gate = _gate(environment, settings)
    journal = journal_of(environment, settings)
    standby = Standby(database, settings, secret(environment.data_dir), SystemClock(), gate, journal)
    await standby.start()
    try:
        return await stand_by(database, stop, standby.tell)
    finally:
        await standby.stop()


def _must_be_private(environment: Environment, settings: Settings, records: Path | None) -> None:
    """Backups are encrypted: of those it is only said, by the doctor."""
    places = private.places(environment.data_dir, records, journal_folder(environment, settings))
    if wide := private.wide(places):
        raise Complaint(
            t("others can read what is the office's alone: run chmod -R go= {paths}", paths=shlex.join(map(str, wide)))
        )


def _hold(records: Path, folder: Path) -> None:
    """As long as the process lives."""
    lock.hold(folder)
    lock.hold(records.parent, f"{records.name}.lock")


async def _work(
    environment: Environment, settings: Settings, database: Engine, stop: asyncio.Event, lead: Lead | None = None
) -> None:
    """Until told to stop, or until another leads."""
    assert environment.token is not None
    line = Line(environment.token, environment.api_url, environment.proxy, _gate(environment, settings))
    folder = environment.data_dir
    place = Place(database, folder, environment.config, journal_of(environment, settings))
    habit = habit_of(environment, settings)
    house = House(database, settings, SystemClock(), line, secret(folder), folder, (place, habit), lead)
    watch = Watch(house, database, folder, settings.watch.port, habit.folder)
    try:
        await house.start()
        code = await house.on_desk(house.desk.call, people.claim_code, house.clock.now(), "claim code")
        if code:
            print(
                f"创建办主任的一次性登记链接 / The director's one-time link: https://t.me/{house.username}?start={code}",
                flush=True,
            )
        await watch.start()
        await first_of(stop, house.lost)
    except (Deaf, Refused) as error:
        raise Complaint(str(error)) from error
    except InvalidToken as error:
        raise Complaint(t("DUBAN_TELEGRAM_TOKEN: Telegram does not accept this token")) from error
    except BadRequest as error:  # a kind of NetworkError, and no fault of the line
        said = t(
            "DUBAN_TELEGRAM_API_URL: {url} refused the first call ({reason})", url=environment.api_url, reason=error
        )
        raise Complaint(said) from error
    except NetworkError as error:
        raise Complaint(_unreachable(environment, error)) from error
    except TelegramError as error:  # it answered, but not as a Bot API server answers a new bot
        said = t("DUBAN_TELEGRAM_API_URL: {url} answered: {reason}", url=environment.api_url, reason=error)
        raise Complaint(said) from error
    finally:
        await watch.stop()
        await house.stop()


def _unreachable(environment: Environment, error: NetworkError) -> str:
    about = {"url": environment.api_url, "reason": error}
    if not environment.proxy:
        return t("DUBAN_TELEGRAM_API_URL: {url} cannot be reached ({reason})", **about)
    return t(
        "DUBAN_TELEGRAM_API_URL: {url} cannot be reached through DUBAN_TELEGRAM_PROXY {proxy} ({reason})",
        **about,
        proxy=environment.proxy,
    )


def _gate(environment: Environment, settings: Settings) -> Gate | None:
    if environment.webhook_url is None or environment.webhook_secret is None:
        return None
    return Gate(environment.webhook_url, environment.webhook_secret, settings.webhook.host, settings.webhook.port)


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()

    def told() -> None:
        systemd.notify("STOPPING=1")
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told)
    return stop
