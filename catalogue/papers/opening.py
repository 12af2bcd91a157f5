"""A file is opened: its bytes tell what it is, never its name. What cannot be read is refused with a word of help."""

import re
import zipfile
import zlib

from lxml.etree import LxmlError

from catalogue.papers.charset import decoded
from catalogue.papers.docx import read_docx
from catalogue.papers.html import read_html
from catalogue.papers.limits import TooLarge
from catalogue.papers.markdown import is_markdown, read_markdown
from catalogue.papers.package import Package
from catalogue.papers.paper import Paper, Refused
from catalogue.papers.refusals import refusal_by_bytes, refusal_by_parts, refusal_by_text
from catalogue.papers.text import read_text
from catalogue.papers.xlsx import read_xlsx

_MOST_BYTES = 20 * 2**20
_MOST_HTML = 8 * 2**20
_MOST_TAGS = 200_000  # of each a cell may be made: 300 MB
_MOST_TEXT = 2 * 2**20
_LONGEST_LINE = 20_000  # signs
# what the libraries raise on spoilt bytes: zipfile says NotImplementedError of a method of packing that it does not
# know, the others ValueError and its like; each ends as a refusal with the file's name
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, LxmlError, EOFError, NotImplementedError),
    *(ValueError, LookupError, OverflowError, RecursionError),
)
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}>|<!--(?>.{0,2000}?-->))*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|p|span|font|center|h[1-6]|section|article|ol|ul)\b",
    re.I | re.S,
)
_WHOLE_PAGE = re.compile(r"<(?:html|body|td)\b", re.I)


def open_paper(data: bytes, name: str) -> Paper:
    """Raises Refused, and nothing else, whatever the bytes. `name` stands in the sentences only."""
    name = "".join(sign for sign in name if sign.isprintable()).strip()[-80:] or "文件"
    if not data.strip():
        raise Refused(f"「{name}」是空文件。请检查后重发。")
    if len(data) > _MOST_BYTES:
        raise Refused(f"「{name}」超过 20 MB，读不了。请只留下通知和表格，另存后再发。")
    if reason := refusal_by_bytes(data, name):
        raise Refused(reason)
    try:
        paper = _office(data, name) if data.startswith(b"PK") else _written(data, name)
    except TooLarge:
        raise Refused(f"「{name}」内容过多，读不了。请只留下通知和表格，另存后再发。") from None
    except _DAMAGED as error:
        raise Refused(f"「{name}」已损坏或不完整，读不了。请重新保存或重新下载后再发。") from error
    if not paper.blocks:
        raise Refused(f"「{name}」里没有读到文字。请发含有文字的 Word、Excel 或文本文件。")
    return paper


def _office(data: bytes, name: str) -> Paper:
    package = Package(data, name)
    if reason := refusal_by_parts(package):
        raise Refused(reason)
    root = str(package.tree(package.main).tag)
    if root.endswith("}document"):
        return read_docx(package)
    if root.endswith("}workbook"):
        return read_xlsx(package)
    raise Refused(f"「{name}」不是 Word 或 Excel 文件。请发 .docx 或 .xlsx 原件。")


def _written(data: bytes, name: str) -> Paper:
    found = decoded(data)
    if found is None:
        raise Refused(f"「{name}」的内容认不出来。请发 Word、Excel、网页或文本文件。")
    text, spoilt = found
    if reason := refusal_by_text(text, name):
        raise Refused(reason)
    is_html = _HTML.match(text) is not None and (_WHOLE_PAGE.search(text) is not None or not _has_rows(text))
    if len(data) > (_MOST_HTML if is_html else _MOST_TEXT):
        raise TooLarge
    if is_html and text.count("<") > _MOST_TAGS:
        raise TooLarge
    if not is_html and max(map(len, text.splitlines())) > _LONGEST_LINE:
        raise TooLarge
    is_plain = _has_rows(text) or not is_markdown(text)
    paper = read_html(text) if is_html else read_text(text) if is_plain else read_markdown(text)
    if not spoilt:
        return paper
    return Paper(paper.form, paper.blocks, (*paper.problems, f"文中有 {spoilt} 个字符认不出来，请核对。"))


def _has_rows(text: str) -> bool:
    """Rows parted by tabs are plain text, whatever marks stand in them."""
    return sum("\t" in line.strip() for line in text.splitlines()) > 1
