"""`python -m bot import FILE`: read and shown, or put before the director."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from db.tables import Document, Outbox
from tests import cellar
from tests.documents import hospital, library
from tests.house import DIRECTOR, Court
from tests.notices import NUMBER, TITLE, notice


def run(folder: Path, *arguments: str, **address: str) -> "subprocess.CompletedProcess[str]":
    """Without a token the records are the sandbox's: below the folder of data."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "import", *arguments],
        env={"PATH": "", "DUBAN_DATA_DIR": str(folder)} | address,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "任务清单.docx"
    path.write_bytes(notice())
    return path


def test_a_dry_run_needs_no_records_and_says_each_doubt_on_a_line(file: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "none", str(file), "--dry-run")
    assert done.returncode == 0
    assert all(line.endswith(" s") for line in done.stderr.splitlines()), "nothing but how far it is, where it is slow"
    head, counts, people, *doubts = done.stdout.splitlines()
    assert head == f"{NUMBER}  {TITLE}  2026-02-20"
    assert counts == "领域 1，项目 1，指标 5，要求 5"
    assert people == "部门 8，席位 0，存疑 2"
    assert doubts == [
        "存疑  各部门的成员  各部门  没有印出包括哪些部门  建议：本通知列出的全部部门；或：发布后再定",
        "存疑  1.1.3 牵头部门  —  牵头一栏空着  建议：政治部；或：办公室；或：空着",
    ]
    assert not (tmp_path / "none").exists()


def test_as_json_it_is_the_whole_of_what_was_read(file: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "none", str(file), "--dry-run", "--json")
    record = json.loads(done.stdout)
    assert (done.returncode, record["number"], record["title"]) == (0, NUMBER, TITLE)
    ((item,),) = (area["items"] for area in record["areas"])
    third = item["indicators"][2]
    assert (third["code"], third["lead"]) == ("1.1.3", ["政治部"])
    assert third["doubts"][0]["reason"] == "牵头一栏空着"
    assert item["indicators"][0]["requirements"][0]["value"] == 60


def test_a_hospital_s_notice_loses_no_demand(tmp_path: Path) -> None:
    path = tmp_path / hospital.NAME
    path.write_bytes(hospital.build())
    record = json.loads(run(tmp_path / "none", str(path), "--dry-run", "--json").stdout)
    demanded = {
        one["code"]: [(each["name"], each["value"], each["unit"]) for each in one["requirements"]]
        for area in record["areas"]
        for item in area["items"]
        for one in item["indicators"]
    }
    assert demanded["1.1.1"] == [("住院病历甲级率", 95, "%"), ("丙级病历", 0, "份")]
    assert demanded["2.2.1"] == [("抗菌药物使用强度", 40, "DDDs")]
    assert demanded["2.2.3"] == [("处方点评每月覆盖全部开方医师", "是", "是否"), ("不合理处方率", 5, "%")]
    assert demanded["4.1.1"] == [("九项准则培训覆盖率", 100, "%"), ("九项准则培训", 4, "场")]
    assert demanded["4.2.1"] == [("“三会一课”按期开展", "是", "是否"), ("党支部书记讲党课", 2, "次/年")]


def test_a_library_s_notice_has_the_title_and_the_day_of_its_head(tmp_path: Path) -> None:
    path = tmp_path / library.NAME
    path.write_bytes(library.build())
    head, *_ = run(tmp_path / "none", str(path), "--dry-run").stdout.splitlines()
    assert head == "某图字〔2026〕2号  某市图书馆2026年业务目标任务书  2026-01-20"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "duban: 「通知.docx」是空文件。请检查后重发。"),
        (b"%PDF-1.7 ...", "duban: 「通知.docx」是 PDF 文件，暂时读不了。请发 Word 或 Excel 原件。"),
        ("请各部门周五前上报材料。".encode(), "duban: 「通知.docx」里没有找到指标。请发带有指标表或任务清单的通知。"),
    ],
    ids=["empty", "pdf", "no indicators"],
)
def test_a_refusal_is_one_sentence_and_exit_code_1(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(content)
    done = run(tmp_path / "none", str(path), "--dry-run")
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (1, "", said)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, str(tmp_path / "none.docx"), "--dry-run")
    assert (done.returncode, done.stderr) == (1, f"duban: {tmp_path / 'none.docx'}：没有这个文件或目录\n")


@pytest.mark.parametrize("arguments", [(), ("--dry-run",), ("a.docx", "--soon")])
def test_a_wrong_call_is_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *arguments).returncode == 2


def test_without_records_there_is_nobody_to_review_it(file: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "none", str(file))
    assert done.returncode == 1
    assert "尚无记录" in done.stderr


async def test_the_director_gets_the_card_of_what_the_terminal_read(signed: Court, file: Path) -> None:
    await signed.stop()
    (signed.folder / "sandbox").symlink_to(signed.folder)
    done = run(signed.folder, str(file), **cellar.address_in(signed.folder))
    assert (done.returncode, done.stdout) == (
        0,
        "任务清单.docx: 已交创建办主任核对 / it is before the director for review\n",
    )
    await signed.open()
    (row,) = signed.rows(Document)
    (card,) = signed.rows(Outbox, kind="document")
    assert (card.chat_id, card.args) == (signed.id(DIRECTOR), {"document": row.id})
    await signed.say(DIRECTOR, "/import")
    assert signed.text(DIRECTOR).endswith("存疑 2 处，待确认 2 处。")
    assert (row.state, row.file_id) == ("read", None)
    assert row.hash is not None
    assert (signed.folder / "document" / row.hash[:2] / row.hash).read_bytes() == file.read_bytes()
