"""A reply that was dictated, with pauses where the speaker drew breath: 一共十三件然后按时的十二件.

Pauses are looked for in a long stretch without any mark, and where two figures run into each other. What a speaker says
to himself, 我数数啊, 对, 嗯, says nothing.
"""

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

LONG = 22  # signs without a mark between them
STRETCH = pattern_of(r"[^\s,，。;；!！?？、:：()（）/|~～…\"“”]+")
N = f"[0-9{CHINESE}]"
UNITS = "件个人名位份次通条项起家天篇场见万元"
FIGURES = pattern_of(rf"{N}+[{UNITS}]?")
FEW = 2  # figures: with one of them nothing can be mixed up
OPENS = pattern_of("^(?:喂|嗯|呃|额|欸|诶|哎|啊|哦|那个|这个|就是)+")
# 那个评价啊, 这个啊; 啊 by itself where somebody draws breath; 件对十三件
TO_HIMSELF = any_of(
    "我(?:看|数|算|想|找|翻|查|瞅|对)(?:看|数|算|想|找|翻|查|瞅|对|一下|一看|一遍)(?:啊|哈|哦|呢|嘛)*",
    "然后(?:呢|嘛|啊|就是|那个|这个)*|(?<=[一-鿿])(?:这个|那个|这块|那块)[啊呢嘛呀]+|[啊呀嘛呃嗯哦噢欸]+(?!呵)",
    f"(?<=[{UNITS}了的吧是])对(?:的|对)*(?={N})",
)
PAUSE = pattern_of(rf"(?<!^){TO_HIMSELF}(?!$)")
# behind a figure or a word that ends a clause begins another one: 二十八个｜那个新团队, 三百二十二件｜不合格那三件
BEGINS = any_of(
    "还有|还剩|剩下|剩余|其中|里[头面]|后[来面]|主要|说是|人家|你[就先看记按帮给]|您|就(?:这些|这样|按)|麻烦|谢谢",
    f"[那这](?:个|几|{N}{{1,3}}[{UNITS}])|不合格那|准确|[也都]?都?没有(?:脱|漏|落)|[一-鿿]{{2,4}}那一?[块边头]",
    "没有[一-鿿]{1,4}(?:的|了)[啊呀哈呢]*$|(?:去年|前年|上年)的?[就也都]?不用",
)
# 第一期九十八｜第二期一百零二｜加起来二百九十一｜名册上…: behind a figure without its unit
ROW = (
    "(?:(?:花?名[册单][上里]?|在[册编]|应(?!该|当)[一-鿿]{1,4}?的?|加起来|合起来|合计|[一总]共)[一-鿿]{0,4}?[是有]?"
    f"|第[一二三四五六](?:期|批|轮|季度|组|次)[是有]?)(?={N})"
)
BREAK = pattern_of(
    rf"(?<=[{UNITS}了的])(?={BEGINS})|(?<={N}{N})(?={ROW})|(?<!^)(?=所以|因为|但是|不过|另外)|(?<=[一-鿿])(?<![没里中只共还总仅另后])(?=有{N}{{1,3}}[{UNITS}])"
)
# 四次吧对四次: he makes sure of it himself; 应该是十三件我数数…对十三件
SURE = pattern_of(rf"(?P<n>{N}+[{UNITS}])[吧嘛啊]?(?:对|嗯|是的|没错)+(?P=n)")
SURE_NOW = pattern_of(rf"应该(?P<told>是(?P<n>{N}+[{UNITS}])[^,，。]{{2,30}}?)(?:对|嗯|是的|没错)+(?=(?P=n))")
THAT_ONE = pattern_of("那一(?=[块边头])")  # 财产那一块 counts nothing
COMMAS = pattern_of("，{2,}")
# 三千二百一十万多一点准确的话是三千二百一十万零六千
EXACTLY = pattern_of(
    rf"{N}+[{UNITS}]*(?:多一点|左右|多|出头|不到|上下)[,，]?(?:准确|确切|精确|具体)(?:一?点)?(?:的|地|数字?)?(?:话|说|讲|来说|来讲)*[是为]?(?={N})"
)
# 都是按时报的没有脱的: none lacks, as was said
NONE_LEFT = pattern_of("(?<=[的了])(?:一[个件])?[也都]?没有?(?:一[个件])?(?:脱|漏|落下?|拖)[的了][啊呀哈呢]*$")


# 合格194件｜两件没约谈, 收了1418｜去年1390
BLANK = r"[\s\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]*"
RUNS_ON = pattern_of(
    rf"(?<=[0-9][件个人名]){BLANK}(?=(?!一[件个]一?)(?:[0-9]+|[{CHINESE}]{{1,6}})[件个人名])|(?<=[{CHINESE}][件个人名])(?=[{CHINESE}]{{2,6}}[件个人名])"
    rf"|(?<=[0-9])(?=[去前今]年(?!的))|(?<=[{CHINESE}][件个人名])(?=[去前今]年(?!的))|(?<=[0-9{CHINESE}][{UNITS}])(?=实际[上是只就]{{0,2}}{N})"
)
# 上年同期化解12件｜化解14: behind a figure of then one of now
AFTER_THEN = pattern_of(
    r"(?P<then>(?:上年|去年)同[期月][^,，。;；\s0-9]{2,12}[0-9]+[件个人])(?=(?!其中|里|当中|[上去前今]年|比)[一-鿿]{2,6}[0-9])"
)

# 总天数我算了下是27108天
LOOKED = pattern_of(
    rf"(?<=[一-鿿])我(?:这边)?(?:刚|又|再|自己)*(?:(?:算|数|看|查|点|统计|加|翻)了(?:一?[下遍]|算|数|看|查)?|[算数看查翻]一?下|看看|算算|数数|查查|翻翻)[啊哈哦呢]*(?=[是有共]{{0,2}}\s?{N}+[{UNITS}])"
)
YEAR_BEHIND = pattern_of(r"[0-9]\s?[去前今]年[\s。.!！]*$")  # 1758今年1702去年: years behind their figures


MARKS = pattern_of(r"(?<=[一-鿿0-9])(?:逗号|句号|分号)(?=$|[一-鿿0-9])")  # 两亿五千八逗号执行完毕…


def with_pauses(text: str) -> str:
    text = LOOKED.sub("", MARKS.sub("，", text))
    text = EXACTLY.sub("", text)
    text = SURE.sub(
        r"\g<n>", text if YEAR_BEHIND.search(text) else RUNS_ON.sub("，", AFTER_THEN.sub(r"\g<then>，", text))
    )
    return STRETCH.sub(lambda match: _parted(match.group()), text)


def _parted(said: str) -> str:
    if len(said) < LONG or len(FIGURES.findall(said)) < FEW:
        return said
    said = SURE_NOW.sub(r"\g<told>，", OPENS.sub("", said))
    said = THAT_ONE.sub("那", said)
    said = NONE_LEFT.sub("", PAUSE.sub("，", said))
    return COMMAS.sub("，", BREAK.sub("，", said))
