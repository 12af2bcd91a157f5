"""The command line. What a person did wrong is one line; 0 is good, 2 is a wrong call, 1 everything else."""

import argparse
import asyncio
import dataclasses
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot import lock, logs, read, terminal_export, terminal_import
from bot.app import House, Line, furnish, make_desk, maker_of, notice_at_work
from bot.clock import SystemClock
from bot.desk import Desk
from bot.rehearse import rehearse
from bot.safe import Safe
from bot.secrets import DamagedSecret, secret
from bot.settings import Environment, Settings, SettingsError, load
from catalogue.reading.storing import restored
from catalogue.reading.telling import as_lines, as_record
from catalogue.shipped import CatalogueError
from db import engine, migrate
from db.queries import outbox
from db.queries import people as posts_on_record
from exports.font import MissingFont, require
from services import auditing, charging, people
from services.drilling import totals
from services.office import Office

NAME = "bot"  # a name for the records' own use of the desk, never shown
PORT = 8081
YEARS = range(2004, 2101)  # those before have no calendar of working days


class Complaint(Exception):
    """One line for the terminal."""


def main() -> int:
    os.umask(0o077)  # whatever is written is the office's alone
    args = arguments()
    try:
        environment = Environment.read()
        settings = load(environment.config)
        code: int = args.act(args, environment, settings)
    except (
        SettingsError,
        CatalogueError,
        engine.DatabaseError,
        migrate.SchemaError,
        lock.Taken,
        DamagedSecret,
        MissingFont,
        Complaint,
    ) as error:
        print(f"duban: {error}", file=sys.stderr)
        return 1
    except OSError as error:  # a folder that is none, a disk that is full: the file is named
        print(f"duban: {error.filename or 'system'}: {error.strerror}", file=sys.stderr)
        return 1
    return code


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Duban 督办")
    every = "run | import | export | rehearse | status | invite | audit | read"
    acts = parser.add_subparsers(required=True, metavar=every)
    act = acts.add_parser("run", help="the bot; without a token beside a local Telegram in the browser")
    act.add_argument("--fresh", action="store_true", help="the sandbox starts anew")
    act.add_argument("--port", type=int, default=PORT, help="of the sandbox's page")
    act.set_defaults(act=run)
    act = acts.add_parser("rehearse", help="every message that these days would bring")
    act.add_argument("--from", dest="start", type=day, required=True, metavar="YYYY-MM-DD")
    act.add_argument("--to", dest="end", type=day, required=True, metavar="YYYY-MM-DD")
    act.add_argument("--answers", choices=("on-time", "late", "none"), default="on-time")
    act.add_argument("--json", action="store_true", help="one object a line")
    act.set_defaults(act=run_rehearsal)
    act = acts.add_parser("status", help="where things stand")
    act.add_argument("--json", action="store_true")
    act.set_defaults(act=status)
    act = acts.add_parser("invite", help="a one-time link for a post")
    act.add_argument(
        "post", help="its title, such as 立案庭联络员; with a seat number behind it where there are several"
    )
    act.set_defaults(act=invite)
    act = acts.add_parser("audit", help="whether the trail is whole")
    act.add_argument("what", choices=("verify",))
    act.set_defaults(act=audit)
    act = acts.add_parser("import", help="a notice comes in, for the director to review in chat")
    act.add_argument("file", type=Path)
    act.add_argument(
        "--dry-run", action="store_true", help="only read it and show what was read; no records are needed"
    )
    act.add_argument("--json", action="store_true", help="what was read, as one object")
    act.set_defaults(act=import_notice)
    act = acts.add_parser("export", help="a document made of the records")
    terminal_export.add_arguments(act)
    act.set_defaults(act=export)
    act = acts.add_parser("read", help="what would be understood of an answer; nothing is recorded")
    act.add_argument("what", metavar="CODE[/SEQ]", help="the indicator, and which of its demands")
    act.add_argument("text")
    act.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day on which it is written")
    act.add_argument("--period", help="such as 2026-10, 2026-H2, 2026")
    act.add_argument("--department", help="who writes it")
    act.add_argument("--last", action="append", default=[], metavar="NAME=VALUE", help="what is on record")
    act.add_argument("--json", action="store_true")
    act.set_defaults(act=read_text)
    return parser.parse_args()


