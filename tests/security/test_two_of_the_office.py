"""双人办理: no sequence of what the office can do lets one alone change the office, the notice or the group."""

import os

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
from tests.security.consents import COMER, DEPUTY_DIRECTOR, Act, State, Walk
from tests.security.gate import GROUP, NOW, Gate

ACTS = 5 if os.environ.get("DUBAN_EVERY_STEP") else 3


@pytest.fixture
def walk(opened: Gate) -> Walk:
    return Walk(opened)


def alone(walk: Walk, before: State, act: Act, after: State) -> str | None:
    """What is wrong where seats of the office have passed."""
    if walk.directing not in {seat for seat, _ in after.seats}:
        return "nobody directs"
    if before.seats == after.seats:
        return None
    if act.verb == "erase":  # on the server: a seat falls vacant, nobody takes it
        return None if after.seats == {s for s in before.seats if s[1] != walk.of[act.who]} else "a seat is taken"
    who = walk.of[act.who]
    agreed = [row for row in after.consents if row not in before.consents]
    if act.verb != "agree" or len(agreed) != 1:
        return "without a consent"
    ((subject, by, state),) = agreed
    if (subject, by, "asked") not in before.consents:
        return "what had been refused before"
    if state != "agreed" or by == who or not {by, who} <= before.office:
        return f"{state}, asked by {by}, agreed by {who}, while {sorted(before.office)} sat in the office"
    return None


def test_no_sequence_of_acts_lets_one_alone_change_the_office(walk: Walk) -> None:
    """At the desk, by buttons that are signed for whoever presses; sequences of five with DUBAN_EVERY_STEP=1."""
    walk.walk(ACTS)
    assert [(complaint, *step) for step in walk.steps if (complaint := alone(walk, *step))] == []
    passed = [act.verb for before, act, after in walk.steps if before.seats != after.seats]
    assert passed.count("agree") > 10
    assert passed.count("erase") > 5


def test_what_one_has_asked_for_who_left_the_office_nobody_agrees_to(walk: Walk) -> None:
    """The director asks for two things and loses the seat by one of them."""
    director, deputy, _ = walk.claims
    asked = [Act("confirm", DIRECTOR, deputy), Act("confirm", DIRECTOR, director)]
    *_, left = walk.states([*asked, Act("agree", DEPUTY_DIRECTOR, 2)])
    assert walk.of[DIRECTOR] not in left.office
    assert walk.of[COMER] in left.office
    for who in (DEPUTY_DIRECTOR, COMER, OFFICER, DIRECTOR):
        assert walk.states([Act("agree", who, 1)]) == [left], who


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
