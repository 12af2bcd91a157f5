"""台账: the registers of the notice, told in chat, shown before they count, corrected by version, removed, linked."""

from datetime import date, timedelta

from catalogue import registers
from db.tables import Counts, Entry, Inbox, Request, Task
from services.office import Office
from tests.house import (
    CIVIL,
    INSPECTION,
    OFFICER,
    PARTY,
    POLITICAL,
    REGISTRAR,
    REGISTRAR_HEAD,
    Court,
)
from tests.stories.test_readings import task

SHELF = registers.load("jiading-2022")
CRIMINAL = "刑事审判庭联络员"
ENFORCEMENT = "执行局联络员"
COURT_OFFICE = "办公室联络员"
INSPECTOR = "派驻组组长"  # a leader who sits for a body that is none of the court's
LINE = "登记宣传 2月20日 嘉定报 四级 法官讲民法典进社区 核心价值观"
KEEPERS = {
    "各部门": REGISTRAR, "各业务部门": REGISTRAR, "派出法庭": "南翔法庭联络员", "office": OFFICER, "政治部": POLITICAL,
    "派驻组": INSPECTION, "机关党委": PARTY, "立案庭": REGISTRAR, "刑事审判庭": CRIMINAL, "执行局": ENFORCEMENT,
}  # fmt: skip


async def entered(court: Court, title: str, line: str) -> Entry:
    await court.say(title, line)
    await court.press(title, "entry-keep")
    return court.rows(Entry)[-1]


async def test_one_line_is_understood_shown_and_counts_after_a_press(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    text = signed.text(REGISTRAR)
    assert text.startswith(
        "请核对：宣传，立案庭\n日期：2026年2月20日\n媒体：嘉定报\n级别：地方\n标题：法官讲民法典进社区\n"
    )
    assert "登记后计入：核心价值观媒体宣传（4.4.3）" in text
    assert signed.rows(Entry) == []
    assert await signed.press(REGISTRAR, "entry-keep") == "已登记。"
    (entry,) = signed.rows(Entry)
    assert (entry.register_key, entry.title, entry.on_date) == ("publicity", "法官讲民法典进社区", date(2026, 2, 20))
    assert (entry.version, entry.state, entry.report_id, entry.data["级别"]) == (1, "kept", None, "地方")
    assert signed.rows(Request)[-1].state == "granted"


async def test_what_is_missing_is_asked_column_by_column(signed: Court) -> None:
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "registers")
    await signed.press(REGISTRAR, "register", "publicity-1")
    assert signed.text(REGISTRAR).startswith("【台账】宣传　2026年 0 条")
    await signed.press(REGISTRAR, "entry-add")
    assert "可以一行写完：日期、媒体、级别、标题、主题" in signed.text(REGISTRAR)
    assert "请回复日期，例如：11月18日。" in signed.text(REGISTRAR)
    assert "请写明具体日期" in (await signed.say(REGISTRAR, "上月底"))[0]
    assert "这一天还没有到" in (await signed.say(REGISTRAR, "明天"))[0]
    assert "请回复媒体。" in (await signed.say(REGISTRAR, "2月20日"))[0]
    await signed.say(REGISTRAR, "上海法治报")
    assert "级别：请选择。" in signed.text(REGISTRAR)
    (request,) = signed.rows(Request, state="draft")
    await signed.press(REGISTRAR, "entry-choose", f"{request.id}-2-1")
    assert "请回复标题。" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "三八节前夕，女法官走进社区")
    await signed.press(REGISTRAR, "entry-choose", f"{request.id}-4-5")
    assert signed.text(REGISTRAR).startswith("请核对：")
    await signed.press(REGISTRAR, "entry-keep")
    (entry,) = signed.rows(Entry)
    assert entry.data == {
        "日期": "2026-02-20", "媒体": "上海法治报", "级别": "省级", "标题": "三八节前夕，女法官走进社区", "主题": "其他"
    }  # fmt: skip


async def test_a_part_is_changed_before_it_counts(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    await signed.press(REGISTRAR, "entry-change")
    assert "请选择要修改的一栏" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "entry-ask", f"{signed.rows(Request)[0].id}-3")
    await signed.say(REGISTRAR, "民法典宣讲")
    assert "标题：民法典宣讲" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "级别：省级")
    assert "级别：省级" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "entry-keep")
    assert [(e.title, e.data["级别"]) for e in signed.rows(Entry)] == [("民法典宣讲", "省级")]


