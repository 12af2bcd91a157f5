"""The trail: whatever is done to it, the first bad row is named; and the database itself takes no change of it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.app import make_desk
from db import engine, migrate
from db.tables import Audit
from domain import seal
from domain.seal import Seal
from services import auditing
from services.office import Office
from tests.conftest import NewCourt
from tests.forks import on_terminal
from tests.house import DIRECTOR, at, furnished
from tests.settings import SHIPPED
from tests.structure.test_structure_mistakes import surroundings

ROWS = 2_000 if os.environ.get("DUBAN_EVERY_STEP") else 100
BEGUN = at("2026-03-02 09:00")
FIELDS: dict[str, Callable[[Audit], object]] = {
    "at": lambda row: row.at + timedelta(seconds=1),
    "person_id": lambda row: (row.person_id or 0) + 1,
    "inbox_id": lambda row: None,
    "verb": lambda row: row.verb + " ",
    "subject": lambda row: row.subject[:-1] + "9x",
    "data": lambda row: row.data | {"reason": "无"},
    "hash": lambda row: row.hash[:-1] + ("0" if row.hash[-1] != "0" else "1"),
}


def row(n: int, previous: str) -> Audit:
    made = Audit(
        n=n, at=BEGUN + timedelta(minutes=n), person_id=n % 5, inbox_id=n, verb="file", subject=f"report/{n}",
        data={"version": n % 3}, hash="",
    )  # fmt: skip
    made.hash = auditing.chained(previous, made)
    return made


@pytest.fixture(scope="module")
def chain() -> list[Audit]:
    rows: list[Audit] = []
    for n in range(1, ROWS + 1):
        rows.append(row(n, rows[-1].hash if rows else auditing.GENESIS))
    return rows


@pytest.fixture(scope="module")
def head(chain: list[Audit]) -> Seal:
    return Seal(ROWS, auditing.code(chain[-1].hash))


def copy(of: Audit, **changed: object) -> Audit:
    return Audit(**(of.model_dump() | changed))


def test_as_it_was_written_it_is_whole(chain: list[Audit], head: Seal) -> None:
    assert auditing.first_astray(chain) is None
    assert auditing.first_astray(chain, head) is None
    assert auditing.first_astray([]) is None


@pytest.mark.parametrize("field", [*FIELDS])
def test_a_field_changed_in_any_row_names_that_row(field: str, chain: list[Audit]) -> None:
    for i, one in enumerate(chain):
        forged = copy(one, **{field: FIELDS[field](one)})
        assert auditing.first_astray([*chain[:i], forged, *chain[i + 1 :]]) == i + 1


def test_a_row_changed_with_a_hash_that_fits_names_the_next_one(chain: list[Audit], head: Seal) -> None:
    for i, one in enumerate(chain):
        forged = copy(one, verb="return")
        forged.hash = auditing.chained(chain[i - 1].hash if i else auditing.GENESIS, forged)
        rows = [*chain[:i], forged, *chain[i + 1 :]]
        assert auditing.first_astray(rows, head) == (i + 2 if i + 1 < ROWS else ROWS)


def test_a_row_taken_out_names_its_place(chain: list[Audit], head: Seal) -> None:
    for i in range(ROWS):
        assert auditing.first_astray([*chain[:i], *chain[i + 1 :]], head) == i + 1


def test_two_rows_that_changed_places_name_the_first(chain: list[Audit]) -> None:
    for i in range(ROWS - 1):
        assert auditing.first_astray([*chain[:i], chain[i + 1], chain[i], *chain[i + 2 :]]) == i + 1


def test_a_row_put_in_names_its_place_or_the_one_behind(chain: list[Audit]) -> None:
    for i in range(ROWS):
        put_in = row(i + 1, chain[i - 1].hash if i else auditing.GENESIS)
        put_in.verb, put_in.hash = "give", ""
        put_in.hash = auditing.chained(chain[i - 1].hash if i else auditing.GENESIS, put_in)
        assert auditing.first_astray([*chain[:i], put_in, *chain[i:]]) == i + 2


def test_rows_cut_off_at_the_end_are_told_by_the_check_code_alone(chain: list[Audit], head: Seal) -> None:
    for i in range(ROWS):
        assert auditing.first_astray(chain[:i]) is None
        assert auditing.first_astray(chain[:i], head) == i + 1


def test_a_trail_made_anew_from_any_row_on_is_told_by_the_check_code(chain: list[Audit], head: Seal) -> None:
    for i in range(0, ROWS, max(1, ROWS // 50)):
        rows = list(chain[:i])
        for one in chain[i:]:
            forged = copy(one, person_id=77)
            forged.hash = auditing.chained(rows[-1].hash if rows else auditing.GENESIS, forged)
            rows.append(forged)
        assert auditing.first_astray(rows) is None
        assert auditing.first_astray(rows, head) == ROWS


@pytest.mark.parametrize("gaps", ["", " ", "\u3000", "\n"])
def test_a_check_code_is_read_as_it_is_written(gaps: str, head: Seal) -> None:
    assert seal.read(gaps.join(str(head))) == head


@pytest.mark.parametrize("wrong", ["", "12", "0:" + "1" * 24, "1:" + "1" * 23, "1:" + "1" * 25, "x:" + "1" * 24])
def test_what_is_no_check_code_is_said_to_be_none(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no check code"):
        seal.read(wrong)


# the database


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trail") / "sandbox" / "duban.db"
    furnished(path)
    desk = make_desk(engine.open_file(path), SHIPPED, bytes(32), "bot")

    def record(office: Office) -> None:
        for n in range(5):
            auditing.record(office, "test", str(n))

    desk.call(record, BEGUN, "test")
    desk.close()
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET verb = 'x' WHERE n = 2",
        "UPDATE audit SET hash = hash",
        "DELETE FROM audit WHERE n = 5",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE n = 2",
        "INSERT INTO audit SELECT 9, at, person_id, inbox_id, verb, subject, data, hash FROM audit WHERE n = 2",
        "UPDATE OR REPLACE audit SET n = 3 WHERE n = 2",
    ],
)
def test_no_row_is_changed_or_taken_out(statement: str, records: Path) -> None:
    database = engine.open_file(records)
    before = rows_of(records)
    with pytest.raises(IntegrityError), database.begin() as connection:
        connection.execute(text(statement))
    database.dispose()
    assert rows_of(records) == before


def test_the_triggers_come_with_the_newest_schema(records: Path) -> None:
    with closing(sqlite3.connect(records)) as db:
        found = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name").fetchall()
    assert [name for (name,) in found] == ["audit_grows_at_its_end", "audit_never_changed", "audit_never_lost"]
    assert migrate.HEAD >= "0015"


def rows_of(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT * FROM audit ORDER BY n").fetchall()


def test_on_the_terminal_it_says_its_check_code_and_takes_one(records: Path) -> None:
    env = surroundings(records.parents[1])
    code, said, _ = on_terminal(("audit", "verify"), env)
    told = said.strip().partition("校验码 ")[2]
    assert (code, told[:2]) == (0, "5：")
    assert on_terminal(("audit", "verify", "--seal", told), env)[0] == 0
    code, said, _ = on_terminal(("audit", "verify", "--seal", f"9:{'1' * 24}"), env)
    assert (code, said.strip()) == (1, "操作留痕在第 6 行被改动")
    assert "is no check code" in on_terminal(("audit", "verify", "--seal", "x"), env)[2]


async def test_the_draft_of_the_weekly_report_shows_the_director_the_code(new_court: NewCourt) -> None:
    """Once a week, to somebody outside the machine."""
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.give()
    await court.until("2026-03-06 17:31")
    line = next(line for line in court.text(DIRECTOR).splitlines() if line.startswith("日志校验码 "))
    told = seal.read(line.removeprefix("日志校验码 "))
    with court.session() as session:
        assert auditing.first_broken(session, told) is None
        assert auditing.first_broken(session, Seal(told.n, "1" * 24)) == told.n
