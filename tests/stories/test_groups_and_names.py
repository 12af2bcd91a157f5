"""What goes on in groups, and in whose name it is said: nobody is taken for somebody, and nothing is lost by it."""

import asyncio

import pytest

from bot import intake
from db.tables import Inbox, Proof, Report, Room
from tests.conftest import NewCourt
from tests.house import DIRECTOR, GUEST, POLITICAL, PRESIDENT, REGISTRAR, STRANGER, Court
from tests.messages import words
from tests.sandbox.pictures import png

BRIEF = "示范法院创建工作周报 第"


async def in_a_supergroup(court: Court) -> int:
    new = court.telegram.migrates(court.group)
    await court.quiet()
    return new


def said_in(court: Court, chat: int) -> list[str]:
    return [text for text in map(words, court.heard(chat)) if text]


@pytest.mark.parametrize("name", ["the group", "a channel"])
async def test_whoever_speaks_in_another_s_name_is_nobody(signed: Court, name: str) -> None:
    group = await in_a_supergroup(signed)
    signed.telegram.promotes_bot(signed.id(DIRECTOR), group)
    await signed.quiet()
    director = signed.id(DIRECTOR)
    channel = signed.telegram.new_channel("院内通报", director)
    before = said_in(signed, group)
    for text in ("/status", "/start", "取消", "45 45 0"):
        signed.telegram.says(director, group, text, as_chat=group if name == "the group" else channel)
        await signed.quiet()
    assert said_in(signed, group) == before
    assert [(row.sender, row.raw) for row in signed.rows(Inbox)[-4:]] == [(None, None)] * 4
    assert await signed.say(DIRECTOR, "/status", chat=group)


@pytest.mark.parametrize("title", [DIRECTOR, PRESIDENT, GUEST])
async def test_whoever_makes_the_bot_an_administrator_does_not_drive_it_out(signed: Court, title: str) -> None:
    before = said_in(signed, signed.group)
    signed.telegram.promotes_bot(signed.id(title), signed.group)
    await signed.quiet()
    assert signed.telegram.history("leaveChat") == []
    assert said_in(signed, signed.group) == before
    await signed.until("2026-03-02 10:00")
    assert said_in(signed, signed.group)[-1].startswith(BRIEF)


@pytest.mark.parametrize("title", [PRESIDENT, GUEST])
async def test_whoever_upgrades_the_group_it_is_followed_at_once(signed: Court, title: str) -> None:
    new = signed.telegram.migrates(signed.group, by=signed.id(title))
    await signed.quiet()
    assert [room.chat_id for room in signed.rows(Room, until=None)] == [new]
    await signed.until("2026-03-02 10:00")
    assert said_in(signed, new)[-1].startswith(BRIEF)
    assert {call["ok"] for call in signed.telegram.history("sendPhoto")} == {True}


@pytest.mark.parametrize("title", [PRESIDENT, GUEST])
async def test_whoever_puts_the_bot_out_the_director_hears_of_it_at_once(signed: Court, title: str) -> None:
    signed.telegram.removes_bot(signed.id(title), signed.group)
    await signed.quiet()
    assert signed.rows(Room, until=None) == []
    assert "领导小组群" in signed.text(DIRECTOR)


@pytest.mark.parametrize("title", [DIRECTOR, GUEST])
async def test_a_channel_is_left_whoever_puts_the_bot_into_it(signed: Court, title: str) -> None:
    channel = signed.telegram.new_channel("院内通报", signed.id(title))
    signed.telegram.adds_bot(signed.id(title), channel)
    await signed.quiet()
    assert signed.telegram.history("leaveChat")[-1]["params"]["chat_id"] == str(channel)
    assert signed.telegram.messages(channel) == []


async def test_what_members_do_among_themselves_is_not_remarked_on(signed: Court) -> None:
    signed.telegram.promotes_bot(signed.id(DIRECTOR), signed.group)
    await signed.until("2026-03-02 10:00")
    before, digest = said_in(signed, signed.group), signed.last(signed.group)["message_id"]
    guest = signed.id(GUEST)
    signed.telegram.removes_member(guest, signed.group)
    signed.telegram.adds_member(guest, signed.group)
    signed.telegram.adds_member(signed.id(STRANGER), signed.group, by=signed.id(PRESIDENT))
    signed.telegram.pins(signed.id(PRESIDENT), signed.group, digest)
    signed.telegram.reacts(guest, signed.group, digest, "👍")
    signed.telegram.forwards(signed.id(PRESIDENT), signed.group, signed.group, digest)
    signed.telegram.says(signed.id(PRESIDENT), signed.group, "请各部门抓紧")
    await signed.quiet()
    assert said_in(signed, signed.group) == before
    assert {row.state for row in signed.rows(Inbox)} == {"done"}


