"""A demand of which there is none, told without a figure beside the figures of others: 引进8名, 国家级没有."""

from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.any_trade.slots import form_of, likeness
from domain.reader.any_trade.strange import unknown_in
from domain.reader.asked import Asked

CLAUSE = pattern_of(r"[,;。!\n、\s]+")
FACE = pattern_of(r"\[[一-鿿]{1,3}\]")  # [苦涩]
LED = (
    "[这本当]个?(?:月|季度?|年度?|期)份?|[0-9一二三四五六七八九十]{1,2}月份?|[一二三四]季度|[上下]半年"
    "|今年|目前|暂时?|我们?|这边"
)
NONE = pattern_of(
    rf"(?:{LED})*(?:(?P<what>[^0-9]{{2,12}}?)(?:这块|方面|那个|的)?(?:[一1][个名人家件项处次])?"
    r"(?:目前|暂时|暂|都|也|还)*(?:没有|无|为?[零0])(?:的|了|呢|啊|哈)*"
    r"|(?:没有?|无|零|0)(?P<thing>[^0-9]{2,12}?)[的了呢啊哈]*)"
)
NEW = pattern_of("新增|新发")
UNTOLD = pattern_of("数|统计|汇总|报|出来|消息|结果")  # 国家级的数还没有: not known yet


def none_of(text: str, values: Mapping[str, Fraction], asked: Asked) -> Mapping[str, Fraction]:
    """Nothing where a word of the clause is another thing's."""
    left = [demand for demand in asked.demands if form_of(demand) == "figure" and demand.parts[0].label not in values]
    found: dict[str, Fraction] = {}
    for clause in CLAUSE.split(FACE.sub("", level(text))):
        said = NONE.fullmatch(clause)
        what = said and (said["what"] or said["thing"])
        if not what or UNTOLD.search(clause) or (len(asked.demands) == 1 and not NEW.search(what)):
            continue  # 没有培训, of nothing but the training: it was not done
        best = max(asked.demands, key=lambda demand: likeness(what, demand))
        if best in left and likeness(what, best) and not unknown_in(what, best, asked):
            found[best.parts[0].label] = Fraction(0)
    return found
