"""/status and the weekly digest: one picture each, the way down from it, once a week whatever happens."""

import pytest

from db.tables import Digest, Outbox
from tests.conftest import NewCourt
from tests.house import (
    CIVIL,
    DIRECTOR,
    GUEST,
    INSPECTION,
    OFFICER,
    POLITICAL,
    PRESIDENT,
    REGISTRAR,
    REGISTRAR_HEAD,
    Court,
    at,
)
from tests.messages import Json, words


def digests(court: Court, chat: str | int | None = None) -> list[str]:
    where = court.group if chat is None else chat
    return [words(message) for message in court.heard(where) if "工作周报 第" in words(message)]


async def file_february(court: Court, title: str) -> None:
    task = court.task(title, "2026-02")
    await court.press(title, "task", task.id) if "fill" not in court.offers(title) else None
    await court.say(title, "应填20人，已填20人，记录0条", to=court.last(title)["message_id"])
    await court.press(title, "file", task.id)


async def test_status_is_one_picture_with_counts_and_the_whole_way_down_is_in_its_caption(signed: Court) -> None:
    await signed.until("2026-03-09 10:00")
    await file_february(signed, CIVIL)
    (caption,) = await signed.say(DIRECTOR, "/status")
    picture = signed.last(DIRECTOR)
    assert picture["photo"][-1]["width"] >= 800
    assert "截至 3月9日" in caption
    assert "报送：本月应报 16，按时 0，补报 1，逾期 15，未到期 0" in caption
    assert "待数据 47" in caption
    assert {"units", "areas", "overdue"} <= set(signed.offers(DIRECTOR))

    spoken = signed.telegram.history("editMessageText")
    await signed.press(DIRECTOR, "units")
    down = signed.last(DIRECTOR)
    assert (down["message_id"], down["photo"]) == (picture["message_id"], picture["photo"])
    unit = signed.posts(REGISTRAR)[0].unit_id
    await signed.press(DIRECTOR, "unit", unit)
    assert signed.last(DIRECTOR)["message_id"] == picture["message_id"]
    assert signed.text(DIRECTOR).startswith("立案庭\n已签收 ")
    assert "2月“三个规定”月报告，3月4日到期，已逾期 3 个工作日" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "up")
    await signed.press(DIRECTOR, "areas")
    await signed.press(DIRECTOR, "area", 2)
    await signed.press(DIRECTOR, "indicator", "2-1-1")
    assert signed.last(DIRECTOR)["message_id"] == picture["message_id"]
    assert signed.text(DIRECTOR).startswith("2.1.1 ")
    assert "牵头：派驻组" in signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "history")
    history = signed.last(DIRECTOR)
    assert history["message_id"] == picture["message_id"]
    assert "已提醒" in words(history) or "报送第 1 版" in words(history)
    for said in ("2.1.1 ", "2.1.1 “三个规定”", "三个规定", "各部门", "截至 3月9日"):  # back the way one came
        await signed.press(DIRECTOR, "up")
        assert said in signed.text(DIRECTOR)
    assert "up" not in signed.offers(DIRECTOR)
    assert signed.last(DIRECTOR)["message_id"] == picture["message_id"]
    assert len(signed.telegram.history("editMessageMedia")) == 1  # drawn anew at the top alone
    assert signed.telegram.history("editMessageText") == spoken

    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "overdue")
    first = signed.text(DIRECTOR)
    await signed.press(DIRECTOR, "matters", "late-0-2")
    late = first + signed.text(DIRECTOR)
    assert "立案庭" in late
    assert "民事审判庭" not in late
    assert "派驻组" in late


