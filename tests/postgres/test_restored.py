"""I-15 on a server: records, lead and machines are lost at any instant; backup and journals bring back what there was.

DUBAN_TRIALS=50 restores so many times; by default a few.
"""

import os
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import make_desk
from bot.vault.journal import Journal, files_in
from db.queries import people
from services import erasing
from services.office import Office
from tests import canaries
from tests.house import CIVIL, REGISTRAR, at
from tests.postgres.bench import FOLDERS, Moving, ServerBench, brought_back, dumped
from tests.reliability.bench import MONDAY, SECRET, differences
from tests.reliability.restored import backed_up
from tests.server import Server
from tests.settings import ROUND

TRIALS = int(os.environ.get("DUBAN_TRIALS", "3"))
ACTS, A_LIFE = 20, 3  # of a life, backups of it
New = Callable[[], str]


@pytest.fixture
def new(running: Server) -> Iterator[New]:
    """Makes an empty database."""
    made: list[str] = []

    def make() -> str:
        made.append(f"new{len(made)}")
        return running.create(made[-1])

    yield make
    for name in made:
        canaries.drop(running, name)


@pytest.mark.filterwarnings("ignore:Exception ignored in.*ServerCursor:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(-(-TRIALS // A_LIFE)))
def test_backup_and_journals_bring_back_what_there_was(
    served: ServerBench, new: New, seed: int, tmp_path: Path
) -> None:
    """The lead has moved between the backup and the loss, and who stood by has kept. A death at a statement leaves the
    cursor of that one open: the process would take it along."""
    chance = random.Random(seed)
    living = Moving(served, tmp_path / "life", chance)
    backups: list[Path] = []

    def pause() -> None:
        if len(backups) < A_LIFE and chance.random() < 0.05:
            backups.append(tmp_path / f"{len(backups)}.age")
            backed_up(living, backups[-1])

    living.pause = pause
    living.live(ACTS)
    living.take_over()
    living.live(A_LIFE)
    living.close()
    was = served.dump()
    assert backups
    for n, backup in enumerate(backups):
        address = new()
        done = brought_back(living, backup, address, tmp_path / str(n), living.journals)
        assert done.replayed is not None
        assert done.replayed.astray == ""
        assert differences(was, dumped(address, tmp_path)) == {}
    for name in FOLDERS:
        only = brought_back(living, backups[0], new(), tmp_path / name, [living.folder / name])
        assert only.replayed is None or only.replayed.astray, "what the other machine has written is missed"


def test_one_who_is_erased_by_a_command_on_another_machine_stays_erased(
    served: ServerBench, new: New, tmp_path: Path
) -> None:
    """Done once more at its instant; and where nothing is left of the journals, by the list that outlives them."""
    living = Moving(served, tmp_path / "life", random.Random(3))
    living.live(3)
    backed_up(living, tmp_path / "backup")
    living.now += timedelta(seconds=1)
    command = make_desk(served.database, ROUND, SECRET, "", Journal(tmp_path / "third"))
    gone = command.call(lambda office: _erased(office, served.ids[REGISTRAR]), living.now, "person/now")
    command.close()
    living.take_over()
    living.live(4)
    living.close()
    was, address = served.dump(), new()
    done = brought_back(living, tmp_path / "backup", address, tmp_path / "new", [*living.journals, tmp_path / "third"])
    assert done.replayed is not None
    assert (done.replayed.astray, done.replayed.by_hand, done.erased) == ("", (), ())
    assert differences(was, dumped(address, tmp_path)) == {}
    for path in [path for folder in (*living.journals, tmp_path / "third") for path in files_in(folder)]:
        path.unlink()
    address = new()
    done = brought_back(living, tmp_path / "backup", address, tmp_path / "old", [*living.journals, tmp_path / "third"])
    assert (done.replayed, done.erased) == (None, (gone,))
    assert (gone, -gone) in [row[:2] for row in dumped(address, tmp_path)["person"]]


def test_what_one_has_struck_out_is_struck_out_of_what_the_other_has_written(
    served: ServerBench, tmp_path: Path
) -> None:
    """In the one folder that they share."""
    served.back_to(served.monday)
    leader, standby = (make_desk(served.database, ROUND, SECRET, "", Journal(tmp_path / "shared")) for _ in range(2))
    for text in (
        "应填45人，已填45人，记录1条，其中张三打听李四的案子",
        "应填45人，已填45人，记录1条，其中王五打听案子",
    ):
        standby.keep([served.says(CIVIL, text)], at(MONDAY))
        leader.work(at(MONDAY))
    (path,) = files_in(tmp_path / "shared")
    written = path.read_text(encoding="utf-8")
    assert [name for name in ("张三", "王五") if name in written] == []
    assert written.count('"v":"kept"') == 2
    leader.close()
    standby.close()


def _erased(office: Office, number: int) -> int:
    person = people.by_telegram(office.session, number)
    assert person is not None
    erasing.erase(office, person)
    return person.id
