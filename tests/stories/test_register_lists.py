"""台账: the registers of the notice, told in chat, shown before they count, corrected by version, removed, linked."""

from datetime import date, timedelta

import pytest

from catalogue import registers
from db.tables import Audit, Counts, Entry, Inbox, Request, Requirement, Task
from domain.board import Light
from domain.registers import Column, Register
from services import judging, lights
from services.office import Office
from tests.house import (
    CIVIL,
    DIRECTOR,
    INSPECTION,
    OFFICER,
    PARTY,
    POLITICAL,
    PRESIDENT,
    REGISTRAR,
    REGISTRAR_HEAD,
    Court,
)
from tests.stories.test_readings import task, why

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


# what an entry counts toward


async def test_an_entry_counts_and_stands_by_its_link_or_its_file(whole: Court) -> None:
    await whole.give()
    await whole.sign(CRIMINAL)
    await whole.until("2026-03-02 10:00")
    row = task(whole, CRIMINAL, "4.1.1", "2026", "register")
    entry = await entered(whole, CRIMINAL, "登记典型案件 2月3日 公众关注的重大案件审结 大要案 https://court.example/1")
    (counts,) = whole.rows(Counts, entry_id=entry.id)
    assert whole.rows(Requirement, id=counts.requirement_id)[0].name == "年审结高关注刑事大要案"
    assert whole.rows(Task, id=row.id)[0].state == "open"
    entry = await entered(whole, CRIMINAL, "登记典型案件 2月10日 另一重大案件审结 大要案")
    assert whole.rows(Task, id=row.id)[0].state == "filed"
    assert "佐证：尚缺" in whole.text(CRIMINAL)
    assert (await why(whole, "4.1.1", 1)).split("\n")[0].endswith("待佐证")
    assert await whole.use(lambda office: _lights(office, row.id)) == (Light.GOOD, Light.BAD, Light.LATE)
    card = next(m for m in reversed(whole.heard(CRIMINAL)) if "佐证：尚缺" in str(m))
    await whole.send(CRIMINAL, "裁判文书.pdf", b"judgment", reply_to=card["message_id"])
    assert "佐证：1 个文件" in whole.text(CRIMINAL)
    shown = await why(whole, "4.1.1", 1)
    assert shown.split("\n")[0].endswith("现为 2 件　达标")
    assert await whole.use(lambda office: _lights(office, row.id)) == (Light.GOOD, Light.GOOD, Light.GOOD)
    # one less opens the year again
    await whole.say(CRIMINAL, "台账 典型案件")
    await whole.press(CRIMINAL, "entry", entry.id)
    await whole.press(CRIMINAL, "entry-remove", entry.id)
    await whole.say(CRIMINAL, "重复登记")
    await whole.press(CRIMINAL, "entry-gone")
    assert whole.rows(Task, id=row.id)[0].state == "open"
    assert "待数据" in (await why(whole, "4.1.1", 1)).split("\n")[0]


def _lights(office: Office, task_id: int) -> tuple[Light, ...]:
    """On time, proven, meets the target: of this task alone."""
    sight = lights.Sight(office, None, judging.all_of_them(office))
    (part,) = (one for one in lights.parts(sight, lights.units(office)) if one.task.id == task_id)
    return part.lights


