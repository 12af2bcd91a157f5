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


def plainly(text: str) -> str:
    for pattern, word in SAID:
        text = pattern.sub(word, text)
    return text
