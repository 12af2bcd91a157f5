"""口径待定: doubtful places of the notice are settled one by one, and take effect at once."""

import pytest

from bot.buttons import Press, sign
from bot.secrets import secret
from db.queries import notices
from db.tables import Assignment, Audit, Doubt, Indicator, Member, Outbox, Receipt, Report, Requirement, Task, Unit
from services import planning
from services.office import Office
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, Court, words

RETRIAL = "审判监督庭联络员"
NANXIANG, ANTING = "南翔法庭联络员", "安亭法庭联络员"


def doubt(court: Court, code: str, field: str) -> Doubt:
    (found,) = court.rows(Doubt, code=code, field=field)
    return found


def open_doubts(court: Court) -> list[Doubt]:
    return [row for row in court.rows(Doubt) if row.alternatives and row.answer is None]


def indicator(court: Court, code: str) -> Indicator:
    (found,) = court.rows(Indicator, code=code)
    return found


def demands(court: Court, code: str) -> list[Requirement]:
    return court.rows(Requirement, indicator_id=indicator(court, code).id)


def unit(court: Court, title: str) -> int:
    return court.posts(title)[0].unit_id


def holders(court: Court, code: str, part: str) -> list[str]:
    """The departments that have something of an indicator to sign for."""
    assignments = [row.id for row in court.rows(Assignment, indicator_id=indicator(court, code).id, part=part)]
    names = {row.id: row.name for row in court.rows(Unit)}
    return sorted(names[row.unit_id] for row in court.rows(Receipt, ended_on=None) if row.assignment_id in assignments)


def labels(court: Court, title: str) -> list[str]:
    rows = court.last(title)["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def go_to(court: Court, code: str, field: str, title: str = DIRECTOR) -> int:
    """Leafs through the questions to this one."""
    wanted = doubt(court, code, field).id
    await court.say(title, "/status" if title == DIRECTOR else "/tasks")
    await court.press(title, "doubts")
    while ("reading", f"{wanted}-0") not in court.buttons(title):
        assert "下一条" in labels(court, title), f"{code} is not asked"
        await court.press(title, "doubt", [subject for verb, subject in court.buttons(title) if verb == "doubt"][-1])
    return wanted


async def settle(court: Court, code: str, field: str, option: int) -> str | None:
    """The toast; where departments move it is confirmed as well."""
    number = await go_to(court, code, field)
    toast = await court.press(DIRECTOR, "reading", f"{number}-{option}")
    if "reading-sure" in court.offers(DIRECTOR):
        toast = await court.press(DIRECTOR, "reading-sure")
    return toast


# one after the other


async def test_the_questions_are_put_one_at_a_time_until_none_is_left(signed: Court) -> None:
    (caption,) = await signed.say(DIRECTOR, "/status")
    n = len(open_doubts(signed))
    assert f"口径待定 {n}" in caption
    await signed.press(DIRECTOR, "doubts")
    card = signed.last(DIRECTOR)["message_id"]
    assert signed.text(DIRECTOR).splitlines() == [
        f"口径待定 1/{n}",
        "1.1.2 意识形态会议与责任制",
        "原文（第 1 项要求，意识形态工作会议次数）：每年召开2次意识形态工作会议",
        "存疑：“2次”未写明是恰好两次还是不少于两次",
        "现按：不少于2次",
    ]
    assert labels(signed, DIRECTOR) == ["照现在的办", "恰好2次", "下一条", "交给别人"]
    seen = 0
    while "reading" in signed.offers(DIRECTOR):
        assert max(map(len, labels(signed, DIRECTOR))) <= 20
        assert await signed.press(DIRECTOR, "reading") == "已确定。"
        assert signed.last(DIRECTOR)["message_id"] == card, "the same message goes on"
        seen += 1
    assert open_doubts(signed) == []
    assert seen == n - 1, "who convenes the courts is asked once for both indicators"
    assert signed.text(DIRECTOR).startswith(f"口径已定 {n}，待定 0")
    director = signed.person(DIRECTOR).id
    settled = [row for row in signed.rows(Doubt) if row.alternatives]
    assert all((row.answer, row.choice, row.by) == (row.reading, 0, director) and row.at for row in settled)
    assert len(signed.rows(Audit, verb="settle doubt")) == n
    assert signed.rows(Audit, verb="move") == []
    (caption,) = await signed.say(DIRECTOR, "/status")
    assert "待定" not in caption


async def test_what_is_only_information_is_not_asked(signed: Court) -> None:
    told = [row for row in signed.rows(Doubt) if not row.alternatives]
    assert told
    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "doubts")
    asked = set()
    while True:
        asked.add(next(int(s.partition("-")[0]) for verb, s in signed.buttons(DIRECTOR) if verb == "reading"))
        if "下一条" not in labels(signed, DIRECTOR):
            break
        await signed.press(DIRECTOR, "doubt", [s for verb, s in signed.buttons(DIRECTOR) if verb == "doubt"][-1])
    assert asked == {row.id for row in open_doubts(signed)}


