"""Whether the trail is whole."""

import argparse

from bot.clock import SystemClock
from bot.settings import Environment, Settings
from bot.terminal.records import desk_of
from services import auditing

HELP = "whether the trail is whole"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("verify",))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    with desk_of(environment, settings) as desk:
        broken = desk.call(lambda office: auditing.first_broken(office.session), SystemClock().now(), "audit")
    print("the trail is whole" if broken is None else f"the trail is broken at row {broken}")
    return 0 if broken is None else 1
