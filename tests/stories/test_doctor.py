"""`python -m bot doctor`: a line a check, and what to do where something is wrong."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import CHECKS
from bot.settings import HOME
from bot.vault import keys
from tests import cellar
from tests.cellar import TOKEN
from tests.forks import on_terminal
from tests.house import Court

LIVE = {"DUBAN_TELEGRAM_TOKEN": TOKEN}


def examined(data: Path, *more: str, **env: str) -> tuple[int, dict[str, Any]]:
    """Exit code, and the findings by name."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    code, stdout, stderr = on_terminal(("doctor", "--json", *more), bare | at_home(data, env) | env)
    assert stderr == ""
    found = json.loads(stdout)
    assert (code == 0) == found["ok"] == all(check["ok"] for check in found["checks"])
    return code, {check["name"]: check for check in found["checks"]}


def at_home(data: Path, env: dict[str, str]) -> dict[str, str]:
    """Without a token the records are the sandbox's."""
    return {"DUBAN_DATA_DIR": str(data)} | (cellar.address_in(data) if env else {})


def wrong(found: dict[str, Any]) -> dict[str, str]:
    return {name: check["english"] for name, check in found.items() if not check["ok"]}


@pytest.fixture
def data(filled_installation: Path, tmp_path: Path) -> Iterator[Path]:
    """A live installation in which all is well but that nobody has made a key for its backups."""
    folder = tmp_path / "data"
    cellar.copy(filled_installation, folder)
    for path in folder.iterdir():
        path.chmod(0o600)
    yield folder
    cellar.let_go(folder)


def settings(path: Path, **changed: tuple[str, str]) -> str:
    text = (HOME / "config.toml").read_text(encoding="utf-8")
    for old, new in changed.values():
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_before_the_first_run_there_is_nothing_wrong(tmp_path: Path) -> None:
    code, found = examined(tmp_path / "none")
    assert (code, wrong(found)) == (0, {})
    assert {"config", "python", "packages", "typeface", "glyphs", "disk", "clock", "records"} <= found.keys()
    assert not (tmp_path / "none").exists()


def test_where_all_is_well_every_check_says_so(data: Path, tmp_path: Path) -> None:
    public = keys.new(tmp_path / "key")
    config = settings(tmp_path / "config.toml", keys=("recipients = []", f'recipients = ["{public}"]'))
    env = LIVE | {"DUBAN_CONFIG": config}
    (data / "backup").mkdir(mode=0o700)
    (data / "backup" / "duban-2026-03-01.age").touch(mode=0o600)
    code, found = examined(data, **env)
    assert (code, wrong(found)) == (0, {})
    assert len(found) == len(CHECKS) + 1
    assert all(check["chinese"] and check["english"] for check in found.values())
    os.utime(data / "backup" / "duban-2026-03-01.age", (0, 0))
    code, found = examined(data, **env)
    assert (code, list(wrong(found))) == (1, ["backup"])


def spoil(data: Path, *statements: str) -> None:
    """By somebody who minds no reference."""
    if cellar.ON_SERVER:
        records = cellar.open_in(data)
        with records.begin() as connection:
            for statement in ("ALTER TABLE proof DROP CONSTRAINT fk_proof_report_id", *statements):
                connection.exec_driver_sql(statement)
        records.dispose()
        return
    with closing(sqlite3.connect(data / "duban.db")) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def test_each_fault_is_named_with_what_to_do(data: Path, tmp_path: Path) -> None:
    spoil(
        data,
        f"DROP TRIGGER audit_never_changed{' ON audit' if cellar.ON_SERVER else ''}",
        "UPDATE audit SET verb = 'nothing' WHERE n = 3",
        "UPDATE tenure SET until = '2026-01-01' WHERE id = 1",
        "UPDATE room SET until = '2026-01-01 00:00:00'",
        "INSERT INTO written (id, n, mark) VALUES (1, 1, 1)",
        "INSERT INTO proof (report_id, file_id, file_unique_id, name, hash, covers, state, tries, at) "
        f"VALUES (1, 'a', 'a', '统计表.pdf', '{'3f' * 32}', '2026-02', 'kept', 0, '2026-01-01 00:00:00')",
    )
    data.chmod(0o755)
    (data / "secret").chmod(0o644)
    (data / "journal").write_text("in the way")
    (data / "journal").chmod(0o600)
    config = settings(tmp_path / "config.toml", court=("上海市嘉定区", "上海市\U00020000区"))
    code, found = examined(data, **LIVE, DUBAN_CONFIG=config)
    said = wrong(found)
    assert code == 1
    assert said.keys() == {
        "glyphs",
        "folders",
        "journal",
        "journal kept",
        "backup keys",
        "trail",
        "proofs",
        "director",
        "group",
    }
    assert said["journal kept"].startswith(f"the last transaction is not in {data / 'journal'}: another bot writes")
    assert said["trail"].startswith("the trail was changed at row 3: ")
    assert said["folders"] == f"others can read them: run chmod -R go= {data} {data / 'secret'}"
    assert said["proofs"].startswith("1 files of proof are missing or altered: 统计表.pdf [3f3f3f3f3f3f]. Take them ")
    assert "backup --new-key" in said["backup keys"]
    assert "send /start there" in said["group"]


@cellar.of_a_file
@pytest.mark.parametrize(
    ("sql", "name", "said"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "schema", "schema 9999 is newer"),
        (None, "records", "the database is damaged"),
    ],
)
def test_records_that_cannot_be_used_are_named_and_nothing_more_is_asked_of_them(
    data: Path, sql: str | None, name: str, said: str
) -> None:
    if sql:
        with closing(sqlite3.connect(data / "duban.db")) as records:
            records.execute(sql)
            records.commit()
    else:
        content = (data / "duban.db").read_bytes()
        (data / "duban.db").write_bytes(content[:5000] + bytes(20_000) + content[25_000:])
    code, found = examined(data, **LIVE)
    assert code == 1
    assert found[name]["english"].startswith(said)
    assert not {"trail", "director", "posts", "group"} & found.keys()


async def test_online_the_token_is_tried(filled: Court) -> None:
    env = LIVE | {"DUBAN_TELEGRAM_API_URL": filled._address}
    _, found = await asyncio.to_thread(examined, filled.folder, "--online", **env)
    assert found["telegram"]["english"] == "connected as @duban_bot"
    _, found = await asyncio.to_thread(
        examined, filled.folder, "--online", **env | {"DUBAN_TELEGRAM_API_URL": "http://127.0.0.1:9"}
    )
    assert wrong(found)["telegram"].startswith("http://127.0.0.1:9 cannot be reached")
    other = "7000000009:another-token-of-nobody-00000000000"
    _, found = await asyncio.to_thread(examined, filled.folder, "--online", **env | {"DUBAN_TELEGRAM_TOKEN": other})
    assert wrong(found)["telegram"] == "Telegram does not accept the token: look at it again"


def test_on_a_terminal_it_is_a_line_a_check_in_two_languages(data: Path) -> None:
    code, stdout, _ = on_terminal(("doctor",), {"PATH": "", "PYTHONUTF8": "1"} | at_home(data, LIVE) | LIVE)
    lines = stdout.splitlines()
    assert code == 1
    assert all(line.startswith(("✓ ", "✗ ")) and " / " in line for line in lines)
    assert sum(line.startswith("✗") for line in lines) == 1, "nobody has made a key yet"
