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


def folder_of(environment: Environment) -> Path:
    """Where everything is kept besides the records: without a token the sandbox's, with one the office's."""
    return environment.data_dir if environment.token else environment.data_dir / "sandbox"


def path_of(environment: Environment) -> Path:
    """The file of the records, where they are in one."""
    if environment.database_url:
        return Path(environment.database_url.removeprefix("sqlite:///"))
    return folder_of(environment) / "duban.db"


def url_of(environment: Environment) -> str:
    return environment.database_url or f"sqlite:///{path_of(environment)}"


def found_at(url: str) -> Engine | None:
    """The records as they are; None where there are none yet, and nothing is made."""
    if url.startswith("sqlite:///"):
        path = Path(url.removeprefix("sqlite:///"))
        return engine.open_file(path) if path.exists() else None
    database = engine.open_records(url)
    if migrate.is_begun(database):
        return database
    database.dispose()
    return None


def open_records(environment: Environment, settings: Settings) -> Engine:
    """As this program needs them."""
    database = engine.open_records(url_of(environment))
    migrate.upgrade(database)
    furnish(database, settings)
    return database


@contextmanager
def desk_of(environment: Environment, settings: Settings) -> Iterator[Desk]:
    """The records as the bot has them; a second process that reads or writes a little is safe."""
    notice_at_work(settings)
    found = found_at(url_of(environment))
    if found is None:
        where = engine.shown(url_of(environment))
        raise Complaint(f"{where}: there are no records yet; they are made by the first run")
    found.dispose()
    desk = make_desk(open_records(environment, settings), settings, secret(folder_of(environment)), NAME)
    try:
        yield desk
    finally:
        desk.close()


def told(line: str) -> None:
    """Beside what is printed: how far it is."""
    print(line, file=sys.stderr, flush=True)
