"""`python -m bot backup` and `restore`: what is said, and what a wrong call brings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import shown
from tests import cellar
from tests.cellar import TOKEN
from tests.forks import on_terminal


def run(data: Path, *arguments: str) -> tuple[int, str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUBAN_")}
    env = {"DUBAN_DATA_DIR": str(data), "DUBAN_TELEGRAM_TOKEN": TOKEN, "DUBAN_DATABASE_URL": cellar.url_in(data)}
    return on_terminal(arguments, bare | env)


@pytest.fixture
def data(filled_installation: Path, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data"
    cellar.copy(filled_installation, folder)
    yield folder
    cellar.let_go(folder)


def test_from_a_new_key_to_records_on_another_machine(data: Path, tmp_path: Path) -> None:
    key, backup = tmp_path / "key.txt", tmp_path / "office.age"
    code, stdout, _ = run(data, "backup", "--new-key", str(key))
    public = next(line for line in stdout.splitlines() if line.startswith("age1"))
    assert code == 0
    code, stdout, _ = run(data, "backup", str(backup), "--to", public)
    assert (code, backup.stat().st_mode & 0o777) == (0, 0o600)
    assert "已加密 / encrypted" in stdout
    new = tmp_path / "new"
    cellar.empty(new)
    code, stdout, stderr = run(new, "restore", str(backup), "--identity", str(key))
    assert (code, stderr) == (0, "")
    assert "no journal goes on from there" in stdout
    assert (new / "secret").read_bytes() == (data / "secret").read_bytes()
    code, stdout, _ = run(new, "audit", "verify")
    assert code == 0
    assert stdout.startswith("操作留痕完整")
    code, _, stderr = run(new, "restore", str(backup), "--identity", str(key))
    assert (code, stderr) == (
        1,
        f"duban: {shown(cellar.url_in(new))}：这里已有记录；加 --replace 可移到一旁\n",
    )
    code, stdout, _ = run(new, "restore", str(backup), "--identity", str(key), "--replace")
    assert code == 0
    assert "before-restore-" in stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("backup", "FILE"), "backup.recipients：未设公钥；请用 --new-key 生成，或写明 --plain"),
        (("backup",), "缺少 FILE（备份写入的文件）"),
        (("backup", "FILE", "--to", "age1nonsense"), '--to: "age1nonsense" is no public key of age (age1…)'),
        (("backup", "FILE", "--plain", "--to", "age1x"), "--plain：不与 --to 同用"),
        (("restore", "FILE"), "FILE：没有这个文件"),
        (("restore", "."), ".：没有这个文件"),
    ],
)
def test_a_wrong_call_is_one_line(arguments: tuple[str, ...], said: str, data: Path) -> None:
    code, stdout, stderr = run(data, *arguments)
    assert (code, stdout, stderr) == (1, "", f"duban: {said}\n")


def test_without_encryption_it_says_so(data: Path, tmp_path: Path) -> None:
    code, stdout, _ = run(data, "backup", str(tmp_path / "plain.tar"), "--plain")
    assert code == 0
    assert "未加密，请妥善保管 / not encrypted: keep it safe" in stdout
