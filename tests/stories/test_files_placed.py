"""A file that may prove several items: it is asked which, and the answer says where it was kept."""

import pytest

from db.tables import Note, Outbox, Proof, Report, Task
from tests.house import PARTY, Court
from tests.stories.test_readings import open_question, task

MINUTES = b"minutes"
WHEN = "2026-H1"


async def two_in_draft(court: Court) -> tuple[Task, Task]:
    """Answered, each with its file, and not filed yet."""
    found = task(court, PARTY, "1.2.3", WHEN), task(court, PARTY, "1.3.1", WHEN)
    for row, choices in zip(found, (("allyes",), ("allnone", "yes")), strict=True):
        await open_question(court, PARTY, row)
        if row is found[0]:
            await court.say(PARTY, "38 38")
        for choice in choices:
            await court.press(PARTY, "choose", f"{row.id}-{choice}")
        await court.send(PARTY, f"{row.id}.pdf", f"{row.id}".encode())
    return found


def held(court: Court, row: Task) -> list[str]:
    """The files of what is reported of it."""
    reports = {report.id for report in court.rows(Report, task_id=row.id)}
    return [proof.name for proof in court.rows(Proof) if proof.report_id in reports]


def asked(court: Court) -> Outbox:
    return [row for row in court.rows(Outbox, kind="file-which") if row.edits is None][-1]


async def test_with_several_in_draft_it_is_asked_which_and_said_where_it_was_kept(summer: Court) -> None:
    first, second = await two_in_draft(summer)
    (question,) = await summer.send(PARTY, "会议.pdf", MINUTES)
    assert question.startswith("「会议.pdf」是哪一项的佐证？")
    assert held(summer, first) == [f"{first.id}.pdf"]
    assert held(summer, second) == [f"{second.id}.pdf"]
    assert [("file-of", str(row.id)) for row in (second, first)] == summer.buttons(PARTY)[:2]
    card = summer.last(PARTY)
    await summer.press(PARTY, "file-of", first.id, on=card)
    assert held(summer, first) == [f"{first.id}.pdf", "会议.pdf"]
    assert held(summer, second) == [f"{second.id}.pdf"]
    said = next(m["text"] for m in summer.heard(PARTY) if m["message_id"] == card["message_id"])
    assert said.startswith("「会议.pdf」已作为佐证保存：")
    assert said.endswith("（1.2.3）")


async def test_the_words_under_it_are_looked_at_first(summer: Court) -> None:
    first, second = await two_in_draft(summer)
    said = await summer.send(PARTY, "会议.pdf", MINUTES, caption="1.2.3的佐证")
    assert held(summer, first) == [f"{first.id}.pdf", "会议.pdf"]
    assert held(summer, second) == [f"{second.id}.pdf"]
    assert said[0].startswith("「会议.pdf」已作为佐证保存：")
    assert not any("没有看明白" in text for text in said)


async def test_words_that_name_none_go_where_the_file_goes(summer: Court) -> None:
    first, _ = await two_in_draft(summer)
    (question,) = await summer.send(PARTY, "情况.pdf", MINUTES, caption="本月材料")
    assert "是哪一项的佐证" in question
    await summer.press(PARTY, "file-of", first.id)
    assert held(summer, first) == [f"{first.id}.pdf", "情况.pdf"]
    assert summer.rows(Note, text="本月材料")[0].task_id == first.id
    assert "没有看明白" not in summer.text(PARTY)


async def test_nothing_in_draft_and_several_open_is_asked_too(summer: Court) -> None:
    (question,) = await summer.send(PARTY, "会议.pdf", MINUTES)
    assert "是哪一项的佐证" in question
    assert not summer.rows(Proof)
    row = task(summer, PARTY, "1.3.1", WHEN)
    await summer.press(PARTY, "file-of", row.id)
    assert held(summer, row) == ["会议.pdf"]


async def test_an_album_is_asked_about_once(summer: Court) -> None:
    first, _ = await two_in_draft(summer)
    me, before = summer.id(PARTY), len(summer.heard(PARTY))
    pages = [("甲.pdf", b"1"), ("乙.pdf", b"2")]
    summer.telegram.sends_album(me, me, pages)
    await summer.quiet()
    assert len(summer.heard(PARTY)) - before == 1
    assert "2 个文件" in summer.text(PARTY)
    await summer.press(PARTY, "file-of", first.id)
    assert held(summer, first)[1:] == ["甲.pdf", "乙.pdf"]


async def test_a_kind_that_cannot_be_kept_is_refused_before_anything_is_asked(summer: Court) -> None:
    await two_in_draft(summer)
    (refused,) = await summer.send(PARTY, "程序.exe", b"MZ")
    assert "这类文件不能保存" in refused
    assert not summer.rows(Outbox, kind="file-which")


@pytest.mark.parametrize(
    ("caption", "code"),
    [
        ("党员教育照片", "1.2.3"),  # 党员 is of both
        ("党员服务记录", "1.3.1"),
        ("支部规范化台账", "1.2.3"),  # of its title
        ("群众感谢信", ""),  # no word of 伤害群众感情
        ("2026.1.3.1会议照片", ""),  # a day, and no number of an item
        ("组织生活会照片", ""),
        ("教育管理和服务群众的照片", ""),  # a word of each
    ],
)
async def test_words_name_an_item_by_a_word_that_no_other_has(summer: Court, caption: str, code: str) -> None:
    both = dict(zip(("1.2.3", "1.3.1"), await two_in_draft(summer), strict=True))
    said = await summer.send(PARTY, "材料.pdf", MINUTES, caption=caption)
    assert [number for number, row in both.items() if "材料.pdf" in held(summer, row)] == ([code] if code else [])
    assert said[0].startswith("「材料.pdf」已作为佐证保存：" if code else "「材料.pdf」是哪一项的佐证？")
    assert not any("请点选按钮" in text for text in said)
