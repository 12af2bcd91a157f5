"""Every message that some days would bring, from the records or from an empty installation."""

import argparse
import dataclasses
import json
import sys
from datetime import date

from sqlalchemy import Engine

from bot import logs
from bot.rehearse import rehearse
from bot.settings import Environment, Settings
from bot.terminal.days import day
from bot.terminal.records import Complaint, found_at, url_of
from bot.tongue import t
from db import engine, migrate
from db.queries import outbox


def purpose() -> str:
    return t("every message that these days would bring")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="start", type=day, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--to", dest="end", type=day, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--answers", choices=("on-time", "late", "none"), default="on-time")
    parser.add_argument("--json", action="store_true", help=t("one object a line"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up(level=30)
    if args.end < args.start:
        raise Complaint(t("--to is before --from"))
    database = _from_then_on(url_of(environment), args.start, settings)
    for line in rehearse(database, settings, args.start, args.end, args.answers):
        row = dataclasses.asdict(line)
        print(
            json.dumps(row, ensure_ascii=False) if args.json else f"{line.at}  {line.to}  {line.subject}\n{line.text}\n"
        )
    return 0


def _from_then_on(url: str, start: date, settings: Settings) -> Engine | None:
    """The records, where they do not reach beyond the first day: what has happened cannot be rehearsed."""
    database = found_at(url)
    if database is None:
        return None
    migrate.upgrade(database)
    with engine.session(database) as session:
        last = outbox.last_instant(session)
    if last is None or settings.hours.today(last) <= start:
        return database
    said = t("the records reach {day}; an empty installation is rehearsed", day=settings.hours.today(last))
    print(f"duban: {said}", file=sys.stderr)
    return None