async def test_an_entry_that_fits_several_is_linked_to_several_and_sums_say_so(whole: Court) -> None:
    await whole.give()
    await whole.sign(CRIMINAL)
    await whole.until("2026-03-02 10:00")
    entry = await entered(
        whole, "民事审判庭联络员", "登记宣传 2月20日 法治日报 中央 民法典典型案例 核心价值观 https://court.example/2"
    )
    assert len(whole.rows(Counts, entry_id=entry.id)) == 1
    await whole.press(CIVIL, "entry-also", entry.id)
    (published,) = (r for r in whole.rows(Requirement) if r.name == "省级以上刊物刊登报道")
    await whole.press(CIVIL, "entry-count", f"{entry.id}-{published.id}")
    assert "省级以上刊物刊登报道（4.4.1）" in whole.text(CIVIL)
    assert len(whole.rows(Counts, entry_id=entry.id)) == 2
    assert "其中 1 件同时计入其他项" in await why(whole, "4.4.1", 2)
    await whole.press(CIVIL, "entry", entry.id)
    await whole.press(CIVIL, "entry-correct", entry.id)
    await whole.say(CIVIL, "级别：自有")
    await whole.press(CIVIL, "entry-keep")
    new = whole.rows(Entry)[-1]
    names = {whole.rows(Requirement, id=c.requirement_id)[0].name for c in whole.rows(Counts, entry_id=new.id)}
    assert names == {"核心价值观媒体宣传"}  # a medium of one's own is no journal of the province


# who sees what


async def test_another_department_and_a_leader_see_what_is_theirs_to_see(signed: Court) -> None:
    entry = await entered(signed, REGISTRAR, LINE)
    await signed.say(CIVIL, "台账 宣传")
    assert "2026年 0 条" in signed.text(CIVIL)
    assert "法官讲民法典" not in signed.text(CIVIL)
    await signed.say(PRESIDENT, "台账 宣传")
    assert "法官讲民法典进社区" in signed.text(PRESIDENT)
    assert "entry-add" not in signed.offers(PRESIDENT)
    assert "登记（" not in signed.text(PRESIDENT)
    await signed.press(PRESIDENT, "entry", entry.id)
    assert "entry-correct" not in signed.offers(PRESIDENT)
    assert await signed.say(PRESIDENT, LINE) == ["这本台账不由您登记或者查看。"]


async def test_the_office_sees_which_departments_have_nothing(signed: Court) -> None:
    await entered(signed, REGISTRAR, LINE)
    await signed.say(DIRECTOR, "台账 宣传")
    text = signed.text(DIRECTOR)
    assert "分部门：立案庭 1" in text
    missing = next(line for line in text.split("\n") if line.startswith("本年尚无登记："))
    assert "民事审判庭" in missing
    assert "立案庭" not in missing
    assert "派驻组" not in missing
    await signed.say(DIRECTOR, "台账")
    assert "宣传　1，14 个部门尚无" in signed.text(DIRECTOR)


async def test_counts_of_the_inspectors_are_seen_by_them_alone_and_every_look_is_on_the_trail(signed: Court) -> None:
    entry = await entered(signed, INSPECTION, "登记线索 2月20日 收到3件 核查完毕2件 移送1件")
    assert entry.title == "收到 3 件，核查完毕 2 件，移送 1 件"
    for title in (DIRECTOR, PRESIDENT, POLITICAL, REGISTRAR):
        assert await signed.say(title, "台账 线索") == ["这本台账不由您登记或者查看。"]
        await signed.say(title, "台账")
        assert "线索" not in signed.text(title)
    assert signed.rows(Audit, verb="view register") == []
    await signed.say(INSPECTION, "台账 线索")
    await signed.press(INSPECTION, "entry", entry.id)
    await signed.say(INSPECTOR, "台账 线索")
    looks = [(row.verb, row.subject) for row in signed.rows(Audit) if row.verb.startswith("view")]
    assert looks == [
        ("view register", "register/clues"),
        ("view entry", f"entry/{entry.id}"),
        ("view register", "register/clues"),
    ]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (INSPECTION, "登记线索 2月20日 收到3件 核查完毕2件 移送1件 举报人反映某法官收礼"),
        (INSPECTION, "登记干预记录 2月20日 某领导过问案件"),
        (ENFORCEMENT, "登记信访 2月20日 执行 收到3件 办结2件 实质化解1件 申请人反映长期未执行"),
    ],
)
async def test_words_have_no_place_where_counts_alone_are_kept(signed: Court, title: str, line: str) -> None:
    answers = await signed.say(title, line)
    assert answers[0].startswith("这条消息没有保存：这本台账只记日期和数字。")
    (request,) = signed.rows(Request, state="draft")
    assert request.data == {}
    kept = str([row.raw for row in signed.rows(Inbox)])
    assert not any(word in kept for word in ("收礼", "过问", "长期未执行"))
    assert signed.rows(Entry) == []


