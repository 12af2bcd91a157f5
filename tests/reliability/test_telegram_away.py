"""Telegram is away for a while, or somebody is: one message afterwards, in office hours, and nobody named untold."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

import pytest
from sqlmodel import select

from bot.clock import MovableClock
from bot.play import Play
from bot.rehearse import Ledger
from bot.traffic import Send, Sent
from bot.wire import Fate, Verdict
from db.tables import Outbox
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, POLITICAL, REGISTRAR, at
from tests.reliability.bench import FRIDAY, GROUP, Bench


@dataclass
class Cut(Play):
    """Until `back` every send finds no line, and is tried again then."""

    back: datetime = field(default_factory=lambda: at(FRIDAY))

    def _send(self, send: Send) -> Sent:
        now = self.clock.now()
        if now < self.back:
            return Sent(send.outbox_id, Verdict(Fate.LATER, "no line", self.back - now))
        return super()._send(send)


@pytest.fixture
def friday(bench: Bench) -> Bench:
    bench.back_to(bench.friday)
    return bench


def told(bench: Bench, back: str, until: str) -> list[tuple[datetime, str, Outbox]]:
    """What arrives from Friday noon on, where Telegram is away until `back`: when, to whom, the row."""
    desk, clock = bench.desk(), MovableClock(at(FRIDAY), running=False)
    names = {number: title for title, number in bench.ids.items()} | {GROUP: "group"}
    ledger = Ledger(desk, clock, names, _numbers=count(10**12 + 10**6))
    before = {row for (row,) in bench.ask("SELECT id FROM outbox WHERE state = 'sent'")}
    Cut(desk, clock, ledger, lambda content: "0" * 64, back=at(back)).run(at(until))
    rows = desk.session.exec(select(Outbox).filter_by(state="sent", edits=None))
    news = [row for row in rows if row.id not in before and row.kind in ("card", "digest")]
    found = [(row.since, names[row.chat_id], row) for row in news]
    bench.leave(desk)
    return sorted(found, key=lambda one: (one[0], one[2].id))


def test_after_two_weeks_away_each_hears_one_card_and_the_group_one_digest_that_names_nobody(friday: Bench) -> None:
    back = "2026-03-16 10:00"
    heard = told(friday, back, back)
    assert {instant for instant, _, _ in heard} == {at(back)}
    # the director hears who had the indicators before and did not sign; of what is news to its holder nobody does
    assert sorted(to for _, to, _ in heard) == sorted([CIVIL, DIRECTOR, POLITICAL, REGISTRAR, "group"])
    (office,) = (row for _, to, row in heard if to == DIRECTOR)
    assert "月报告" not in json.dumps(office.params, ensure_ascii=False)
    assert [row.key for _, to, row in heard if to == "group"] == ["digest/2026-W11"]
    (digest,) = (row for _, to, row in heard if to == "group")
    assert digest.params is not None
    assert "请关注" not in digest.params["caption"]
    rows = digest.params["photo"]["rows"]
    assert not any(row["overdue"] for row in rows)
    assert not any(cell["on_time"] == "bad" for row in rows for cell in row["cells"])
    assert [number for (number,) in friday.ask("SELECT number FROM digest WHERE state = 'issued'")] == [1]


def test_the_others_hear_of_it_a_working_day_after_the_holder(friday: Bench) -> None:
    heard = told(friday, "2026-03-16 10:00", "2026-03-17 12:00")
    later = {to: instant for instant, to, _ in heard if to in (CIVIL_HEAD, DIRECTOR)}
    assert later == {CIVIL_HEAD: at("2026-03-17 09:00"), DIRECTOR: at("2026-03-17 09:00")}


@pytest.mark.parametrize("back", ["2026-03-07 03:00", "2026-03-06 23:00", "2026-03-08 12:00"])
def test_a_line_that_comes_back_at_night_or_on_a_day_off_calls_nobody_before_monday(friday: Bench, back: str) -> None:
    heard = told(friday, back, "2026-03-09 09:05")
    assert heard
    assert {instant for instant, _, _ in heard} == {at("2026-03-09 09:00")}


def test_a_director_without_a_group_gets_one_digest_too(friday: Bench) -> None:
    with closing(sqlite3.connect(friday.records)) as db:
        db.execute("UPDATE room SET until = since")
        db.commit()
    heard = told(friday, "2026-03-16 10:00", "2026-03-16 10:00")
    (card,) = (row for _, to, row in heard if to == DIRECTOR)
    assert card.params is not None
    assert card.params["text"].count("周报") == 1  # a line of the only message, with the button to it


def test_one_task_whose_cadence_is_lost_keeps_no_other_from_being_told(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.back_to(bench.friday)
    with closing(sqlite3.connect(bench.records)) as db:
        db.execute("UPDATE task SET cadence = 'gone', wake_at = '2026-03-02 01:00:00.000000' WHERE form = 'meeting'")
        db.commit()
    heard = told(bench, FRIDAY, "2026-03-02 10:00")
    assert {CIVIL, REGISTRAR, POLITICAL} <= {to for _, to, row in heard if row.kind == "card"}
    assert "there is no cadence gone in the settings" in caplog.text
