"""佐证材料 as a file: the same records and moment make the same bytes, and its hashes are those of what is in it."""

import hashlib
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from domain.dossier import Bundle, Enclosed, Page, Section
from exports.evidence import CHUNK, draw


def test_two_drawings_of_one_bundle_are_one_file_and_large_files_are_streamed(tmp_path: Path) -> None:
    content = b"\x00proof" * (CHUNK // 2)
    (tmp_path / "kept").write_bytes(content)
    section = Section("佐证", ("文件",), (), "没有文件。")
    page = Page("index.html", "佐证材料", (("依据", "嘉法发〔2022〕16号"),), (section,), "")
    bundle = Bundle((page,), (Enclosed("proofs/1.1.1/0001-a.pdf", "kept"),), (2026, 11, 26, 10, 0, 0), {"trail": {}})
    heard: list[tuple[int, int]] = []
    files = [BytesIO(), BytesIO()]
    for file in files:
        draw(bundle, file, lambda digest: tmp_path / digest, lambda done, of: heard.append((done, of)))
    assert files[0].getvalue() == files[1].getvalue()
    assert heard == [(0, 1), (0, 1)]
    with ZipFile(files[0]) as zipped:
        listed = {one["path"]: one["sha256"] for one in json.loads(zipped.read("manifest.json"))["files"]}
        assert listed["proofs/1.1.1/0001-a.pdf"] == hashlib.sha256(content).hexdigest()
        assert "没有文件。" in zipped.read("index.html").decode()
        assert {info.date_time for info in zipped.infolist()} == {(2026, 11, 26, 10, 0, 0)}
