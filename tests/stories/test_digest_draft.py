"""The weekly report as a draft: what the director sees at the cut-off, and may do to it before the group reads it."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from db.tables import Audit, Digest, Outbox
from services import issuing, previewing
from tests.conftest import moved_in
from tests.house import CIVIL, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, Court, at
from tests.messages import Json, words
from tests.stories.test_private_first import red
from tests.stories.test_status_and_digest import digests, file_february

CUT_OFF = "2026-03-13 17:30"  # 7 working days after the limit of February; two issues are out


@pytest.fixture(scope="session")
def drafted_installation(signed_installation: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafted")
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _draft(signed_installation, folder)).result()
    return folder


async def _draft(source: Path, target: Path) -> None:
    court = await moved_in(source, target / "court", "2026-02-26 11:00")
    await court.until(CUT_OFF)
    await court.keep(target)


@pytest.fixture
async def drafted(drafted_installation: Path, tmp_path: Path) -> AsyncIterator[Court]:
    """Friday, 13 March, 17:30: nobody has filed for February, the draft of no. 3 has just come."""
    court = await moved_in(drafted_installation, tmp_path / "drafted", CUT_OFF)
    yield court
    await court.close()


def the_draft(court: Court) -> Json:
    """The newest message that shows it."""
    heads = ("【周报草稿】", "【已签发】", "【未印发】")
    return next(m for m in reversed(court.heard(DIRECTOR)) if words(m).startswith(heads))


def row(court: Court, week: str = "2026-W11") -> Digest:
    return court.rows(Digest, week=week)[0]


async def test_at_the_cut_off_the_director_reads_what_the_group_would_read(drafted: Court) -> None:
    draft = the_draft(drafted)
    head, _, text = words(draft).partition("\n")
    assert head == "【周报草稿】请审阅。如不暂缓，3月16日（周一）09:00 印发。"
    assert "photo" in draft
    assert "● 2月“三个规定”月报告：" in text
    assert "立案庭" in text
    assert "已逾期 7 个工作日，3月2日起已提醒" in text
    (sent,) = [r for r in drafted.rows(Outbox, kind="digest-draft") if r.edits is None and r.state == "sent"][-1:]
    assert (sent.chat_id, sent.since.astimezone(drafted.now.tzinfo).isoformat()[:16]) == (
        drafted.id(DIRECTOR),
        "2026-03-13T17:30",
    )
    await drafted.until("2026-03-14 10:00")
    await file_february(drafted, CIVIL)
    assert words(the_draft(drafted)) == words(draft)
    await drafted.until("2026-03-16 08:30")
    assert the_draft(drafted)["message_id"] == draft["message_id"]
    assert "民事审判庭" not in words(the_draft(drafted))
    seen, _, code = words(the_draft(drafted)).partition("\n")[2].rpartition("\n")
    assert code.startswith("日志校验码 ")
    await drafted.until("2026-03-16 09:00")
    assert digests(drafted)[-1] == seen
    assert words(the_draft(drafted)) == f"【已签发】第 3 期周报，3月16日 09:00\n{seen}"
    assert "reply_markup" not in the_draft(drafted)


async def test_issued_at_once_it_goes_out_when_the_office_opens_and_is_changed_no_more(drafted: Court) -> None:
    draft = the_draft(drafted)
    stale = {verb: drafted.button(drafted.id(DIRECTOR), verb, on=draft) for verb in ("digest-issue", "digest-hold")}
    assert await drafted.press(DIRECTOR, "digest-issue", on=draft) == "已签发，下次上班时发出。"
    assert row(drafted).state == "issued"
    for number, data in stale.values():
        toast = await drafted.touch(DIRECTOR, drafted.id(DIRECTOR), number, data, force=True)
        assert toast == "本期已经印发，内容不再改动。"
    assert len(digests(drafted)) == 2
    issued, noon = row(drafted), at("2026-03-13 12:00")
    days = await drafted.use(lambda o: (issuing.day_of(o, issued), issuing.day_of(o.at(noon), issued)))
    assert days == (date(2026, 3, 16), date(2026, 3, 13))  # who was told on that very day is not named at noon
    await drafted.until("2026-03-16 09:00")
    assert "第 3 期" in digests(drafted)[-1]
    assert [r.number for r in drafted.rows(Digest)] == [1, 2, 3]


async def test_before_the_cut_off_there_is_nothing_to_issue_or_to_hold(drafted: Court) -> None:
    coming = row(drafted).id + 1
    for act in (previewing.issue, previewing.hold, previewing.unnote):
        assert await drafted.use(lambda office, act=act: act(office, coming, 0)) == "digest-none"
    assert [r.state for r in drafted.rows(Digest)] == ["issued", "issued", "frozen"]


async def test_held_it_waits_on_the_card_of_every_day_until_the_director_issues_it(drafted: Court) -> None:
    stale = drafted.button(drafted.id(DIRECTOR), "digest-issue", on=the_draft(drafted))
    assert await drafted.press(DIRECTOR, "digest-hold", on=the_draft(drafted)) == "已暂缓，待您签发。"
    assert words(the_draft(drafted)).startswith("【周报草稿】已暂缓，待您签发。\n")
    assert await drafted.touch(DIRECTOR, drafted.id(DIRECTOR), *stale, force=True) == "这张卡片已有变化，现已更新。"
    for day in ("2026-03-16", "2026-03-17"):
        await drafted.until(f"{day} 09:05")
        assert len(digests(drafted)) == 2
        (card,) = drafted.unasked(DIRECTOR, drafted.now.date())
        assert "第 3 期周报已暂缓，尚未印发。" in str((card.params or {})["text"])
    await drafted.press(DIRECTOR, "digest-draft")
    assert await drafted.press(DIRECTOR, "digest-issue", on=the_draft(drafted)) == "已签发。"
    assert "第 3 期（3月9日至3月15日）" in digests(drafted)[-1]
    assert "数据截至 3月13日 17:30" in digests(drafted)[-1]


async def test_one_that_is_held_all_week_gives_its_number_to_the_next(drafted: Court) -> None:
    stale = the_draft(drafted)
    await drafted.press(DIRECTOR, "digest-hold", on=stale)
    held = drafted.button(drafted.id(DIRECTOR), "digest-issue", on=the_draft(drafted))
    await drafted.until("2026-03-23 09:05")
    assert "第 3 期（3月16日至3月22日）" in digests(drafted)[-1]
    assert len(digests(drafted)) == 3
    assert (row(drafted).state, row(drafted).number) == ("dropped", None)
    old = next(m for m in drafted.heard(DIRECTOR) if m["message_id"] == stale["message_id"])
    assert words(old).startswith("【未印发】期号第 3 期由下一期沿用。")
    toast = await drafted.touch(DIRECTOR, drafted.id(DIRECTOR), *held, force=True)
    assert toast == "这一期未印发，期号已由下一期沿用。"
    assert len(digests(drafted)) == 3


async def test_a_note_stands_above_the_figures(drafted: Court) -> None:
    await drafted.press(DIRECTOR, "digest-note", on=the_draft(drafted))
    (said,) = await drafted.say(DIRECTOR, "长" * 81)
    assert said.startswith("请压缩到 80 字以内。")
    await drafted.say(DIRECTOR, "二月数据已经院务会研究。")
    assert "\n按：二月数据已经院务会研究。\n结果：" in words(the_draft(drafted))
    await drafted.press(DIRECTOR, "digest-unnote", on=the_draft(drafted))
    assert "按：" not in words(the_draft(drafted))
    await drafted.press(DIRECTOR, "digest-note", on=the_draft(drafted))
    await drafted.say(DIRECTOR, "请各部门本周补报")
    await drafted.until("2026-03-16 09:00")
    assert "\n按：请各部门本周补报\n" in digests(drafted)[-1]


async def test_a_row_is_left_out_with_a_reason_and_the_record_says_so(drafted: Court) -> None:
    task = drafted.task(REGISTRAR, "2026-02")
    await drafted.press(DIRECTOR, "digest-rows", on=the_draft(drafted))
    assert "立案庭，2月“三个规定”月报告，已逾期 7 个工作日" in drafted.text(DIRECTOR)
    which = f"{row(drafted).id}-{task.id}"
    await drafted.press(DIRECTOR, "digest-leave", which)
    (said,) = await drafted.say(DIRECTOR, "。")
    assert said.startswith("未写明事由，仍予列名。")
    (said,) = await drafted.say(DIRECTOR, "平台升级，数据已核实报送中")
    assert said.startswith("不列：立案庭：“三个规定”月报告")
    assert "另有 1 项暂不列名，事由存查。" in words(the_draft(drafted))
    await drafted.press(DIRECTOR, "digest-rows")
    assert "（不列：平台升级，数据已核实报送中）" in drafted.text(DIRECTOR)
    assert await drafted.press(DIRECTOR, "digest-relist", which) == "已恢复列名。"
    assert "暂不列名" not in words(the_draft(drafted))
    await drafted.press(DIRECTOR, "digest-leave", which)
    await drafted.say(DIRECTOR, "平台升级，数据已核实报送中")
    await drafted.until("2026-03-16 09:00")
    assert "立案庭" not in digests(drafted)[-1]
    assert "民事审判庭" in digests(drafted)[-1]
    assert "另有 1 项暂不列名，事由存查。" in digests(drafted)[-1]
    (left,) = row(drafted).facts["left_out"]
    assert (left["unit"], left["by"]) == ("立案庭", "创建办主任")
    (sent,) = [r for r in drafted.rows(Outbox, kind="digest", chat_id=drafted.group) if r.args["digest"] == 3]
    assert "立案庭" not in red(drafted, sent)
    await drafted.say(PRESIDENT, "/status")
    await drafted.press(PRESIDENT, "units")
    await drafted.press(PRESIDENT, "unit", task.unit_id)
    await drafted.press(PRESIDENT, "history", task.id)
    said = "3月9日至3月15日的周报：政治部主任未列名，事由：平台升级，数据已核实报送中"  # the same person
    assert said in drafted.text(PRESIDENT)
    assert len(drafted.rows(Audit, verb="leave out of digest", subject=f"task/{task.id}")) == 2


async def test_nobody_but_who_directs_may_touch_it_and_of_two_the_second_is_told(drafted: Court) -> None:
    draft = the_draft(drafted)
    number, data = drafted.button(drafted.id(DIRECTOR), "digest-issue", on=draft)
    await drafted.say(OFFICER, "/digest")
    where = drafted.last(OFFICER)["message_id"]
    toast = await drafted.touch(OFFICER, drafted.id(OFFICER), where, data, force=True)
    assert toast == "这个按钮不适用于您，或已失效，请用最新的消息。"
    assert row(drafted).state == "frozen"
    await drafted.say(DIRECTOR, "今天到3月20日请假")
    assert "期间由谁代岗？" in drafted.text(DIRECTOR)
    await drafted.say(DIRECTOR, "政治部副主任 1")
    await drafted.say(OFFICER, "/digest")
    await drafted.press(OFFICER, "digest-draft")
    assert await drafted.press(OFFICER, "digest-hold") == "已暂缓，待您签发。"
    assert await drafted.touch(DIRECTOR, drafted.id(DIRECTOR), number, data, force=True) == (
        "这张卡片已有变化，现已更新。"
    )
    assert row(drafted).state == "held"
    await drafted.until("2026-03-20 17:31")
    assert drafted.text(OFFICER).startswith("【周报草稿】请审阅。")
    assert "3月16日至3月22日" in drafted.text(OFFICER)
    assert "3月16日至3月22日" not in words(the_draft(drafted))
    await drafted.press(OFFICER, "digest-note")
    asked = drafted.last(OFFICER)["message_id"]
    await drafted.until("2026-03-21 10:00")  # acts for nobody any more
    assert await drafted.say(OFFICER, "请各部门本周补报", to=asked) == ["此项由创建办主任办理。"]
    assert row(drafted, "2026-W12").facts["note"] == ""


async def test_a_bot_that_was_off_at_the_cut_off_calls_nobody_in_the_night(signed: Court) -> None:
    await signed.until("2026-02-27 10:00")
    await signed.stop()
    signed.clock.move_to(signed.now.replace(day=28, hour=23))
    await signed.open()
    assert not [m for m in signed.heard(DIRECTOR) if "周报草稿" in words(m)]
    await signed.say(DIRECTOR, "/digest")
    assert words(the_draft(signed)).startswith("【周报草稿】请审阅。如不暂缓，3月2日（周一）09:00 印发。")
    assert row(signed, "2026-W09").state == "frozen"
