"""A notice is published: what it changes is shown and asked once more, then cards arrive; the names of its seats."""

import io

from openpyxl import load_workbook

from db.tables import Document, Indicator, Notice
from tests.house import DIRECTOR, OFFICER, REGISTRAR, Court
from tests.messages import words
from tests.notices import NUMBER, ROWS, TITLE, notice
from tests.stories.test_import_review import sent, settle_all

SEATS = ("领导小组成员名单", "组  长：甲乙丙  院党组书记、院长", "副组长：丁戊己  院党组成员、副院长")


async def test_what_publishing_changes_is_shown_before_and_asked_once_more(signed: Court) -> None:
    await sent(signed)
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    card = signed.text(DIRECTOR).splitlines()
    assert card[:2] == [f"请确认发布：{NUMBER}", "新增 5 项："]
    assert card[-9] == "取消 51 项："
    assert card[-2:] == ["新增部门：综合治理科", "涉及 17 个部门，将通知 16 人。"]
    assert len(signed.rows(Notice)) == 1
    assert signed.offers(DIRECTOR) == ["paper-sure", "paper"]
    assert await signed.press(DIRECTOR, "paper-sure") == "已提出，待创建办另一人同意，已列入其当日卡片。"
    assert len(signed.rows(Notice)) == 1
    assert f"以{NUMBER}替换现行通知，涉及 17 个部门。" in signed.text(OFFICER)
    assert await signed.agree() == "已同意，已办理。"
    assert any(words(message).startswith(f"【已发布】{TITLE}") for message in signed.heard(DIRECTOR))
    assert "【双人办理】已同意并办理，政治部主任提出" in signed.text(DIRECTOR)
    (row,) = signed.rows(Document)
    assert row.state == "published"
    assert signed.rows(Notice)[-1].id == row.notice_id
    await signed.until("2026-02-27 09:05")  # on the card of the next working day
    (told,) = (words(message) for message in signed.heard(REGISTRAR) if f"{NUMBER}已发布" in words(message))
    assert f"{NUMBER}已发布，与您有关的变化：\n新增 3 项：\n· 1.1.1 诉前调解案件成功率（牵头）" in told
    _, last = await signed.say(DIRECTOR, "/import")
    assert last.startswith(f"【已发布】{TITLE}")


async def test_as_long_as_something_is_in_doubt_nothing_is_published(signed: Court) -> None:
    await sent(signed)
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    shown = signed.last(DIRECTOR)
    await signed.say(DIRECTOR, "/import")
    await signed.press(DIRECTOR, "paper-undo")
    assert await signed.press(DIRECTOR, "paper-sure", on=shown) == "这张卡片已有变化，现已更新。"
    assert len(signed.rows(Notice)) == 1


async def test_seats_are_shown_by_title_and_names_only_in_a_file_when_asked(signed: Court) -> None:
    await sent(signed, content=notice(after=SEATS))
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    await signed.press(DIRECTOR, "paper-sure")
    await signed.agree()
    await signed.press(DIRECTOR, "paper-seats")
    seats = next(words(m) for m in reversed(signed.heard(DIRECTOR)) if words(m).startswith("通知所列"))
    assert seats.splitlines() == [
        "通知所列 2 个席位",
        "领导小组 组长　院党组书记、院长",
        "领导小组 副组长　院党组成员、副院长",
        "姓名未留存。请在 /people 中邀请到岗。",
    ]
    await signed.press(DIRECTOR, "paper-roll")
    found = next(m for m in reversed(signed.telegram.messages(signed.id(DIRECTOR))) if "document" in m)
    where = signed.telegram.call("getFile", {"file_id": found["document"]["file_id"]})["file_path"]
    content = signed.telegram.download(where)
    assert content is not None
    rows = list(load_workbook(io.BytesIO(content))["名单"].iter_rows(values_only=True))
    assert rows[1] == ("领导小组", "组长", "院党组书记、院长", "甲乙丙")
    for path in signed.records.parent.rglob("duban.db*"):
        assert "甲乙丙".encode() not in path.read_bytes()


async def test_what_was_compared_with_a_notice_that_has_ended_since_is_shown_anew_before_it_is_published(
    signed: Court,
) -> None:
    await sent(signed)
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    shown = signed.last(DIRECTOR)
    await signed.send(DIRECTOR, "另一份.docx", notice(ROWS[:2], number="某法发〔2026〕4号"))
    await signed.press(DIRECTOR, "paper-publish")
    await signed.press(DIRECTOR, "paper-sure")
    await signed.agree()
    assert await signed.press(DIRECTOR, "paper-sure", on=shown) == "这张卡片已有变化，现已更新。"
    anew = next(words(m) for m in signed.heard(DIRECTOR) if m["message_id"] == shown["message_id"])
    assert anew.splitlines()[:2] == [f"请确认发布：{NUMBER}", "新增 3 项："]
    assert "不变 2 项。" in anew
    assert [row.state for row in signed.rows(Document)] == ["read", "published"]
    await signed.press(DIRECTOR, "paper-sure")
    await signed.agree()
    assert signed.rows(Notice)[-1].number == NUMBER


async def test_a_notice_that_changes_nothing_says_so(signed: Court) -> None:
    for _ in range(2):
        await sent(signed)
        await settle_all(signed)
        await signed.press(DIRECTOR, "paper-publish")
        card = signed.text(DIRECTOR)
        await signed.press(DIRECTOR, "paper-sure")
        await signed.agree()
    assert card.splitlines() == [f"请确认发布：{NUMBER}", "不变 5 项。", "没有变化，不另行通知。"]


async def test_a_notice_with_many_new_departments_still_says_whom_it_reaches(signed: Court) -> None:
    rows = [
        (str(n), f"第{n}类案件办结率达到9{n % 10}%", f"{'综合协调' * 9}第{n}科", "立案庭", "") for n in range(1, 121)
    ]
    await sent(signed, content=notice(rows))
    await signed.press(DIRECTOR, "paper-doubts")
    await signed.press(DIRECTOR, "paper-alike")
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    card = signed.text(DIRECTOR).splitlines()
    assert card[-2].startswith("新增部门：综合协调")
    assert card[-2].endswith("，另有 108 项")
    assert card[-1].startswith("涉及 ")


async def test_what_names_no_department_goes_to_that_of_the_director(signed: Court) -> None:
    rows = [("1", "案件办结率达到90%", "", "", ""), ("2", "开展普法宣传活动不少于12场", "立案庭", "立案庭", "")]
    await sent(signed, content=notice(rows))
    await settle_all(signed)
    await signed.press(DIRECTOR, "paper-publish")
    assert "新增部门" not in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "paper-sure")
    await signed.agree()
    found = {row.code: row.lead for row in signed.rows(Indicator, notice_id=signed.rows(Notice)[-1].id)}
    assert found == {"1.1.1": "政治部", "1.1.2": "立案庭"}
