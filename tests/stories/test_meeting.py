"""意识形态工作会议: planned, reported with date, topic and minutes; two a year, one each half."""

import hashlib
from datetime import date

import pytest

from db.tables import Counts, Entry, Note, Proof, Report, Task
from tests.conftest import NewCourt
from tests.house import DIRECTOR, PARTY, POLITICAL, Court
from tests.messages import words
from tests.sandbox.pictures import png

MINUTES = "会议纪要……".encode()
DIGEST = hashlib.sha256(MINUTES).hexdigest()
TOPIC = "学习贯彻上级会议精神，研判意识形态领域情况"


async def at_the_card(court: Court, period: str = "2026-H1") -> Task:
    task = court.task(POLITICAL, period)
    await court.say(POLITICAL, "/tasks")
    await court.press(POLITICAL, "task", task.id)
    return task


async def report(court: Court, period: str, day: str) -> None:
    task = await at_the_card(court, period)
    await court.press(POLITICAL, "held", task.id)
    await court.say(POLITICAL, f"{day} {TOPIC}")
    await court.send(POLITICAL, f"{day}纪要.txt", MINUTES + day.encode())
    await court.press(POLITICAL, "file", task.id)


async def test_a_meeting_is_reported_with_date_topic_and_minutes_and_enters_the_register(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    task = await at_the_card(signed)
    assert "上半年意识形态工作会议" in signed.text(POLITICAL)
    assert "本半年应召开 1 次，全年不少于 2 次" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "held")
    assert "请回复召开日期和议题" in signed.text(POLITICAL)
    await signed.say(POLITICAL, "3月6日")
    assert "请回复会议议题" in signed.text(POLITICAL)
    await signed.say(POLITICAL, TOPIC)
    assert "还缺会议纪要" in signed.text(POLITICAL)
    assert "file" not in signed.offers(POLITICAL)
    await signed.send(POLITICAL, "会议纪要.docx", MINUTES)
    assert "请核对" in signed.text(POLITICAL)
    assert f"3月6日（周五）召开，议题：{TOPIC}，纪要 1 个文件" in signed.text(POLITICAL)
    assert not signed.rows(Entry)
    await signed.press(POLITICAL, "file")
    assert "已报送，第 1 版，按时" in signed.text(POLITICAL)

    (entry,) = signed.rows(Entry)
    assert (entry.on_date, entry.title, entry.unit_id) == (date(2026, 3, 6), TOPIC, task.unit_id)
    assert [counts.entry_id for counts in signed.rows(Counts)] == [entry.id]
    (proof,) = signed.rows(Proof)
    assert (proof.state, proof.hash, proof.size, proof.covers) == ("kept", DIGEST, len(MINUTES), "2026-H1")
    kept = signed.folder / "proof" / DIGEST[:2] / DIGEST
    assert kept.read_bytes() == MINUTES
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert signed.task(POLITICAL, "2026-H1").state == "filed"


