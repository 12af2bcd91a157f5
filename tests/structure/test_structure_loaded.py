import subprocess
import sys

import pytest

from tests.structure.sources import HOUSE

# what a bot that has started does without: each is loaded with its first use, and is megabytes until then
LATE = {
    "PIL": "a picture",
    "aiohttp.web": "a webhook, or somebody who asks how the bot is",
    "alembic": "records that are not at the newest schema",
    "bot.drawn": "a document",
    "bot.stage": "the sandbox",
    "bot.terminal.rehearse": "another command",
    "icalendar": "a calendar",
    "lxml": "a notice, which another process reads",
    "openpyxl": "a sheet, which another process reads",
    "psycopg": "records on a server",
    "pyrage": "a key of the backup",
    "sqlalchemy.dialects.postgresql": "records on a server",
    "tables-of-all-languages": "nobody: Babel reads them where a language is asked for by its name",
    "xlsxwriter": "a workbook",
}
START = """
import sys
sys.argv = ["duban", "run"]
from bot.__main__ import arguments
arguments()
from bot.app import furnish, make_desk
from bot.clock import SystemClock
from bot.settings import HOME, load
from db import engine
settings, database = load(HOME / "config.toml"), engine.create_in_memory()
furnish(database, settings)
make_desk(database, settings, bytes(32), "duban_bot").tick(SystemClock().now())
from babel import core
print(*sys.modules, "tables-of-all-languages" if core._global_data else "")
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    done = subprocess.run([sys.executable, "-c", START], cwd=HOUSE, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("name", LATE)
def test_what_a_start_can_do_without_is_not_loaded(name: str, loaded: set[str]) -> None:
    assert name not in loaded, f"it is for {LATE[name]}"


def test_what_a_start_needs_is_seen_to_be_loaded(loaded: set[str]) -> None:
    assert {"bot.app", "bot.desk", "telegram.ext", "sqlalchemy.dialects.sqlite", "babel.messages"} <= loaded
