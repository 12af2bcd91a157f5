"""`python -m bot restore` into a database: what is said, what is refused, and what an end in the middle leaves."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel, select

from bot.app import furnish
from bot.secrets import secret
from bot.vault import copying
from bot.vault.targets import NotRestored, Target, on_server
from db import engine, migrate, postgres
from db.tables import Unit
from tests.cellar import TOKEN
from tests.forks import on_terminal
from tests.server import Server
from tests.settings import SETTINGS

NEW = "新设的庭"


def run(address: str, data: Path, *arguments: str) -> tuple[int, str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    env = {"DUBAN_DATABASE_URL": address, "DUBAN_DATA_DIR": str(data), "DUBAN_TELEGRAM_TOKEN": TOKEN}
    return on_terminal(arguments, bare | env)


@pytest.fixture
def records(migrated: str) -> Iterator[Engine]:
    made = engine.open_records(migrated)
    furnish(made, SETTINGS)
    yield made
    made.dispose()


@pytest.fixture
def backup(records: Engine, migrated: str, tmp_path: Path) -> Path:
    secret(tmp_path / "data")
    assert run(migrated, tmp_path / "data", "backup", str(tmp_path / "office.tar"), "--plain")[0] == 0
    return tmp_path / "office.tar"


def add_unit(records: Engine) -> int:
    with engine.session(records) as session:
        unit = Unit(name=NEW, kind="unit", aliases=[], ranked=True, position=99)
        session.add(unit)
        session.commit()
        return unit.id


def units(records: Engine) -> list[str]:
    with engine.reading(records) as session:
        return [unit.name for unit in session.exec(select(Unit))]


def same(one: Engine, other: Engine) -> None:
    for table in SQLModel.metadata.sorted_tables:
        if table.name == "written":
            continue  # there is no journal: no number of it comes again
        with engine.reading(one) as here, engine.reading(other) as there:
            query = select(table).order_by(*table.primary_key)  # type: ignore[call-overload]
            assert here.exec(query).all() == there.exec(query).all(), table.name


@pytest.mark.parametrize("schema", ["", "&schema=court"])
def test_into_an_empty_database_and_the_office_goes_on_there(
    records: Engine, backup: Path, address: str, schema: str, tmp_path: Path
) -> None:
    code, stdout, stderr = run(address + schema, tmp_path / "new", "restore", str(backup))
    assert (code, stderr) == (0, "")
    assert "restored from the backup of that time" in stdout
    assert (tmp_path / "new" / "secret").read_bytes() == (tmp_path / "data" / "secret").read_bytes()
    code, stdout, _ = run(address + schema, tmp_path / "new", "audit", "verify")
    assert (code, stdout.startswith("操作留痕完整")) == (0, True)
    new = engine.open_records(address + schema)
    same(records, new)
    assert add_unit(new) == add_unit(records) == len(units(records)), "the numbers go on"
    with new.connect() as connection, pytest.raises(DBAPIError, match="never changed or taken out"):
        connection.exec_driver_sql("TRUNCATE audit")
    with new.connect() as connection:
        deferred = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND condeferrable"
        assert connection.exec_driver_sql(deferred).scalar() == 0
    new.dispose()


def test_records_that_are_there_are_replaced_only_when_told_and_set_aside(
    records: Engine, backup: Path, migrated: str, tmp_path: Path
) -> None:
    add_unit(records)
    code, stdout, stderr = run(migrated, tmp_path / "data", "restore", str(backup))
    assert (code, stdout) == (1, "")
    assert stderr.startswith("duban: postgresql://")
    assert stderr.endswith("：这里已有记录；加 --replace 可移到一旁\n")
    assert NEW in units(records)
    code, stdout, stderr = run(migrated, tmp_path / "data", "restore", str(backup), "--replace")
    assert (code, stderr) == (0, "")
    assert "before-restore-" in stdout
    assert NEW not in units(records)
    (aside,) = (tmp_path / "data").glob("before-restore-*")
    file = engine.open_file(aside / "duban.db")
    assert NEW in units(file)
    assert (aside / "duban.db").stat().st_mode & 0o777 == 0o600
    file.dispose()


def test_of_a_server_a_file_is_made_where_one_is_wanted(records: Engine, backup: Path, migrated: str) -> None:
    folder = backup.parent / "file"
    assert run(migrated, folder, "restore", str(backup), "--into", str(folder))[::2] == (0, "")
    file = engine.open_file(folder / "duban.db")
    same(records, file)
    file.dispose()


# what is refused


def refused(address: str, backup: Path, *more: str) -> str:
    code, stdout, stderr = run(address, backup.parent / "refused", "restore", str(backup), "--replace", *more)
    assert (code, stdout, stderr.count("\n")) == (1, "", 1)
    assert not (backup.parent / "refused").exists()
    return stderr


def test_while_a_bot_leads_there_it_is_refused(records: Engine, backup: Path, migrated: str) -> None:
    lead = postgres.try_to_lead(records)
    assert lead
    assert "有程序正在使用这些记录；请先停止它和备用的程序" in refused(migrated, backup)
    lead.leave()


def test_a_database_that_cannot_take_it_is_refused(
    records: Engine, backup: Path, migrated: str, address: str, running: Server
) -> None:
    running.run("DROP DATABASE IF EXISTS narrow")
    running.run("CREATE DATABASE narrow TEMPLATE template0 ENCODING 'SQL_ASCII'")
    assert "编码不是 UTF8 或排序规则不是 C" in refused(running.url("narrow"), backup)
    with records.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert f"数据库版本 9999，本程序只认到 {migrate.HEAD}" in refused(migrated, backup)
    other = engine.open_records(address)
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE somebody_s (id integer)"))
    other.dispose()
    assert "存有别的程序的数据表" in refused(address, backup)


# meanwhile


@pytest.fixture
def file(records: Engine, tmp_path: Path) -> Path:
    """Other records, to be restored."""
    copying.copy(records, tmp_path / "copy.db")
    add_unit(records)
    return tmp_path / "copy.db"


def test_one_that_ends_in_the_middle_leaves_what_was_there(
    records: Engine, migrated: str, file: Path, running: Server
) -> None:
    def begin_and(end: Callable[[Target], None]) -> None:
        with on_server(migrated) as target:
            target.prepare(file)
            end(target)

    def cut(target: Target) -> None:
        running.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{records.url.database}'")
        target.take_effect()

    def die(target: Target) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begin_and(die)
    assert NEW in units(records)
    with pytest.raises(NotRestored, match="the server broke off, and has what it had before"):
        begin_and(cut)
    records.dispose()
    assert NEW in units(records)
    with records.connect() as connection, pytest.raises(DBAPIError, match="never changed or taken out"):
        connection.exec_driver_sql("TRUNCATE audit")


def test_meanwhile_nobody_leads_and_nobody_writes(
    records: Engine, migrated: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    other = engine.open_records(migrated)
    with on_server(migrated) as target:
        for act in (postgres.try_to_lead, add_unit):
            with pytest.raises(DBAPIError, match="lock timeout"):
                act(other)
        target.prepare(file)
        target.take_effect()
    while (lead := postgres.try_to_lead(other)) is None:
        continue
    lead.leave()
    assert NEW not in units(records)
    other.dispose()


def test_a_backup_waits_for_nobody_who_writes(
    records: Engine, migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor the other way round: it only looks."""
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    other = engine.open_records(migrated)
    with records.begin():
        copying.copy(other, tmp_path / "copy.db")
    other.dispose()
