"""Whether a topic is told of another meeting: of one to come or before, of another house, of one put off."""

from domain.cadences import Period
from domain.day_of_another import HOUSE
from domain.day_words import QUOTED
from domain.patterns import pattern_of

VERB = "(?:研究|讨论|学习?|传达|审议|部署|通报|汇报|听取|议(?!题|程)|讲|说|谈|开)"
# 拟研究…, 上次研究的是…, 区委研究的…; 上级部署 stands in topics
NOT_NOW = pattern_of(
    r"^(?:我们?|[本我]院|党组|会上)*(?:打算|计划|准备|将要?|拟(?!定)|想|建议|应该?|要(?!求)|原[定本拟计]划?|本来|下次|下回|下一[次步]|下个?(?:月|季度)"
    rf"|明年|年底前?|[七八九十]月前?|去年|前年|上[次回]|上一次|往年|以前|之前|早先)(?:的?会)?(?:上|再|就|要|想|准备|计划|打算|一起|专题|集中|主要|都|也)*{VERB}"
    rf"|^(?:{HOUSE}|别的?[庭院]|其他[庭院])(?:上|会上|专题|主要)*(?:研究|讨论|学习|议|开)"
    r"|^(?:要不|不如|干脆)|^(?:本来|原[先来]|起[初先]|一开始)[^,，。;；]{0,3}(?:定|说|想|打算|安排|计划)"
)
PUT_OFF = pattern_of(
    r"[没未](?:有|来得及|顾上|能)*(?:研究|讨论|学|议|上会|涉及|排上)[成上到]?[的了]?(?=$|[,，。;；])|(?:往后|下次|下回|改天|择日|以后)再?(?:放|研究|讨论|议|学|说|谈)"
)
HALVES = {
    month: pattern_of(rf"^{half}(?:的?会)?(?:上|再|就|要|想|准备|计划|打算|拟|将|一起|专题|集中|主要)*{VERB}")
    for month, half in ((1, "下半年"), (7, "上半年"))
}


def is_of_another_meeting(text: str, period: Period) -> bool:
    """下半年研究…, where the first half is asked about; 研究下半年计划 is a topic of its own."""
    bare = QUOTED.sub("《》", text.strip())
    other = HALVES[period.start.month] if period.every == "half-year" else None
    return bool(NOT_NOW.match(bare) or PUT_OFF.search(bare) or (other and other.match(bare)))
