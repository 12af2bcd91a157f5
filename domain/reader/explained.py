"""Figures told with why: 除一项因…延后外，其余八项均按时 is 其中八项均按时; …还没批下来，所以已覆盖27个.

Looked for only where the reading ended in a doubt or left a figure out. A reason that changes the figures themselves,
不计入, 移送, 重复, stays where it is.
"""

import re
from fractions import Fraction

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.plausible import rounds_to

N = rf"(?:[0-9]+|[{CHINESE}]+)\s?[件个人名位项份次条通起]"
CHANGES = "不[算计含在]|剔|扣|撤|移送|重复?|误|漏|补|待|原|另案|存疑|退休|调[走离出]|借调|离职|非本|外聘"
EXCEPT = pattern_of(
    rf"除(?:了|去)?(?P<n>{N})(?P<why>[^,，;；。]*?)(?:[之以]?外|以外)[,，]?(?:(?:其[余他它]|剩下|余)的?)?(?P<rest>{N})?(?=[均都全皆悉])"
)
WHY = pattern_of(
    rf"(?<=[,，;；。])(?P<why>(?:一[个批次]|[^,，;；。0-9{CHINESE}]){{4,24}})[,，](?:所以|故而?|因此|因而|于是|这样)(?=[^,，;；。]*{N})"
)
OPEN = pattern_of(r"数|核|算|准|定|统计|系统|台账|表|报|录(?!入)|估|约|可能|好像|大概|[?？吗]|去年|上月|目标|计划")
# 到位率约78.9%, where two figures make it
ABOUT_RATE = pattern_of(
    r"[,，;；、(（]?[^,，;；。、()（）0-9]{0,10}[率比](?:大?约|近|接近|大概|差不多)?(?:[为是在])?(?:大?约|近|大概)?(?:[为是])?(?P<rate>[0-9]+(?:\.[0-9]+)?)%(?:左右|上下)?[)）]?"
)
VAGUE = pattern_of("约|近|大概|差不多|左右|上下")
FIGURE = pattern_of(r"[0-9]+(?:\.[0-9]+)?(?![0-9.%])")


def plainly(text: str) -> str:
    text = EXCEPT.sub(_except, text)
    text = WHY.sub(lambda match: match.group() if OPEN.search(match["why"]) else "", text)
    return ABOUT_RATE.sub(lambda match: "" if _is_made(match, text) else match.group(), text)


def _except(match: "re.Match[str]") -> str:
    if re.search(CHANGES, match["why"]):
        return match.group()
    return f"其中{match['rest']}" if match["rest"] else f"还有{match['n']}没成，其余"


def _is_made(match: "re.Match[str]", text: str) -> bool:
    """A share in round figures that two of the others make."""
    if not VAGUE.search(match.group()):
        return False
    told = [Fraction(one) for one in FIGURE.findall(text.replace(match.group(), ""))]
    rate = Fraction(match["rate"]) / 100
    return any(b and a <= b and rounds_to(a / b, rate, share=True) for a in told for b in told)
