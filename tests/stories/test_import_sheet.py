"""The sheet of what was read goes out, is corrected by hand, comes back, is compared and taken over when said."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from db.tables import Document, Indicator
from services import correcting
from tests.house import DIRECTOR, Court
from tests.messages import Json, words
from tests.notices import ROWS
from tests.stories.test_import_review import sent, settle_all

Edit = Callable[[Workbook], None]


def indicators(row: Document) -> list[Json]:
    assert row.reading is not None
    found: list[Json] = row.reading["areas"][0]["items"][0]["indicators"]
    return found


async def copy(court: Court) -> Workbook:
    """As the director's client fetches it."""
    await court.say(DIRECTOR, "/import")
    assert await court.press(DIRECTOR, "paper-copy") == "文件正在生成，随后发到这里。"
    found = next(m for m in reversed(court.telegram.messages(court.id(DIRECTOR))) if "document" in m)
    assert found["document"]["file_name"] == "某法发〔2026〕3号（读取结果）.xlsx"
    where = court.telegram.call("getFile", {"file_id": found["document"]["file_id"]})["file_path"]
    content = court.telegram.download(where)
    assert content is not None
    return load_workbook(io.BytesIO(content))


async def back(court: Court, book: Workbook, name: str = "读到的表.xlsx") -> str:
    file = io.BytesIO()
    book.save(file)
    await court.send(DIRECTOR, name, file.getvalue())
    return court.text(DIRECTOR)