async def test_what_belongs_in_no_column_is_said_back(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    answer = await signed.say(REGISTRAR, "反响很好")
    assert "未归入任何一栏：反响很好" in answer[0]
    assert await signed.press(REGISTRAR, "entry-drop") == "未作改动。"
    assert signed.rows(Entry) == []
    assert signed.rows(Request)[-1].state == "dropped"


async def test_a_stale_or_foreign_press_changes_nothing(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    card = signed.last(REGISTRAR)
    await signed.say(REGISTRAR, "级别：省级")
    assert await signed.press(REGISTRAR, "entry-keep", on=card) == "这张卡片已有变化，现已更新。"
    number, data = signed.button(signed.id(REGISTRAR), "entry-keep")
    assert await signed.touch(CIVIL, signed.id(CIVIL), signed.last(CIVIL)["message_id"], data, force=True) is not None
    assert signed.rows(Entry) == []
    assert number


async def test_the_same_thing_is_entered_once(signed: Court) -> None:
    await entered(signed, REGISTRAR, LINE)
    await signed.say(REGISTRAR, LINE)
    assert await signed.press(REGISTRAR, "entry-keep") == "同一天、同一标题已经登记过。"
    assert len(signed.rows(Entry)) == 1


async def test_a_correction_is_a_version_and_the_older_one_is_shown(signed: Court) -> None:
    first = await entered(signed, REGISTRAR, LINE)
    await signed.press(REGISTRAR, "entry-correct", first.id)
    await signed.say(REGISTRAR, "级别：省级")
    assert "更正第 1 版，原版留存。" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "entry-keep")
    old, new = signed.rows(Entry)
    assert (new.version, new.replaces, new.data["级别"], old.data["级别"]) == (2, old.id, "省级", "地方")
    assert "第 2 版" in signed.text(REGISTRAR)
    assert "级别 地方 → 省级" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "台账 宣传")
    assert signed.text(REGISTRAR).startswith("【台账】宣传　2026年 1 条")


async def test_a_correction_of_what_was_corrected_meanwhile_is_refused(signed: Court) -> None:
    first = await entered(signed, REGISTRAR, LINE)
    card = signed.last(REGISTRAR)
    await signed.press(REGISTRAR, "entry-correct", first.id)
    await signed.say(REGISTRAR, "级别：省级")
    await signed.press(REGISTRAR, "entry-keep")
    assert await signed.press(REGISTRAR, "entry-correct", first.id, on=card) == "这张卡片已有变化，现已更新。"
    assert len(signed.rows(Entry)) == 2


async def test_of_two_who_correct_at_once_the_second_is_told_and_changes_nothing(signed: Court) -> None:
    entry = await entered(signed, REGISTRAR, LINE)
    await signed.say(REGISTRAR_HEAD, "台账 宣传")
    await signed.press(REGISTRAR_HEAD, "entry", entry.id)
    await signed.press(REGISTRAR_HEAD, "entry-correct", entry.id)
    await signed.say(REGISTRAR_HEAD, "级别：中央")
    await signed.press(REGISTRAR, "entry-correct", entry.id)
    await signed.say(REGISTRAR, "级别：省级")
    await signed.press(REGISTRAR, "entry-keep")
    assert await signed.press(REGISTRAR_HEAD, "entry-keep") == "这张卡片已有变化，现已更新。"
    assert [row.data["级别"] for row in signed.rows(Entry)] == ["地方", "省级"]


async def test_a_removal_needs_a_reason_and_stays_on_record(signed: Court) -> None:
    entry = await entered(signed, REGISTRAR, LINE)
    await signed.press(REGISTRAR, "entry-remove", entry.id)
    assert "撤下的原因：请选择，或者用一句话回复。" in signed.text(REGISTRAR)
    assert "entry-gone" not in signed.offers(REGISTRAR)
    said = await signed.say(REGISTRAR, "报道后来撤稿" * 51)
    assert said[0] == "请控制在300字以内。"
    assert "entry-gone" not in signed.offers(REGISTRAR)
    await signed.say(REGISTRAR, "报道后来撤稿")
    assert signed.rows(Entry)[0].state == "kept"
    await signed.press(REGISTRAR, "entry-gone")
    (entry,) = signed.rows(Entry)
    assert (entry.state, entry.reason) == ("removed", "报道后来撤稿")
    assert "已撤下：报道后来撤稿" in signed.text(REGISTRAR)
    assert "entry-correct" not in signed.offers(REGISTRAR)
    await signed.say(REGISTRAR, "宣传台账")
    assert "2026年 0 条" in signed.text(REGISTRAR)


