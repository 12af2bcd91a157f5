"""What others do to a task: an extension, 转办, parts and disagreements, 销号, 准予更正, another person on a post."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from db.queries import people, requests
from db.tables import Person, Request, Task
from domain.lifecycle import OPEN, Step
from services import (
    closing,
    deciding,
    disputing,
    extending,
    filing,
    gathering,
    passing,
    reopening,
    requesting,
    reviewers,
    slicing,
)
from services import people as posts
from tests.reliability.life import WRONG, Life
from tests.stories.test_readings import MEDIATION

WAITS = ("extension", "passing", "ruling")
MORE = {"until": "延期3个工作日", "reason": "上级平台数据未更新", "progress": "正在办理"}
OTHERS = ["民事审判庭", "商事审判庭"]
POSTS = [("contact", True), ("head", True), ("director", False), ("leader", False)]


class Turns(Life):
    # 延期, 转办

    @rule()
    def the_contact_asks_for_more_time(self) -> None:
        office = self.office(self.contact)
        before = self.task.due
        if extending.obstacle(office, self.task) is None:
            requesting.begin_with(office, "extension", self.task, MORE)
        assert self.task.due == before

    @rule(name=st.sampled_from(OTHERS))
    def the_contact_passes_it_on(self, name: str) -> None:
        office = self.office(self.contact)
        if passing.obstacle(office, self.task) is None:
            requesting.begin_with(office, "passing", self.task, {"to_unit_id": name, "reason": "该项由其办理"})

    def waiting(self) -> list[Request]:
        found = requests.waiting_of(self.session, self.task.id, WAITS)
        return [row for row in found if row.state == "asked"]

    @rule(good=st.booleans())
    def who_decides_on_a_request_decides(self, good: bool) -> None:
        for request in self.waiting()[:1]:  # it may end the others
            _, person = deciding.HOW[request.kind].seats(self.office(), request)[0]
            self.decides(person, request, good)
            assert request.state != "asked" or good

    def decides(self, person: Person, request: Request, good: bool) -> None:
        office = self.office(person)
        assert deciding.of_mine(office, person.id, request.id)
        if not good:
            requesting.begin_with(office, "refusing", self.task, {"reason": WRONG}, str(request.id))
        elif deciding.grant(office, request) and request.kind != "extension":
            assert request.task_id is not None
            self.task = self.session.get_one(Task, request.task_id)

    @rule(who=st.sampled_from(["head", "contact", "president"]))
    def somebody_else_decides_on_nothing(self, who: str) -> None:
        person = getattr(self, who)
        for request in self.waiting():
            seats = {one.id for _, one in deciding.HOW[request.kind].seats(self.office(), request)}
            found = deciding.of_mine(self.office(person), person.id, request.id)
            assert (found is not None) == (person.id in seats)

    # 责任部门

    @rule(name=st.sampled_from(OTHERS))
    def the_lead_asks_a_department(self, name: str) -> None:
        unit = next(unit for unit in people.units(self.session) if unit.name == name)
        if self.task.step in (Step.ASKED, Step.GATHERING):
            slicing.ask(self.office(self.contact), self.task.id, unit.id)

    def parts(self) -> list[Task]:
        return gathering.beside(self.office(), self.task)

    @rule()
    def the_departments_give_their_parts(self) -> None:
        for part in gathering.missing(self.office(), self.task):
            self.writes(MEDIATION, part)
            filing.file(self.office(self.at_post("head", part.unit_id)), part)

    @rule()
    def the_lead_disagrees(self) -> None:
        for part in self.parts()[:1]:
            request = requesting.begin(self.office(self.contact), "dispute", self.task)
            request.to_unit_id = part.unit_id
            requesting.take(self.office(self.contact), request, WRONG)
            assert (request.state == "asked") == (self.task.step == Step.DISPUTED) or request.state == "dropped"

    @rule(which=st.sampled_from(["lead", "part", "new"]))
    def the_office_decides_between_them(self, which: str) -> None:
        if disputing.open_of(self.office(), self.task):
            _, person = reviewers.deciders(self.office(), self.task)[0]
            part, was = self.parts()[0], self.parts()[0].step
            assert disputing.decide(self.office(person), person.id, self.task, which, "以平台数据为准")
            assert part.step == (was if which == "part" or was in OPEN else Step.REOPENED)

    # 销号, 准予更正

    @rule()
    def the_contact_asks_to_close_it(self) -> None:
        if closing.ask(self.office(self.contact), self.task) is None:
            assert self.task.step == Step.CLOSING

    @rule(good=st.booleans())
    def the_reviewer_looks_at_the_closing(self, good: bool) -> None:
        if self.task.step == Step.CLOSING:
            person = self.reviewer()
            office = self.office(person)
            assert closing.verify(office, person.id, self.task) if good else self.keeps_open(person)

    def keeps_open(self, person: Person) -> bool:
        return closing.keep_open(self.office(person), person.id, self.task, WRONG)

    @rule(good=st.booleans())
    def the_office_opens_it_again_or_not(self, good: bool) -> None:
        for request in requests.of_task(self.session, self.task.id, "reopen"):
            person = self.director
            if found := reopening.waiting(self.office(person), self.who(person), request.id):
                (reopening.grant if good else reopening.refuse)(self.office(person), *found)

    @rule()
    def the_contact_leaves_it_as_it_was(self) -> None:
        reopening.relock(self.office(self.contact), self.task)

    # 接任

    @rule(which=st.sampled_from(POSTS))
    def somebody_else_takes_a_post(self, which: tuple[str, bool]) -> None:
        role, of_unit = which
        post, before = people.holders(self.session, role, self.task.unit_id if of_unit else None)[0]
        invitation = posts.invite(self.office(self.director), post.id)
        newcomer = posts.claim(self.office(), invitation.token, 8_000_000 + self.turn, "接任者", "zh_CN")
        assert newcomer is not None
        assert posts.settle(self.office(self.director), invitation.id, good=True)
        assert people.holder(self.session, post.id) is newcomer is not before
