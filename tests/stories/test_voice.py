"""What is spoken is kept with the task that it answers, and asked for in words."""

import pytest

from db.tables import Audit, Note, Reading, Report
from tests.house import CIVIL, DIRECTOR, OFFICER, POLITICAL, REGISTRAR, Court
from tests.messages import words
from tests.stories.test_corrections import held
from tests.stories.test_meeting import TOPIC, at_the_card
from tests.stories.test_readings import open_question, task, with_everything
from tests.stories.test_three_months import file_one

KEPT = "您发来的语音（视频）已收到，正随本项留存，但无法识别，请打字回复。\n"
KEPT_ALONE = "您发来的语音（视频）已收到，正在留存，但无法识别，请打字发送。"


def notes(court: Court) -> list[tuple[str, int | None]]:
    return [(note.text, note.task_id) for note in court.rows(Note)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("voice", "［语音 12 秒］"),
        ("audio", "［音频 12 秒］"),
        ("video", "［视频 12 秒］"),
        ("video_note", "［视频 12 秒］"),
    ],
)
async def test_a_recording_is_kept_with_the_only_open_task_and_the_question_stands_again(
    signed: Court, kind: str, text: str
) -> None:
    await signed.until("2026-03-02 10:00")
    row = signed.task(REGISTRAR, "2026-02")
    (answer,) = await signed.speak(REGISTRAR, kind)
    assert answer.startswith(f"{KEPT}【填报】2月“三个规定”月报告\n立案庭")
    assert signed.offers(REGISTRAR) == ["fill", "zero"]
    assert notes(signed) == [(text, row.id)]
    (kept,) = signed.rows(Audit, verb="keep recording")
    (note,) = signed.rows(Note)
    assert kept.subject == f"note/{note.id}"
    assert kept.data == {"kind": kind, "seconds": 12}
    assert not signed.rows(Report)  # twelve seconds are no twelve people
    await signed.say(REGISTRAR, "45 45 0")
    await signed.press(REGISTRAR, "file", row.id)
    assert "已报送，第 1 版" in signed.text(REGISTRAR)


async def test_with_a_question_before_the_eyes_that_question_is_repeated(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    row = await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, "3月6日")
    (answer,) = await signed.speak(POLITICAL)
    assert answer.startswith(KEPT)
    assert "请回复会议议题" in answer
    assert notes(signed)[-1] == ("［语音 12 秒］", row.id)
    await signed.say(POLITICAL, TOPIC)
    assert "还缺会议纪要" in signed.text(POLITICAL)


async def test_words_under_a_recording_are_an_answer_as_always(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    row = signed.task(REGISTRAR, "2026-02")
    await signed.speak(REGISTRAR, "video", caption="应填45人，已填45人，记录1条")
    assert "应填 45 人，已填 45 人，记录 1 条" in signed.text(REGISTRAR)
    assert "无法识别" not in signed.text(REGISTRAR)
    assert notes(signed) == [("［视频 12 秒］", row.id), ("应填45人，已填45人，记录1条", row.id)]
    await signed.press(REGISTRAR, "file")
    (report,) = signed.rows(Report)
    assert {r.field: r.num for r in signed.rows(Reading, report_id=report.id)} == {
        "should": 45,
        "filed": 45,
        "records": 1,
    }


async def test_with_several_open_it_is_asked_which_one_and_nothing_is_guessed(whole: Court) -> None:
    await with_everything(whole)
    (answer,) = await whole.speak(REGISTRAR, seconds=5)
    assert answer == f"{KEPT_ALONE}\n所答的是哪一项？请先点下方对应的一项："
    assert {verb for verb, _ in whole.buttons(REGISTRAR)} == {"task", "sheet"}
    assert notes(whole)[-1] == ("［语音 5 秒］", None)
    assert not whole.rows(Report)


async def test_with_several_open_the_question_that_was_asked_last_is_meant(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.3.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    (answer,) = await whole.speak(REGISTRAR)
    assert answer.startswith(KEPT)
    assert notes(whole)[-1] == ("［语音 12 秒］", row.id)
    await whole.say(REGISTRAR, "7 7")
    (report,) = whole.rows(Report, task_id=row.id)
    assert {r.num for r in whole.rows(Reading, report_id=report.id)} == {7}


async def test_in_reply_to_a_receipt_it_is_about_that_report_and_so_is_what_is_typed_then(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    await held(signed, "3月13日", "部署下一步工作安排", another=True)
    (answer,) = await signed.speak(POLITICAL, reply_to=first)
    assert answer.startswith(KEPT)
    await signed.say(POLITICAL, f"3月5日 {TOPIC}", to=signed.last(POLITICAL)["message_id"])
    (draft,) = signed.rows(Report, state="draft")
    assert draft.replaces == signed.rows(Report, state="filed")[0].id


async def test_about_what_is_locked_the_director_hears(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
    receipt = signed.last(REGISTRAR)["message_id"]
    await signed.off_until("2026-04-20 10:00")
    (answer,) = await signed.speak(REGISTRAR, reply_to=receipt)
    assert answer.startswith("本期已锁定，不能更正。您写的内容已保留，并已告知创建办。")
    assert any("请求更正已锁定的内容" in words(message) for message in signed.heard(DIRECTOR))


async def test_with_nothing_open_it_is_kept_all_the_same(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, CIVIL, "2026-02", "45 45 0")
    assert await signed.speak(CIVIL) == [KEPT_ALONE]
    assert await signed.speak(OFFICER) == [KEPT_ALONE]
    assert [text for text, _ in notes(signed)][-2:] == ["［语音 12 秒］"] * 2


async def test_words_put_under_a_recording_later_are_an_answer_too(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    row = signed.task(REGISTRAR, "2026-02")
    message = signed.telegram.records(signed.id(REGISTRAR), signed.id(REGISTRAR), "voice", 3)
    await signed.quiet()
    signed.telegram.edits(signed.id(REGISTRAR), signed.id(REGISTRAR), message["message_id"], "45 45 0")
    await signed.quiet()
    assert "应填 45 人" in signed.text(REGISTRAR)
    assert notes(signed) == [("［语音 3 秒］", row.id), ("45 45 0", row.id)]
