"""A part and its whole, of which is told how many are due, how many are missing, and that all the others are done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, product

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.amounts import vague
from domain.reader.beside import PAUSE, Beside, Figure
from domain.reader.contraries import LACKS, NEGATED, NOT_NEGATED, is_contrary
from domain.reader.figure_words import without_its_words, words_in
from domain.reader.names import is_of, things
from domain.reader.risks import AWAY, RISK
from domain.reader.uncounted import PERIOD
from domain.reader.ways import pairs

Span = tuple[int, int]
REST = pattern_of("其[他它余]|剩下|余下|剩余|另外|别的")
ABSENT = pattern_of(rf"{AWAY}|[晚拖迟延]|失败|超了|比[^,;]{{1,8}}[少低]了?$|逾|不愿|退步")
ALL = pattern_of("[都全均]|[个件人]{2}|无一例外")
ONE_LEFT = pattern_of("(?:剩下?|余下|另外|其余|还有)的?[那一][个位名件]")
OF_HOURS, ONLY = pattern_of("[几多来]?个?[学课]时"), pattern_of("(?:才|只有?|仅|就|学时)$")
# by which those who are missing may be counted after all, or other figures be meant
CHANGES = pattern_of(
    r"补(?!贴)|基本|几乎|[代替]|签|就[满够齐]|没有?[交录登审批认](?!全|完|齐)|[已改剔扣除算含核误错重撤]|[完够满齐好成]了|后来|现在|目前|[?？吗呢吧]"
    "|应该|可能|大概|好像|是否|其实|报名|期限[是到]|去掉|刨|减|退休|离职|调[走离]|[0-9][日号]|助理|书记员|民事|商事|刑事|行政|原|本来|去年|上年|上个?月"
)
HARMLESS = pattern_of(
    "别的(?=[都全均0-9])|[没未不](?:有)?(?:办|录|填|学|训|调|审|执|达|化|接)?(?:完|够|满|齐|好|成|掉)了?"
)
OF_THE_PLATFORM = pattern_of("培训(?:平台|系统|情况|学时|科)")  # and nobody is away for it
THAN_THEN = pattern_of("[比跟和与同较](?:去年|上年)(?:同[期月])?")


@dataclass(frozen=True)
class Account:
    """So many are due, so many of them are done; from where to where it is told."""

    due: str
    done: str
    pieces: frozenset[Span]


@dataclass(frozen=True)
class PairTold:
    told: Beside
    part: str
    whole: str

    def accounts(self) -> Iterator[Account]:
        missing, left, rest = self.missing, self._those_alone(), self._clauses(self._is_rest)
        if not (missing or left or rest):
            yield from self._all_of_them()
        for w, p in product(self.due, self.done):
            is_told_elsewhere = any(one is not p for one in self.done_by_name)
            if is_told_elsewhere or w.value <= p.value or not self._are_named(w, p):
                continue
            few = missing or ([] if left else [one for one in self.mine if self._may_lack(one, w, p)])
            few = self._with_parts(few)
            if w.value - p.value in _sums(few, len(left)):
                yield from self._told(w, self.told.raw[p.start : p.end], [w, p, *few], [*left, *rest])
        if len(rest) == 1 and missing and not any(self.part in self._named(one) for one in self.mine):
            lacking = sum((one.value for one in missing), Fraction(0))
            for w in self.due:
                if w.value > lacking and (self.whole in self._named(w) or self._is_only_pair):
                    yield from self._told(w, f"{w.value - lacking}{w.unit}", [w, *missing], rest)

    @cached_property
    def mine(self) -> list[Figure]:
        return [one for one in self.told.figures if not self._is_of_another_unit(one)]

    @cached_property
    def missing(self) -> list[Figure]:
        return [one for one in self.mine if self._is_missing(one)]

    @cached_property
    def due(self) -> list[Figure]:
        return [one for one in self.done_or_due if not REST.search(one.before) and self._may_be(one, self.whole)]

    @cached_property
    def done(self) -> list[Figure]:
        return [one for one in self.done_or_due if self._may_be(one, self.part)]

    @cached_property
    def done_by_name(self) -> list[Figure]:
        return [one for one in self.done if self.part in self._named(one)]

    @cached_property
    def done_or_due(self) -> list[Figure]:
        return [one for one in self.mine if one not in self.missing]

    @property
    def _is_only_pair(self) -> bool:
        return len(pairs(self.told.asked)) == 1

    def _those_alone(self) -> list[Span]:
        """剩下那个生孩子去了, 剩下那个只有82."""
        left = self._clauses(lambda said: bool(ONE_LEFT.search(said)))
        return left + [_span(one) for one in self.told.figures if one not in self.mine and ONE_LEFT.search(one.before)]

    def _clauses(self, holds: Callable[[str], bool]) -> list[Span]:
        """Without a figure."""
        at, found = 0, []
        text = self.told.text
        for pause in [*PAUSE.finditer(text), None]:
            end = pause.start() if pause else len(text)
            if end > at and not any(at <= one.start < end for one in self.told.figures) and holds(text[at:end]):
                found.append((at, end))
            at = pause.end() if pause else end
        return found

    def _all_of_them(self) -> Iterator[Account]:
        """25个法官25个都达标; 应办结的29件，全在期限里办完了."""
        for w, p in product(self.due, self.done):
            if w.value == p.value and w.start < p.start and ALL.search(p.before + p.behind):
                yield from self._told(w, self.told.raw[p.start : p.end], [w, p], [])
        figures = self.told.figures
        few = [one for one in figures if self._speaks(one.before + one.behind, self.whole)]
        if len(few) > 1 or any(self._speaks(one.before, self.part) for one in figures) or vague(self.told.raw):
            return
        bare = self._clauses(self._says_all)
        for w in few or [one for one in self.due if self.whole in self._named(one)][:1]:
            if bare or self._says_all(w.behind):
                yield from self._told(w, self.told.raw[w.start : w.end], [w], bare)

    def _says_all(self, said: str) -> bool:
        return bool(words.ALL.search(said)) and self._speaks(said, self.part) and not self._lacks(said)

    def _speaks(self, said: str, label: str) -> bool:
        return any(word.kind == "role" and label in word.of for word in words_in(said, self.told.asked.demands)[0])

    def _with_parts(self, missing: list[Figure]) -> list[Figure]:
        """没办完的3件里两件延期、一件移送了."""
        for few in missing:
            behind = self.mine[self.mine.index(few) + 1 :]
            for end in range(2, len(behind) + 1):
                more = [one for one in behind[:end] if one not in missing]
                if more and sum(one.value for one in behind[:end]) == few.value:
                    return [*missing, *more]
        return missing

    def _may_lack(self, one: Figure, w: Figure, p: Figure) -> bool:
        """一件在等批复, behind how many are due and done by their own words; 剩下1人88.5学时."""
        if one in (w, p) or self._named(one) or one.start < max(w.start, p.start):
            return False
        return bool(REST.search(one.before)) or (self.whole in self._named(w) and self.part in self._named(p))

    def _told(self, w: Figure, done: str, of: Sequence[Figure], clauses: Sequence[Span]) -> Iterator[Account]:
        figures, text = self.told.figures, self.told.text
        spans, beside = {*map(_span, of), *clauses}, list(of)
        for last, one in pairwise(figures):
            if last in beside and not one.opens and one not in of and self._is_of_another_unit(one):
                beside.append(one)  # 还有一个差6学时
                spans.add((one.start, one.end + len(one.behind)))
        spans |= {span for span in self._clauses(self._may_be_why) if self._follows_missing(span, beside)}
        beside += [one for one in figures if _span(one) in clauses]
        if any(one not in beside and any(a <= one.start < b for a, b in spans) for one in figures):
            return
        said = ",".join(text[a:b] for a, b in sorted(spans))
        bare = NOT_NEGATED.sub("", HARMLESS.sub("", without_its_words(said, self.told.asked.demands)))
        bare = THAN_THEN.sub("", bare) if "不低于" in self.part else bare
        if not CHANGES.search(bare) and not RISK.search(bare):
            periods = "".join(match.group() for match in PERIOD.finditer(said))
            due = f"{periods}{self.whole}{self.told.raw[w.start : w.end]}"
            yield Account(due, f"{self.part}{done}", frozenset(spans))

    def _may_be_why(self, said: str) -> bool:
        """多数嫌停车难."""
        is_of_it = self.told.has_role(said) or self.told.named(said)
        return not is_of_it and not CHANGES.search(said) and not RISK.search(said)

    def _follows_missing(self, span: Span, of: Sequence[Figure]) -> bool:
        before = [one for one in self.told.figures if one.end <= span[0]]
        return bool(before) and before[-1] in of and self._is_missing(before[-1])

    def _is_missing(self, one: Figure) -> bool:
        return self._lacks(one.before) or self._lacks(one.behind)

    def _lacks(self, said: str) -> bool:
        bare = NOT_NEGATED.sub("", REST.sub("", OF_THE_PLATFORM.sub("", said)))
        return any(one.search(bare) for one in (NEGATED, LACKS, ABSENT)) or is_contrary(bare, self.part)

    def _named(self, one: Figure) -> frozenset[str]:
        """Words before the next figure may be of that one."""
        kept, said = self.told.named_by, (one.before, one.end, one.behind)
        if said not in kept:
            kept[said] = self._named_anew(one)
        return kept[said]

    def _named_anew(self, one: Figure) -> frozenset[str]:
        if self.told.has_role(one.before):
            return self.told.named(one.before)
        is_shared = any(other.start == one.end + len(one.behind) for other in self.told.figures)
        if not is_shared and self.told.has_role(one.behind):
            return self.told.named(one.behind)
        behind = frozenset[str]() if self.told.has_role(one.behind) else self.told.named(one.behind)
        return self.told.named(one.before) or behind

    def _may_be(self, one: Figure, label: str) -> bool:
        named = self._named(one)
        if not named or label in named or (not self.told.has_role(one.before) and label in self.told.named(one.behind)):
            return True
        return self._is_only_pair and not self.told.has_role(one.before + one.behind)

    def _are_named(self, w: Figure, p: Figure) -> bool:
        if self._is_only_pair or self.whole in self._named(w) or self.part in self._named(p):
            return True
        said = words_in(w.before + w.behind + p.before + p.behind, self.told.asked.demands)[0]
        return any(word.of and word.of <= {self.part, self.whole} for word in said)

    def _is_rest(self, said: str) -> bool:
        if not REST.search(said) or not ALL.search(said) or self._lacks(said):
            return False
        return not self.told.named(said) or self.part in self.told.named(said)

    def _is_of_another_unit(self, one: Figure) -> bool:
        """才60几个学时, 只有82, beside people."""
        if OF_HOURS.match(one.behind):
            return True
        if "学时" in (label := self.told.asked.quantities[0].label):
            is_bare = not one.unit and not one.before and not one.opens
            if is_bare or ONLY.search(one.before) or f"满{one.value}" in label:
                return True
        counts = [thing for thing in things(self.told.asked) if thing.sort != "share"]
        return bool(one.unit) and not any(is_of(one.unit, thing) for thing in counts)


def _span(one: Figure) -> Span:
    return one.start - len(one.before), one.end + len(one.behind)


def _sums(few: Sequence[Figure], alone: int) -> set[Fraction]:
    """没训的5人里3人产假2人借调 are five."""
    values = [one.value for one in few]
    listed = len(values) > 1 and sum(values[1:]) == values[0]
    return {sum(values, Fraction(0)) if values else Fraction(alone)} | ({values[0]} if listed else set()) - {0}
