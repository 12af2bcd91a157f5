"""I-15: a backup at any instant, the bot runs on, the machine is lost: backup and journal bring back what there was.

DUBAN_TRIALS=50 restores so many times; by default a few.
"""

import os
import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.safe import Safe
from bot.traffic import Sent
from bot.vault.copying import look
from bot.vault.journal import files_in
from bot.vault.replaying import Repeat
from bot.wire import Fate, Verdict
from db import migrate
from db.queries import people
from db.tables import Proof
from domain.somebody import Somebody
from services import erasing, proving, recording, saying
from services import people as posts
from services.office import Office
from services.proving import File
from services.saying import Rank
from tests.house import REGISTRAR, at
from tests.reliability.bench import GIVEN, MONDAY, Bench, differences
from tests.reliability.restored import Living, backed_up, brought_back, sent, tear
from tests.settings import ROUND
from tests.torture.restores import A_LIFE, on_a_file

TRIALS = int(os.environ.get("DUBAN_TRIALS", "3"))


@pytest.mark.parametrize("seed", range(-(-TRIALS // A_LIFE)))
def test_backup_and_journal_bring_back_what_there_was(bench: Bench, seed: int, tmp_path: Path) -> None:
    done = on_a_file(bench, tmp_path, str(seed))
    assert done.wrong == []
    assert (done.whole, done.torn) == (A_LIFE, 1)


def test_what_was_done_by_command_is_named_and_nothing_is_sent_twice(bench: Bench, tmp_path: Path) -> None:
    living = Living(bench, tmp_path / "life", random.Random(7))
    living.live(2)
    backed_up(living, tmp_path / "backup")
    living.desk.call(lambda office: posts.invite(office, 3), living.now, "invite")
    living.live(6)
    living.close()
    said = sent(bench.records)
    _, done = brought_back(living, tmp_path / "backup", tmp_path / "new")
    assert done.replayed is not None
    assert done.replayed.by_hand == ("invite",)
    assert sent(tmp_path / "new" / "duban.db").items() >= said.items()


def test_without_a_journal_what_was_about_to_leave_perhaps_arrived(bench: Bench, tmp_path: Path) -> None:
    """A reminder goes once more, marked; an answer is not said again."""
    living = Living(bench, tmp_path / "life", random.Random(8))

    def say(office: Office) -> None:
        for key, rank in (("reminder", Rank.REMINDER), ("answer", Rank.ANSWER)):
            saying.say(office, bench.ids[REGISTRAR], "sentence", {"code": "confirmed"}, key=key, rank=rank)

    living.desk.call(say, living.now, "say")
    backed_up(living, tmp_path / "backup")
    living.close()
    for path in files_in(living.journal.folder):
        path.unlink()
    brought_back(living, tmp_path / "backup", tmp_path / "new")
    sql = "SELECT key, state, attempt FROM outbox WHERE key IN ('reminder', 'answer') ORDER BY key"
    with closing(sqlite3.connect(tmp_path / "new" / "duban.db")) as db:
        assert db.execute(sql).fetchall() == [("answer", "unknown", 0), ("reminder", "pending", 1)]


def test_what_a_lost_line_had_made_and_was_sent_is_not_said_again(bench: Bench, tmp_path: Path) -> None:
    """An apology is made and leaves in one transaction: that it arrived is told by the next one."""
    living = Living(bench, tmp_path / "life", random.Random(9))
    living.desk.call(lambda office: saying.say(office, bench.ids[REGISTRAR], "help", {"person": 1}), living.now, "say")
    (asked,) = living.desk.settle([], living.now, living.pace, ()).sends
    backed_up(living, tmp_path / "backup")
    ((known,),) = bench.ask("SELECT n FROM written")
    for verdict, message_id in ((Verdict(Fate.REFUSED, "wrong"), None), (Verdict(Fate.SENT, ""), 700_001)):
        living.now += timedelta(seconds=2)
        sends = living.desk.settle([Sent(asked.outbox_id, verdict, message_id)], living.now, living.pace, ()).sends
        asked = sends[0] if sends else asked
    living.close()
    ((key, number),) = sent(bench.records).items() - sent(bench.monday).items()
    assert number == 700_001
    tear(living, ("settle",), known)
    brought_back(living, tmp_path / "backup", tmp_path / "new")
    assert sent(tmp_path / "new" / "duban.db")[key] == number


def _erase(living: Living, title: str) -> int:
    """As the command does it. The number of the records."""
    number = living.bench.ids[title]

    def use(office: Office) -> int:
        person = people.by_telegram(office.session, number)
        assert person is not None
        erasing.erase(office, person)
        return person.id

    found: int = living.desk.call(use, living.now, f"person/{living.now.isoformat()}")
    return found


def test_what_somebody_erased_had_spoken_does_not_come_back_either(bench: Bench, tmp_path: Path) -> None:
    living = Living(bench, tmp_path / "life", random.Random(7))
    digest = Safe(living.folder / "proof", 100).keep(b"OggS")
    living.desk.call(lambda office: _speak(office, bench.ids[REGISTRAR], digest), living.now, "speak")
    backed_up(living, tmp_path / "old")
    living.now += timedelta(days=1)
    _erase(living, REGISTRAR)
    living.close()
    for path in files_in(living.journal.folder):
        path.unlink()
    brought_back(living, tmp_path / "old", tmp_path / "new")
    with closing(sqlite3.connect(tmp_path / "new" / "duban.db")) as db:
        assert db.execute("SELECT state, file_id, hash FROM proof").fetchall() == [("erased", "", digest)]
    assert [path.name for path in (tmp_path / "new").rglob(digest)] == []


def _speak(office: Office, number: int, digest: str) -> None:
    person = people.by_telegram(office.session, number)
    assert person is not None
    office.person_id = person.id
    note, _ = recording.keep(office, "voice", 12, File("AwAC1", "U1", "语音12秒.ogg", 4), 1)
    (row,) = office.session.execute(select(Proof).where(col(Proof.note_id) == note.id)).scalars()
    proving.keep_file(office, row.id, digest, 4)


def _names(records: Path) -> dict[int, int]:
    """Number of the records → of the chat."""
    with closing(sqlite3.connect(records)) as db:
        return dict(db.execute("SELECT id, telegram_id FROM person").fetchall())


def test_an_erasure_is_done_once_more_at_its_instant(bench: Bench, tmp_path: Path) -> None:
    living = Living(bench, tmp_path / "life", random.Random(3))
    living.live(3)
    backed_up(living, tmp_path / "backup")
    living.now += timedelta(seconds=1)
    gone = _erase(living, REGISTRAR)
    living.live(6)
    living.close()
    was = bench.dump()
    now, done = brought_back(living, tmp_path / "backup", tmp_path / "new")
    assert done.replayed is not None
    assert (done.replayed.astray, done.replayed.by_hand) == ("", ())
    assert differences(was, now) == {}
    assert (_names(tmp_path / "new" / "duban.db")[gone], done.erased, done.unerased) == (-gone, (), ())


def test_whoever_was_erased_does_not_come_back_by_an_old_backup(bench: Bench, tmp_path: Path) -> None:
    """Whatever is left of the journal: the months of it are over, a line of it is torn."""
    living = Living(bench, tmp_path / "life", random.Random(4))
    living.live(2)
    backed_up(living, tmp_path / "old")
    living.now += timedelta(days=1)
    gone = _erase(living, REGISTRAR)
    backed_up(living, tmp_path / "new")
    living.live(1)
    living.close()
    for path in files_in(living.journal.folder):
        path.unlink()
    _, done = brought_back(living, tmp_path / "old", tmp_path / "from-old")
    assert (done.replayed, done.erased) == (None, (gone,))
    assert _names(tmp_path / "from-old" / "duban.db")[gone] == -gone
    assert look(tmp_path / "from-old" / "duban.db") == migrate.HEAD
    _, done = brought_back(living, tmp_path / "new", tmp_path / "from-new")
    assert (done.erased, done.unerased) == ((), ()), "there is nothing left to erase"


def test_another_who_has_the_number_of_one_who_was_erased_stays(bench: Bench, tmp_path: Path) -> None:
    """Numbers of the records come again where a restore had nothing to go on from."""
    living = Living(bench, tmp_path / "life", random.Random(5))
    living.live(1)
    who = Somebody("", 1, "", 0)
    last = max(_names(bench.records))
    living.journal.erase(who, last, living.now - timedelta(days=9))
    living.journal.erase(who, last + 1, living.now + timedelta(days=9))
    backed_up(living, tmp_path / "backup")
    _, done = brought_back(living, tmp_path / "backup", tmp_path / "new")
    assert (done.erased, done.unerased) == ((), ())
    assert _names(tmp_path / "new" / "duban.db") == _names(bench.records)
    desk = living.desk
    again = Repeat(
        bench.database, ROUND.rules(), desk.renderer, known_until=desk.known_until, username=desk.app.bot.username
    )
    assert again.erase_again([last], at(GIVEN) - timedelta(days=1), living.now) == ([], []), "who has come since"
    assert again.erase_again([last], at(MONDAY), living.now) == ([last], [])
    again.close()
    living.close()


def test_a_wrong_clock_is_as_wrong_when_it_is_all_done_once_more(bench: Bench, tmp_path: Path) -> None:
    """What a wrong clock kept from being said is not said by the replay, and the other way round."""
    living = Living(bench, tmp_path / "life", random.Random(6))
    backed_up(living, tmp_path / "backup")
    for ahead in (timedelta(hours=2), timedelta(0)):
        for _ in range(3):
            living.desk.drift.tell(living.now, living.now + ahead)
        living.now += timedelta(days=9)
        living._think()
    living.close()
    was = bench.dump()
    now, done = brought_back(living, tmp_path / "backup", tmp_path / "new")
    assert done.replayed is not None
    assert done.replayed.astray == ""
    assert differences(was, now) == {}
