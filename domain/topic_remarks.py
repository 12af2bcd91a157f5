"""What is told behind the topic of a meeting: who presided, who came, how it went. It is none of it."""

from domain.matters import PARTS, clauses, names_matter
from domain.meeting_remarks import WENT
from domain.patterns import pattern_of

PRESIDED = pattern_of(
    r"(?:由|是|请)?[一-鿿]{0,10}?(?:主持召开|主持|出席|参加|参会|列席|到会|牵头|[做作]?记录)(?:的|了|会议?)*"
    r"|在[^,，。;；]{0,8}(?:室|厅|堂|中心|会场)(?:里|内)?(?:召?开|举行)?的?|[那当]天[^,，。;；]{2,10}(?:主持|参加|到场|讲话)[的了]?|(?:大概|大约|一共|总共)?(?:有|来了|到了)?[0-9一二三四五六七八九十百]+[来多余几]?(?:个?人|[名位]同?志?|个)(?:参加|到会)?"
)
# 细的纪要里都有, 等下我翻翻本子, 嗯对的没记错: where it is to be seen, and that it was looked up
LOOKED_UP = pattern_of(
    r"(?:细的?|具体的?|详细的?|详情|全文|原文)?(?:会议)?(?:纪要|记录|材料|本子|附件)(?:里|上|中)(?:都|也|全)*[有写](?:着|的)?"
    r"|(?:具体|详细|细节)?(?:请|可以?)?(?:参?见|看|详见)(?:会议)?(?:纪要|记录|附件)|(?:等下|等我|我)*[翻查看]{2}(?:本子|记录|纪要)?(?:上|里)?"
    r"|嗯?对(?:的|了)?(?:我?没记错)?|我?没记错|错不了|没错"
)
# what leaves the meeting open, or tells of another one
OPEN = pattern_of(
    "[没未不别改吗?？]|推迟|延期|延后|原[定计先本来]|实际|错|抱歉|对不起|要(?!点)|将|准备|打算|再|上[次回]"
)
SLIPPED = pattern_of(r"[,，。;；]\s*(?:哦|啊)?(?:不对|[说写记报]错了?)[了啦]?[,，。;；]")  # “守好阵地”，不对，是…
TITLED = pattern_of(r"^(?P<title>《[^《》]{4,}》|“[^“”]{4,}”|\"[^\"]{4,}\")[,，。;；！!\s]+(?P<behind>.+)$")


def without_remarks(text: str) -> str:
    """“守好阵地”，党组书记主持，分管院长也讲了话: of it the name."""
    spans = clauses(text, PARTS)
    while len(spans) > 1 and _is_remark(text[slice(*spans[-1])]):
        spans.pop()
    return text[: spans[-1][1]].rstrip()


def title_alone(text: str) -> str:
    """Behind 主题: “学英模见行动” 一聊聊到五点半."""
    titled = TITLED.match(text.lstrip())
    return titled["title"] if titled and not names_matter(titled["behind"]) else text


def is_left_open(text: str) -> bool:
    """“守好阵地”，12月11号要开的."""
    if SLIPPED.search(text):
        return True
    titled = TITLED.match(text)
    return titled is not None and not names_matter(titled["behind"]) and bool(OPEN.search(titled["behind"]))


def _is_remark(clause: str) -> bool:
    clause = clause.strip(" ~～")
    if not clause:
        return True
    if LOOKED_UP.fullmatch(clause):
        return True
    if OPEN.search(clause) or names_matter(clause):
        return False
    return bool(WENT.search(clause) or PRESIDED.fullmatch(clause))
