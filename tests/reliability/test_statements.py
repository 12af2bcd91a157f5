"""How often the records are asked for one report: so often as it takes, and no more as the program grows."""

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event

from bot.desk import Desk
from bot.pace import Pace
from bot.traffic import Sent
from bot.wire import Fate, Verdict
from tests.house import CIVIL, POLITICAL, REGISTRAR, at
from tests.reliability.bench import Bench

NOON = at("2026-03-02 12:00")
FIGURES = "应报40人，已报40人，记录0条"
MOST = {
    "answer": 17,
    "press": 15,
    "beat": 18,
    "round": 47,
}  # beat: what follows by itself, round: of all sends

TOGETHER = 30  # of two who answer at once


class Counted:
    """A desk that does one thing after the other, and how many statements each took."""

    def __init__(self, bench: Bench) -> None:
        bench.back_to(bench.monday)
        self.bench, self.desk = bench, bench.desk()
        self.taken: Counter[str] = Counter()
        self._what, self._numbers = "", count(77_000)
        event.listen(bench.database, "before_cursor_execute", self._count)

    def _count(self, *_: Any) -> None:
        self.taken[self._what] += 1

    def close(self) -> None:
        event.remove(self.bench.database, "before_cursor_execute", self._count)
        self.bench.leave(self.desk)

    def does(self, what: str, *updates: dict[str, Any]) -> None:
        self._what = ""
        self.desk.keep(list(updates), NOON)
        self._what = what
        assert self.desk.work(NOON).handled == len(updates)
        self._what = "beat"
        to_the_end(self.desk)

    def sends(self) -> dict[int, int]:
        """All that waits; chat → the message that came there last."""
        found: dict[int, int] = {}
        landed: list[Sent] = []
        while True:
            self._what = "round"
            sends = self.desk.settle(landed, NOON, Pace(), ()).sends
            if not sends:
                return found
            landed = [Sent(send.outbox_id, Verdict(Fate.SENT, ""), next(self._numbers)) for send in sends]
            found |= {send.chat_id: sent.message_id or 0 for send, sent in zip(sends, landed, strict=True)}

    def replies(self, title: str) -> dict[str, Any]:
        chat = self.bench.ids[title]
        sql = "SELECT message_id FROM outbox WHERE chat_id = ? AND key LIKE 'card/%' AND edits IS NULL"
        reply = self.bench.says(title, FIGURES)
        card = self.bench.ask(sql, chat)[-1][0]
        reply["message"]["reply_to_message"] = {"message_id": card, "date": 1, "chat": {"id": chat, "type": "private"}}
        return reply

    def reports(self, title: str, unit: str) -> None:
        """The figures of the month are read from a reply to the card, and confirmed by a press."""
        self.does("answer", self.replies(title))
        asked = self.sends()[self.bench.ids[title]]
        task, rev = self.bench.ask(
            "SELECT t.id, t.rev FROM task t JOIN unit u ON u.id = t.unit_id WHERE u.name = ? AND t.form = 'roll-call'",
            unit,
        )[0]
        self.does("press", self.bench.presses(title, asked, "file", task, rev))
        self.sends()
        filed = self.bench.ask("SELECT state FROM report WHERE task_id = ?", task)
        assert filed == [("filed",)]


def to_the_end(desk: Desk) -> None:
    while desk.tick(NOON):
        continue


@pytest.fixture
def counted(bench: Bench) -> Iterator[Counted]:
    found = Counted(bench)
    yield found
    found.close()


def test_a_report_takes_no_more_statements_than_it_needs(counted: Counted) -> None:
    to_the_end(counted.desk)
    counted.sends()
    counted.reports(CIVIL, "民事审判庭")  # what is the same for all is looked up by the first
    counted.taken.clear()
    counted.reports(REGISTRAR, "立案庭")
    taken = {what: counted.taken[what] for what in MOST}
    assert all(taken.values())
    assert {what: n for what, n in taken.items() if n > MOST[what]} == {}


def test_two_who_answer_at_once_are_looked_up_together(counted: Counted) -> None:
    to_the_end(counted.desk)
    counted.sends()
    counted.reports(CIVIL, "民事审判庭")
    counted.taken.clear()
    counted.does("answers", counted.replies(REGISTRAR), counted.replies(POLITICAL))
    assert 0 < counted.taken["answers"] <= TOGETHER < 2 * MOST["answer"]
