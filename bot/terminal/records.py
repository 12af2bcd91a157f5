"""The records as a command at the terminal has them, and the one line with which it gives up."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.app import furnish, make_desk, notice_at_work
from bot.clock import SystemClock
from bot.desk import Desk
from bot.secrets import secret
from bot.settings import Environment, Settings
from bot.tongue import t
from bot.vault.journal import Journal
from bot.vault.nightly import Habit
from db import engine, migrate
from db.queries import outbox

FILE = "sqlite:///"
NAME = "bot"  # a name for the records' own use of the desk, never shown


class Complaint(Exception):
    """One line for the terminal."""


def folder_of(environment: Environment) -> Path:
    """Of everything that is no record (files of proof, the secret, the journal): without a token the sandbox's."""
    return environment.data_dir if environment.token else environment.data_dir / "sandbox"


def url_of(environment: Environment) -> str:
    return environment.database_url or f"{FILE}{folder_of(environment) / 'duban.db'}"


def path_of(environment: Environment) -> Path | None:
    """The file of the records; None where they are on a server."""
    url = url_of(environment)
    return Path(url.removeprefix(FILE)) if url.startswith(FILE) else None


def found_at(url: str) -> Engine | None:
    """The records as they are; None where there are none yet, and nothing is made."""
    if url.startswith(FILE):
        path = Path(url.removeprefix(FILE))
        return engine.open_file(path) if path.exists() else None
    database = engine.open_records(url)
    found = None
    try:
        found = migrate.at(database)
    finally:
        if found is None:
            database.dispose()
    return database if found else None


def folder_named(name: str, usual: str, environment: Environment) -> Path:
    """One that the settings name, or the usual one; in the data folder where it is not named in full."""
    return folder_of(environment) / (name or usual)


def journal_of(environment: Environment, settings: Settings) -> Journal | None:
    """The sandbox keeps none: nothing in it is real."""
    folder = journal_folder(environment, settings)
    return Journal(folder) if folder else None


def journal_folder(environment: Environment, settings: Settings) -> Path | None:
    if not environment.token:
        return None
    return folder_named(settings.journal.folder, "journal", environment)


def habit_of(environment: Environment, settings: Settings) -> Habit:
    section = settings.backup
    folder = folder_named(section.folder, "backup", environment)
    return Habit(section.at, folder, section.recipients, section.keep, settings.journal.months)


def open_records(environment: Environment, settings: Settings) -> Engine:
    """As this program needs them."""
    url = url_of(environment)
    database = engine.open_records(url)
    try:
        migrate.upgrade(database)
        furnish(database, settings)
    except DBAPIError as error:  # another program is changing them for longer than one may wait, or the disk is full
        database.dispose()
        raise Complaint(
            t(
                "{where}: cannot be used now ({reason})",
                where=engine.shown(url),
                reason=str(error.orig).partition(chr(10))[0],
            )
        ) from error
    except BaseException:
        database.dispose()
        raise
    return database


def must_be_there(environment: Environment) -> None:
    """Complaint where there are no records yet: only the first run makes them."""
    url = url_of(environment)
    found = found_at(url)
    if found is None:
        raise Complaint(t("{where}: there are no records yet; they are made by the first run", where=engine.shown(url)))
    found.dispose()


@contextmanager
def desk_of(environment: Environment, settings: Settings) -> Iterator[Desk]:
    """The records as the bot has them; a second process that reads or writes a little is safe."""
    notice_at_work(settings)
    must_be_there(environment)
    database, journal = open_records(environment, settings), journal_of(environment, settings)
    try:
        with closing(make_desk(database, settings, secret(folder_of(environment)), NAME, journal)) as desk:
            yield desk
    finally:
        database.dispose()


def now_of(environment: Environment, desk: Desk) -> datetime:
    """The sandbox's clock runs ahead of the machine's, as far as its records reach: there it is taken up again."""
    now = SystemClock().now()
    if environment.token:
        return now
    reached: datetime | None = desk.call(lambda office: outbox.last_instant(office.session), now, "clock")
    return max(now, reached or now)


def told(line: str) -> None:
    """Beside what is printed: how far it is."""
    print(line, file=sys.stderr, flush=True)
