"""Numbers that Word counts by itself. They are in no text of the file, yet people cite them: 一、 （二） 3.1."""

import re

from lxml.etree import _Element

from catalogue.papers.numerals import numeral
from catalogue.papers.word_styles import Styles
from catalogue.papers.word_xml import W, number, switch, value

_LEVELS = 9


class Numbers:
    """Counts on with every call: paragraphs are to be asked in the order in which they are printed."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        for one in [] if root is None else root:
            if one.tag == f"{W}abstractNum":
                self._abstract[str(one.get(f"{W}abstractNumId"))] = one
            elif one.tag == f"{W}num":
                self._nums[str(one.get(f"{W}numId"))] = one
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: _Element) -> str:
        """The number before a paragraph, with a blank behind it where one is printed; "" if it has none."""
        list_id, level = self._place(paragraph)
        num = self._nums.get(list_id)
        if num is None or not 0 <= level < _LEVELS:
            return ""
        kind = self._abstract_of(num)
        shape = self._shape(num, kind, level)
        if shape is None or value(shape, "numFmt") == "bullet":
            return ""
        self._count(list_id, num, kind, level)
        return self._written(num, kind, level, shape)

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """List and level: the paragraph's own, else those of its style."""
        list_id = value(paragraph, "pPr", "numPr", "numId")
        level = number(paragraph, "pPr", "numPr", "ilvl")
        if list_id is not None:
            return list_id, level or 0
        for style in self._styles.chain(self._styles.of_paragraph(paragraph)):
            list_id = value(style, "pPr", "numPr", "numId")
            if list_id is not None:
                linked = self._level_of_style(list_id, str(style.get(f"{W}styleId")))
                own = level if level is not None else number(style, "pPr", "numPr", "ilvl")
                return list_id, linked if linked is not None else own or 0
        return "", 0

    def _level_of_style(self, list_id: str, style: str) -> int | None:
        num = self._nums.get(list_id)
        if num is None or (kind := self._abstract_of(num)) not in self._abstract:
            return None
        levels = self._abstract[kind].findall(f"{W}lvl")
        return next((_index(one) for one in levels if value(one, "pStyle") == style), None)

    def _abstract_of(self, num: _Element) -> str:
        """The list that is counted; a list may be defined by way of a style."""
        kind = value(num, "abstractNumId") or ""
        link = value(self._abstract.get(kind), "numStyleLink")
        if link is None:
            return kind
        return next((key for key, one in self._abstract.items() if value(one, "styleLink") == link), kind)

    def _shape(self, num: _Element, kind: str, level: int) -> _Element | None:
        own = [one for one in num.findall(f"{W}lvlOverride/{W}lvl") if _index(one) == level]
        common = self._abstract.get(kind)
        usual = [] if common is None else [one for one in common.findall(f"{W}lvl") if _index(one) == level]
        return next(iter(own + usual), None)

    def _start(self, num: _Element, kind: str, level: int) -> int:
        shape = self._shape(num, kind, level)
        start = number(shape, "start")
        return 1 if start is None and shape is not None else start or 0

    def _count(self, list_id: str, num: _Element, kind: str, level: int) -> None:
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        if (list_id, level) not in self._started:
            self._started.add((list_id, level))
            for override in num.findall(f"{W}lvlOverride"):
                start = number(override, "startOverride")
                if _index(override) == level and start is not None:
                    counts[level] = start - 1
        before = counts[level]
        counts[level] = self._start(num, kind, level) if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = number(self._shape(num, kind, deeper), "lvlRestart")
            if restart is None or level < restart:  # 0: goes on for ever; n: begins anew after level n alone
                counts[deeper] = None

    def _written(self, num: _Element, kind: str, level: int, shape: _Element) -> str:
        counts, is_legal = self._counts[kind], switch(shape, "isLgl")

        def one(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            count = counts[at]
            of = self._shape(num, kind, at)
            form = "decimal" if is_legal else value(of, "numFmt") or "decimal"
            return numeral(self._start(num, kind, at) if count is None else count, form)

        text = re.sub(r"%([1-9])", one, value(shape, "lvlText") or "")
        # After a mark as wide as a character nobody sees a gap; after a figure it keeps 1.1 and 5 apart in any case.
        is_open = text.endswith(".") or (text[-1:].isalnum() and text.isascii())
        is_apart = value(shape, "suff") != "nothing" and not text.endswith(("、", "）", "．", "。", "：", ")"))
        return f"{text} " if text and (is_open or is_apart) else text


def _index(level: _Element) -> int:
    text = level.get(f"{W}ilvl", "")
    return int(text) if text.isdecimal() else -1
