"""The figures of a round with the words right before and behind them, and what these say that they count."""

import re
from dataclasses import dataclass

from domain.numbers import NUMBER, value_of
from domain.patterns import pattern_of
from domain.roll_call_words import MATTER, Field

BREAK = pattern_of(r"[,;。!\n]+")
FIGURE = pattern_of(rf"(?P<n>{NUMBER.pattern})\s*(?P<unit>个人|[人名位条件起个%])?")
MATTERS = rf"(?:记录|登记|{MATTER}|打招呼|说情|请托|托情)"
FILL = "(?:填报|填写|上报|填|报)"
FILLER = r"(?:人[数员]|干警|的|了|也|还|是|为|有|共|:|\s)*"
WE = "(?:我们?|本|[全这])[庭局处室部组队]里?"
STAFF = "(?:同志|干警|法官)*"
HOW = "(?:都|均|全部?|已经?|按时|如期|在平台上?)*"
Patterns = tuple[tuple[Field, "re.Pattern[str]"], ...]
BEFORE: Patterns = (
    (
        "should",
        pattern_of(
            rf"(?:应(?:当|该)?{FILL}?|[该需]要?{FILL}|在[册编岗]|总人?数|一共|总共|合计|人数|{WE}){FILLER}$",
        ),
    ),
    (
        "filed",
        pattern_of(
            rf"(?:(?:已经?|实际?)(?:完成|全部)?{FILL}?|(?<![应该要需]){FILL}[了好完齐过]*|完成(?:{FILL})?){FILLER}$"
        ),
    ),
    ("records", pattern_of(rf"(?:{MATTERS}|条数)(?:条数|情况)?{FILLER}$")),
)
BEHIND: Patterns = (
    ("should", pattern_of(rf"^{STAFF}(?:应|该|需要?|要){FILL}")),
    ("filed", pattern_of(rf"^{STAFF}{HOW}(?:完成)?{FILL}[了好完齐过毕]")),
)
COUNTS_RECORDS = pattern_of(r"[0-9一二两三四五六七八九十]\s*条")
RECORDS = ("条", "件", "起")
PEOPLE = ("人", "名", "位", "个人")
MAYBE_PEOPLE = (*PEOPLE, "个", "")


@dataclass(frozen=True)
class Spoken:
    value: int
    unit: str
    before: str
    behind: str
    clause: str


def spoken(text: str) -> list[Spoken] | None:
    """None where a number is none."""
    found = []
    for clause in BREAK.split(text):
        matches = list(FIGURE.finditer(clause))
        for at, match in enumerate(matches):
            value = value_of(match["n"])
            if value is None:
                return None
            floor = matches[at - 1].end() if at else 0
            ceiling = matches[at + 1].start() if at + 1 < len(matches) else len(clause)
            before, behind = clause[floor : match.start()], clause[match.end() : ceiling]
            found.append(Spoken(value, match["unit"] or "", before, behind, clause))
    return found


def field_of(one: Spoken) -> Field | None:
    """By the words before it, or by those behind it where none stand before."""
    if one.unit in RECORDS:
        return "records"
    is_of_some = one.unit in PEOPLE and COUNTS_RECORDS.search(one.clause)  # 1人登记1条
    if one.unit == "%" or "无报告" in one.clause or is_of_some:
        return None
    said = ((one.before, BEFORE), (one.behind, BEHIND))
    found = (field for words, patterns in said for field, pattern in patterns if pattern.search(words))
    field = next(found, None)
    return None if field == "records" and one.unit in PEOPLE else field
