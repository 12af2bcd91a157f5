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
LEFT = pattern_of(rf"[,;\s]*(?:就|只|还)+剩(?:下)?了?(?=(?:{FEW})[件个名份][^,;。0-9]{{0,4}}没)")
# 抽出来核查200件, 拿来比对的15项
TAKEN_FOR = pattern_of(
    "(?:(?:抽|挑|选)(?:取|出来?|来)?(?:了|的)?|拿(?:出)?来(?:做)?)(?=(?:核查|比对|评查|检查|督察|抽查)(?:了|过)?的?[0-9])"
)
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
# 办了速裁428件, 速裁办了428件
DID = pattern_of(
    rf"(?P<first>(?:^|(?<=[,;。!\s月]))(?:办|做|搞)了)(?P<name>[^,;。0-9了]{{2,6}}?)(?=(?:案件)?{N}件)|(?:^|(?<=[,;。!\s月]))(?P<before>[^,;。0-9了]{{2,6}}?)(?:办|做|搞)了(?={N}件)"
)
ADDED_UP = pattern_of("加总(?:是|有|为)?(?=[0-9])")
# 三期共308人次，有些人去了两期，按人头是293
BY_HEAD = pattern_of(
    rf"(?:^|(?<=[,;。!]))[^,;。]{{0,8}}{N}人次[,;。\s]+(?:[^,;。0-9]{{2,14}}[,;。\s]+)?(?:按|算)(?:人头|人数|实际人数)[算计数]?(?:的话)?(?:是|有|为)?(?P<n>{N})人?{END}"
)
# 截至6月30日训了155人，下半年又训了146人
AND_AGAIN = pattern_of(
    rf"(?:截[至止]到?|到)?(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|底)?|上半年)(?:为止|止|底|前)*(?P<did>[^,;。0-9了]{{1,4}})了?(?P<a>{N})(?P<unit>{UNIT})[,;。\s]+(?:下半年|后来|之后|后面|[0-9]{{1,2}}月)又(?P=did)了?(?P<b>{N})(?P=unit){END}"
)
LACKING = pattern_of("^无(?P<what>[一-鿿]{2,4})的")
# 党员不足3名的法庭有2个，搞的联合支部；一个党员都没有的，没有
NONE_AT_ALL = (
    r"^(?:[^。;]*(?:不足|少于|不到|不满)[0-9一二两三四五六七八九十]+[个名人]的(?:法?庭)?(?:也|就|只)?有?[0-9一二两三四五六七八九十]+个[^。;]*[。;,]\s?)?"
    r"[一1]个WHAT(?:都|也)没有的(?:法?庭)?[,，]?(?:是)?(?:没有|无|0个|一个都没有)[的了]?[。!]*$"
)
# 6个法庭中5个有党员，城北那个没有
ALL_BUT_SOME = (
    r"^(?P<all>[0-9]+)个(?:人民|派出)?法?庭(?:里[面头]?|当中|中|[,;\s])+(?:有)?(?P<n>[0-9]+)个(?:都|已经?)?有(?:了)?WHAT[,;。\s]+"
    r"(?:就|只有?)?[^,;。0-9]{1,10}没有?(?:WHAT)?[的了]?[。!]*$"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = TAKEN_FOR.sub("", ALONE.sub(r"\g<month>", LEFT.sub("，", said)))
    plain = BY_HEAD.sub(r"\g<n>人", ADDED_UP.sub("共", DID.sub(lambda told: _named(told, asked), plain)))
    if asked.period and asked.period.every in ("year", "half-year"):
        plain = AND_AGAIN.sub(lambda told: f"{told['did']}了{int(told['a']) + int(told['b'])}{told['unit']}", plain)
    if "一审" in plain and not any(sign in one.label for one in asked.quantities for sign in ("二审", "再审")):
        plain = SECOND.sub("", plain)
    if len(asked.quantities) == 1:
        held = PLANNED.sub(rf"{asked.quantities[0].label}\g<n>\g<unit>", plain)
        plain = PUT_OFF.sub("", held)
    plain = TWICE.sub(_once, PART.sub(_part, plain))
    plain = _without_to_come(_none_without(plain, asked), asked)
    return text if plain == said else plain


def _named(told: "re.Match[str]", asked: Asked) -> str:
    """Where it is a name of what is asked for."""
    name = told["name"] or told["before"]
    fits = any(set(name) <= set(one.label) and one.unit == "件" for one in asked.quantities)
    return name if fits else told.group()


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
    what = lacking["what"]
    text = re.sub(NONE_AT_ALL.replace("WHAT", what), f"没有{what}的法庭0个", text)
    if told := re.match(ALL_BUT_SOME.replace("WHAT", what), text):
        left = int(told["all"]) - int(told["n"])
        text = f"没有{what}的法庭{left}个" if left == 1 else text
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
