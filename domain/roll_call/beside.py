"""The names that stand beside a figure of an answer: the nearest before it, and the nearest behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.patterns import pattern_of
from domain.roll_call.answer import FIELDS
from domain.roll_call.told import BLOT, Told

# what a figure counts by such a name
OF_NAME = {
    "should": "should",
    "total": "should",
    "filed": "filed",
    "records": "records",
    "recorders": "with records",
    "missing": "missing",
    "zero": "none of theirs",
    "none": "none of theirs",
    "came": "came",
    "went": "went",
    "staff": "part",
    "posts": "posts",
    "exempt": "exempt",
    "made_up": "made_up",
}
WEAK = ("should", "staff", "total")  # another name may stand before them
OF_A_PERSON = ("came", "went", "staff")  # another name may stand behind them
WITHOUT_FIGURE = ("all", "done")
SURE, FAR = 5, 6  # the score of a name beside its figure, and signs between them
LINKS = ":是为有就 "
COMES_TO = pattern_of("就[是剩]|还[有剩]|剩下?|现在")  # 有个文员辞职了那就是15个
LEADS = pattern_of("[差缺剩]")  # to the figure behind it
OF_BEFORE = "里当之中"  # 21人里填了18个: is of the figure before it


@dataclass(frozen=True)
class Name:
    kind: str
    at: int  # among the tokens
    score: int


def names(told: Told, n: int) -> Iterator[Name]:
    yield from _before(told, n)
    yield from _behind(told, n)


def _before(told: Told, n: int) -> Iterator[Name]:
    for m in range(n - 1, -1, -1):
        one, apart = told.tokens[m], told.clauses[n] - told.clauses[m]
        if one.kind in ("figure", "none", *WITHOUT_FIGURE) or apart > 1:
            return
        if one.name not in OF_NAME or (apart and one.kind == "zero") or one.text[0] in OF_BEFORE or is_whose(told, m):
            continue
        if _is_of_two(told, m) or (apart and any(token.kind == "figure" for token in told.of_clause(told.clauses[m]))):
            return
        gap = told.text[one.end : told.tokens[n].start]
        if one.kind in OF_A_PERSON and COMES_TO.search(gap):
            continue
        against = 3 * apart + 2 * _is_glued(told, m, gap) + (len(gap) > FAR)
        against += 2 * (not apart and _begins_with_figure(told, n))
        yield Name(one.name, m, (6 if one.is_sure else 3) - against)
        if one.name not in WEAK or one.is_sure:
            return


def _behind(told: Told, n: int) -> Iterator[Name]:
    for m in range(n + 1, len(told.tokens)):
        one, gap = told.tokens[m], told.text[told.tokens[n].end : told.tokens[m].start]
        is_apart = bool(gap.strip("为是均都属系")) and one.kind in ("zero", "none")
        is_apart = is_apart or bool(LEADS.search(one.text)) or (one.kind == "staff" and " " in gap)
        if one.kind in ("figure", "break", *WITHOUT_FIGURE) or is_apart or one.text.startswith("除"):
            return
        if one.name not in OF_NAME:
            continue
        leads = _begins_with_figure(told, n)
        against = 3 * (len(gap) > FAR) + (0 if not _leads_on(told, m) else 2 if leads else 4)
        yield Name(one.name, m, (5 if one.is_sure else 3) + leads - against)
        if one.name not in OF_A_PERSON:
            return


def is_whose(told: Told, m: int) -> bool:
    """我局实际填报42人 names what is counted right behind."""
    one, *then = told.tokens[m : m + 2]
    return (
        bool(then)
        and one.kind == "should"
        and then[0].is_sure
        and then[0].kind != "figure"
        and not told.blank[one.end : then[0].start].strip(BLOT)
    )


def _begins_with_figure(told: Told, n: int) -> bool:
    """Then the names of the clause stand behind their figures: 36应 36填 2录."""
    said = [one for one in told.of_clause(told.clauses[n]) if one.kind == "figure" or one.name in OF_NAME]
    return bool(said) and said[0].kind == "figure"


def _is_of_two(told: Told, m: int) -> bool:
    """应填已填45人."""
    one, last = told.tokens[m], told.tokens[m - 1] if m else told.tokens[m]
    if told.text[last.end : one.start].strip("、/和与及 "):
        return False
    return one.name != last.name and one.is_sure and last.is_sure and {one.name, last.name} <= set(FIELDS)


def _is_glued(told: Told, m: int, gap: str) -> bool:
    """To the figure before it."""
    last = told.tokens[m - 1] if m else None
    return last is not None and last.kind == "figure" and last.end == told.tokens[m].start and bool(gap)


def _leads_on(told: Told, m: int) -> bool:
    """To the figure behind it: 应填45已填44."""
    then = told.tokens[m + 1] if m + 1 < len(told.tokens) else None
    return then is not None and then.kind == "figure" and not told.text[told.tokens[m].end : then.start].strip(LINKS)
