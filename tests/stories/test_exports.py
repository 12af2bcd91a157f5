"""导出: documents made of the records, in chat and at the terminal, opened again and compared with the records."""

import argparse
import hashlib
import json
import subprocess
import sys
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import icalendar
import openpyxl
import pytest
from docx import Document

from bot import workshop
from bot.app import maker_of, words_of
from bot.safe import Safe
from bot.terminal import exports
from bot.terminal.records import Complaint
from db.queries import outbox
from db.tables import Audit, Indicator, Outbox, Proof, Report, Task
from domain.paper import Wanted
from services import exporting
from services.office import Office
from tests import cellar
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, OFFICER, POLITICAL, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.settings import SETTINGS

MINUTES, TOPIC = "会议纪要……".encode(), "学习贯彻上级会议精神"
HOSTILE = "../../=cmd|'A0'!纪要.txt"
OWN_COLUMNS = ["项目领域", "项目内容", "测评指标", "牵头部门", "责任部门"]


async def worked(court: Court) -> None:
    """A month's report and its correction, a meeting with minutes of a hostile name."""
    await court.until("2026-03-04 10:00")
    task = court.task(CIVIL, "2026-02")
    await court.press(CIVIL, "task", task.id) if "fill" not in court.offers(CIVIL) else None
    await court.say(CIVIL, "应填20人，已填19人，记录0条", to=court.last(CIVIL)["message_id"])
    await court.press(CIVIL, "file", task.id)
    await court.say(CIVIL, "应填20人，已填20人，记录1条", to=court.last(CIVIL)["message_id"])
    await court.press(CIVIL, "file", task.id)
    meeting = court.task(POLITICAL, "2026-H1")
    await court.say(POLITICAL, "/tasks")
    await court.press(POLITICAL, "task", meeting.id)
    await court.press(POLITICAL, "held", meeting.id)
    await court.say(POLITICAL, f"3月3日 {TOPIC}")
    await court.send(POLITICAL, HOSTILE, MINUTES)
    await court.press(POLITICAL, "file", meeting.id)


async def taken(court: Court, title: str, name: str) -> tuple[str, bytes]:
    """The file's name and bytes, as somebody asks for it from the overview."""
    await court.say(title, "/status")
    await court.press(title, "exports")
    assert await court.press(title, "export", name) == "文件正在生成，随后发到这里。"
    return document(court, title)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def document(court: Court, title: str) -> tuple[str, bytes]:
    found = next(m["document"] for m in reversed(court.telegram.messages(court.id(title))) if "document" in m)
    where = court.telegram.call("getFile", {"file_id": found["file_id"]})["file_path"]
    content = court.telegram.download(where)
    assert content is not None
    return found["file_name"], content


def trail(court: Court) -> list[tuple[str, Any]]:
    return [(row.subject, row.data) for row in court.rows(Audit, verb="export")]


async def test_a_ledger_has_every_indicator_every_version_and_is_on_the_trail(signed: Court) -> None:
    await worked(signed)
    name, content = await taken(signed, DIRECTOR, "ledger")
    assert name == "台账_2026年3月4日.xlsx"
    book = opened(content)
    sheet, history = book["台账"], book["填报履历"]
    rows = list(sheet.iter_rows(min_row=4))
    indicators = signed.rows(Indicator)
    assert [cell.value for cell in sheet[3]][:5] == OWN_COLUMNS
    assert [row[2].value.partition(" ")[0] for row in rows] == [one.code for one in indicators]
    assert [row[3].value for row in rows] == [one.lead for one in indicators]
    assert len([span for span in sheet.merged_cells.ranges if span.min_col == 1 and span.min_row > 3]) == 6
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, sheet.print_title_rows) == (8, "landscape", "$3:$3")
    assert (sheet.freeze_panes, sheet.sheet_properties.pageSetUpPr.fitToPage, setup.fitToHeight) == ("D4", True, 0)

    filed = list(history.iter_rows(min_row=4, values_only=True))
    assert len(filed) == len([row for row in signed.rows(Report) if row.state != "draft"])
    first, second = (row for row in filed if row[3] == "民事审判庭")
    assert (first[5], first[7], first[8]) == ("1", "民事审判庭联络员", "应填 20 人，已填 19 人，记录 0 条")
    assert (second[5], second[8], second[9]) == ("2", "应填 20 人，已填 20 人，记录 1 条", "按时")
    assert (first[12], second[12]) == ("已被更正", f"更正 {first[4]}")

    (month,) = (row for row in rows if row[2].value.startswith("2.1.1 "))
    start = int(month[-1].hyperlink.location.rpartition("!A")[2])
    assert (month[-1].value, history.cell(start, 1).value) == ("2 版", "2.1.1")
    (meeting,) = (row for row in rows if row[2].value.startswith("1.1.2 "))
    assert TOPIC in meeting[7].value
    assert meeting[12].value == "文件 1 个"
    sha256 = hashlib.sha256(content).hexdigest()
    assert trail(signed) == [("ledger", {"which": "", "sha256": sha256, "size": len(content)})]
    assert signed.rows(Audit, verb="export")[0].person_id == signed.person(DIRECTOR).id
    assert f"校验值 {sha256[:16]}" in signed.text(DIRECTOR)
    assert not any((signed.folder / "export").iterdir())


