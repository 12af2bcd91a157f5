"""Records on a server behave as those in a file do."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, SQLModel, select

from bot.app import furnish, make_desk
from bot.secrets import secret
from bot.settings import Environment
from bot.terminal.records import Complaint, open_records
from db import engine, migrate, postgres
from db.engine import DatabaseError
from db.queries import inbox
from db.tables import Inbox, Note, Person, Room, Unit
from services import people
from tests.cellar import TOKEN
from tests.forks import on_terminal
from tests.server import LOCKED, Server
from tests.settings import SETTINGS

NOW = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
WORDS = "只说给督办听的话"


@pytest.fixture
def records(migrated: str) -> Iterator[Engine]:
    made = engine.open_records(migrated)
    yield made
    made.dispose()


def test_one_writes_at_a_time(records: Engine) -> None:
    """Each reads a figure and writes the next one: none is lost, and nobody has to begin anew."""
    with engine.session(records) as session:
        session.add(Unit(name="立案庭", kind="unit", aliases=[], ranked=True, position=0))
        session.commit()

    def count(_: int) -> None:
        for _ in range(10):
            with engine.session(records) as session:
                row = session.exec(select(Unit)).one()
                row.position += 1
                session.commit()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, range(4)))
    with engine.reading(records) as session:
        assert session.exec(select(Unit.position)).one() == 40


def test_a_look_sees_the_records_as_they_were_and_writes_nothing(records: Engine) -> None:
    furnish(records, SETTINGS)
    with engine.reading(records) as look:
        before = len(look.exec(select(Unit)).all())
        with engine.session(records) as session:
            session.add(Unit(name="新设的庭", kind="unit", aliases=[], ranked=True, position=99))
            session.commit()
        assert len(look.exec(select(Unit)).all()) == before > 10
        with pytest.raises(DBAPIError):
            look.exec(text("DELETE FROM day"))  # type: ignore[call-overload]


def test_a_copy_in_memory_has_every_row(records: Engine) -> None:
    furnish(records, SETTINGS)
    memory = engine.copy_to_memory(records)
    for table in SQLModel.metadata.sorted_tables:
        with engine.reading(records) as one, engine.reading(memory) as other:
            query = select(table).order_by(*table.primary_key)  # type: ignore[call-overload]
            assert one.exec(query).all() == other.exec(query).all(), table.name
    memory.dispose()


@pytest.mark.parametrize(
    "row",
    [
        Note(person_id=99, message_id=1, text=WORDS, at=NOW),
        Room(chat_id=1, kind=WORDS, bound_by=99, since=NOW),
        Person(telegram_id=1, name=WORDS, language="zh_CN", state="nonsense", at=NOW),
    ],
    ids=["reference", "other text", "check"],
)
def test_a_complaint_of_the_database_does_not_say_what_was_to_be_kept(row: SQLModel, records: Engine) -> None:
    with engine.session(records) as session:
        session.add(row)
        with pytest.raises(IntegrityError) as caught:
            session.flush()
    assert WORDS not in f"{caught.value}{caught.value.orig}"
    assert "constraint" in str(caught.value)


def test_what_no_text_can_hold_does_not_keep_an_update_from_being_kept(records: Engine) -> None:
    furnish(records, SETTINGS)
    code = make_desk(records, SETTINGS, bytes(32), "bot").call(people.claim_code, NOW, "claim")
    desk = make_desk(records, SETTINGS, bytes(32), "bot")
    person = {"id": 5, "is_bot": False, "first_name": "甲\ud800\x00乙"}
    message = {"message_id": 1, "date": int(NOW.timestamp()), "chat": {"id": 5, "type": "private"}, "from": person}
    command = [{"type": "bot_command", "offset": 0, "length": 6}]
    for n, words in enumerate((f"/start {code}", "甲\x00乙", "甲\ud83d")):
        said = message | {"text": words, "entities": [] if n else command}
        desk.keep([{"update_id": n, "message": said}], NOW)
        assert desk.work(NOW).handled == 1
    assert inbox.of_album(desk.session, "nobody's") == []
    assert [row.state for row in desk.session.exec(select(Inbox))] == ["done"] * 3
    assert desk.session.exec(select(Person.name)).one() == "甲��乙"
    desk.close()


# the address


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("postgresql://duban:sesame@127.0.0.1:9/duban", "127.0.0.1:9/duban: cannot-be-reached"),
        ("postgresql://{locked}:sesame@/postgres?host={folder}", "password authentication failed"),
        ("postgresql://duban:sesame@/nowhere?host={folder}", 'database "nowhere" does not exist'),
        ("postgresql://duban:sesame@/postgres?host={folder}&colour=blue", "colour"),
        ("postgresql://duban:sesame@/ascii?host={folder}", "other-collation"),
        ("postgresql://duban:sesame@/latin?host={folder}", "other-collation"),
    ],
    ids=["no server", "wrong password", "no database", "unknown option", "another encoding", "no Chinese"],
)
def test_an_address_that_is_not_right_is_named_without_its_password(url: str, named: str, running: Server) -> None:
    running.run(f"DO $$ BEGIN CREATE ROLE {LOCKED} LOGIN PASSWORD 'open'; EXCEPTION WHEN duplicate_object THEN END $$")
    for name, encoding in (("ascii", "SQL_ASCII"), ("latin", "LATIN1")):
        running.run(f"DROP DATABASE IF EXISTS {name}")
        running.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}'")
    with pytest.raises(DatabaseError) as caught:
        engine.open_records(url.format(folder=running.folder, locked=LOCKED))
    assert named in str(caught.value)
    assert "sesame" not in str(caught.value)
    assert "\n" not in str(caught.value)


# at the terminal


def run(address: str, data: Path, *arguments: str) -> tuple[int, str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    env = {"DUBAN_DATABASE_URL": address, "DUBAN_DATA_DIR": str(data), "DUBAN_TELEGRAM_TOKEN": TOKEN}
    return on_terminal(arguments, bare | env)


def test_the_doctor_looks_at_the_server_itself(records: Engine, migrated: str, tmp_path: Path) -> None:
    furnish(records, SETTINGS)
    secret(tmp_path / "data")
    _, stdout, _ = run(migrated, tmp_path / "data", "doctor", "--json")
    checks = {check["name"]: check for check in json.loads(stdout)["checks"]}
    assert {name for name, check in checks.items() if not check["ok"]} == {"backup keys", "director", "group"}
    assert checks["records"]["english"].startswith("the database answers, postgresql://")
    assert checks["schema"]["english"] == f"schema {migrate.HEAD}"


# who leads


def test_only_one_leads_and_the_next_one_after_it(records: Engine) -> None:
    first = postgres.try_to_lead(records)
    assert first
    assert postgres.try_to_lead(records) is None
    assert first.is_sure()
    first.heard -= postgres.SURE
    assert not first.is_sure(), "the server was asked too long ago"
    first.ask()
    assert first.is_sure()
    first.leave()
    second = postgres.try_to_lead(records)
    assert second
    second.leave()


def test_without_its_connection_a_leader_commits_nothing_more(records: Engine, running: Server) -> None:
    lead = postgres.try_to_lead(records)
    assert lead
    session: Session = engine.session(lead.connection)
    session.add(Unit(name="立案庭", kind="unit", aliases=[], ranked=True, position=0))
    session.commit()
    session.add(Unit(name="不算数的庭", kind="unit", aliases=[], ranked=True, position=1))
    session.flush()
    running.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{records.url.database}'")
    with pytest.raises(DBAPIError):
        session.commit()
    session.rollback()
    assert lead.is_lost
    assert not lead.is_sure()
    other = postgres.try_to_lead(records)
    assert other
    with pytest.raises(postgres.LeadLost):
        session.exec(select(Unit)).all()
    with engine.reading(records) as look:
        assert [unit.name for unit in look.exec(select(Unit))] == ["立案庭"]
    session.close()
    other.leave()


def test_whoever_is_silent_for_longer_than_the_lease_is_let_go(
    records: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "LEASE", 1)
    lead = postgres.try_to_lead(records)
    assert lead
    while (other := postgres.try_to_lead(records)) is None:
        continue
    with pytest.raises((DBAPIError, postgres.LeadLost)):
        lead.ask()
    assert lead.is_lost
    other.leave()


def test_records_that_somebody_else_keeps_busy_are_one_line(migrated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    other = engine.open_records(migrated)
    with other.begin(), pytest.raises(Complaint, match=r"postgresql://.*: cannot be used now \(.*lock timeout"):
        open_records(Environment.read({"DUBAN_DATABASE_URL": migrated, "DUBAN_TELEGRAM_TOKEN": TOKEN}), SETTINGS)
    other.dispose()
