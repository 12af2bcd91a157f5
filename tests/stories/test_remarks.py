"""批示: what a leader answers to the weekly report; 拟办, and what becomes of it."""

import json

import pytest

from db.tables import Inbox, Note, Outbox, Remark, Request, Task, Unit
from tests.beginnings import beginning
from tests.house import DIRECTOR, GUEST, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.stories.test_review import look

ENFORCER = "执行局联络员"
MONDAY = "2026-03-02 09:30"  # the first weekly report was issued half an hour before
ASKED = "请立案庭说明原因，下周五前报结果"


@beginning
async def reported(court: Court) -> int:
    """The number of the weekly report's message in the group."""
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(MONDAY)
    (row,) = [r for r in court.rows(Outbox, kind="digest", state="sent") if r.chat_id == court.group]
    assert row.message_id is not None
    return row.message_id


@beginning
async def remarked(court: Court, text: str = ASKED) -> Remark:
    report = await reported(court)
    await court.say(PRESIDENT, text, to=report, chat=court.group)
    (row,) = court.rows(Remark)
    return row


def now(court: Court, row: Remark) -> Remark:
    return court.rows(Remark, id=row.id)[0]


async def to_draft(court: Court) -> None:
    await court.say(DIRECTOR, "/tasks")
    await court.press(DIRECTOR, "remarks")
    await court.press(DIRECTOR, "remark")


@beginning
async def given(court: Court) -> Task:
    await remarked(court)
    await to_draft(court)
    await court.press(DIRECTOR, "remark-give")
    (task,) = court.rows(Task, cadence="remark")
    return task


async def test_a_remark_is_kept_word_for_word_and_the_director_finds_it_on_the_card(shipped: Court) -> None:
    row = await remarked(shipped)
    assert (row.text, row.state, row.by) == (ASKED, "proposed", shipped.person(PRESIDENT).id)
    assert shipped.text(PRESIDENT).startswith("批示已收到，创建办正在拟办。\n“请立案庭说明原因")
    assert "批示" not in shipped.text(shipped.group)
    card = next(m["text"] for m in reversed(shipped.heard(DIRECTOR)) if "待拟办" in str(m.get("text")))
    assert f"待拟办 1，院长：{ASKED}" in card
    assert len(shipped.unasked(DIRECTOR, shipped.now.date())) == 1
    await to_draft(shipped)
    text = shipped.text(DIRECTOR)
    assert text.startswith("【拟办】院长在第 1 期周报上的批示，3月2日")
    assert f"“{ASKED}”" in text
    assert "承办：立案庭（建议）" in text
    assert "期限：3月13日（周五）（建议）" in text
    assert shipped.rows(Task, cadence="remark") == []


@pytest.mark.parametrize("text", ["阅。", "已阅，很好", "同意"])
async def test_what_was_only_read_makes_no_task_and_is_answered_in_the_group_by_nothing(
    shipped: Court, text: str
) -> None:
    report = await reported(shipped)
    before = len(shipped.heard(PRESIDENT))
    assert await shipped.say(PRESIDENT, text, to=report, chat=shipped.group) == []
    assert len(shipped.heard(PRESIDENT)) == before
    (row,) = shipped.rows(Remark)
    assert (row.state, row.text) == ("read", text)
    await shipped.say(DIRECTOR, "/digest")
    assert "已阅 1 人：院长" in shipped.last(DIRECTOR)["caption"]
    await shipped.say(PRESIDENT, "/digest")
    assert "已阅" not in shipped.last(PRESIDENT)["caption"]
    await shipped.say(DIRECTOR, "/tasks")
    assert "remarks" not in shipped.offers(DIRECTOR)


async def test_a_digest_in_private_is_answered_there(shipped: Court) -> None:
    await reported(shipped)
    await shipped.say(PRESIDENT, "/digest")
    (said,) = await shipped.say(PRESIDENT, "阅", to=shipped.last(PRESIDENT)["message_id"])
    assert said == "已登记：您已圈阅第 1 期周报。"
    await shipped.say(PRESIDENT, "/digest")
    (said,) = await shipped.say(PRESIDENT, ASKED, to=shipped.last(PRESIDENT)["message_id"])
    assert said.startswith("批示已收到")
    assert [row.state for row in shipped.rows(Remark)] == ["read", "proposed"]