async def test_a_newcomer_who_directs_is_led_to_the_questions(new_court: NewCourt) -> None:
    court = await new_court("2026-02-25 14:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    assert f"3. 确定通知中 {len(open_doubts(court))} 处待定的口径。" in court.text(DIRECTOR)
    await court.press(DIRECTOR, "doubts")
    assert court.text(DIRECTOR).startswith("口径待定 1/")


# effects


async def test_exactly_two_meetings_is_another_demand_than_at_least_two(signed: Court) -> None:
    assert await settle(signed, "1.1.2", "requirement 1", 1) == "已确定。"
    row = demands(signed, "1.1.2")[0]
    assert (row.op, row.num, row.den) == ("=", 2, 1)
    await signed.say(DIRECTOR, "/why 1.1.2")
    text = signed.text(DIRECTOR)
    assert "= 2 次" in text
    assert "已定：第 1 项要求，恰好2次（创建办主任，2月26日）" in text
    assert "存疑" not in text


async def test_how_many_are_in_front_is_one_answer_for_all_ranks(signed: Court) -> None:
    await settle(signed, "4.1.2", "ranks", 1)
    ranks = [row for row in demands(signed, "4.1.2") if row.kind == "rank"]
    assert ranks
    assert {(row.num, row.den) for row in ranks} == {(3, 1)}


async def test_an_answer_survives_a_restart_and_is_shown_to_everybody(signed: Court) -> None:
    await settle(signed, "4.1.2", "ranks", 3)
    await signed.stop()
    await signed.open()
    assert {(row.num, row.den) for row in demands(signed, "4.1.2") if row.kind == "rank"} == {(1, 3)}
    for title in (DIRECTOR, REGISTRAR):
        await signed.say(title, "/why 4.1.2")
        assert "已定：名次，前三分之一（创建办主任，2月26日）" in signed.text(title)


async def test_an_answer_can_be_asked_for_again_and_holds_until_another_one_is_given(signed: Court) -> None:
    await settle(signed, "1.1.2", "requirement 1", 1)
    await signed.press(DIRECTOR, "doubts-done")
    assert "① 1.1.2 第 1 项要求：恰好2次（创建办主任，2月26日）" in signed.text(DIRECTOR)
    number = doubt(signed, "1.1.2", "requirement 1").id
    await signed.press(DIRECTOR, "doubt", number)
    assert "已定：恰好2次（创建办主任，2月26日）" in signed.text(DIRECTOR)
    assert await signed.press(DIRECTOR, "doubt-again", number) == "已列入待定，重新确定前仍按现在的办。"
    assert demands(signed, "1.1.2")[0].op == "="
    assert "现按：恰好2次" in signed.text(DIRECTOR)
    await signed.say(REGISTRAR, "/why 1.1.2")
    assert "现掌握为：恰好2次。" in signed.text(REGISTRAR)
    assert "已定" not in signed.text(REGISTRAR)
    await signed.press(DIRECTOR, "reading", f"{number}-0")
    assert demands(signed, "1.1.2")[0].op == ">="
    assert doubt(signed, "1.1.2", "requirement 1").answer == "不少于2次"


async def test_a_card_from_before_the_answer_does_nothing(signed: Court) -> None:
    number = await go_to(signed, "4.1.2", "ranks")
    old = signed.last(DIRECTOR)
    _, data = signed.button(signed.id(DIRECTOR), "reading", f"{number}-2")
    await signed.press(DIRECTOR, "reading", f"{number}-1")
    toast = await signed.touch(DIRECTOR, signed.id(DIRECTOR), old["message_id"], data, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert {row.num for row in demands(signed, "4.1.2") if row.kind == "rank"} == {3}


# departments


async def test_before_a_lead_moves_the_card_says_what_moves(signed: Court) -> None:
    number = await go_to(signed, "4.4.3", "lead")
    assert await signed.press(DIRECTOR, "reading", f"{number}-1") is None
    assert signed.text(DIRECTOR) == "4.4.3 核心价值观媒体宣传：改由民事审判庭牵头\n2 个部门将收到通知。"
    assert holders(signed, "4.4.3", "lead") == ["审判监督庭"]
    await signed.press(DIRECTOR, "doubt", number)
    assert "现按：审判监督庭" in signed.text(DIRECTOR)
    assert doubt(signed, "4.4.3", "lead").answer is None


async def test_the_lead_passes_to_another_department_and_both_are_told(signed: Court) -> None:
    heard = {title: len(signed.heard(title)) for title in (CIVIL, RETRIAL, REGISTRAR)}
    await settle(signed, "4.4.3", "lead", 1)
    assert indicator(signed, "4.4.3").lead == "民事审判庭"
    assert holders(signed, "4.4.3", "lead") == ["民事审判庭"]
    (lead,) = signed.rows(Assignment, indicator_id=indicator(signed, "4.4.3").id, part="lead")
    assert lead.unit_id == unit(signed, CIVIL)
    civil = [words(message) for message in signed.heard(CIVIL)[heard[CIVIL] :]]
    assert "【交办】4.4.3 核心价值观媒体宣传：改由民事审判庭牵头，请签收。" in civil
    assert signed.text(RETRIAL) == "【通知】4.4.3 核心价值观媒体宣传：改由民事审判庭牵头，审判监督庭不再牵头。"
    assert len(signed.heard(REGISTRAR)) == heard[REGISTRAR]
    # what is new is signed for on a card of its own; what was signed for stays so
    signing = [task for task in signed.tasks(CIVIL) if task.form == "signing" and task.state == "open"]
    assert len(signing) == 1
    await signed.press(CIVIL, "sign-all", signing[0].id)
    assert not [row for row in signed.rows(Receipt, unit_id=unit(signed, CIVIL)) if row.signed_at is None]
    assert not [task for task in signed.tasks(RETRIAL) if task.form == "signing" and task.state == "open"]
    for title in (CIVIL, RETRIAL):
        await signed.say(title, "/why 4.4.3")
        assert "牵头：民事审判庭" in signed.text(title)
        assert "已定：牵头，民事审判庭（创建办主任，2月26日）" in signed.text(title)


async def test_in_the_evening_nobody_is_told_before_the_morning(signed: Court) -> None:
    await signed.until("2026-02-26 20:00")
    heard = len(signed.heard(CIVIL))
    await settle(signed, "4.4.3", "lead", 1)
    assert holders(signed, "4.4.3", "lead") == ["民事审判庭"]
    assert len(signed.heard(CIVIL)) == heard
    await signed.until("2026-02-27 09:05")
    assert "改由民事审判庭牵头" in "".join(words(message) for message in signed.heard(CIVIL)[heard:])


async def test_the_first_lead_taken_again_is_as_it_was(signed: Court) -> None:
    await settle(signed, "4.4.3", "lead", 1)
    number = doubt(signed, "4.4.3", "lead").id
    await signed.press(DIRECTOR, "doubts-done")
    await signed.press(DIRECTOR, "doubt", number)
    await signed.press(DIRECTOR, "doubt-again", number)
    assert holders(signed, "4.4.3", "lead") == ["民事审判庭"]
    await signed.press(DIRECTOR, "reading", f"{number}-0")
    assert "改由审判监督庭牵头" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "reading-sure")
    assert holders(signed, "4.4.3", "lead") == ["审判监督庭"]
    assert indicator(signed, "4.4.3").lead == "审判监督庭"
    # nothing is left to sign for where it only passed through
    assert not [task for task in signed.tasks(CIVIL) if task.form == "signing" and task.state == "open"]


async def test_responsible_departments_come_and_go_and_who_stays_has_signed(signed: Court) -> None:
    before = {row.unit_id: row.signed_at for row in signed.rows(Receipt)}
    assert holders(signed, "4.3.1", "responsible") == ["刑事审判庭"]
    await settle(signed, "4.3.1", "responsible", 1)
    after = ["刑事审判庭", "南翔法庭", "嘉中法庭", "嘉北法庭", "安亭法庭", "审判监督庭"]
    assert holders(signed, "4.3.1", "responsible") == sorted(after)
    assert indicator(signed, "4.3.1").responsible == ["刑事审判庭", "派出法庭", "审判监督庭"]
    criminal = unit(signed, "刑事审判庭联络员")
    assert all(row.signed_at for row in signed.rows(Receipt, unit_id=criminal))
    assert "【交办】4.3.1 审结涉未成年人典型案件：增列南翔法庭为责任部门，请签收。" in [
        words(message) for message in signed.heard(NANXIANG)
    ]
    assert before.keys() <= {row.unit_id for row in signed.rows(Receipt)}


async def test_a_department_beside_its_group_is_responsible_once(signed: Court) -> None:
    await settle(signed, "6.2.2", "responsible", 2)
    assert indicator(signed, "6.2.2").responsible == ["审判监督庭", "各部门"]
    assert holders(signed, "6.2.2", "responsible").count("审判监督庭") == 1
    assert signed.rows(Audit, verb="move")[-1].data["in"] == []
    await signed.press(DIRECTOR, "doubts-done")
    number = doubt(signed, "6.2.2", "responsible").id
    await signed.press(DIRECTOR, "doubt", number)
    await signed.press(DIRECTOR, "doubt-again", number)
    await signed.press(DIRECTOR, "reading", f"{number}-1")
    assert "责任部门改为审判监督庭" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "reading-sure")
    assert holders(signed, "6.2.2", "responsible") == ["审判监督庭"]
    assert all(row.signed_at for row in signed.rows(Receipt, unit_id=unit(signed, RETRIAL)))
    assert "不再列为责任部门" in signed.text(REGISTRAR)


