"""A number of people that is told with what changed it: 本来19个，调走1个去执行局，又来了2个，现在是20个.

What it came to is left, as long as it comes out.
"""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call.words import DIGIT, NUM

COUNT = r"\s?(?:个人|[人名位个])?"
NO = f"[^,;。!?{DIGIT}]"
FIRST = pattern_of(
    rf"^{NO}{{0,6}}?(?:[本原]来|原[本先有]|[之以]前|上个?月|月初|年初){NO}{{0,6}}?(?P<n>{NUM}){COUNT}[的了]?$"
)
LESS = "调[走出离去]|转[走出]|借[走出]|抽走|(?<!开)走[了掉]?|退休?|离职|辞职?|离开|少|减少?|休产假"
MORE = "调[进入来]|转[进入来]|借[进入来]|新?(?:来|进|招|增|分来|分配|入职|报到)|多|补|添|加"
CHANGE = pattern_of(
    rf"^{NO}{{0,8}}?(?:(?P<less>{LESS})|(?P<more>{MORE})){NO}{{0,4}}?(?P<n>{NUM}){COUNT}{NO}{{0,10}}$"
    rf"|^{NO}{{0,8}}?(?P<m>{NUM})\s?(?:个人|[人名位个]){NO}{{0,6}}?(?:(?P<gone>{LESS})|(?P<come>{MORE})){NO}{{0,10}}$"
)
NOW = pattern_of(
    rf"^(?:所以|那|就|这个?月|本月)*(?:{NO}{{0,2}}应填|现在|目前|如今|一共|总共|合计|这个?月|本月|应填|应报|就|还)[应填报该是有就一总共为剩还人数]*(?P<n>{NUM}){COUNT}"
)
CLAUSES = pattern_of(r"[,;。!\s]+")
# 上月19，这月进2走1: nobody has to say what it came to
LAST_MONTH = pattern_of(
    rf"^{NO}{{0,4}}?(?:上个?月|月初|年初)(?:底|末|份)?(?:应填|在册|人数|一共|总共|是|有|的)*(?P<n>{NUM}){COUNT}$"
)
TO_COME = pattern_of("打算|准备|[会将要拟]|预计|可能|下个?月")
AT_ONCE = pattern_of(rf"(?<=[{DIGIT}])(?:个人|[人名位个])?、?(?=(?:{LESS}|{MORE})了?{NUM})")


def without_changes(text: str) -> str:
    told = _came_to(text)
    if told is None and LAST_MONTH.match(CLAUSES.split(text, maxsplit=1)[0]):
        told = _came_to(AT_ONCE.sub(",", text))
    return text if told is None else told


def _came_to(text: str) -> str | None:
    starts = [0, *(mark.end() for mark in CLAUSES.finditer(text))]
    parts = CLAUSES.split(text)
    first = FIRST.match(parts[0])
    changes = []
    for part in parts[1:]:
        if (changed := CHANGE.match(part)) is None or NOW.match(part):
            break
        changes.append(changed)
    at = len(changes) + 1
    if first is None or not changes:
        return None
    came_to = (value_of(first["n"]) or 0) + sum(map(_change, changes))
    if any(parts[at:]):
        now = NOW.match(parts[at])
        return text[starts[at] :] if now and came_to == value_of(now["n"]) else None
    is_all = LAST_MONTH.match(parts[0]) and came_to > 0 and not TO_COME.search(text)
    return f"应填{came_to}人" if is_all else None


def _change(changed: "re.Match[str]") -> int:
    count = value_of(changed["n"] or changed["m"]) or 0
    return -count if changed["less"] or changed["gone"] else count
