"""How a figure compares with the month before, right beside it: 1008（比上月多47）, 520↑22, 总数没变还是961."""

import re
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked

THEN = "(?:上个?月|上期|上[次回]|上季度|(?:1[0-2]|[1-9])月)份?"
N = r"[0-9]+(?:\.[0-9]+)?\s?(?:万元?|个?百分点|[%％件个人名条次天项元])?"
WAY = r"(?:多|少|增加?|减少?|上升|下降|[涨降升跌高低+↑↓-])"
BESIDE = pattern_of(
    rf"(?<=[0-9件个人名条次天项元万])\s*(?:[(（](?:环比|[比较跟和与同]{THEN}的?(?:相比|比)?)?[,，]?(?:又|还|要|略|微)*{WAY}了?\s?{N}[)）]|[↑↓]\s?{N}(?![0-9.])"
    rf"|[,，]\s*[比较]{THEN}的?(?:又|还|要|略|微)*{WAY}了?\s?{N}(?=[,，;；。]|$))"
)
# 在册法官22名（年底退了1名）: who came and went before they were counted
MOVED = pattern_of(
    r"(?<=[0-9件个人名])[(（](?:年[初中底]|今年|[0-9]{1,2}月)?(?:有|又|还)?(?:退休?|调走|调离|辞职|走|离职|新进|调入|调来|新来|转走)了?[0-9一两二三四五][名个人位][)）]"
)
FIGURE = pattern_of(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9.%％月])")
LAST_FIGURE = pattern_of(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?=[^0-9月]*$)")  # 比8月多18件
MORE = pattern_of("[多增涨升高+↑]")
OF_LAST = pattern_of(f"{THEN}|环比")
UNCHANGED = pattern_of(
    rf"\s*[(（](?:[跟和与同]{THEN}的?(?:一样|持平|相同)|没变化?|没动|不变|持平)[)）]"
    rf"|(?<=[一-鿿]{{2}})(?:(?:[跟和与同比]{THEN}的?)(?:一样|持平|相同|没变化?)|没变|没动|不变|照旧)[,，\s]*(?:还|仍|也|都)*[是为]?\s?(?=[0-9])"
)


def without(text: str, asked: Asked) -> str:
    text = BESIDE.sub(lambda match: _unless_asked_for(match, asked), MOVED.sub("", text))
    return UNCHANGED.sub("", text)


def _unless_asked_for(match: "re.Match[str]", asked: Asked) -> str:
    """调解员350（比上月多42）, where it is asked how many more there are; 收案1612（多14）, where last year's is."""
    clause = re.split("[,，;；。\n]", match.string[: match.start()])[-1]
    grown = [part.label.partition("增")[0] for part in asked.quantities if "增" in part.label]
    is_share = any(sign in match[0] for sign in "%％点")
    n, now = LAST_FIGURE.search(match[0]), FIGURE.findall(match.string[: match.start()])
    if n and now and not is_share:
        then = Fraction(now[-1]) - Fraction(n[0]) * (1 if MORE.search(match[0]) else -1)
        if then in map(Fraction, FIGURE.findall(match.string[match.end() :])):
            return ""  # 1612（+14），去年同月1598
        if asked.last and then not in asked.last.values():
            return match.group()  # it would have been another one then
    is_of_years = is_share or any("同" in part.label for part in asked.quantities)
    is_open = is_of_years and any(demand.kind == "growth" for demand in asked.demands) and not OF_LAST.search(match[0])
    return match.group() if is_open or any(name and name in clause for name in grown) else ""
