"""The search at the end of a run finds what it is to find; and the canaries are used by what it searches."""

import bz2
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import ProgrammingError

from db import engine
from tests import canaries, cellar, forbidden
from tests.postgres.balancer import SECRET as BALANCER
from tests.postgres.replicas import TOKEN as REPLICAS
from tests.postgres.test_standby import SECRET as STANDBY
from tests.sandbox.pictures import png
from tests.server import Server, started
from tests.stories.test_webhook import SECRET as HOOK


def packed(content: bytes, name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return file.getvalue()


def tarred(content: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as made:
        member = tarfile.TarInfo("proof/ab/abcd")
        member.size = len(content)
        made.addfile(member, io.BytesIO(content))
    return file.getvalue()


TOKEN, CASE = cellar.TOKEN.encode(), forbidden.CASE.encode()
LEFT: dict[str, bytes] = {
    "bot.log": b"GET https://api.telegram.org/bot" + TOKEN + b"/getMe",
    "duban.db": b"\0" * 9_000 + CASE + b"\0",
    "duban.db-wal": json.dumps(forbidden.CASE).encode(),
    "board.png": png(10, 10)[:-12] + b"tEXt" + CASE,
    "export/ledger.xlsx": packed(CASE),
    "export/bundle.zip": packed(packed(CASE), "proofs/5.2.1/0001-纪要.docx"),
    "bot.log.gz": gzip.compress(b"GET /bot" + TOKEN),
    "bot.log.bz2": bz2.compress(b"GET /bot" + TOKEN),
    "bot.log.xz": lzma.compress(b"GET /bot" + TOKEN),
    "duban.tar.gz": tarred(packed(CASE)),
    "journal.jsonl": json.dumps({"text": forbidden.IDENTITY}).encode(),
    "core": TOKEN.partition(b":")[2],
    "hook.log": HOOK.encode(),
    "standby.log": STANDBY.encode(),
    "replicas.log": REPLICAS.encode(),
    "balancer.log": BALANCER.encode(),
}


@pytest.mark.parametrize("name", [*LEFT])
def test_what_was_left_behind_is_found(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "left"
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(LEFT[name])
    assert canaries.found_below(folder) == [name]
    path.unlink()  # or the end of this run would find it


def test_clean_files_odd_files_and_telegrams_own_are_let_be(tmp_path: Path) -> None:
    for name, content in {"a": b"", "b.zip": b"PK\x03\x04spoilt", "c.zip": packed(b"x"), "telegram.db": TOKEN}.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "link").symlink_to(tmp_path / "telegram.db")
    assert canaries.found_below(tmp_path) == []


def test_what_a_test_logs_is_looked_at_too() -> None:
    sections = [("Captured log call", f"x {cellar.TOKEN}"), ("Captured stdout", "y")]
    assert canaries.told_by(sections) == ["Captured log call"]


def test_what_is_in_a_table_or_in_a_log_of_postgresql_is_found(own_server: Server) -> None:
    """A row, its copy in the log for repairs, and a name in an error."""
    records = engine.open_records(own_server.create("left"))
    with records.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE there (said text)")
        connection.exec_driver_sql("INSERT INTO there VALUES (%s)", (forbidden.CASE,))
    records.dispose()
    with pytest.raises(ProgrammingError):
        own_server.run(f'SELECT "{cellar.TOKEN}"')
    own_server.stop()
    found = canaries.found_below(own_server.folder)
    assert "log" in found
    assert [path for path in found if path.startswith("data/base/")]
    assert [path for path in found if path.startswith("data/pg_wal/")]


LONG = "督办" * 20_000 + forbidden.CASE  # is packed where anything is


def test_what_sqlite_has_cut_in_two_is_found(tmp_path: Path) -> None:
    """A row is longer than a page, and what is looked for lies on the end of one: as bytes it is nowhere."""
    path = tmp_path / "duban.db"
    for after in range(1_500, 3_000, 4):  # where it is cut depends on how long the rest is
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as records:
            records.execute("PRAGMA synchronous = OFF")
            records.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text)")
            records.execute("INSERT INTO note VALUES (1, ?)", ("督" * 700 + forbidden.CASE + "办" * after,))
            records.commit()
        if CASE not in path.read_bytes():
            break
    else:
        pytest.fail("it was never cut")
    assert canaries.found_below(tmp_path) == ["duban.db"]
    path.unlink()


def test_what_a_column_of_postgresql_would_have_packed_is_found_on_the_disk(own_server: Server) -> None:
    """As a row and as one that was deleted. With a column that packs, as all do elsewhere, the table alone tells it."""
    for name, storage in (
        ("plain", ""),
        ("gone", ""),
        ("packing", "ALTER TABLE there ALTER said SET STORAGE extended"),
    ):
        records = engine.open_records(own_server.create(name))
        with records.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE there (id int, said text, facts json)")
            if storage:
                connection.exec_driver_sql(storage)
            connection.exec_driver_sql("INSERT INTO there VALUES (1, %s)", (LONG,))
            if name == "gone":
                connection.exec_driver_sql("DELETE FROM there")
        records.dispose()
    found = {name: canaries.found_in_tables(own_server, name) for name in own_server.databases()}
    assert [place for places in found.values() for place in places] == ["plain: there", "packing: there"]
    folders = own_server.folders()
    own_server.stop()
    below = [path.split("/") for path in canaries.found_below(own_server.folder)]
    assert {folders[path[2]] for path in below if path[:2] == ["data", "base"]} == {"plain", "gone"}


def test_what_was_in_a_database_that_is_gone_is_found_too(own_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story drops its own."""
    monkeypatch.setattr(canaries, "DROPPED", [])
    records = engine.open_records(own_server.create("story"))
    with records.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE there (said text)")
        connection.exec_driver_sql("INSERT INTO there VALUES (%s)", (LONG,))
    canaries.drop(own_server, "story")
    assert canaries.DROPPED == ["story: there"]
    assert "story" not in own_server.databases()
    canaries.drop(own_server, "story")
    records.dispose()


def test_every_secret_of_the_tests_is_a_canary() -> None:
    assert all(canaries.CANARY in secret for secret in (cellar.TOKEN, HOOK, STANDBY, REPLICAS, BALANCER))


@pytest.fixture
def own_server() -> Iterator[Server]:
    made = started()
    yield made
    made.close()
