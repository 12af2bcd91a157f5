"""What a file of the director is for: a notice, or proof of a task of his own; and a restart on the way."""

import asyncio

import pytest

from db.tables import Document, Proof
from tests.house import DIRECTOR, POLITICAL, Court
from tests.notices import TITLE, notice
from tests.sandbox.pictures import png

CONTACT = "政治部联络员"


async def two_posts(court: Court) -> None:
    """The director answers for a department as well: the meetings of 政治部 are to be proven."""
    await court.takes(DIRECTOR, CONTACT)


async def test_where_it_could_be_either_it_is_asked_once(signed: Court) -> None:
    await two_posts(signed)
    await signed.say(DIRECTOR, "/status")
    (asked,) = await signed.send(DIRECTOR, "任务清单.docx", notice())
    assert asked == "「任务清单.docx」是要导入的通知，还是下列事项的佐证？"
    assert signed.offers(DIRECTOR)[0] == "paper-take"
    assert signed.rows(Document) == []
    await signed.press(DIRECTOR, "paper-take")
    assert TITLE in signed.text(DIRECTOR)


async def test_said_to_be_proof_it_goes_with_the_task(signed: Court) -> None:
    await two_posts(signed)
    await signed.say(DIRECTOR, "/status")
    await signed.send(DIRECTOR, "纪要.docx", notice())
    await signed.press(DIRECTOR, "paper-proof")
    assert signed.rows(Document) == []
    assert [row.name for row in signed.rows(Proof)] == ["纪要.docx"]


@pytest.mark.parametrize("caption", ["/import", "导入", " 导入 "])
async def test_the_word_under_it_says_that_it_is_a_notice(signed: Court, caption: str) -> None:
    await two_posts(signed)
    await signed.send(DIRECTOR, "任务清单.docx", notice(), caption=caption)
    assert TITLE in signed.text(DIRECTOR)


async def test_behind_the_command_a_file_is_a_notice(signed: Court) -> None:
    await two_posts(signed)
    (how,) = await signed.say(DIRECTOR, "导入")
    assert how.startswith("请把通知以文件发来")
    await signed.send(DIRECTOR, "任务清单.docx", notice())
    assert TITLE in signed.text(DIRECTOR)


async def test_a_reply_to_the_card_of_a_task_is_proof(signed: Court) -> None:
    await two_posts(signed)
    (meeting,) = (task for task in signed.tasks(CONTACT) if task.form == "meeting")
    await signed.say(DIRECTOR, "/tasks")
    await signed.press(DIRECTOR, "task", meeting.id)
    await signed.send(DIRECTOR, "纪要.docx", notice(), reply_to=signed.last(DIRECTOR)["message_id"])
    assert signed.rows(Document) == []
    assert [row.name for row in signed.rows(Proof)] == ["纪要.docx"]


async def test_what_somebody_else_sends_is_what_it_was(signed: Court) -> None:
    await signed.send(POLITICAL, "任务清单.docx", notice())
    assert signed.rows(Document) == []
    assert [row.name for row in signed.rows(Proof)] == ["任务清单.docx"]


async def test_a_photo_of_the_director_is_no_notice(signed: Court) -> None:
    (said,) = await signed.send(DIRECTOR, "照片.jpg", png(40, 30), photo=True)
    assert said.startswith("没有对应的待办需要这个文件")
    assert signed.rows(Document) == []


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("after", [0, 0.02, 0.1, 0.4])
async def test_whenever_the_house_is_left_the_notice_is_read_in_the_end(
    signed: Court, killed: bool, after: float
) -> None:
    signed.telegram.sends_file(signed.id(DIRECTOR), signed.id(DIRECTOR), "任务清单.docx", notice())
    await asyncio.sleep(after)  # real time: where it strikes
    await (signed.abandon() if killed else signed.stop())
    await signed.open()
    await signed.beat()
    assert TITLE in signed.text(DIRECTOR)
    (row,) = signed.rows(Document)
    assert row.state == "read"


async def test_a_notice_whose_reading_ends_the_house_again_and_again_is_given_up(signed: Court) -> None:
    signed.telegram.faults.add("getFile", "500")
    signed.telegram.sends_file(signed.id(DIRECTOR), signed.id(DIRECTOR), "任务清单.docx", notice())
    await signed.quiet()
    (row,) = signed.rows(Document)
    assert (row.state, row.tries) == ("wanted", 1)
    with signed.session() as session:
        found = session.get_one(Document, row.id)
        found.state, found.tries, found.hash = "kept", 3, "0" * 64
        session.commit()
    await signed.stop()
    await signed.open()
    await signed.beat()
    assert signed.text(DIRECTOR) == (
        "「任务清单.docx」没有读完。请用 Word、Excel 或 WPS 另存为 .docx 或 .xlsx 后再发。"
    )
