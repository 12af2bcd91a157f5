"""A life of the bench's court with a backup at some instant, and what is on record after a restore from it."""

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pyrage import x25519
from sqlalchemy import Connection, event

from bot.app import make_desk
from bot.pace import Pace
from bot.traffic import Happened, Send, Sent
from bot.vault.backing_up import Place, back_up
from bot.vault.journal import Journal, files_in
from bot.vault.restoring import Restored, Wanted, restore
from bot.vault.targets import InFile
from bot.wire import Fate, Verdict
from tests.house import at
from tests.reliability.bench import MONDAY, SEATED, SECRET, Bench, Broken, Died, Dump, dump
from tests.settings import ROUND

KEY = x25519.Identity.generate()
START = at(MONDAY)
WORDS = (
    "应填45人，已填45人，记录0条",
    "12",
    "45",
    "大概十来个",
    "/tasks",
    "/status",
    "/people",
    "明天报",
    "撤回",
    "局面",
)
FATES = [Verdict(Fate.SENT, "")] * 12 + [
    Verdict(Fate.UNKNOWN, "reset"),
    Verdict(Fate.LATER, "429", timedelta(seconds=3)),
    Verdict(Fate.UNREACHABLE, "blocked"),
    Verdict(Fate.REFUSED, "wrong"),
]
SPANS = (5, 40, 300, 3_600, 6 * 3_600, 20 * 3_600)  # seconds between two acts of people


@dataclass
class Living:
    """`pause` is called between any two turns of the desk."""

    bench: Bench
    folder: Path
    chance: random.Random
    pause: Callable[[], None] = lambda: None
    now: datetime = START
    acts: int = 0
    _updates: int = 50_000
    _messages: int = 600_000
    _flying: list[Send] = field(default_factory=list)
    _doom: type[BaseException] | None = None
    _raws: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bench.back_to(self.bench.monday)
        self.folder.mkdir()
        (self.folder / "secret").write_bytes(SECRET)
        self.journal = Journal(self.folder / "journal")
        settings = self.folder / "config.toml"
        settings.touch()  # of no use: what is done once more goes by the settings at hand, which no file holds
        self.place = Place(self.bench.database, self.folder, settings, self.journal)
        event.listen(self.bench.database, "commit", self._at_commit)
        self._open()

    def close(self) -> None:
        event.remove(self.bench.database, "commit", self._at_commit)
        self.bench.leave(self.desk)

    def _at_commit(self, connection: Connection) -> None:
        """The journal has the line by now, the records have not."""
        if self._doom is not None:
            doom, self._doom = self._doom, None
            raise doom("commit")

    def _open(self) -> None:
        self.desk = make_desk(self.bench.database, ROUND, SECRET, "duban_bot", self.journal)
        self.pace = Pace()
        self.desk.recover(self.now)

    def live(self, acts: int) -> None:
        for _ in range(acts):
            self.acts += 1
            self._time_passes()
            if self.chance.random() < 0.05:  # killed, and begun anew
                self.bench.leave(self.desk)
                self._flying = []
                self._open()
            self._raws = [self._act() for _ in range(self.chance.randint(1, 3))]
            self._deadly(self._hear)
            self._deadly(self._think)

    def _pause(self) -> None:
        """Nothing breaks meanwhile."""
        breaker = self.bench.breaker
        left, breaker.left = breaker.left, 0
        doom, self._doom = self._doom, None
        self.pause()
        breaker.left, self._doom = left, doom

    def _deadly(self, turns: Callable[[], None]) -> None:
        """Now and then the records fail at some statement, or the bot dies at it; then all is done that was left."""
        fate = self.chance.random()
        if fate < 0.2:
            self.bench.breaker.arm(self.chance.randint(1, 60), self.chance.choice((Died, Broken)))
        elif fate < 0.4:
            self._doom = self.chance.choice((Died, Broken))
        while True:
            try:
                turns()
            except Broken:
                self.now += timedelta(seconds=1)
            except Died:
                self.now += timedelta(seconds=30)
                self.bench.leave(self.desk)
                self._flying = []
                self._open()
            else:
                self.bench.breaker.arm(0, Died)
                self._doom = None
                return

    def _hear(self) -> None:
        """What Telegram has not been told to be kept it brings again."""
        self.desk.keep(self._raws, self.now)
        self._pause()

    def _time_passes(self) -> None:
        goal = self.now + timedelta(seconds=self.chance.choice(SPANS))
        while (due := self.desk.next_due(self.now)) and due <= goal:
            self.now = due
            self._think()
        self.now = goal

    def _think(self) -> None:
        while self.desk.work(self.now).handled:
            self._pause()
        while self.desk.tick(self.now):
            continue
        self._pause()
        while True:
            outcomes: list[Happened] = [self._outcome(send) for send in self._flying]
            self._flying = self.desk.settle(outcomes, self.now, self.pace, ()).sends
            self._pause()
            if not self._flying:
                return
            self.now += timedelta(milliseconds=700)

    def _outcome(self, send: Send) -> Sent:
        verdict = self.chance.choice(FATES)
        if verdict.fate is Fate.SENT and "message_id" not in send.call:
            self._messages += 1
        made = self._messages if verdict.fate is Fate.SENT else None
        return Sent(send.outbox_id, verdict, send.call.get("message_id", made))

    # what people do

    def _act(self) -> dict[str, Any]:
        title = self.chance.choice(SEATED)
        person = self.bench.ids[title]
        shown = "SELECT message_id, params FROM outbox WHERE chat_id = ? AND message_id IS NOT NULL ORDER BY id"
        offered = [(number, data) for number, params in self.bench.ask(shown, person)[-6:] for data in _buttons(params)]
        if offered and self.chance.random() < 0.8:
            return self._presses(title, *self.chance.choice(offered))
        return self._numbered(self.bench.says(title, self.chance.choice(WORDS)))

    def _presses(self, title: str, message_id: int, data: str) -> dict[str, Any]:
        raw = self.bench.presses(title, message_id, "sign-all")
        raw["callback_query"]["data"] = data
        return self._numbered(raw)

    def _numbered(self, raw: dict[str, Any]) -> dict[str, Any]:
        self._updates += 1
        if "message" in raw:
            raw["message"] |= {"message_id": self._updates, "date": int(self.now.timestamp())}
        return raw | {"update_id": self._updates}


