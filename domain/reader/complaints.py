"""A complaint that was looked into: 12368转来1件投诉，嫌窗口说话冲，11月23号的事，查了确实有. It happened so."""

from collections.abc import Collection
from datetime import date

from domain.dates import find_days
from domain.events import KINDS
from domain.patterns import pattern_of
from domain.reader.point_names import Point

N = "[0-9]{1,2}|[一二两三四五六七八九十]"
THINGS = "投诉|举报|反映|线索|信访|工单"
COUNTED = pattern_of(
    rf"(?P<n>(?<![0-9]){N})\s?[件起个条张次](?=(?:[一-鿿]{{0,4}})?(?:{THINGS})|过来|来的)|(?:{THINGS})(?:是|共|就|只)?有?\s?(?P<m>{N})\s?[件起个条张次]"
)
TOLD = pattern_of(rf"{THINGS}|12345|12368|热线|转[来过了]")
# 查了确实有, 核实是真的, 情况属实
FOUND_TRUE = pattern_of(
    r"(?:^|(?<=[,;。\s]))(?:[^,;。0-9没未不]{0,6}?)(?:[查核](?:了|过|下来|实|证|对)*[一]?下?[^,;。没未不]{0,4}?(?:确实|的确|真的?)有|[查核](?:了|过|下来|实|证|对)*[一]?下?[^,;。没未不]{0,4}?(?:属实|是真的?|确有其事|没错)|查实了?|(?:情况|反映|投诉)?[基本]{0,2}属实|确有其事)[的了]?(?=[,;。\s]|$)"
)
UNSETTLED = pattern_of(
    r"不属实|不实|失实|部分|在[查核]|还[没在未有]|尚未|待[查核]|再[查核看]|[没未]有?(?:查实|发现|属实|认定)|不[是算]|没有|另|其中|可能|好像"
)
# how people tell of what was complained about
CONDUCT = pattern_of(
    "说话[^,;。]{0,3}(?:冲|难听|凶|大声|不客气)|口气|语气|脾气|吼|骂|甩脸|白眼|爱理不理|爱答不理|不搭理|不耐烦|不理人|踢皮球|让[^,;。]{0,4}跑了?[几两三多]"
)


def established(text: str, point: Point, today: date, others: Collection[str]) -> str:
    """The day and the number alone, where the complaint is of the kind that is asked about, and of nobody else."""
    counts, found = list(COUNTED.finditer(text)), FOUND_TRUE.search(text)
    if len(counts) != 1 or found is None or UNSETTLED.search(text) or not TOLD.search(text):
        return text
    if any(name in text for name in others if name):
        return text
    days = find_days(text, today, past=True)
    if len({day.day for day in days}) != 1 or not _is_of_its_kind(text, point):
        return text
    return f"{days[0].written}查实{counts[0]['n'] or counts[0]['m']}起"


def _is_of_its_kind(text: str, point: Point) -> bool:
    is_of_conduct = "现象" in point.name and CONDUCT.search(text)
    return bool(is_of_conduct) or any(kind in point.name and words.search(text) for kind, words in KINDS)
