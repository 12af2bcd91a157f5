"""Clauses that name a point and state nothing of it: a heading before its state, and what will be told later.

三、信息录入，尚未完成; 信息录入的我问下法庭再说.
"""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader import point_words as said
from domain.reader.of_the_kind import within
from domain.reader.point_names import SIGNS, VERBS_LAST, Point, about

MARK = pattern_of(r"^[(（]?[一二三四五六七八九1-9][)）、.．]\s*")
LATER = pattern_of(
    r"^(?P<what>[一-鿿]{3,8}?)(?:的|那[项个条块])?(?:我们?|还|得|要|等|先|再)+[^0-9]{0,8}(?:问|核|确认|查|看)[^0-9]{0,8}再?(?:说|报|填|回|告诉|答复?)[^0-9]{0,4}$"
)


def of(clause: str, behind: Sequence[str], points: Sequence[Point]) -> Point | None:
    """The point of which a clause is the name alone, before one that names nothing."""
    name = SIGNS.sub("", MARK.sub("", clause)).rstrip(":：")
    found = next((one for one in points if one.shape == "yes" and name in (one.bare, _noun(one))), None)
    if not behind or found is None or about(behind[0], points, points).by:
        return None
    return found if name != found.bare or said.NO.search(behind[0]) else None


def is_left_for_later(clause: str, asked: Point, points: Sequence[Point]) -> bool:
    """Of another point than the one that is asked about."""
    found = LATER.match(clause)
    if found is None or within(found["what"], asked.bare):
        return False
    return any(within(found["what"], one.bare) for one in points)


def _noun(point: Point) -> str:
    return VERBS_LAST.sub("", point.bare)
