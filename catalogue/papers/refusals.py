"""Files that are not read: what each is, in a sentence for whoever sent it, and what to send instead."""

import re

from catalogue.papers.package import Package

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEGACY = (  # streams of the old container; the first found says what it is
    ("EncryptedPackage", "设有密码，读不了。请取消密码后再发。"),
    ("WordDocument", "是旧版 Word 或 WPS 文字文件，暂时读不了。请用 Word 或 WPS 另存为 .docx 后再发。"),
    ("Workbook", "是旧版 Excel 或 WPS 表格文件，暂时读不了。请用 Excel 或 WPS 另存为 .xlsx 后再发。"),
    ("Book", "是旧版 Excel 文件，暂时读不了。请用 Excel 或 WPS 另存为 .xlsx 后再发。"),
    ("PowerPoint Document", "是演示文稿，不是通知。请发 Word 或 Excel 原件。"),
)
_OTHER_OLE = "是旧版办公软件的文件，暂时读不了。请另存为 .docx 或 .xlsx 后再发。"
_PICTURE = "是图片，里面的文字读不了。请发 Word 或 Excel 原文件。"
_PDF = "是 PDF 文件，暂时读不了。请发 Word 或 Excel 原件。"
_PACKED = "是压缩包。请解压后，把里面的 Word 或 Excel 文件单独发来。"
_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP"
    rb"|....ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1|avif)",
    re.S,
)
_ARCHIVES = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\0|.{257}ustar", re.S)
_FOREIGN = (  # parts that tell what a zip is
    ("ofd.xml", "是 OFD 版式文件，暂时读不了。请发 Word 或 Excel 原件。"),
    ("xl/workbook.bin", "是二进制的 Excel 文件（.xlsb），暂时读不了。请另存为 .xlsx 后再发。"),
    ("ppt/presentation.xml", "是演示文稿，不是通知。请发 Word 或 Excel 原件。"),
    ("content.xml", "是 OpenDocument 文件，暂时读不了。请另存为 .docx 或 .xlsx 后再发。"),
)
_SAVED_PAGE = "是单一文件网页（MHT），暂时读不了。请用 Word 或 Excel 打开，另存为 .docx 或 .xlsx 后再发。"
_XML = "是 XML 格式的文件，暂时读不了。请用 Word 或 Excel 打开，另存为 .docx 或 .xlsx 后再发。"
_RTF = "是 RTF 文件，暂时读不了。请用 Word 或 WPS 另存为 .docx 后再发。"


def refusal_by_bytes(data: bytes, name: str) -> str:
    """ "" for what may be readable."""
    if data.startswith(_OLE):
        reasons = (reason for stream, reason in _LEGACY if stream.encode("utf-16-le") in data)
        return f"「{name}」{next(reasons, _OTHER_OLE)}"
    if _PICTURES.match(data):
        return f"「{name}」{_PICTURE}"
    if b"%PDF-" in data[:1024]:
        return f"「{name}」{_PDF}"
    if _ARCHIVES.match(data):
        return f"「{name}」{_PACKED}"
    return f"「{name}」{_RTF}" if data.lstrip().startswith(b"{\\rtf") else ""


def refusal_by_parts(package: Package) -> str:
    """Of a zip; "" for an Office file, which says what its main part is."""
    for part, reason in _FOREIGN:
        if part in package.parts:
            return f"「{package.name}」{reason}"
    return "" if package.main.lower() in package.parts else f"「{package.name}」{_PACKED}"


def refusal_by_text(text: str, name: str) -> str:
    head = text[:4096]
    if re.search(r"^MIME-Version:", head, re.I | re.M) and re.search(r"^Content-Type:", head, re.I | re.M):
        return f"「{name}」{_SAVED_PAGE}"
    is_office = re.search(r"<\?mso-application|<pkg:package|<Workbook\b|<w:wordDocument", head) is not None
    is_xml = re.match(r"\s*<\?xml\b", head) is not None and not re.search(r"<html|<!doctype html", head, re.I)
    return f"「{name}」{_XML}" if is_office or is_xml else ""
