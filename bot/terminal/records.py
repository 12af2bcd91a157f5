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
from bot.vault.journal import Journal
from bot.vault.nightly import Habit
from db import engine, migrate

NAME = "bot"  # a name for the records' own use of the desk, never shown


class Complaint(Exception):
    """One line for the terminal."""


def folder_of(environment: Environment) -> Path:
    """Of everything that is no record (files of proof, the secret, the journal): without a token the sandbox's."""
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


def folder_named(name: str, usual: str, environment: Environment) -> Path:
    """One that the settings name, or the usual one; in the data folder where it is not named in full."""
    return folder_of(environment) / (name or usual)


def journal_of(environment: Environment, settings: Settings) -> Journal | None:
    """The sandbox keeps none: nothing in it is real. Nor do records on a server: several bots would write it."""
    if not environment.token or url_of(environment).startswith("postgresql:"):
        return None
    return Journal(folder_named(settings.journal.folder, "journal", environment))


def habit_of(environment: Environment, settings: Settings) -> Habit:
    section = settings.backup
    folder = folder_named(section.folder, "backup", environment)
    return Habit(section.at, folder, section.recipients, section.keep, settings.journal.months)


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
    url = url_of(environment)
    found = found_at(url)
    if found is None:
        raise Complaint(f"{engine.shown(url)}: there are no records yet; they are made by the first run")
    found.dispose()
    database, journal = open_records(environment, settings), journal_of(environment, settings)
    desk = make_desk(database, settings, secret(folder_of(environment)), NAME, journal)
    try:
        yield desk
    finally:
        desk.close()


def told(line: str) -> None:
    """Beside what is printed: how far it is."""
    print(line, file=sys.stderr, flush=True)
