"""Each figure of a text with the thing that it counts: named before it, behind it, or as the figure before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words, year_names
from domain.reader.amounts import MOST, Odd
from domain.reader.asked import Asked
from domain.reader.by_words import by_words
from domain.reader.contraries import BELOW, is_against, is_negative
from domain.reader.couples import together
from domain.reader.differences import same_in_both
from domain.reader.lacking import wholes
from domain.reader.masking import Masked
from domain.reader.mentions import Clause, contexts
from domain.reader.names import Thing, is_of
from domain.reader.naming import named
from domain.reader.notation import Amount
from domain.reader.one_breath import of_which
from domain.reader.pairs import split
from domain.reader.placed import Around, Placed, fits
from domain.reader.resolving import before_their_own, in_counts, resolved
from domain.reader.stop import Stop
from domain.reader.subjects import own_subjects
from domain.reader.trimming import short
from domain.reader.wider import without_what_came_in, without_wider
from domain.reader.wording import usual
from domain.reader.years import in_turn, of_months, of_now_again

REACH = 60  # signs of the words around a figure


def place(masked: Masked, known: Sequence[Thing], asked: Asked) -> list[Placed]:
    """A name belongs to one figure, except where it goes without saying: 成功率上月51.2%, 本月52.3%."""
    found = masked.amounts
    if len(found) > MOST:
        raise Stop("how-many-figures")
    if any(isinstance(one, Odd) for one in found):
        raise Stop("not-understood")
    amounts = split([one for one in found if isinstance(one, Amount)], masked, asked)
    if any(sign.isdecimal() for sign in _between(masked.text, amounts)):
        raise Stop("not-understood")  # a figure that nobody has seen is not passed over
    arounds = _arounds(masked.text, amounts)
    clauses = [
        Clause(masked.text[at.left : amount.start], masked.text[amount.end : at.ceiling], at.left)
        for amount, at in zip(amounts, arounds, strict=True)
    ]
    mentioned = contexts(masked, list(zip(amounts, clauses, strict=True)), asked)
    placed: list[Placed] = []
    free = list(masked.names)
    for amount, at, clause, context in zip(amounts, arounds, clauses, mentioned, strict=True):
        said = masked.raw[at.opening : at.ceiling]
        year = year_names.at(amount.start, masked.years)
        fitting = [thing for thing in known if fits(amount, thing, said) and year in (None, thing.year)]
        one = Placed(amount, clause.before, clause.behind, context=context, words=_own_words(masked.raw, amount, at))
        one = named(one, masked, at, free, fitting, placed[-1] if placed else None)
        one = by_words(one, asked, fitting) if at.left == at.opening else one
        placed.append(_apart(one, placed[-1] if placed else None, masked))
    placed = before_their_own(of_now_again(placed, known), known)
    placed = wholes(of_which(without_wider(placed), masked, known, asked), known, asked)
    certain = resolved(resolved(placed, known), known)
    certain = same_in_both(certain, masked, known)
    counted = in_turn(of_months(in_counts(certain, known), masked, asked), known)
    return without_what_came_in(own_subjects(together(counted, known), masked, known))


def _apart(one: Placed, last: Placed | None, masked: Masked) -> Placed:
    """Its contrary, a part of the figure before that nobody asks for, or another noun: 督察了4个庭."""
    if one.context == "change" and NEGATIVE_BEHIND.match(one.behind) and one.before.strip() in ("差", "还差", "少"):
        return replace(one, context="contrary")  # 差1个没满90学时
    if one.context:
        return one
    if last and (
        _is_of_helpers(one, last) or _is_of_the_last(one, last, masked.text[last.amount.end : one.amount.start])
    ):
        return replace(one, context="aside")
    if one.thing is None:
        return one
    if one.in_short and last and MORE_OF_IT.fullmatch(one.before) and _may_be_more_of(last, one):
        return replace(one, thing=None, context="change")  # 履行371增加13, where 调解员增加人数 is asked for
    below = BELOW.search(one.words) and any("不低于" in part.label for d in one.thing.of for part in d.parts)
    if below or is_against(one.words, one.thing.name):
        return replace(one, context="contrary")
    if "总对总" in one.thing.name and one.in_short and "总" not in one.words:
        return replace(one, thing=None, rivals=(one.thing,))  # 委派1063件 may be to anybody
    only = [demand for demand in one.thing.of if demand.kind == "figure"]
    noun = NOUN.match(one.behind) if one.amount.unit in OF_ANYTHING and only else None
    if noun and noun.group() not in usual(one.thing.name + only[0].name):
        return replace(one, thing=None, rivals=(one.thing,))
    return one


def _may_be_more_of(last: Placed, one: Placed) -> bool:
    """But 新增48人 behind so many days is no more of those."""
    if last.thing is None or one.thing is None:
        return True
    is_alike = last.thing.unit == one.thing.unit and last.thing.name[:2] == one.thing.name[:2]
    return not is_alike and is_of(one.amount.unit, last.thing)


def _is_of_helpers(one: Placed, last: Placed) -> bool:
    """法官助理13名, 12名满90."""
    return (
        bool(HELPERS.search(last.before))
        and not words.APART.search(last.before)
        and not re.search("法官|我[庭院]", HELPERS.sub("", one.before))
    )


HELPERS = pattern_of("(?:法官)?助理|书记员|辅警|法警|行政人员")


def _is_of_the_last(one: Placed, last: Placed, between: str) -> bool:
    """来信来访150件, 其中来信50件、来访100件."""
    if one.amount.sort != "number" or one.amount.value > last.amount.value:
        return False
    if last.context == "aside":
        return between.startswith("、") and bool(one.rivals or one.thing is None)
    return not last.context and "其中" in one.before and one.thing is not None and one.thing == last.thing


MORE_OF_IT = pattern_of(r"\s*(?:[又还净]|新)?(?:增加?|多|新增)了?\s*")
OF_ANYTHING = ("个", "项", "名")  # what they count is said behind them
NEGATIVE_BEHIND = pattern_of(rf"\s*(?:还|尚)?(?:没|未|不(?!含|包|算|计|动|低于)|{BELOW.pattern})")
NOUN = pattern_of("[一-鿿]{1,2}")


def _own_words(raw: str, amount: Amount, at: Around) -> str:
    before = raw[at.left : amount.start]
    is_negated = NEGATIVE_BEHIND.match(raw[amount.end : at.ceiling]) and not at.joined
    if words.FILLER.sub("", short(before)).strip("还另") and not is_negated:
        return before
    around = f"{before} {raw[amount.end : at.ceiling]}"
    return around if not at.joined or is_negative(around) else before


def _between(text: str, amounts: Sequence[Amount]) -> str:
    starts = [0, *(amount.end for amount in amounts)]
    ends = [*(amount.start for amount in amounts), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _arounds(text: str, amounts: Sequence[Amount]) -> list[Around]:
    breaks = [match.span() for match in words.BREAK.finditer(text)]
    found = []
    for i, amount in enumerate(amounts):
        left = max((end for _, end in breaks if end <= amount.start), default=0)
        right = min((start for start, _ in breaks if start >= amount.end), default=len(text))
        floor = amounts[i - 1].end if i else 0
        following = amounts[i + 1].start if i + 1 < len(amounts) else len(text)
        ceiling = min(right, following)
        joined = ceiling == following < len(text)
        start = max(left, floor, amount.start - REACH)
        found.append(Around(max(left, amount.start - REACH), start, floor, min(ceiling, amount.end + REACH), joined))
    return found
