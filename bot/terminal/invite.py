"""A one-time link for whoever holds a post."""

import argparse

from bot.settings import Environment, Settings
from bot.terminal.records import Complaint, desk_of, now_of
from bot.tongue import t
from db.queries import people as posts_on_record
from services import charging, people
from services.office import Office


def purpose() -> str:
    return t("a one-time link for a post")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "post", help=t("its title, such as 立案庭联络员; with a seat number behind it where there are several")
    )


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    """The link is completed by hand where the bot's name is not known to the machine that prints it."""

    def make(office: Office) -> str:
        if not args.post.isprintable():
            raise Complaint(t("the title of the post cannot be read: it is not in UTF-8"))
        names = {post.id: charging.titled(office, post) for post in posts_on_record.posts(office.session)}
        wanted = [number for number, name in names.items() if name == args.post]
        wanted = wanted or [post.id for post in posts_on_record.posts_called(office.session, args.post)]
        if not wanted:
            raise Complaint(t("there is no post called {post}", post=args.post))
        if len(wanted) > 1:
            several = "、".join(names[number] for number in wanted)
            raise Complaint(t("several seats are called so: {names}", names=several))
        return people.invite(office, wanted[0]).token

    with desk_of(environment, settings) as desk:
        print(f"/start {desk.call(make, now_of(environment, desk), 'invite')}")
    return 0
