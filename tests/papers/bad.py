"""Files that are to be refused, and good ones to be spoilt."""

import random
import struct
import zipfile
from collections.abc import Callable
from itertools import pairwise

from docx import Document

from tests.papers import sheets, word
from tests.papers.zips import packed, parts_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = "关于印发测评体系的通知\n项目\t指标\t部门\n党建\t每年召开 2 次会议\t政治部\n"
PAGE = "<html><meta charset=utf-8><p>通知<table><tr><td rowspan=2>党建<td>2 次<tr><td>95%</table></html>"
MARKDOWN = "# 通知\n\n| 项目 | 指标 |\n|---|---|\n| 党建 | **2** 次 |\n\n1. 甲\n1. 乙\n"


def ole(stream: str) -> bytes:
    """As much of the old container as tells what is in it."""
    return OLE + stream.encode("utf-16-le") + bytes(2000)


def good_docx() -> bytes:
    document = Document()
    document.add_heading("通知", 1)
    table = word.table(document, [["项目", "指标", "部门"], ["党建", "2 次", "政治部"], ["", "95%", ""]])
    word.merged(table, (1, 0), (2, 0))
    document.add_paragraph("一项", style="List Number")
    return word.saved(document)


def good_xlsx() -> bytes:
    book, sheet = sheets.sheet([["项目", "指标"], ["党建", 0.95], [None, "=A1"]], {"B2": "0.0%"})
    sheet.merge_cells("A2:A3")
    return sheets.saved(book)


GOOD: dict[str, Callable[[], bytes]] = {
    "docx": good_docx,
    "xlsx": good_xlsx,
    "html": PAGE.encode,
    "markdown": MARKDOWN.encode,
    "text": lambda: TEXT.encode("gb18030"),
}


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    return packed(parts_of(data) | {part: content})


def bomb() -> bytes:
    """Two hundred megabytes of nothing beside a document."""
    return with_part(good_docx(), "word/media/image1.bin", bytes(200 * 2**20))


def crowded() -> bytes:
    return packed({f"part{number}": b"" for number in range(6000)} | parts_of(good_docx()))


def lying(part: str, claimed: int) -> bytes:
    """A part that is larger than it says it is."""
    large = good_docx()
    data = bytearray(with_part(large, part, b"<a>" + bytes(30 * 2**20)))
    name = part.encode()
    at = data.rindex(name) - 46  # its entry in the directory
    struct.pack_into("<I", data, at + 24, claimed)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(good_docx())
    at = data.rindex(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.rfind(b"PK\x01\x02", 0, at)
    return bytes(data)


def laughing(data: bytes, part: str) -> bytes:
    """Entities that grow a billion times."""
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    tree = parts_of(data)[part].partition(b"?>")[2]
    body = tree.replace("通知".encode(), b"&j;").replace("项目".encode(), b"&j;")
    return with_part(data, part, f"<!DOCTYPE x [{entities}]>".encode() + body)


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def noise_of_letters(size: int) -> bytes:
    return bytes(random.Random(7).choices(b"abcdefgh \n\t|<>&;*_`[]()#-", k=size))


def zipped_text() -> bytes:
    return packed({"通知.txt": TEXT.encode()}, zipfile.ZIP_STORED)
