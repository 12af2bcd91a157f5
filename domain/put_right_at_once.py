"""A figure that its writer puts right in the next breath: 第4，啊看错行了，第5; 17人，不好意思漏看一个，是18人."""

from domain.numbers import level
from domain.patterns import pattern_of

NUMERAL = r"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})"
OH = "(?:[啊哦噢哎呀嗯呃诶]+|不好意思|抱歉|对不起|等等)"
SLIP = (
    "(?:我|刚才?)*(?:[看数写报打说填记抄]|多|漏|少)(?:[错岔串漏混重]|看|数|了)+(?:(?:一|两|[12])?[行列格个条]|眼)?了?"
)
PLACE = pattern_of(
    rf"(?P<of>^|[,;。!\s]|[^,;。!\s]{{1,10}}?)第\s?{NUMERAL}[名位]?[,;。…!\s]+(?:{OH}[,;\s]*)?{SLIP}[,;。!…\s]+(?:应该?|那)?就?是?(?=第\s?{NUMERAL}[名位]?[,;。!\s]*(?:$|[,;。]))"
)
HEADS = pattern_of(
    rf"(?P<of>^|[,;。!\s]|[^,;。!0-9\s]{{1,6}}?){NUMERAL}(?P<unit>[人名个位条])[,;。…!\s]+(?:{OH}[,;\s]*)?{SLIP}[,;。!…\s]+(?:应该?)?是(?={NUMERAL}(?P=unit))"
)


def plainly(text: str) -> str:
    """The last one alone; as it stands where nothing is told so."""
    said = level(text)
    plain = HEADS.sub(r"\g<of>", PLACE.sub(r"\g<of>", said))
    return text if plain == said else plain
