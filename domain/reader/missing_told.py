"""Those who are missing, and why: 有三个没训 一个产假两个借调出去了, 剩下那个只有82, 没成的486件当事人不愿意.

So many as a part lacks of its whole; nothing is told with them that could change either.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from domain.numbers import CHINESE, amount_of, chinese
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Value
from domain.reader.figure_words import words_in

REST = "(?:还有|剩下|另外|其[余他它])"
CLAUSES = pattern_of(rf"{REST}?(?:(?!{REST})[^,，;；。!！:：()（）\s])+[,，;；。!！:：()（）\s]*")
UNIT = "(?:个人?|[件名位人通条项])"
FIGURE = pattern_of(
    rf"(?P<figure>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千零〇]+(?={UNIT})|[一二两三四五六七八九][一二三四五六七八九十百千零〇]+)(?P<unit>{UNIT})?"
)
ONE = pattern_of(
    r"(?:剩(?:下|余)?|差|余下|缺|另外?|没满|没训|没够|没办|那)(?:[的了一]|没[一-鿿](?:(?!的)[一-鿿])?的)*那?[个位名件项](?![人案]?[0-9])"
)
BEGINS = pattern_of(
    r"^(?:就|还|但|只|不过|其中|因为|主要|里面|有|剩|余|下|其|另|外|缺|差|没|未|不|漏|的|那|这|[个件名位人]|两|几)|^[0-9一二两三四五六七八九十]{1,3}[个件名位人通]"
)
# what is made good, counted otherwise, of another time, or asked
CHANGES = pattern_of(
    r"补|[代替签]|就[满够齐]|没有?[交录登审批认]|[已改剔扣除算计含核误错漏重撤退转]|[完够满齐好成]了|后来|现在|目前|[?？吗呢吧]|应该|可能|大概|好像|是否|其中|其实"
    r"|去年|上个?[月年]|[日号]|合格|超|逾|晚|[到过]期|期[限内]|提前|报名|助理|书记员|民|刑|商|法庭|[和与%％率]"
)
MADE_GOOD = pattern_of("补|就[满够齐]|后来|[都也](?:够|满|齐|全|办|[结训学]了)|(?:现在|目前|已经)|期限|[?？]")
HARMLESS = pattern_of(
    r"退休|转业|转岗|转(?=立案|审判|诉讼)|[没未](?:办|录|填|学|训)?(?:完|够|满|齐|好|成)|不够|调解|核查|到期"
)
OF_SMALL = 100
AT_MOST = 8  # clauses that tell of those who are missing


@dataclass(frozen=True)
class Bare:
    """`text` without them; so many they are."""

    text: str
    missing: frozenset[Fraction]

    def fits(self, values: Mapping[str, Value], asked: Asked) -> bool:
        shares = (d.parts[:2] for d in asked.demands if d.is_share and d.whole and d.kind != "growth")
        told = [(values.get(some.label), values.get(every.label)) for some, every in shares]
        return any(isinstance(a, Fraction) and isinstance(b, Fraction) and b - a in self.missing for a, b in told)


def without(text: str, asked: Asked) -> Bare | None:
    clauses = list(CLAUSES.finditer(text))
    before: set[Fraction] = set()
    lacking: set[Fraction] = set()
    for at, clause in enumerate(clauses):
        if lacking and BEGINS.match(clause[0]):
            for end in range(min(len(clauses), at + AT_MOST), at, -1):
                told = text[clause.start() : clauses[end - 1].end()]
                if missing := _missing(told, asked) & lacking:
                    rest = text[clauses[end - 1].end() :]
                    return None if MADE_GOOD.search(rest) else Bare(text[: clause.start()] + rest, missing)
        for one, _ in _figures(clause[0]):
            lacking |= {abs(one - other) for other in before if one != other}
            before.add(one)
    return None


def _figures(said: str) -> list[tuple[Fraction, str]]:
    found = ((match["figure"], match["unit"] or "") for match in FIGURE.finditer(said))
    told = ((chinese(one) if one[0] in CHINESE else amount_of(one), unit) for one, unit in found)
    return [(Fraction(value), unit) for value, unit in told if value is not None]


def _missing(said: str, asked: Asked) -> frozenset[Fraction]:
    """As many as are told, by their first figure or one by one; none where anything else is told."""
    beside = {word.kind for word in words_in(said, asked.demands)[0]}
    if CHANGES.search(HARMLESS.sub("", said)) or beside & {"target", "others", "time", "total", "every", "all"}:
        return frozenset()
    figures = _figures(said)
    counted = [value for value, unit in figures if unit]
    hours = [value for value, unit in figures if not unit]
    if any(value >= OF_SMALL for value in hours) or (hours and "学时" not in asked.quantities[0].label):
        return frozenset()
    if ONE.match(said) or not counted:
        return frozenset({Fraction(1)}) if ONE.search(said) and counted in ([], [1]) else frozenset()
    first, rest = counted[0], sum(counted[1:], Fraction(0))
    return frozenset({first + rest} | ({first} if rest in (0, first) else set()))


def left_out(text: str, asked: Asked) -> str:
    bare = without(text, asked)
    return bare.text if bare else text
