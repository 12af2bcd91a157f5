"""The groups of a department, told before what they come to: 实施组填了19，裁决组22，合计41. The sum is left."""

import re

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.roll_call.words import FILL, NUM

OF_THE_FORM = r"应|实(?!施)|已|未|没|录|过问|差|缺|共|合计|总|月|日|我|本[庭院]|全"
# once and for all: a name may end in a numeral, or in 有, and each part of a list would be tried in every way
NAMED = rf"(?:(?!{OF_THE_FORM}|[,;。!、:0-9])[一-鿿]){{1,8}}?[:是有]?\s?(?:已?{FILL}[了的]?)?{NUM}(?:个人|[人名位个])?"
PART = rf"(?>{NAMED}(?=[,;、。\s]|[一总]?共|[合总]计|加))"
ONE_OF_ALL = rf"(?>{NAMED}(?=[,;、。\s]))"
LISTED = pattern_of(
    rf"(?:^|(?<=[,;。:]))(?P<parts>{PART}(?:[,;、\s]*{PART})+)[,;、。\s]*(?=(?P<total>[一总]?共计?|合计|总计|加起来|加一起)[:是有为]*\s?(?P<sum>{NUM}))"
)
# 已经填了的：实施一组17人，二组15人，三组14人，就这些: all of them, with no word of what they come to
LISTED_IN_FULL = pattern_of(
    rf"^(?P<head>[^,;。:0-9]{{0,8}}[:,]\s?)?(?P<parts>{ONE_OF_ALL}(?:[,;、。\s]+{ONE_OF_ALL})+)[,;。\s]+(?:我们)?(?:一共|总共|也|全|都)*(?:就|只有)(?:是)?这(?:些|么多|[几两三四五]个[组庭队]?)(?:人|了|吧)*(?=$|[,;。!])"
)
# the parts behind their total; none of them is told to be no part
WHO = (
    r"(?:(?!不(?!认识|熟)|[没未应已实填零转移划归退撤删误别再另月多少报]|录(?!的))"
    r"[^.,;。、:)%\s−0-9零一二三四五六七八九两俩〇十百千万廿卅-])"
)
OF_WHICH = pattern_of(
    rf"(?<![0-9一二三四五六七八九十])(?P<total>(?P<sum>{NUM})\s?(?:条|人|个)?)[,;、:。(\s]+其中:?(?P<parts>(?:{WHO}{{1,10}}?{NUM}(?:[条人个]|(?![条人个]))[,;、)\s]*+){{2,}})(?=[,;。)\s]|$|(?<=[,;、)\s]))"
    rf"|(?<![0-9一二三四五六七八九十])(?P<records>(?P<many>{NUM})\s?条)(?:{WHO}{{0,12}}[,;、:。(\s]+){{0,2}}(?P<items>(?:{WHO}{{0,12}}?{NUM}\s?[条个](?:{WHO}{{0,16}}?[,;、)\s]++)?){{2,}})(?=[,;。)]|$|(?<=[,;、)\s]))"
)
# 系统里录了2个,1个打招呼问进度的,1个律师打听合议庭的: each by what somebody wanted
WANTED = r"打|问|过问|干预|插手|说情|托|关照|催"
ENTERED = pattern_of(
    rf"(?:录入?|登记?|记录?)[了的有是]*\s?(?P<many>{NUM})\s?[条件起个][,;、:(\s]+"
    rf"(?P<items>(?:(?:另外|还有|其中|另|有)*+{NUM}\s?[条件起个](?=[^,;。)]{{0,12}}(?:{WANTED})){WHO}{{1,20}}(?:[,;、)\s]++|$)){{2,}})"
)
FIGURES = pattern_of(NUM)
GAP = pattern_of(r"[,;、\s]+|(?<=[0-9人名位个])(?=[一-鿿])(?![人名位个])")
FIGURE = pattern_of(rf"({NUM})(?:个人|[人名位个])?$")
FILED = pattern_of(rf"已{FILL}|{FILL}了")


# 应填46(含2个聘用制书记员、1个借调政法委的), 52(含借调2): who is among them, and none of whom it is told that he lacks
AMONG = pattern_of(
    rf"\((?:其中有?|[包内]?含|包括|里面?有)(?>{NUM}\s?[个名位人][^(),;。没未不病休假补重误漏差缺晚条0-9]{{0,12}}[、,]?)+\)"
    rf"|\((?:[包内]?含|包括|里面?有)(?>[^(),;。没未不病休假补重误漏差缺晚条已实0-9零一二三四五六七八九两十]{{1,10}}{NUM}\s?(?:个人|[人名位个])?[、,]?)+\)"
)
# 其中两个是用手机端交的
BY_WHAT = pattern_of(
    rf"[,;、\s(]+(?:其中|里面|里头|包括)[^,;。0-9]{{0,10}}0\s?[条个]?(?=[,;。)]|$)|[,;\s]+其中有?{NUM}个?人?是?(?:[用在拿]了?)?(?:手机|电脑|网上|APP|app|内网|外网|单位|家里?)[端版上]?{FILL}的(?=[,;。\s]|$)"
)


def in_full(text: str) -> str:
    """What they come to, where these are all of them."""
    said = level(text)
    return LISTED_IN_FULL.sub(_in_all, said) if LISTED_IN_FULL.match(said) else text


def without_parts(text: str) -> str:
    """As long as they add up."""
    return LISTED.sub(
        _unless_wrong, BY_WHAT.sub("", AMONG.sub("", OF_WHICH.sub(_unless_short, ENTERED.sub(_records, text))))
    )


def _unless_short(told: "re.Match[str]") -> str:
    """记录3条，其中领导干部1条、其他人员2条."""
    parts = [value_of(figure) for figure in FIGURES.findall(told["parts"] or told["items"])]
    is_sum = sum(filter(None, parts)) == value_of(told["sum"] or told["many"])
    return f"{told['total'] or told['records']}," if is_sum else told.group()


def _records(told: "re.Match[str]") -> str:
    parts = [value_of(figure) for figure in FIGURES.findall(told["items"])]
    is_sum = sum(filter(None, parts)) == value_of(told["many"])
    return f"记录{told['many']}条," if is_sum else told.group()


def _unless_wrong(listed: "re.Match[str]") -> str:
    parts = [value_of(figure[1]) for part in GAP.split(listed["parts"]) if (figure := FIGURE.search(part))]
    if None in parts or sum(filter(None, parts)) != value_of(listed["sum"]):
        return listed.group()
    filed = FILED.search(listed["parts"])
    return filed.group() if filed else ""


def _in_all(listed: "re.Match[str]") -> str:
    parts = [value_of(figure[1]) for part in GAP.split(listed["parts"]) if (figure := FIGURE.search(part))]
    if None in parts:
        return listed.group()
    filed = FILED.search(listed["head"] or "") or FILED.search(listed["parts"])
    return f"{'已填' if filed else ''}{sum(filter(None, parts))}人"
