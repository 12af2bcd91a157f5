"""Which column of words is the area, the item, the name and the text of an indicator: by order and by shape."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.reading.frames import Column, Frame, text_at
from catalogue.reading.labels import label

_HAN = re.compile("[一-鿿]")
WORDY = 6  # Chinese signs of a cell that says what is demanded
_GATHERS = re.compile("领域|条线|一级|二级|类[别型]|板块|维度|方面|分类|大项|体系|层面")


@dataclass(frozen=True)
class Roles:
    """Places of columns; None where the table has no such column."""

    text: int
    area: int | None = None
    item: int | None = None
    names: tuple[int, ...] = ()  # said before the text: 三级指标, 指标名称
    targets: tuple[int, ...] = ()


def roles(frame: Frame) -> Roles:
    """The last column of text holds what is demanded; what stands before it and spans several rows gathers."""
    words, targets = frame.of("group", "text"), frame.of("target")
    text = _text(words, targets, frame)
    before = [column for column in words if column.place != text]
    gathering = sorted(
        (column for column in before if _is_gathering(column, frame)), key=lambda one: (_titles(one, frame), one.place)
    )
    if len(gathering) == 1 and (item := _named_item(gathering[0], before)) is not None:
        gathering.append(item)
    names = [column for column in before if column not in gathering]
    if len(gathering) > 2:
        names = [*gathering[2:], *names]
    places = [column.place for column in gathering]
    return Roles(
        text,
        places[0] if places else None,
        places[1] if len(places) > 1 else None,
        tuple(column.place for column in sorted(names, key=lambda one: one.place)),
        tuple(column.place for column in targets if column.place != text),
    )


def _titles(column: Column, frame: Frame) -> int:
    """How many titles it prints: areas are fewer than items, in whatever order the columns stand."""
    cells = (row[column.place] if column.place < len(row) else None for _, row in frame.rows)
    return len({"".join(cell.text.split()) for cell in cells if cell is not None and cell.text.strip()})


def _named_item(area: Column, before: Sequence[Column]) -> Column | None:
    """任务, 项目 behind a column of areas is the item even where each row has its own."""
    return next((one for one in before if one.place > area.place and one.meaning == "group"), None)


def _text(words: Sequence[Column], targets: Sequence[Column], frame: Frame) -> int:
    """A column of targets is the text where all words before it only gather: 任务 | 年度目标."""
    texts = [column for column in words if column.meaning == "text"]
    texts = texts or [column for column in words if not _is_gathering(column, frame)] or list(words)
    if targets and not any(column.meaning == "text" for column in words) and _is_sentences(targets[-1], frame):
        return targets[-1].place
    last = max(texts or targets, key=lambda one: one.place)
    if texts and targets and last.meaning == "group" and _is_gathering(last, frame):
        return targets[-1].place
    if texts and targets and all(_is_gathering(one, frame) for one in texts):
        return targets[-1].place
    return last.place


def _is_sentences(column: Column, frame: Frame) -> bool:
    """Targets that are said in words, 抽检合格率达到98%, and not in figures alone."""
    texts = [text for _, row in frame.rows if (text := text_at(row, column.place))]
    return sum(len(_HAN.findall(text)) >= WORDY for text in texts) > len(texts) / 2


def _is_gathering(column: Column, frame: Frame) -> bool:
    """Its cells cover several rows, are left blank below, or carry the numbers of areas and items."""
    cells = [row[column.place] if column.place < len(row) else None for _, row in frame.rows]
    filled = {id(cell): cell for cell in cells if cell is not None and cell.text.strip()}
    if not filled:
        return False
    labelled = sum(_level(cell.text) in ("area", "item") for cell in filled.values())
    if labelled > len(filled) / 2 or _GATHERS.search(column.head):
        return True
    texts = {"".join(cell.text.split()) for cell in filled.values()}
    return len(texts) < 0.9 * len(frame.rows)


def _level(text: str) -> str | None:
    found, _ = label(text)
    return found.level if found else None
