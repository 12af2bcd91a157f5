"""The journal: whole lines in their order, private, and nothing in it that the records do not keep."""

import fcntl
import json
import stat
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.app import make_desk
from bot.desk import Desk
from bot.vault.following import lines_since, way_from
from bot.vault.journal import Journal, Line, erased_since, files_in
from db.queries import people
from db.queries.journal import Told
from db.tables import Person
from services import erasing
from services.office import Office
from tests.forks import FORKS
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, at
from tests.reliability.bench import GROUP, MONDAY, SECRET, Bench, Broken
from tests.settings import ROUND

NOON = at("2026-03-02 12:00")
NAMES = "应填45人，已填45人，记录1条，其中张三打听李四的案子"


def kept(number: int, text: str = "12") -> dict[str, Any]:
    return {"v": "kept", "id": number, "at": NOON.isoformat(), "sender": 1, "raw": {"text": text}, "state": "new"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


def write(journal: Journal, *numbers: int, now: datetime = NOON) -> None:
    journal.write([kept(number) for number in numbers], now, durable=True)


def lines(*journals: Journal) -> list[Line]:
    return list(lines_since([journal.folder for journal in journals], NOON))


def numbers(journal: Journal) -> list[Any]:
    return [line["id"] for line in lines(journal)]


def test_what_is_written_is_read_in_its_order(journal: Journal) -> None:
    write(journal, 1, 2)
    write(journal, 3, now=NOON + timedelta(days=40))
    assert numbers(journal) == [1, 2, 3]
    assert [path.name for path in files_in(journal.folder)] == ["2026-03.journal", "2026-04.journal"]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_torn_line_is_passed_over_and_the_next_one_is_whole(journal: Journal, cut: int) -> None:
    write(journal, 1, 2)
    path = files_in(journal.folder)[0]
    path.write_bytes(path.read_bytes()[:-cut])
    write(journal, 3)
    found = numbers(journal)
    assert found == ([1, 2, 3] if cut == 1 else [1, 3])


def test_another_process_that_has_stopped_on_it_holds_up_nobody(journal: Journal) -> None:
    write(journal, 1)
    with files_in(journal.folder)[0].open("rb") as held, ThreadPoolExecutor(1) as thread:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            thread.submit(write, journal, 2).result(timeout=5)
        finally:
            fcntl.flock(held, fcntl.LOCK_UN)
    assert numbers(journal) == [1, 2]


def test_of_many_processes_at_once_every_line_is_whole(journal: Journal) -> None:
    with ProcessPoolExecutor(4, mp_context=FORKS) as pool:
        for done in [pool.submit(_write_many, journal.folder, first) for first in range(0, 800, 200)]:
            done.result()
    assert sorted(numbers(journal)) == list(range(800))


def _write_many(folder: Path, first: int) -> None:
    journal = Journal(folder)
    for number in range(first, first + 200):
        write(journal, number)


def test_a_changed_line_does_not_count(journal: Journal) -> None:
    write(journal, 1, 2)
    path = files_in(journal.folder)[0]
    path.write_bytes(path.read_bytes().replace(b'"id":1', b'"id":7'))
    assert numbers(journal) == [2]


def test_nobody_else_can_read_it(journal: Journal) -> None:
    write(journal, 1)
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(files_in(journal.folder)[0].stat().st_mode) == 0o600


@pytest.mark.parametrize("by_another", [False, True])
def test_what_is_struck_out_is_overwritten_in_its_place(journal: Journal, by_another: bool) -> None:
    journal.write([kept(1), kept(2, "张三打听案子"), kept(3)], NOON, durable=True)
    (Journal(journal.folder) if by_another else journal).amend(2, {"text": "■"}, NOON)
    assert numbers(journal) == [1, 2, 3]
    assert "张三" not in files_in(journal.folder)[0].read_text(encoding="utf-8")
    found = [line["raw"] for line in lines(journal)]
    assert found == [{"text": "12"}, {"text": "■"}, {"text": "12"}]


def test_while_it_cannot_be_written_it_says_so_and_the_gap_is_told(journal: Journal) -> None:
    write(journal, 1)
    path = files_in(journal.folder)[0]
    aside = path.rename(path.with_suffix(".aside"))
    path.mkdir()
    write(journal, 2)
    assert journal.failing
    path.rmdir()
    aside.rename(path)
    write(journal, 3, now=NOON + timedelta(minutes=1))
    assert not journal.failing
    told = [(line["v"], line.get("since", line.get("id"))) for line in lines(journal)]
    assert told == [("kept", 1), ("gap", NOON.isoformat()), ("kept", 3)]


def test_so_many_months_are_kept(journal: Journal) -> None:
    for month in range(5):
        write(journal, month, now=NOON + timedelta(days=31 * month))
    journal.tidy(3)
    assert numbers(journal) == [2, 3, 4]


# of the desk


@pytest.fixture
def desk(bench: Bench, journal: Journal) -> Iterator[Desk]:
    bench.back_to(bench.monday)
    desk = make_desk(bench.database, ROUND, SECRET, "duban_bot", journal)
    yield desk
    bench.leave(desk)


def written(journal: Journal) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in files_in(journal.folder))


def heard(desk: Desk, *raws: dict[str, Any]) -> None:
    desk.keep(list(raws), at(MONDAY))
    desk.work(at(MONDAY))


