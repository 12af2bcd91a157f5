"""The director sends a notice: it is read, its doubts are settled by buttons, and any answer is taken back."""

import pytest

from bot import reading_room
from db.tables import Audit, Document, Indicator, Outbox
from tests.beginnings import beginning
from tests.house import CIVIL, DIRECTOR, Court
from tests.messages import words
from tests.notices import NUMBER, ROWS, TITLE, notice

LEAD = "1.1.3 未发生重大安全责任事故"


@beginning
async def sent(court: Court, name: str = "任务清单.docx", content: bytes | None = None) -> Document:
    await court.send(DIRECTOR, name, content or notice())
    return court.rows(Document)[-1]


async def settle_all(court: Court) -> None:
    """As suggested, one by one."""
    if "paper-doubts" in court.offers(DIRECTOR):
        await court.press(DIRECTOR, "paper-doubts")
    while "paper-answer" in court.offers(DIRECTOR):
        await court.press(DIRECTOR, "paper-answer")


async def test_a_notice_that_is_sent_comes_back_as_a_card_of_counts(signed: Court) -> None:
    (card,) = await signed.send(DIRECTOR, "任务清单.docx", notice())
    assert card.splitlines() == [
        f"【通知待核对】{TITLE}",
        f"{NUMBER}，2026年2月20日",
        "1 个领域，1 个项目，5 项指标，5 条要求",
        "7 个部门，1 组部门",
        "存疑 2 处，待确认 2 处。",
    ]
    assert signed.offers(DIRECTOR) == ["paper-doubts", "paper-copy", "paper-drop"]
    (row,) = signed.rows(Document)
    assert (row.state, row.tries, row.size) == ("read", 1, len(notice()))
    assert len(signed.rows(Indicator)) == 51, "nothing is assigned before it is published"


