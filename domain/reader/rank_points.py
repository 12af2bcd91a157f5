"""Ranks of one point or of several: each place with the point that it is named for."""

import re
from collections.abc import Collection, Sequence

from domain.cadences import Period
from domain.ranks import Rank, read_rank
from domain.reader import words
from domain.reader.asked import Doubt
from domain.reader.point_names import About, Point, about
from domain.reader.point_times import is_of_other_time
from domain.reader.questions import is_question
from domain.reader.statements import Read, is_of_others, keyed

CLAUSE = re.compile(r"[,;。!\n]+|\s+(?=[1-9][0-9]?\s*[.、:])")
PART = re.compile(r"[上下]半年|季度|月")
NO_FIGURES = re.compile("[^0-9一二三四五六七八九十]*")
SUBJECT = re.compile(r"刑事|民事|商事|行政|执行|立案|信访|少年|知产|金融")


def read(text: str, points: Sequence[Point], asked: Point, period: Period | None, others: Collection[str]) -> Read:
    """案访比第3，化解率第5，均为16家."""
    if is_question(text) or words.EITHER.search(text) or words.IRONY.search(text):
        return Read({}, Doubt("question"))
    told = _told(text, points, asked, period, others)
    if isinstance(told, Doubt):
        return Read({}, told)
    values: dict[int, Rank] = {}
    for seq, clauses in told.items():
        found = read_rank(",".join(clauses))
        if isinstance(found, str):
            return Read({}, Doubt("not-understood" if NO_FIGURES.fullmatch(text) else found))
        values[seq] = found
    if values and asked.seq not in values:
        return Read({}, Doubt("other-point", (keyed(values),)))
    return Read(values) if values else Read({}, Doubt("other-time"))


def _told(
    text: str, points: Sequence[Point], asked: Point, period: Period | None, others: Collection[str]
) -> dict[int, list[str]] | Doubt:
    """The clauses of each point; what was so in another year is left out, what is so of a part of this one is not."""
    alike = [one for one in points if one.shape == "rank"]
    told: dict[int, list[str]] = {}
    current: tuple[Point, ...] = (asked,)
    for clause in CLAUSE.split(text):
        if is_of_others(clause, others) or _is_of_other_subject(clause, asked):
            return Doubt("other-unit")
        if is_of_other_time(clause, period, 0, None):
            if PART.search(clause):
                return Doubt("other-time")
            continue
        names = len(alike) > 1 and not NO_FIGURES.fullmatch(clause)  # 高院通报 is a source, and no point
        spoken = about(clause, points, alike, told) if names else About((), clause)
        current = spoken.points or current
        for one in current:
            told.setdefault(one.seq, []).append(spoken.rest if spoken.by == "number" else clause)
    return told


def _is_of_other_subject(clause: str, asked: Point) -> bool:
    """民事排第3, where it is asked about 刑事审判工作质效."""
    return any(subject not in asked.name for subject in SUBJECT.findall(clause)) and bool(SUBJECT.search(asked.name))
