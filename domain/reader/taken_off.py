"""So many were taken off a figure, put to it, or it came out otherwise when it was looked at again.

成功588件, 剔除重复3件; 收案1623, 退回12, 实收1611; 化解13件, 评估认定11件; 成功586-1=585.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Doubt
from domain.reader.beside import Beside, Figure
from domain.reader.contraries import is_negative
from domain.reader.words import OTHER_TIME

OFF = "退回|退[掉了]?|扣除|扣[掉了]?|剔除|剔[掉了]|去掉|除[去掉]|减[掉去]|核减|撤[回销]|排除|刨[掉去除]|去重|清理掉?"
TAKEN_OFF = pattern_of(rf"(?<!已)(?<!已经)(?:{OFF})了?[^,;0-9]{{0,8}}$")
OFF_BEHIND = pattern_of(rf"^[^,;0-9]{{0,6}}?(?:(?:被|要|应|需)(?:{OFF})|又?(?:反复|反悔))")  # 有3件要剔除, 2件又反复
LESS = pattern_of(rf"(?:{OFF})[^,;0-9]{{0,10}}[后完][^,;0-9]{{0,4}}$")
MORE = pattern_of("^(?:另外?|还有|外加|此外|加上)")
AGAIN = pattern_of("后来|复核|复查|核[定实]|评估|认定|审核|回访|重新?[核查统算]|抽查|改[成为]\\s*$|调整[为成]|整改")
WORKED_OUT = pattern_of(r"[0-9][件个人名条]?\s*(?:[-−–+]\s*[0-9]+[件个人名条]?\s*[=是]|[减加]\s*[0-9])")


def doubt(told: Beside) -> Doubt | None:
    if WORKED_OUT.search(told.text):
        return Doubt("parts-and-sum")
    left = told.left
    for one in told.figures:
        found = told.last_value(one.start)
        if one in left and (LESS.search(one.before) or AGAIN.search(one.before)):
            return Doubt("parts-and-sum", tuple(_likely(told, found, one.value)) if found else ())
        if found is None:
            continue
        is_off = (TAKEN_OFF.search(one.before) or OFF_BEHIND.match(one.behind)) and not OTHER_TIME.search(one.before)
        if is_off and not (one.unit == "天" and found.unit != "天"):
            return Doubt("parts-and-sum", tuple(_likely(told, found, found.value - one.value)))
    return next((Doubt("parts-and-sum") for one in left if _is_more(told, one)), None)


def _is_more(told: Beside, one: Figure) -> bool:
    """另有线上调解成功60件."""
    return (
        bool(MORE.search(one.before))
        and bool(told.named(one.before) & told.values.keys())
        and not is_negative(one.before + one.behind)
    )


def _likely(told: Beside, found: Figure, value: Fraction) -> Iterator[Mapping[str, Fraction]]:
    if value > 0:
        yield {**told.values, **dict.fromkeys(told.labels(found), value)}
    yield dict(told.values)
