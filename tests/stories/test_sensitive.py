"""What must not be kept is kept nowhere, and the clean part of the same message is answered as usual."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import SQLModel

from db import engine
from db.tables import Inbox, Note, Outbox, Proof, Reading, Report, Task
from services import noting
from tests import cellar
from tests.forbidden import CASE, FULL, IDENTITY, LANDLINE, MOBILE
from tests.house import DIRECTOR, POLITICAL, REGISTRAR, Court
from tests.sandbox.pictures import png

PDF = b"%PDF-1.4 \xe7\xba\xaa\xe8\xa6\x81"
FIGURES = "应填45人，已填45人，记录1条"
READ = {"should": 45, "filed": 45, "records": 1}
SECRETS = {
    "identity": (IDENTITY, "身份证号"),
    "identity in groups": (f"{IDENTITY[:6]}-{IDENTITY[6:14]}-{IDENTITY[14:]}".translate(FULL), "身份证号"),
    "mobile": (MOBILE, "电话号码"),
    "landline": (LANDLINE, "电话号码"),
    "case": (CASE, "案号"),
}
STORY = "系某局局长张三过问李四案"
NAMES = ("张三", "李四", "过问", "某局")


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def written(secret: str) -> set[bytes]:
    """In all forms in which it could be stored."""
    escaped = json.dumps(secret)[1:-1]
    return {form.encode(code) for form in (secret, escaped) for code in ("utf-8", "utf-16-le")}


def rows_of(court: Court) -> Iterator[tuple[str, str]]:
    """Every column of every row of every table, as text."""
    if cellar.ON_SERVER:
        with court.session() as session:
            for table in SQLModel.metadata.sorted_tables:
                yield from ((table.name, "\x1f".join(map(str, row))) for row in session.execute(table.select()))
        return
    connection = sqlite3.connect(f"file:{court.records}?mode=ro", uri=True)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    assert len(tables) > 20
    for table in tables:
        for row in connection.execute(f'select * from "{table}"'):
            yield table, "\x1f".join(map(str, row))
    connection.close()


def traces(court: Court, log: pytest.LogCaptureFixture, *secrets: str) -> list[str]:
    """Where any of them is to be found: tables, files below the folder of the records, the log."""
    forms = {form for secret in secrets for form in written(secret)}
    places = {f"table {table}" for table, text in rows_of(court) if any(form in text.encode() for form in forms)}
    files = [path for path in court.folder.rglob("*") if path.is_file() and not path.name.startswith("telegram.db")]
    assert cellar.ON_SERVER or court.records in files
    places |= {f"file {path.name}" for path in files if any(form in path.read_bytes() for form in forms)}
    if any(form in log.text.encode() for form in forms):
        places.add("log")
    return sorted(places)


def drafted(court: Court, title: str = REGISTRAR, period: str = "2026-02") -> dict[str, int | None]:
    (report,) = court.rows(Report, task_id=court.task(title, period).id)
    return {row.field: row.num for row in court.rows(Reading, report_id=report.id)}


async def at_the_round(court: Court) -> Court:
    await court.until("2026-03-02 10:00")
    return court


async def slipped(court: Court, title: str, kind: str = "message", **content: Any) -> list[str]:
    """A message of a sort that the sandbox's page does not offer. What is said to it."""
    before = len(court.heard(title))
    person = {"id": court.id(title), "is_bot": False, "first_name": title}
    frame = {"message_id": 90_001, "date": int(court.now.timestamp()), "from": person}
    chat = {"id": court.id(title), "type": "private", "first_name": title}
    court.telegram.slips_in({kind: frame | {"chat": chat} | content})
    await court.quiet()
    return [str(message.get("text")) for message in court.heard(title)[before:]]


