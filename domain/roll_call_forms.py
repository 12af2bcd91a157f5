"""Short and roundabout forms of the round's answer in the long one: 28/28/0, 36应 36填 2录, 除两人外都填了, 人齐."""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call_text import FIGURE, PERSON
from domain.roll_call_words import FILL

ALL_FILED = "全部填报"
MARK = r"[,;、/／ \-—~～|]"
# 应填/已填/记录：31/31/0
HEADS = pattern_of(
    rf"^应(?:{FILL})?(?:人数)?[/、]\s?[已实](?:{FILL})?(?:人数)?[/、]\s?记录?(?:条?数)?[:\s]+(?={FIGURE}{PERSON}?\s?[/、])"
)
THREE = pattern_of(
    rf"^(?P<a>{FIGURE}){PERSON}?\s?(?P<mark>[/／\-—~～|])\s?"
    rf"(?P<b>{FIGURE}){PERSON}?\s?(?P=mark)\s?(?P<c>{FIGURE})条?$"
)
# 36应 36填 2录: the names behind the figures
BEHIND = pattern_of(
    rf"^(?P<a>{FIGURE}){PERSON}?应(?:填|报)?{MARK}*(?P<b>{FIGURE}){PERSON}?[已实]?[填报]{MARK}*(?P<c>{FIGURE})条?(?:记录|[录记条])$"
)
WHOLE = "(?:全部?|都|均|全都|一律|统统|悉数|皆)(?:已经?)?(?:都)?"
NOBODY_MISSING = pattern_of(
    rf"(?:没有?|无|不存在)(?:一个|哪个|任何)?(?:人|同志|干警)?(?:[没未漏]有?{FILL}|不{FILL}|漏{FILL})的?(?:人员?|情况|现象)?"
    rf"|(?:一个|一人|谁)(?:都|也)?(?:没|不)(?:少|漏|落下?|缺)(?:{FILL})?(?=[,;。! ]|$)"
    rf"|占应填?报?(?:人数|总数)?的?(?:100%|百分之百)"
)
COMPLETE = pattern_of(
    rf"(?<![不没未])(?:人员?|人头)(?:都|全|已)?(?:到|填)?齐了?(?=[,;。! ]|$)"
    rf"|(?<![不没未])(?:全|都)(?:到|填)?齐了?(?=[,;。! ]|$)"
    rf"|{WHOLE}(?:搞定|(?:{FILL}|传)上去|好(?=了)|弄好|弄完|弄妥|完事|妥|OK|ok|到位"
    r"|做完|交了?|交齐|办好|办妥|完毕)了?(?=[,;。! ]|$)"
    rf"|(?<=[0-9人个名位])全(?:填|报)?了?(?=[,;。! ]|$)"
)
EXCEPT = pattern_of(
    rf"除了?(?P<n>{FIGURE}){PERSON}?[^,;。0-9]{{0,8}}?(?:[之以]?外|,|的(?=都|全|均))[,]?(?:其余|其他|其它|剩下|别的)?(?:的|人员?|同志)*"
    rf"{WHOLE}(?:按[时期])?(?:{FILL})(?:完|好|齐)?了?"
)
SHOULD = pattern_of(rf"应(?:{FILL})?(?:人数)?[为是:]?\s?(?P<n>{FIGURE})")
# 零报告12人，有记录2人共3条
BY_KIND = pattern_of(
    rf"零报告(?:的)?[为是:]?(?P<none>{FIGURE}){PERSON}?[,;、和]?\s?(?:有|填)?记录(?:的)?[为是:]?(?P<some>{FIGURE}){PERSON}"
    rf"[,;、]?(?:一?共|计|合计)?(?P<n>{FIGURE})条"
)
OF_WHICH_ZERO = pattern_of(
    rf"[,(]?\s?(?:其中)?(?:零报告|没有?记录|无记录)的?[为是:]?(?:{FIGURE})(?:个?人|[名位])\)?"
    r"(?=[,;。]|$)"
)
OF_WHICH = pattern_of(rf"[,(]?\s?其中(?:有)?{FIGURE}条[^,;。)0-9]{{0,6}}(?:12368|12345)?[^,;。)0-9]*\)?(?=[,;。]|$)")
EXEMPT = pattern_of(
    rf"(?<![0-9一二三四五六七八九十百])(?>{FIGURE}){PERSON}?[中里](?:有|的)?{FIGURE}{PERSON}?[^,;。0-9]{{0,8}}"
    r"(?:免填|不填|不用填|无需填报?|不需要?填报?|不计)[,;。]"
)
YESTERDAY = pattern_of(
    r"(?:昨[天日晚]|前[天日]|上午|刚才?|早上|起初|原来)[^,;。!?]*[,;。!]\s?"
    r"(?:今[天日]|现在|目前|下午|到今天)(?=[^,;。]*[0-9一二三四五六七八九十])"
)
CORRECTED = pattern_of(
    rf"^(?P<was>{FIGURE}(?:{PERSON}|条)?)[,;。! ]+(?:更正|更改)[,;:。! ]*(?:一下)?[,: ]*(?:应?[为是])?"
    rf"(?=\s?{FIGURE}(?:{PERSON}|条)?[。!]?$)"
)
NOTHING_HAPPENED = pattern_of(
    r"(?:冇|没|无|木有|莫得|[么呒]得?)(?:有)?(?:啥|什么)?(?:别的)?(?:事(?:[情儿体])?|(?<=[啥么])情况)(?=[,;。! ]|$)"
    r"|(?:未|没有?)(?:发生|发现|出现|收到|接到)(?:过|任何|有)*(?:违规)?(?=过问|干预|插手|打招呼|说情|记录)"
)
JOINED = pattern_of(
    r"\s(?=零报告)|(?<=[填报])(?=[0零]条)|(?<=[了填报好个人名位])(?=就|只|还有|另有|另外|其余|剩下|还剩|剩)"
)
LABEL_LAST = pattern_of(rf"(?<=\S)\s(?=(?:记录|条数|记录数|记录条数)\s?:?\s?{FIGURE}条?$)")
ZERO = pattern_of(r"(?<![0-9一二三四五六七八九十])[零0〇]报(?!告)")


