"""What stands beside the three figures of a round and is none of them: rates, sums of the year, who was missing."""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call_forms import SHOULD, WHOLE
from domain.roll_call_names import ODD, SURE
from domain.roll_call_remarks import AWAY, NOT_FILED, WENT, Disagreement
from domain.roll_call_text import FIGURE, PERSON
from domain.roll_call_words import FILL

RATE = pattern_of(
    r"[,;(]?\s?(?:填报|报送|上报|完成)率(?:为|是|达到?|:)*\s?(?P<rate>[0-9]{1,2}(?:\.[0-9]{1,2})?)%\)?(?=$|[,;。! ])"
)
# 其中1人记录了2条, where the two are all there is
OF_ONE = pattern_of(rf"[,;]?\s?(?:其中|有)+{FIGURE}(?:个人|[人名位])(?:填报?|有)?(?:记录|登记)了?(?P<n>{FIGURE})[条件]")
OF_WHICH = pattern_of(
    rf"[,;(]\s?其中有?{FIGURE}(?:个人|[人名位])各?(?:填报?|有)?(?:记录|登记)了?{FIGURE}[条件]\)?(?=$|[,;。! ])"
)
SOME_RECORDED = pattern_of(rf"有?{FIGURE}(?:个人|[人名位])有记录[,;]?\s?(?:一?共|共计|合计)(?P<n>{FIGURE})[条件]")
INCLUDED = pattern_of(r"\(含[^()]{1,12}\)")
SO_FAR = pattern_of(
    rf"[,;(]\s?(?:今年|本年|全年|年初(?:以来|至今)|到目前|目前)?(?:以来)?(?:一?共|已)?累计(?:共|已)?"
    rf"(?:记录|填报|登记|报告)?了?"
    rf"(?:有|为|共)?{FIGURE}[条件次]?\)?(?=$|[,;。!) ])"
)
NOT_ZERO = pattern_of(r"(?:不是|并非)[零0]报告[,;。! ]+(?=.*[0-9一二两三四五六七八九])")
ONE = rf"[{SURE}{ODD}](?:某{{1,2}}|[一-鿿]{{1,2}}?)"
BY_NAME = pattern_of(
    rf"(?P<gap>^(?:就|只有?|还有)?|[,;。(、]|(?<=[0-9人]) )\s?(?:{ONE}|[小老][{SURE}{ODD}])"
    rf"(?=(?:因|请|正?在|已经?)*(?:{AWAY}|{NOT_FILED}|{WENT})+(?:[,;。)、 ]|$))"
)
# 最后一位刚填好
LAST_ONE = pattern_of(
    r"[,;。! ]+(?:昨[晚天]|今[早天]|刚刚?)*最后(?:那|的)?[一1]?[个位名](?:人|同志)?(?:也|刚刚?|已经?|才)*"
    r"(?:补填|补报|填|补|报)(?:好|上|完|齐|了|报)*(?=$|[,;。! ])"
)
# 1条，律师打听案情的: of what kind the record is
NO_COUNT = "[^0-9,;。()没无一二三两四五六七八九条]"
STORY = pattern_of(
    rf"(?<=[条件])(?:记录)?[,;( ]\s?(?:是|系|为)?{NO_COUNT}{{0,10}}"
    rf"(?:打听|问案|问进[度展]|说情|打招呼|催问|询问|求情|请托|过问)"
    rf"{NO_COUNT}{{0,8}}\)?(?=$|[,;。!])"
)
# 1条，已录入平台
ENTERED = pattern_of(
    r"(?<=[条录])[,;]?\s?(?:(?:情况|也|并|且)*|(?:均|都)(?=已经?[^报]*(?:录入|登记|填写)))已经?(?:按要求|如实|及时|在平台上?)*(?:录入|登记|上报|报告|报送|上传|填写)了?(?:到)?(?:平台|系统|派驻组|纪检组|在册)?(?=$|[,;。!])"
)
# 有个同志补记了1条
ENTERED_LATER = pattern_of(
    rf"(?:有个?(?:人|同志|干警|法官)|有[一1][个名位](?:人|同志)?)(?:后来|刚|又)?补(?:记|登|报)(?:录)?了?(?P<n>{FIGURE})条"
)
# 36人，其中2人补填
LATER = pattern_of(rf"[,;(]\s?其中有?{FIGURE}{PERSON}(?:是)?(?:补填|后补|刚填|补报|新填)的?\)?(?=$|[,;。! ])")
# 王某、李某病假
BY_NAMES = pattern_of(
    rf"(?<=[,;。(])\s?(?P<names>{ONE}(?:[、和及与]{ONE}){{1,5}}?)"
    rf"(?=(?:都|均)?(?:因|请|正?在)*(?:{AWAY}|{NOT_FILED})+(?:[,;。)、 ]|$))"
)
# 3人各记录1条
EACH = pattern_of(
    rf"[,;(]?\s?(?:其中|有)*(?P<people>{FIGURE})(?:个人|[人名位])(?:有记录|填报记录|填?有|填报?)?[,;]?\s?(?:每人|分别|均|各)(?:自|填报?|有)*"
    rf"(?:记录|登记)?了?(?P<n>{FIGURE})[条件](?:记录)?\)?"
)
# 28人里有一个没填，其余都填了
ONE_NOT = pattern_of(
    rf"(?:(?P<all>{FIGURE}){PERSON}?[中里]?,?)?(?:只|就|还|仅)?有?(?P<n>{FIGURE}){PERSON}?(?:因|请|正?在|还|尚|(?:{AWAY}))*[没未]有?{FILL}了?"
    rf"[,;]?\s?(?:其余|其他|其它|剩下|别的)(?:的|人员?|人|同志)*{WHOLE}(?:按[时期])?(?:{FILL}(?:完|好|齐)?|好|完成|搞定|OK|ok)了?"
)
UNFILED = pattern_of(
    rf"(?:(?:尚|还)?[没未]有?{FILL}的?(?:人员)?(?:人数)?[有为是:]?\s?(?P<n>{FIGURE}){PERSON}?"
    rf"|(?:只|就|还|仅)?有?(?P<before>{FIGURE})(?:个人|[人名位个])(?:还|尚)?[没未]有?{FILL}"
    rf"(?:\((?:请|休)?(?:{AWAY})+\))?)(?=$|[,;。! ])"
)
AT_FIRST = pattern_of(rf"^(?:一?共|总共|全庭|在册)?(?P<n>{FIGURE})(?:个人|[人名位])(?=[,;])")
FILED = pattern_of(rf"[已实]{FILL}|{FILL}[了好完齐]|{FILL}(?:人数)?[为是:]?{FIGURE}(?<!应)|全|都|均|齐")
ALL_OF_THEM = pattern_of("统统|通通|悉数")
RECORDS = pattern_of(r"[零0]报告|记录|条|无|没有")
# 2条，一条律师打听，一条亲戚说情: each of those that were counted
ITEM = pattern_of(r"[,;。:、(\s]*(?:其中)?有?[一1]条(?:是|系|为)?[^0-9条,;。()一]{1,16}\)?")
COUNT = pattern_of(rf"(?P<n>{FIGURE})条(?:记录)?对?")
TOLERANCE = 1  # per cent: rates are rounded