async def test_who_convenes_a_group_leads_everything_that_it_leads(signed: Court) -> None:
    await settle(signed, "4.5.1", "lead", 1)
    convenors = {row.unit_id for row in signed.rows(Member, convenor=True, until=None)}
    assert convenors == {unit(signed, ANTING)}
    for code in ("4.5.1", "4.5.2"):
        assert holders(signed, code, "lead") == ["安亭法庭"]
        assert doubt(signed, code, "lead").answer == "由安亭法庭召集"
    told = [text for text in map(words, signed.heard(ANTING)) if "【交办】4.5.1" in text]
    assert len(told) == 1, "one message for both"
    assert "4.5.2" in told[0]
    assert "安亭法庭牵头，南翔法庭不再牵头" in signed.text(NANXIANG)


async def test_before_the_giving_an_answer_only_says_how_it_will_be_given(filled: Court) -> None:
    number = await go_to(filled, "4.4.3", "lead")
    await filled.press(DIRECTOR, "reading", f"{number}-1")
    assert "指标尚未交办，交办时按此执行。" in filled.text(DIRECTOR)
    await filled.press(DIRECTOR, "reading-sure")
    assert (filled.rows(Assignment), filled.rows(Receipt), filled.heard(CIVIL)) == ([], [], [])
    await settle(filled, "6.2.2", "responsible", 2)
    await filled.say(DIRECTOR, "/people")
    await filled.give()
    assert holders(filled, "4.4.3", "lead") == ["民事审判庭"]
    assert holders(filled, "6.2.2", "responsible").count("审判监督庭") == 1