def in_full(text: str, headcount: int | None) -> str:
    text = HEADS.sub("", text)
    for short, long in ((THREE, "应填{a}人,已填{b}人,记录{c}条"), (BEHIND, "应填{a}人,已填{b}人,记录{c}条")):
        if found := short.match(text):
            return long.format(**found.groupdict())
    text = CORRECTED.sub("", YESTERDAY.sub("", text))
    text = LABEL_LAST.sub(",", JOINED.sub(",", ZERO.sub("零报告", text)))
    text = NOTHING_HAPPENED.sub(lambda match: "无记录" if match.group()[-1] in "事情儿体况" else "没有", text)
    text = BY_KIND.sub(_by_kind, text)
    if len(re.findall(FIGURE, OF_WHICH_ZERO.sub("", text))) >= 3 or "条" in text:
        text = OF_WHICH_ZERO.sub("", text)
    text = EXEMPT.sub("", text) if SHOULD.search(EXEMPT.sub("", text)) else text
    text = COMPLETE.sub(ALL_FILED, NOBODY_MISSING.sub(ALL_FILED, _without_part(text)))
    return _without_some(text, headcount)


def _without_part(text: str) -> str:
    """其中1条是转来的, where it was said before how many there are."""
    return OF_WHICH.sub("", text) if len(re.findall(rf"{FIGURE}条", text)) > 1 else text


def _by_kind(match: "re.Match[str]") -> str:
    none, some = value_of(match["none"]), value_of(match["some"])
    return match.group() if none is None or some is None else f"已填{none + some}人,记录{match['n']}条"


def _without_some(text: str, headcount: int | None) -> str:
    """除两人外都填了: of those who should, so many have not."""
    found = EXCEPT.search(text)
    if found is None:
        return text
    rest = text[: found.start()] + text[found.end() :]
    said = SHOULD.search(rest)
    everybody = value_of(said["n"]) if said else headcount
    absent = value_of(found["n"])
    if everybody is None or absent is None or absent > everybody:
        return text
    filed = f"已填{everybody - absent}人" if said else f"应填{everybody}人,已填{everybody - absent}人"
    return text[: found.start()] + filed + text[found.end() :]
