"""双人办理: no sequence of what the office can do lets one alone change the office, the notice or the group."""

from dataclasses import dataclass, field, replace
from itertools import product

import pytest
from sqlmodel import select

from db.tables import Consent, Room, Tenure
from domain import consent
from services import consenting, rooms
from services import people as posts
from services.office import Office
from tests.conftest import NewCourt
from tests.house import DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, STRANGER, Court
from tests.messages import words
from tests.security.gate import GROUP, NOW, Gate

CHIEF, SECOND, THIRD, COMER = 1, 2, 3, 4  # of the office; and one who would like to be


@dataclass(frozen=True)
class House:
    """Seats of the office, what was asked for, and by whom each change was agreed."""

    seats: tuple[tuple[str, int], ...] = (("director", CHIEF), ("deputy", SECOND), ("member", THIRD))
    asked: tuple[tuple[int, str, int], ...] = ()  # by whom, which seat, for whom
    done: tuple[tuple[int, int, frozenset[int]], ...] = field(default=())  # asker, agreer, the office just then

    @property
    def office(self) -> frozenset[int]:
        return frozenset(person for _, person in self.seats)


ASKS = product((CHIEF, SECOND, COMER), ("director", "deputy"), (COMER, CHIEF))
ACTS = [("ask", *ask) for ask in ASKS]
ACTS += [("agree", who, "", 0) for who in (CHIEF, SECOND, THIRD, COMER)]
ACTS += [("erase", who, "", 0) for who in (CHIEF, SECOND)]


def after(house: House, act: tuple[str, int, str, int]) -> House:
    """As services.consenting and services.erasing ask the rule."""
    what, who, seat, comer = act
    if what == "ask":  # only who directs has the button
        return (
            replace(house, asked=(*house.asked, (who, seat, comer))) if dict(house.seats)["director"] == who else house
        )
    if what == "erase":
        directors = {0: dict(house.seats)["director"]}
        may = consent.may_be_removed(who, directors)
        return replace(house, seats=tuple((s, p) for s, p in house.seats if p != who)) if may else house
    if not house.asked:
        return house
    (by, seat, comer), *rest = house.asked
    if not consent.may_agree(by, who, house.office):
        return house
    seats = tuple((s, comer if s == seat else p) for s, p in house.seats)
    return House(seats, tuple(rest), (*house.done, (by, who, house.office)))


def test_no_four_acts_let_one_alone_change_the_office() -> None:
    seen = 0
    for acts in product(ACTS, repeat=4):
        house = House()
        for act in acts:
            house = after(house, act)
        assert "director" in dict(house.seats), acts
        for by, agreed, office in house.done:
            assert by != agreed, acts
            assert {by, agreed} <= office, acts
        before = dict(House().seats)
        changed = [seat for seat, person in house.seats if before[seat] != person]
        assert len(changed) <= len(house.done), acts
        seen += bool(house.done)
    assert seen > 1000


@pytest.mark.parametrize(
    ("asked", "who", "office", "may"),
    [(1, 2, {1, 2}, True), (1, 1, {1, 2}, False), (1, 3, {1, 2}, False), (1, 2, {2, 3}, False), (1, 1, {1}, False)],
    ids=["another", "oneself", "an outsider", "asked by one who left", "alone"],
)
def test_who_may_agree(asked: int, who: int, office: set[int], may: bool) -> None:
    assert consent.may_agree(asked, who, office) is may


@pytest.mark.parametrize(
    ("roles", "two"),
    [(["contact"], False), (["leader", "head"], False), (["office"], True), (["leader", "director"], True)],
)
def test_which_seats_need_two(roles: list[str], two: bool) -> None:
    assert consent.changes_the_office(roles) is two


def test_the_last_who_directs_is_not_removed() -> None:
    assert not consent.may_be_removed(1, {10: 1})
    assert consent.may_be_removed(2, {10: 1})
    assert consent.may_be_removed(1, {10: 1, 11: 2})


# on the desk


def room_asked(office: Office) -> str:
    office.person_id = posts_of(office, DIRECTOR)
    assert consenting.room(office, GROUP) is None, "the group that is bound already"
    subject = consenting.room(office, GROUP - 1)
    assert subject
    return consenting.ask(office, "room", subject, None)


def posts_of(office: Office, title: str) -> int:
    return next(int(person.id) for person in consenting.of_office(office).values() if person.name == title)


def test_asked_once_it_waits_and_the_others_of_the_office_hear_of_it(opened: Gate) -> None:
    assert opened.desk.call(room_asked, NOW, "ask") == "consent-asked"
    assert opened.desk.call(room_asked, NOW, "ask again") == "consent-waits"
    (row,) = rows(opened)
    assert row.state == "asked"
    told = opened.session.connection().exec_driver_sql("SELECT count(*) FROM tiding WHERE kind = 'consent'").scalar()
    assert told == len(opened.desk.call(consenting.of_office, NOW, "office")) - 1


