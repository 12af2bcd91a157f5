"""Money as a ledger prints it, where so many ten thousands are asked for: ￥121,506,000.00（单位是元，麻烦换算）."""

from domain.patterns import pattern_of
from domain.reader.asked import Asked

SIGNED = pattern_of(r"(?:[￥¥]|(?i:rmb|cny))\s?(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>\s?[万亿]?元?)")
# so large that nobody counts ten thousands by it
BARE = pattern_of(
    r"(?<![0-9.,￥¥])(?P<n>[0-9]{7,}(?:\.[0-9]{1,2})?|[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]{1,2})?)(?![0-9.,]*[0-9万亿元])(?!\s?[件个人名天])"
)
IN_YUAN = pattern_of(
    r"[,，。;；(（\s]*(?:金额|以上|数[据字]?|表里)?的?单位(?:都|全)?(?:就?[是为:：])?\s?元(?!整|旦)[的啊哈哦呀了)）]*"
)
# 系统导出来就这样，麻烦你换算
HOW_IT_CAME = pattern_of(
    r"[,，。;；(（\s]+(?:系统|平台|财务|表)[里上]?(?:导|拉|取|打|给)?出?来?[的就]*(?:这样|是元|这个)?[的啊哈哦)）]*(?=[,，。;；)）]|$)"
)
CONVERT = pattern_of(
    r"[,，。;；(（\s]*(?:麻烦|请|劳烦|辛苦)[您你]?(?:们|自己|帮忙|再|给)*(?:换算|折算|转换)(?:一?下|[成为]万元?)*[了啊哈哦)）]*"
)
WANTED = "万元"


def in_unit_of(text: str, asked: Asked) -> str:
    """Each with its unit; what is said of the unit is left out then."""
    if not any(part.unit == WANTED for demand in asked.demands for part in demand.parts):
        return text
    text = SIGNED.sub(lambda told: told["n"] + (told["unit"].strip() or "元"), text)
    if IN_YUAN.search(text) and BARE.search(text) and "万" not in text and "亿" not in text:
        text = BARE.sub(r"\g<n>元", IN_YUAN.sub("，", text, count=1))
    if not CONVERT.search(text):
        return text
    return HOW_IT_CAME.sub("", CONVERT.sub("", text))
