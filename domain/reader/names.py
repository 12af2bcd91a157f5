"""Which of the things asked for is meant by a few words before a figure: in full, in short, or by its last part."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.sounds import as_written_in
from domain.reader.wording import usual

ALIKE = (frozenset("件个起篇项通份条场例宗"), frozenset("次回场期轮"), frozenset("人名位个"), frozenset(("人", "人次")))
MONEY = frozenset(("元", "万元", "亿元", "块"))
BY_SOUND = range(3, 17)  # signs
SEVERAL = 4  # signs that are known whatever their order
NEW = frozenset("新")  # 新收一审案件 is 一审收案
ENOUGH = 2  # signs of a short form
YEARLESS = 3  # signs, at least, of a name whose year is left out
CLOSE = 6.0  # of two that fit nearly as well, neither is meant for certain
STRIPPED = pattern_of(r"[\s“”\"'‘’《》()（）的之数量案件占与和共]")
EARLIER = pattern_of("上年|前年")


@dataclass(frozen=True)
class Thing:
    """`key` is a label or the key of a demand."""

    key: str
    name: str
    sort: Literal["count", "share", "mean"]
    unit: str
    quantity: Quantity | None = None
    demand: Demand | None = None
    of: tuple[Demand, ...] = ()  # that it is a part of
    year: int | None = None  # that its full name begins with
    shared: str = ""  # what its name begins with like those of others: goes without saying


def things(asked: Asked) -> tuple[Thing, ...]:
    return things_of(asked.demands)


@lru_cache(maxsize=64)  # the same for every answer to a form
def things_of(demands: tuple[Demand, ...]) -> tuple[Thing, ...]:
    quantities = tuple(dict.fromkeys(part for demand in demands for part in demand.parts))
    shared = _shared_start([STRIPPED.sub("", q.label) for q in quantities])
    counts = [
        Thing(q.label, name, "count", q.unit, q, None, tuple(d for d in demands if q in d.parts), year, shared)
        for q in quantities
        for name, year in [_year_apart(q.label)]
    ]
    made = [
        Thing(d.key, _year_apart(d.name)[0], "share" if d.is_share else "mean", d.unit, None, d, (), year)
        for d in demands
        if d.is_share or d.kind == "mean"
        for year in [_year_apart(d.name)[1]]
    ]
    return (*counts, *made)


def _year_apart(name: str) -> tuple[str, int | None]:
    found = YEAR.match(name)
    return (name[found.end() :], int(found[1])) if found else (name, None)


YEAR = pattern_of("(20[0-9]{2})年度?")
HUNDRED = 100
RATE = pattern_of("[率绿律滤比占度]")


def narrowed(spoken: str, value: Fraction, among: Sequence[Thing]) -> list[Thing]:
    """Of a bare number: 完毕388 is a count, 完毕率52 a share, and so is 微法院45.5; 完毕52 may be either."""
    whole = value.denominator == 1
    counts = [t for t in among if t.sort != "share" and (whole or not (t.quantity and t.quantity.in_wholes))]
    counts = [t for t in counts if t.sort == "mean" or t.unit != "天" or "天" in spoken]  # 诉前总量931 counts no days
    shares = [t for t in among if t.sort == "share"]
    if re.search("[率占]|比(?!较)", spoken) or not counts:
        return shares
    return counts if value > HUNDRED else counts + shares


def is_of(unit: str, thing: Thing) -> bool:
    """What is counted may be called by another measure word; days are no people, money is money in any unit."""
    if not unit:
        return True
    if thing.unit in MONEY or unit in MONEY:
        return thing.unit in MONEY and unit in MONEY
    mine = thing.unit.partition("/")[0]
    return unit == mine or any({unit, mine} <= alike for alike in ALIKE)


def plainest(words: str, among: Sequence[Thing]) -> Thing | None:
    """调解员 is 调解人员 rather than 调解员增加人数, 调解 is 诉前调解案件: the only one that says nothing more."""
    words = usual(words)
    if len(words) < ENOUGH:
        return None
    said = STRIPPED.sub("", words)
    found = [thing for thing in among if _nothing_more(said, STRIPPED.sub("", thing.name), thing.shared)]
    return found[0] if len(found) == 1 else None


def _shared_start(names: Sequence[str]) -> str:
    """The longest beginning that three of them have."""
    starts = Counter(name[:length] for name in names for length in range(1, len(name) + 1))
    return max((start for start, times in starts.items() if times >= 3), key=len, default="")


def _nothing_more(said: str, name: str, shared: str) -> bool:
    if EARLIER.search(name) and not EARLIER.search(said):
        return False
    if not said or not within(said, name):
        return False
    left = Counter(name.removeprefix(shared)) - Counter(said)
    if "人" in said or "员" in said:
        left -= Counter("人员数")
    if name.endswith("总"):  # 委托鉴定总数 is what 委托鉴定 says, 在线委托鉴定 is less
        left -= Counter("总")
    return not left


def meant(words: str, among: Sequence[Thing]) -> Thing | list[Thing]:
    """The one that the words name; all that they may name where that is not certain, none where they name none."""
    words = usual(words)
    found = _best(words, [thing.name for thing in among], _score)
    if not found and (plain := _plainest_by_sound(words, among)):
        return plain
    if not found:
        among = [t for t in among if t.sort != "share" or RATE.search(words)]  # 适质化解28: no rate is spoken of
        found = _best(words, [thing.name for thing in among], _by_sound)
    return among[found[0]] if len(found) == 1 else [among[n] for n in found]


def _plainest_by_sound(words: str, among: Sequence[Thing]) -> Thing | None:
    """调解元 is heard as 调解员, and meant as that is."""
    heard = {as_written_in(words, thing.name) for thing in among} if len(words) in BY_SOUND else set()
    heard -= {words}
    return plainest(heard.pop(), among) if len(heard) == 1 else None


def _best(words: str, names: list[str], score: Callable[[str, str], float]) -> list[int]:
    scored = [(fit, n) for n, name in enumerate(names) if (fit := score(words, name)) > 0]
    best = max(scored, default=(0.0, 0))[0]
    return [n for fit, n in sorted(scored, reverse=True) if fit > best - CLOSE]


def _by_sound(words: str, name: str) -> float:
    """旅行率 is 履行率: three signs at least, and one of them as the name has it."""
    if len(words) not in BY_SOUND:
        return 0
    heard = as_written_in(words, name)
    return _score(usual(heard), name) if heard != words and set(words) & set(name) else 0


@lru_cache(maxsize=4096)  # the same few words are asked of the same names again and again
def _score(words: str, name: str) -> float:
    """How well a few words fit a name: 0 not at all, 100 the name itself. Of two years the nearer one is meant."""
    name = usual(name)
    score = max(_in_full(words, name), _in_short(words, name))
    years = EARLIER.findall(name)
    if not years or years[0] in words:
        return score
    return max(0.0, score - 20) if len(words) >= YEARLESS else 0


def _in_full(words: str, name: str) -> float:
    if words == name:
        return 100
    if name in words and not words.partition(name)[2].startswith(("率", "比")):
        return 80 + len(name) * 19 / max(len(words), 20)
    return 0


def _in_short(words: str, name: str) -> float:
    if len(words) < ENOUGH:
        return 0
    contiguous = 50 + 20 * len(words) / len(name) + (5 if name.endswith(words) else 0) if words in name else 0
    short, long = STRIPPED.sub("", words), STRIPPED.sub("", name)
    if len(short) < ENOUGH or len(long) < ENOUGH:
        return contiguous
    if short == long:
        return 78
    if len(short) <= len(long) + 1 and set(short) - NEW in (set(long) - NEW, set(long.removesuffix("总")) - NEW):
        return 60
    if within(short, long):
        return max(contiguous, 30 + 30 * len(short) / len(long) + (5 if long.endswith(short[-2:]) else 0))
    if len(short) >= SEVERAL and Counter(short) <= Counter(long):  # 总办理天数 is 办理总天数
        return max(contiguous, 30 + 20 * len(short) / len(long))
    return contiguous


def within(short: str, long: str) -> bool:
    """All signs of the one in the other, in their order."""
    rest = iter(long)
    return all(sign in rest for sign in short)
