"""The life of one task, as far as one department and its head, the reviewer and time make it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlmodel import Session, col, select, update

from bot import door
from bot.desk import Desk
from db.queries import people, reports
from db.tables import Assignment, Indicator, Note, Person, Proof, Task
from domain.lifecycle import HOLDER, Step
from domain.people import Principal
from services import checking, drafting, filing, reminding, withdrawing
from services.office import Office
from tests.house import at
from tests.stories.test_readings import MEDIATION

START = at("2026-03-02 10:00")
CODE = "5.2.1"
SAYINGS = [MEDIATION, "诉前调解成功512", "更正：一审立案1300", "本月没有", "下周报"]
WRONG = "数字与平台不一致"


class Life(RuleBasedStateMachine):
    """Nothing is committed: the next life begins where this one began."""

    desk: Desk  # given by the test

    @initialize()
    def born(self) -> None:
        self.session: Session = self.desk.session
        self.now, self.turn = START, 0
        asked = select(Task).join(Assignment, col(Assignment.id) == col(Task.assignment_id)).join(Indicator)
        query = asked.where(Indicator.code == CODE, Task.period == "2026-02", Assignment.part == "lead")
        self.task: Task = self.session.exec(query).one()
        self.due: date = self.task.due
        self.accepted: dict[int, dict[str, Any]] = {}
        others = update(Task).where(col(Task.id) != self.task.id)
        self.session.exec(others.values(wake_at=None))  # the others have lives of their own
        self.president = people.holders(self.session, "leader")[0][1]

    # whoever holds the posts now

    @property
    def contact(self) -> Person:
        return self.at_post("contact", self.task.unit_id)

    @property
    def head(self) -> Person:
        return self.at_post("head", self.task.unit_id)

    @property
    def director(self) -> Person:
        return self.at_post("director")

    def at_post(self, role: str, unit_id: int | None = None) -> Person:
        return people.holders(self.session, role, unit_id)[0][1]

    def who(self, person: Person) -> Principal:
        said = {"message": {"from": {"id": person.telegram_id}, "chat": {"id": person.telegram_id}}}
        found = door.let_in(self.session, said)
        assert found is not None
        return found

    def office(self, person: Person | None = None) -> Office:
        self.turn += 1
        office = self.desk.office(self.now, f"life/{self.turn}")
        office.person_id = person.id if person else None
        return office

    # what they do

    @rule(days=st.integers(0, 3))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days, hours=1)
        reminding.remind(self.office(), 100)

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
                self.proves()
                filing.file(self.office(self.contact), self.task)
            case "head":
                self.looks(self.head, good)
            case "reviewer" if self.task.step == Step.REVIEWING:
                self.looks(self.reviewer(), good)

    def proves(self) -> None:
        """Without a file nothing can be closed."""
        draft = reports.draft(self.session, self.task.id)
        if draft and not reports.proofs(self.session, draft.id):
            name, at_ = f"file{self.turn}", self.now
            proof = Proof(report_id=draft.id, file_id=name, file_unique_id=name, name=name, covers="2026-02", at=at_)
            proof.state = "kept"
            self.session.add(proof)
            self.session.flush()

    def reviewer(self, task: Task | None = None) -> Person:
        return reminding.audience(self.office(), task or self.task, "reviewer")[0][1]

    def looks(self, person: Person, good: bool) -> None:
        if good:
            self.lets_through(person, self.task)
        else:
            assert checking.give_back(self.office(person), person.id, self.task, WRONG)

    def lets_through(self, person: Person, task: Task) -> None:
        office = self.office(person)
        found = checking.found(office, person.id, task.id, task.rev + 1, alone=True)
        assert found == [task]
        checking.let_through(office, found)

    @rule(text=st.sampled_from(SAYINGS))
    def the_contact_writes(self, text: str) -> None:
        self.writes(text)

    def writes(self, text: str, task: Task | None = None) -> None:
        about = task or self.task
        person = self.at_post("contact", about.unit_id)
        note = Note(person_id=person.id, message_id=self.turn, text=text, at=self.now)
        self.session.add(note)
        self.session.flush()
        filing.take(self.office(person), about, note)

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
            assert not checking.is_mine(office, person.id, self.task) or self.task.step in (Step.CLOSING, Step.DISPUTED)

    @rule(who=st.sampled_from(["head", "director", "contact", "president"]))
    def somebody_gives_it_back(self, who: str) -> None:
        person = getattr(self, who)
        before = self.task.step
        if not checking.give_back(self.office(person), person.id, self.task, WRONG):
            assert self.task.step == before

    def teardown(self) -> None:
        self.session.rollback()
        self.session.expunge_all()
        self.session.info.clear()