async def test_doubts_are_settled_one_at_a_time_each_with_what_is_printed_and_why(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    assert signed.text(DIRECTOR).splitlines() == [
        "核对 1/2，待确认 2 处",
        "原文（部门，综合治理科）：综合治理科",
        "存疑：名册里没有这个部门",
        "建议：综合治理科",
    ]
    assert await signed.press(DIRECTOR, "paper-answer") == "已确定。"
    assert signed.text(DIRECTOR).splitlines() == [
        "核对 2/2，待确认 1 处",
        LEAD,
        "原文（牵头）：—",
        "存疑：牵头一栏空着",
        "建议：政治部",
    ]
    labels = [label for row in signed.last(DIRECTOR)["reply_markup"]["inline_keyboard"] for label in row]
    assert [label["text"] for label in labels] == ["按建议", "办公室", "空着", "上一条", "撤销上一步", "返回通知"]
    await signed.press(DIRECTOR, "paper-answer", "1-1-1")
    assert signed.text(DIRECTOR).endswith("存疑 2 处均已确认。\n发布之前，不作任何交办。")
    assert "paper-publish" in signed.offers(DIRECTOR)
    (row,) = signed.rows(Document)
    assert row.answers == [["*/unit 综合治理科", 0, 1], ["1.1.3/lead", 1, 2]]


async def test_the_last_answers_are_taken_back_the_latest_first(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    await signed.press(DIRECTOR, "paper-undo")
    assert signed.text(DIRECTOR).startswith("核对 1/2，待确认 2 处")
    assert "paper-undo" not in signed.offers(DIRECTOR)
    assert signed.rows(Document)[0].answers == []


async def test_an_answer_may_be_given_anew(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-doubt", "1-1")
    await signed.press(DIRECTOR, "paper-answer", "1-1-2")
    await signed.press(DIRECTOR, "paper-doubt", "1-1")
    assert "已确认：空着" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "paper-answer", "1-1-0")
    assert signed.rows(Document)[0].answers == [["1.1.3/lead", 2, 1], ["1.1.3/lead", 0, 2]]
    assert signed.text(DIRECTOR).startswith("核对 1/2，待确认 1 处")


async def test_what_is_in_doubt_for_one_reason_is_settled_with_one_press_and_taken_back_with_one(signed: Court) -> None:
    rows = [(str(n), f"第{n}类案件办结率达到9{n}%", "", "办公室", "") for n in range(1, 5)]
    await sent(signed, content=notice([*rows, ROWS[0]]))
    await signed.press(DIRECTOR, "paper-doubts")
    assert "此类 4 处均按建议" in str(signed.last(DIRECTOR)["reply_markup"])
    assert await signed.press(DIRECTOR, "paper-alike") == "已按建议确认 4 处。"
    assert signed.rows(Document)[0].answers == [[f"1.1.{n}/lead", 0, 1] for n in range(1, 5)]
    assert signed.text(DIRECTOR).endswith("存疑 4 处均已确认。\n发布之前，不作任何交办。")
    await signed.press(DIRECTOR, "paper-undo")
    assert signed.text(DIRECTOR).startswith("核对 1/4，待确认 4 处")
    assert signed.rows(Document)[0].answers == []


async def test_a_review_waits_where_it_was_left_and_is_found_again(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    await signed.until("2026-03-02 10:00")
    (held,) = await signed.say(DIRECTOR, "/tasks")
    assert "通知存疑待确认 1 处" in held
    await signed.press(DIRECTOR, "paper")
    assert signed.text(DIRECTOR).startswith("【通知待核对】")
    (card,) = await signed.say(DIRECTOR, "导入")
    assert card.endswith("存疑 2 处，待确认 1 处。")
    await signed.press(DIRECTOR, "paper-doubts")
    assert signed.text(DIRECTOR).startswith("核对 2/2")
    await signed.press(DIRECTOR, "paper-answer")
    (held,) = await signed.say(DIRECTOR, "待办")
    assert "待发布的通知 1 份" in held


async def test_a_button_of_an_older_card_changes_nothing(signed: Court) -> None:
    await sent(signed)
    await signed.say(DIRECTOR, "/import")
    old = signed.last(DIRECTOR)
    await signed.press(DIRECTOR, "paper-doubts", on=old)
    asked = signed.last(DIRECTOR)
    number, data = signed.button(signed.id(DIRECTOR), "paper-answer", on=asked)
    await signed.touch(DIRECTOR, signed.id(DIRECTOR), number, data)
    assert await signed.touch(DIRECTOR, signed.id(DIRECTOR), number, data, force=True) == "这张卡片已有变化，现已更新。"
    assert len(signed.rows(Document)[0].answers) == 1


async def test_what_is_dropped_can_be_taken_up_again_with_its_answers(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    await signed.press(DIRECTOR, "paper")
    await signed.press(DIRECTOR, "paper-drop")
    assert signed.text(DIRECTOR).startswith("【已作废】")
    assert "其中内容均未采用。" in signed.text(DIRECTOR)
    (held,) = await signed.say(DIRECTOR, "/tasks")
    assert "通知" not in held
    await signed.press(DIRECTOR, "paper-again")
    assert signed.text(DIRECTOR).startswith("【已作废】") is False
    assert signed.rows(Document)[0].state == "read"
    assert len(signed.rows(Document)[0].answers) == 1


async def test_the_same_file_sent_again_shows_the_review_that_has_begun(signed: Court) -> None:
    file = notice()
    await sent(signed, content=file)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    (card,) = await signed.send(DIRECTOR, "任务清单（1）.docx", file)
    assert card.endswith("存疑 2 处，待确认 1 处。")
    assert [row.state for row in signed.rows(Document)] == ["read", "dropped"]


async def test_two_notices_are_reviewed_side_by_side(signed: Court) -> None:
    await sent(signed)
    (card,) = await signed.send(DIRECTOR, "另一份.docx", notice(title="某区人民法院关于印发《2026年培训计划》的通知"))
    assert "培训计划" in card
    await signed.press(DIRECTOR, "paper", 1)
    assert TITLE in signed.text(DIRECTOR)


async def test_no_name_of_a_person_is_stored(signed: Court) -> None:
    seats = ("领导小组成员名单", "组  长：甲乙丙  院党组书记、院长", "副组长：丁戊己  院党组成员、副院长")
    row = await sent(signed, content=notice(after=seats))
    assert [post["title"] for post in (row.reading or {})["posts"]] == ["院党组书记、院长", "院党组成员、副院长"]
    await signed.say(DIRECTOR, "/import")
    await signed.press(DIRECTOR, "paper-copy")
    records = [path for path in signed.records.parent.rglob("duban.db*") if path.is_file()]
    assert records
    for path in records:
        assert "甲乙丙".encode() not in path.read_bytes()
    assert not [row for row in signed.rows(Outbox) if "甲乙丙" in str(row.params)]


@pytest.mark.parametrize("title", [CIVIL])
async def test_nobody_else_imports(signed: Court, title: str) -> None:
    assert await signed.say(title, "/import") == ["此项由创建办主任办理。"]
    before = len(signed.heard(title))
    await signed.send(title, "任务清单.docx", notice())
    assert signed.rows(Document) == []
    assert "通知待核对" not in "".join(words(message) for message in signed.heard(title)[before:])


async def test_what_takes_a_while_says_how_far_it_is_in_the_message_that_becomes_the_card(
    signed: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly = "import time, runpy; time.sleep(1.2); runpy.run_module('catalogue.reading', run_name='__main__')"
    monkeypatch.setattr(reading_room, "CHILD", ("-c", slowly))
    monkeypatch.setattr(reading_room, "PATIENCE", 0.3)
    before = len(signed.telegram.history("editMessageText"))
    await sent(signed)
    edits = [call["params"]["text"] for call in signed.telegram.history("editMessageText")[before:]]
    assert edits[0] == "正在读取「任务清单.docx」：正在打开文件，已用 1 秒。"
    assert edits[-1].startswith("【通知待核对】")
    (said,) = signed.rows(Outbox, kind="document", edits=None)
    assert said.message_id == signed.last(DIRECTOR)["message_id"]


async def test_the_trail_names_questions_by_their_places_for_a_person_may_stand_in_a_cell(signed: Court) -> None:
    await sent(signed, content=notice([("1", "案件办结率达到90%", "甲乙丙", "立案庭", "")]))
    await signed.press(DIRECTOR, "paper-doubts")
    assert "甲乙丙" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "paper-answer")
    await signed.press(DIRECTOR, "paper-undo")
    given, undone = signed.rows(Audit)[-2:]
    assert (given.data, undone.data) == ({"questions": [0], "option": 0}, {"questions": [0]})
