"""A figure that its writer puts right in the next breath: 第4，啊看错行了，第5; 17人，不好意思漏看一个，是18人."""

import re

from domain.numbers import level
from domain.patterns import pattern_of

NUMERAL = r"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})"
OH = "(?:[啊哦噢哎呀嗯呃诶]+|不好意思|抱歉|对不起|等等)"
SLIP = (
    "(?:(?:我|刚才?)*(?:[看数写报打说填记抄]|多|漏|少)(?:[错岔串漏混重]|看|数|了)+"
    "(?:(?:一|两|[12])?[行列格个条]|眼)?了?|更正)"
)
PLACE = pattern_of(
    rf"(?P<of>^|[,;。!\s]|[^,;。!\s]{{1,10}}?)第\s?{NUMERAL}[名位]?[,;。…!\s]+(?:{OH}[,;\s]*)?{SLIP}[,;。!…\s]+"
    rf"(?:应该?|那)?就?是?(?=第\s?{NUMERAL}[名位]?[,;。!\s]*(?:$|[,;。]))"
)
HEADS = pattern_of(
    rf"(?P<of>^|[,;。!\s]|[^,;。!0-9\s]{{1,6}}?){NUMERAL}(?P<unit>[人名个位条])[,;。…!\s]+(?:{OH}[,;\s]*)?{SLIP}[,;。!…\s]+(?:应该?)?是(?={NUMERAL}(?P=unit))"
)
# 5月28日，不对，看了下纪要是5月29日; 4.23发的，《和谐邻里》，不对，是4.24
DAY = r"(?<![0-9.])(?:(?P<{0}m>1[0-2]|[1-9])(?P<{0}s>[月./]))?(?P<{0}d>3[01]|[12][0-9]|[1-9])(?P<{0}e>[日号]?)"
DAYS = pattern_of(
    rf"{DAY.format('a')}(?P<held>[发登开办搞]?的?)[,;。\s]+(?P<what>《[^》]*》[,;。\s]*)?(?:{OH}[,;\s]*)?(?:不对|更正|[看写记报说]错了?)[,;。\s]+"
    rf"(?:{OH}[,;\s]*)?(?:[^,;。0-9没未不]{{0,10}}是|应该?[为是])?{DAY.format('b')}(?P<rest>[开办搞发登]?的?)[。!]*$"
)

# 更正：上午报的10月一审收案应为1598件
TOLD_BEFORE = pattern_of(
    r"(?:上午|下午|早上|昨[天晚]|刚才|前面|之前|先前|今早)(?:误)?[报填发写]的(?=[^,，。;；\n]{2,20}?(?:应该?[为是]|应改为|更正为)\s?[0-9])"
)
# 按时反馈21，更正一下，22件都按时了
ALL_RATHER = pattern_of(
    r"(?P<old>(?<![0-9.])[0-9]+)[件个人]?[,，;；。]\s*(?:更正|订正|纠正)(?:一?下)?[,，:：]?\s*(?P<new>[0-9]+)(?P<unit>[件个人]?)(?:都|全部?)[^,，。;；0-9没未不]{1,6}了?(?=$|[。!！])"
)


def figures(text: str) -> str:
    """Without when the wrong one was told, and with the last of both."""
    return ALL_RATHER.sub(r"\g<new>\g<unit>", TOLD_BEFORE.sub("", text))


def day(text: str) -> str:
    """The last of two days alone; as it stands where nothing is told so."""
    said = level(text)
    plain = DAYS.sub(_day, said)
    return text if plain == said else plain


def _day(told: "re.Match[str]") -> str:
    """Written as the first one, and of its month where none is told."""
    if bool(told["as"]) != bool(told["bs"]) and told["bs"]:
        return told.group()
    month, sign = told["bm"] or told["am"], told["bs"] or told["as"] or ""
    written = f"{month or ''}{sign}{told['bd']}{told['be'] or told['ae']}"
    return (
        f"{written}{told['held'] or told['rest']}{'，' if told['what'] else ''}{(told['what'] or '').rstrip(' ,;。')}"
    )


def plainly(text: str) -> str:
    """The last one alone; as it stands where nothing is told so."""
    said = level(text)
    plain = HEADS.sub(r"\g<of>", PLACE.sub(r"\g<of>", said))
    return text if plain == said else plain
