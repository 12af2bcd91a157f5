"""What is said to be so, and by its own words is not yet so, no more, or not wholly: 在推进, 一度做到, 做到了九成."""

from collections.abc import Mapping

from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

END = r"(?=$|[,;。!\s])"
NOT_YET = (
    rf"正?在(?:推进|推动|验收|筹备|谋划|酝酿|招标|立项|报批)中?{END}|已经?(?:立项|招标|报批|上会){END}"
    rf"|开始做了?{END}|刚(?:起步|开始|启动){END}|起步阶段|(?:方案|计划|框架|模板)(?:已经?|也|都)?(?:有|出|定)了{END}"
    rf"|布置下去了?{END}|测试中{END}|是(?:我们的?|下一步)?目标{END}"
)
WISHED = r"[按照](?:要求|规定)要|能够?[^,;。]{0,6}就好|(?:希望|盼着?|但愿|最好能)[^,;。]{0,4}(?:做到|落实|建成|健全)"
ONCE = rf"一度|本来就?(?:做到|有|是)|(?:做到|办到|达到)过{END}|去年[就还]?是的?{END}|(?:做到|办|做|落实)了一[次回]{END}"
PARTLY = rf"做了一?(?:些|点|部分){END}|(?:做到|完成|落实|到)了?[一二三四五六七八九1-9]{{1,2}}成{END}"
# 录入完成，测试库里
TRIAL = "测试(?:库|环境|平台|版|系统|阶段|服务器)|内测|灰度|演示(?:库|环境|版|系统)"
PATTERN = pattern_of("|".join((NOT_YET, WISHED, ONCE, PARTLY, TRIAL)))


def is_told(text: str, values: Mapping[str, Value], question: Question) -> bool:
    return any(value is True for value in values.values()) and PATTERN.search(text) is not None
