"""What PostgreSQL runs in the containers when it starts for the first time: a role and a database a court."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.settings import HOME
from tests import canaries
from tests.server import SUPER, Server

SCRIPT = HOME / "deploy" / "courts.sh"
COURTS = ("first", "second")
DESCRIBED = """
    SELECT pg_encoding_to_char(encoding), datcollate, rolsuper, rolcreatedb, rolcreaterole
    FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba WHERE datname = current_database()
"""

pytestmark = pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not on this machine")


@pytest.fixture
def secrets(running: Server, tmp_path: Path) -> Iterator[Path]:
    for court in COURTS:
        (tmp_path / f"{court}-database").write_text(f"postgresql://{court}:sesame{court}1@records/{court}\r\n")
    yield tmp_path
    for court in COURTS:
        canaries.drop(running, court)
        running.run(f"DROP ROLE IF EXISTS {court}")


def made(running: Server, secrets: Path) -> subprocess.CompletedProcess[str]:
    there = {"SECRETS": str(secrets), "POSTGRES_USER": SUPER, "PGHOST": str(running.folder)}
    return subprocess.run(
        ["/bin/sh", str(SCRIPT)], env=os.environ | there, capture_output=True, text=True, check=False, timeout=60
    )


def connected(running: Server, court: str, database: str) -> psycopg.Connection:
    return psycopg.connect(host=str(running.folder), user=court, dbname=database)


def test_each_court_has_a_database_as_the_program_needs_it_and_nobody_elses(running: Server, secrets: Path) -> None:
    assert made(running, secrets).returncode == 0
    for court, other in (COURTS, COURTS[::-1]):
        with connected(running, court, court) as own:
            own.execute("CREATE TABLE kept (n integer)")
            row = own.execute(DESCRIBED).fetchone()
            assert row == ("UTF8", "C", False, False, False)
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            connected(running, court, other)
    with connected(running, SUPER, "postgres") as server:
        locked = "SELECT count(*) FROM pg_authid WHERE rolname = ANY(%s) AND rolpassword LIKE 'SCRAM-%%'"
        assert server.execute(locked, [list(COURTS)]).fetchone() == (2,)


def test_run_again_it_makes_what_is_missing_and_keeps_what_is_there(running: Server, secrets: Path) -> None:
    (secrets / "second-database").rename(secrets / "away")
    unreadable = made(running, secrets)
    assert unreadable.returncode == 1
    assert "secrets/second-database" in unreadable.stderr
    with connected(running, "first", "first") as own:
        own.execute("CREATE TABLE kept (n integer)")
    (secrets / "away").rename(secrets / "second-database")
    assert made(running, secrets).returncode == 0
    with connected(running, "first", "first") as own, connected(running, "second", "second"):
        assert own.execute("SELECT count(*) FROM kept").fetchone() == (0,)


@pytest.mark.parametrize(
    "address",
    ["", "postgresql://second:sesame1@records/first", "postgresql://first:ses/ame@records/first", "sesame1"],
    ids=["empty", "another's", "odd signs", "a password alone"],
)
def test_an_address_that_is_none_of_the_court_is_named_and_not_repeated(
    address: str, running: Server, secrets: Path
) -> None:
    (secrets / "first-database").write_text(address)
    done = made(running, secrets)
    assert done.returncode == 1
    assert done.stderr.startswith("secrets/first-database: is no ")
    assert "ses" not in done.stdout + done.stderr
