"""Where things stand, as /status counts it."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal import counts, courts
from bot.terminal.records import desk_of, now_of
from bot.tongue import t
from services.drilling import totals


def purpose() -> str:
    return t("where things stand")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--courts", type=Path, metavar="FILE", help=t("the counts of the courts that it lists"))


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
    yield t("as of {at}", at=f"{at:%Y-%m-%d %H:%M}")
    yield t("indicators: {counts}", counts=counts.verdicts(found) or t("no notice has been published yet"))
    yield t("reports: {counts}", counts=counts.reports(found))
    for late in found["late"]:
        what = f"{late['title']} {late['period']}"
        yield t("overdue: {unit}, {what}, {days} working days", unit=late["unit"], what=what, days=late["working_days"])
