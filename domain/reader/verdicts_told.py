"""What is to be entered, said in so many words at the end: …，报“否”; …，如实报零.

What is told around it is why.
"""

import re
from collections.abc import Iterable

from domain.patterns import pattern_of
from domain.reader import point_words as said
from domain.reader.point_names import Point

LEAD = (
    r"(?:(?:[这该此本]项|按照?(?:规定|实际|实情|要求|制度)|[您你](?=[填写报])|(?:庭长|主任|领导|书记)(?:让|叫|要)我|所以|因此|那|就|还是|只能|同意|可以?|应该?|这次|本次|[如据照]实|实事求是[地的]?|统一|全部?|都|均|给|我们?|帮忙|麻烦|请|再)*"
    r"(?:[上填]?报|填?写|填|选|勾|记|更?改|更正|[^,，。;；:：\s没未不别]{0,12}?(?:自评|评定|判定|议定))(?:个|成|为|上)?)"
)
LAST = pattern_of(
    rf"(?:^|[,，。;；:：\s])(?P<for_now>先)?{LEAD}[“\"‘'「]?(?P<said>否|是|没有|无|零|0)(?:报告)?[”\"’'」]?(?:吧|了|哈|啦|即可|就行|就?好|的)*(?=[,，。;；:：!！~～\s]|$)"
)
# 我部答复为“是”，文件另行报送
QUOTED = pattern_of(rf"(?:{LEAD}|答复|回复|结论)(?:为|是|的)*\s*[:：]?\s*[“\"‘「](?P<said>是|否|无|零)[”\"’」]")
# 庭长看过了 无 报吧
THEN_ENTER = pattern_of(r"[,，。;；:：\s](?P<said>无|没有|零)[\s,，]+(?:就?这[么样])?[报填](?:吧|上|了)*[。!！~～]*$")
FIRST = pattern_of(
    r"^(?:[该这此本]项)?(?:填|报|选)?\s*[“\"‘'「]?(?P<said>否|(?<=[填报选“\"‘'「\s])是)\s*[”\"’'」]?[,，。;；:：\s]+(?=[^,，。;；\s]{2})"
)
COUNTED = pattern_of(r"[0-9一二两三四五六七八九]\s?[起件个次例条宗]")
OLD = pattern_of(r"原[报填]|误[报填]|之前|上[次回]|刚才?|前面|原来|更正")
# 现在建好了 behind a no; 没落实 before a yes
HEDGED = pattern_of(r"应该|可能|大概|好像|估计|不确定|不清楚|听说|据说|如果|万一|[去前上]年|[先暂]")
TURNS = pattern_of(r"后来|目前已|现已|现在|已经?[建补开落完健]|补上|问题|[吗?？]")
# before a no that is entered, with a question that its writer answers himself
OPEN = pattern_of(
    r"[您你]看|行[吗不]|对[吗不]|可以[吗不]|怎么|要不要|还是|是否|应该|可能|大概|好像|估计|如果|万一|[先暂]|后来|现已|目前已"
)
NUMBERED = pattern_of(
    r"第\s?[0-9一二三四五六七八九十]|[0-9一二三四五六七八九十]\s?项|另外?|其[他它余]的?(?:[几各两二三四五六都均全是否有无没]|项)"
)
NOTHING = ("没有", "无", "零", "0")


def in_short(text: str, asked: Point, points: Iterable[Point]) -> str:
    """The verdict alone, where nothing around it can be meant instead, and no other point is spoken of."""
    others = (one.bare for one in points if one.seq != asked.seq)
    if NUMBERED.search(text) or any(name in text for name in others):
        return text
    if (asked_at := max(map(text.rfind, "?？"))) >= 0:  # 您说这能叫落实了吗？不能嘛，填否吧
        behind = _entered(text[asked_at:], asked.shape) if asked.shape == "yes" else None
        is_no = behind is not None and behind["said"] == "否" and not behind["for_now"]
        return "否" if is_no and not OPEN.search(text) else text
    if (first := FIRST.match(text)) and asked.shape == "yes" and _stands(first["said"], text[first.end() :]):
        return first["said"]
    found = _entered(text, asked.shape) or QUOTED.search(text) or THEN_ENTER.search(text)
    if found is None:
        return text
    around = f"{text[: found.start()]},{text[found.end() :]}".strip(",")
    if HEDGED.search(around):
        return text
    return _word(found, around, asked.shape) if _holds(found["said"], around, asked.shape) else text


def _entered(text: str, shape: str) -> "re.Match[str] | None":
    """填否吧，实事求是讲…; 先填没有吧 is so for now, and 先填无 of what may have occurred is not."""
    found = list(LAST.finditer(text))
    if len(found) != 1 or (found[0]["for_now"] and (shape != "yes" or found[0]["said"] == "是")):
        return None
    return found[0]


def _stands(verdict: str, behind: str) -> bool:
    """What is told behind it takes nothing back."""
    return not TURNS.search(behind) if verdict == "否" else not (said.NO.search(behind) or HEDGED.search(behind))


def _holds(verdict: str, around: str, shape: str) -> bool:
    if shape == "yes":
        denied = said.NO.search(around)
        return not denied if verdict == "是" else not TURNS.search(around)
    return verdict in NOTHING and (not COUNTED.search(around) or bool(OLD.search(around)))


def _word(found: "re.Match[str]", around: str, shape: str) -> str:
    head = "更正，" if OLD.search(around + found.group()) else ""
    return f"{head}{'无' if shape != 'yes' else '是' if found['said'] == '是' else '否'}"
