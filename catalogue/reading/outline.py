"""Entries under their areas and items: printed numbers decide where cells slid, and every repair is doubted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalogue.reading.entries import Entry
from catalogue.reading.labels import label, points
from domain.notice import Doubt


@dataclass
class Placed:
    """One indicator where it belongs; `entries` after the first only name more departments."""

    text: str
    entries: list[Entry]
    doubts: list[Doubt] = field(default_factory=list)


@dataclass
class ItemNode:
    number: str
    title: str
    placed: list[Placed] = field(default_factory=list)


@dataclass
class AreaNode:
    title: str
    items: list[ItemNode] = field(default_factory=list)


def outline(entries: Iterable[Entry]) -> list[AreaNode]:
    """Areas with nothing under them are left out."""
    place = _Placing()
    for entry in entries:
        place.take(entry)
    for area in place.areas:
        area.items = [item for item in area.items if item.placed]
    return [area for area in place.areas if area.items]


def titled(printed: str) -> tuple[str, str]:
    """（一）坚持…: its number and its words; an unnumbered title has none."""
    found, rest = label(printed)
    if found is None:
        return "", rest
    number = printed[: len(printed) - len(rest)].strip() if rest else printed
    if found.level == "item":
        number = number.replace("(", "（").replace(")", "）")
    return number, rest


def without_points(title: str) -> str:
    """税费收入（40分）: the points of an area are no part of its title."""
    return _POINTS.sub("", title)


_POINTS = re.compile(r"\s*[（(](?:共?\d+(?:\.\d+)?分|权重[^）)]*|\d+(?:\.\d+)?%)[)）]$")


class _Placing:
    """What has been read so far, and what waits for its row."""

    def __init__(self) -> None:
        self.areas: list[AreaNode] = []
        self.last = 0  # number of the last indicator of the item
        self.waiting = ""  # a title of an item printed above its own first row
        self.is_untitled = False  # the item was opened by its numbers, its title stands below
        self.is_carried = False  # a new page without titles

    def take(self, entry: Entry) -> None:
        if entry.area and not self._is_same(entry.area, self.areas[-1].title if self.areas else None):
            self.areas.append(AreaNode(without_points(titled(entry.area)[1] or entry.area)))
            self._reset()
        if not (entry.text or entry.name):
            self._title(entry.item)
            return
        if entry.is_continued and self.areas and self._item().placed:
            self._item().placed[-1].entries.append(entry)
            return
        parts = [(None, label(entry.text)[1])] if entry.name or entry.is_whole else points(entry.text)
        doubt = self._open(entry, parts[0][0])
        for number, part in parts:
            self._add(entry, number, part, doubt)

    def _open(self, entry: Entry, number: int | None) -> Doubt | None:
        """The item to which the row belongs is made the last one; says what is doubtful about it."""
        begins = number is None or number == 1
        self.is_carried = (self.is_carried or entry.is_page_new) and entry.is_flat and not entry.item
        if entry.item and not self._is_same(entry.item, self._printed()):
            if entry.is_flat and number is not None and number > 1 and number == self.last + 1:
                self.waiting = entry.item
                return _doubt(self._title_now(), entry.item, "编号接着上一行，这一行的项目标题像是下一行的")
            self._begin(entry.item)
            return None
        if self.waiting and begins:
            title, self.waiting = self.waiting, ""
            before = self._title_now()
            self._begin(title)
            return _doubt(self._title_now(), "", "项目标题印在上一行", before)
        if entry.is_flat and not entry.item and number == 1 and self.last >= 1:
            before = self._title_now()
            self._begin("")
            self.is_untitled = True
            return _doubt("", "", "编号从1重新开始，像是另一个项目", before)
        if self.is_carried and self.areas:
            return _doubt(self._title_now(), "", "换页后这一格空着，按编号接上一页")
        return None

    def _add(self, entry: Entry, number: int | None, text: str, doubt: Doubt | None) -> None:
        self.last = self.last + 1 if number is None else number
        whole = "：".join(dict.fromkeys(words for words in (label(entry.name)[1], text) if words))
        self._item().placed.append(Placed(whole, [entry], [doubt] if doubt else []))

    def _title(self, item: str) -> None:
        """A row that prints nothing but the title of an item: of the one opened by its numbers, or of the next."""
        if not item:
            return
        if self.is_untitled:
            node = self._item()
            node.number, node.title = titled(item)
            for placed in node.placed:
                placed.doubts = [_named(one, node) for one in placed.doubts]
            self.is_untitled = False
        else:
            self._begin(item)

    def _begin(self, printed: str) -> None:
        number, title = titled(printed)
        self._area().items.append(ItemNode(number, without_points(title)))
        self.last, self.is_untitled, self.is_carried = 0, False, False

    def _reset(self) -> None:
        self.last, self.waiting, self.is_untitled, self.is_carried = 0, "", False, False

    def _area(self) -> AreaNode:
        if not self.areas:
            self.areas.append(AreaNode(""))
        return self.areas[-1]

    def _item(self) -> ItemNode:
        area = self._area()
        if not area.items:
            area.items.append(ItemNode("", ""))
        return area.items[-1]

    def _printed(self) -> str | None:
        items = self.areas[-1].items if self.areas else []
        return f"{items[-1].number}{items[-1].title}" if items else None

    def _title_now(self) -> str:
        item = self._item()
        return f"{item.number}{item.title}"

    @staticmethod
    def _is_same(printed: str, before: str | None) -> bool:
        """The title once more, on a new page."""
        if before is None:
            return False
        words = without_points(titled(printed)[1]).removesuffix("（续）").removesuffix("(续)")
        return "".join(words.split()) == "".join(without_points(titled(before)[1]).split())


def _doubt(reading: str, printed: str, reason: str, *alternatives: str) -> Doubt:
    others = alternatives or ((printed,) if printed else ())
    return Doubt(
        "item", printed, reason, _short(reading), tuple(_short(one) for one in others if one and one != reading)
    )


def _named(doubt: Doubt, node: ItemNode) -> Doubt:
    if doubt.field != "item" or doubt.reading:
        return doubt
    return Doubt("item", "", doubt.reason, _short(f"{node.number}{node.title}"), doubt.alternatives)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else f"{title[:LONGEST]}…"


LONGEST = 24  # signs of a title within a question
