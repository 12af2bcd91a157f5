"""One way through the journals of several bots: whose transaction was committed is told by the one that came next."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.vault.following import lines_since, way_from
from bot.vault.journal import Journal
from db.queries.journal import Told
from tests.house import at

NOON = at("2026-03-02 12:00")
# a transaction: what it is called, number, mark, the mark of the one before it, after so many seconds
Line = tuple[str, int, int, int, int]
A, B, C, D = ("a", 11, 110, 100, 1), ("b", 12, 120, 110, 2), ("c", 13, 130, 120, 3), ("d", 14, 140, 130, 4)
KNOWN = Told(10, 100)


def line(what: str, n: int, mark: int, after: int, second: int) -> dict[str, Any]:
    which = {"n": n, "mark": mark, "after": after} if mark else {"n": n}
    return {"v": what, "at": (NOON + timedelta(seconds=second)).isoformat()} | which


def found(known: Told, *lines: Line) -> str | None:
    way = way_from(known, [line(*one) for one in lines])
    return None if way is None else "".join(one["v"] for one in way)


@pytest.mark.parametrize(
    ("lines", "way"),
    [
        ((A, B, C), "abc"),
        ((C, A, B), "abc"),
        ((("known", 10, 100, 90, 0), A), "a"),
        ((("known", 10, 100, 90, 0),), ""),
        ((), None),
        ((("x", 10, 101, 90, 0), ("y", 11, 111, 101, 0)), None),
        ((B, C), None),
        ((A, B, ("undone", 13, 131, 120, 2), C, D), "abcd"),
        ((A, B, ("undone", 13, 131, 120, 99), C, D), "abcd"),
        ((A, ("stale", 12, 121, 110, 0), B, C), "abc"),
        ((A, B, C, D, ("stale", 12, 121, 110, 0)), "abcd"),
        ((A, B, ("undone", 13, 131, 120, 2), ("last", 13, 132, 120, 5)), "ablast"),
        ((A, C, D), "acd"),
        ((A, ("undone", 12, 121, 110, 0), C, D), "aundonecd"),
        ((("lost", 11, 111, 100, 1), ("lost", 12, 121, 111, 2), ("new", 1_000_011, 900, 100, 9)), "new"),
    ],
    ids=[
        "in order",
        "of several folders",
        "what the backup knows",
        "nothing since",
        "no journal",
        "that of other records",
        "its beginning is missing",
        "one was undone",
        "by a clock that is ahead",
        "one was undone before the next began",
        "a leader that was stopped for a while wrote last",
        "nobody came after the last",
        "one is missing",
        "one is missing and another has its number",
        "a life that was lost",
    ],
)
def test_the_way_is_found_from_its_end(lines: tuple[Line, ...], way: str | None) -> None:
    assert found(KNOWN, *lines) == way


@pytest.mark.parametrize(
    ("lines", "way"),
    [
        ((("a", 11, 0, 0, 1), ("b", 12, 0, 0, 2)), "ab"),
        ((("a", 11, 0, 0, 1), ("undone", 12, 0, 0, 2), ("b", 12, 0, 0, 3), ("c", 13, 0, 0, 4)), "abc"),
        ((("a", 11, 0, 0, 1), ("b", 12, 120, 0, 2), ("undone", 13, 131, 120, 2), ("c", 13, 130, 120, 3)), "abc"),
        ((("a", 15, 0, 0, 1),), None),
    ],
    ids=["in order", "one was undone", "a newer program goes on", "of another time"],
)
def test_what_an_older_program_has_written_is_followed_by_its_numbers(lines: tuple[Line, ...], way: str | None) -> None:
    assert found(Told(10, 0), *lines) == way


def test_several_folders_are_read_and_the_same_one_once(tmp_path: Path) -> None:
    def write(name: str, instant: datetime, *lines: Line) -> Path:
        Journal(tmp_path / name).write([line(*one) for one in lines], instant, durable=False)
        return tmp_path / name

    one, other = write("one", NOON, A, C), write("other", NOON, B)
    write("other", NOON - timedelta(days=70), D)
    (tmp_path / "link").symlink_to(one)
    told = lines_since([one, other, tmp_path / "link"], NOON)
    assert [one["v"] for one in told] == ["a", "c", "b"], "of long before the backup nothing is read"