def test_put_out_of_the_group_the_bot_is_bound_to_no_other_by_one_alone(opened: Gate) -> None:
    opened.desk.call(lambda office: rooms.lost(office, GROUP), NOW, "lost")
    tried = opened.tried(opened.presses(DIRECTOR, "bind", group=True))
    assert tried.word == "bound", "the same group again"
    assert opened.desk.call(lambda office: consenting.room(office, GROUP - 1), NOW, "another") == str(GROUP - 1)


@pytest.mark.parametrize(
    ("title", "word"), [(DIRECTOR, "consent-own"), (PRESIDENT, "only-office"), (REGISTRAR, "only-office")]
)
def test_who_may_not_agree_is_told_why(title: str, word: str, opened: Gate) -> None:
    opened.desk.call(room_asked, NOW, "ask")
    (row,) = rows(opened)
    tried = opened.tried(opened.presses(title, "agree", row.id))
    assert (tried.word, tried.changed) == (word, frozenset())


def test_agreed_twice_it_is_done_once_and_in_the_name_of_who_asked(opened: Gate) -> None:
    opened.desk.call(room_asked, NOW, "ask")
    (row,) = rows(opened)
    opened.desk.keep([opened.presses(OFFICER, "agree", row.id) for _ in range(2)], NOW)
    answers = opened.desk.work(NOW).answers
    assert [answer.code for answer in answers] == ["consent-given", "claim-settled"]
    trail = opened.session.connection().exec_driver_sql(
        "SELECT a.verb, p.name FROM audit a JOIN person p ON p.id = a.person_id ORDER BY n DESC LIMIT 2"
    )
    assert trail.all() == [("bind room", DIRECTOR), ("agree", OFFICER)]
    assert opened.session.get_one(Room, GROUP - 1).until is None


def test_put_out_of_a_group_meanwhile_nobody_binds_it_any_more(opened: Gate) -> None:
    opened.desk.call(room_asked, NOW, "ask")
    opened.desk.call(lambda office: consenting.room_lost(office, GROUP - 1), NOW, "lost")
    (row,) = rows(opened)
    assert row.state == "lapsed"
    assert opened.tried(opened.presses(OFFICER, "agree", row.id)).word == "claim-settled"
    assert opened.session.get_one(Room, GROUP).until is None, "the digests go on where they went"


def test_on_the_server_it_needs_nobody_else(opened: Gate) -> None:
    opened.desk.call(room_asked, NOW, "ask")
    (row,) = rows(opened)
    agree = lambda office: consenting.agree(office, row.id, here=True)  # noqa: E731
    assert opened.desk.call(agree, NOW, "terminal") == "consent-given"
    assert opened.desk.call(agree, NOW, "terminal") == "claim-settled"


def rows(gate: Gate) -> list[Consent]:
    found = list(gate.session.exec(select(Consent)))
    gate.session.commit()
    return found


# as people live through it


async def test_a_seat_of_the_office_is_taken_by_the_word_of_two(signed: Court) -> None:
    post = signed.posts("创建办副主任")[0]
    holder = signed.rows(Tenure, post_id=post.id, until=None)[0].person_id
    await signed.say(STRANGER, f"/start {await signed.invited('创建办副主任')}")
    claim = signed.last(DIRECTOR)
    assert await signed.press(DIRECTOR, "confirm", on=claim) == "已提出，待创建办另一人同意，已列入其当日卡片。"
    shown = next(words(m) for m in signed.heard(DIRECTOR) if m["message_id"] == claim["message_id"])
    assert "已提出，待创建办另一人同意。" in shown
    assert signed.rows(Tenure, post_id=post.id, until=None)[0].person_id == holder
    card = signed.text(OFFICER)
    assert "【双人办理】政治部主任提出，请创建办另一人确认：" in card
    assert f"由{STRANGER}（编号 {signed.id(STRANGER)}）担任创建办副主任。" in card
    assert await signed.agree() == "已同意，已办理。"
    assert signed.rows(Tenure, post_id=post.id, until=None)[0].person_id == signed.person(STRANGER).id
    assert "agree" not in signed.offers(OFFICER)
    assert "【双人办理】已同意并办理" in signed.text(DIRECTOR)


async def test_where_the_director_is_alone_it_is_done_on_the_server(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    await court.say(OFFICER, f"/start {await court.invited(OFFICER)}")
    assert await court.press(DIRECTOR, "confirm") == (
        "创建办目前无他人可以同意，请在服务器上办理：python -m bot consent"
    )
    (row,) = court.rows(Consent)
    assert await court.use(lambda office: consenting.agree(office, row.id, here=True)) == "consent-given"
    assert "您已登记为政治部副主任" in "".join(words(message) for message in court.heard(OFFICER))


async def test_who_was_invited_on_the_server_needs_one_word(signed: Court) -> None:
    post = signed.posts("创建办副主任")[0]
    invitation = await signed.use(lambda office: posts.invite(office, post.id))
    await signed.say(STRANGER, f"/start {invitation.token}")
    assert await signed.press(DIRECTOR, "confirm") == "已确认。"
    assert signed.rows(Consent) == []
