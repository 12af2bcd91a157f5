"""Styles of a Word file: what a paragraph or a run has of them."""

from collections.abc import Iterator

from lxml.etree import _Element

from catalogue.papers.word_xml import W, child, number, switch, value


class Styles:
    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {str(style.get(f"{W}styleId")): style for style in styles}
        self._usual = next(
            (
                str(style.get(f"{W}styleId"))
                for style in styles
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )
        self._hidden: dict[str | None, bool] = {}

    def chain(self, name: str | None) -> Iterator[_Element]:
        """A style and those on which it is based, nearest first."""
        seen: set[str] = set()
        while name is not None and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def of_paragraph(self, paragraph: _Element) -> str | None:
        return value(paragraph, "pPr", "pStyle") or self._usual

    def is_heading(self, paragraph: _Element) -> bool:
        level = number(paragraph, "pPr", "outlineLvl")
        for style in self.chain(self.of_paragraph(paragraph)):
            if level is not None:
                break
            level = number(style, "pPr", "outlineLvl")
            if level is None and (value(style, "name") or "").lower().startswith(("heading ", "标题 ")):
                level = 0
        return level is not None and 0 <= level < 9

    def is_hidden(self, run: _Element, paragraph: _Element) -> bool:
        """The run's own word first, then its style, then the paragraph's."""
        properties = child(run, "rPr")
        own = None if properties is None else switch(properties, "vanish")
        if own is not None:
            return own
        return self._hides(value(properties, "rStyle")) or self._hides(self.of_paragraph(paragraph))

    def _hides(self, name: str | None) -> bool:
        if name not in self._hidden:
            said = (switch(style, "rPr", "vanish") for style in self.chain(name))
            self._hidden[name] = next((one for one in said if one is not None), False)
        return self._hidden[name]
