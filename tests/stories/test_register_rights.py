"""Who sees what of a register, and what has no place in one."""

import pytest

from db.tables import Audit, Entry, Inbox, Request
from tests.house import CIVIL, DIRECTOR, INSPECTION, POLITICAL, PRESIDENT, REGISTRAR, Court
from tests.stories.test_register_lists import (
    ENFORCEMENT,
    INSPECTOR,
    LINE,
    entered,
)


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