async def test_of_other_words_in_the_group_nothing_is_kept(shipped: Court) -> None:
    report = await reported(shipped)
    heard = len(shipped.heard(shipped.group))
    await shipped.say(PRESIDENT, "下午的会改到三点，各位注意", chat=shipped.group)
    await shipped.say(REGISTRAR_HEAD, "我们庭的数据马上补上", to=report, chat=shipped.group)
    await shipped.say(OFFICER, "收到，同意院长意见", to=report, chat=shipped.group)
    await shipped.say(GUEST, "我也说一句", to=report, chat=shipped.group)
    assert len(shipped.heard(shipped.group)) == heard
    assert shipped.rows(Remark) == []
    assert shipped.rows(Note) == []
    kept = json.dumps([row.raw for row in shipped.rows(Inbox)], ensure_ascii=False)
    for words in ("下午的会", "马上补上", "同意院长", "说一句"):
        assert words not in kept


async def test_the_director_chooses_another_department_and_another_limit(shipped: Court) -> None:
    row = await remarked(shipped, "这件事要抓紧研究")
    await to_draft(shipped)
    assert "承办：待定\n期限：待定" in shipped.text(DIRECTOR)
    assert "remark-give" not in shipped.offers(DIRECTOR)
    unit = shipped.posts(REGISTRAR)[0].unit_id
    await shipped.press(DIRECTOR, "remark-unit", f"{row.id}-{unit}")
    assert "承办：立案庭\n" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "remark-days", f"{row.id}-5")
    assert "期限：3月9日（周一）" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "remark-day")
    (said,) = await shipped.say(DIRECTOR, "看情况吧")
    assert said.startswith("未能读出确定的日期。")
    (said,) = await shipped.say(DIRECTOR, "2月20日")
    assert said.startswith(("期限须在今天之后。", "未能读出确定的日期。"))
    (said,) = await shipped.say(DIRECTOR, "3月20日前")
    assert "期限：3月20日（周五）" in said
    await shipped.press(DIRECTOR, "remark")
    await shipped.press(DIRECTOR, "remark-give")
    (task,) = shipped.rows(Task, cadence="remark")
    assert (task.unit_id, task.due.isoformat(), task.title) == (unit, "2026-03-20", "批示事项：这件事要抓紧研究")


async def test_its_task_has_a_life_of_its_own_and_the_leader_reads_how_far_it_is(shipped: Court) -> None:
    task = await given(shipped)
    assert "批示已交办：立案庭，3月13日（周五）前办结。" in shipped.text(PRESIDENT)
    assert shipped.text(DIRECTOR).endswith("已交办：立案庭，3月13日（周五）前办结。")
    await shipped.until("2026-03-03 09:30")
    await shipped.press(REGISTRAR, "task", task.id)
    assert f"原话：“{ASKED}”" in shipped.text(REGISTRAR)
    await shipped.press(REGISTRAR, "answer", task.id)
    await shipped.say(REGISTRAR, "已组织复盘，原因是二月工作日少，三月起逐周通报。")
    await shipped.press(REGISTRAR, "file", task.id)
    assert shipped.rows(Task, id=task.id)[0].step == "confirming"
    await look(shipped, REGISTRAR_HEAD, task, "confirm")
    await shipped.press(REGISTRAR_HEAD, "accept")
    assert shipped.text(PRESIDENT).startswith("批示事项：立案庭已报送办理情况，待审核。")
    await look(shipped, DIRECTOR, task, "review")
    await shipped.press(DIRECTOR, "accept")
    told = shipped.text(PRESIDENT)
    assert told.startswith("批示事项已办结：立案庭，3月3日")
    assert "办理情况：已组织复盘" in told
    assert len(shipped.unasked(PRESIDENT, shipped.now.date())) <= 1


async def test_a_remark_that_names_two_departments_is_given_to_both(shipped: Court) -> None:
    row = await remarked(shipped, "请立案庭、执行局抓紧补报，下周五前报结果")
    await to_draft(shipped)
    assert "承办：立案庭、执行局（建议）" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "remark-give")
    assert shipped.text(DIRECTOR).startswith(f"院长批示：“{row.text}”\n已交办：立案庭、执行局，")
    assert "批示已交办：立案庭、执行局，3月13日（周五）前办结。" in shipped.text(PRESIDENT)
    first, second = shipped.rows(Task, cadence="remark")
    assert [shipped.rows(Unit, id=task.unit_id)[0].name for task in (first, second)] == ["立案庭", "执行局"]
    await shipped.until("2026-03-03 09:30")
    await shipped.press(ENFORCER, "task", second.id)
    assert f"原话：“{row.text}”" in shipped.text(ENFORCER)
    await shipped.press(REGISTRAR, "task", first.id)
    await shipped.press(REGISTRAR, "answer", first.id)
    await shipped.say(REGISTRAR, "已全部补报。")
    await shipped.press(REGISTRAR, "file", first.id)
    await look(shipped, REGISTRAR_HEAD, first, "confirm")
    await shipped.press(REGISTRAR_HEAD, "accept")
    await look(shipped, DIRECTOR, first, "review")
    await shipped.press(DIRECTOR, "accept")
    told = shipped.text(PRESIDENT)
    assert told.startswith("批示已交办：执行局，3月13日（周五）前办结。\n批示事项已办结：立案庭，3月3日")
    assert told.endswith("立案庭办理情况：已全部补报。")