def day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-01-31") from error
    if found.year not in YEARS:
        raise argparse.ArgumentTypeError(f"{text} is not between {YEARS[0]} and {YEARS[-1]}")
    return found


def run(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up()
    require()
    if not 0 <= args.port <= 65535:
        raise Complaint(f"--port: {args.port} is no port")
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
        raise Complaint(f"port {args.port} is taken; choose another with --port") from error
    print(f"沙盒已启动，请用浏览器打开 / The sandbox is open at  {address}", flush=True)
    try:
        await stage.opened()
        await _until_told_to_stop()
    finally:
        await stage.stop()
    return 0


async def _live(environment: Environment, settings: Settings) -> int:
    assert environment.token is not None
    held = [lock.hold(environment.data_dir), lock.hold(_path(environment).parent, f"{_path(environment).name}.lock")]
    assert all(held)
    database = _records(environment)
    migrate.upgrade(database)
    furnish(database, settings)
    line = Line(environment.token, environment.api_url, environment.proxy)
    house = House(database, settings, SystemClock(), line, secret(environment.data_dir), environment.data_dir)
    try:
        await house.start()
        code = await house.on_desk(house.desk.call, people.claim_code, house.clock.now(), "claim code")
        if code:
            print(
                f"创建办主任的一次性登记链接 / The director's one-time link: https://t.me/{house.username}?start={code}",
                flush=True,
            )
        await _until_told_to_stop()
    except InvalidToken as error:
        raise Complaint("DUBAN_TELEGRAM_TOKEN: Telegram does not accept this token") from error
    except BadRequest as error:  # a kind of NetworkError, and no fault of the line
        raise Complaint(f"DUBAN_TELEGRAM_API_URL: {environment.api_url} refused the first call ({error})") from error
    except NetworkError as error:
        through = f" through DUBAN_TELEGRAM_PROXY {environment.proxy}" if environment.proxy else ""
        raise Complaint(
            f"DUBAN_TELEGRAM_API_URL: {environment.api_url} cannot be reached{through} ({error})"
        ) from error
    except TelegramError as error:  # it answered, but not as a Bot API server answers a new bot
        raise Complaint(f"DUBAN_TELEGRAM_API_URL: {environment.api_url} answered: {error}") from error
    finally:
        await house.stop()
    return 0


async def _until_told_to_stop() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def run_rehearsal(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up(level=30)
    if args.end < args.start:
        raise Complaint("--to is before --from")
    database = _from_then_on(_path(environment), args.start, settings)
    for line in rehearse(database, settings, args.start, args.end, args.answers):
        row = dataclasses.asdict(line)
        print(
            json.dumps(row, ensure_ascii=False) if args.json else f"{line.at}  {line.to}  {line.subject}\n{line.text}\n"
        )
    return 0


def _from_then_on(path: Path, start: date, settings: Settings) -> Engine | None:
    """The records, where they do not reach beyond the first day: what has happened cannot be rehearsed."""
    if not path.exists():
        return None
    database = engine.open_file(path)
    migrate.upgrade(database)
    with engine.session(database) as session:
        last = outbox.last_instant(session)
    if last is None or settings.hours.today(last) <= start:
        return database
    print(f"duban: the records reach {settings.hours.today(last)}; an empty installation is rehearsed", file=sys.stderr)
    return None


def status(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    with _desk(environment, settings) as desk:
        found: dict[str, Any] = desk.call(totals, SystemClock().now(), "status")
    print(json.dumps(found, ensure_ascii=False) if args.json else "\n".join(_readable(found, settings)))
    return 0


def _readable(found: dict[str, Any], settings: Settings) -> Iterator[str]:
    at = settings.hours.local(datetime.fromisoformat(found["at"]))
    yield f"as of {at:%Y-%m-%d %H:%M}"
    verdicts = ", ".join(f"{verdict} {n}" for verdict, n in found["verdicts"].items())
    yield f"indicators: {verdicts or 'no notice has been published yet'}"
    counts = ("asked", "filed", "on_time", "overdue", "overdue_of_earlier_months")
    yield "tasks: " + ", ".join(f"{name.replace('_', ' ')} {found[name]}" for name in counts)
    for late in found["late"]:
        what = f"{late['title']} {late['period']}"
        yield f"overdue: {late['unit']}, {what}, {late['working_days']} working days"


def invite(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    """The link is completed by hand where the bot's name is not known to the machine that prints it."""

    def make(office: Office) -> str:
        if not args.post.isprintable():
            raise Complaint("the title of the post cannot be read: it is not in UTF-8")
        names = {post.id: charging.titled(office, post) for post in posts_on_record.posts(office.session)}
        wanted = [number for number, name in names.items() if name == args.post]
        wanted = wanted or [post.id for post in posts_on_record.posts_called(office.session, args.post)]
        if not wanted:
            raise Complaint(f"there is no post called {args.post}")
        if len(wanted) > 1:
            raise Complaint(f"several seats are called so: {', '.join(names[number] for number in wanted)}")
        return people.invite(office, wanted[0]).token

    with _desk(environment, settings) as desk:
        print(f"/start {desk.call(make, SystemClock().now(), 'invite')}")
    return 0


def audit(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    with _desk(environment, settings) as desk:
        broken = desk.call(lambda office: auditing.first_broken(office.session), SystemClock().now(), "audit")
    print("the trail is whole" if broken is None else f"the trail is broken at row {broken}")
    return 0 if broken is None else 1


def read_text(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    today = args.on or settings.hours.today(SystemClock().now())
    try:
        last = read.last_of(args.last)
        known = {"period": args.period, "department": args.department, "last": last}
        found = read.read(notice_at_work(settings), settings, args.what, args.text, today, **known)
    except (read.NoSuchQuestion, ValueError) as error:
        raise Complaint(str(error)) from error
    print(json.dumps(read.as_record(found), ensure_ascii=False) if args.json else "\n".join(read.as_lines(found)))
    return 0


def import_notice(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    if args.json and not args.dry_run:
        raise Complaint("--json: goes with --dry-run")
    logs.set_up(level=50)
    try:
        if args.dry_run:
            draft = restored(terminal_import.read(args.file, settings, _told))
            print(json.dumps(as_record(draft), ensure_ascii=False) if args.json else "\n".join(as_lines(draft)))
            return 0
        with _desk(environment, settings) as desk:
            terminal_import.take_in(args.file, desk, _path(environment).parent, settings, _told)
    except terminal_import.Unread as error:
        raise Complaint(str(error)) from error
    print(f"{args.file.name}: 已交创建办主任核对 / it is before the director for review")
    return 0


def export(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    try:
        terminal_export.which(args)
        with _desk(environment, settings) as desk:
            proofs = Safe(_path(environment).parent / "proof", settings.rules().largest_file)
            maker = maker_of(desk.database, settings, proofs)
            path = terminal_export.export(args, maker, desk, settings.language, _told)
    except terminal_export.Refused as error:
        raise Complaint(str(error)) from error
    print(path)
    return 0


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextmanager
def _desk(environment: Environment, settings: Settings) -> Iterator[Desk]:
    """The records as the bot has them; a second process that reads or writes a little is safe."""
    notice_at_work(settings)
    if not _path(environment).exists():
        raise Complaint(f"{_path(environment)}: there are no records yet; they are made by the first run")
    database = _records(environment)
    migrate.upgrade(database)
    furnish(database, settings)
    desk = make_desk(database, settings, secret(_path(environment).parent), NAME)
    try:
        yield desk
    finally:
        desk.close()


def _path(environment: Environment) -> Path:
    """Without a token the sandbox's records, with one the office's."""
    if environment.database_url:
        return Path(environment.database_url.removeprefix("sqlite:///"))
    folder = environment.data_dir if environment.token else environment.data_dir / "sandbox"
    return folder / "duban.db"


def _records(environment: Environment) -> Any:
    return engine.open_file(_path(environment))


if __name__ == "__main__":
    sys.exit(main())
