"""What was typed in the form in which words are heard: slips put right, corrections in short."""

from domain.patterns import pattern_of
from domain.reader.anew import SORRY_FIRST, told_anew
from domain.reader.corrected import in_short
from domain.reader.courtesies import alone
from domain.reader.papers_told import without_papers
from domain.reader.promises import LOOKS_AGAIN, without_promised
from domain.reader.slips import meant
from domain.reader.usual_signs import usual

LOCAL = pattern_of(r"(?P<day>[今明后昨])儿个?(?!子|媳)")  # 明儿个 is 明天
# 没有没有 零报告
TWICE = pattern_of(
    r"(?<![一-鿿])(?P<none>没有的?|没的|木有|没得)(?:[,，、\s~～!！]*(?P=none))+(?=$|[\s,，。;；!！~～哈啊的呢哦了零\U0001f300-\U0001faff])"
)

# as people of the place say it: 会是开额呀，侬忘记特啦; 金额 and 总额 are none
OF_THE_PLACE = (
    (pattern_of(r"呒没|呒得|嘸没"), "没有"),
    (
        pattern_of(
            r"(?<=[开做好是有对讲办搞写填来用通期生过])额(?=[呀啊哦没]|$|[\s,，。;；!！~～]|[\U0001f300-\U0001faff])"
        ),
        "的",
    ),
    (pattern_of(r"阿拉(?!伯|善)"), "我们"),
    (pattern_of(r"(?<![一-鿿])侬|侬(?=忘|做|讲|要|看|问|晓|自)"), "你"),
    (pattern_of(r"(?<=[忘开办做报填])记?特(?=[啦了])"), "掉"),
    (pattern_of(r"老(?=好(?:的|额|$|[,，。\s]))"), "很"),
    (pattern_of(r"侪(?=[一-鿿])"), "都"),
    (pattern_of(r"晓得"), "知道"),
)


# 超期？不存在的: one asks oneself, and answers
SELF_ASKED = pattern_of(
    r"(?:^|(?<=[,，;；。\s]))(?P<what>(?=[一-鿿]{2,8}[?？])(?!.*(?:什么|啥|哪|谁|[几多]少?|怎|吗|呢|是不是|是否|有没有))[一-鿿]{2,8})[?？]\s*"
    r"(?=[^,，;；。?？]{0,8}?(?:没|不存在|无(?!法)|未|零|从来|绝对|压根)(?!.*[?？]))"
)


# 输入法老是打错: how it comes to be spelt so, and no correction
MISSPELLS = pattern_of(
    r"[,，(（\s]*(?:输入法|键盘|手机|拼音)[^,，。;；()（）0-9]{0,4}(?:老|总|经常|一直)是?打错字?了?[,，\s]*"
)


def as_held(text: str) -> str:
    """What is said of a day that has been: nothing where it will be looked at again, no papers and no promise."""
    return "" if LOOKS_AGAIN.search(text) else without_promised(without_papers(text))


def as_meant(text: str) -> str:
    text = MISSPELLS.sub("，", text)
    for said, meant_by in OF_THE_PLACE:
        text = said.sub(meant_by, text)
    text = SELF_ASKED.sub(r"\g<what>", LOCAL.sub(r"\g<day>天", alone(usual(text))))
    return TWICE.sub(r"\g<none>", told_anew(in_short(SORRY_FIRST.sub("", meant(text)))))