async def test_a_removal_that_was_begun_changes_nothing_until_it_is_confirmed(signed: Court) -> None:
    entry = await entered(signed, REGISTRAR, LINE)
    await signed.press(REGISTRAR, "entry-remove", entry.id)
    await signed.press(REGISTRAR, "entry-reason", f"{signed.rows(Request)[-1].id}-0")
    assert "原因：重复登记" in signed.text(REGISTRAR)
    assert await signed.press(REGISTRAR, "entry-drop") == "未作改动。"
    assert signed.rows(Entry)[0].state == "kept"
    assert "entry-correct" in signed.offers(REGISTRAR)


async def test_words_of_a_removal_are_not_kept_where_counts_alone_are(signed: Court) -> None:
    entry = await entered(signed, INSPECTION, "登记干预记录 2月20日 2条")
    await signed.press(INSPECTION, "entry-remove", entry.id)
    assert "撤下的原因：请选择（此处不收文字）。" in signed.text(INSPECTION)
    answers = await signed.say(INSPECTION, "记错了，其中一条是某庭长打招呼")
    assert answers[0].startswith("这条消息没有保存")
    assert "打招呼" not in str([row.raw for row in signed.rows(Inbox)])
    await signed.press(INSPECTION, "entry-reason", f"{signed.rows(Request)[-1].id}-1")
    await signed.press(INSPECTION, "entry-gone")
    assert [(row.state, row.reason) for row in signed.rows(Entry)] == [("removed", "数字有误")]


async def test_taking_back_drops_what_is_being_told_and_nothing_else(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    assert await signed.say(REGISTRAR, "取消") == ["未作改动。"]
    assert signed.rows(Request)[-1].state == "dropped"


async def test_a_changed_message_is_told_anew(signed: Court) -> None:
    await signed.say(REGISTRAR, LINE)
    mine = [m for m in signed.telegram.messages(signed.id(REGISTRAR)) if m.get("text") == LINE]
    signed.telegram.edits(signed.id(REGISTRAR), signed.id(REGISTRAR), mine[-1]["message_id"], f"{LINE}人")
    await signed.quiet()
    assert len(signed.rows(Request, state="draft")) == 1
    assert signed.text(REGISTRAR).startswith(("请核对：宣传", "【登记】宣传"))


async def test_one_thing_at_a_time_is_told_and_the_last_card_is_the_one_that_is_answered(signed: Court) -> None:
    await signed.say(REGISTRAR, "登记宣传")
    await signed.say(REGISTRAR, "登记急难愁盼 2月20日 网上缴费不便 立案")
    drafts = signed.rows(Request)
    assert [(row.subject, row.state) for row in drafts] == [("publicity", "dropped"), ("urgent", "draft")]
    assert await signed.press(REGISTRAR, "entry-choose", f"{drafts[1].id}-3-0") is None
    assert "已解决：是" in signed.text(REGISTRAR)


async def test_what_was_closed_for_good_is_not_changed_by_an_entry(whole: Court) -> None:
    await whole.give()
    await whole.sign(CRIMINAL)
    await whole.until("2026-03-02 10:00")
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    line = "登记典型案件 2月{}日 重大案件之{}审结 大要案 https://court.example/{}"
    entry = await entered(whole, CRIMINAL, line.format(3, "一", 1))
    await entered(whole, CRIMINAL, line.format(10, "二", 2))
    assert whole.rows(Task, id=row.id)[0].state == "filed"
    await whole.use(lambda office: _lock(office, row.id))
    await whole.say(CRIMINAL, "台账 典型案件")
    await whole.press(CRIMINAL, "entry", entry.id)
    refused = "本期已锁定，不能更正。已告知创建办，请与其联系。"
    for verb in ("entry-correct", "entry-remove"):
        assert await whole.press(CRIMINAL, verb, entry.id) == refused
    await whole.say(CRIMINAL, line.format(12, "三", 3))
    await whole.press(CRIMINAL, "entry-keep")
    assert len(whole.rows(Entry)) == 3
    assert whole.rows(Counts, entry_id=whole.rows(Entry)[-1].id) == []  # on the register, and nothing more


def _lock(office: Office, task_id: int) -> None:
    office.session.get_one(Task, task_id).locks = office.today - timedelta(days=1)


async def test_entries_of_the_year_before_stay_on_the_page_and_count_no_more(signed: Court) -> None:
    await entered(signed, REGISTRAR, "登记宣传 2025年12月20日 嘉定报 四级 年终普法 其他")
    await entered(signed, REGISTRAR, LINE)
    await signed.say(REGISTRAR, "台账 宣传")
    head, *entries = signed.text(REGISTRAR).split("\n")
    assert head == "【台账】宣传　2026年 1 条"
    assert entries == ["① 2月20日，法官讲民法典进社区", "② 2025年12月20日，年终普法"]