@pytest.mark.parametrize("settled", [True, False])
async def test_a_department_that_was_settled_is_no_longer_read_with_doubt(filled: Court, settled: bool) -> None:
    """What a contact is given to sign says so where nobody has decided yet."""
    if settled:
        await settle(filled, "4.3.2", "responsible", 0)
        await filled.say(DIRECTOR, "/people")
    await filled.give()
    await filled.press(NANXIANG, "given")
    page = 1
    while "4.3.2" not in filled.text(NANXIANG):
        page += 1
        (task,) = (task for task in filled.tasks(NANXIANG) if task.form == "signing")
        await filled.press(NANXIANG, "given", f"{task.id}-{page}")
    text = filled.text(NANXIANG)
    shown = text[text.index("4.3.2") :].splitlines()
    mine = shown[: next((i for i, line in enumerate(shown) if i and line[0] in "①②③④"), len(shown))]
    assert any("部门位置存疑" in line for line in mine) != settled


# open work


async def asked(signed: Court) -> Task:
    """A task of 4.4.3, by the form of the meetings, of which its lead has been told."""

    def ask(office: Office) -> None:
        found = notices.indicator(office.session, notices.current(office.session).id, "4.4.3")
        assert found is not None
        (demand,) = notices.requirements(office.session, found.id)
        demand.cadence = "meeting"
        planning.look_again(office)

    await signed.use(ask)
    await signed.until("2026-02-27 09:05")
    (lead,) = signed.rows(Assignment, indicator_id=indicator(signed, "4.4.3").id, part="lead")
    (task,) = signed.rows(Task, assignment_id=lead.id)
    assert task.unit_id == unit(signed, RETRIAL)
    return task


