"""A doubtful place that names departments: what its answer moves, and who hears of it."""

import pytest

from db.queries import notices
from db.tables import Assignment, Audit, Member, Receipt, Report, Task
from services import planning
from services.office import Office
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_doubts import (
    ANTING,
    NANXIANG,
    RETRIAL,
    doubt,
    go_to,
    holders,
    indicator,
    settle,
    unit,
)

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
    await signed.until("2026-02-27 09:30")  # the card of the day was the signing
    (civil,) = [words(message) for message in signed.heard(CIVIL)[heard[CIVIL] :]]
    assert "【交办】4.4.3 核心价值观媒体宣传：改由民事审判庭牵头，请签收。" in civil
    assert signed.text(RETRIAL) == "【通知】4.4.3 核心价值观媒体宣传：改由民事审判庭牵头，审判监督庭不再牵头。"
    assert len(signed.heard(REGISTRAR)) == heard[REGISTRAR]
    # what is new is signed for on the same card; what was signed for stays so
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
    await signed.until("2026-02-27 09:05")
    assert "【交办】4.3.1 审结涉未成年人典型案件：增列南翔法庭为责任部门，请签收。" in signed.text(NANXIANG)
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
    await signed.until("2026-02-27 09:05")
    assert "不再列为责任部门" in signed.text(REGISTRAR)


async def test_who_convenes_a_group_leads_everything_that_it_leads(signed: Court) -> None:
    await settle(signed, "4.5.1", "lead", 1)
    convenors = {row.unit_id for row in signed.rows(Member, convenor=True, until=None)}
    assert convenors == {unit(signed, ANTING)}
    for code in ("4.5.1", "4.5.2"):
        assert holders(signed, code, "lead") == ["安亭法庭"]
        assert doubt(signed, code, "lead").answer == "由安亭法庭召集"
    await signed.until("2026-02-27 09:05")
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
    await signed.until("2026-03-02 09:05")
    assert "随同移交未办事项 1 项。" in "".join(map(words, signed.heard(CIVIL)))
    assert "未办事项 1 项已一并移交。" in "".join(map(words, signed.heard(RETRIAL)))
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
