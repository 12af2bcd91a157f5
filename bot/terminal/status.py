"""Where things stand, as /status counts it."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal import courts
from bot.terminal.records import desk_of, now_of
from services.drilling import totals

HELP = "where things stand"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--courts", type=Path, metavar="FILE", help="the counts of the courts that it lists")


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    if args.courts:
        return _of_courts(args, settings)
    with desk_of(environment, settings) as desk:
        found: dict[str, Any] = desk.call(totals, now_of(environment, desk), "status")
    print(json.dumps(found, ensure_ascii=False) if args.json else "\n".join(_readable(found, settings)))
    return 0


def _of_courts(args: argparse.Namespace, settings: Settings) -> int:
    """1 where one of them could not be read."""
    found = courts.rolled_up(courts.listed(args.courts), settings, SystemClock().now())
    print(json.dumps(found, ensure_ascii=False) if args.json else "\n".join(courts.readable(found)))
    return int(any("problem" in counts for counts in found["courts"].values()))


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