async def test_what_was_not_understood_of_counts_is_asked_again_and_kept_nowhere(signed: Court) -> None:
    await signed.say(INSPECTION, "登记线索 2月20日 收到3人举报的线索")
    assert "收到：没看明白数字，请写明栏名、数字和单位。" in signed.text(INSPECTION)
    assert "举报" not in str([row.raw for row in signed.rows(Inbox)])
    assert signed.rows(Request)[-1].data == {"日期": "2026-02-20"}


async def test_an_identity_number_is_no_part_of_an_entry(signed: Court) -> None:
    await signed.say(REGISTRAR, "登记群众意见 2月20日 来访 窗口等候时间长，电话13800138000 立案")
    assert "13800138000" not in str([row.raw for row in signed.rows(Inbox)])
    assert "13800138000" not in str(signed.rows(Request)[-1].data)


async def test_a_closed_post_opens_no_register(signed: Court) -> None:
    entry = await entered(signed, REGISTRAR, LINE)
    card = signed.last(REGISTRAR)
    await signed.takes("院外人员", REGISTRAR)
    assert await signed.press(REGISTRAR, "entry-correct", entry.id, on=card) is not None
    assert [row.state for row in signed.rows(Request)] == ["granted"]


# asked once


async def test_each_department_is_asked_once_for_a_plan_of_its_own(filled: Court) -> None:
    await filled.give()
    await filled.sign(REGISTRAR)
    assert "另有一事只问一次：贵部门有无单独的实施方案？可以不另行制定。" in filled.text(REGISTRAR)
    card = filled.last(REGISTRAR)
    await filled.press(REGISTRAR, "entry-none")
    (entry,) = filled.rows(Entry)
    assert (entry.register_key, entry.data["已制定"], entry.on_date) == ("plans", False, date(2026, 2, 26))
    assert await filled.press(REGISTRAR, "entry-none", on=card) == "这件事已经处理过了。"
    await filled.sign(CIVIL)
    await filled.press(CIVIL, "entry-add")
    await filled.say(CIVIL, "2月10日")
    await filled.press(CIVIL, "entry-keep")
    assert filled.rows(Entry)[-1].data == {"日期": "2026-02-10", "已制定": True}
    await filled.send(CIVIL, "实施方案.pdf", b"plan")
    assert "佐证：1 个文件" in filled.text(CIVIL)


# every register


def said(column: Column) -> str:
    """A plausible answer, with the name of its column."""
    answer = {
        "date": "2月20日", "text": "便民举措情况", "number": "3", "department": "民事审判庭", "yes or no": "是",
        "link": "https://court.example/3",
    }.get(column.kind) or column.choices[0].name  # fmt: skip
    return f"{column.name}：{answer}{column.unit}"


@pytest.mark.parametrize("register", SHELF, ids=lambda register: str(register.key))
async def test_each_register_takes_an_entry_of_its_keeper(signed: Court, register: Register) -> None:
    keeper = KEEPERS[register.kept_by[0]]
    line = "；".join(said(column) for column in register.columns if column.kind != "file")
    await signed.say(keeper, f"登记{register.title} {line}")
    assert signed.text(keeper).startswith(f"请核对：{register.title}，"), signed.text(keeper)
    await signed.press(keeper, "entry-keep")
    (entry,) = signed.rows(Entry)
    assert entry.register_key == register.key
    assert set(entry.data) == {column.name for column in register.columns if column.kind != "file"}
    await signed.say(keeper, f"台账 {register.title}")
    assert "2026年 1 条" in signed.text(keeper)


def test_the_notice_wants_thirty_eight_registers() -> None:
    assert len(SHELF) == 38
    assert {register.kept_by[0] for register in SHELF} <= set(KEEPERS)