def test_who_asked_about_what_is_in_the_journal_no_longer_than_in_the_records(
    desk: Desk, bench: Bench, journal: Journal
) -> None:
    desk.keep([bench.says(CIVIL, NAMES)], at(MONDAY))
    assert "张三" in written(journal)  # until it is known what it answers, in both
    desk.work(at(MONDAY))
    assert "张三" not in json.dumps(bench.dump()["inbox"], ensure_ascii=False)
    assert "张三" not in written(journal)
    assert "45" in written(journal)


def test_what_the_guard_blackens_never_comes_into_it(desk: Desk, bench: Bench, journal: Journal) -> None:
    heard(desk, bench.says(CIVIL, "（2026）沪0114民初1234号已办"), bench.says("某人", "陌生人的话", 6_999_999))
    assert "1234" not in written(journal)
    assert "陌生人的话" not in written(journal)


def test_of_the_talk_in_the_group_only_what_was_acted_upon_stays(desk: Desk, bench: Bench, journal: Journal) -> None:
    said = [bench.says(who, text) for who, text in ((CIVIL_HEAD, "中午一起吃饭"), (DIRECTOR, "/status"))]
    for raw in said:
        raw["message"]["chat"] = {"id": GROUP, "type": "supergroup"}
    heard(desk, *said)
    assert "中午一起吃饭" not in written(journal)
    assert "/status" in written(journal)


def test_of_somebody_who_is_erased_neither_words_nor_name_nor_number_stay(
    desk: Desk, bench: Bench, journal: Journal
) -> None:
    number, name = bench.ids[CIVIL], "at"  # such a name is in many a word, and a line has a key of its letters

    def person(office: Office) -> Person:
        found = people.by_telegram(office.session, number)
        assert found is not None
        return found

    desk.call(lambda office: setattr(person(office), "name", name), at(MONDAY), "name")
    heard(desk, bench.says(CIVIL, "我的话"), bench.says(DIRECTOR, f"{name}说了算，{number}，{CIVIL}，what"))
    assert str(number) in written(journal)
    who = desk.call(lambda office: person(office).id, at(MONDAY), "who")
    desk.call(lambda office: erasing.erase(office, person(office)), at(MONDAY), "erase")
    text = written(journal)
    assert not [found for found in (str(number), "我的话", f"{name}说") if found in text]
    assert f"，{-who}，{CIVIL}，what" in text, "what a post is called, and a part of another word, is nobody's name"
    assert f'"erased":[{who}]' in text
    assert erased_since(journal.folder, at(MONDAY)) == [who]
    assert erased_since(journal.folder, at(MONDAY) + timedelta(seconds=1)) == []
    assert len(lines(journal)) == len(text.splitlines()), "each is whole"
    assert all("at" in line for line in lines(journal))


def test_of_a_transaction_that_was_undone_the_lines_are_struck_out_too(bench: Bench, journal: Journal) -> None:
    """The one that was killed in the middle has left a line that the next process does not know of."""
    bench.back_to(bench.monday)
    raw = bench.says(CIVIL, NAMES)
    for error in (Broken, None):
        desk = make_desk(bench.database, ROUND, SECRET, "duban_bot", Journal(journal.folder))
        if error:
            event.listen(bench.database, "commit", _breaks)
            with pytest.raises(Broken):
                desk.keep([raw], at(MONDAY))
            event.remove(bench.database, "commit", _breaks)
        else:
            heard(desk, raw)
        bench.leave(desk)
    assert written(journal).count('"v":"kept"') == 2
    assert "张三" not in written(journal)


def _breaks(connection: Connection) -> None:
    raise Broken("commit")


def test_a_turn_that_changes_nothing_leaves_no_line(desk: Desk, journal: Journal) -> None:
    while desk.tick(at(MONDAY)):
        continue
    before = written(journal) if files_in(journal.folder) else ""
    desk.tick(at(MONDAY))
    desk.work(at(MONDAY))
    desk.has_pending(at(MONDAY))
    assert (written(journal) if files_in(journal.folder) else "") == before


def test_without_a_journal_that_can_be_written_the_desk_goes_on(desk: Desk, bench: Bench, journal: Journal) -> None:
    journal.folder.write_text("in the way")
    heard(desk, bench.says(CIVIL, "12"))
    assert journal.failing
    assert bench.ask("SELECT state FROM inbox ORDER BY id DESC LIMIT 1") == [("done",)]


def test_a_transaction_that_was_undone_is_not_done_once_more(desk: Desk, bench: Bench, journal: Journal) -> None:
    raw = bench.says(CIVIL, "12")
    bench.breaker.arm(1000, Broken)
    desk.keep([raw], at(MONDAY))
    commit = bench.breaker.passed
    desk.keep([bench.says(CIVIL, "13")], at(MONDAY))
    bench.breaker.arm(commit, Broken)  # at the commit: the line is written by then
    with pytest.raises(Broken):
        desk.keep([bench.says(CIVIL, "14")], at(MONDAY))
    desk.keep([bench.says(CIVIL, "15")], NOON)
    told = [line["raw"]["message"]["text"] for line in lines(journal)]
    assert told == ["12", "13", "14", "15"]
    stand = [line["raw"]["message"]["text"] for line in way_from(Told(0, 0), lines(journal)) or ()]
    assert stand == ["12", "13", "15"]
