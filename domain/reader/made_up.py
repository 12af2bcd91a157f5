"""A figure told with those that it is made of: 第一期105，第二期106，共211; 名册上320，扣掉借调的2人，应训318.

Where the account comes out only the figure that is meant is left.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.patterns import pattern_of
from domain.reader.beside import Beside, Figure

ADDED = pattern_of("[=＝]|等于|[一总]?共|合计|总计|加起来|加一块|其中|分别|相加")
TAKEN = pattern_of("[扣剔刨]|减|去掉|除[去掉]|不算|无效|走了|退休|调走|离职|转[出走]")
OPEN = pattern_of("[?？吗]|应该(?!训)|可能|大概|还没|要不要|算不算|[未没]核?[扣剔减]|口径")
REPORTED = pattern_of("[报填改剩]|实际|最后|后\\s*$|现")  # of both figures this one
HOUSE = pattern_of("全[院庭局处区]|[院庭局]里")
LEAST, MOST = 2, 8


def plainer(told: Beside) -> str:
    """As it stands where nothing is made up so."""
    found = next(_sums(told), None) or next(_differences(told), None) or next(_of_the_house(told), None)
    if found is None or OPEN.search(told.text):
        return told.raw
    out, at = "", 0
    for start, end, instead in sorted(found):
        out += told.raw[at:start] + instead
        at = max(at, end)
    return out + told.raw[at:]


def _sums(told: Beside) -> Iterator[list[tuple[int, int, str]]]:
    """Several in a row that make the one before or behind them."""
    # whole numbers are added faster than fractions
    worth = [one.value.numerator if one.value.denominator == 1 else one.value for one in told.figures]
    for at, whole in enumerate(told.figures):
        rows = [slice(at + 1, at + 1 + many) for many in range(LEAST, MOST)]
        rows += [slice(max(0, at - many), at) for many in range(LEAST, MOST)]
        for row in rows:
            some = told.figures[row]
            if len(some) >= LEAST and sum(worth[row]) == worth[at] and _is_added(some, whole, told):
                yield [(*_span(one, told), "") for one in some if not told.has_role(one.before + one.behind)]


def _is_added(some: Sequence[Figure], whole: Figure, told: Beside) -> bool:
    start, end = (whole.end, some[0].start) if whole.start < some[0].start else (some[-1].end, whole.start)
    gap = told.text[start:end]
    if TAKEN.search(gap):
        return False
    is_said = ADDED.search(gap) or (
        start == whole.end and (ADDED.search(whole.before) or gap.strip()[:1] in (":", "("))
    )
    return bool(is_said) and not any(one.unit and whole.unit and one.unit != whole.unit for one in some)


def _differences(told: Beside) -> Iterator[list[tuple[int, int, str]]]:
    """So many, without so many of them, are so many."""
    for whole, some, left in zip(told.figures, told.figures[1:], told.figures[2:], strict=False):
        between = told.text[whole.end : left.start]
        if whole.value - some.value != left.value or not some.value or not TAKEN.search(between):
            continue
        names, own = _named(whole, told), _named(left, told)
        if own and (own & names or not names):
            yield [(*_span(whole, told), ""), (*_span(some, told), "")]
        elif not own and len(names) == 1 and REPORTED.search(left.before) and "(" not in between:
            start, end = whole.start - len(whole.before), left.end
            anew = "更正," if "改" in left.before else ""
            yield [(start, end, f"{anew}{next(iter(names))}{told.raw[left.start : left.end]}")]


def _of_the_house(told: Beside) -> Iterator[list[tuple[int, int, str]]]:
    """全庭31人，其中法官25人, 全庭31人，在册法官25人: more than is asked for."""
    wholes = {whole for _, whole in told.ties()}
    for wider, one in pairwise(told.figures):
        is_inside = "其中" in one.before or (one.opens and _named(one, told) & wholes)
        if HOUSE.search(wider.before) and not _named(wider, told) and is_inside and one.value < wider.value:
            yield [(*_span(wider, told), "")]


def _named(one: Figure, told: Beside) -> frozenset[str]:
    return told.named(one.before) or told.named(one.behind)


def _span(one: Figure, told: Beside) -> tuple[int, int]:
    """Words before the next figure are that one's."""
    end = one.end + len(one.behind)
    return one.start - len(one.before), one.end if any(other.start == end for other in told.figures) else end