@pytest.mark.parametrize("origin", ["a person", "a hidden person", "the group", "a channel", "the bot"])
async def test_forwarded_words_count_for_nothing_wherever_they_come_from(signed: Court, origin: str) -> None:
    group = await in_a_supergroup(signed)
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "45 45 0")
    director, me = signed.id(DIRECTOR), signed.id(REGISTRAR)
    signed.telegram.adds_member(me, group, by=director)
    channel = signed.telegram.new_channel("院内通报", director)
    signed.telegram.adds_member(me, channel)
    await signed.quiet()
    if origin == "the bot":
        source, number = me, signed.last(REGISTRAR)["message_id"]
    else:
        source = channel if origin == "a channel" else group
        name = group if origin == "the group" else None
        number = signed.telegram.says(director, source, "取消", as_chat=name)["message_id"]
    signed.telegram.forwards(me, me, source, number, hidden=origin == "a hidden person")
    await signed.quiet()
    assert "转发的消息不作为填报" in signed.text(REGISTRAR)
    assert [report.state for report in signed.rows(Report)] == ["draft"]


async def test_an_album_is_proof_with_all_that_is_in_it(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    task = signed.task(POLITICAL, "2026-H1")
    await signed.say(POLITICAL, "/tasks")
    await signed.press(POLITICAL, "task", task.id)
    await signed.press(POLITICAL, "held", task.id)
    before = len(signed.heard(POLITICAL))
    pages = [(f"{number}.png", png(100 + number, 80)) for number in range(3)]
    me = signed.id(POLITICAL)
    signed.telegram.sends_album(me, me, pages, caption="3月6日 研判意识形态领域情况", photos=True)
    await signed.quiet()
    assert [(proof.state, proof.covers) for proof in signed.rows(Proof)] == [("kept", "2026-H1")] * 3
    assert len({proof.hash for proof in signed.rows(Proof)}) == 3
    assert len({proof.album for proof in signed.rows(Proof)} - {None}) == 1
    assert "纪要 3 个文件" in signed.text(POLITICAL)
    assert len(signed.heard(POLITICAL)) - before == 1, "one album, one answer"
    assert "file" in signed.offers(POLITICAL)


@pytest.mark.parametrize("trouble", ["deleted", "never started"])
async def test_whoever_can_t_be_written_to_is_unreachable_for_whatever_reason(signed: Court, trouble: str) -> None:
    me = signed.id(REGISTRAR)
    if trouble == "deleted":
        signed.telegram.deactivates(me)
    else:
        signed.telegram.world.people.mark(me, "started", 0)
    await signed.until("2026-03-02 09:30")
    assert signed.person(REGISTRAR).state == "unreachable"
    assert "立案庭联络员已联系不上" in signed.text(DIRECTOR)


async def test_a_webhook_that_somebody_set_is_named_and_waited_out(
    new_court: NewCourt, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(intake, "BACKOFF", (0.01,) * 6)  # real seconds: the line is real
    court = await new_court("2026-02-25 14:00")
    court.telegram.call("setWebhook", {"url": "http://127.0.0.1:9/"})
    court.telegram.says(court.id(DIRECTOR), court.id(DIRECTOR), "/start")
    async with asyncio.timeout(10):
        while "a webhook is set for this token" not in caplog.text:
            await asyncio.sleep(0.005)
    assert not court.heard(DIRECTOR)
    court.telegram.call("deleteWebhook", {})
    await court.quiet()
    assert court.heard(DIRECTOR)


async def test_an_album_that_nobody_wants_or_that_is_forwarded_is_answered_once(signed: Court) -> None:
    """Ten files are one thing that somebody did."""
    await signed.until("2026-03-02 10:00")
    me = signed.id(REGISTRAR)
    pages = [(f"{number}.png", png(100 + number, 80)) for number in range(3)]
    before = len(signed.heard(REGISTRAR))
    sent = signed.telegram.sends_album(me, me, pages)
    await signed.quiet()
    assert len(signed.heard(REGISTRAR)) == before + 1
    assert "转发" not in signed.text(REGISTRAR)
    assert signed.rows(Proof) == []
    signed.telegram.forwards(me, me, me, sent[0]["message_id"])
    await signed.quiet()
    assert len(signed.heard(REGISTRAR)) == before + 2
    assert "转发的消息不作为填报" in signed.text(REGISTRAR)
