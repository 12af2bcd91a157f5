"""What was spoken is fetched as any file is: from the update to the bytes on the disk, and what is told where it cannot
be had."""

import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bot import wire
from bot.settings import HOME
from db.tables import Audit, Note, Proof
from services import answered, history
from services.proving import PAUSE, TRIES
from tests import cellar
from tests.house import CIVIL, DIRECTOR, OFFICER, POLITICAL, PRESIDENT, REGISTRAR, Court
from tests.stories.test_closing import receipt
from tests.stories.test_exports import asked, document
from tests.stories.test_meeting import at_the_card
from tests.stories.test_review import at_review
from tests.stories.test_three_months import file_one


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


SOUND = b"OggS\x00\x02 twelve seconds"
DIGEST = sha(SOUND)
LARGE = "您发来的语音（视频）过大，未能留存，请打字发送，或分段重发。"
NOT_HAD = "「语音12秒.ogg」没有收到，请重新发送。"


def on_disk(court: Court, digest: str = DIGEST) -> Path:
    return court.folder / "proof" / digest[:2] / digest


async def spoken(court: Court, title: str = POLITICAL, **more: Any) -> list[str]:
    return await court.speak(title, content=SOUND, **more)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("voice", "语音12秒.ogg"),
        ("audio", "音频12秒.mp3"),
        ("video", "视频12秒.mp4"),
        ("video_note", "视频12秒.mp4"),
    ],
)
async def test_its_bytes_are_kept_under_their_hash_with_what_it_would_have_answered(
    signed: Court, kind: str, name: str
) -> None:
    await signed.until("2026-03-10 10:00")
    task = await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await spoken(signed, kind=kind)
    (note,), (row,) = signed.rows(Note), signed.rows(Proof)
    assert (row.note_id, note.task_id, row.report_id, row.entry_id) == (note.id, task.id, None, None)
    assert (row.state, row.hash, row.size, row.name) == ("kept", DIGEST, len(SOUND), name)
    assert on_disk(signed).read_bytes() == SOUND
    assert on_disk(signed).stat().st_mode & 0o777 == 0o600
    assert [entry.data for entry in signed.rows(Audit, verb="keep file", subject=f"proof/{row.id}")] == [
        {"hash": DIGEST}
    ]