async def test_a_bundle_has_the_files_their_hashes_and_where_the_trail_stood(signed: Court) -> None:
    await worked(signed)
    (proof,) = signed.rows(Proof)
    last = signed.rows(Audit)[-1]
    name, content = await taken(signed, DIRECTOR, "evidence")
    assert name == "佐证材料_2026年3月4日.zip"
    with ZipFile(BytesIO(content)) as zipped:
        manifest = json.loads(zipped.read("manifest.json"))
        files = {one["path"]: one["sha256"] for one in manifest["files"]}
        assert {path: hashlib.sha256(zipped.read(path)).hexdigest() for path in files} == files
        assert sorted(zipped.namelist()) == sorted([*files, "manifest.json"])
        path = f"proofs/1.1.2/{proof.id:04d}-=cmd_'A0'!纪要.txt"
        assert zipped.read(path) == MINUTES
        page = zipped.read("indicators/1.1.2.html").decode()
        index = zipped.read("index.html").decode()
    assert manifest["trail"] == {"row": last.n, "hash": last.hash}
    assert manifest["missing"] == []
    assert len([one for one in files if one.startswith("indicators/")]) == 51
    assert TOPIC in page
    assert str(proof.hash) in page
    assert "政治部联络员报送第 1 版" in page
    assert 'href="indicators/1.1.2.html"' in index

    # what is not to hand is named, and what was altered is left out
    kept = signed.folder / "proof" / str(proof.hash)[:2] / str(proof.hash)
    kept.write_bytes(b"something else")
    await asked(signed, OFFICER, "evidence", "1")
    with ZipFile(BytesIO(document(signed, OFFICER)[1])) as zipped:
        assert not [name for name in zipped.namelist() if name.startswith("proofs/")]
        (missing,) = json.loads(zipped.read("manifest.json"))["missing"]
        assert (missing["indicator"], missing["name"], missing["reason"]) == ("1.1.2", HOSTILE, "altered")
        assert "与收到时的校验值不符，未收入" in zipped.read("index.html").decode()
    kept.unlink()
    await asked(signed, OFFICER, "evidence", "1-1-2")
    with ZipFile(BytesIO(document(signed, OFFICER)[1])) as zipped:
        (missing,) = json.loads(zipped.read("manifest.json"))["missing"]
        assert (missing["reason"], missing["sha256"]) == ("missing", proof.hash)
        assert f"缺失：存放处没有此文件</td><td>{proof.hash}" in zipped.read("index.html").decode()


async def asked(court: Court, title: str, name: str, which: str) -> None:
    """As a press on a button of a smaller part."""

    def ask(office: Office) -> None:
        office.person_id = court.person(title).id
        exporting.ask(office, court.id(title), name, which)

    await court.use(ask)


def events(content: bytes) -> dict[str, Any]:
    found = icalendar.Calendar.from_ical(content)
    assert found["METHOD"] == "PUBLISH"
    return {str(event["UID"]): event for event in found.walk("VEVENT")}


