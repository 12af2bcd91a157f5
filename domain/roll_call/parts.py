"""The groups of a department, told before what they come to: 实施组填了19，裁决组22，合计41. The sum is left."""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call.words import FILL, NUM

OF_THE_FORM = r"应|实(?!施)|已|未|没|录|过问|差|缺|共|合计|总|月|日|我|本[庭院]|全"
# once and for all: a name may end in a numeral, or in 有, and each part of a list would be tried in every way
PART = (
    rf"(?>(?:(?!{OF_THE_FORM}|[,;。!、:0-9])[一-鿿]){{1,8}}?[:是有]?(?:已?{FILL}[了的]?)?{NUM}(?:个人|[人名位个])?"
    r"(?=[,;、。\s]|[一总]?共|[合总]计|加))"
)
LISTED = pattern_of(
    rf"(?:^|(?<=[,;。:]))(?P<parts>{PART}(?:[,;、\s]+{PART})+)[,;、。\s]*(?=(?P<total>[一总]?共计?|合计|总计|加起来|加一起)[是有为]*(?P<sum>{NUM}))"
)
GAP = pattern_of(r"[,;、\s]+")
FIGURE = pattern_of(rf"({NUM})(?:个人|[人名位个])?$")
FILED = pattern_of(rf"已{FILL}|{FILL}了")


def without_parts(text: str) -> str:
    """As long as they add up."""
    return LISTED.sub(_unless_wrong, text)


def _unless_wrong(listed: "re.Match[str]") -> str:
    parts = [value_of(figure[1]) for part in GAP.split(listed["parts"]) if (figure := FIGURE.search(part))]
    if None in parts or sum(filter(None, parts)) != value_of(listed["sum"]):
        return listed.group()
    filed = FILED.search(listed["parts"])
    return filed.group() if filed else ""
