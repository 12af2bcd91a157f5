"""A place beside another one that is not out: 案访比第3，化解率还没公布 tells the one of them."""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader.point_names import Point, named

NOT_OUT = pattern_of(
    "(?:没有?|未)(?:正式|最终|对外)?(?:公布|通报|发布|出|发|下来|统计|排|定|收到|拿到)|不知道|不清楚|待定|待通报|暂无|等通报"
)
FIGURE = pattern_of("[0-9一二三四五六七八九十]")


def without(clauses: Sequence[str], points: Sequence[Point], asked: Point) -> list[str]:
    """The other clauses, where each place is told by its name, and the one that is asked about with them."""
    alike = [one for one in points if one.shape == "rank"]
    out = [one for one in clauses if not FIGURE.search(one) and NOT_OUT.search(one) and named(one, alike)]
    kept = [one for one in clauses if one not in out]
    told = [named(one, alike) for one in kept if FIGURE.search(one)]
    open_ones = {point for one in out for point in named(one, alike)}
    is_told = bool(told) and asked not in open_ones and all(of and open_ones.isdisjoint(of) for of in told)
    return kept if is_told else list(clauses)
