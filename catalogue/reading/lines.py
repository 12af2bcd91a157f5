"""Paragraphs made ready to be read as tasks: bullets, wrapped lines, marks on several lines, titles in brackets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.papers.paper import Paragraph
from catalogue.reading.labels import label
from catalogue.reading.marks import is_field

_BULLET = re.compile(r"^\s*[-—–•·*●◆■]+\s*")
_PAGE = re.compile(r"[-—–\s]*第?\s*\d{1,3}\s*页?[-—–\s]*")
_TITLE = re.compile(r"【([^【】：:]{2,20})】")
_NUMBER = re.compile(r"(?:任务|指标|工作)?(?:编号|序号)[：:]\s*[\dA-Za-z.\-]+")
_WORDS = re.compile(r"^(?:任务|工作|指标|目标|重点)?(?:内容|名称|任务|要求|目标|指标|事项)[：:]\s*")
_HEADED = re.compile(r"[一-鿿]{2,6}[：:]")
MARGIN = 20  # signs: no line is broken earlier
_ENDED = re.compile(r"[。；：！？;:!?]\s*$")


def lines(paragraphs: Sequence[Paragraph], *, is_wrapped: bool) -> Iterator[Paragraph]:
    """Without blank ones. `is_wrapped` where the form breaks lines at its margin."""
    last: Paragraph | None = None
    for paragraph in _plain(paragraphs):
        text = paragraph.text
        if last is not None and is_field(last.text) and is_field(text):
            last = replace(last, text=f"{last.text}；{text}")
        elif last is not None and is_wrapped and not paragraph.is_heading and _goes_on(last.text, text):
            last = replace(last, text=f"{last.text}{text}")
        else:
            if last is not None:
                yield _bare(last)
            last = paragraph
    if last is not None:
        yield _bare(last)


def _bare(paragraph: Paragraph) -> Paragraph:
    """任务内容：… without its head."""
    return replace(paragraph, text=_WORDS.sub("", paragraph.text, count=1))


def _plain(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        text = _BULLET.sub("", paragraph.text).strip()
        if not text or _NUMBER.fullmatch(text) or _PAGE.fullmatch(text):
            continue
        title = _TITLE.fullmatch(text)
        yield replace(paragraph, text=f"【{title[1]}】" if title else text)


def _goes_on(last: str, text: str) -> bool:
    """A numbered task or a mark that the margin broke; what stands below has no number and is no mark."""
    found, _ = label(last)
    is_task = (found is not None and found.level in ("point", "sub", "path")) or is_field(last)
    is_broken = is_task and len(last) >= MARGIN and not _ENDED.search(last)
    return is_broken and label(text)[0] is None and not is_field(text) and not _HEADED.match(text)
