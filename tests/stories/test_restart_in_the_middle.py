"""The house is stopped, or killed, and opened again on the same files: nothing is lost and nothing happens twice."""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot import lock
from db.tables import Audit, Inbox, Outbox, Reading, Reminder, Report
from services import auditing
from tests.house import CIVIL, DIRECTOR, REGISTRAR, Court, at
from tests.messages import Json, words
from tests.settings import SETTINGS


def said(court: Court) -> Counter[tuple[str, str]]:
    """(chat, words) of every message that Telegram took."""
    calls = court.telegram.history("sendMessage") + court.telegram.history("sendPhoto")
    taken = (call["params"] for call in calls if call["ok"])
    return Counter((str(p["chat_id"]), str(p.get("text") or p.get("caption"))) for p in taken)


async def again(court: Court, *, killed: bool) -> None:
    await (court.abandon() if killed else court.stop())
    await court.open()
    await court.beat()


@pytest.mark.parametrize("killed", [False, True])
async def test_a_draft_its_buttons_and_what_was_said_meanwhile_live_on(signed: Court, killed: bool) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "fill")
    before = said(signed)
    await (signed.abandon() if killed else signed.stop())
    signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "45 45 0")
    signed.telegram.says(signed.id(CIVIL), signed.id(CIVIL), "应填30人，已填30人，记录1条")
    await signed.open()
    await signed.beat()
    assert "应填 45 人，均已在平台填报，无记录事项" in signed.text(REGISTRAR)
    assert "记录 1 条" in signed.text(CIVIL)
    await again(signed, killed=killed)
    await signed.press(REGISTRAR, "file")
    await again(signed, killed=killed)
    assert "已报送，第 1 版，按时" in signed.text(REGISTRAR)
    assert [report.state for report in signed.rows(Report)] == ["filed", "draft"]
    news = said(signed) - before
    assert set(news.values()) == {1}
    assert len(news) == 2


@pytest.mark.parametrize("killed", [False, True])
async def test_three_days_with_a_restart_at_every_due_instant_bring_the_same_as_three_days_without(
    signed: Court, killed: bool
) -> None:
    while (due := await signed.house.next_due()) and due <= at("2026-03-06 18:00"):
        signed.clock.move_to(due)
        await signed.beat()
        await again(signed, killed=killed)
    cards = signed.rows(Outbox, kind="card", edits=None)
    assert max(Counter(row.key for row in cards).values()) == 1
    assert {row.state for row in signed.rows(Outbox)} <= {"sent", "dropped"}
    assert max(Counter((r.task_id, r.audience, r.rung) for r in signed.rows(Reminder)).values()) == 1
    # open, T-1, T and T+1 of fifteen departments, open and T-1 and T of the summary
    days = Counter(row.since.astimezone(SETTINGS.zone).day for row in cards if row.chat_id == signed.id(REGISTRAR))
    assert days[2] == days[3] == days[4] == days[5] == 1
    assert max(said(signed).values()) <= 4  # the same words on four days, each time once
    with signed.session() as session:
        assert auditing.first_broken(session) is None


@pytest.mark.parametrize("after", [0, 0.002, 0.005, 0.01, 0.02, 0.04, 0.08])
async def test_whenever_it_is_killed_a_press_takes_effect_once(signed: Court, after: float) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "应填45人，已填45人，记录0条")
    number, data = signed.button(signed.id(REGISTRAR), "file")
    signed.telegram.presses(signed.id(REGISTRAR), signed.id(REGISTRAR), number, data)
    await asyncio.sleep(after)  # real time: where the kill strikes
    await again(signed, killed=True)
    (report,) = signed.rows(Report)
    assert report.state == "filed"
    assert "已报送，第 1 版，按时" in signed.text(REGISTRAR)
    assert len([row for row in signed.rows(Audit) if row.verb == "file"]) == 1
    assert len(signed.rows(Reading)) == 3
    assert max(Counter(row.update_id for row in signed.rows(Inbox)).values()) == 1


async def test_a_reminder_that_was_on_its_way_is_said_once_more_and_says_so(signed: Court) -> None:
    signed.telegram.faults.add("sendMessage", "hang-after")
    signed.clock.move_to(at("2026-03-02 09:00"))
    await signed.house.beat()
    while not (hung := [call for call in signed.telegram.history("sendMessage") if call["fault"]]):
        await asyncio.sleep(0.01)
    assert hung[0]["ok"]
    await again(signed, killed=True)
    chat = hung[0]["params"]["chat_id"]
    copies = [c["params"]["text"] for c in signed.telegram.history("sendMessage") if c["params"]["chat_id"] == chat]
    twice = copies[-2:]
    assert twice[1].startswith("【补发·可能重复 #")
    assert twice[1].partition("\n")[2] == twice[0]
    await again(signed, killed=True)
    assert len(signed.heard(int(chat))) == len(copies)


async def test_an_answer_that_was_on_its_way_is_never_said_twice(signed: Court) -> None:
    before = len(signed.heard(REGISTRAR))
    signed.telegram.faults.add("sendMessage", "hang-after")
    signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "/tasks")
    while not any(call["fault"] for call in signed.telegram.history("sendMessage")):
        await asyncio.sleep(0.01)
    await again(signed, killed=True)
    assert len(signed.heard(REGISTRAR)) == before + 1


async def test_buttons_from_before_a_restart_are_good_after_it(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    card: Json = signed.last(REGISTRAR)
    await again(signed, killed=False)
    await signed.press(REGISTRAR, "zero", on=card)
    assert "请回复应填人数" in words(signed.last(REGISTRAR))
    (answer,) = await signed.say(DIRECTOR, "/status")
    assert "报送：" in answer


def test_a_second_bot_on_the_same_records_is_refused_with_one_line(tmp_path: Path) -> None:
    held = lock.hold(tmp_path)
    try:
        with pytest.raises(lock.Taken, match="another Duban is running"):
            lock.hold(tmp_path)
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--port", "0"],
            env={**os.environ, "DUBAN_DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=30,
        )
        assert done.returncode == 1
        assert done.stderr.splitlines() == [f"duban: {tmp_path}：另有一个督办程序正在使用这些记录"]
        assert done.stdout == ""
    finally:
        os.close(held)
