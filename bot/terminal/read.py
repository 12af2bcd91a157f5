"""What would be understood of an answer, for whoever is asked why; nothing is recorded."""

import argparse
import json
from datetime import datetime

from bot import read
from bot.app import notice_at_work
from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal.days import day
from bot.terminal.records import Complaint, desk_of, found_at, now_of, url_of
from bot.tongue import t
from domain.notice import Notice


def purpose() -> str:
    return t("what would be understood of an answer; nothing is recorded")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="CODE[/SEQ]", help=t("the indicator, and which of its demands"))
    parser.add_argument("text")
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help=t("the day on which it is written"))
    parser.add_argument("--period", help=t("such as 2026-10, 2026-H2, 2026"))
    parser.add_argument("--department", help=t("who writes it"))
    parser.add_argument("--last", action="append", default=[], metavar="NAME=VALUE", help=t("what is on record"))
    parser.add_argument("--json", action="store_true")


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    notice, now = _asked(environment, settings)
    today = args.on or settings.hours.today(now)
    try:
        last = read.last_of(args.last)
        known = {"period": args.period, "department": args.department, "last": last}
        found = read.read(notice, settings, args.what, args.text, today, **known)
    except (read.NoSuchQuestion, ValueError) as error:
        raise Complaint(str(error)) from error
    print(json.dumps(read.as_record(found), ensure_ascii=False) if args.json else "\n".join(read.as_lines(found)))
    return 0


def _asked(environment: Environment, settings: Settings) -> tuple[Notice | read.Standing, datetime]:
    """What the records ask, at the time that they have reached; the notice of the settings where there are none yet."""
    database = found_at(url_of(environment))
    if database is None:
        return notice_at_work(settings), SystemClock().now()
    database.dispose()
    with desk_of(environment, settings) as desk:
        now = now_of(environment, desk)
        return desk.call(read.standing, now, "read"), now
