"""The command line with one thing wrong: exit code 1, one line, no traceback."""

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bot import lock
from bot.app import make_desk
from bot.settings import HOME, load
from db import engine
from exports import font
from sandbox.hooks import Hooks
from sandbox.personas import Persona
from sandbox.server import Sandbox
from sandbox.telegram import Telegram
from services import auditing
from tests.forks import on_terminal
from tests.house import at, furnished
from tests.sandbox.cast import Watch

TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz-123456789"
BOT = (sys.executable, "-m", "bot")
SHIPPED = (HOME / "config.toml").read_text(encoding="utf-8")
NOWHERE = "http://127.0.0.1:9"  # the port of discard: nobody listens
LIVE = {"DUBAN_TELEGRAM_TOKEN": TOKEN, "DUBAN_TELEGRAM_API_URL": NOWHERE}


def surroundings(data: Path, **env: str) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    return bare | {"DUBAN_DATA_DIR": str(data), "PYTHONUTF8": "1"} | env


def complaint(command: tuple[str, ...], env: dict[str, str]) -> str:
    code, _, stderr = on_terminal(command, env)
    return one_line(code, stderr)


def one_line(code: int | None, stderr: str) -> str:
    lines = stderr.splitlines()
    assert (code, len(lines)) == (1, 1), stderr
    assert lines[0].startswith("duban: ")
    assert "Traceback" not in stderr
    assert TOKEN not in stderr
    return lines[0]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[office]", "colour = 1\n[office]", "colour：没有这一项设置"),
        ("invite_hours = 24", "invite_hours = -1", "people.invite_hours"),
        ('ladder = "signing"', 'ladder = "rope"', "rope"),
        ('notice = "jiading-2022"', 'notice = "nowhere-1999"', "notice: nowhere-1999：没有这份通知，现有："),
        ("[office]", "[office", "config.toml"),
    ],
    ids=["unknown key", "bad value", "unknown ladder", "unknown notice", "no TOML"],
)
def test_wrong_settings_end_in_one_line(old: str, new: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    assert named in complaint(("status",), surroundings(tmp_path / "data", DUBAN_CONFIG=str(path)))


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({"DUBAN_CONFIG": "/nowhere/config.toml"}, "/nowhere/config.toml"),
        ({"DUBAN_TELEGRAM_TOKEN": "nonsense"}, "DUBAN_TELEGRAM_TOKEN"),
        ({"DUBAN_TELEGRAM_TOKEN_FILE": "/nowhere/token"}, "DUBAN_TELEGRAM_TOKEN_FILE"),
        ({"DUBAN_DATABASE_URL": "sqlite:////nowhere/records.db"}, "DUBAN_DATABASE_URL"),
        (LIVE | {"DUBAN_DATABASE_URL": "postgresql://127.0.0.1:9/records"}, "127.0.0.1:9/records：数据库连不上"),
        (LIVE, f"DUBAN_TELEGRAM_API_URL：{NOWHERE} 连不上"),
        (LIVE | {"DUBAN_TELEGRAM_API_URL": "nonsense"}, "DUBAN_TELEGRAM_API_URL"),
        (LIVE | {"DUBAN_WEBHOOK_URL": "https://court.example/hook"}, "DUBAN_WEBHOOK_SECRET：缺少"),
    ],
    ids=[
        "settings not there",
        "token without shape",
        "token file not there",
        "database without token",
        "PostgreSQL",
        "nobody answers",
        "no address",
        "webhook without secret",
    ],
)
def test_a_wrong_environment_ends_in_one_line(env: dict[str, str], named: str, tmp_path: Path) -> None:
    assert named in complaint(("run",), surroundings(tmp_path, **env))


async def test_a_token_that_telegram_does_not_take_ends_in_one_line(tmp_path: Path) -> None:
    watch = Watch()
    world = Telegram(token="1:another-bot", cast=[Persona(1, "院外人员", "outsider")], now=watch.now)
    server = Sandbox(world, Hooks(now=watch.now, next_event=watch.next_event, move_to=watch.move_to))
    env = surroundings(tmp_path, DUBAN_TELEGRAM_TOKEN=TOKEN, DUBAN_TELEGRAM_API_URL=await server.start(port=0))
    run = await asyncio.create_subprocess_exec(*BOT, "run", cwd=HOME, env=env, stderr=asyncio.subprocess.PIPE)
    _, stderr = await asyncio.wait_for(run.communicate(), 60)
    await server.stop()
    world.close()
    assert "DUBAN_TELEGRAM_TOKEN：Telegram 不接受" in one_line(run.returncode, stderr.decode())


