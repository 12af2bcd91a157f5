"""A figure that the words right beside it say is another one: 每月405件, 缺口19件, 漏报5家, 57件已取消, 35页.

What the notice itself asks for so (每周20份, 平均办理时长, 新增) is said of the figure that is wanted.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.measures import ONE, TIMES
from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

N = r"(?<![0-9.])(?P<n>[0-9]+(?:\.[0-9]+)?)(?![0-9.%])"
UNIT = rf"(?:万|亿)?(?:{ONE}|通|个?百分点)?"
THEN = "(?:去年|上年|前年|上个?月|上期|上季度|往年)(?:同期)?"
LEADERS = "(?:领导|上面|[庭院局处科]长|主任|书记)"
BEFORE = pattern_of(
    rf"(?P<how>(?<!每人)每(?:个)?(?:月|周|天|年|季度?|日|星期)|[月周日年]均|平均|[人户件]均|刚过|突破|缺口|漏[报登录填]|少[报填录]|多[报填录]了?|[报填录][多少]了"
    rf"|错[报填写]成?|[写填录打]成|照着?|最[好多高差]的时候|最高峰?时?|高峰期?|争取到?|还差|只剩|走了|再[有过加来]|又新?增加?|又多了?|别[写填报]|没超过?|够不上"
    rf"|见?第|见|电话|(?<![需主只重纪简摘扣想不首次])要(?:有|到|达到)?|比{THEN}的?(?:多|少|增加?|减少?)了?)(?:的是|[是为有:])?\s?{N}"
)
BEHIND = pattern_of(
    rf"{N}{UNIT}(?P<how>(?:还|都|仍|正)?在(?:[建审途](?![内外])|办(?=$|[,;。!]))|才(?:达标|够|合格|行|算)|吧(?=$|[,;。!])|(?:已经?|都|又|后来)*取消|作废|(?:都|又)?(?:被退|退回)|含(?:有|了)?(?:{THEN}|结转)|来着|是(?:中|高)院的"
    rf"|[,\s]*(?:那|这)?(?:个)?是(?:[两二三四五几]年|[两二三四几]个(?:单位|部门|庭|院|季度|月)|历年|多年)[^,;。0-9]{{0,3}}(?:合计|累计|总[和数]|加起来)|是(?:别人|人家|他们|借来|[两二三四]个(?:庭|组|单位|部门))的?"
    rf"|[,\s]*(?:但|不过)?{LEADERS}[^,;。0-9]{{0,3}}(?:不同意|没同意|不让|不许|先?别|先不|没批|没点头|没看|没审|没签|没过目)|[,\s]*(?:先|暂)(?:压|放|搁|缓|扣)(?:一?[压放搁缓下])?(?=$|[,;。!]))"
)
OTHER_UNIT = pattern_of(rf"{N}(?P<how>页|分(?![贝钟调流别之期局中公会管院批类成])|版(?!本)|号[文楼令])")
LIKE = pattern_of(rf"(?P<how>[跟与同和])[^,;。0-9]{{0,4}}{N}{UNIT}(?:差不多|相[近当仿]|接近|不相上下)")
OR_ANOTHER = pattern_of(rf"{N}{UNIT}(?P<how>到|至|还是|或者?)(?P<other>[0-9]+|[一二两三四五六七八九十]+)")
# 照613下调: of which one knows no more than that
LESS = pattern_of(rf"(?P<how>[照按]){N}{UNIT}往?(?:下调|上调|打折|折算)")
# 其中城区721件, and of nothing before it
PART_ALONE = pattern_of(rf"^[^0-9]*(?P<how>其中)(?!有)[一-鿿]{{1,4}}?{N}")
# 全区681万元，我们占三成
OF_ALL = pattern_of(rf"全[市区县省][^,;。0-9]*{N}[^,;。]*[,;。\s](?:其中)?(?P<how>我们?|本院|我院)[^,;。0-9]{{0,3}}占")
# 人均快审案件271件
MEAN_FIRST = pattern_of(rf"(?:^|(?<=[,;。\s]))(?P<how>[人户件日月]均)[^0-9,;。]{{2,16}}?{N}")
# 439家是全市的, where a district is asked
OF_WIDER = pattern_of(rf"{N}{UNIT}(?P<how>[,\s]*(?:这|那)?是全(?P<of>[市区县省国])的)(?:数字?)?(?=$|[,;。!])")
# 除9外都反馈了: how many were not
EXCEPTED = pattern_of(rf"(?P<how>除)了?{N}{UNIT}[^,;。0-9]{{0,4}}?(?:以外|之外|外|都|全)")
ALL = (BEFORE, BEHIND, EXCEPTED, OTHER_UNIT, LIKE, OR_ANOTHER, LESS, PART_ALONE, OF_ALL, MEAN_FIRST, OF_WIDER)
CHANGES = ("增加", "增长", "下降", "减少")
EACH = ("均", "每人")
FIGURE = pattern_of(N)


def are_told(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """Of a figure that was read, wherever it stands, and in words that nobody asks for."""
    own = "".join((question.asked.text, *(one.label for one in question.asked.quantities)))
    times = Counter(Fraction(found["n"]) for found in FIGURE.finditer(text))
    said = [found for pattern in ALL for found in pattern.finditer(text)]
    beside = Counter(Fraction(found["n"]) for found in said)
    return any(
        beside[n] >= times[n] and not _is_asked_so(found, labels, own, question)
        for found in said
        if (labels := read_as(n := Fraction(found["n"]), values))
    )


def read_as(n: Fraction, values: Mapping[str, Value]) -> list[str]:
    """Labels, in whatever unit: 1.2亿 is 12000万元."""
    same = {n * scale for scale in (1, 10**4, 10**8, Fraction(1, 10**4))}
    return [label for label, value in values.items() if isinstance(value, Fraction) and value in same]


def _is_asked_so(found: "re.Match[str]", labels: Sequence[str], own: str, question: Question) -> bool:
    how, units = found["how"], {one.unit.partition("/")[0] for one in question.asked.quantities if one.label in labels}
    if "of" in found.groupdict():
        return not question.asked.place or question.asked.place.endswith(found["of"])
    if found.re.pattern == OTHER_UNIT.pattern:
        return how in units or any("·" in label for label in labels)  # of these nobody has told in what they come
    if "other" in found.groupdict() or len(how) == 1:
        return False  # 除 is in 扫黑除恶 as well
    if how.startswith("比"):
        return any(word in label for label in labels for word in CHANGES)
    if "均" in how:
        is_of_time = bool(units) and units <= set(TIMES.split())
        is_named = any(label[0] == "#" or word in label for label in labels for word in EACH)
        return not any("总" in label for label in labels) and (is_of_time or is_named)
    return how in own