async def test_it_proves_nothing_by_itself(signed: Court) -> None:
    """A recording is no minutes: the report waits for them as before."""
    await signed.until("2026-03-10 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, "3月6日 学习贯彻上级会议精神")
    assert "还缺会议纪要" in signed.text(POLITICAL)
    await spoken(signed)
    assert "还缺会议纪要" in signed.text(POLITICAL)
    assert "file" not in signed.offers(POLITICAL)


@pytest.mark.parametrize(("call", "fault"), [("getFile", "500"), ("getFile", "502"), ("download", "500")])
async def test_what_fails_once_is_fetched_later(signed: Court, call: str, fault: str) -> None:
    signed.telegram.faults.add(call, fault)
    await spoken(signed, CIVIL)
    assert [row.state for row in signed.rows(Proof)] == ["wanted"]
    await signed.until(signed.now + PAUSE)
    assert [(row.state, row.hash) for row in signed.rows(Proof)] == [("kept", DIGEST)]
    assert on_disk(signed).read_bytes() == SOUND


@pytest.mark.parametrize("call", ["getFile", "download"])
async def test_a_line_that_hangs_is_left_and_tried_again(
    signed: Court, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "READ_SECONDS", 0.5)
    signed.telegram.faults.add(call, "hang-after")
    await spoken(signed, CIVIL)
    await signed.until(signed.now + PAUSE)
    assert [(row.state, row.hash) for row in signed.rows(Proof)] == [("kept", DIGEST)]


@pytest.mark.parametrize(("call", "fault"), [("getFile", "404"), ("download", "404"), ("download", "500")])
async def test_where_it_cannot_be_had_in_an_hour_its_sender_hears_so_and_may_send_it_again(
    signed: Court, call: str, fault: str
) -> None:
    signed.telegram.faults.add(call, fault, times=TRIES)
    await spoken(signed, CIVIL)
    for _ in range(TRIES):
        await signed.until(signed.now + PAUSE)
    assert [(row.state, row.tries) for row in signed.rows(Proof)] == [("refused", TRIES)]
    assert signed.text(CIVIL) == NOT_HAD
    assert [row.data["reason"] for row in signed.rows(Audit, verb="refuse file")] != []
    await spoken(signed, CIVIL)
    assert [row.state for row in signed.rows(Proof)] == ["refused", "kept"]
    assert [note.text for note in signed.rows(Note)] == ["［语音 12 秒］"] * 2


async def test_what_telegram_refuses_for_good_is_told_at_once(signed: Court) -> None:
    signed.telegram.faults.add("getFile", "400", text="Bad Request: file is too big")
    heard = await spoken(signed, CIVIL)
    assert heard[-1] == NOT_HAD
    assert [row.state for row in signed.rows(Proof)] == ["refused"]


async def test_what_is_too_large_is_not_said_to_be_kept(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    task = signed.task(REGISTRAR, "2026-02")
    (said,) = await spoken(signed, REGISTRAR, claimed_size=21 << 20)
    assert said.startswith(LARGE + "\n【填报】")
    assert await spoken(signed, OFFICER, claimed_size=21 << 20) == [LARGE]
    said, *_ = await spoken(signed, REGISTRAR, claimed_size=21 << 20, caption="应填45人，已填45人，记录1条")
    assert said == LARGE
    assert "应填 45 人" in signed.text(REGISTRAR)
    assert signed.rows(Proof) == []
    assert signed.rows(Note)[0].task_id == task.id, "that something came is on record all the same"


async def test_of_what_is_locked_and_too_large_both_are_told(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
    receipt = signed.last(REGISTRAR)["message_id"]
    await signed.off_until("2026-04-20 10:00")
    first, second = await spoken(signed, REGISTRAR, claimed_size=21 << 20, reply_to=receipt)
    assert first == LARGE
    assert second.startswith("本期已锁定")


async def test_more_bytes_than_were_told_are_not_kept(signed: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed.house._safes["proof"], "_largest", len(SOUND) - 1)
    heard = await spoken(signed, CIVIL)
    assert heard[-1] == NOT_HAD
    assert not on_disk(signed).exists()


async def test_whoever_oversees_can_have_it_and_it_leaves_with_the_proof(shipped: Court) -> None:
    row = await at_review(shipped)
    await receipt(shipped, row)
    await spoken(shipped, REGISTRAR, reply_to=shipped.last(REGISTRAR)["message_id"])
    (proof,) = shipped.rows(Proof)
    await shipped.say(PRESIDENT, "/status")
    await shipped.press(PRESIDENT, "matters", "review-0-1")
    await shipped.press(PRESIDENT, "history", row.id)
    await shipped.press(PRESIDENT, "report")
    assert "① 语音12秒.ogg" in shipped.text(PRESIDENT)
    await shipped.press(PRESIDENT, "proof", proof.id)
    assert document(shipped, PRESIDENT) == ("语音12秒.ogg", SOUND)
    assert [entry.subject for entry in shipped.rows(Audit, verb="view proof")] == [f"proof/{proof.id}"]
    await asked(shipped, OFFICER, "evidence", "5-2-1")
    with ZipFile(BytesIO(document(shipped, OFFICER)[1])) as zipped:
        assert zipped.read(f"proofs/5.2.1/{proof.id:04d}-语音12秒.ogg") == SOUND


async def test_where_nothing_was_reported_it_is_to_be_had_all_the_same(signed: Court) -> None:
    await signed.until("2026-03-10 10:00")
    task = await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await spoken(signed)
    page = await signed.use(lambda office: answered.of(office, task, 1))
    assert [(file.name, file.state) for file in page.files] == [("语音12秒.ogg", "kept")]
    assert (await signed.use(lambda office: history.of(office, task))).has_report


async def test_what_was_told_to_the_monthly_round_is_for_no_other_eyes(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await spoken(signed, REGISTRAR)
    (row,) = signed.rows(Proof)
    task, who = signed.task(REGISTRAR, "2026-02"), signed.id(DIRECTOR)
    assert row.state == "kept"
    assert await signed.use(lambda office: answered.file(office, who, row.id)) is None
    assert (await signed.use(lambda office: answered.of(office, task, 1))).files == ()
    assert not (await signed.use(lambda office: history.of(office, task))).has_report


async def test_with_its_speaker_it_is_given_out_and_erased(signed: Court) -> None:
    """A voice is whose it is. What another has sent alike stays."""
    alike = SOUND + b"2"
    await spoken(signed, CIVIL)
    for title in (CIVIL, OFFICER):
        await signed.speak(title, content=alike)
    (signed.folder / "sandbox").symlink_to(signed.folder)
    number, out = str(signed.id(CIVIL)), signed.folder / "person.json"
    assert person(signed, "export", number, str(out)).returncode == 0
    assert [row["hash"] for row in json.loads(out.read_text())["proof"]] == [DIGEST, sha(alike)]
    done = person(signed, "erase", number)
    assert (done.returncode, done.stderr) == (0, "")
    assert not on_disk(signed, DIGEST).exists()
    assert on_disk(signed, sha(alike)).read_bytes() == alike
    gone = [(row.state, row.file_id, row.file_unique_id) for row in signed.rows(Proof, state="erased")]
    assert gone == [("erased", "", "")] * 2
    assert [row.hash for row in signed.rows(Proof, state="kept")] == [sha(alike)]


def person(court: Court, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "DUBAN_DATA_DIR": str(court.folder), **cellar.address_in(court.folder)}
    line = [sys.executable, "-m", "bot", "person", *arguments]
    return subprocess.run(line, cwd=HOME, env=env, capture_output=True, text=True, check=False)
