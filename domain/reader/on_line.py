"""What can be done on line, told by what people can do: 阅卷已经能上网看了 is 网上阅卷开通了."""

import re
from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader.point_names import Point

ON_LINE = pattern_of("^网上(?P<what>[一-鿿]{2,6}?)(?:功能|系统|平台|服务)?(?:已?开通|上线|可用)")
THERE = "(?:上网|在?网上|在线|在手机上)"
CAN = "(?P<not>还不|暂时不|不)?(?:能|可以?|好)(?!不)"
CAN_FIRST = CAN.replace("<not>", "<no>")
ASKED = pattern_of("[?？吗]|能不能|可不可以|能否")


def plainly(text: str, points: Sequence[Point]) -> str:
    if ASKED.search(text):
        return text
    for point in points:
        if named := ON_LINE.match(point.name):
            what = re.escape(named["what"])
            said = (
                rf"{what}(?:已经?|都|也|现在|早就?)*{CAN}(?:直接)?{THERE}(?:看|办|用|做|查|弄|操作|进行)?了?(?=$|[,，;；。!！])",
                rf"{what}{THERE}(?:已经?|都|也|现在|早就?)*{CAN}(?:看|办|用|做|查|弄|操作)了?(?=$|[,，;；。!！])",
                rf"网上{what}(?:已经?|都|也|现在|早就?)*{CAN}(?:看|办|用|做|查|弄|操作)了?(?=$|[,，;；。!！])",
                rf"(?:当事人|律师|群众|大家)?(?:现在)?(?:{THERE}(?:已经?|都|也|现在|早?就|直接)*{CAN}|{CAN_FIRST}(?:直接)?{THERE}){what}了?(?=$|[,，;；。!！])",
            )
            for way in said:
                text = re.sub(way, lambda match: _told(match, named["what"]), text)
    return text


def _told(match: "re.Match[str]", what: str) -> str:
    is_not = match["not"] or match.groupdict().get("no")
    return f"网上{what}没开通" if is_not else f"网上{what}开通了"
