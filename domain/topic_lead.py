"""What stands before and behind a topic that was asked for, and is none of it: 议题嘛, 你就写…, 别的不用写了."""

import re

from domain.matters import names_matter
from domain.patterns import pattern_of

THIS_TIME = pattern_of(
    r"^(?:那天|当天|会上)+(?:主要|一起)?(?:讨论|研究|学习?|讲|议|传达)的就?是[\s:：]*(?=[一-鿿《“]{3})|^(?:这|本)[次回]的?(?:会议?)?(?:议题|主题|内容)?(?:就?是|为|[:：])\s*(?=[一-鿿《“]{3})"
)
# 围绕“做好风险排查”开的，书记点了几个部门的名
AROUND = pattern_of(
    r"^(?:会议|这次|主要|就是|都是|会上)*围绕(?:的是)?(?P<title>《[^《》]{4,}》|“[^“”]{4,}”|[^,，。;；《》“”]{4,24}?)(?:这个主题|主题)?(?:召?开|展开|进行)[的了]?(?:讨论|研讨|会)?[的了]?(?:[,，。;；]\s*[^,，。;；]{0,16})?$"
)
# 议题从阵地管理换成了舆情应对
CHANGED = pattern_of(r"^(?:会议)?(?:议题|主题|内容)?[从由][^,，。;；]{2,24}?[改换变][成为]了?\s*(?=[一-鿿《“]{3})")
# 不是…精神，那是7月的党课。意识形态会的议题是…
DENIED_FIRST = pattern_of(
    r"^不是[^。;；\n]*[。;；,，]\s*(?:那是[^。;；\n]*?[。;；,，]\s*)?(?=(?:意识形态)?[^。;；,，]{0,6}(?:议题|主题)(?:就|才)?是)"
)
# 主题就是…嘛会上还通报了两个例子; …。刚在开会没看手机，不好意思哈: told on, and of oneself
TOLD_ON = pattern_of(r"(?<=[一-鿿]{4})[嘛呀]+(?=会上|那天|当天|我们)[^《》“”]*$")
PAPERS_LATER = pattern_of(
    r"[,，。;；！!\s]+(?:晚点|稍后|回头|随后|过会儿?|一会儿?)再?(?:补|发|报|交|送)(?:会议)?(?:纪要|材料|照片|签到表?)[^,，。;；\s]{0,4}[。!！]*$"
)
LAST = pattern_of(r"[,，。;；！!～~\s]+(?P<last>[^,，。;；！!～~\s《》“”]+)[。!！～~]*$")
TALK = pattern_of(
    r"我(?![院庭们国局区市])|手机|消息|微信(?!公|群|工)|抱歉|见谅|对不[住起]|不好意思|久等|打扰|[回发报交]复?得?晚|晚[回发报交]|刚(?:才|刚)?[在从]|才看|[开下]庭|接待|路上|在外"
)
OPEN = pattern_of(
    "[议主]题|内容|研究|讨论|学习|再|查|核|问|[看翻][看翻下]|回头|明天|稍后|晚点|记得|好像|应该|可能|先|但|不过|(?<![接招])待|等|忘记?了?(?:内容|议题|主题)|没印象"
)
# 题目蛮长的，我从通知里拷给你：
HOW_LONG = pattern_of(
    r"^(?:会议)?(?:题目|议题|主题|名[字称]|标题)(?:有[点些]|[蛮挺很太老]|比较|特别)+长[的额了啊呀]*[,，。!！\s]+(?:[^,，:：《“]{0,14}[拷抄粘贴打念发制][^,，:：《“]{0,6}[:：]\s*)?(?=[一-鿿《“]{4})"
)
# 讲的是普法……哦不是，普法那个是4月的，这次讲的是阵地管理
OF_ANOTHER = pattern_of(
    r"(?P<lead>讲的?|研究的?|讨论的?|学的?|议题|主题)就?是[^,，。…]{2,24}?[…,，。\s]+[哦噢啊呃额诶]*不[是对][了啦]?[,，。\s]*(?P<x>[^,，。;；]{2,10}?)(?:那[个次场]|这个|的)*是"
    r"(?:(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月份?|去年|上[次回]|[上下]半年|另[一外])[^,，。;；]{0,4}的?[,，。\s]+(?:这[次回个]|本次)会?(?:主要)?(?:[讲学]|研究|讨论|传达)?的?就?是(?=[一-鿿《“]{4})"
)
# 5月17号那次，讲的是…
THAT_ONE = pattern_of(
    r"(?<=[0-9][日号])那[次场个回]会?[,，\s]*(?:主要)?(?:[讲学议]|研究|讨论|传达)的?就?是(?=[一-鿿《“]{4})"
)
IT_IS = pattern_of(r"^(?:就是|还是)?那个[…\s,，.]*(?=[一-鿿《“]{4})")
SOUNDS = r"[\s,，。…:：嗯哦啊噢呃额哈嘛呀呢]*"
LOOKED = r"(?:我?(?:再|先)?(?:[看翻查找]{2}|[看翻查找]了?一?下))"
WRITTEN = (
    r"(?:(?:是|就)这几个字|[上里]?(?:[您你]|就|这么|可以)*[写填定][的了]?(?:是|上)?"
    r"|就?是(?!非)(?:那个(?=[一-鿿《“]))?|[嘛呢啊呀])"
)
LEAD = pattern_of(
    rf"^(?:[^\s,，。;；:：0-9“《没未不原改去上下]{{1,16}}[,，!！~～\s]+(?=(?:会议)?[议主]题))?{SOUNDS}{LOOKED}?{SOUNDS}"
    rf"(?:(?:意识形态)?的?(?:会议?)?的?(?:议题|主题|题目)(?:{WRITTEN}|(?:[打发报写回]给?|给)[您你]?(?=[:：]))|(?<![一-鿿])[写填]的?就?是){SOUNDS}(?=[一-鿿《“「]{{3}})"
)
TAIL = pattern_of(
    r"(?<=[一-鿿]{4})[嘛呗]+[。!！]*$|(?:(?<=[”》])[吧哈啊呀了的]+)?(?:[,，。\s]+(?>(?:没有?别的|(?:别的|其[他它]的?)(?:都|就|也)?(?:没有?|不用|不要)[^,，。\s]{0,4}|嗯*对[的了]?|就(?:这|它)一?[个些条项]?|全称就是这个|一字不差|我(?:做|写|记)的(?:会议)?[记纪][录要])[了啦哈哦hH]*))*[。!！]*$"
)
TWICE = pattern_of(r"^(?P<said>[^\s,，]{4,})[\s,，]+(?:对|嗯|是的?)?[\s,，]*(?P=said)$")


