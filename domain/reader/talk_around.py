"""Small talk and reasons before and behind the figures: 今天窗口排队排到门口了 数字给你：…, …，因为清了一批旧案.

A clause without a figure, without a word of the form and without a sign of relation, limit, denial, time or another's.
"""

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figure_words import words_in
from domain.reader.risks import NOT, RISK

CLAUSE = pattern_of(r"[^,，;；。!！:：\s]+[,，;；。!！:：\s]*")
FIGURE = pattern_of("[0-9%％]|[一二两三四五六七八九十百千万](?=[件个人名位通条成半]|[一二三四五六七八九十百千])|百分")
# what tells how the figures were come by, or of other figures
SIGN = pattern_of(
    r"其中|[含约仅只暂初才先]|部分|[截误错漏改补核退剔扣减加算计按照以]|口径|统计|[上前昨往去]一?[年月次回期周天日]|年|[月季旬]|之前|原|[再等又几已]|后来|现在|目前|另|同[期比]|比"
    r"|(?:是|归|由|找|问|属于?)[^,，]{1,8}[的报庭局]|[庭局院区]的|所有|全部|都|均|合计|累计|共|吧|[数件]"
)
# whose meaning is nothing but that figures follow
LED_IN = pattern_of(
    r"^(?:那|这|现在|好|来|我|就|先)*(?:数[据字]?|情况|结果)?(?:给|报|发|回)?(?:您|你|一下|上|如下|来了|了)*[,，:：。\s]*$"
)
REASON = pattern_of("^(?:主要|就|都)?(?:是)?(?:因为|由于|原因)")
COURTESY = pattern_of("不用催|别催|不着?急|没(?:问题|毛病|错)|不好意思|不用谢|不客气")
OF_TIME = pattern_of("[上下]半年|年[初底]|[上这]个?月|月[初底]")


def without(text: str, asked: Asked) -> str:
    """As it stands where nothing of the kind is told."""
    clauses = CLAUSE.findall(text)
    told = [at for at, one in enumerate(clauses) if FIGURE.search(one)]
    if not told or "\t" in text or "|" in text:
        return text
    first, last = told[0], told[-1]
    kept = [one for at, one in enumerate(clauses) if first <= at <= last or not _is_talk(one, asked)]
    return "".join(kept).strip(" ,，:：")


def _is_talk(clause: str, asked: Asked) -> bool:
    if LED_IN.match(clause):
        return True
    bare = COURTESY.sub("", OF_TIME.sub("", clause) if REASON.match(clause) else clause)
    if SIGN.search(bare) or RISK.search(bare) or NOT.search(bare) or any(one in bare for one in asked.others):
        return False
    return not any(word.kind not in ("filler", "now") for word in words_in(bare, asked.demands)[0])
