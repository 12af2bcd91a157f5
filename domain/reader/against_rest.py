"""Whether a figure is that of all, where some do not belong to them, are missing or were only slower; or not of them.

应训304，两名不进基数，其余全训完; 三个领域，有一个没排上，其余都督察了; 451件没调成 is no 调解成功.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader import none_late, years_behind
from domain.reader.asked import Asked, Value
from domain.reader.question import Question
from domain.reader.rest_told import FEW, HEAD, IN_TIME, SLOWER, SOME, STILL_IN_TIME

NOT_COUNTED = pattern_of(
    rf"(?<![另0-9])(?P<n>{FEW}){HEAD}[^,;。0-9()]{{0,16}}不(?:进|计入|[纳列]入|算进?|在|属于)[^,;。0-9]{{0,6}}(?:基数|范围|应|名单|分母|口径)"
)
SOME_LACK = pattern_of(SOME)
NEGATED = pattern_of(
    rf"(?P<n>(?<![0-9.])[0-9]+){HEAD}(?:人)?(?:是|都|还|也)*[没未](?!有|一|发现|[超逾漏落少问])(?P<what>[^,;。0-9]{{1,4}})(?![^,;。]*[0-9])"
)
# 两行写反了，快审是前面那行: one knows not of which
TURNED = pattern_of("两[组行边]的?(?:名字|数据?)?(?:给|都|我)?(?:贴|写|填|说|放|标|抄|弄|搞)?(?:反|倒|颠倒)了")
# 40件办结，剩下6件在办，也在期限内: these are no more than 40
UNDER_WAY = pattern_of(
    rf"(?:剩下?|另外?|其余|余下|还有)的?[那这]?(?:{FEW})?件?[^,;。0-9]{{0,3}}(?:在[办审走]|[没待未])"
)
STILL = pattern_of(STILL_IN_TIME)


def is_open(text: str, values: Mapping[str, Value], question: Question) -> bool:
    said, asked = level(text), question.asked
    figures = {label: one for label, one in values.items() if isinstance(one, Fraction)}
    return (
        _are_among_them(said, figures, asked)
        or any(_is_negated(said, label, one) for label, one in figures.items())
        or _was_slower(said, figures)
        or TURNED.search(said) is not None
        or years_behind.is_open(said, asked)
        or none_late.are_meant(said, values)
    )


def _are_among_them(text: str, values: Mapping[str, Fraction], asked: Asked) -> bool:
    for told in NOT_COUNTED.finditer(text):
        n = value_of(told["n"])
        if any(one - other == n for one in values.values() for other in values.values()):
            return True
    lack = SOME_LACK.search(text)
    return lack is not None and len(asked.quantities) == 1 and value_of(lack["all"]) in values.values()


def _is_negated(text: str, label: str, value: Fraction) -> bool:
    """Wherever the figure stands, it is of those that are not what it counts."""
    told = [one for one in NEGATED.finditer(text) if int(one["n"]) == value and set(one["what"]) & set(label)]
    times = len(re.findall(rf"(?<![0-9.]){value}(?![0-9.])", text))
    return bool(told) and len(told) == times and not re.search("[无未没不]", label)


def _was_slower(text: str, values: Mapping[str, Fraction]) -> bool:
    """17件当天就反馈了，剩下那件第二天给的，也在期限里面, where 17 are said to be in time."""
    told = SLOWER.search(text)
    quick = [one for label, one in values.items() if label.startswith(IN_TIME)]
    if told and int(told["n"]) in quick:
        return True
    if not STILL.search(text) or UNDER_WAY.search(text):
        return False
    return any(one < other for one in quick for other in values.values())
