"""Groups of departments: confirmed by the director, changed from a day on, what they were given follows."""

from datetime import date

from db.tables import Assignment, Audit, Doubt, Indicator, Member, Receipt, Task, Unit
from tests.house import CIVIL, DIRECTOR, POLITICAL, REGISTRAR, Court
from tests.messages import buttons, words

SOUTH, ANTING = "南翔法庭联络员", "安亭法庭联络员"
TODAY = date(2026, 2, 26)


def unit_id(court: Court, name: str) -> int:
    (row,) = court.rows(Unit, name=name)
    return row.id


async def opened(court: Court, name: str) -> None:
    """The director looks at a group."""
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "groups")
    await court.press(DIRECTOR, "group", unit_id(court, name))


async def change(court: Court, verb: str, group: str, *names: str) -> list[str | None]:
    """Presses departments on the page of a group's members; the toasts."""
    await opened(court, group)
    await court.press(DIRECTOR, "members")
    return [await court.press(DIRECTOR, verb, f"{unit_id(court, group)}-{unit_id(court, name)}") for name in names]


def given(court: Court, group: str, part: str | None = None) -> set[int]:
    """The assignments of a group."""
    rows = court.rows(Assignment, unit_id=unit_id(court, group))
    return {row.id for row in rows if part in (None, row.part)}


def has(court: Court, name: str) -> dict[int, Receipt]:
    """What a department has been given and has still, by assignment."""
    return {row.assignment_id: row for row in court.rows(Receipt, unit_id=unit_id(court, name), ended_on=None)}


async def test_the_groups_are_listed_and_wait_to_be_confirmed(filled: Court) -> None:
    await filled.say(DIRECTOR, "/people")
    await filled.press(DIRECTOR, "groups")
    text = filled.text(DIRECTOR)
    for line in ("各部门，15 个部门，待确认", "派出法庭，4 个部门，待确认", "各支部，0 个部门，待确认"):
        assert line in text
    await filled.press(DIRECTOR, "group", unit_id(filled, "派出法庭"))
    text = filled.text(DIRECTOR)
    assert "成员 4 个部门：南翔法庭、安亭法庭、嘉北法庭、嘉中法庭" in text
    assert "牵头：4.5.1、4.5.2" in text
    assert "召集人：南翔法庭" in text
    assert text.endswith("名单待确认。")


async def test_a_group_is_confirmed_by_name_and_moment_and_a_change_asks_for_it_again(filled: Court) -> None:
    await opened(filled, "派出法庭")
    assert await filled.press(DIRECTOR, "group-confirm") == "已确认。"
    assert filled.text(DIRECTOR).endswith("名单已由创建办主任确认（2月26日 09:00）。")
    assert "group-confirm" not in filled.offers(DIRECTOR)
    (row,) = [row for row in filled.rows(Audit) if row.verb == "confirm group"]
    assert (row.person_id, len(row.data["members"])) == (filled.person(DIRECTOR).id, 4)
    await change(filled, "member-out", "派出法庭", "嘉中法庭")
    await opened(filled, "派出法庭")
    assert filled.text(DIRECTOR).endswith("名单待确认。")


async def test_an_empty_group_cannot_be_confirmed(filled: Court) -> None:
    await opened(filled, "各支部")
    assert "尚无成员部门。" in filled.text(DIRECTOR)
    assert "convenors" not in filled.offers(DIRECTOR)
    refusal = "该群组尚无成员部门，请先增加部门，再作确认。"
    assert await filled.press(DIRECTOR, "group-confirm") == refusal
    assert filled.rows(Unit, name="各支部")[0].confirmed_at is None
    await change(filled, "member-in", "各支部", "立案庭", "民事审判庭")
    await opened(filled, "各支部")
    assert "成员 2 个部门：立案庭、民事审判庭" in filled.text(DIRECTOR)
    assert await filled.press(DIRECTOR, "group-confirm") == "已确认。"
    assert [(row.since, row.until) for row in filled.rows(Member, group_id=unit_id(filled, "各支部"))] == [
        (TODAY, None),
        (TODAY, None),
    ]


async def test_a_convenor_stays_until_another_is_chosen(filled: Court) -> None:
    (toast,) = await change(filled, "member-out", "派出法庭", "南翔法庭")
    assert toast == "该部门现为召集人，请先选定其他部门召集，再作移出。"
    await opened(filled, "派出法庭")
    await filled.press(DIRECTOR, "convenors")
    assert "现为南翔法庭" in filled.text(DIRECTOR)
    court = unit_id(filled, "派出法庭")
    await filled.press(DIRECTOR, "convenor", f"{court}-{unit_id(filled, '安亭法庭')}")
    assert "召集人：安亭法庭" in filled.text(DIRECTOR)
    assert await change(filled, "member-out", "派出法庭", "南翔法庭") == [None]
    await opened(filled, "派出法庭")
    assert "成员 3 个部门：安亭法庭、嘉北法庭、嘉中法庭" in filled.text(DIRECTOR)
    # as of an earlier day the old one convened
    rows = filled.rows(Member, group_id=court, convenor=True)
    assert [(row.unit_id, row.until) for row in rows] == [
        (unit_id(filled, "南翔法庭"), TODAY),
        (unit_id(filled, "安亭法庭"), None),
    ]


