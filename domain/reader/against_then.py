"""A figure of the year before that cannot be it: 接待1280万人次，去年1150; 死亡2人 taken for last year's.

A change is asked for as two figures, this year's (or by how much it fell) and last year's.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

THEN = ("·上年同期数", "·上年同期")
OF_THEN = ("上年同月", "上年同期", "前年同月", "前年同期")
LAST_YEAR = pattern_of("去年|前年")  # 去年12月1588, said in January: what is asked about, or a year before it
FIGURE = pattern_of("[0-9]+(?:[.,][0-9]+)*")
# 去年参与比对13项，不低于12项, and nothing of this year
LAST_FIRST = pattern_of("^(?:去年|上年)(?!同|比|的|[也都还]|以来)(?!.*(?:今年|本年|本月|本期|这个月|现在|目前|这次))")
AS_MUCH_AGAIN = 20  # times last year's, or a twentieth: a 万 was left out


def is_not_of_then(text: str, values: Mapping[str, Value], question: Question) -> bool:
    return (
        _is_all_of_then(text, values, question)
        or _may_be_the_one_asked_about(text, values, question)
        or any(
            (now is None and len(FIGURE.findall(text)) > 1) or (now is not None and is_sum and _is_far_off(now, then))
            for now, then, is_sum in _changes(values, question)
        )
    )


def _is_all_of_then(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """Where no year before is asked for, and the period is none that is over since New Year."""
    period, labels = question.period, [quantity.label for quantity in question.asked.quantities]
    is_then = any(label.startswith(("上年", "前年")) or label.endswith(THEN) for label in labels)
    is_over = period is not None and period.end.year < question.today.year
    return not is_then and not is_over and LAST_FIRST.search(text) is not None


def _may_be_the_one_asked_about(text: str, values: Mapping[str, Value], question: Question) -> bool:
    if question.period is None or question.period.end.year >= question.today.year or not LAST_YEAR.search(text):
        return False
    labels = {quantity.label for quantity in question.asked.quantities}
    told = {label[len(then) :] for label in values for then in OF_THEN if label.startswith(then)}
    return any(own in labels and own not in values for own in told)


def _changes(values: Mapping[str, Value], question: Question) -> Iterator[tuple[Fraction | None, Fraction, bool]]:
    """This year's figure, last year's, and whether this year's is the whole and not what it fell by."""
    labels = [quantity.label for quantity in question.asked.quantities]
    for label in labels:
        stem = next((label.removesuffix(end) for end in THEN if label.endswith(end)), None)
        then = values.get(label)
        if stem is None or not isinstance(then, Fraction):
            continue
        other = next((one for one in labels if one != label and one.startswith(f"{stem}·")), "")
        now = values.get(other)
        yield (now if isinstance(now, Fraction) else None), then, other.endswith("·本期")


def _is_far_off(now: Fraction, then: Fraction) -> bool:
    least, most = sorted((now, then))
    return least > 0 and most >= AS_MUCH_AGAIN * least