def without_asides(text: str, headcount: int | None) -> str:
    text = _without_items(text)
    text = ENTERED_LATER.sub(r"记录\g<n>条", text)
    text = LATER.sub("", ENTERED.sub("", STORY.sub("", LAST_ONE.sub("", text))))
    text = BY_NAMES.sub(_so_many, EACH.sub(lambda match: _all_records(match, text), text))
    text = INCLUDED.sub("", SOME_RECORDED.sub(r"记录\g<n>条", text))
    if len(re.findall(r"[条件]", OF_WHICH.sub("", text))) >= 1:
        text = OF_WHICH.sub("", text)
    text = BY_NAME.sub(
        lambda match: f"{match['gap'].replace('、', ',').lstrip('就只还有')}1人",
        NOT_ZERO.sub("", ALL_OF_THEM.sub("全部", RATE.sub("", text))),
    )
    if len(re.findall(r"[条件]", text)) <= 1:
        text = OF_ONE.sub(r",记录\g<n>条", text)
    if RECORDS.search(SO_FAR.sub("", text)):
        text = SO_FAR.sub("", text)
    return _less_unfiled(ONE_NOT.sub(lambda match: _all_but(match, text, headcount), text, count=1))


def _without_items(text: str) -> str:
    """As many as there are; other numbers of them could be other records."""
    if (count := COUNT.search(text)) is None:
        return text
    items = list(ITEM.finditer(text, count.end()))
    is_list = len(items) > 1 and len(items) == value_of(count["n"]) and items[0].start() <= count.end() + len("记录")
    return text[: items[0].start()] + text[items[-1].end() :] if is_list else text


def _so_many(match: "re.Match[str]") -> str:
    return f"{len(re.split('[、和及与]', match['names']))}人"


def _all_records(match: "re.Match[str]", text: str) -> str:
    """So many people with so many records each, unless it is said beside how many there are."""
    people, records = value_of(match["people"]), value_of(match["n"])
    if people is None or records is None or re.search(r"[条件]", text.replace(match.group(), "")):
        return match.group()
    return f",记录{people * records}条"


def told_rate(text: str, should: int | None, filed: int | None) -> Disagreement | None:
    """填报率85% does not add up where 26 of 28 are said to have filed."""
    said = RATE.search(text)
    if said is None or not should or filed is None:
        return None
    return None if abs(float(said["rate"]) - 100 * filed / should) <= TOLERANCE else "does-not-add-up"


def _all_but(match: "re.Match[str]", text: str, headcount: int | None) -> str:
    said = SHOULD.search(text)
    everybody = value_of(match["all"]) if match["all"] else value_of(said["n"]) if said else headcount
    absent = value_of(match["n"])
    if everybody is None or absent is None or absent > everybody:
        return match.group()
    filed = f"已填{everybody - absent}人"
    return filed if said else f"应填{everybody}人,{filed}"


def _less_unfiled(text: str) -> str:
    """应填28人，未填1人: 27 have."""
    said, unfiled = SHOULD.search(text) or AT_FIRST.match(text), UNFILED.search(text)
    if said is None or unfiled is None or FILED.search(UNFILED.sub("", SHOULD.sub("", text))):
        return text
    everybody, absent = value_of(said["n"]), value_of(unfiled["n"] or unfiled["before"])
    if everybody is None or absent is None or absent > everybody:
        return text
    return f"{text[: unfiled.start()]}已填{everybody - absent}人{text[unfiled.end() :]}"
