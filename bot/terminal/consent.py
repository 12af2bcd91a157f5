"""双人办理, on the server: what waits for a second one of the office, agreed to or not."""

import argparse

from bot.app import words_of
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, now_of
from bot.views.consent import consent as shown
from db.queries import consents
from domain.facts.consent import Consent
from services import consenting
from services.office import Office

HELP = "what waits for a second one of the office"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="?", type=int, help="agree to this one")
    parser.add_argument("--refuse", action="store_true", help="do not")


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    with desk_of(environment, settings) as desk:
        now = now_of(environment, desk)
        if args.number is None:
            for one in desk.call(_waiting, now, "consents"):
                print(f"{one.id}\n{shown(one, words_of(settings)[settings.language]).text}")
            return 0

        def decide(office: Office) -> str:
            return (consenting.refuse if args.refuse else consenting.agree)(office, args.number, here=True)

        code = desk.call(decide, now, f"consent/{args.number}/{now.isoformat()}")
    if code == "claim-settled":
        raise Complaint(f"{args.number}: nothing of this number waits")
    if code == "overtaken":
        raise Complaint(f"{args.number}: things have changed since; nothing was done")
    return 0


def _waiting(office: Office) -> list[Consent]:
    return [consenting.fact(office, row) for row in consents.asked(office.session)]
