"""双人办理, on the server: what waits for a second one of the office, agreed to or not."""

import argparse

from bot.app import words_of
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, now_of
from bot.tongue import t
from bot.views.consent import consent as shown
from db.queries import consents
from domain.facts.consent import Consent
from services import consenting
from services.office import Office


def purpose() -> str:
    return t("what waits for a second one of the office")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="?", type=int, help=t("agree to this one"))
    parser.add_argument("--refuse", action="store_true", help=t("do not"))


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
        raise Complaint(t("{n}: nothing of this number waits", n=args.number))
    if code == "overtaken":
        raise Complaint(t("{n}: things have changed since; nothing was done", n=args.number))
    return 0


def _waiting(office: Office) -> list[Consent]:
    return [consenting.fact(office, row) for row in consents.asked(office.session)]
