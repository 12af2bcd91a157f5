"""Whether the best way to read figures is certain: what speaks for each value, and whether anything denies it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.evidence import LIKE, NOUN, ROLE, SURELY, by_words, is_of_another, on_record, strange, value_as
from domain.reader.figure_words import Figure, seen, without_its_words, words_in
from domain.reader.masking import Masked
from domain.reader.names import Thing
from domain.reader.risks import ABSENT, CHANGED, INNOCENT, NOT, OF_A_PART, OF_TELLING, REST
from domain.reader.sums import items
from domain.reader.ways import Way, is_made, is_wider, pairs, related
from domain.reader.years import YEAR_OF_NAME

BESIDE = ("not", "missed", "target", "others")  # words of the form that take back what is told
OF_ONE_MORE = pattern_of("[也又还另有]")
STAGE = pattern_of("完成|补|今年|明年|剩|还|已|待|没|未")
FEW = 2  # figures, of a form that asks for more


@dataclass(frozen=True)
class Case:
    way: Way
    said: Sequence[Figure]
    known: Sequence[Thing]
    asked: Asked
    masked: Masked

    @cached_property
    def mine(self) -> Mapping[str, Figure]:
        return {key: one for key, one in zip(self.way.keys, self.said, strict=True) if key}

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        return {thing.key: thing for thing in self.known}

    @cached_property
    def told(self) -> list[tuple[str, str]]:
        return [pair for pair in related(self.asked) if set(pair) <= set(self.mine)]

    @cached_property
    def shares(self) -> list[tuple[str, str]]:
        return [pair for pair in self.told if pair in pairs(self.asked)]

    def is_sure(self) -> bool:
        if len(self.said) < FEW or self._is_of_a_part() or self._is_denied():
            return False
        if any(map(self._is_wider, range(1, len(self.said)))):
            return False
        spare = [one for key, one in zip(self.way.keys, self.said, strict=True) if not key]
        if any(is_of_another(one, self.asked) for one in spare) and any(self._for(key) < ROLE for key in self.mine):
            return False
        if not all(self._holds(key, one) for key, one in self.mine.items()):
            return False
        if not all(self._are_told_apart(part, whole) for part, whole in self.shares):
            return False
        if len(self.asked.quantities) > FEW >= len(self.mine) and not self._is_named():
            return False
        is_of_one = len(pairs(self.asked)) == 1 and all(one.side for one in self.mine.values())
        is_in_order = list(self.mine) == [quantity.label for quantity in self.asked.wanted]
        return is_of_one or is_in_order or any(self._for(key) for key in self.mine)

    def _for(self, key: str, of: str = "") -> int:
        """What the words of a figure say of the thing that it is taken for, or of another one."""
        return by_words(self.mine[key], self.things[of or key], self.asked)

    def _record(self, key: str) -> int:
        return on_record(value_as(self.mine[key].amount, self.things[key]), self.things[key], self.asked)

    def _holds(self, key: str, one: Figure) -> bool:
        """By its words, by the arithmetic of its pair, or as what is left of all that is asked for."""
        thing, said, record = self.things[key], self._for(key), self._record(key)
        if CHANGED.search(one.words) and not CHANGED.search(thing.name):
            return False
        if "其中" in one.before and not self._is_of_the_last(key):
            return False
        odd = strange(one, self.asked)
        odd = set() if len(odd) == 1 and self._is_of_the_last_named(key) else odd  # 速裁9430天办了412件
        if not any(key in pair and self._is_confirmed(*pair) for pair in self.told):
            if odd and said < ROLE and any(key == part for part, _ in self.shares):
                return False
            if said <= 0 and (odd or record < LIKE) and not self._is_left_over(record):
                return False
        parts = tuple(p.label for p in thing.demand.parts[:2]) if thing.demand and thing.sort == "share" else ()
        is_alone = not any(key in pair for pair in self.told) and parts not in self.told
        return not is_alone or (said > NOUN and record >= LIKE and not odd)

    def _is_wider(self, at: int) -> bool:
        """全院收案2145件, 其中一审1615件: by the words of the second one the first is no 一审收案."""
        key, one = self.way.keys[at - 1], self.said[at]
        if not key or self.way.keys[at] or "其中" not in one.before:
            return False
        return bool(set(self.things[key].name) & set(one.before) - set(self.said[at - 1].words))

    def _is_left_over(self, record: int) -> bool:
        """The only one without a name, where all that is asked for is told."""
        nameless = sum(self._for(key) <= 0 for key in self.mine)
        return len(self.mine) == len(self.asked.quantities) > FEW and record >= LIKE and nameless == 1

    def _is_of_the_last(self, key: str) -> bool:
        at = self.way.keys.index(key)
        if at > 0 and is_wider(self.way, self.said, at - 1, self.asked):
            return True
        before = [one for one in self.way.keys[:at] if one]
        while before and (key, before[-1]) not in pairs(self.asked):
            days = before.pop()  # of the cases, of which some are told behind them
            if not before or (days, before[-1]) not in related(self.asked):
                return False
        return bool(before)

    def _is_confirmed(self, part: str, whole: str) -> bool:
        """By their share, or by how many are said to be missing."""
        made = [
            one
            for key, one in zip(self.way.keys, self.said, strict=True)
            if not key and is_made(one.amount, self.way.values[part], self.way.values[whole])
        ]
        keys = [d.key for d in self.asked.demands if d.is_share and [q.label for q in d.parts[:2]] == [part, whole]]
        return any(one.amount.sort == "share" or ABSENT.search(one.clause) for one in made) or any(
            key in self.way.values for key in keys
        )

    def _are_told_apart(self, part: str, whole: str) -> bool:
        """Which is the part and which its whole, by more than by which is the larger."""
        if self.mine[part].side and self.mine[whole].side:
            return True
        if self._is_confirmed(part, whole) or self.way.values[part] == self.way.values[whole]:
            return True
        says_part = self._for(part) > self._for(part, whole)
        says_whole = self._for(whole) > self._for(whole, part)
        if says_part and says_whole:
            return True
        if not says_part and not says_whole:
            return all(not strange(self.mine[k], self.asked) and self._record(k) >= LIKE for k in (part, whole))
        other, first = (part, whole) if says_whole else (whole, part)
        is_named = other == whole and self._for(whole) > 0
        return self._record(other) >= SURELY and not strange(self.mine[first if is_named else other], self.asked)

    def _is_named(self) -> bool:
        if len({YEAR_OF_NAME.sub("", quantity.label) for quantity in self.asked.quantities}) == 1:
            return True
        if all("/" in one.clause or self._for(key) > 0 or self._goes_with(key) for key, one in self.mine.items()):
            return True
        found = (words_in(one.words + one.held, self.asked.demands)[0] for one in self.mine.values())
        return any(word.kind in ("noun", "rate") for said in found for word in said)

    def _is_of_the_last_named(self, key: str) -> bool:
        at = self.way.keys.index(key)
        last = self.way.keys[at - 1] if at else ""
        return any({key, last} == set(pair) for pair in self.told) and self._for(last) > 0

    def _goes_with(self, key: str) -> bool:
        """快审总天数7510, 件数289: what belongs to it is named, and nothing else is said of it."""
        mates = {one for pair in self.told if key in pair for one in pair if one != key}
        one = self.mine[key]
        return bool(one.before.strip()) and any(self._for(mate) > 0 for mate in mates) and not strange(one, self.asked)

    def _is_of_a_part(self) -> bool:
        text = seen(self.masked)
        for n in items(self.way.keys, self.way.values, self.said, self.asked):
            if STAGE.search(self.said[n].words):
                return True  # 318人轮训, 316人完成, 2人今年补
            text = text.replace(self.said[n].words, "")
        return bool(OF_A_PART.search(without_its_words(text, self.asked.demands)))

    def _is_denied(self) -> bool:
        """But for what the part lacks of its whole, where that is told, and for 无遗漏 where it lacks nothing."""
        text = INNOCENT.sub("", self._without_why())
        spare = [one for key, one in zip(self.way.keys, self.said, strict=True) if not key]
        for one in spare:
            text = text.replace(one.clause, "")
        is_all = self.shares and all(self.way.values[part] == self.way.values[whole] for part, whole in self.shares)
        if not is_all and not self._are_all_told(text):
            return True
        is_lacking = any(one.amount.sort == "number" for one in spare)
        said, rest = words_in(REST.sub("", text) if is_lacking else text, self.asked.demands)
        return bool(NOT.search(rest)) or any(word.kind in BESIDE for word in said)

    def _without_why(self) -> str:
        """有两个一直在援疆, 一年都没回来过: why those are missing who are told last."""
        text, last = seen(self.masked), self.said[-1]
        end = text.find(",", last.amount.end)
        if self.way.keys[-1] or end < 0 or not ABSENT.search(last.clause):
            return text
        told = [part for part in text[end:].split(",") if OF_TELLING.search(part) or OF_ONE_MORE.search(part)]
        return ",".join((text[:end], *told))

    def _are_all_told(self, text: str) -> bool:
        """其余297人都训过了: all of whom it is said how many they are, and of how many."""
        for key, one in self.mine.items():
            if any(key in pair for pair in self.told):
                text = text.replace(one.clause, "")
        return not any(word.kind in ("all", "every") for word in words_in(text, self.asked.demands)[0])
