"""Nothing but places, told where figures are asked for: 案访比排名全市第3，重复访第2; 各率都达标，全市排第五."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.cadences import Period
from domain.patterns import pattern_of
from domain.reader import points as pointed
from domain.reader.asked import Value
from domain.reader.point_names import Point, named

N = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
PLACE = pattern_of(
    rf"(?:第|(?<=排名)|(?<=排在)|(?<=位列))\s*(?:{N})[名位]?|(?:一?共|在|/)?\s*(?:{N})\s*[家个](?:法院|单位|基层院)?(?:[中里])?"
)
EXACT = pattern_of(rf"(?:排名|名次|位次)[^0-9]*第\s*(?:{N})")
# by nothing but where it stands: of the only one that is ranked, unless one rate is spoken of, which may be meant
OF_ALL = pattern_of(
    rf"(?:^|[,，;；。\s])(?:我[们院]|本[院局庭]|[在是质效指标综合总]|执行)*(?:全[市省]|排[名行]?|位列)+(?:排[名行]?|位?列|居|[是在:：\s])*第\s*(?:{N})"
)
RATE = pattern_of("[一-鿿](?:率|占比)")
FIGURE = pattern_of("[0-9%]")


def ranks_alone(
    text: str, points: Sequence[Point], today: date, period: Period | None, others: Collection[str]
) -> Mapping[str, Value]:
    """Empty where a figure stands beside them that is no place."""
    ranked = [point for point in points if point.shape == "rank"]
    if not ranked or FIGURE.search(PLACE.sub("", text)):
        return {}
    is_named = any(re.search(rf"{re.escape(point.bare)}[^0-9,，。;；]*第\s*(?:{N})", text) for point in ranked)
    spoken = named(text, ranked) if is_named or EXACT.search(text) else ()
    if not spoken and len(ranked) == 1 and OF_ALL.search(text) and not _is_of_one_rate(text):
        spoken = tuple(ranked)
    if not spoken:
        return {}
    read = pointed.read(text, points, spoken[0].seq, today, period, others)
    return {f"#{seq}": value for seq, value in read.values.items()} if read.doubt is None else {}


def _is_of_one_rate(text: str) -> bool:
    """完毕率达标，全市第五: whose place it is is open."""
    return len(RATE.findall(text)) == 1