async def test_open_work_goes_along_with_the_lead(signed: Court) -> None:
    task = await asked(signed)
    card = signed.last(RETRIAL)
    await signed.press(RETRIAL, "held", task.id)
    assert len(signed.rows(Report, task_id=task.id)) == 1
    _, stale = signed.button(signed.id(RETRIAL), "back", task.id)
    number = await go_to(signed, "4.4.3", "lead")
    await signed.press(DIRECTOR, "reading", f"{number}-1")
    assert "审判监督庭 1 项未办事项移交；2 个部门将收到通知。" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "reading-sure")
    (moved,) = signed.rows(Task, assignment_id=task.assignment_id)
    assert (moved.id, moved.unit_id, moved.state) == (task.id, unit(signed, CIVIL), "open")
    assert moved.rev > task.rev
    assert signed.rows(Report, task_id=task.id) == [], "the new lead begins with an empty form"
    assert "随同移交未办事项 1 项。" in "".join(map(words, signed.heard(CIVIL)))
    assert "未办事项 1 项已一并移交。" in signed.text(RETRIAL)
    assert "此项已移交其他部门。" in map(words, signed.heard(RETRIAL)), "the old card asks for nothing any more"
    await signed.say(CIVIL, "/tasks")
    assert ("task", str(task.id)) in signed.buttons(CIVIL)
    toast = await signed.touch(RETRIAL, signed.id(RETRIAL), card["message_id"], stale, force=True)
    assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    # nothing more is opened for it, neither here nor there
    await signed.until("2026-03-03 12:00")
    assert len(signed.rows(Task, assignment_id=task.assignment_id)) == 1


async def test_what_was_filed_stays_with_whoever_filed_it_and_is_not_asked_twice(signed: Court) -> None:
    task = await asked(signed)
    await signed.press(RETRIAL, "held", task.id)
    await signed.say(RETRIAL, "2月25日 核心价值观宣传报道", to=signed.last(RETRIAL)["message_id"])
    await signed.send(RETRIAL, "report.pdf", b"%PDF-1.4 minutes")
    await signed.press(RETRIAL, "file", task.id)
    (filed,) = signed.rows(Task, id=task.id)
    assert filed.state == "filed"
    await settle(signed, "4.4.3", "lead", 1)
    await signed.until("2026-03-03 12:00")
    (kept,) = signed.rows(Task, assignment_id=task.assignment_id)
    assert (kept.unit_id, kept.state) == (unit(signed, RETRIAL), "filed")


# who may