def test_a_taken_port_ends_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"端口 {port} 已被占用" in complaint(("run", "--port", port), surroundings(tmp_path))


def test_a_second_bot_on_the_same_records_ends_in_one_line(tmp_path: Path) -> None:
    from bot import lock

    held = lock.hold(tmp_path)
    try:
        assert str(tmp_path) in complaint(("run",), surroundings(tmp_path))
    finally:
        os.close(held)


def test_a_missing_typeface_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / font.REGULAR).write_bytes((font.FOLDER / font.REGULAR).read_bytes())
    program = (
        "import sys; from pathlib import Path; from exports import font; font.FOLDER = Path(sys.argv.pop())\n"
        "from bot.__main__ import main; sys.exit(main())"
    )
    command = (sys.executable, "-c", program, "run", str(tmp_path))
    env = surroundings(tmp_path / "data")
    done = subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert f"{tmp_path / font.BOLD}：字体文件缺少或读不了" in one_line(done.returncode, done.stderr)


@pytest.mark.parametrize("command", [("status",), ("audit", "verify"), ("run", "--port", "0")], ids=" ".join)
def test_records_that_are_no_database_end_in_one_line(command: tuple[str, ...], tmp_path: Path) -> None:
    records = tmp_path / "sandbox" / "duban.db"
    records.parent.mkdir()
    records.write_bytes(b"this was a database once, before somebody opened it in a word processor\n" * 50)
    before = records.read_bytes()
    assert f"{records}：不是数据库，或已损坏" in complaint(command, surroundings(tmp_path))
    assert records.read_bytes() == before, "what cannot be read is not overwritten"


@pytest.mark.parametrize("command", [("status",), ("run", "--port", "0")], ids=" ".join)
def test_records_that_cannot_be_opened_end_in_one_line(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "sandbox" / "duban.db").mkdir(parents=True)
    assert "duban.db：打不开（是目录，不是文件）" in complaint(command, surroundings(tmp_path))


@pytest.mark.parametrize(
    ("command", "said"),
    [(("status",), "尚无记录"), (("run", "--port", "0"), "已有同名的文件或目录")],
    ids=["status", "run"],
)
def test_a_data_folder_that_is_none_ends_in_one_line(command: tuple[str, ...], said: str, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("a file", encoding="utf-8")
    line = complaint(command, surroundings(path))
    assert str(path) in line
    assert said in line


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("invite", "没有的职务"), "没有的职务"),
        (("invite", "副院长 9"), "副院长 9"),
        (("rehearse", "--from", "2026-03-02", "--to", "2026-03-01"), "--to"),
        (("run", "--port", "70000"), "70000"),
        (("invite", "\udcff"), "UTF-8"),
    ],
    ids=["no such post", "no such seat", "backwards", "no such port", "no text"],
)
def test_a_wrong_wish_ends_in_one_line(command: tuple[str, ...], named: str, tmp_path: Path) -> None:
    furnished(tmp_path / "sandbox" / "duban.db")
    assert named in complaint(command, surroundings(tmp_path))


