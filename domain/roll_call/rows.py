"""Figures that are told by the order in which they stand: 应填/已填/记录: 31/31/0, or 45 45 2, or 43/45."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.patterns import pattern_of
from domain.roll_call.answer import FIELDS, Field
from domain.roll_call.beside import is_whose
from domain.roll_call.choices import LOOSE, Choice, is_near
from domain.roll_call.told import PEOPLE, RECORDS, Told

ALIKE = pattern_of("[都均全样]")
SOME_OF = pattern_of(r"\s?[/／]\s?|[中里](?:面|头)?有?,?|当中|之中|分之|头(?!子)")
SLASH = pattern_of(r"\s?[/／、]\s?")
# 29人里有3个记了
OF_OTHER_COUNTS = ("missing", "records", "recorders", "zero", "none", "exempt", "came", "went", "staff")
Placed = Iterator[tuple[int, Choice]]


def in_rows(told: Told, asked: Field | None, headcount: int | None) -> dict[int, list[Choice]]:
    found: dict[int, list[Choice]] = {}
    three = list(_three(told))
    ordered = three or () if asked == "records" else three or _some_of(told, headcount)
    for n, choice in (*_named(told), *_of_whom(told, headcount), *_less_some(told), *_as_many(told), *ordered):
        found.setdefault(n, []).append(choice)
    return found


def _named(told: Told) -> Placed:
    """Names in a row and as many figures in a row, before them or behind; 应填、已填均为45."""
    runs: list[list[int]] = []
    for n, one in enumerate(told.tokens):
        if (one.kind != "figure" and one.name not in FIELDS) or is_whose(told, n):
            continue
        if runs and (told.tokens[runs[-1][-1]].kind == "figure") == (one.kind == "figure"):
            runs[-1].append(n)
        else:
            runs.append([n])
    for first, second in pairwise(runs):
        heads, figures = (second, first) if told.tokens[first[0]].kind == "figure" else (first, second)
        names = [told.tokens[at].name for at in heads]
        row = list(zip(names, heads, figures, strict=False))
        is_of_these = all(_may_be(told.tokens[n].unit, name) for name, _, n in row)
        if len(heads) == len(figures) > 1 and len(set(names)) == len(names) and is_of_these:
            yield from ((n, Choice(name, 7, at)) for name, at, n in row)
        elif names == ["should", "filed"] and len(figures) == 1 and _are_alike(told, heads[-1], figures[0]):
            yield figures[0], Choice("everybody", 8)


def _may_be(unit: str, name: str) -> bool:
    """No people are records, and no records people."""
    return unit not in (PEOPLE if name == "records" else RECORDS)


def _are_alike(told: Told, last: int, figure: int) -> bool:
    return bool(last < figure and ALIKE.search(told.text, told.tokens[last].end, told.tokens[figure].start))


def _three(told: Told) -> Placed:
    """In the order in which they are asked for."""
    figures = told.figures
    for at in range(len(figures) - 2):
        row = figures[at : at + 3]
        gaps = _gaps(told, figures[at : at + 4])
        is_row = all(map(SLASH.fullmatch, gaps[:2])) and not any(map(SLASH.fullmatch, gaps[2:]))
        if told.tokens[row[2]].unit not in PEOPLE and is_row:
            yield from ((n, Choice(field, 7)) for n, field in zip(row, FIELDS, strict=True))
            return
    if told.has("should_sure", "filed", "filed_sure", "records", "missing") or _is_spelt(told, figures):
        return
    units = [told.tokens[n].unit for n in figures]
    is_of_people = "%" not in units and not set(units[:2]) & set(RECORDS)
    if len(figures) == len(FIELDS) and is_of_people and units[2] not in PEOPLE:
        yield from ((n, Choice(field, 4)) for n, field in zip(figures, FIELDS, strict=True))
    if len(figures) == len(FIELDS) - 1 and is_of_people and told.has("none", "nothing", "zero"):
        yield from ((n, Choice(field, 3)) for n, field in zip(figures, FIELDS, strict=False))  # 14人，14人，无


def _some_of(told: Told, headcount: int | None) -> Placed:
    """45人中43人; 43/45 and 45/43, where 45 are on record: otherwise it may be a day."""
    for n, m in pairwise(told.figures):
        gap = _gaps(told, (n, m))[0]
        if not SOME_OF.fullmatch(gap) or {told.tokens[n].unit, told.tokens[m].unit} & set(RECORDS):
            continue
        some, whole = sorted((m, n), key=lambda at: told.tokens[at].value)
        if not is_near(told, whole, headcount) or (SLASH.fullmatch(gap) and told.tokens[whole].value != headcount):
            continue
        yield whole, Choice("should", 5)
        if told.tokens[min(some + 1, len(told.tokens) - 1)].kind not in OF_OTHER_COUNTS:
            yield some, Choice("filed", 5)


def _of_whom(told: Told, headcount: int | None) -> Placed:
    """29个人填了28个."""
    for n in told.figures[:-1]:
        one, name, *rest = told.tokens[n : n + 3]
        if not rest or (name.name, rest[0].kind) != ("filed", "figure") or not told.is_together(n, n + 2):
            continue
        is_people = (
            one.unit in PEOPLE and rest[0].unit in ("", "个", *PEOPLE) and not any(_gaps(told, (n, n + 1, n + 2)))
        )
        if is_people and one.value >= rest[0].value > one.value // 2 and is_near(told, n, headcount):
            yield n, Choice("should", 6)
            yield n + 2, Choice("filed", 7, n + 1)


def _as_many(told: Told) -> Placed:
    """30，实填30; 30人，30人已填; 应填30，30，无: of two alike at the head that without a name is the other one."""
    if len(told.figures) < len(FIELDS) - 1:
        return
    n, m = told.figures[:2]
    one, other = told.tokens[n], told.tokens[m]
    before, between = told.tokens[:n], told.tokens[n + 1 : m]
    if (
        one.value != other.value
        or {one.unit, other.unit} - {"", *PEOPLE}
        or told.has("missing", "rest", "came", "went")
    ):
        return
    heads, links = ([row.name for row in tokens if row.kind not in ("break", "staff")] for tokens in (before, between))
    behind = [row.name for row in told.tokens[m + 1 : m + 2] if told.is_together(m, m + 1)]
    if not heads and (links == ["filed"] or (not links and behind == ["filed"])):
        yield n, Choice("should", 6)
    elif (heads, links) == (["should"], []):
        yield m, Choice("filed", 6)


def _less_some(told: Told) -> Placed:
    """编制26人，3人借调在外，应填23: who makes the difference needs no name."""
    for at, n in enumerate(told.figures[2:], 2):
        before = told.figures[:at]
        first, *others = (told.tokens[m].value for m in before)
        is_of_people = not {told.tokens[m].unit for m in (*before, n)} & {*RECORDS, "%"}
        is_named = told.tokens[n - 1].kind == "should_sure" and told.is_together(n - 1, n)
        if is_named and is_of_people and all(others) and first - sum(others) == told.tokens[n].value:
            yield from ((m, Choice(LOOSE, 8)) for m in before)


def _gaps(told: Told, row: Sequence[int]) -> list[str]:
    return [told.text[told.tokens[a].end : told.tokens[b].start] for a, b in pairwise(row)]


def _is_spelt(told: Told, row: Sequence[int]) -> bool:
    return any(sign.isalpha() for gap in _gaps(told, row) for sign in gap)
