"""What stands before and behind a topic that was asked for, and is none of it: 议题嘛, 你就写…, 别的不用写了."""

from domain.patterns import pattern_of

THIS_TIME = pattern_of(
    r"^(?:那天|当天|会上)+(?:主要|一起)?(?:讨论|研究|学习?|讲|议|传达)的就?是[\s:：]*(?=[一-鿿《“]{3})|^(?:这|本)[次回]的?(?:会议?)?(?:议题|主题|内容)?(?:就?是|为|[:：])\s*(?=[一-鿿《“]{3})"
)
# 议题从阵地管理换成了舆情应对
CHANGED = pattern_of(r"^(?:会议)?(?:议题|主题|内容)?[从由][^,，。;；]{2,24}?[改换变][成为]了?\s*(?=[一-鿿《“]{3})")
SOUNDS = r"[\s,，。…:：嗯哦啊噢呃额哈嘛呀呢]*"
LOOKED = r"(?:我?(?:再|先)?(?:[看翻查找]{2}|[看翻查找]了?一?下))"
WRITTEN = r"(?:(?:是|就)这几个字|(?:[您你]|就|这么|可以)*[写填]的?(?:是|上)?|就?是(?!非)|[嘛呢啊呀])"
LEAD = pattern_of(
    rf"^(?:[^\s,，。;；:：0-9“《没未不原改去上下]{{1,16}}[,，!！~～\s]+(?=(?:会议)?[议主]题))?{SOUNDS}{LOOKED}?{SOUNDS}"
    rf"(?:(?:会议)?(?:议题|主题|题目)(?:{WRITTEN})|(?<![一-鿿])[写填]的?就?是){SOUNDS}(?=[一-鿿《“]{{3}})"
)
TAIL = pattern_of(
    r"(?:(?<=[”》])[吧哈啊呀了的]+)?(?:[,，。\s]+(?>(?:没有?别的|别的(?:都|就|也)?(?:没有?|不用|不要)[^,，。\s]{0,4}|就(?:这|它)一?[个些条项]?|全称就是这个|一字不差|我(?:做|写|记)的(?:会议)?[记纪][录要])[了啦哈哦hH]*))*[。!！]*$"
)
TWICE = pattern_of(r"^(?P<said>[^\s,，]{4,})[\s,，]+(?:对|嗯|是的?)?[\s,，]*(?P=said)$")


def without_lead(text: str) -> str:
    text = CHANGED.sub("", THIS_TIME.sub("", text))
    return TWICE.sub(r"\g<said>", TAIL.sub("", LEAD.sub("", text)))