async def test_the_sheets_are_in_the_order_of_the_notice_and_doubtful_cells_are_coloured(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    assert book.sheetnames == ["指标", "要求", "部门", "通知"]
    rows = list(book["指标"].iter_rows(values_only=True))
    assert rows[0] == ("编号", "领域", "项目", "指标", "牵头部门", "责任部门", "完成时限", "分值", "备注", "存疑")
    assert [row[3] for row in rows[1:]] == [row[1] for row in ROWS]
    assert rows[3][4] == "政治部"
    assert rows[3][9] == "牵头部门：牵头一栏空着（现读：政治部）"
    assert book["指标"]["E4"].fill.fgColor.rgb == "FFFFE699"
    assert book["指标"]["E2"].fill.fgColor.rgb != "FFFFE699"
    assert book["指标"].freeze_panes == "B2"
    assert [cell.value for cell in book["要求"][2]][:6] == ["1.1.1", "1", "诉前调解案件成功率", "不低于", "60", "%"]
    assert book["部门"]["A2"].value == "立案庭"
    assert all(cell.data_type in "sn" for sheet in book for row in sheet.iter_rows() for cell in row)


async def test_what_was_changed_is_shown_and_becomes_the_draft_when_confirmed(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    book["要求"]["E2"] = "65"
    shown = await back(signed, book)
    assert shown.splitlines() == [
        "发回的表改动 2 处",
        "指标 1.1.3 牵头部门：政治部 → 执行局",
        "要求 1.1.1 1 数值：60 → 65",
    ]
    assert signed.rows(Document)[0].rev == 0, "nothing is changed before it is confirmed"
    await signed.press(DIRECTOR, "paper-amend")
    assert signed.text(DIRECTOR).endswith("存疑 1 处，待确认 1 处。")
    first = indicators(signed.rows(Document)[0])
    assert first[2]["lead"] == ["执行局"]
    assert first[2]["doubts"] == []
    assert (first[0]["demands"][0]["target"], first[0]["demands"][0]["value"]) == ("65", "13/20")


async def test_answers_given_before_are_in_the_sheet_and_stay(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-doubt", "1-1")
    await signed.press(DIRECTOR, "paper-answer", "1-1-1")
    book = await copy(signed)
    assert book["指标"]["E4"].value == "办公室"
    book["指标"]["F4"] = "立案庭、执行局"
    await back(signed, book)
    await signed.press(DIRECTOR, "paper-amend")
    (one, _) = signed.rows(Document)
    third = indicators(one)[2]
    assert (third["lead"], third["responsible"], third["doubts"]) == (["办公室"], ["立案庭", "执行局"], [])
    assert one.answers == []


async def test_corrections_that_are_not_wanted_leave_everything_as_it_is(signed: Court) -> None:
    await sent(signed)
    before = signed.rows(Document)[0].reading
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    await back(signed, book)
    await signed.press(DIRECTOR, "paper-leave")
    assert signed.text(DIRECTOR).endswith("存疑 2 处，待确认 2 处。")
    assert signed.rows(Document)[0].reading == before


async def test_a_sheet_that_is_older_than_the_review_is_refused(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    await signed.say(DIRECTOR, "/import")
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    assert await back(signed, book) == (
        "「读到的表.xlsx」是第 0 版，现在已是第 1 版。请点“查看读取结果”重新取表，改好后再发。"
    )


async def test_a_sheet_that_was_answered_meanwhile_is_not_taken_over(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    await back(signed, book)
    shown = signed.last(DIRECTOR)
    await signed.say(DIRECTOR, "/import")
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-answer")
    assert await signed.press(DIRECTOR, "paper-amend", on=shown) == "这张卡片已有变化，现已更新。"
    assert indicators(signed.rows(Document)[0])[2]["lead"] == ["政治部"]


async def test_a_sheet_of_a_document_that_is_not_under_review_is_refused(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    await signed.say(DIRECTOR, "/import")
    await signed.press(DIRECTOR, "paper-drop")
    assert await back(signed, book) == (
        "「读到的表.xlsx」不是现在核对的这份通知的表。请点“查看读取结果”重新取表，改好后再发。"
    )


async def test_a_sheet_without_changes_says_so(signed: Court) -> None:
    await sent(signed)
    assert await back(signed, await copy(signed)) == "「读到的表.xlsx」和发出的表一样，没有改动。"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda b: b["要求"].__setitem__("D2", "约等于"), "要求!D2 “约等于”不是比较的词"),
        (lambda b: b["要求"].__setitem__("E2", "六成多1"), "要求!E2 “六成多1”不是一个数"),
        (lambda b: b["要求"].__setitem__("H2", "年底"), "要求!H2 “年底”不是日期，请写成 2026-03-01"),
        (lambda b: b["要求"].__setitem__("G2", "偶尔"), "要求!G2 “偶尔”不是周期"),
        (lambda b: b["指标"].__setitem__("D3", None), "指标!D3 没有写指标"),
        (lambda b: b["部门"].__setitem__("B2", "处室"), "部门!B2 “处室”应是 部门、一组部门、外单位 之一"),
        (lambda b: b["部门"].append(["", "部门", ""]), "没有写名称"),
        (lambda b: b["部门"].append(["立案庭", "部门", ""]), "“立案庭”写了两次"),
        (lambda b: b["部门"].append(["速裁庭", "部门", "执行局"]), "“执行局”写了两次"),
        (lambda b: b["通知"].__setitem__("B4", "二月"), "通知!B4 “二月”不是日期，请写成 2026-03-01"),
        (lambda b: b.remove(b["要求"]), "没有工作表“要求”"),
        (lambda b: b["要求"].delete_cols(5), "工作表“要求”没有“数值”一栏"),
    ],
    ids=[
        "operator",
        "number",
        "date",
        "period",
        "no text",
        "kind",
        "no name",
        "name twice",
        "alias twice",
        "date of issue",
        "no sheet",
        "no column",
    ],
)
async def test_a_cell_that_cannot_be_read_is_named_with_sheet_and_place(signed: Court, edit: Edit, said: str) -> None:
    await sent(signed)
    book = await copy(signed)
    edit(book)
    answer = await back(signed, book)
    assert answer.startswith("「读到的表.xlsx」有 1 处读不懂，没有采用。请改好后再发：\n")
    assert said in answer
    assert signed.rows(Document)[-1].state == "refused"


async def test_lines_may_be_added_and_taken_out(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    page = book["指标"]
    page.delete_rows(6)
    page.append(["", page["B2"].value, page["C2"].value, "一站式服务满意率不低于95%", "立案庭", "各部门"])
    shown = await back(signed, book)
    assert "新增：一站式服务满意率不低于95%" in shown
    assert "指标 1.1.5 删去：开展普法宣传活动不少于12场" in shown
    await signed.press(DIRECTOR, "paper-amend")
    last = indicators(signed.rows(Document)[0])[-1]
    assert (last["code"], last["lead"], last["demands"][0]["target"]) == ("1.1.5", ["立案庭"], "95")


async def test_a_sheet_from_somebody_else_is_no_correction(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    file = io.BytesIO()
    book.save(file)
    await signed.send("立案庭联络员", "读到的表.xlsx", file.getvalue())
    assert len(signed.rows(Document)) == 1


async def test_a_sheet_on_which_the_comparison_stumbles_is_refused_and_holds_up_nobody(
    signed: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    monkeypatch.setattr(correcting, "put_right", lambda *_: 1 // 0)
    assert (await back(signed, book)).startswith("「读到的表.xlsx」没有读完。")
    assert (await signed.say(DIRECTOR, "/import"))[0].endswith("存疑 2 处，待确认 2 处。")


async def test_several_lines_may_be_added_without_a_number(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    page = book["指标"]
    for text in ("一站式服务满意率不低于95%", "干警培训不少于5次"):
        page.append(["", page["B2"].value, page["C2"].value, text, "立案庭", "各部门"])
    shown = await back(signed, book)
    assert shown.splitlines()[1:] == ["指标 新增：一站式服务满意率不低于95%", "指标 新增：干警培训不少于5次"]
    await signed.press(DIRECTOR, "paper-amend")
    assert [one["code"] for one in indicators(signed.rows(Document)[0])[-2:]] == ["1.1.6", "1.1.7"]


async def test_of_several_departments_typed_as_lead_the_others_are_responsible(signed: Court) -> None:
    await sent(signed)
    book = await copy(signed)
    book["指标"]["E4"], book["指标"]["F4"] = "执行局、立案庭", "办公室"
    await back(signed, book)
    await signed.press(DIRECTOR, "paper-amend")
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    await signed.press(DIRECTOR, "paper-sure")
    await signed.agree()
    (one,) = (row for row in signed.rows(Indicator) if row.title == "未发生重大安全责任事故")
    assert (one.lead, one.responsible) == ("执行局", ["立案庭", "办公室"])


async def test_a_question_that_a_sheet_has_settled_is_asked_by_no_old_card(signed: Court) -> None:
    await sent(signed)
    await signed.press(DIRECTOR, "paper-doubts")
    asked = signed.last(DIRECTOR)
    book = await copy(signed)
    book["指标"]["E4"] = "执行局"
    await back(signed, book)
    await signed.press(DIRECTOR, "paper-amend")
    assert await signed.press(DIRECTOR, "paper-doubt", on=asked) == "这张卡片已有变化，现已更新。"
    anew = next(words(m) for m in signed.heard(DIRECTOR) if m["message_id"] == asked["message_id"])
    assert anew.endswith("存疑 1 处，待确认 1 处。")
