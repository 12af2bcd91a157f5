"""Who writes a notice for another house is told in Chinese what does not hold together, and where, as it is started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import HOME

ROOMS = ("bot", "db", "domain", "exports", "locales", "sandbox", "services", "config.toml")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The program, with a shelf of its own."""
    folder = tmp_path / "house"
    folder.mkdir()
    for room in ROOMS:
        (folder / room).symlink_to(HOME / room)
    shutil.copytree(HOME / "catalogue", folder / "catalogue", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def told(house: Path) -> str:
    """What the terminal says to a rehearsal, which CONTRIBUTING names to whoever writes a notice."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    environment = bare | {"DUBAN_DATA_DIR": str(house / "data"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "bot", "rehearse", "--from", "2027-01-04", "--to", "2027-01-05"]
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("area-4.toml", 'lead = "执行局"', 'lead = "执行庭"', "指标 4.7.1：lead 里的“执行庭”不是本通知列出的单位"),
        (
            "area-5.toml",
            'target = "30%"',
            'target = "三成"',
            "指标 5.2.1，第 1 项要求：tag 为 N 的，target 应为数字，现为 三成",
        ),
        (
            "notice.toml",
            'convenor = "南翔法庭"',
            'convenor = "立案庭"',
            "单位“派出法庭”：召集部门（convenor）“立案庭”不在 members 里",
        ),
    ],
)
def test_what_does_not_hold_together_is_said_in_chinese(house: Path, file: str, old: str, new: str, said: str) -> None:
    path = house / "catalogue" / "shipped" / "jiading-2022" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert told(house) == f"duban: notice: {file}：{said}\n"  # of the setting that names it
