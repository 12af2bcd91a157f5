"""Random lives of one task, walked through the services: whoever does whatever they may or may not do, in any order.

DUBAN_LIVES=3000 walks so many; by default so few that they are walked with every change.
"""

import os
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant

from bot import cast
from bot.app import furnish, make_desk
from bot.desk import Desk
from db import engine
from db.queries import holds, reports, requests, reviews, rungs
from db.tables import Hold, Report, Request, Task
from domain.lifecycle import ENDED, HOLDER, Step, state
from services import closing, deciding, disputing, drafting, filing, locking, planning, reviewers
from tests.house import at
from tests.reliability.life import START
from tests.reliability.turns import Turns
from tests.settings import SHIPPED
from tests.stories.test_readings import MEDIATION

LIVES = int(os.environ.get("DUBAN_LIVES", "60"))
WALK = settings(
    max_examples=LIVES,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.generate],  # what fails is short enough to be read
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Everybody is on a post, the figures of February are asked."""
    memory = engine.create_in_memory()
    furnish(memory, SHIPPED)
    made = make_desk(memory, SHIPPED, b"lives", "duban_bot")
    made.call(cast.fill, at("2026-02-26 09:00"), "cast")
    made.call(lambda office: cast.begin(office, -1), at("2026-02-26 09:01"), "begin")
    made.call(lambda office: planning.open_tasks(office, 10_000), START, "open")
    return made


class Whole(Turns):
    """What holds of every life at every moment, and at its end."""

    def matters(self) -> list[Task]:
        return [self.task, *self.parts()]

    @invariant()
    def exactly_one_has_the_ball(self) -> None:
        for task in self.matters():
            rows = [row for row in holds.of_task(self.session, task.id) if row.until is None]
            step = Step(task.step)
            assert [row.part for row in rows] == ([] if step in ENDED else [HOLDER[step]])
            assert task.state == state(step)

    @invariant()
    def turns_follow_one_another_without_a_gap(self) -> None:
        rows: list[Hold] = holds.of_task(self.session, self.task.id)
        assert all(row.until is None or row.until >= row.since for row in rows)
        # done, it is with nobody; asked again, it is the contact's, or that of those who were asked beside
        asked = ("contact", "responsible")
        assert all(a.until == b.since for a, b in pairwise(rows) if b.part not in asked and not self.was_done(a))

    def was_done(self, hold: Hold) -> bool:
        """Accepted or filed at the end of this turn: what follows is another matter (销号, one entry more)."""
        return hold.part == "reviewer"

    @invariant()
    def what_was_accepted_stays_as_it_was(self) -> None:
        for task in self.matters():
            for report in reports.OF_TASK.of(self.session, task.id):
                if reviews.is_accepted(self.session, report.id):
                    self.accepted.setdefault(report.id, self.values(report))
        for number, values in self.accepted.items():
            report = self.session.get_one(Report, number)
            assert (report.state, self.values(report)) == ("filed", values)

    def values(self, report: Report) -> dict[str, Any]:
        rows = reports.readings(self.session, report.id).values()
        return {row.field: (row.num, row.den, row.text) for row in rows}

    @invariant()
    def the_first_limit_is_kept(self) -> None:
        assert (self.task.first_due or self.task.due) == self.due
        assert self.task.due >= self.due

    @invariant()
    def what_is_done_has_a_report_and_what_is_owed_is_reminded_of(self) -> None:
        if self.task.state == "filed":
            assert reports.filed(self.session, self.task.id)
            assert self.task.closed_at is not None
        if Step(self.task.step) in HOLDER:
            assert self.task.wake_at is not None or rungs.reminders(self.session, self.task.id)

    @invariant()
    def what_waits_for_a_decision_has_somebody_who_decides(self) -> None:
        for request in self.waiting():
            assert self.task.state == "open"
            assert deciding.HOW[request.kind].seats(self.office(), request)
        open_ = [self.latest(kind) for kind in ("dispute", "closing")]
        assert [bool(row and row.state == "asked") for row in open_] == [
            self.task.step == Step.DISPUTED,
            self.task.step == Step.CLOSING,
        ]

    def latest(self, kind: str) -> Request | None:
        found = requests.of_task(self.session, self.task.id, kind)
        return found[-1] if found else None

    def teardown(self) -> None:
        try:
            for task in self.matters():
                if Step(task.step) in HOLDER:
                    self.whoever_has_the_ball_can_play_it(task)
        finally:
            super().teardown()

    def whoever_has_the_ball_can_play_it(self, task: Task) -> None:
        """No dead end: the one it waits for has an act that moves it on."""
        before = task.step
        match HOLDER[Step(before)]:
            case "contact" | "responsible":  # the lead goes on without the others
                assert not locking.is_locked(self.office(), task)
                drafting.discard(self.office(self.at_post("contact", task.unit_id)), task)  # a new beginning
                if task.step == before:
                    self.writes(MEDIATION, task)
                    filing.file(self.office(self.at_post("head", task.unit_id)), task)
            case "head":
                self.lets_through(self.at_post("head", task.unit_id), task)
            case "reviewer" if before == Step.REVIEWING:
                self.lets_through(self.reviewer(task), task)
            case "reviewer":
                person = self.reviewer(task)
                assert closing.verify(self.office(person), person.id, task)
            case "office":
                _, person = reviewers.deciders(self.office(), task)[0]
                assert disputing.decide(self.office(person), person.id, task, "lead", "以平台数据为准")
        assert task.step != before


def test_any_life_of_a_task_holds_together(desk: Desk) -> None:
    Whole.desk = desk
    Whole.TestCase.settings = WALK
    Whole.TestCase().runTest()