def without_lead(text: str) -> str:
    text = HOW_LONG.sub("", text)
    text = AROUND.sub(r"\g<title>", text)
    text = TOLD_ON.sub("", PAPERS_LATER.sub("", DENIED_FIRST.sub("", text)))
    text = THIS_TIME.sub("", text)
    text = CHANGED.sub("", text).removesuffix("了") if CHANGED.match(text) else text
    return TWICE.sub(r"\g<said>", TAIL.sub("", _without_talk(IT_IS.sub("", LEAD.sub("", text)))))


def without_other_topic(text: str) -> str:
    """Of two topics the one that is told last, where the first is said to be another meeting's."""
    text = THAT_ONE.sub("开的，讲的是", text)
    return OF_ANOTHER.sub(_told_last, text, count=1)


def _told_last(told: "re.Match[str]") -> str:
    """As long as it was named before: 普法宣传……不是，普法那个是4月的."""
    is_named = told["x"][:2] in told.string[told.start() : told.start("x")]
    return f"{told['lead']}是" if is_named else told.group()


def _without_talk(text: str) -> str:
    """Of oneself, where a clause that names a matter stands before it."""
    while (found := LAST.search(text)) and _is_talk(found["last"]) and names_matter(text[: found.start()]):
        text = text[: found.start()]
    return text


def _is_talk(clause: str) -> bool:
    return bool(TALK.search(clause)) and not OPEN.search(clause) and not names_matter(clause)
