"""The records as a command at the terminal has them, and the one line with which it gives up."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from bot.app import furnish, make_desk, notice_at_work
from bot.desk import Desk
from bot.secrets import secret
from bot.settings import Environment, Settings
from db import engine, migrate

NAME = "bot"  # a name for the records' own use of the desk, never shown


class Complaint(Exception):
    """One line for the terminal."""


def path_of(environment: Environment) -> Path:
    """Without a token the sandbox's records, with one the office's."""
    if environment.database_url:
        return Path(environment.database_url.removeprefix("sqlite:///"))
    folder = environment.data_dir if environment.token else environment.data_dir / "sandbox"
    return folder / "duban.db"


def open_records(environment: Environment, settings: Settings) -> Engine:
    """As this program needs them."""
    database = engine.open_file(path_of(environment))
    migrate.upgrade(database)
    furnish(database, settings)
    return database


@contextmanager
def desk_of(environment: Environment, settings: Settings) -> Iterator[Desk]:
    """The records as the bot has them; a second process that reads or writes a little is safe."""
    notice_at_work(settings)
    path = path_of(environment)
    if not path.exists():
        raise Complaint(f"{path}: there are no records yet; they are made by the first run")
    desk = make_desk(open_records(environment, settings), settings, secret(path.parent), NAME)
    try:
        yield desk
    finally:
        desk.close()


def told(line: str) -> None:
    """Beside what is printed: how far it is."""
    print(line, file=sys.stderr, flush=True)
