"""One life after another on the same records, each in a process of its own, until the story is told to its end."""

import gc
import logging
import os
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from bot.desk import Desk
from bot.play import Play
from tests.house import DIRECTOR, at
from tests.reliability.bench import MONDAY, Bench
from tests.reliability.day import Raw, a_day
from tests.reliability.reckoning import Outcome, broken, half_done, of_the_unsure, outcome
from tests.reliability.ward import Copy
from tests.torture.steps import Steps
from tests.torture.telegram import Paper, handed_out, told

BETWEEN = timedelta(seconds=10)  # one life and the next
LENGTH = timedelta(minutes=30)
# an edit may join one that waits already
REPLIES = "SELECT key FROM outbox WHERE key LIKE 'reply/%' AND edits IS NULL"


@dataclass(frozen=True)
class Story:
    """What the records were, and what happens then."""

    name: str
    saved: Path
    start: datetime
    updates: list[Raw]


@dataclass(frozen=True)
class Twin:
    """The same story, undisturbed."""

    steps: int
    outcome: Outcome
    replies: Counter[int]  # update → messages said to it


@dataclass
class Testimony:
    """A story as Telegram and the records have it; a `Witness`."""

    folder: Path
    wrong: list[str] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)
    handed_out: set[int] = field(default_factory=set)
    answered: list[str] = field(default_factory=list)
    uncertain: set[int] = field(default_factory=set)

    def ask(self, sql: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.folder / 'duban.db'}?mode=ro", uri=True)) as db:
            return db.execute(sql, values).fetchall()

    def chats(self) -> list[int]:
        return []  # nobody asks again for what was lost: only what came of it is compared

    def heard(self, chat: int) -> list[dict[str, Any]]:
        raise AssertionError(chat)


class Stage:
    """A bench with two stories: a morning on which everything falls due, and a noon at which people write."""

    def __init__(self, folder: Path) -> None:
        logging.disable(logging.CRITICAL)  # what goes wrong here goes wrong on purpose
        self.bench = Bench(folder)
        self.steps = Steps(self.bench.database)
        self.bench.back_to(self.bench.monday)
        day = [*a_day(self.bench), self.bench.presses(DIRECTOR, 1, "invite", 3)]
        self.stories = [
            Story("morning", self.bench.friday, at(MONDAY), []),
            Story("noon", self.bench.monday, at("2026-03-02 12:00"), day),
        ]
        self.twins = {story.name: self._twin(story) for story in self.stories}
        gc.freeze()  # what the lives to come share is not to be looked at, and so copied, in each of them

    def _twin(self, story: Story) -> Twin:
        self.begin(story)
        self.steps.arm(0)
        self._live(story, 0, lambda desk: desk)
        self.bench.database.dispose()  # no connection may be open where a process is forked
        seen = Testimony(self.bench.folder)
        self.read(seen)
        assert broken(seen) == []
        return Twin(self.steps.passed, outcome(seen), self._replies())

    @property
    def history(self) -> Path:
        return self.bench.folder / "history"

    def begin(self, story: Story) -> None:
        self.bench.back_to(story.saved)
        self.history.unlink(missing_ok=True)

    def life(self, story: Story, number: int, disturb: Callable[[Desk], Desk] = lambda desk: desk) -> bool:
        """False where it was killed; AssertionError where it ended in any other way than well."""
        child = os.fork()
        if child == 0:
            code = 1
            try:
                self._live(story, number, disturb)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            assert os.WTERMSIG(status) == signal.SIGKILL, status
            return False
        assert status == 0, f"life {number} of a {story.name} ended with {os.WEXITSTATUS(status)}"
        return True

    def _live(self, story: Story, number: int, disturb: Callable[[Desk], Desk]) -> None:
        """As the house does it: recover, then the four verbs until nothing is left to do."""
        clock = MovableClock(story.start + number * BETWEEN, running=False)
        desk = self.bench.desk()
        acting = disturb(desk)
        acting.recover(clock.now())
        paper = Paper(self.history, story.updates, self.steps.step)
        Play(acting, clock, paper, lambda content: "0" * 64).run(story.start + LENGTH)
        desk.close()

    # what is to be seen

    def between_lives(self, story: Story, seen: Testimony) -> None:
        """What a death has left behind: confirmed is kept, an effect has its trail, an answer its update."""
        with closing(sqlite3.connect(f"file:{self.bench.records}?mode=ro", uri=True)) as db:
            seen.wrong += half_done(db)
            states = dict(db.execute("SELECT update_id, state FROM inbox").fetchall())
            seen.uncertain |= {row for (row,) in db.execute("SELECT id FROM outbox WHERE state = 'sending'")}
        confirmed = max((line["confirmed"] for line in told(self.history) if "confirmed" in line), default=-1)
        given = {raw["update_id"] for raw in story.updates if raw["update_id"] <= confirmed}
        if lost := given - set(states):
            seen.wrong.append(f"confirmed before they were kept: {sorted(lost)}")
        twin, replies = self.twins[story.name], self._replies()
        for number, state in states.items():
            wanted = twin.replies[number] if state == "done" else 0
            if replies[number] != wanted:
                seen.wrong.append(f"update {number} is {state} with {replies[number]} answers of {wanted}")

    def read(self, seen: Testimony) -> None:
        """What is to be seen at the end."""
        lines = told(self.history)
        rows = {row[0]: row[1:] for row in seen.ask("SELECT id, key, kind, rank, edits FROM outbox")}
        seen.copies = [_copy(line, rows[line["row"]]) for line in lines if "row" in line]
        seen.kept, seen.handed_out = dict(seen.ask("SELECT update_id, state FROM inbox")), handed_out(lines)

    def complaints(self, story: Story, seen: Testimony) -> list[str]:
        twin, mine = self.twins[story.name], outcome(seen)
        found = broken(seen)
        for name, wanted in twin.outcome.effects.items():
            if mine.effects[name] != wanted:
                found.append(f"{name}: missing {wanted - mine.effects[name]}, extra {mine.effects[name] - wanted}")
        listed = {key for (key,) in seen.ask("SELECT key FROM outbox WHERE state = 'unknown'")}
        if silent := twin.outcome.keys - mine.keys - listed:
            found.append(f"neither sent nor on a list that somebody sees: {silent}")
        if extra := mine.keys - twin.outcome.keys - of_the_unsure(seen):
            found.append(f"sent, and nobody was to send it: {extra}")
        if (replies := self._replies()) != twin.replies:
            found.append(f"answers: {replies} for {twin.replies}")
        return found

    def _replies(self) -> Counter[int]:
        with closing(sqlite3.connect(f"file:{self.bench.records}?mode=ro", uri=True)) as db:
            return Counter(int(key.split("/")[1]) for (key,) in db.execute(REPLIES))


def _copy(line: dict[str, Any], row: tuple[str, str, int, int | None]) -> Copy:
    key, kind, rank, edits = row
    return Copy("", line["row"], key, kind, rank, edits, line["chat"], line["method"], line["text"])


def extra_copies(seen: Testimony) -> int:
    """Messages that somebody got twice, edits left out."""
    return sum(n - 1 for n in Counter(copy.row for copy in seen.copies if copy.edits is None).values())