@pytest.mark.parametrize("command", [("status",), ("invite", "立案庭联络员"), ("audit", "verify")], ids=" ".join)
def test_before_the_first_run_there_is_nothing_to_ask_and_nothing_is_made(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    assert "尚无记录" in complaint(command, surroundings(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_secret_that_is_not_whole_is_named(tmp_path: Path) -> None:
    furnished(tmp_path / "sandbox" / "duban.db")
    (tmp_path / "sandbox" / "secret").write_bytes(b"")
    assert "secret：不完整" in complaint(("status",), surroundings(tmp_path))


def test_another_program_s_records_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sandbox" / "duban.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE task (id INTEGER)")
    assert "duban.db：存有别的程序的数据表" in complaint(("status",), surroundings(tmp_path))


def test_a_second_bot_on_the_same_records_is_refused_whatever_its_folder(tmp_path: Path) -> None:
    records = tmp_path / "records" / "duban.db"
    held = lock.hold(records.parent, "duban.db.lock")
    env = surroundings(tmp_path / "other", DUBAN_DATABASE_URL=f"sqlite:///{records}", **LIVE)
    assert "另有一个督办程序正在使用这些记录" in complaint(("run",), env)
    os.close(held)


SERVER = "postgresql://duban:sesame@127.0.0.1:9/duban"  # where none is


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("run",), "postgresql://duban@127.0.0.1:9/duban：数据库连不上"),
        (("status",), "postgresql://duban@127.0.0.1:9/duban：数据库连不上"),
        (("backup", "FILE", "--plain"), "postgresql://duban@127.0.0.1:9/duban：数据库连不上"),
        (("restore", "pyproject.toml"), "postgresql://duban@127.0.0.1:9/duban：数据库连不上"),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else "",
)
def test_no_command_tells_the_password_of_a_server(command: tuple[str, ...], said: str, tmp_path: Path) -> None:
    env = surroundings(tmp_path, DUBAN_DATABASE_URL=SERVER, **LIVE)
    line = complaint(command, env)
    assert said in line
    assert "sesame" not in line
    assert not (HOME / "postgresql:").exists(), "an address is no path"


def test_neither_does_the_doctor_who_looks_at_a_server_too(tmp_path: Path) -> None:
    env = surroundings(tmp_path, DUBAN_DATABASE_URL=SERVER, **LIVE)
    code, stdout, stderr = on_terminal(("doctor",), env)
    assert (code, stderr) == (1, "")
    assert "✗ 数据库连不上，请检查地址和服务器：postgresql://duban@127.0.0.1:9/duban" in stdout
    assert "sesame" not in stdout


@pytest.mark.parametrize("wide", ["", "duban.db", "duban.db-wal", "secret", "journal", "journal/2026-03.journal"])
def test_a_bot_does_not_start_where_others_can_read_what_is_the_office_s(wide: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "journal").mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    for name in ("duban.db", "duban.db-wal", "secret", "journal/2026-03.journal"):
        (folder / name).touch(mode=0o600)
    found = folder / wide
    found.chmod(found.stat().st_mode | 0o040)
    mode = found.stat().st_mode
    line = complaint(("run",), surroundings(folder, **LIVE))
    assert f"别人也能读到：请执行 chmod -R go= {found}" in line
    assert found.stat().st_mode == mode, "nothing is mended in silence: somebody may have read it by now"


@pytest.mark.parametrize("value", ["garbage", "2026-13-01 00:00:00"])
def test_a_trail_that_cannot_be_read_is_broken_at_that_row(value: str, tmp_path: Path) -> None:
    path = tmp_path / "sandbox" / "duban.db"
    furnished(path)
    desk = make_desk(engine.open_file(path), load(HOME / "config.toml"), bytes(32), "bot")
    for n in range(3):
        desk.call(partial(auditing.record, verb="test", subject=str(n)), at("2026-03-02 09:00"), "test")
    desk.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER audit_never_changed")  # who has the file can do that
        db.execute("UPDATE audit SET at = ? WHERE n = 2", (value,))
        db.commit()
    code, stdout, stderr = on_terminal(("audit", "verify"), surroundings(tmp_path))
    assert (code, stdout.strip()) == (1, "操作留痕在第 2 行被改动")
    assert "Traceback" not in stderr


def test_the_status_is_readable_on_a_terminal(tmp_path: Path) -> None:
    furnished(tmp_path / "sandbox" / "duban.db")
    _, stdout, _ = on_terminal(("status",), surroundings(tmp_path))
    first, indicators, counts = stdout.splitlines()
    assert first.startswith("截至 20")
    assert indicators == "指标：待数据 47，历史待补证 2，待基准 2"
    assert counts == "报送：应报 0，已报 0，按时 0，逾期 0，往月逾期 0"


@pytest.mark.parametrize("day", ["2026-02-30", "0001-01-01", "9999-12-30"])
def test_a_day_that_is_none_is_a_wrong_call(day: str, tmp_path: Path) -> None:
    command = ("rehearse", "--from", day, "--to", "2026-03-01")
    code, _, stderr = on_terminal(command, surroundings(tmp_path))
    assert code == 2
    assert day in stderr
    assert "Traceback" not in stderr


REHEARSED = ("rehearse", "--from", "2026-02-27", "--to", "2026-02-27")


@pytest.mark.parametrize(
    ("command", "unbuffered"),
    [(("--help",), ""), (("status", "--help"), "1"), (("status",), ""), (("status",), "1"), (REHEARSED, "1")],
    ids=["help", "help line by line", "status", "status line by line", "rehearse line by line"],
)
def test_whoever_reads_may_have_enough(command: tuple[str, ...], unbuffered: str, tmp_path: Path) -> None:
    furnished(tmp_path / "sandbox" / "duban.db")
    env = surroundings(tmp_path, PYTHONUNBUFFERED=unbuffered)
    reading, writing = os.pipe()
    os.close(reading)
    call = (*BOT, *command)
    done = subprocess.run(call, cwd=HOME, env=env, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
