"""What a figure of an answer may count, by its unit and the words beside it, and how much speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.patterns import pattern_of
from domain.roll_call.answer import Field
from domain.roll_call.beside import OF_NAME, SURE, Name, names
from domain.roll_call.told import PEOPLE, RECORDS, Told

LOOSE = "left"  # must follow from the others
AGAIN = "again "  # has a name, and must be what another one is by that name
BARE = "bare"  # is what was asked for
COPIES = "份"  # of reports, one a head
TWICE = pattern_of("[两2二][遍次份]|重|多[交填报]")
NEAR = 4  # tokens
FEW = 3  # so many more or fewer people than were on record


@dataclass(frozen=True)
class Choice:
    role: str
    score: int
    name: int | None = None


def choices(told: Told, n: int, asked: Field | None, headcount: int | None) -> Iterator[Choice]:
    one, beside = told.tokens[n], list(names(told, n))
    is_named = any(name.score >= SURE for name in beside)
    if one.unit == "%":
        yield Choice("rate", 0)
        return
    is_record = one.unit == RECORDS[0] or asked == "records" or told.has("records", "recorders", "none", "zero")
    if one.unit not in ("", "个", COPIES, *PEOPLE, *RECORDS) or (one.unit in RECORDS and not is_record):
        return  # 16家, 第3, 2件 of another matter
    yield Choice(AGAIN + OF_NAME[max(beside, key=_score).kind], -3) if is_named else Choice(LOOSE, 0)
    if one.unit in RECORDS:
        yield from _of_records(told, n, beside)
        return
    for name in beside:
        yield from _by_name(told, n, name)
        if name.kind == "total" and asked == "filed" and len(told.figures) == 1:
            yield Choice("filed", name.score + 2)  # 合计62, where it is asked how many have
    roles = {OF_NAME[name.kind] for name in beside}
    sure = {OF_NAME[name.kind] for name in beside if name.score >= SURE}
    if "part" not in roles and sure <= {"should", "filed"}:  # 法官15人都填了 is of some
        yield from _of_all(told, n, is_named=is_named) if is_near(told, n, headcount) else ()
    if (
        asked
        and not {asked, "part"} & roles
        and not _is_told_before(told, n, asked)
        and (one.unit != COPIES or (asked == "filed" and not TWICE.search(told.text)))
        and (asked, one.unit in PEOPLE) != ("records", True)
        and not (asked == "filed" and one.value == headcount and told.has("rest") and told.has("all"))
    ):
        yield Choice(BARE, 4 if 2 * one.value > (headcount or 0) else 2)
    if _records_behind(told, n):
        yield Choice("with records", 5)
    is_last = len(told.figures) > 1 and n == told.figures[-1]
    if not one.unit and is_last and told.is_alone(n) and told.has("all", "filed", "filed_sure"):
        yield Choice("records", 2)  # 14全, 0


def _is_told_before(told: Told, n: int, asked: Field) -> bool:
    """填报人数49人，另有3人长期病假: of those who filed, by their name right before."""
    if asked != "filed" or told.tokens[n].unit not in PEOPLE:
        return False
    m = max((m for m in told.figures if m < n), default=None)
    return m is not None and any(OF_NAME[name.kind] == asked and name.at == m - 1 for name in names(told, m))


def is_near(told: Told, n: int, headcount: int | None) -> bool:
    """The number on record, or told to be another one: otherwise it may be that of some of them."""
    if headcount is None or told.has("should_sure", "came", "went"):
        return True
    return abs(told.tokens[n].value - headcount) <= max(FEW, headcount // 10)


def _score(name: Name) -> int:
    return name.score


def _by_name(told: Told, n: int, name: Name) -> Iterator[Choice]:
    one, role = told.tokens[n], OF_NAME[name.kind]
    if name.kind == "total" and not one.unit and _counts_records(told, n):
        role = "records"
    if role == "records" and one.unit in PEOPLE:
        role = "with records"
    if one.unit != COPIES or role == "none of theirs" or (role == "filed" and not TWICE.search(told.text)):
        yield Choice(role, name.score, name.at)


def _of_records(told: Told, n: int, beside: Sequence[Name]) -> Iterator[Choice]:
    last = told.tokens[n - 1] if n else None
    if last and last.kind in ("missing", "all", "done", "should_sure") and last.end == told.tokens[n].start:
        return  # 2人没有报2条; 应填2条; 45人都填了2条: two each?
    if told.has("total") and told.tokens[told.figures[-1]].unit == "" and not beside:
        yield Choice("item", 4)  # 一条, 一条, 合计2
        return
    is_total = any(one.kind == "total" for one in told.of_clause(told.clauses[n]))
    others = _counts_records(told, n) and not is_total
    is_each = last is not None and last.kind == "each"
    of_persons = is_each or any(
        told.is_together(m, n) and told.tokens[m].unit in PEOPLE for m in range(max(0, n - NEAR), n)
    )
    if of_persons:
        yield Choice("theirs", 6)
    yield Choice("records", 1 if of_persons else 4)
    for name in beside:
        if name.kind in ("records", "total"):
            yield Choice("records", 6, name.at)
            if others and not of_persons:
                yield Choice("item", 4, name.at)
    if others and not of_persons and not any(name.kind == "records" for name in beside):
        yield Choice("item", 1)


def _counts_records(told: Told, n: int) -> bool:
    return any(one.unit in RECORDS for m, one in enumerate(told.tokens) if m != n)


def _records_behind(told: Told, n: int) -> bool:
    """2人各记了1条."""
    behind = [one for m, one in enumerate(told.tokens) if m > n and told.is_together(n, m) and one.kind == "figure"]
    return bool(behind) and behind[0].unit in RECORDS and told.tokens[n].unit in ("", *PEOPLE)


def _of_all(told: Told, n: int, *, is_named: bool) -> Iterator[Choice]:
    """36人都填了; 零报告, 36人: as many should file, and have. Of the rest as many have."""
    for m, token in enumerate(told.tokens):
        between = {one.kind for one in told.tokens[min(m, n) + 1 : max(m, n)]}
        if token.kind not in ("all", "done") or between & {"figure", "rest"}:
            continue
        of_rest = n > 0 and told.tokens[n - 1].kind == "rest"
        if n < m and (of_rest or "除" in told.text[: told.tokens[n].start]):
            yield Choice("filed", 6)
        else:
            yield Choice("everybody", 5 - min(abs(told.clauses[m] - told.clauses[n]), 2) - 2 * is_named)
        return
    if any(token.kind == "zero" and m != n + 1 for m, token in enumerate(told.tokens)):
        yield Choice("everybody", 2 - 2 * is_named)
