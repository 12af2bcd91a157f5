"""What is no paper is refused at once, in one sentence that says what to do; nothing else is ever raised."""

import random
import resource
import struct
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.papers.opening import open_paper
from catalogue.papers.paper import Refused
from tests.papers import bad
from tests.papers.zips import packed, parts_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
HEIC = struct.pack(">I", 24) + b"ftypheic" + bytes(50)
BMP = b"BM" + struct.pack("<IIIIii", 70, 0, 54, 40, 1, 1) + bytes(40)
FORMS = sorted(bad.GOOD)


def refused(data: bytes, name: str = "通知.doc") -> str:
    with pytest.raises(Refused) as found:
        open_paper(data, name)
    assert found.value.reason.startswith(f"「{name}」")
    assert found.value.reason.endswith("。")
    return found.value.reason


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空文件"),
        (b" \r\n\t", "空文件"),
        (bad.ole("WordDocument"), "另存为 .docx"),
        (bad.ole("Workbook"), "另存为 .xlsx"),
        (bad.ole("Book"), "另存为 .xlsx"),
        (bad.ole("EncryptedPackage") + bad.ole("Workbook"), "取消密码"),
        (bad.ole("PowerPoint Document"), "演示文稿"),
        (bad.ole("__properties_version1.0"), "另存为 .docx 或 .xlsx"),
        (bad.OLE[:8], "另存为 .docx 或 .xlsx"),
        (PNG, "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "图片"),
        (b"GIF89a" + bytes(50), "图片"),
        (BMP, "图片"),
        (b"II*\0" + bytes(50), "图片"),
        (b"MM\0*" + bytes(50), "图片"),
        (HEIC, "图片"),
        (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(50), "图片"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\n\n%PDF-1.4\n", "PDF"),
        (b"Rar!\x1a\x07\x01\0" + bytes(50), "压缩包"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "压缩包"),
        (b"\x1f\x8b\x08\0" + bytes(50), "压缩包"),
        (bad.zipped_text(), "压缩包"),
        (packed({}), "压缩包"),
        (packed({"OFD.xml": b"<x/>"}), "OFD"),
        (packed({"mimetype": b"", "content.xml": b"<x/>"}), "OpenDocument"),
        (packed({"xl/workbook.bin": b""}), ".xlsb"),
        (packed({"ppt/presentation.xml": b"<x/>"}), "演示文稿"),
        (rb"{\rtf1\ansi}", "RTF"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "MHT"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "XML"),
        (b'<?xml version="1.0"?><a>x</a>', "XML"),
        (bad.noise(5000), "认不出来"),
        (bytes(5000), "认不出来"),
        (b"\xff\xfe" + bad.noise(5000), "认不出来"),
        (b"abc\0\x01\x02\x03" * 100, "认不出来"),
        (b"<html><body><img src=x></body></html>", "没有读到文字"),
    ],
)
def test_each_kind_of_file_is_refused_by_what_it_is(data: bytes, word: str) -> None:
    assert word in refused(data)


HEAVY: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked": (bad.locked, "取消密码"),
    "bomb": (bad.bomb, "展开后过大"),
    "crowded": (bad.crowded, "展开后过大"),
    "more than declared": (lambda: bad.lying("word/document.xml", 500), "损坏"),
    "entities in Word": (lambda: bad.laughing(bad.good_docx(), "word/document.xml"), "可疑"),
    "entities in Excel": (lambda: bad.laughing(bad.good_xlsx(), "xl/worksheets/sheet1.xml"), "可疑"),
    "without its end": (lambda: bad.good_docx()[:-30], "损坏"),
    "its beginning alone": (lambda: bad.good_docx()[:2000], "损坏"),
    "broken XML": (lambda: bad.with_part(bad.good_docx(), "word/document.xml", b"<w:document"), "损坏"),
    "no workbook": (lambda: bad.with_part(bad.good_xlsx(), "xl/workbook.xml", b"<a/>"), "不是 Word 或 Excel"),
    "noise": (lambda: bad.noise(5 * 2**20), "认不出来"),
    "noise of letters": (lambda: bad.noise_of_letters(5 * 2**20), "内容过多"),
    "over 20 MB": (lambda: b"a" * (20 * 2**20 + 1), "超过 20 MB"),
    "spans": (lambda: b"<table>" + b"<tr><td rowspan=60000 colspan=500>x" * 3000, "内容过多"),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_what_would_fill_the_memory_is_refused_before_it_does(kind: str) -> None:
    make, word = HEAVY[kind]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert word in refused(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


@pytest.mark.parametrize("name", ["", "\n\u202e", "通知" * 100 + ".doc"])
def test_odd_names_leave_the_sentence_whole(name: str) -> None:
    with pytest.raises(Refused) as found:
        open_paper(b"", name)
    assert len(found.value.reason) < 120
    assert found.value.reason.isprintable()


@pytest.mark.parametrize("form", FORMS)
def test_good_files_are_known_by_their_bytes(form: str) -> None:
    assert open_paper(bad.GOOD[form](), "没有扩展名").form == form


def read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        assert open_paper(data, "通知").blocks


@pytest.mark.parametrize("form", FORMS)
def test_spoilt_files_are_read_or_refused(form: str) -> None:
    chance, whole = random.Random(form), bad.GOOD[form]()
    for _ in range(150):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.choice((1, 1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        read_or_refused(bytes(data))


@pytest.mark.parametrize(
    ("form", "part"),
    [
        *(("docx", f"word/{part}.xml") for part in ("document", "styles", "numbering", "_rels/document.xml.rels")),
        *(
            ("xlsx", f"xl/{part}.xml")
            for part in ("workbook", "styles", "_rels/workbook.xml.rels", "worksheets/sheet1")
        ),
    ],
)
def test_spoilt_parts_of_whole_zips_are_read_or_refused(form: str, part: str) -> None:
    part = part.removesuffix(".xml") if part.endswith(".rels.xml") else part
    parts = parts_of(bad.GOOD[form]())
    chance = random.Random(part)
    for _ in range(60):
        content = bytearray(parts[part])
        for _ in range(chance.choice((1, 2, 5))):
            at = chance.randrange(len(content))
            content[at] = chance.choice(b'0123456789-"<>/ax&:')
        read_or_refused(packed(parts | {part: bytes(content)}))
    del parts[part]
    read_or_refused(packed(parts))


MARKS = st.sampled_from(
    ["|", "-", "\n", "\t", "<td>", "<table>", "<ol><li>", "</", "*", "[", "`", "&", "1. ", "# ", "%", "通"]
)


@settings(deadline=None)
@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode())


@pytest.mark.parametrize(
    "piece",
    ["[", "*a ", "`", "![](", "<", "&#", '\t"a""', "**", "| ", "|-|\n", "1. \n", "<p>", "   \n", "a  b  c\n", "> "],
)
def test_repeated_marks_come_to_an_end(piece: str) -> None:
    body = piece * (300_000 // len(piece))
    read_or_refused(f"<html>通知{body}".encode())
    read_or_refused("\n".join(["# 通知", *(body[at : at + 19_000] for at in range(0, len(body), 19_000))]).encode())
