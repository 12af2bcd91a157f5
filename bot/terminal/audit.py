"""Whether the trail is whole, and its check code."""

import argparse

from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, now_of
from bot.tongue import t
from domain import seal
from services import auditing
from services.office import Office


def purpose() -> str:
    return t("whether the trail is whole")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("verify",))
    parser.add_argument(
        "--seal",
        action="append",
        default=[],
        metavar="N:CODE",
        help=t("a check code that was told of the trail before"),
    )


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    try:
        seals = [seal.read(text) for text in args.seal]
    except ValueError as error:
        raise Complaint(f"--seal: {error}") from error

    def look(office: Office) -> tuple[int | None, seal.Seal | None]:
        broken = auditing.first_broken(office.session, *seals)
        return broken, auditing.seal(office.session) if broken is None else None

    with desk_of(environment, settings) as desk:
        broken, now = desk.call(look, now_of(environment, desk), "audit")
    print(
        t("the trail is whole; check code {code}", code=now)
        if broken is None
        else t("the trail is broken at row {n}", n=broken)
    )
    return 0 if broken is None else 1