async def test_a_new_convenor_is_given_what_the_group_leads_and_the_old_one_has_it_no_more(signed: Court) -> None:
    leads = given(signed, "派出法庭", "lead")
    assert leads <= set(has(signed, "南翔法庭"))
    assert not leads & set(has(signed, "安亭法庭"))
    await opened(signed, "派出法庭")
    await signed.press(DIRECTOR, "convenors")
    await signed.press(DIRECTOR, "convenor", f"{unit_id(signed, '派出法庭')}-{unit_id(signed, '安亭法庭')}")
    assert leads <= set(has(signed, "安亭法庭"))
    assert not leads & set(has(signed, "南翔法庭"))
    await signed.until("2026-02-27 09:30")  # on the next card
    assert f"牵头 {len(leads)} 项" in signed.text(ANTING)
    await signed.sign(ANTING)
    assert all(has(signed, "安亭法庭")[number].signed_at for number in leads)
    assert "sign-all" not in signed.offers(SOUTH)
    # what the notice left open is answered by it, and both are told
    answered = [row for row in signed.rows(Doubt) if any("convenor" in effect for effect in row.effects)]
    assert {row.answer for row in answered} == {"由安亭法庭召集"}
    assert "安亭法庭牵头，南翔法庭不再牵头" in "".join(words(message) for message in signed.heard(SOUTH))


async def test_a_department_that_joins_gets_receipts_and_is_asked_to_sign(signed: Court) -> None:
    assert not [task for task in signed.tasks(POLITICAL) if (task.form, task.state) == ("signing", "open")]
    await change(signed, "member-in", "各业务部门", "政治部")
    joined = given(signed, "各业务部门")
    assert joined
    assert joined <= set(has(signed, "政治部"))
    assert [has(signed, "政治部")[number].signed_at for number in joined] == [None] * len(joined)
    assert len([task for task in signed.tasks(POLITICAL) if (task.form, task.state) == ("signing", "open")]) == 1
    await signed.beat()
    assert f"已签收 {len(has(signed, '政治部')) - len(joined)} 项" in signed.text(POLITICAL)
    await signed.sign(POLITICAL)
    assert all(row.signed_at for row in has(signed, "政治部").values())


async def test_nothing_is_given_before_the_notice_is(filled: Court) -> None:
    await change(filled, "member-in", "各业务部门", "政治部")
    assert filled.rows(Receipt) == []
    await filled.give()
    assert given(filled, "各业务部门") <= set(has(filled, "政治部"))


async def test_whoever_leaves_keeps_what_was_due_before_and_is_asked_for_nothing_new(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")  # February fell due on the 4th
    february = signed.task(CIVIL, "2026-02")
    assert february.state == "open"
    (filing,) = given(signed, "各部门", "files")
    await change(signed, "member-out", "各部门", "民事审判庭")
    assert signed.task(CIVIL, "2026-02").state == "open"
    assert filing not in has(signed, "民事审判庭")
    await signed.until("2026-04-02 10:00")
    assert [task.period for task in signed.tasks(CIVIL) if task.form == "roll-call"] == ["2026-02"]
    assert [task.period for task in signed.tasks(REGISTRAR) if task.form == "roll-call"] == ["2026-02", "2026-03"]


async def test_what_is_not_yet_due_is_withdrawn_and_its_card_says_so(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    card = signed.last(CIVIL)
    fill = next(data for verb, _, data in buttons(card) if verb == "fill")
    await change(signed, "member-out", "各部门", "民事审判庭")
    assert signed.task(CIVIL, "2026-02").state == "withdrawn"
    (now,) = (message for message in signed.heard(CIVIL) if message["message_id"] == card["message_id"])
    assert words(now) == "民事审判庭：2月“三个规定”月报告已调整，不再需要报送。"
    toast = await signed.touch(CIVIL, signed.id(CIVIL), card["message_id"], fill, force=True)
    assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    assert signed.task(CIVIL, "2026-02").state == "withdrawn"
    await signed.say(CIVIL, "/tasks")
    assert "月报告" not in signed.text(CIVIL)
    heard = len(signed.heard(CIVIL))
    await signed.until("2026-03-13 18:00")
    assert not [text for text in map(words, signed.heard(CIVIL)[heard:]) if "2月" in text]


async def test_a_slip_of_the_finger_is_undone_on_the_same_day(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    before = {number: row.signed_at for number, row in has(signed, "民事审判庭").items()}
    await change(signed, "member-out", "各部门", "民事审判庭")
    assert set(has(signed, "民事审判庭")) < set(before)
    await change(signed, "member-in", "各部门", "民事审判庭")
    assert {number: row.signed_at for number, row in has(signed, "民事审判庭").items()} == before
    assert signed.task(CIVIL, "2026-02").state == "open"
    await signed.press(CIVIL, "fill")
    await signed.say(CIVIL, "应填20人，已填20人，没有记录")
    await signed.press(CIVIL, "file")
    assert signed.task(CIVIL, "2026-02").state == "filed"


async def test_whoever_joins_later_owes_nothing_of_what_was_due_before(signed: Court) -> None:
    await change(signed, "member-out", "各部门", "民事审判庭")
    await signed.until("2026-04-09 10:00")  # February and March are past
    await change(signed, "member-in", "各部门", "民事审判庭")
    await signed.beat()
    assert [task for task in signed.tasks(CIVIL) if task.form == "roll-call"] == []
    await signed.until("2026-05-06 10:00")
    assert [task.period for task in signed.tasks(CIVIL) if task.form == "roll-call"] == ["2026-04"]
    assert [task.period for task in signed.rows(Task, form="roll-call", unit_id=unit_id(signed, "立案庭"))] == [
        "2026-02",
        "2026-03",
        "2026-04",
    ]


async def test_what_a_group_is_named_in_is_what_its_assignments_are(filled: Court) -> None:
    await filled.give()
    await opened(filled, "各部门")
    codes = {row.id: row.code for row in filled.rows(Indicator)}
    rows = filled.rows(Assignment, unit_id=unit_id(filled, "各部门"))
    text = filled.text(DIRECTOR)
    assert [row for row in rows if codes[row.indicator_id] not in text] == []
    assert "填报：2.1.1" in text
