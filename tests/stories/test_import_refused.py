"""A file that cannot be read: one clear sentence with its name and what to do instead, and nothing is half stored."""

import io
import zipfile

import pytest

from db.tables import Document, Outbox
from tests.house import DIRECTOR, Court
from tests.notices import notice
from tests.papers.word import with_body

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def stream(name: str) -> bytes:
    """An old container with a stream of this name."""
    return OLE + name.encode("utf-16-le") + b"\0" * 500


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("通知.docx", notice())
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "通知.doc",
            stream("WordDocument"),
            "「通知.doc」是旧版 Word 或 WPS 文字文件，暂时读不了。请用 Word 或 WPS 另存为 .docx 后再发。",
        ),
        (
            "通知.docx",  # the name lies
            stream("WordDocument"),
            "「通知.docx」是旧版 Word 或 WPS 文字文件，暂时读不了。请用 Word 或 WPS 另存为 .docx 后再发。",
        ),
        ("通知.docx", stream("EncryptedPackage"), "「通知.docx」设有密码，读不了。请取消密码后再发。"),
        ("通知.pdf", b"%PDF-1.7 ...", "「通知.pdf」是 PDF 文件，暂时读不了。请发 Word 或 Excel 原件。"),
        ("材料.zip", zipped(), "「材料.zip」是压缩包。请解压后，把里面的 Word 或 Excel 文件单独发来。"),
        ("通知.docx", notice()[:3000], "「通知.docx」已损坏或不完整，读不了。请重新保存或重新下载后再发。"),
        (
            "说明.docx",
            with_body("<w:p><w:r><w:t>请各部门周五前上报材料。</w:t></w:r></w:p>"),
            "「说明.docx」里没有找到指标。请发带有指标表或任务清单的通知。",
        ),
    ],
    ids=["old word", "wrong name", "encrypted", "pdf", "zip", "truncated", "no indicators"],
)
async def test_the_sentence_names_the_file_and_what_to_do(signed: Court, name: str, content: bytes, said: str) -> None:
    assert await signed.send(DIRECTOR, name, content) == [said]
    (row,) = signed.rows(Document)
    assert (row.state, row.reading, row.answers) == ("refused", None, [])
    assert "paper-doubts" not in signed.offers(DIRECTOR)


async def test_an_empty_file_is_refused(signed: Court) -> None:
    assert await signed.send(DIRECTOR, "通知.txt", b" \n") == ["「通知.txt」是空文件。请检查后重发。"]


async def test_behind_a_refusal_import_says_how(signed: Court) -> None:
    await signed.send(DIRECTOR, "通知.pdf", b"%PDF-1.7 ...")
    how, last = await signed.say(DIRECTOR, "/import")
    assert how.startswith("请把通知以文件发来（Word、Excel、网页、Markdown 或文本）。")
    assert last.startswith("「通知.pdf」是 PDF 文件")


async def test_a_file_that_is_too_large_is_not_even_fetched(signed: Court) -> None:
    (said,) = await signed.send(DIRECTOR, "通知.docx", notice(), claimed_size=21 << 20)
    assert said.startswith("文件超过 20 MB，没有保存。")
    assert signed.rows(Document) == []


async def test_a_file_that_cannot_be_had_is_asked_for_again(signed: Court) -> None:
    signed.telegram.faults.add("getFile", "400")
    (said,) = await signed.send(DIRECTOR, "通知.docx", notice())
    assert said == "「通知.docx」没有收到，请重新发送。"
    assert [row.state for row in signed.rows(Outbox, kind="document", edits=None)] == ["sent"]
