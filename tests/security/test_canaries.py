"""The search at the end of a run finds what it is to find; and the canaries are used by what it searches."""

import io
import json
import zipfile
from collections.abc import Iterator
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


def packed(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", content)
    return file.getvalue()


TOKEN, CASE = cellar.TOKEN.encode(), forbidden.CASE.encode()
LEFT: dict[str, bytes] = {
    "bot.log": b"GET https://api.telegram.org/bot" + TOKEN + b"/getMe",
    "duban.db": b"\0" * 9_000 + CASE + b"\0",
    "duban.db-wal": json.dumps(forbidden.CASE).encode(),
    "board.png": png(10, 10)[:-12] + b"tEXt" + CASE,
    "export/ledger.xlsx": packed(CASE),
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


def test_every_secret_of_the_tests_is_a_canary() -> None:
    assert all(canaries.CANARY in secret for secret in (cellar.TOKEN, HOOK, STANDBY, REPLICAS, BALANCER))


@pytest.fixture
def own_server() -> Iterator[Server]:
    made = started()
    yield made
    made.close()
