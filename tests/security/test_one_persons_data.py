"""One person's data: given out, or taken out; afterwards neither name nor number is found anywhere."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from bot.terminal import person as command
from db.queries import outbox, people
from db.tables import Audit, Doubt, Outbox, Person, Task
from services import erasing, saying
from services.auditing import first_broken
from services.office import Office
from tests.house import CIVIL, DIRECTOR, REGISTRAR, STRANGER, Court
from tests.security.gate import NOW, Gate

NAME = "欧阳测试"  # nobody's; it stands for a name of a person


def person_of(office: Office, number: int) -> Person:
    found = erasing.found(office, str(number))
    assert found is not None
    return found


def everything(folder: Path) -> dict[Path, bytes]:
    """What the office keeps; the sandbox's own file is Telegram."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("telegram.db")]
    return {path: path.read_bytes() for path in files}


def mentions(folder: Path, number: int) -> list[str]:
    found = [json.dumps(NAME)[1:-1].encode(), NAME.encode(), str(number).encode()]
    held = everything(folder)
    lines = [f"{path.name}: {needle!r}" for path in held for needle in found if needle in held[path]]
    with closing(sqlite3.connect(f"file:{folder / 'duban.db'}?mode=ro", uri=True)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in db.execute(f"SELECT * FROM {table}"):
                if any(text in str(value) for value in row for text in (NAME, str(number))):
                    lines.append(f"{table}: {row}")
    return lines


async def test_after_an_erasure_nothing_says_who_it_was(signed: Court) -> None:
    """Claimed under the own name, confirmed, at work, succeeded; then erased."""
    number = signed.id(STRANGER)
    token = await signed.invited(REGISTRAR)
    await signed.say(STRANGER, f"/start {token}")
    await signed.press(DIRECTOR, "confirm")
    await signed.use(lambda office: setattr(person_of(office, number), "name", NAME))
    await signed.until("2026-03-02 10:00")
    await signed.say(STRANGER, f"请找{NAME}")
    await signed.say(STRANGER, "45 45 0")
    await signed.press(STRANGER, "file")
    assert mentions(signed.folder, number), "or the search below would prove nothing"
    before = {row.n: row.hash for row in signed.rows(Audit)}
    shown = await signed.use(lambda office: erasing.shown(office, person_of(office, number)))
    assert {"person", "tenure", "outbox", "inbox", "note", "report", "audit", "invite"} <= set(shown)
    assert json.dumps(shown, ensure_ascii=False)
    assert await signed.use(lambda office: erasing.erase(office, person_of(office, number))) == 0
    await signed.until("2026-03-02 10:30")
    await signed.stop()
    assert mentions(signed.folder, number) == []
    await signed.open()
    with signed.session() as session:
        assert first_broken(session) is None
        assert before.items() <= {row.n: row.hash for row in session.exec(select(Audit))}.items()
    assert await signed.say(STRANGER, "/tasks") == ["本账号仅供内部工作联系。"]
    await signed.say(DIRECTOR, "/people")
    assert NAME not in signed.text(DIRECTOR)


def test_what_is_somebody_else_s_stays(opened: Gate) -> None:
    """The erasure of one takes nothing from another, and a name that a post has too strikes no title out."""
    before = {row.id: row.name for row in opened.session.exec(select(Person))}
    number = opened.ids[CIVIL]
    opened.desk.call(lambda office: erasing.erase(office, person_of(office, number)), NOW, "erase")
    after = {row.id: row.name for row in opened.session.exec(select(Person))}
    assert [before[key] for key in before if before[key] != after[key]] == [CIVIL]
    assert people.posts_called(opened.session, CIVIL)
    assert not people.known(opened.session, {number})
    titles = opened.session.connection().exec_driver_sql("SELECT count(*) FROM outbox WHERE args LIKE '%某人%'")
    assert titles.scalar() == 0
    opened.session.rollback()


def test_the_last_who_directs_is_not_erased(opened: Gate) -> None:
    number = opened.ids[DIRECTOR]
    with pytest.raises(erasing.LastDirector):
        opened.desk.call(lambda office: erasing.erase(office, person_of(office, number)), NOW, "erase")
    assert people.known(opened.session, {number})
    opened.session.rollback()


def test_one_who_is_out_of_reach_is_the_last_who_directs_too(opened: Gate) -> None:
    def out_of_reach(office: Office) -> None:
        person = person_of(office, opened.ids[DIRECTOR])
        person.state = "unreachable"
        erasing.erase(office, person)

    with pytest.raises(erasing.LastDirector):
        opened.desk.call(out_of_reach, NOW, "erase")


def test_erased_twice_is_erased_once(opened: Gate) -> None:
    """The number that stands for an erased person is part of many a date."""

    def keys(office: Office) -> dict[int, str]:
        return {row.id: row.key for row in office.session.exec(select(Outbox))}

    def twice(office: Office) -> tuple[dict[int, str], dict[int, str]]:
        person = person_of(office, opened.ids[CIVIL])
        erasing.erase(office, person)
        saying.say(office, opened.ids[DIRECTOR], "help", key=f"card/1/2026{-person.id:03}")
        before = keys(office)
        assert erasing.erase(office, person) == 0
        return before, keys(office)

    before, after = opened.desk.call(twice, NOW, "erase")
    assert before == after


def test_what_looks_like_a_number_or_a_name_is_left_as_it_is(opened: Gate) -> None:
    """Li is in every link, and a number may stand within a longer one."""

    def erase(office: Office) -> dict[str, str]:
        person = person_of(office, opened.ids[CIVIL])
        person.name, number = "li", person.telegram_id
        saying.say(office, opened.ids[DIRECTOR], "help", {"link": f"li, not in a link, {number}"}, key=f"x/9{number}")
        erasing.erase(office, person)
        row = outbox.by_key(office.session, f"x/9{number}")
        assert row is not None
        assert row.key == f"x/9{number}"
        return row.args

    args = opened.desk.call(erase, NOW, "erase")
    assert args == {"link": "某人, not in a link, 0"}


def test_a_name_is_struck_out_wherever_somebody_wrote_it(opened: Gate) -> None:
    """A remark's first words are the title of its task, a benchmark has a source, a doubt an answer."""

    def write(office: Office) -> None:
        person = person_of(office, opened.ids[CIVIL])
        person.name = NAME
        task = office.session.exec(select(Task)).first()
        doubt = office.session.exec(select(Doubt)).first()
        assert task is not None
        assert doubt is not None
        task.title, doubt.answer = f"批示：请{NAME}同志牵头", f"按{NAME}所说"
        office.session.flush()
        erasing.erase(office, person)

    opened.desk.call(write, NOW, "erase")
    assert [row.title for row in opened.session.exec(select(Task)) if "批示" in row.title] == ["批示：请某人同志牵头"]
    assert [row.answer for row in opened.session.exec(select(Doubt)) if row.answer] == ["按某人所说"]
    opened.session.rollback()


@pytest.mark.parametrize("who", [REGISTRAR, "7000000", "#99999", "nobody", "", "9" * 30, "#" + "9" * 30, "²"])
def test_whoever_is_meant_is_one_or_nobody(who: str, gate: Gate) -> None:
    found = gate.desk.call(lambda office: erasing.found(office, who), NOW, "find")
    assert (found is not None) == (who == REGISTRAR)


def test_a_name_that_stands_in_the_trail_is_counted(opened: Gate) -> None:
    def write(office: Office) -> int:
        from services import auditing

        person = person_of(office, opened.ids[CIVIL])
        person.name = NAME
        auditing.record(office, "return", "report/1", reason=f"请{NAME}重报")
        return erasing.erase(office, person)

    assert opened.desk.call(write, NOW, "erase") == 1


def test_the_command_says_what_it_takes() -> None:
    assert command.purpose().startswith("what is kept of one person")
