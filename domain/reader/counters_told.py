"""What occurred is counted in whatever it comes in: 0户, 一个人都没有 and 新增1座 are 0起, 一起都没有 and 新增1起.

None of them is none of whatever is counted; some are told of it where they are counted at the head of a clause, and
people only where people are asked about: 死亡3人 counts no accidents.
"""

import re
from collections.abc import Sequence

from domain import measures
from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.point_names import Point

THINGS = measures.any_of((*f"{measures.HOLDERS} {measures.THINGS}".split(), *"宗条班例项"))
PEOPLE = f"个?(?:{measures.any_of('人名位')})"
N = "[0-9]{1,4}|[一二两三四五六七八九十]{1,3}"
ONE = f"个?(?:{THINGS})|{PEOPLE}"
NONE = pattern_of(
    rf"(?<![0-9.])(?P<zero>[0〇零])\s?(?:{ONE})(?=$|[,;。!\s的了])"
    rf"|(?P<before>(?:没有?|无)(?:任何)?)(?<!第)[一1](?:{ONE})|(?<![0-9第十])[一1](?:{ONE})(?=[^,;。\s]{{0,4}}?(?:没|未|无))"
)
HEAD = r"(?:^|(?<=[,;。!\s]))(?:今年|目前|本期|[上下]半年|一?共|就|只)*(?:有|新增|发生|出现|查出|发现|增加)?了?过?"
SOME = pattern_of(rf"(?P<head>{HEAD})(?P<n>{N})\s?(?:{THINGS})(?=$|[,;。!\s])")
SOME_PEOPLE = pattern_of(rf"(?P<n>(?<![0-9第])(?:{N}))\s?(?:{PEOPLE})(?!以[上下内]|[一-鿿]?(?:公司|单位))")
SEEN_TO = pattern_of(r"[,;。!\s]+正在(?:给|帮|安排|整改|处理|解决|处置|救治|善后)[^,;。!\s]*")
COUNTED = pattern_of("[0-9一二两三四五六七八九十]\\s?[起件]")
SEARCHED = pattern_of(
    rf"(?:^|(?<=[,;。\s]))(?:我们?|今年|一?共|[上下]半年)*(?:巡[查护逻检]|检查|排查|走访|查)了?(?:{N})多?[次遍轮][,;。\s]+"
)
FATE = pattern_of("伤|失踪|转移|被困|救")  # another one than is asked about
OF_PEOPLE = pattern_of("人|死亡|伤亡|[漏脱]管")
# 系统标红23件，21件是没扣节假日，真超的2件
FALSE = pattern_of(
    rf"^[^,;。0-9]{{0,8}}(?P<a>{N})[件起][,;。\s]+(?:[^,;。0-9]{{0,8}}[,;。\s]+)?[^,;。0-9]{{0,5}}(?P<b>{N})[件起][^,;。0-9]{{0,12}}[,;。\s]+(?:真正?|实际|确实|属实)(?P<of>[^,;。0-9]{{0,4}}?)的?(?:就|只|有|是)*(?P<c>{N})(?P<unit>[件起])"
)


def without_false(text: str) -> str:
    """As long as the others are so many."""
    return FALSE.sub(_those_real, level(text)) if FALSE.match(level(text)) else text


def _those_real(told: "re.Match[str]") -> str:
    a, b, c = (value_of(told[name]) or 0 for name in "abc")
    return f"{told['of']}{c}{told['unit']}" if a - b == c else told.group()


def denied(text: str, points: Sequence[Point]) -> str:
    """没有统计造假案件 denies the case, and nothing that is counted."""
    for point in points:
        text = text.replace(f"没有{point.core}", f"没有发生{point.core}")
    return text


def plainly(text: str, point: Point) -> str:
    text = NONE.sub(
        lambda match: f"{match['zero'] or ''}{match['before'] or ''}{'' if match['zero'] else '一'}起", text
    )
    text = SEARCHED.sub("", SEEN_TO.sub("", text))
    text = SOME.sub(r"\g<head>\g<n>起", text)
    is_else = any(fate.group() not in point.name for fate in FATE.finditer(text))
    is_of_people = point.unit in ("人", "人次", "名") or OF_PEOPLE.search(point.name)
    is_counted = is_of_people and not is_else and not COUNTED.search(text)
    return SOME_PEOPLE.sub(r"\g<n>起", text) if is_counted else text
