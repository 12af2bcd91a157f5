"""A document at the terminal: made of the records beside a running bot, then taken down on the trail."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from time import monotonic

from bot.app import maker_of
from bot.desk import Desk
from bot.making import Maker, NothingThere
from bot.reading_room import PATIENCE
from bot.safe import Safe
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, folder_of, now_of, told
from bot.tongue import t
from bot.translator import Translator
from bot.views import cabinet as words
from domain.cadences import parse_period
from domain.paper import Told, Wanted
from services import exporting
from services.cabinet import EXPORTS

BREATH = 0.5  # seconds between two looks at how far it is
OPTIONS = ("month", "order", "code", "department")
UNKNOWN: Mapping[str, Callable[[str], str]] = {
    "order": lambda which: t("no order was issued under number {number}", number=which),
    "code": lambda which: t("there is no indicator {code}", code=which),
    "department": lambda which: t("there is no department called {name}", name=which),
}


def purpose() -> str:
    return t("a document made of the records")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=list(EXPORTS))
    parser.add_argument("--month", metavar="YYYY-MM", help=t("of a bulletin"))
    parser.add_argument("--order", metavar="N", help=t("the number of an order"))
    parser.add_argument("--code", metavar="4.7.1", help=t("proof of one indicator, or of an area by its number"))
    parser.add_argument("--department", metavar="NAME", help=t("the calendar of one department"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=t("instead of a name of its own in this folder"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    which(args)
    with desk_of(environment, settings) as desk:
        proofs = Safe(folder_of(environment) / "proof", settings.rules().largest_file)
        maker = maker_of(desk.database, settings, proofs)
        print(export(args, maker, desk, settings.language, now_of(environment, desk)))
    return 0


def export(args: argparse.Namespace, maker: Maker, desk: Desk, language: str, now: datetime) -> Path:
    """Where it is. Complaint, OSError."""
    wanted = Wanted(args.name, which(args), language)
    spoken = maker.translators[language]
    day = spoken.full_day(maker.rules.hours.today(now))
    path: Path = args.out or Path(words.file_name(args.name, wanted.which, day, EXPORTS[args.name].suffix, spoken))
    try:
        sha256, size = maker.make(wanted, now, path, ticker(args.name, told, spoken))
    except NothingThere:
        takes = EXPORTS[args.name].takes
        if wanted.which and not desk.call(lambda office: exporting.knows(office, takes, wanted.which), now, "export"):
            raise Complaint(UNKNOWN[takes](wanted.which)) from None
        raise Complaint(words.nothing(args.name, spoken)) from None
    desk.call(lambda office: exporting.record(office, args.name, wanted.which, sha256, size), now, f"export/{now}")
    return path


def which(args: argparse.Namespace) -> str:
    """Of what it is to be. Complaint where the document is of no such thing."""
    takes = EXPORTS[args.name].takes
    given = {option: getattr(args, option) for option in OPTIONS if getattr(args, option) is not None}
    if wrong := sorted(given.keys() - {takes}):
        raise Complaint(t("--{option}: goes with another document than {name}", option=wrong[0], name=args.name))
    found: str = given.get(takes, "")
    if takes == "month" and found and not _is_month(found):
        raise Complaint(t("--month: {month} is no month such as 2026-11", month=found))
    return found


def _is_month(text: str) -> bool:
    try:
        return parse_period(text).every == "month"
    except ValueError:
        return False


def ticker(name: str, shown: Callable[[str], None], spoken: Translator) -> Told:
    """Says how far it is, once it takes longer than somebody likes to wait."""
    begun = monotonic()
    last = begun + PATIENCE - BREATH

    def told(done: int, of: int) -> None:
        nonlocal last
        if monotonic() - last > BREATH:
            last = monotonic()
            shown(words.bar(words.NAMES[name](spoken), done, of, spoken))

    return told
