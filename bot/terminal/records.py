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


def path_of(environment: Environment) -> Path:
    """Without a token the sandbox's records, with one the office's."""
    if environment.database_url:
        return Path(environment.database_url.removeprefix("sqlite:///"))
    folder = environment.data_dir if environment.token else environment.data_dir / "sandbox"
    return folder / "duban.db"


def folder_of(environment: Environment) -> Path:
    """Of everything that is no record: files of proof, the secret, the journal."""
    return environment.data_dir if environment.token else path_of(environment).parent


def folder_named(name: str, usual: str, environment: Environment) -> Path:
    """One that the settings name, or the usual one; in the data folder where it is not named in full."""
    return folder_of(environment) / (name or usual)


def journal_of(environment: Environment, settings: Settings) -> Journal | None:
    """The sandbox keeps none: nothing in it is real."""
    return Journal(folder_named(settings.journal.folder, "journal", environment)) if environment.token else None


def habit_of(environment: Environment, settings: Settings) -> Habit:
    section = settings.backup
    folder = folder_named(section.folder, "backup", environment)
    return Habit(section.at, folder, section.recipients, section.keep, settings.journal.months)


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
    database, journal = open_records(environment, settings), journal_of(environment, settings)
    desk = make_desk(database, settings, secret(folder_of(environment)), NAME, journal)
    try:
        yield desk
    finally:
        desk.close()


def told(line: str) -> None:
    """Beside what is printed: how far it is."""
    print(line, file=sys.stderr, flush=True)