async def test_whoever_is_asked_for_the_director_answers_the_rest_on_the_same_cards(signed: Court) -> None:
    await settle(signed, "1.1.2", "requirement 1", 0)
    rest = len(open_doubts(signed))
    await signed.press(DIRECTOR, "doubt-helpers")
    person = signed.person(OFFICER).id
    assert ("doubts-to", str(person)) in signed.buttons(DIRECTOR)
    assert await signed.press(DIRECTOR, "doubts-to", person) == f"已交办 {rest} 条。"
    assert "已交政治部副主任确定。" in signed.text(DIRECTOR)
    assert signed.text(OFFICER) == f"创建办主任请您确定通知中 {rest} 条待定的口径。"
    await signed.press(OFFICER, "doubts")
    assert signed.text(OFFICER).startswith(f"口径待定 1/{rest}")
    assert "交给别人" not in labels(signed, OFFICER)
    await signed.say(OFFICER, "/tasks")
    assert f"口径待定 {rest}" in signed.text(OFFICER)
    while "reading" in signed.offers(OFFICER) or "doubts" in signed.offers(OFFICER):
        await signed.press(OFFICER, "reading" if "reading" in signed.offers(OFFICER) else "doubts")
    assert open_doubts(signed) == []
    assert {row.by for row in signed.rows(Doubt) if row.asked_of == person} == {person}
    assert signed.text(DIRECTOR) == "您交办的待定口径，政治部副主任已全部确定。"
    await signed.say(DIRECTOR, "/why 4.1.2")
    assert "（政治部副主任，2月26日）" in signed.text(DIRECTOR)


async def test_the_director_takes_the_rest_back(signed: Court) -> None:
    number = await go_to(signed, "4.1.2", "ranks")
    await signed.press(DIRECTOR, "doubt-helpers")
    await signed.press(DIRECTOR, "doubts-to", signed.person(OFFICER).id)
    await signed.press(OFFICER, "doubts")
    message = signed.last(OFFICER)
    _, data = signed.button(signed.id(OFFICER), "reading")
    await signed.press(DIRECTOR, "doubt-helpers")
    assert await signed.press(DIRECTOR, "doubts-mine") == "已收回，由您本人确定。"
    assert "您不必再办" in signed.text(OFFICER)
    toast = await signed.touch(OFFICER, signed.id(OFFICER), message["message_id"], data, force=True)
    assert toast == "此项由创建办主任办理。"
    assert doubt(signed, "1.1.2", "requirement 1").answer is None
    assert number in {row.id for row in open_doubts(signed)}


@pytest.mark.parametrize("title", [REGISTRAR, PRESIDENT, OFFICER])
async def test_nobody_else_can_answer(signed: Court, title: str) -> None:
    """Neither with the director's button, nor with one that is signed for themselves."""
    number = await go_to(signed, "4.1.2", "ranks")
    _, data = signed.button(signed.id(DIRECTOR), "reading", f"{number}-1")
    await signed.say(title, "/help")
    message, where = signed.last(title)["message_id"], signed.id(title)
    toast = await signed.touch(title, where, message, data, force=True)
    assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    for verb, subject in (
        ("reading", f"{number}-1"),
        ("reading-sure", f"{number}-1"),
        ("doubt", number),
        ("doubts", ""),
        ("doubts-done", 1),
        ("doubt-again", number),
        ("doubt-helpers", ""),
        ("doubts-to", signed.person(title).id),
        ("doubts-mine", ""),
    ):
        forged = sign(secret(signed.folder), where, where, Press(verb, str(subject), 0))
        assert await signed.touch(title, where, message, forged, force=True) == "此项由创建办主任办理。"
    row = doubt(signed, "4.1.2", "ranks")
    assert (row.answer, row.choice, row.asked_of) == (None, 0, None)
    await signed.say(title, "/status")
    assert "doubts" not in signed.offers(title)
    assert "口径" not in signed.text(title)


async def test_all_of_it_is_told_once(signed: Court) -> None:
    """Settling with the same reading moves nobody, and tells nobody."""
    heard = {title: len(signed.heard(title)) for title in signed.contacts()}
    await settle(signed, "4.4.3", "lead", 0)
    await settle(signed, "4.3.1", "responsible", 0)
    assert {title: len(signed.heard(title)) for title in signed.contacts()} == heard
    assert signed.rows(Outbox, kind="moved") == []
