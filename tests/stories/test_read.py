"""`python -m bot read`: what would be understood of a text, for whoever is asked why; nothing is recorded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import HOME


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DUBAN_DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "bot", "read", *arguments]
    return subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_values_stand_by_their_names_and_nothing_is_recorded(tmp_path: Path) -> None:
    text = "诉前调解成功率五十二点三，履行率61%，平均28天"
    done = run(tmp_path, "5.2.1", text, "--period", "2026-10", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["values"] == {
        "诉前调解案件成功率": "52.3%",
        "诉前调解成功后自动履行率": "61%",
        "诉前调解案件平均办理时长": "28",
    }
    assert (found["intent"], found["doubt"], found["period"]) == ("report", None, "2026-10")
    assert list(tmp_path.iterdir()) == []


def test_a_doubt_stands_with_what_is_likely(tmp_path: Path) -> None:
    done = run(tmp_path, "5.2.1", "成功率0.523", "--on", "2026-11-03")
    assert done.stdout.splitlines() == [
        "5.2.1 2026-10: asked for figures",
        "intent: report",
        "doubt: ratio (诉前调解案件成功率)",
        "likely: 诉前调解案件成功率 = 52.3%",
        "likely: 诉前调解案件成功率 = 0.523%",
    ]


def test_working_days_are_those_that_are_published(tmp_path: Path) -> None:
    done = run(tmp_path, "5.2.1", "国庆节后第一个工作日报", "--on", "2026-09-23", "--json")
    assert json.loads(done.stdout)["until"] == "2026-10-08"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("9.9.9", "无"), "duban: 没有 9.9.9 这项指标"),
        (("5.2.1/8", "无"), "duban: 5.2.1 有 7 项要求，没有第 8 项"),
        (("5.2.1", "无", "--period", "2026-13"), "duban: --period：2026-13 不是周期，应如 2026-10、2026-H2、2026"),
        (("5.2.1", "无", "--last", "诉前调解成功=多"), "duban: --last：多 不是数"),
        (("5.2.1", "无", "--department", "某庭"), "duban: 没有名为“某庭”的部门"),
    ],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: tuple[str, ...], complaint: str) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stderr.strip()) == (1, complaint)
