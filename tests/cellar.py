"""Where the stories keep their records: in a file of SQLite, or, where TEST_DATABASE says so, in PostgreSQL."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import Engine

from bot.vault.targets import InFile, Target, on_server
from db import engine, migrate
from tests import canaries, once
from tests.server import server

ON_SERVER = os.environ.get("TEST_DATABASE") == "postgres"
TOKEN = "7000000001:canary-of-the-stories-000000000000"
# told on SQLite with every change; on a server there is no file to look into
OF_A_FILE = "about the file of SQLite"
of_a_file = pytest.mark.skipif(ON_SERVER, reason=OF_A_FILE)


def open_in(folder: Path) -> Engine:
    """The records of the installation in this folder."""
    return engine.open_records(server().url(_name(folder))) if ON_SERVER else engine.open_file(folder / "duban.db")


def create_in(folder: Path) -> Engine:
    """Empty ones."""
    if ON_SERVER:
        server().create(_name(folder))
    return open_in(folder)


def migrated_in(folder: Path) -> Engine:
    """Empty ones, of the newest schema."""
    if ON_SERVER:
        made = create_in(folder)
        migrate.upgrade(made)
        return made
    (folder / "duban.db").write_bytes(once.made("migrated", _migrated))
    return open_in(folder)


def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        made = open_in(Path(folder))
        migrate.upgrade(made)
        made.dispose()
        return (Path(folder) / "duban.db").read_bytes()


def copy(source: Path, target: Path, *left_out: str) -> None:
    """An installation as it is, for a story of its own to go on from, without the files of these patterns."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*left_out), dirs_exist_ok=True)
    if ON_SERVER:
        server().create(_name(target), _name(source))
    target.chmod(0o700)


def url_in(folder: Path) -> str:
    """As a command is told of it."""
    return server().url(_name(folder)) if ON_SERVER else f"sqlite:///{folder / 'duban.db'}"


def address_in(folder: Path) -> dict[str, str]:
    """What a command's environment has beside the folder; only with a token the records are a server's."""
    return {"DUBAN_DATABASE_URL": url_in(folder), "DUBAN_TELEGRAM_TOKEN": TOKEN} if ON_SERVER else {}


def empty(folder: Path) -> None:
    """The records are lost; on a server an empty database is made in their place."""
    let_go(folder)
    if ON_SERVER:
        server().create(_name(folder))


@contextmanager
def target_in(folder: Path) -> Iterator[Target]:
    """Where they are to be restored."""
    if not ON_SERVER:
        yield InFile(folder / "duban.db")
        return
    with on_server(url_in(folder)) as target:
        yield target


def let_go(folder: Path) -> None:
    if ON_SERVER:
        canaries.drop(server(), _name(folder))


def file_in(folder: Path) -> Path:
    """For a look past the engine, at what only a file has."""
    if ON_SERVER:
        # there is no file to look into; told on SQLite with every change
        pytest.skip(OF_A_FILE)
    return folder / "duban.db"


def _name(folder: Path) -> str:
    return "c" + hashlib.sha256(str(folder).encode()).hexdigest()[:20]
