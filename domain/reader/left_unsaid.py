"""What is said around figures and leaves one plain: 计划3次，实际发了2次; 全口径2415，一审只有1688，剩下的是执行.

本月的还在对，明早再给, where last year's are told; 一期156人，二期145人，有6位只能算一次.
"""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figures_counted import named
from domain.reader.vocabulary import is_earlier

N = "(?<![0-9.])[1-9][0-9]*(?![0-9.%])"
FEW = f"(?:{N}|[一二两三四五六七八九十])"
UNIT = "[件个名位人条份次期]"
END = r"(?=$|[,;。!\s])"
PLANNED = pattern_of(
    rf"^(?:[全今本]年|[上下]半年)?(?:原?计划|原定|预定|本来[要想]?|安排)(?:是|发|开|报|通报|搞|办)*{FEW}(?P<unit>{UNIT})[,;\s]+(?:但是?|不过)?(?:实际上?|最后|结果)(?:只|就|上)?[^,;。0-9没未一二两三四五六七八九十]{{0,6}}(?P<n>{FEW})(?P=unit){END}"
)
PUT_OFF = pattern_of(
    r"[,;。\s]+(?:另外)?(?:第[一二三四五六]|那|还有)一?次[^,;。0-9]{0,4}(?:挪|推|改|延|移|拖)[到至在了][^,;。]{1,8}[。!]*$"
)
LEFT = pattern_of(rf"[,;\s]*就(?:只|还)?剩(?:下)?了?(?=(?:{FEW})[件个名份][^,;。0-9]{{0,4}}没)")
PART = pattern_of(
    rf"^(?P<all>[^,;。0-9]{{2,8}}{N}件?)[,;\s]+(?P<part>[^,;。0-9]{{1,8}}?)(?:只有?|才|仅)?(?P<n>{N}件?)[,;\s]+剩下的?(?:都|就|全)?是[^,;。0-9没未不估猜推约]{{2,14}}[。!]*$"
)
# 报区委7件、报高院5件，其中2件是两头都报的，按事项算一次
TWICE = pattern_of(
    rf"(?:(?:一期|第一[期批次]|[^,;。0-9]{{1,6}}?))(?P<a>{N})(?P<unit>{UNIT})[、,;\s]+[^,;。0-9]{{1,6}}?(?P<b>{N}){UNIT}[,;。\s]+(?:其中)?有?(?P<k>{FEW}){UNIT}[^;。0-9]{{2,16}}?(?:只能?|按[^,;。0-9]{{1,3}}|应|要)算(?:作|成)?一{UNIT}{END}"
)
# 本月的还在跟数据中心对，明早再给
TO_COME = pattern_of(
    rf"^(?P<told>.*[0-9]{UNIT}?)[,;。\s]+(?:至于|就是)?(?P<what>[^,;。0-9]{{2,8}}?)(?:的|数|这块|那个)*(?:(?:还|仍)(?:在|没)|尚未|得[从等找]|要[从等找])[^,;。0-9]{{1,16}}[,;\s]+[^,;。]{{0,6}}(?:再|补|给|报)[^,;。0-9]{{0,5}}[。!]*$"
)
THIS = pattern_of("^(?:本月|这个月|今年|本年|本期)$")
# 一审全结了，不过二审还压着2件; 单看4月的话完毕409
SECOND = pattern_of(
    r"[,;。\s]+(?:不过|但是?|只是|另外)?(?:二审|再审)(?:的|里|那边)*(?:还|也|都)?[^,;。一扣减剔算撤改发]*[。!]*$"
)
ALONE = pattern_of(r"单(?:看|算|说|独看)(?=(?:[0-9]{1,2}|[这本当]个?)月)(?P<month>[^,;。]{1,4}?)的话[,\s]*")
LACKING = pattern_of("^无(?P<what>[一-鿿]{2,4})的")


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = ALONE.sub(r"\g<month>", LEFT.sub("，", said))
    if "一审" in plain and not any(sign in one.label for one in asked.quantities for sign in ("二审", "再审")):
        plain = SECOND.sub("", plain)
    if len(asked.quantities) == 1:
        held = PLANNED.sub(rf"{asked.quantities[0].label}\g<n>\g<unit>", plain)
        plain = PUT_OFF.sub("", held)
    plain = TWICE.sub(_once, PART.sub(_part, plain))
    plain = _without_to_come(_none_without(plain, asked), asked)
    return text if plain == said else plain


def _part(told: "re.Match[str]") -> str:
    whole, n = (int(re.sub("[^0-9]", "", told[name])) for name in ("all", "n"))
    return f"{told['all']}，其中{told['part']}{told['n']}" if n <= whole else told.group()


def _once(told: "re.Match[str]") -> str:
    whole, twice = int(told["a"]) + int(told["b"]), value_of(told["k"]) or 0
    is_possible = twice <= min(int(told["a"]), int(told["b"]))
    return f"共{whole - twice}{told['unit']}" if is_possible else told.group()


def _none_without(text: str, asked: Asked) -> str:
    """没有哪一个是没有党员的, where 无党员的 are counted."""
    lacking = LACKING.match(asked.quantities[0].label) if len(asked.quantities) == 1 else None
    if lacking is None:
        return text
    return re.sub(
        rf"没有?(?:哪|任何)?一?个(?:法?庭)?是?(?:没有?|无){lacking['what']}的", f"每个都有{lacking['what']}", text
    )


def _without_to_come(text: str, asked: Asked) -> str:
    """What is still to come is another figure than those that are told."""
    told = TO_COME.match(text)
    if told is None or "四舍五入" in text:
        return text
    now = [one for one in asked.quantities if not is_earlier(one.label)]
    of = now[0] if THIS.match(told["what"]) and len(now) == 1 else named(told["what"], asked)
    is_this_year = THIS.match(told["what"]) is not None
    if of is None or (is_this_year and len(re.findall("[去前上]年", told["told"])) < len(re.findall(N, told["told"]))):
        return text
    return text if told["what"] in told["told"] else told["told"]