async def test_a_contact_gets_the_own_limits_and_a_moved_one_moves_in_the_calendar(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "/tasks")
    await signed.press(REGISTRAR, "export", "calendar-own")
    name, content = document(signed, REGISTRAR)
    assert name == "日历_2026年3月2日.ics"
    task = signed.task(REGISTRAR, "2026-02")
    before = events(content)
    dated = [row for row in signed.tasks(REGISTRAR) if not row.quiet]
    assert {uid.partition("@")[0] for uid in before} == {f"task-{row.id}" for row in dated}
    (uid,) = (uid for uid in before if uid.startswith(f"task-{task.id}@"))
    event = before[uid]
    assert event.decoded("DTSTART") == date(2026, 3, 4)
    assert str(event["SUMMARY"]) == "2月“三个规定”月报告"
    alarms = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(hours=-15), timedelta(hours=9)]  # 9:00 the day before, and on the day

    def move(office: Office) -> None:
        row = office.session.get_one(Task, task.id)
        row.due, row.first_due, row.rev = date(2026, 3, 6), row.due, row.rev + 1
        gone = next(other for other in dated if other.form == "signing")
        other = office.session.get_one(Task, gone.id)
        other.state, other.step, other.rev = "withdrawn", "withdrawn", other.rev + 1

    await signed.use(move)
    await signed.press(REGISTRAR, "export", "calendar-own")
    after = events(document(signed, REGISTRAR)[1])
    assert after.keys() == before.keys()
    assert after[uid].decoded("DTSTART") == date(2026, 3, 6)
    assert int(after[uid]["SEQUENCE"]) > int(event["SEQUENCE"])
    assert "原期限 2026年3月4日" in str(after[uid]["DESCRIPTION"])
    assert [str(one["STATUS"]) for one in after.values()].count("CANCELLED") == 1


async def test_each_is_offered_and_given_what_is_for_them(signed: Court) -> None:
    await signed.say(PRESIDENT, "/status")
    await signed.press(PRESIDENT, "exports")
    assert [subject for _, subject in signed.buttons(PRESIDENT)] == ["bulletin", "ledger", "calendar"]
    await signed.say(PRESIDENT, "/status", chat=signed.group)
    assert "exports" not in signed.offers(signed.group)
    await signed.say(REGISTRAR_HEAD, "/tasks")
    number, data = signed.button(signed.id(REGISTRAR_HEAD), "export", "calendar-own")
    assert ("export", "calendar-own") not in signed.buttons(DIRECTOR)
    stolen = signed.button(signed.id(PRESIDENT), "export", "ledger")
    await signed.touch(REGISTRAR_HEAD, signed.id(REGISTRAR_HEAD), number, stolen[1], force=True)

    await asked(signed, REGISTRAR, "ledger", "")  # what was asked for before the post was lost
    (row,) = signed.rows(Outbox, kind="export")
    assert row.state == "dropped"
    assert trail(signed) == []
    assert data != stolen[1]


async def test_whoever_waits_sees_how_far_it_is_and_a_restart_makes_it_anew(
    signed: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop, "PATIENCE", 0.02)
    await taken(signed, DIRECTOR, "ledger")
    (bar,) = (words(m) for m in signed.heard(DIRECTOR) if words(m).startswith("台账：正在整理"))
    assert bar == "台账：正在整理 ■■■■■■■■■■ 100%"

    def ask(office: Office) -> int:
        office.person_id = signed.person(DIRECTOR).id
        exporting.ask(office, signed.id(DIRECTOR), "calendar", "")
        exporting.ask(office, signed.id(DIRECTOR), "calendar", "")  # a second press
        (row,) = outbox.of_kind(office.session, "export", ("pending",))
        row.state = "sending"  # it was being made when the process ended
        return row.id

    number: int = await signed.house.on_desk(signed.house.desk.call, ask, signed.now, "story/export")
    await signed.stop()
    await signed.open()
    await signed.until(signed.now + timedelta(minutes=1))  # Telegram's pace
    assert [row.state for row in signed.rows(Outbox, id=number)] == ["sent"]
    assert document(signed, DIRECTOR)[0].endswith(".ics")


