"""Commands beside a sandbox that has moved on: by its clock, and by the notice that was published in it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.settings import HOME
from tests import cellar, clinic
from tests.house import DIRECTOR, Court

AHEAD = datetime.now(UTC) + timedelta(days=40)  # of every clock but the sandbox's

pytestmark = pytest.mark.skipif(cellar.ON_SERVER, reason="the sandbox keeps its records in a file")


def run(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "DUBAN_DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def moved(signed: Court) -> Court:
    (signed.folder / "sandbox").symlink_to(signed.folder)
    return signed


async def move(court: Court) -> datetime:
    await court.off_until(f"{AHEAD.astimezone(court.settings.zone):%Y-%m-%d 10:00}")
    await court.say(DIRECTOR, "/status")
    return court.now


async def test_a_command_goes_by_the_clock_of_the_sandbox(moved: Court) -> None:
    now = await move(moved)
    assert datetime.fromisoformat(json.loads(run(moved.folder, "status", "--json"))["at"]) >= now - timedelta(minutes=1)
    month = f"{now:%Y-%m}"
    out = moved.folder / "简报.docx"
    assert run(moved.folder, "export", "bulletin", "--month", month, "--out", str(out)) == f"{out}\n"


async def test_an_answer_to_a_notice_that_was_published_is_read(moved: Court) -> None:
    await moved.use(lambda office: clinic.publish(office, clinic.CLINIC))
    found = json.loads(run(moved.folder, "read", "1.1.1", "门诊预约率六成五", "--json"))
    assert (found["code"], found["intent"]) == ("1.1.1", "report")
    assert found["values"] == {"门诊预约率": "65%"}