async def test_the_history_of_a_task_tells_who_was_reminded_and_who_filed_what(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")
    await file_february(signed, REGISTRAR)
    await signed.say(DIRECTOR, "局面")
    await signed.press(DIRECTOR, "units")
    await signed.press(DIRECTOR, "unit", signed.posts(REGISTRAR)[0].unit_id)
    await signed.press(DIRECTOR, "history", signed.task(REGISTRAR, "2026-02").id)
    text = signed.text(DIRECTOR)
    for wanted in ("3月2日 09:00", "已提醒立案庭联络员", "已提醒立案庭庭长", "立案庭联络员报送第 1 版", "应填 20 人"):
        assert wanted in text
    assert "　原文：应填20人，已填20人，记录0条" in text


async def test_a_contact_is_refused_the_overview(signed: Court) -> None:
    for asked, refusal in (("/status", "局面供"), ("局面", "局面供"), ("/digest", "周报供")):
        (answer,) = await signed.say(REGISTRAR, asked)
        assert answer.startswith(f"{refusal}院领导和创建办查看")
        assert "photo" not in signed.last(REGISTRAR)
    (answer,) = await signed.say(REGISTRAR, "/people")
    assert "此项由创建办主任办理" in answer


async def test_the_way_down_leads_a_head_to_the_own_department_and_no_further(signed: Court) -> None:
    """In the group the buttons of a digest hang in everybody's view."""
    await signed.until("2026-03-02 10:00")
    heard = len(signed.heard(signed.group))
    assert await signed.press(REGISTRAR_HEAD, "units", chat=signed.group) == "已发到您与本账号的私聊。"
    assert len(signed.heard(signed.group)) == heard
    assert signed.text(REGISTRAR_HEAD).startswith("立案庭\n")
    assert {verb for verb, _ in signed.buttons(REGISTRAR_HEAD)} == {"history", "indicators", "year"}
    await signed.press(REGISTRAR_HEAD, "history")
    assert "立案庭，2月“三个规定”月报告" in signed.text(REGISTRAR_HEAD)


async def test_a_contact_s_view_of_an_indicator_offers_only_what_the_contact_may_open(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "/why 1.1.2")
    assert signed.offers(REGISTRAR) == ["curve"]
    await signed.say(POLITICAL, "/why 1.1.2")
    assert set(signed.offers(POLITICAL)) == {"curve", "history"}


async def test_in_the_group_the_overview_is_for_those_who_hold_a_post(signed: Court) -> None:
    heard = len(signed.heard(signed.group))
    assert await signed.say(GUEST, "/status@duban_bot", chat=signed.group) == []
    assert len(signed.heard(signed.group)) == heard
    for title in (PRESIDENT, OFFICER, REGISTRAR_HEAD):
        (caption,) = await signed.say(title, "/status@duban_bot", chat=signed.group)
        assert "报送：" in caption
        assert "待您处理" not in caption
        assert "photo" in signed.last(signed.group)


async def test_what_waits_for_the_director_is_shown_to_nobody_else(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    (caption,) = await court.say(DIRECTOR, "/status")
    assert "待落实联络员的部门 16" in caption
    await court.fill()
    (caption,) = await court.say(PRESIDENT, "/status")
    assert "待您处理" not in caption


async def test_four_digests_are_numbered_one_for_each_week_that_has_a_working_day(new_court: NewCourt) -> None:
    court = await new_court("2026-02-10 09:00")
    await court.fill()
    await court.give()
    await court.until("2026-03-16 10:00")
    assert [(row.number, row.week) for row in court.rows(Digest)] == [
        (1, "2026-W07"),
        (2, "2026-W09"),  # the week between is all holiday
        (3, "2026-W10"),
        (4, "2026-W11"),
    ]
    issued = [row.issued_at for row in court.rows(Digest)]
    days = ("2026-02-24", "2026-03-02", "2026-03-09", "2026-03-16")
    assert issued == [at(f"{day} 09:00") for day in days]
    found = [message for message in court.heard(court.group) if "工作周报" in words(message)]
    assert [f"第 {n} 期" in words(message) for n, message in enumerate(found, start=1)] == [True] * 4
    assert all("photo" in message for message in found)
    assert "数据截至 2月14日 17:30" in words(found[0])
    assert "数据截至 2月28日 17:30" in words(found[1])
    (answer,) = await court.say(PRESIDENT, "/digest")
    assert answer == words(found[-1])


async def test_a_digest_tells_who_was_late_and_made_it_up_between_two_cut_offs(signed: Court) -> None:
    await signed.until("2026-03-05 10:00")  # the limit was the 4th
    await file_february(signed, REGISTRAR)
    await signed.until("2026-03-09 10:00")
    text = digests(signed)[-1]
    assert "按时 0，补报 1，逾期 14" in text
    assert "新增逾期 15，补报 1" in text
    await signed.until("2026-03-16 10:00")  # 派驻组's own summary is late since the 6th: the group hears nothing of it
    assert "新增逾期 0，补报 0" in digests(signed)[-1]


async def test_a_digest_announces_what_falls_due_before_it_has_opened(signed: Court) -> None:
    await signed.until("2026-03-30 10:00")  # the round of March opens on 1 April
    assert "本周到期：3月“三个规定”月报告（4月3日，15 项）" in digests(signed)[-1]


async def test_a_digest_tells_what_was_so_at_the_cut_off(signed: Court) -> None:
    await signed.until("2026-03-06 17:31")
    await file_february(signed, CIVIL)
    await signed.until("2026-03-09 10:00")
    assert "报送：本月应报 16，按时 0，补报 0，逾期 15" in digests(signed)[-1]
    before = digests(signed)[-1]
    await file_february(signed, REGISTRAR)
    (again,) = await signed.say(PRESIDENT, "/digest")
    assert again == before


async def test_whoever_files_between_cut_off_and_issue_is_not_named(signed: Court) -> None:
    await signed.until("2026-03-14 10:00")
    await file_february(signed, CIVIL)
    await signed.until("2026-03-16 10:00")
    assert "请关注" in digests(signed)[-1]
    assert "立案庭" in digests(signed)[-1]
    assert "民事审判庭" not in digests(signed)[-1]
    assert INSPECTION[:3] not in digests(signed)[-1]  # 派驻组 is no department of the house


@pytest.mark.parametrize("stopped", ["2026-03-06 12:00", "2026-03-06 18:00"])  # before and after the cut-off
async def test_after_more_than_a_week_offline_one_digest_is_issued(signed: Court, stopped: str) -> None:
    await signed.until(stopped)
    assert len(digests(signed)) == 1
    await signed.stop()
    signed.clock.move_to(at("2026-03-17 10:00"))
    await signed.open()
    assert len(digests(signed)) == 2
    assert "第 2 期（3月9日至3月15日）" in digests(signed)[-1]
    assert "数据截至 3月13日 17:30" in digests(signed)[-1]
    assert "已逾期 7 个工作日" in digests(signed)[-1]
    await signed.until("2026-03-23 10:00")
    assert len(digests(signed)) == 3
    numbers = [row.number for row in signed.rows(Digest, state="issued")]
    assert numbers == list(range(1, len(numbers) + 1))


async def test_without_a_group_the_digest_comes_to_the_director(signed: Court) -> None:
    signed.telegram.removes_bot(signed.id(DIRECTOR), signed.group)
    await signed.quiet()
    assert "已被移出领导小组群" in signed.text(DIRECTOR)
    await signed.until("2026-03-02 10:00")
    assert digests(signed) == []
    assert any("领导小组群尚未绑定，本期先报您一人" in words(message) for message in signed.heard(DIRECTOR))
    assert len(signed.unasked(DIRECTOR, signed.now.date())) == 1
    await signed.press(DIRECTOR, "digest-ready")
    only = digests(signed, DIRECTOR)[-1]
    assert "领导小组群尚未绑定，本期先报您一人" in only
    found: list[Json] = [message for message in signed.heard(DIRECTOR) if words(message) == only]
    assert "photo" in found[0]
    assert len(signed.rows(Outbox, kind="digest")) == 1
