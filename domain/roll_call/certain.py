"""Whether the best way to read an answer is certain: nothing beside its figures denies it or leaves it open."""

from collections.abc import Iterator
from itertools import pairwise

from domain.patterns import pattern_of
from domain.roll_call import accounted, persons, records
from domain.roll_call.accounts import Account
from domain.roll_call.answer import FIELDS
from domain.roll_call.choices import BARE
from domain.roll_call.doubts import UNCHECKED
from domain.roll_call.told import RECORDS, Told
from domain.roll_call.words import DIGIT

CHANGED = pattern_of(
    "补|变|明天|后天|下午|今?晚|稍后|催(?!(?:了|过)[^\\x00])|通知|将|要求"
)  # beside a figure without a name
# the records of so many are none, the group that is told has filed: nothing of the others
OF_SOME = pattern_of(
    r"(?P<n>[0-9]+)\s?[个人名位]*(?:都)?(?:是|报了?)零(?:报告|记录)|(?:法官|助理|书记员|干警|聘用制?|年轻|在编|在岗)的?(?:同志)?(?:都|全|均)(?=[交填报])"
)
NOT_ENTERED = pattern_of(
    rf"(?:所以|就|都|也|当场)(?!\s?[{DIGIT}]+[个人名位])[^,;。]{{0,4}}(?:没|未|不用|不)(?:录|登|记|填|算)"
)
OF_MATTER = frozenset(("should", "filed", "records", "everybody", "none of theirs", BARE))


def is_sure(one: Account) -> bool:
    told, marks = one.told, one.marks
    doubted = (_is_unchecked, _are_some_unfiled, persons.are_open, records.are_open)
    if any(is_open(one) for is_open in doubted) or not accounted.is_accounted(one):
        return False
    if is_of_records(told) and one.asked is None and one.answer.filed is None:
        return False
    if one.whole and one.sum("missing") >= one.whole:
        return False  # 36人全没填
    if BARE in one.way.roles and any(CHANGED.search(clause) for clause in _of_no_lacking(told)):
        return False
    if any(match["n"] != str(one.whole) for match in OF_SOME.finditer(told.text)) or (
        one.answer.records and NOT_ENTERED.search(told.text)
    ):
        return False
    if _is_no_number_of_the_round(one):
        return False
    if OF_MATTER & set(one.way.roles) or marks.all or marks.zero or marks.none:
        return True
    if marks.nothing:  # 无 is none; 没有 may be that nothing is done
        return one.asked == "records" or not any("没" in token.text for token in told.tokens if token.kind == "nothing")
    return marks.same and one.asked == "should"


def _of_no_lacking(told: Told) -> Iterator[str]:
    for start, end in told.parts:
        own = [token.kind for token in told.tokens if start <= token.start < end]
        if "missing" not in own and ("figure" in own or "催" not in told.text[start:end]):
            yield told.blank[start:end]


def is_of_records(told: Told) -> bool:
    """记录2条，均已如实填报: the records, or all of the people?"""
    row = [one for one in told.tokens if one.kind != "break"]
    return any(one.unit in RECORDS and then.kind in ("all", "done") for one, then in pairwise(row))


def _is_unchecked(one: Account) -> bool:
    """应填的我再数一下 leaves open what nothing is said of; anything else would be uncertain by it."""
    return any(
        UNCHECKED.search(one.told.blank, start, end) and not _is_left_open(one, start, end)
        for start, end in one.told.parts
    )


def _is_left_open(one: Account, start: int, end: int) -> bool:
    own = [token for token in one.told.tokens if start <= token.start < end]
    fields = [token.name for token in own if token.name in FIELDS]
    is_counted = any(token.kind == "figure" for token in own)
    return bool(fields) and not is_counted and all(getattr(one.answer, name) is None for name in fields)


def _are_some_unfiled(one: Account) -> bool:
    """全庭都报了，只有庭长那条没录."""
    unfiled = any(token.kind == "missing" and n not in one.way.used for n, token in enumerate(one.told.tokens))
    if one.answer.filed is None:
        return unfiled and one.asked is None
    return one.whole == one.answer.filed and unfiled and not one.is_done_since


def _is_no_number_of_the_round(one: Account) -> bool:
    """在册法官23人, and nothing else: whether these should file is not said."""
    is_all = one.asked is None and one.answer.filed is None and one.answer.should is not None
    return is_all and not any(
        token.name == "should" and (token.is_sure or "人" in token.text) for token in one.told.tokens
    )