async def test_the_search_finds_what_is_kept(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    await court.say(REGISTRAR, "差不多都填了吧")
    logging.getLogger("bot").warning("差不多都填了吧")
    found = traces(court, caplog, "差不多都填了吧")
    assert {"table inbox", "table note", "log"} <= set(found)
    assert cellar.ON_SERVER or any(place.startswith("file duban.db") for place in found)


# what is known by its looks


@pytest.mark.parametrize("kind", SECRETS)
async def test_in_a_text(signed: Court, caplog: pytest.LogCaptureFixture, kind: str) -> None:
    court, (secret, name) = await at_the_round(signed), SECRETS[kind]
    told, check = await court.say(REGISTRAR, f"{FIGURES}，联系{secret}")
    assert told.startswith(f"这条消息中疑似有{name}，该部分没有保存，其余内容已保留。\n请立即删除原消息。\n")
    assert "应填 45 人，已填 45 人，记录 1 条" in check
    await court.press(REGISTRAR, "file")
    assert drafted(court) == READ
    assert traces(court, caplog, secret) == []


@pytest.mark.parametrize("kind", SECRETS)
async def test_as_the_whole_text(signed: Court, caplog: pytest.LogCaptureFixture, kind: str) -> None:
    court, (secret, name) = await at_the_round(signed), SECRETS[kind]
    (told,) = await court.say(REGISTRAR, f"{name}：{secret}")
    assert told.startswith(f"这条消息没有保存：其中疑似有{name}。\n请立即删除原消息。\n")
    assert not court.rows(Note)
    assert traces(court, caplog, secret) == []


@pytest.mark.parametrize("kind", SECRETS)
async def test_in_a_caption_and_in_the_name_of_a_file(
    signed: Court, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    court, (secret, name) = await at_the_round(signed), SECRETS[kind]
    said = await court.send(REGISTRAR, "a.pdf", PDF, caption=f"{FIGURES}，{secret}")
    assert name in said[0]
    said = await court.send(REGISTRAR, f"{secret}.pdf", PDF, caption=FIGURES)
    assert name in said[0]
    said = await court.send(REGISTRAR, "a.jpg", png(800, 600), photo=True, caption=secret)
    assert name in said[0]
    assert drafted(court) == READ
    assert traces(court, caplog, secret) == []


@pytest.mark.parametrize("kind", SECRETS)
async def test_in_a_changed_message_and_in_a_reply_to_it(
    signed: Court, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    court, (secret, name) = await at_the_round(signed), SECRETS[kind]
    await court.say(REGISTRAR, "46 45 1")
    own = max(
        message["message_id"] for message in court.telegram.messages(court.id(REGISTRAR)) if is_own(court, message)
    )
    court.telegram.edits(court.id(REGISTRAR), court.id(REGISTRAR), own, f"{FIGURES}，{secret}")
    await court.quiet()
    assert drafted(court) == READ
    assert any(name in str(message.get("text")) for message in court.heard(REGISTRAR))
    await court.say(REGISTRAR, "44 44 0", to=own)
    assert drafted(court) == {"should": 44, "filed": 44, "records": 0}
    assert traces(court, caplog, secret) == []


def is_own(court: Court, message: dict[str, Any]) -> bool:
    return bool(message["from"]["id"] == court.id(REGISTRAR))


async def test_as_a_contact(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    contact = {"phone_number": MOBILE, "first_name": "张某某", "vcard": f"TEL:{MOBILE}"}
    (told,) = await slipped(court, REGISTRAR, contact=contact)
    assert "疑似有电话号码" in told
    assert traces(court, caplog, MOBILE, "张某某") == []


async def test_in_a_forwarded_message(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": MOBILE}
    told, refused = await slipped(court, REGISTRAR, text=f"45 45 1 {IDENTITY}", forward_origin=origin)
    assert "疑似有身份证号" in told
    assert "转发的消息不作为填报" in refused
    assert not court.rows(Report)
    await slipped(court, REGISTRAR, text=f"45 45 1，{STORY}", forward_origin=origin)
    assert traces(court, caplog, IDENTITY, MOBILE, *NAMES) == []


async def test_of_several_kinds_one_message_tells(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    told, check = await court.say(REGISTRAR, f"{FIGURES}，{CASE}，{MOBILE}，{IDENTITY}")
    assert "疑似有身份证号、电话号码、案号，" in told
    assert len(told.splitlines()) == 5
    assert "记录 1 条" in check
    assert [row.args for row in court.rows(Outbox, kind="guarded")] == [
        {"kinds": ["identity", "phone", "case"], "whole": False}
    ]
    assert traces(court, caplog, CASE, MOBILE, IDENTITY) == []


async def test_a_file_is_kept_under_a_blackened_name(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    await court.say(POLITICAL, "2月27日 专题研究意识形态工作")
    await court.send(POLITICAL, f"纪要-{MOBILE}.pdf", PDF)
    (proof,) = court.rows(Proof)
    assert (proof.name, proof.state) == ("纪要-■■■■.pdf", "kept")
    assert traces(court, caplog, MOBILE) == []


@pytest.mark.parametrize(
    ("name", "caption"),
    [("【机密】某项专案.pdf", None), ("某项专案.pdf", "密级：秘密"), ("某项专案.pdf", "机密★1年\n某项专案")],
)
async def test_a_marked_file_is_not_kept(
    signed: Court, caplog: pytest.LogCaptureFixture, name: str, caption: str | None
) -> None:
    court = await at_the_round(signed)
    await court.say(POLITICAL, "2月27日 专题研究意识形态工作")
    (told,) = await court.send(POLITICAL, name, PDF, caption=caption)
    assert told.startswith("这条消息没有保存：其中疑似有密级标识。")
    assert "由专门渠道报送" in told
    assert not court.rows(Proof)
    assert not [
        path
        for path in court.folder.rglob("*")
        if path.is_file()
        and PDF in path.read_bytes()
        and not path.name.startswith("telegram.db")
        and path.parent.name != "files"
    ]
    assert traces(court, caplog, "某项专案", "机密", "密级：秘密") == []


async def test_a_marked_text_is_not_kept(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    (told,) = await court.say(REGISTRAR, "机密★1年\n关于某项专案的通知\n45 45 1")
    assert "疑似有密级标识" in told
    assert not court.rows(Report)
    assert traces(court, caplog, "机密", "某项专案") == []


# what only the task reveals


async def test_who_asked_about_what_is_struck_out_of_an_answer_to_the_round(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    court = await at_the_round(signed)
    told, check = await court.say(REGISTRAR, f"{FIGURES}，{STORY}")
    assert told == (
        "这条消息中的人员和案件情况没有保存。\n请立即删除原消息。\n具体情况请在记录报告平台填写，这里只需人数和条数。"
    )
    assert "应填 45 人，已填 45 人，记录 1 条" in check
    assert traces(court, caplog, *NAMES) == []
    await court.press(REGISTRAR, "file")
    assert drafted(court) == READ
    (note,) = court.rows(Note)
    assert note.text == FIGURES
    assert [row.raw["message"]["text"] for row in court.rows(Inbox) if row.raw and "message" in row.raw][-1] == FIGURES
    await court.say(DIRECTOR, "局面")
    await court.press(DIRECTOR, "units")
    await court.press(DIRECTOR, "unit", court.posts(REGISTRAR)[0].unit_id)
    await court.press(DIRECTOR, "history", court.task(REGISTRAR, "2026-02").id)
    await court.stop()
    assert traces(court, caplog, *NAMES) == []


async def test_an_answer_that_is_nothing_else_is_asked_for_again(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    court = await at_the_round(signed)
    (told,) = await court.say(REGISTRAR, STORY.removeprefix("系"))
    assert told.startswith("这条消息中的人员和案件情况没有保存。")
    assert "记录报告平台" in told
    assert [note.text for note in court.rows(Note)] == [""]
    assert traces(court, caplog, *NAMES) == []


async def test_in_a_change_a_caption_a_file_name_and_a_reply(signed: Court, caplog: pytest.LogCaptureFixture) -> None:
    court = await at_the_round(signed)
    await court.say(REGISTRAR, "46 45 1")
    own = max(
        message["message_id"] for message in court.telegram.messages(court.id(REGISTRAR)) if is_own(court, message)
    )
    court.telegram.edits(court.id(REGISTRAR), court.id(REGISTRAR), own, f"{FIGURES}，{STORY}")
    await court.quiet()
    assert drafted(court) == READ
    await court.say(REGISTRAR, "44 44 0", to=own)
    await court.send(REGISTRAR, f"{STORY}.pdf", PDF, caption=f"{FIGURES}，{STORY}")
    await court.send(REGISTRAR, f"{STORY}.pdf", PDF)
    assert drafted(court) == READ
    assert traces(court, caplog, *NAMES) == []


async def test_a_story_does_not_wait_until_it_is_said_which_task_it_answers(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    court = await at_the_round(signed)
    told, *_ = await court.say(POLITICAL, f"差不多都填了，记录1条，{STORY}")
    assert "人员和案件情况没有保存" in told
    assert traces(court, caplog, *NAMES) == []
    (note,) = court.rows(Note)
    assert note.text == "记录1条"


async def test_the_log_of_the_file_is_wiped_and_not_only_written_over(
    signed: Court, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cellar.file_in(signed.folder)
    court = await at_the_round(signed)
    wipe = engine.wipe
    monkeypatch.setattr(engine, "wipe", lambda _: False)
    await court.say(REGISTRAR, f"{FIGURES}，{STORY}")
    assert traces(court, caplog, *NAMES) == ["file duban.db-wal"]
    monkeypatch.setattr(engine, "wipe", wipe)
    await court.beat()
    assert traces(court, caplog, *NAMES) == []


async def test_while_somebody_reads_the_records_it_is_tried_again(
    signed: Court, caplog: pytest.LogCaptureFixture
) -> None:
    court = await at_the_round(signed)
    reader = sqlite3.connect(court.records)
    reader.execute("begin")
    reader.execute("select count(*) from task").fetchall()
    await court.say(REGISTRAR, f"{FIGURES}，{STORY}")
    assert drafted(court) == READ
    assert traces(court, caplog, *NAMES) == ["file duban.db-wal"]
    reader.close()
    await court.beat()
    assert traces(court, caplog, *NAMES) == []


async def test_a_kill_before_the_wiping_is_made_good_at_the_start(
    signed: Court, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    court = await at_the_round(signed)
    wipe = engine.wipe
    monkeypatch.setattr(engine, "wipe", lambda _: False)
    await court.say(REGISTRAR, f"{FIGURES}，{STORY}")
    holder = sqlite3.connect(court.records)  # the last one to leave would tidy up
    holder.execute("select count(*) from task").fetchall()
    await court.abandon()
    assert traces(court, caplog, *NAMES) == ["file duban.db-wal"]
    monkeypatch.setattr(engine, "wipe", wipe)
    await court.open()
    holder.close()
    assert traces(court, caplog, *NAMES) == []


async def test_an_ordinary_answer_wipes_nothing(signed: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    court = await at_the_round(signed)
    called: list[object] = []

    def wipe(database: object) -> bool:
        called.append(database)
        return True

    monkeypatch.setattr(engine, "wipe", wipe)
    await court.say(REGISTRAR, FIGURES)
    await court.press(REGISTRAR, "file")
    assert court.rows(Task, id=court.task(REGISTRAR, "2026-02").id)[0].state == "filed"
    assert called == []


async def test_what_goes_wrong_is_told_in_the_log_without_anybody_s_words(
    signed: Court, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(office: object, text: str, message_id: int) -> None:
        raise ValueError(text) from KeyError(text)

    court = await at_the_round(signed)
    monkeypatch.setattr(noting, "keep", fails)
    (told,) = await court.say(REGISTRAR, f"{FIGURES}，{STORY}")
    assert "刚才没有办成" in told
    assert "ValueError" in caplog.text
    assert "in fails" in caplog.text
    assert FIGURES not in caplog.text
    assert traces(court, caplog, *NAMES) == []
