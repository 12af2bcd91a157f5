"""Even where the program is wrong the records take nothing twice (I-02, I-04)."""

import sqlite3
from contextlib import closing

import pytest

from tests.reliability.bench import Bench


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("inbox", ("update_id",)),
        ("outbox", ("key",)),
        ("task", ("unit_id", "assignment_id", "cadence", "period")),
    ],
)
def test_a_second_row_under_a_key_is_refused(table: str, key: tuple[str, ...], bench: Bench) -> None:
    bench.back_to(bench.monday)
    with closing(sqlite3.connect(bench.records)) as db:
        if table == "inbox":
            db.execute("INSERT INTO inbox (update_id, kept_at, state) VALUES (5, '2026-03-02', 'done')")
        columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name != "id"]
        named = ", ".join(columns)
        complete = " AND ".join(f"{name} IS NOT NULL" for name in key)
        (row,) = db.execute(f"SELECT id FROM {table} WHERE {complete} LIMIT 1").fetchone()
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE") as caught:
            db.execute(f"INSERT INTO {table} ({named}) SELECT {named} FROM {table} WHERE id = ?", (row,))
    assert [name.partition(".")[2] for name in str(caught.value).partition(": ")[2].split(", ")] == list(key)


def test_a_rung_is_taken_once_an_audience_and_round(bench: Bench) -> None:
    bench.back_to(bench.monday)
    with closing(sqlite3.connect(bench.records)) as db:
        named = "task_id, rung, audience, post_id, person_id, outbox_id, on_date, at, round"
        with pytest.raises(sqlite3.IntegrityError, match=r"reminder\.rung"):
            db.execute(f"INSERT INTO reminder ({named}) SELECT {named} FROM reminder LIMIT 1")