async def test_the_director_adds_a_department(shipped: Court) -> None:
    row = await remarked(shipped)
    await to_draft(shipped)
    await shipped.press(DIRECTOR, "remark-more")
    (unit,) = shipped.rows(Unit, name="执行局")
    await shipped.press(DIRECTOR, "remark-add", f"{row.id}-{unit.id}")
    assert "承办：立案庭、执行局\n" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "remark-give")
    assert len(shipped.rows(Task, cadence="remark")) == 2


async def test_read_only_needs_a_reason_and_the_leader_reads_it(shipped: Court) -> None:
    row = await remarked(shipped)
    await to_draft(shipped)
    await shipped.press(DIRECTOR, "remark-drop")
    (said,) = await shipped.say(DIRECTOR, "。")
    assert said.startswith("未写明理由，仍待拟办。")
    assert now(shipped, row).state == "proposed"
    await shipped.say(DIRECTOR, "院务会上已经布置")
    assert (now(shipped, row).state, now(shipped, row).reason) == ("dropped", "院务会上已经布置")
    assert "批示已按阅知登记。理由：院务会上已经布置" in shipped.text(PRESIDENT)
    assert shipped.rows(Task, cadence="remark") == []


async def test_stale_and_foreign_presses_change_nothing(shipped: Court) -> None:
    row = await remarked(shipped)
    await to_draft(shipped)
    number, give = shipped.button(shipped.id(DIRECTOR), "remark-give")
    await shipped.press(DIRECTOR, "remark-days", f"{row.id}-3")
    toast = await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), number, give, force=True)
    assert toast == "这张卡片已有变化，现已更新。"
    assert now(shipped, row).state == "proposed"
    _, fresh = shipped.button(shipped.id(DIRECTOR), "remark-give")
    await shipped.say(REGISTRAR, "/help")
    where = shipped.last(REGISTRAR)["message_id"]
    await shipped.touch(REGISTRAR, shipped.id(REGISTRAR), where, fresh, force=True)
    assert now(shipped, row).state == "proposed"
    await shipped.press(DIRECTOR, "remark-give")
    assert await shipped.touch(DIRECTOR, shipped.id(DIRECTOR), number, fresh, force=True) == toast
    assert len(shipped.rows(Task, cadence="remark")) == 1


async def test_what_waits_is_on_the_card_of_the_next_day_again(shipped: Court) -> None:
    await remarked(shipped)
    for day in (3, 4):
        await shipped.until(f"2026-03-0{day} 09:30")
        (card,) = shipped.unasked(DIRECTOR, shipped.now.date())
        assert "待拟办 1" in str((card.params or {})["text"])


async def test_a_remark_that_its_leader_changes_says_what_it_says_now(shipped: Court) -> None:
    row = await remarked(shipped)
    shipped.telegram.edits(shipped.id(PRESIDENT), shipped.group, row.message_id, "请执行局说明原因")
    await shipped.quiet()
    assert now(shipped, row).text == "请执行局说明原因"
    await to_draft(shipped)
    assert "承办：执行局" in shipped.text(DIRECTOR)
    await shipped.press(DIRECTOR, "remark-days", f"{row.id}-3")
    await shipped.press(DIRECTOR, "remark-give")
    shipped.telegram.edits(shipped.id(PRESIDENT), shipped.group, row.message_id, "不用了")
    await shipped.quiet()
    assert now(shipped, row).text == "请执行局说明原因"
    assert "这条批示已经办理。" in shipped.text(PRESIDENT)


async def test_what_is_begun_is_dropped_by_its_button(shipped: Court) -> None:
    row = await remarked(shipped)
    await to_draft(shipped)
    await shipped.press(DIRECTOR, "remark-drop")
    await shipped.press(DIRECTOR, "drop-request")
    assert [r.state for r in shipped.rows(Request)] == ["dropped"]
    assert now(shipped, row).state == "proposed"
