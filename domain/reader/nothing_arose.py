"""无, 一件都没有, 本月没有跨域立案申请: nothing of the kind arose. It is asked back as 0."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand

ONE = r"一?[件起个次例人名条场份]"
SPAN = r"(?:[这本当上]个?[月季](?:度|份)?|[0-9一二三四五六七八九十]{1,2}月份?|本期|本年度?|今年|(?:截至)?目前|暂时?)"
OURS = r"(?:我们?[庭院室局科部]?|本[庭院室局科馆]|本部门|这边|这里)"
LED = rf"(?:{SPAN}|{OURS}|确实|的话?|[,，、\s])*"
KIND = r"(?:的)?(?:此类|这类|该类|相关|有关)?(?:情况|事项|业务|案件|案子)?"
AROSE = r"(?:发生|收到|接到|办理?|受理|开展|产生|出现)"
DENIED = rf"(?:没有?{AROSE}?|未{AROSE}|不存在|无|为?零|为?0)"
NOTHING = pattern_of(
    rf"^{LED}(?P<before>[一-鿿]{{0,12}}?){LED}(?:{ONE}(?:也|都)|均|全|都|也)?{DENIED}过?(?:任何)?(?:{ONE})?"
    rf"(?P<behind>[一-鿿]{{0,12}}?){KIND}[了的过呢啊呀哦。.!！\s]*$"
)
# 没有超期, 没数据: nothing of that, or not counted yet
AGAINST = pattern_of("[不未误漏差错欠缺超逾]|问题|数据|统计|材料")
OTHER_YEAR = pattern_of("上年|去年|前年|同期|[0-9]{4}年|年初|期初|累计")
ENDING = pattern_of(r"(?:总数|件数|人数|次数|场次|数量|总量|数)$")


def zeros(text: str, asked: Asked) -> Mapping[str, Fraction]:
    """What is 0 then, by label: of the demands whose whole is named, of all of them where nothing is."""
    match = NOTHING.match(text.strip())
    subject = (match["before"] + match["behind"]).replace("的", "") if match else ""
    if match is None or AGAINST.search(subject):
        return {}
    mine = [demand for demand in asked.demands if not subject or _is_of(subject, _wholes(demand))]
    wanted = {part.label for part in asked.wanted}
    labels = (part.label for demand in mine for part in demand.parts)
    return {label: Fraction() for label in labels if label in wanted and not OTHER_YEAR.search(label)}


def _wholes(demand: Demand) -> Sequence[str]:
    """Of a share that of which it is one: without any of these there is nothing of the kind."""
    parts = demand.parts[1:] if demand.is_share and demand.whole else demand.parts
    return [ENDING.sub("", part.label) for part in parts]


def _is_of(subject: str, wholes: Sequence[str]) -> bool:
    """In signs of its name, two of them in a row: 跨域立案 of 跨域立案申请."""
    pairs = [subject[at : at + 2] for at in range(max(1, len(subject) - 1))]
    return any(set(subject) <= set(whole) and any(pair in whole for pair in pairs) for whole in wholes)
