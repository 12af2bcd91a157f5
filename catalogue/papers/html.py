"""HTML, as pages are written or as Word and Excel save them: what a browser would show."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import html
from lxml.etree import _Element

from catalogue.papers.html_lists import markers
from catalogue.papers.html_seen import BREAKS, is_unseen, joined
from catalogue.papers.html_table import cells_of, is_layout, own_cells
from catalogue.papers.paper import Paper, Paragraph, Table, in_a_cell

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def read_html(text: str) -> Paper:
    blocks = html_blocks(text)
    return Paper("html", tuple(replace(block, line=line) for line, block in enumerate(blocks, start=1)))


def html_blocks(text: str) -> Iterator[Paragraph | Table]:
    """Lines are 0: only the whole paper can count them. Nothing is fetched, whatever the page refers to."""
    # Bytes of one's own making: neither a charset told in the page nor an XML declaration has a say any more.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    yield from _Reader().blocks(root)


class _Reader:
    """Gathers the running text; whatever begins a line of its own ends the one before."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._markers: dict[_Element, str] = {}
        self._marker = ""  # waits for the text that it stands before

    def blocks(self, element: _Element) -> Iterator[Paragraph | Table]:
        yield from self._inside(element)
        yield from self._end()

    def _end(self, is_heading: bool = False) -> Iterator[Paragraph]:
        pieces, self._text = self._text, []
        if text := joined(pieces):
            yield Paragraph(self._marker + text, 0, is_heading)
            self._marker = ""

    def _inside(self, element: _Element) -> Iterator[Paragraph | Table]:
        self._text.append(element.text or "")
        for one in element:
            yield from self._one(one)
            self._text.append(one.tail or "")

    def _one(self, one: _Element) -> Iterator[Paragraph | Table]:
        tag = str(one.tag)
        if is_unseen(one):
            return
        if tag == "br":
            self._text.append("\v")  # told from a line end of the source, which is but a blank
        elif tag == "pre":
            yield from self._end()
            self._text.append("".join(str(text) for text in one.itertext(with_tail=False)).replace("\n", "\v"))
            yield from self._end()
        elif tag == "table":
            yield from self._end()
            yield from self._table(one)
        elif tag in BREAKS:
            yield from self._end()
            if tag == "ol":
                self._markers |= markers(one)
            elif tag == "li":
                self._marker = self._markers.get(one, "")
            yield from self._inside(one)
            yield from self._end(tag in _HEADINGS)
        else:
            yield from self._inside(one)

    def _table(self, table: _Element) -> Iterator[Paragraph | Table]:
        caption = table.find("caption")
        title = "" if caption is None or is_unseen(caption) else _cell(caption)
        if is_layout(table):
            if title:
                yield Paragraph(title, 0)
            for cell in own_cells(table):
                yield from _Reader().blocks(cell)
        elif cells := cells_of(table, _cell):
            yield Table(cells, 0, caption=title)


def _cell(cell: _Element) -> str:
    return "\n".join(in_a_cell(block) for block in _Reader().blocks(cell))
