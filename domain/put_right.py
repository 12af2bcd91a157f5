"""What a writer takes back in the same breath: 不是14日，是15日; 第5，不是第6; 没排第3，排第4. The other is left."""

import re

from domain.patterns import pattern_of

SIGN = "[^,，。;；!！?？\n]"
BREAK = r"\s*[,，;；。\s]\s*"
NOT_BUT = pattern_of(
    rf"(?:不是|并非|并不是){SIGN}{{1,30}}?(?:{BREAK}(?:而|应该?|其实|实际)?|而)是(?=[^,，。;；])(?!不|没|因|要|说|谁|吗|的)"
)
NOT_PLACED = pattern_of(
    rf"没有?(?P<verb>[排列居得拿])(?:到|在|了)?第?{SIGN}{{1,4}}?{BREAK}(?:而|其?实)?是?(?=(?P=verb)|第)"
)
# what is taken back behind it must be of its kind: a figure or a day beside a figure or a day
FIGURE = r"[0-9０-９一二两三四五六七八九十廿]"
YES_NOT = pattern_of(
    rf"(?P<kept>{FIGURE}{SIGN}{{0,24}}?|^是?[^,，。;；!！?？\n没不]{{2,30}}?)"
    rf"{BREAK}(?:而|并)?(?:不是|非|并非|而非)(?P<struck>{SIGN}{{1,24}})(?=[。.!！\s]*$|[,，;；])"
)
# 是10月23号不是22号
YES_NOT_AT_ONCE = pattern_of(
    rf"(?<=[0-9日号名位])(?:而|并)?不是(?:第|[0-9一二三四五六七八九十]+[月./-])?{FIGURE}{{1,3}}[日号名位]?(?=[。.!！\s]*$|[,，;；\s])"
)
# 第3填错了，是第4
MISTYPED = pattern_of(
    rf"^第?{FIGURE}{{1,3}}(?:月{FIGURE}{{1,3}})?[名位日号人]?[,，\s]*(?:[填写报打说]错了?|[记搞弄][错混岔串]了?|有误)[,，;；。\s]+"
    r"(?:应该?[是为]|(?:实际|正确)的?[是为]?|是|改[成为])"
)
# 之前报第3有误，应该是第4
WRONG = pattern_of(
    rf"(?:之前|刚才?|上次|原来|前面|昨天|先前|上回)?我?们?(?:[填上]?报|填|写|说)(?:的|成|了)*(?:是|为)?"
    rf"{SIGN}{{1,12}}?(?:有误|错了?|不对|不准)[,，;；。\s]+(?:应该?[是为]|(?:实际|正确)的?[是为]?|是|改[成为]|更正[成为]?|其实是?)"
)
# 上周三？哦不，是10月14日
HESITATED = pattern_of(
    rf"^{SIGN}{{1,24}}?[,，;；。?？!！\s…]*(?:(?:哦|噢|喔|啊|呃|额|哎呀?)+[,，]?(?:不(?:对|是)?|(?=是))|不对[了啦]?[,，\s]*(?=不对)|(?<=[吧,，…])不对(?=[,，\s]))[了啦]?[,，!！。\s]*(?:不对?[了啦]?[,，!！。\s]*)*(?:应该?)?[是为]?(?={SIGN}*{FIGURE})"
)
# 应为1条，误写成0条
MISTYPED_LAST = pattern_of(
    r"(?<=[^,，;；。\s])[,，;；。\s(（]+(?:之前|刚才?|上次|原来|前面|昨天|先前|上午)?(?:是|被)?[误错][写填报录打记](?:成|为|了|的是)+[^,，;；。\s]+[)）]?"
)
# 上午报的记录数应为1条
TOLD_BEFORE = pattern_of(
    r"(?:之前|刚才?|上次|前面|昨天|先前|[早上]上|上午)(?:我们?)?[报填写发]的(?=[^,，。;；]{1,10}(?:应该?[为是]|改[为成]))"
)
# 12月2日吧，我翻翻，对，12月2日
CONFIRMED = pattern_of(
    # 好像是八月吧，我查一下，哦8月12号
    rf"^{SIGN}{{1,16}}?(?:吧|[?？]|…)[\s,，…]*(?:等|我|让|再|先)*[查翻看数核][查翻看数核一下了到]*+[本子记录台账系统日历签到表纪要]{{0,6}}[上里]?[…\s,，。]*(?:(?:哦|噢|喔|啊|嗯|对)[了啊]?|就?是|写的是?)[,，\s…]*(?={SIGN}*{FIGURE})|"
    rf"(?P<first>{FIGURE}{{1,3}}(?:[月./-]{FIGURE}{{1,3}})?[日号个人条]*)吧?[\s,，。…?？]+(?:{SIGN}{{0,10}}?[\s,，。…]+)?{SIGN}{{0,8}}?对[的了啊]?[\s,，。…]+(?=(?P=first))"
)
# 那个会哦，我翻翻……噢，5月21
LOOKING = pattern_of(
    rf"^{SIGN}{{0,12}}?(?:我|等|让我?)(?:[翻查看找]{{2}}|[翻查看找]一?下)[…\s,，。]*(?:[哦噢喔嗯啊呃]|找到了|有了)+[,，\s…]*(?={SIGN}{{0,6}}{FIGURE}+[月./])"
)
# 18号哈，本来我以为是17号，一看纪要是18号
THOUGHT = pattern_of(
    rf"(?P<day>(?<![0-9一二三四五六七八九十]){FIGURE}{{1,3}}[日号])(?P<mid>[^,，。;；0-9]{{0,4}})[,，\s]+{SIGN}{{0,6}}以为是?{SIGN}{{0,3}}{FIGURE}{{1,3}}[日号]?{BREAK}[^0-9,，。;；]{{0,16}}(?:是|写的?)(?P=day)"
)
ASKED = pattern_of(r"[?？吗么]|是不是")


def looked_up(text: str) -> str:
    """What was found, without how."""
    return LOOKING.sub("", THOUGHT.sub(r"\g<day>", text))


def without_struck(text: str, *, words: bool = False) -> str:
    """`words`: what is asked for is no figure and no day, so that words may be taken back as well."""
    text = TOLD_BEFORE.sub("", MISTYPED_LAST.sub("", text, count=1))
    text = CONFIRMED.sub("", HESITATED.sub("", text, count=1))
    if ASKED.search(text) or not ("不是" in text or "没" in text or "非" in text):
        return MISTYPED.sub("", WRONG.sub("", text, count=1), count=1)
    text = YES_NOT_AT_ONCE.sub("", MISTYPED.sub("", WRONG.sub("", text, count=1), count=1), count=1)
    text = NOT_PLACED.sub("", NOT_BUT.sub("", text, count=2), count=2)
    return YES_NOT.sub(lambda match: match["kept"] if _is_alike(match, words) else match.group(), text, count=2)


def _is_alike(match: "re.Match[str]", words: bool) -> bool:
    figures = (bool(re.search(FIGURE, match["kept"])), bool(re.search(FIGURE, match["struck"])))
    return all(figures) or (words and not any(figures))
