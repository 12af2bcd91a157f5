"""What stands between two rulers at the head of a Markdown file is about the paper: its date, its title, its number."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from catalogue.papers.paper import Paragraph
from catalogue.papers.text import Line

_RULER = re.compile(r"-{3,}\s*")
_KEY = re.compile(r"(?P<key>[\w-]+)\s*[:：]\s*(?P<value>.*)|\s.*|#.*|\s*")
_HEADING = re.compile(r" {0,3}#{1,6}[\s一-鿿].*")
_DATED = ("date", "日期", "印发日期", "成文日期")
_NUMBERED = ("number", "文号", "发文字号")
_TITLED = ("title", "标题")


def front_matter(lines: Sequence[Line]) -> tuple[list[Paragraph], Sequence[Line]]:
    """As paragraphs, and the lines behind it. A heading of the paper's own is its title."""
    if not lines or not _RULER.fullmatch(lines[0].text):
        return [], lines
    end = next((at for at, line in enumerate(lines[1:], 1) if _RULER.fullmatch(line.text)), 0)
    found = [_KEY.fullmatch(line.text) for line in lines[1:end]]
    if not found or not all(found) or not any(one and one["key"] for one in found):
        return [], lines
    rest = lines[end + 1 :]
    is_titled = any(_HEADING.fullmatch(line.text) for line in rest)
    return list(_told(lines[1:end], is_titled=is_titled)), rest


def _told(lines: Sequence[Line], *, is_titled: bool) -> Iterator[Paragraph]:
    for line in lines:
        match = _KEY.fullmatch(line.text)
        key, value = (match["key"] or "", (match["value"] or "").strip("\"' ")) if match else ("", "")
        if key in _DATED:
            yield Paragraph(_day(value), line.number)
        elif value and (key in _NUMBERED or (key in _TITLED and not is_titled)):
            yield Paragraph(value, line.number, is_heading=key in _TITLED)


def _day(value: str) -> str:
    """2026-01-20 as papers print it."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.year}年{day.month}月{day.day}日"