async def test_a_day_that_cannot_be_is_asked_back_and_nothing_said_is_lost(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    task = await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    said = {
        f"2月30日 {TOPIC}": "没有这一天",
        f"明天 {TOPIC}": "这一天还没有到",
        f"2026年3月20日 {TOPIC}": "这一天还没有到",
        f"2025年12月3日 {TOPIC}": "这一天不在上半年",
        "开过了": "请回复召开日期和议题",
    }
    for text, answer in said.items():
        assert answer in (await signed.say(POLITICAL, text))[0]
        assert (signed.rows(Note)[-1].text, signed.rows(Note)[-1].task_id) == (text, task.id)
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    assert "还缺会议纪要" in signed.text(POLITICAL)
    assert len(signed.rows(Report)) == 1


async def test_an_oversized_file_is_refused_with_a_sentence_and_what_was_begun_stays(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    (answer,) = await signed.send(POLITICAL, "录像.mp4", b"x", mime="application/octet-stream", claimed_size=25 << 20)
    assert "文件超过 20 MB，没有保存" in answer
    assert not signed.rows(Proof)
    await signed.send(POLITICAL, "纪要.jpg", png(800, 600), photo=True)
    assert "纪要 1 个文件" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "file")
    assert [entry.title for entry in signed.rows(Entry)] == [TOPIC]
    assert [proof.state for proof in signed.rows(Proof)] == ["kept"]


async def test_minutes_with_date_and_topic_as_their_caption_are_a_report_in_one_message(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.send(POLITICAL, "纪要.docx", MINUTES, caption=f"3月6日 {TOPIC}")
    assert f"3月6日（周五）召开，议题：{TOPIC}，纪要 1 个文件" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "file")
    assert len(signed.rows(Entry)) == 1


async def test_a_file_that_telegram_does_not_hand_out_at_once_is_fetched_later(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    signed.telegram.faults.add("getFile", "500")
    await signed.send(POLITICAL, "纪要.docx", MINUTES)
    assert [(proof.state, proof.tries) for proof in signed.rows(Proof)] == [("wanted", 1)]
    await signed.press(POLITICAL, "file")
    await signed.until("2026-03-10 10:10")
    assert [(proof.state, proof.hash) for proof in signed.rows(Proof)] == [("kept", DIGEST)]


async def test_a_file_that_nothing_open_wants_is_not_taken(signed: Court) -> None:
    (answer,) = await signed.send(PARTY, "通知.docx", MINUTES)
    assert "没有对应的待办需要这个文件" in answer
    assert not signed.rows(Proof)


async def test_a_planned_day_is_shown_and_must_be_one_to_come(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "plan")
    assert "请回复计划召开的日期" in signed.text(POLITICAL)
    assert "计划日期应在今天之后" in (await signed.say(POLITICAL, "2026年2月3日"))[0]
    assert "没有这一天" in (await signed.say(POLITICAL, "4月31日"))[0]
    await signed.say(POLITICAL, "4月15日")
    assert "计划于 4月15日（周三）召开" in signed.text(POLITICAL)
    assert signed.task(POLITICAL, "2026-H1").planned_on == date(2026, 4, 15)
    assert signed.task(POLITICAL, "2026-H1").state == "open"


async def test_two_meetings_in_the_first_half_do_not_spare_the_second(new_court: NewCourt) -> None:
    court = await new_court("2026-06-24 09:00")
    await court.fill()
    await court.give()
    await report(court, "2026-H1", "6月23日")
    assert court.task(POLITICAL, "2026-H1").state == "filed"
    await court.until("2026-07-01 09:05")
    task = await at_the_card(court, "2026-H2")
    assert "下半年意识形态工作会议" in court.text(POLITICAL)
    assert "本半年应召开 1 次" in court.text(POLITICAL)
    await court.say(DIRECTOR, "/why 1.1.2")
    assert "≥ 2" in court.text(DIRECTOR)
    await report(court, "2026-H2", "7月1日")
    assert court.task(POLITICAL, "2026-H2").state == "filed"
    await court.say(DIRECTOR, "/why 1.1.2")
    assert "现为 2" in court.text(DIRECTOR)
    assert task.id != court.task(POLITICAL, "2026-H1").id


async def test_what_the_first_half_lacks_the_second_has_to_hold(new_court: NewCourt) -> None:
    court = await new_court("2026-06-26 09:00")
    await court.fill()
    await court.give()
    await court.until("2026-07-01 09:05")
    await at_the_card(court, "2026-H2")
    assert "本半年应召开 2 次" in court.text(POLITICAL)
    await report(court, "2026-H2", "7月1日")
    assert "本半年还应召开 1 次" in court.text(POLITICAL)
    assert court.task(POLITICAL, "2026-H2").state == "open"
    await court.until("2026-07-02 09:05")
    await report(court, "2026-H2", "7月2日")
    assert court.task(POLITICAL, "2026-H2").state == "filed"


@pytest.mark.parametrize("proven_again", [False, True])
async def test_a_corrected_meeting_replaces_the_entry_and_keeps_its_minutes(signed: Court, proven_again: bool) -> None:
    await signed.until("2026-03-10 10:00")
    await report(signed, "2026-H1", "3月6日")
    receipt = signed.last(POLITICAL)
    await signed.press(POLITICAL, "correct", on=receipt)
    await signed.say(POLITICAL, f"3月5日 {TOPIC}")
    if proven_again:
        await signed.send(POLITICAL, "签到表.txt", b"...")
    assert f"纪要 {1 + proven_again} 个文件" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "file")
    assert "已更正，第 2 版" in signed.text(POLITICAL)
    first, second = signed.rows(Entry)
    assert (second.replaces, second.on_date) == (first.id, date(2026, 3, 5))
    assert {proof.state for proof in signed.rows(Proof)} == {"kept"}
    assert "此后已有更正" not in words(signed.last(POLITICAL))