async def test_more_than_a_chat_can_take_is_offered_by_area(signed: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "LARGEST", 1000)
    await signed.say(DIRECTOR, "/status")
    await signed.press(DIRECTOR, "exports")
    await signed.press(DIRECTOR, "export", "evidence")
    assert signed.text(DIRECTOR).startswith("佐证材料共 1 MB，超过聊天可以发送的大小。")
    assert signed.buttons(DIRECTOR)[3] == ("export", "evidence-4")
    await signed.press(DIRECTOR, "export", "evidence-4")
    assert signed.offers(DIRECTOR) == []
    assert trail(signed) == []


async def test_with_no_data_at_all_a_ledger_still_reads_well_and_a_calendar_says_so(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    _, content = await taken(court, DIRECTOR, "ledger")
    book = opened(content)
    assert book["台账"].max_row == 3 + 51
    assert {row[-1].value for row in book["台账"].iter_rows(min_row=4)} == {"—"}
    assert book["填报履历"].max_row == 3
    await court.press(DIRECTOR, "export", "calendar")
    assert court.text(DIRECTOR) == "日历：目前还没有可以导出的内容。"


def run(folder: Path, *arguments: str, **address: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", "export", *arguments],
        env={"PATH": "", "DUBAN_DATA_DIR": str(folder)} | address,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


async def test_at_the_terminal_a_document_is_made_beside_the_running_bot(signed: Court, tmp_path: Path) -> None:
    await signed.until("2026-03-02 10:00")
    (signed.folder / "sandbox").symlink_to(signed.folder)
    out = tmp_path / "日历.ics"
    address = cellar.address_in(signed.folder)
    done = run(signed.folder, "calendar", "--department", "立案庭", "--out", str(out), **address)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert {str(event["SUMMARY"]) for event in events(out.read_bytes()).values()} == {"2月“三个规定”月报告"}
    sha256 = hashlib.sha256(out.read_bytes()).hexdigest()
    assert trail(signed) == [("calendar", {"which": "立案庭", "sha256": sha256, "size": out.stat().st_size})]
    maker, bulletin = maker_of(signed.house.desk.database, signed.settings, Safe(tmp_path, 0)), tmp_path / "简报.docx"
    maker.make(Wanted("bulletin", "2026-02", "en"), signed.now, bulletin, lambda done, of: None)
    assert "总体情况" in "".join(one.text for one in Document(str(bulletin)).paragraphs)  # Chinese, whoever asks for it
    wrong = run(signed.folder, "evidence", "--code", "9.9.9", "--out", str(tmp_path / "x.zip"), **address)
    assert (wrong.returncode, wrong.stderr) == (1, "duban: 没有 9.9.9 这项指标\n")
    nobody = run(signed.folder, "calendar", "--department", "某庭", **address)
    assert (nobody.returncode, nobody.stderr) == (1, "duban: 没有名为“某庭”的部门\n")
    assert not (tmp_path / "x.zip").exists()


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    exports.add(parser)
    return parser.parse_args(arguments)


@pytest.mark.parametrize(
    ("arguments", "which"),
    [
        (("ledger",), ""),
        (("evidence", "--code", "4.7.1"), "4.7.1"),
        (("calendar", "--department", "立案庭"), "立案庭"),
    ],
)
def test_a_document_is_of_what_its_option_says(arguments: tuple[str, ...], which: str) -> None:
    assert exports.which(parsed(*arguments)) == which


@pytest.mark.parametrize("arguments", [("ledger", "--order", "3"), ("calendar", "--month", "2026-11")])
def test_an_option_of_another_document_is_refused(arguments: tuple[str, ...]) -> None:
    with pytest.raises(Complaint, match="goes with another document"):
        exports.which(parsed(*arguments))


def test_a_document_that_there_is_not_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed("minutes")
    assert "invalid choice" in capsys.readouterr().err


def test_the_terminal_says_nothing_of_what_is_quick_and_how_far_it_is_of_what_is_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    t = words_of(SETTINGS)["zh_CN"]
    exports.ticker("ledger", said.append, t)(1, 2)
    assert said == []
    monkeypatch.setattr(exports, "PATIENCE", -1.0)
    exports.ticker("ledger", said.append, t)(1, 2)
    assert said == ["台账：正在整理 ■■■■■□□□□□ 50%"]