def _buttons(params: str | None) -> list[str]:
    found = json.loads(params or "null") or {}
    return [data for row in found.get("keyboard") or () for _, data in row]


def backed_up(living: Living, path: Path) -> None:
    back_up(living.place, path, [str(KEY.to_public())], living.now, lambda done, of: None)


def brought_back(living: Living, backup: Path, folder: Path) -> tuple[Dump, Restored]:
    """Onto an empty disk, with the journal as it is by now."""
    wanted = Wanted(backup, InFile(folder / "duban.db"), folder, [living.folder / "journal"], [KEY])
    done = restore(wanted, ROUND, living.now, lambda done, of: None, lambda done: None)
    return dump(folder / "duban.db"), done


def sent(records: Path) -> dict[str, int]:
    """Key and number of every message that arrived."""
    sql = "SELECT key, message_id FROM outbox WHERE state = 'sent' AND edits IS NULL AND message_id IS NOT NULL"
    with closing(sqlite3.connect(records)) as db:
        return dict(db.execute(sql).fetchall())


def never_again(records: Path) -> set[str]:
    """Keys of what does not leave any more, or only marked as perhaps the second copy."""
    sql = "SELECT key FROM outbox WHERE state <> 'pending' OR attempt > 0"
    with closing(sqlite3.connect(records)) as db:
        return {key for (key,) in db.execute(sql)}


def tear(living: Living, sorts: Collection[str], known: int) -> None:
    """A line of one of these sorts that was written since then."""
    (path,) = files_in(living.journal.folder)
    lines = path.read_bytes().splitlines(keepends=True)
    found = {n: json.loads(line[17:]) for n, line in enumerate(lines)}
    numbers = Counter(line["n"] for line in found.values())
    committed = [n for n, line in found.items() if numbers[line["n"]] == 1 and known < line["n"] < max(numbers)]
    sort = living.chance.choice(sorted({found[n]["v"] for n in committed} & {*sorts}))
    torn = living.chance.choice([n for n in committed if found[n]["v"] == sort])
    lines[torn] = lines[torn][:-9] + b"\n"
    path.write_bytes(b"".join(lines))
