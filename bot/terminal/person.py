"""What is kept of one person, written into a file; or taken out of the records."""

import argparse
import json
import os
from pathlib import Path

from bot.safe import Safe
from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, folder_of, now_of, told
from bot.tongue import t
from db import engine
from db.queries.reports import erased_files
from db.tables import Person
from services import erasing
from services.office import Office


def purpose() -> str:
    return t("what is kept of one person: written into a file, or taken out")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("export", "erase"))
    parser.add_argument(
        "who", metavar="WHO", help=t("the number of the chat, #N of the records, or the title of a post")
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=t("of an export"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    if (args.what == "export") == (args.file is None):
        raise Complaint(t("person export WHO FILE, or person erase WHO"))
    with desk_of(environment, settings) as desk:
        now = now_of(environment, desk)
        use = _shown if args.what == "export" else _erased
        text = desk.call(lambda office: use(office, _person(office, args.who)), now, f"person/{now.isoformat()}")
        if args.what == "erase" and not engine.wipe(desk.database):
            told(t("somebody is reading the records; what was taken out leaves their log at the next turn of the bot"))
        for digest in erased_files(desk.session):
            Safe(folder_of(environment) / "proof", 0).drop(digest)
    if args.file is None:
        print(text)
    else:
        descriptor = os.open(args.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    return 0


def _person(office: Office, who: str) -> Person:
    found = erasing.found(office, who)
    if found is None:
        raise Complaint(t("{who}: is nobody on record, or several", who=who))
    return found


def _shown(office: Office, person: Person) -> str:
    return json.dumps(erasing.shown(office, person), ensure_ascii=False, indent=1)


def _erased(office: Office, person: Person) -> str:
    try:
        left = erasing.erase(office, person)
    except erasing.LastDirector:
        raise Complaint(t("this is the last who directs; the seat has to pass to somebody else first")) from None
    said = t("#{id} is erased", id=person.id)
    stay = t("in {n} rows of the trail somebody has written the name: they stay", n=left)
    return f"{said}\n{stay}" if left else said
