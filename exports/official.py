"""The form of Chinese official documents after GB/T 9704-2012, from 版头 to 版记."""

from collections.abc import Iterator, Sequence

from domain.official import Block, Form, Heading, Official, Paragraph, Table
from exports.word.file import packed
from exports.word.styles import indent
from exports.word.tables import bar, colophon, form, table
from exports.word.text import breadth, empty, paragraph, sides

DIGITS = "〇一二三四五六七八九"
ACROSS = 27.6  # characters of 三号 between the margins
KEPT = "<w:keepNext/>"
NARROW = 29  # characters of 四号 on a line of the 版记
LARGEST, SMALLEST = 40, 26  # points of the 版头


def draw(document: Official) -> bytes:
    """A .docx; the same document gives the same bytes."""
    body = "".join(_body(document))
    return packed(body, document.title or document.masthead, document.signer or document.masthead, document.day)


def _body(document: Official) -> Iterator[str]:
    yield from _head(document)
    yield from _blocks(document.blocks, last=KEPT if document.signer else "")
    if document.annexes:
        yield paragraph("AnnexList", "")
        yield from _annex_list(document)
    if document.signer:
        yield from _signature(document)
    for n, annex in enumerate(document.annexes, 1):
        yield paragraph("AnnexLabel", _numbered(document.annex_word, n, len(document.annexes)))
        yield empty()
        yield paragraph("Title", annex.title)
        yield empty()
        yield from _blocks(annex.blocks)
    if document.colophon:
        yield empty()
        yield colophon(row for pair in document.colophon for row in _fitting(*pair))
    yield empty("End")  # a file may not end with a table


def _head(document: Official) -> Iterator[str]:
    if document.bar:
        yield bar(document.bar)
        yield empty("Cell")
    yield _masthead(document.masthead)
    if document.beside:
        yield sides("NumberAndDay", document.number, document.day_text)
        yield empty("Cell")
        return
    yield paragraph("Number", document.number)
    yield from (empty(), empty())
    if document.title:
        yield paragraph("Title", document.title)
        yield empty()


def _masthead(text: str) -> str:
    """As large as the line takes it."""
    points = int(max(SMALLEST, min(LARGEST, ACROSS * 16 // max(1.0, breadth(text)))))
    return paragraph("Masthead", text, properties=f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>')


def _blocks(blocks: Sequence[Block], last: str = "") -> Iterator[str]:
    """`last` is a property of the last paragraph: no signature stands alone on a page."""
    counts = [0, 0, 0]
    for block in blocks:
        match block:
            case Heading(heading, level):
                counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (3 - level)]
                yield paragraph(f"Level{level}", f"{_number(counts[level - 1], level)}{heading}")
            case Paragraph(text):
                yield paragraph("Body", text, last if block is blocks[-1] else "")
            case Table():
                yield from (empty("Cell"), table(block), empty("Cell"))
            case Form():
                yield form(block)


def _fitting(left: str, right: str) -> list[tuple[str, str]]:
    """Side by side where the line of the 版记 has room for both."""
    return [(left, right)] if breadth(left) + breadth(right) < NARROW else [(left, ""), ("", right)]


def _number(n: int, level: int) -> str:
    return {1: f"{chinese(n)}、", 2: f"（{chinese(n)}）", 3: f"{n}．"}[level]


def chinese(n: int) -> str:
    """一 to 九十九; what goes on after that in figures."""
    if n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    if tens == 0:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def _annex_list(document: Official) -> Iterator[str]:
    several = len(document.annexes) > 1
    for n, annex in enumerate(document.annexes, 1):
        head = f"{document.annex_word}：" if n == 1 else "　　　"
        yield paragraph("AnnexList", f"{head}{f'{n}．' if several else ''}{annex.title}")


def _numbered(word: str, n: int, of: int) -> str:
    return f"{word}{n}" if of > 1 else word


def _signature(document: Official) -> Iterator[str]:
    """Two characters from the right, the day two further in than the name; the other way round where it is longer."""
    name, day = breadth(document.signer), breadth(document.day_text)
    inner = name - day - 2
    yield empty("Signature")
    yield paragraph("Signature", document.signer, indent(right=2 + max(0.0, -inner)))
    yield paragraph("Signature", document.day_text, indent(right=2 + max(0.0, inner)))
