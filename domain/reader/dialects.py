"""How people of other parts say it: 侪覆盖了 is 都覆盖了, 阿拉 is 我们, 俺 is 我.

And what was written wrongly by its shape: 录人 is 录入.
"""

from domain.patterns import pattern_of

SAID = (
    (pattern_of("侪(?=[一-鿿])"), "都"),
    (pattern_of("阿拉(?!伯)|俺们|伲"), "我们"),
    (pattern_of("俺(?!们)"), "我"),
    (pattern_of("侬"), "你"),
    (pattern_of("呒[没得]|[冇毋]得?(?=[一-鿿])"), "没有"),
    (pattern_of("(?<=[0-9一二两三四五六七八九十百])只(?=部门|团队|案|法庭|领域|指标|[,，。;；\\s]|[都也]|侪)"), "个"),
    (pattern_of("(?<=部门)搭(?=团队)"), "和"),
    (pattern_of("(?<=[一-鿿0-9])(?:咧|嘞|哒|滴)(?=$|[,，。;；!！\\s~～])"), "了"),
    (pattern_of("晓得"), "知道"),
    (pattern_of("(?<!记)录人(?=系统|的|了|[0-9]|完|率)"), "录入"),
    (pattern_of("(?<![月年周期季旬岁世])末(?=[结办满训反达完按])"), "未"),
    (
        pattern_of(
            "(?:[加合][起拢]来|[加合]在?一[起块]|拢共|拢总|归总)(?:是|有|就|也|一?共)*(?=\\s?[0-9一二两三四五六七八九十百])"
        ),
        "合计",
    ),
    (pattern_of("合[恪洛](?=的|[0-9]|率)"), "合格"),
)

# days and years, and how it was done, whatever is asked: 今朝上午, 旧年同月, 建好哉，放勒保密柜里, 等一等行伐
EVERYWHERE = (
    (pattern_of('(?<!看)今朝(?![》”"])'), "今天"),
    (pattern_of("昨日子|昨朝|[寻琴]日(?=[上下一-鿿])"), "昨天"),
    (pattern_of("(?<=[今昨明天日号])(?P<half>[上下])半[日天]"), r"\g<half>午"),
    (pattern_of("(?<!新)旧年子?(?!画|份|[历货])"), "去年"),
    (pattern_of("(?<=[去前今])年子"), "年"),
    (pattern_of("(?<=[一-鿿])哉(?=$|[,，。;；!！\\s~～])"), "了"),
    (pattern_of("(?<=[放摆锁存交留])勒(?:海|拉)?(?=[一-鿿])"), "在"),
    (pattern_of("(?<=[断坏忘漏错没停])脱(?=了)"), "掉"),
    (pattern_of("(?P<wait>[延宽缓等晚][^,，。;；]{0,10}(?:行|好|可以|来赛)),?伐(?=$|[?？。!！,，\\s])"), r"\g<wait>吗"),
)


def everywhere(text: str) -> str:
    for pattern, word in EVERYWHERE:
        text = pattern.sub(word, text)
    return text


def plainly(text: str) -> str:
    for pattern, word in SAID:
        text = pattern.sub(word, text)
    return text
