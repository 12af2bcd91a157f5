"""What a way to read the figures of an answer comes to, and whether arithmetic bears it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from domain.patterns import pattern_of
from domain.roll_call.answer import FIELDS, Field, RollCall
from domain.roll_call.choices import AGAIN, BARE, LOOSE
from domain.roll_call.told import PEOPLE, RECORDS, Told
from domain.roll_call.ways import Way

# 应填24填了23，缺的那位昨天晚上也补上了: what is told later as done is done
DONE_SINCE = pattern_of(
    r"(?:^|(?<=[,;。\s(]))[^,;。\s]*(?:(?<!其)[她他]|[那这][一]?[位个]|[小老][一-鿿]|剩下|缺的|最后[一那]?[个位]|也)(?![^,;。]*[没未不明再等要会将能0-9一两二三])"
    r"[^,;。]{0,9}?(?:[补填报交录弄搞](?:[好上完齐掉定]了?|了|过了)|(?<=[也刚])好了)"
)
OF_WHICH = pattern_of("其中|含|包括|剩|占|补[了记录]")


@dataclass(frozen=True)
class Marks:
    """What is said without a figure."""

    all: bool = False
    zero: bool = False
    none: bool = False
    nothing: bool = False
    rest: bool = False  # of the others
    same: bool = False  # as many as last month


@dataclass(frozen=True)
class Account:
    way: Way
    told: Told
    marks: Marks
    asked: Field | None
    headcount: int | None

    @cached_property
    def values(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for role, n in zip(self.way.roles, self.told.figures, strict=True):
            found.setdefault(self.asked if role == BARE and self.asked else role, []).append(self.told.tokens[n].value)
        return found

    def one(self, role: str) -> int | None:
        return self.values[role][0] if role in self.values else None

    def sum(self, role: str) -> int:
        return sum(self.values.get(role, ()))

    # what it comes to

    @cached_property
    def answer(self) -> RollCall:
        return RollCall(*self.people, self.records)

    @cached_property
    def is_possible(self) -> bool:
        if self.way.roles.count(BARE) > 1 or any(len(set(self.values.get(role, ()))) > 1 for role in FIELDS):
            return False
        is_none = self.marks.none or self.marks.nothing or (self._is_zero and not self.marks.rest)
        return not (self.records and is_none and not self._is_none_of_some)

    @cached_property
    def _is_none_of_some(self) -> bool:
        """43人零报告, of 45."""
        none = self.one("none of theirs")
        return none is not None and none != (self.one("should") or self.headcount)

    @cached_property
    def _is_zero(self) -> bool:
        return self.marks.zero and not self._is_none_of_some

    @cached_property
    def _theirs(self) -> int:
        """2人各记了1条."""
        each = self.one("with records") if self.told.has("each") else None
        return self.sum("theirs") * (each or 1)

    @cached_property
    def records(self) -> int | None:
        if "records" in self.values:
            return self.one("records")
        if "item" in self.values or "theirs" in self.values:
            return self.sum("item") or self._theirs
        if self.one("with records") == 0:
            return 0
        is_none = (self.marks.none and not self._is_none_of_some) or self._is_zero or self.marks.nothing
        return 0 if is_none else None

    @cached_property
    def people(self) -> tuple[int | None, int | None]:
        """How many should file, and how many have by now."""
        should, filed = self._people_first
        whole = _first(should, self.headcount)
        if filed is None or whole is None or filed + 1 != whole or not self.is_done_since:
            return should, filed
        return should, whole

    @cached_property
    def is_full(self) -> bool:
        return self.answer.filed is not None and self.answer.filed == self.whole

    @cached_property
    def is_done_since(self) -> bool:
        last = max((n for role, n in self.placed if role in ("filed", "missing", BARE)), default=None)
        return last is not None and bool(DONE_SINCE.search(self.told.text, self.told.tokens[last].end))

    @cached_property
    def _people_first(self) -> tuple[int | None, int | None]:
        everybody, with_records = self.one("everybody"), self.one("with records")
        should, filed = _first(self.one("should"), everybody), _first(self.one("filed"), everybody)
        if filed is None and "missing" in self.values:
            is_known = (self.marks.all and self.marks.rest) or self.headcount in self.values.get(LOOSE, ())
            whole = self.headcount if should is None and is_known else should
            if whole is not None:
                return whole, whole - self.sum("missing")
        if self.asked == "should" and should is None and filed is not None and "missing" in self.values:
            should = filed + self.sum("missing")
        if self.marks.all and not self.marks.rest and (self.asked != "records" or self._are_people_told):
            should = _first(should, filed, self.headcount)
            filed = _first(filed, should)
        elif self._is_zero and self.asked != "records":
            should = _first(should, self.headcount, filed)
            filed = _first(filed, should)
        if filed is None and with_records is not None and "none of theirs" in self.values:
            filed = self.sum("none of theirs") + with_records
        return _first(should, self.headcount) if self.asked is None and filed is not None else should, filed

    @property
    def _are_people_told(self) -> bool:
        """大家都报的零, asked for the records, tells of no people."""
        return any(token.unit in PEOPLE or "人" in token.text for token in self.told.tokens)

    @cached_property
    def whole(self) -> int | None:
        return _first(self.answer.should, self.headcount)

    # what arithmetic says

    @cached_property
    def is_contradicted(self) -> bool:
        should, filed, missing = self.answer.should, self.answer.filed, self.sum("missing")
        everybody = self.one("everybody")
        if everybody is not None and {should, filed} != {everybody}:
            return True
        if self.marks.all and not self.marks.rest and None not in (should, filed) and should != filed:
            return True
        if missing and None not in (self.whole, filed) and filed != self.whole - missing:  # type: ignore[operator]
            return True
        if len(staff := self.values.get("part", ())) > 1 and sum(staff) not in (self.whole, filed):
            return True
        return self._is_none_contradicted() or self._is_change_contradicted()

    def _is_none_contradicted(self) -> bool:
        none, some, filed = self.one("none of theirs"), self.one("with records"), self.answer.filed
        if none is None or filed is None:
            return False
        return none + some not in (filed, self.whole) if some is not None else none != filed and not self.records

    def _is_change_contradicted(self) -> bool:
        """Last month's number and what changed are this month's."""
        if None in (self.answer.should, self.headcount) or not (self.marks.same or {"came", "went"} & set(self.values)):
            return False
        change = self.sum("came") - self.sum("went")
        once = max(self.values.get("came", (0,))) - max(self.values.get("went", (0,)))  # what is told twice
        return self.answer.should not in (self.headcount + change, self.headcount + once)  # type: ignore[operator]

    @cached_property
    def is_whole(self) -> bool:
        """Every figure is one of the three or follows from them."""
        return self._do_records_follow() and self._do_rates_follow() and self._do_people_follow()

    def _do_records_follow(self) -> bool:
        records, items, theirs = self.records or 0, self.values.get("item", ()), self._theirs
        if sum(items) != records and items and not (OF_WHICH.search(self.told.text) and sum(items) <= records):
            return False
        named = sum(self.told.tokens[m].kind == "records" for m in self.way.used)
        if items and "records" not in self.values and named not in (0, len(items)):
            return False  # 记录2条，重复1条
        if len(items) == 1 and items[0] == records and "records" in self.values:
            return False
        if theirs > records or (theirs and theirs != records and self.told.has("each")):
            return False
        is_each = any(a.kind == "each" and b.unit in RECORDS for a, b in pairwise(self.told.tokens))
        return self.sum("with records") <= records and not (is_each and not theirs)

    def _do_rates_follow(self) -> bool:
        shares = [share for n in self.told.figures if (share := self.told.tokens[n].share) is not None]
        if not shares or not self.whole or self.answer.filed is None:
            return not shares
        share = Fraction(100 * self.answer.filed, self.whole)
        return all(abs(told - share) <= 1 for told in shares)

    @cached_property
    def placed(self) -> list[tuple[str, int]]:
        return list(zip(self.way.roles, self.told.figures, strict=True))

    def _do_people_follow(self) -> bool:
        """Those who lack, a figure said once more, or parts that add up."""
        filed = self.answer.filed
        if any(self.told.tokens[n].unit in RECORDS for role, n in self.placed if role == LOOSE or role[:6] == AGAIN):
            return False
        if filed is None and "none of theirs" in self.values:
            return False
        whole = self.whole if filed is not None or BARE in self.way.roles else self.answer.should
        lacking = whole - filed if whole is not None and filed is not None else 0
        known = {lacking} - {0}
        if BARE not in self.way.roles:
            known |= {value for value in (whole, filed, (whole or 0) + self.sum("exempt")) if value is not None}
        staff = self.values.get("part", ())  # several must add up, or there is a contradiction
        rest = [value for value in (*self.values.get(LOOSE, ()), *staff[: len(staff) == 1]) if value not in known]
        again: dict[str, set[int | None]] = {"should": {whole}, "filed": {filed}, "missing": {lacking}}
        for role, n in self.placed:
            if role.startswith(AGAIN) and self.told.tokens[n].value not in again.get(
                role[len(AGAIN) :], {whole, filed}
            ):
                return False
        first, *others = sorted(rest, reverse=True) or (0,)
        # 全庭33人，2人由借调单位填报，应填31人; the number on record is not said by 25人都填了，1人外出
        is_said = any(self.told.tokens[n].value == whole for n in self.told.figures)
        is_less_some = is_said and first - sum(others) == whole and "加" not in self.told.text
        return not rest or (len(rest) > 1 and (is_less_some or sum(rest) in {whole, filed, lacking} - {None, 0}))


def _first(*figures: int | None) -> int | None:
    return next((figure for figure in figures if figure is not None), None)
