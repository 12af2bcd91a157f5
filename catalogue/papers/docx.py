"""Word (.docx): the body as it is printed. Heads and feet of pages are not part of what a notice says."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from catalogue.papers.package import Package
from catalogue.papers.paper import Paper, Paragraph, Table, in_a_cell
from catalogue.papers.printed import printed
from catalogue.papers.word_numbers import Numbers
from catalogue.papers.word_styles import Styles
from catalogue.papers.word_table import cells_of, only_cell
from catalogue.papers.word_text import print_of
from catalogue.papers.word_xml import WRAPPERS, W, child


def read_docx(package: Package) -> Paper:
    part = package.main
    reader = _Reader(package, part)
    body = child(package.tree(part), "body")
    blocks = reader.blocks(body) if body is not None else iter(())
    numbered = tuple(replace(block, line=line) for line, block in enumerate(blocks, start=1))
    return Paper("docx", numbered, tuple(reader.problems()))


class _Reader:
    def __init__(self, package: Package, part: str) -> None:
        self._styles = Styles(package.related(part, "styles"))
        self._numbers = Numbers(package.related(part, "numbering"), self._styles)
        self._remarks = _remarks(package.related(part, "comments"))
        self._comments: list[str] = []  # met since the cell began
        self._carried = ""  # of a paragraph whose end was deleted: it runs on into the next
        self._pictures = 0
        self._foreign = 0

    def problems(self) -> Iterator[str]:
        if self._pictures:
            yield f"文中有 {self._pictures} 张图片，图片里的文字没有读。"
        if self._foreign:
            yield f"文中有 {self._foreign} 处嵌入的其他文件，其中的内容没有读。"

    def blocks(self, container: _Element) -> Iterator[Paragraph | Table]:
        """Lines are 0: only the whole paper can count them."""
        for one in container:
            if one.tag == f"{W}p":
                yield from self._paragraph(one)
            elif one.tag == f"{W}tbl":
                yield from self._table(one)
            elif one.tag in WRAPPERS:
                yield from self.blocks(one)
            elif one.tag == f"{W}altChunk":
                self._foreign += 1

    def _paragraph(self, paragraph: _Element) -> Iterator[Paragraph | Table]:
        shown = print_of(paragraph, self._styles)
        self._comments += shown.comments
        self._pictures += shown.pictures
        text = self._carried + "".join(shown.text)
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr")
        is_joined = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        self._carried = text if is_joined else ""
        is_unseen = properties is not None and not text and self._styles.is_hidden(properties, paragraph)
        if not is_joined and not is_unseen:
            text = printed(self._numbers.label(paragraph) + text)
            if text:
                yield Paragraph(text, 0, self._styles.is_heading(paragraph))
        for box in shown.boxes:
            yield from self.blocks(box)

    def _table(self, table: _Element) -> Iterator[Paragraph | Table]:
        frame = only_cell(table)
        if frame is not None:
            yield from self.blocks(frame)
        elif cells := cells_of(table, self._cell):
            yield Table(cells, 0)

    def _cell(self, cell: _Element) -> tuple[str, str]:
        outer, self._comments = self._comments, []
        text = "\n".join(in_a_cell(block) for block in self.blocks(cell))
        remarks = [self._remarks[one] for one in dict.fromkeys(self._comments) if one in self._remarks]
        self._comments = outer
        return text, "\n".join(remarks)


def _remarks(root: _Element | None) -> dict[str, str]:
    """Id → text of each comment."""
    if root is None:
        return {}
    nothing = Styles(None)
    return {
        str(comment.get(f"{W}id")): printed(
            "\n".join("".join(print_of(paragraph, nothing).text) for paragraph in comment.iter(f"{W}p"))
        )
        for comment in root
    }
