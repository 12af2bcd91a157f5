"""Random lives of one task, walked through the services: whoever does whatever they may or may not do, in any order."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlmodel import col, select

from bot import cast
from bot.app import furnish, make_desk
from bot.desk import Desk
from db import engine
from db.queries import holds, people, reports, reviews
from db.tables import Assignment, Hold, Indicator, Note, Person, Report, Task
from domain.lifecycle import ENDED, HOLDER, Step, state
from services import checking, drafting, filing, planning, withdrawing
from services.office import Office
from tests.house import SHIPPED, at
from tests.stories.test_readings import MEDIATION

START = at("2026-03-02 10:00")
CODE = "5.2.1"


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


class Life(RuleBasedStateMachine):
    """Nothing is committed: the next life begins where this one began."""

    desk: Desk  # given by the test

    @initialize()
    def born(self) -> None:
        self.session = self.desk.session
        self.now, self.turn = START, 0
        asked = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id)).join(Indicator)
        query = asked.where(Indicator.code == CODE, Task.period == "2026-02", Assignment.part == "lead")
        self.task: Task = self.session.exec(query).one()
        self.due: date = self.task.due
        self.accepted: dict[int, dict[str, Any]] = {}
        unit = self.task.unit_id
        self.contact = people.holders(self.session, "contact", unit)[0][1]
        self.head = people.holders(self.session, "head", unit)[0][1]
        self.director = people.holders(self.session, "director")[0][1]
        self.president = people.holders(self.session, "leader")[0][1]

    def office(self, person: Person | None = None) -> Office:
        self.turn += 1
        office = self.desk.office(self.now, f"life/{self.turn}")
        office.person_id = person.id if person else None
        return office

    @rule(days=st.integers(0, 3))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days, hours=1)

    @rule()
    def all_goes_well(self) -> None:
        """So that lives come far: what the others do disturbs."""
        for _ in range(2):
            self.whoever_has_the_ball_plays_it(good=True)

    @rule(good=st.booleans())
    def whoever_has_the_ball_plays_it(self, good: bool) -> None:
        match HOLDER.get(Step(self.task.step)):
            case "contact":
                self.writes(MEDIATION if good else "诉前调解成功512")
                filing.file(self.office(self.contact), self.task)
            case "head":
                self.looks(self.head, good)
            case "reviewer":
                self.looks(self.director, good)

    def looks(self, person: Person, good: bool) -> None:
        office = self.office(person)
        if good:
            checking.let_through(office, [self.task])
        else:
            assert checking.give_back(office, person.id, self.task, "数字与平台不一致")

    @rule(text=st.sampled_from([MEDIATION, "诉前调解成功512", "更正：一审立案1300", "本月没有", "下周报"]))
    def the_contact_writes(self, text: str) -> None:
        self.writes(text)

    def writes(self, text: str) -> None:
        office = self.office(self.contact)
        note = Note(person_id=self.contact.id, message_id=self.turn, text=text, at=self.now)
        self.session.add(note)
        self.session.flush()
        filing.take(office, self.task, note)

    @rule(who=st.sampled_from(["contact", "head"]))
    def the_department_files(self, who: str) -> None:
        filing.file(self.office(getattr(self, who)), self.task)

    @rule()
    def the_contact_drops_it(self) -> None:
        drafting.discard(self.office(self.contact), self.task)

    @rule()
    def the_contact_takes_back(self) -> None:
        if versions := reports.filed(self.session, self.task.id):
            withdrawing.withdraw(self.office(self.contact), versions[-1].id)

    @rule(who=st.sampled_from(["head", "director", "contact", "president"]))
    def somebody_lets_it_through(self, who: str) -> None:
        person = getattr(self, who)
        office = self.office(person)
        group = checking.found(office, person.id, self.task.id, self.task.rev + 1, alone=True)
        if group:
            checking.let_through(office, group)
        else:
            assert not checking.is_mine(office, person.id, self.task)

    @rule(who=st.sampled_from(["head", "director", "contact", "president"]))
    def somebody_gives_it_back(self, who: str) -> None:
        person = getattr(self, who)
        before = self.task.step
        if not checking.give_back(self.office(person), person.id, self.task, "数字与平台不一致"):
            assert self.task.step == before

    @invariant()
    def exactly_one_has_the_ball(self) -> None:
        rows = [row for row in holds.of_task(self.session, self.task.id) if row.until is None]
        step = Step(self.task.step)
        assert [row.part for row in rows] == ([] if step in ENDED else [HOLDER[step]])
        assert self.task.state == state(step)

    @invariant()
    def turns_follow_one_another_without_a_gap(self) -> None:
        rows: list[Hold] = holds.of_task(self.session, self.task.id)
        assert all(row.until is None or row.until >= row.since for row in rows)
        assert all(a.until == b.since for a, b in pairwise(rows) if b.part != "contact")  # done, it is with nobody

    @invariant()
    def what_was_accepted_stays_as_it_was(self) -> None:
        versions = self.session.exec(reports.ALL, params={"task": self.task.id}).all()
        for report in versions:
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

    @invariant()
    def what_is_done_has_a_report_and_what_is_owed_is_reminded_of(self) -> None:
        if self.task.state == "filed":
            assert reports.filed(self.session, self.task.id)
            assert self.task.closed_at is not None
        if Step(self.task.step) in HOLDER:
            assert self.task.wake_at is not None

    def teardown(self) -> None:
        self.session.rollback()
        self.session.expunge_all()
        self.session.info.clear()


def test_any_life_of_a_task_holds_together(desk: Desk) -> None:
    Life.desk = desk
    walk = settings(max_examples=120, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    Life.TestCase.settings = walk
    Life.TestCase().runTest()
