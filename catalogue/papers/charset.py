"""Bytes become text: UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312), whatever the file says or leaves unsaid."""

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,20})""", re.I)
_SAMPLE = 20_000
_OF_CHINA = re.compile("[\t\r\n -~\u00b0-\u00d7\u2010-\u22ff\u2460-\u25ff\u3000-\u303f\u4e00-\u9fff\uff01-\uffe5]")
_STRANGE = ("Cc", "Cn", "Co", "Cs")


def decoded(data: bytes) -> tuple[str, int] | None:
    """The text and how many signs of it could not be read; None for what is no text."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(charset, "replace"))
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    for charset in ("utf-8", *_declared(data), "gb18030"):
        text = data.decode(charset, "replace")
        errors = text.count("\ufffd")
        others = len(text) - len(text.encode("ascii", "ignore")) - errors if errors else 0
        # A sign cut off or spoilt here and there is an accident; in the wrong charset most are wrong.
        if not errors or errors * 10 <= others:
            return _checked(text)
    return None


def _wide(data: bytes) -> tuple[str, int] | None:
    """UTF-16 without its mark: in the right order of bytes its line ends and figures are such."""
    sample = data[:_SAMPLE]
    charset = "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"
    text = data.decode(charset, "replace")
    return _checked(text) if len(_OF_CHINA.findall(text[:_SAMPLE])) * 20 >= len(text[:_SAMPLE]) * 19 else None


def _declared(data: bytes) -> list[str]:
    """What a page says of itself; GB2312 is what people write for anything up to GB18030."""
    found = _DECLARED.search(data[:4096])
    name = (found.group(1) or found.group(2)).decode().lower() if found else ""
    if name in ("gb2312", "gbk", "x-gbk", "hz-gb-2312", ""):
        return []
    try:
        info = codecs.lookup(name)
    except LookupError:
        return []
    return [name] if info._is_text_encoding else []


def _checked(text: str) -> tuple[str, int] | None:
    """Signs that no page prints, or that no charset has yet, tell noise from writing."""
    sample = text[:_SAMPLE]
    strange = sum(1 for sign in sample if unicodedata.category(sign) in _STRANGE and sign not in "\t\n\r\f\v")
    spoilt = text.count("\ufffd")
    is_noise = strange * 50 > len(sample) or spoilt * 20 > len(text)
    return None if is_noise else (text, spoilt)
