"""Every figure of a text with its unit, whether it is exact, and the whole that it is a part of: 45人中43人, 约50."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from domain.numbers import CHINESE, DIGITS
from domain.once import once
from domain.patterns import pattern_of
from domain.reader.notation import PLAIN, TOKEN, UNIT, Amount, amount_of, number

NEARLY = "大约|大概|约莫|约为|(?<![签预合履])约|将近|接近|差不多|大致|估计|可能|好像|大概率|近|也就(?!是)|少说"
BOUND = "不到|不足|超过|高于|低于|多于|少于|[大小]于(?:等于)?|逾|超|至少|最多|最少|不少于|不低于|不止|不下"
ABOUT_BEFORE = pattern_of(rf"(?:{NEARLY}|{BOUND})(?:是|有|在|为|达|到|了)?\s*$|[<>≥≤≈±]=?\s*$")
ABOUT_BEHIND = pattern_of(
    r"""\s*(?:
    左右|上下|多(?![元了出])|余(?!额)|来(?=[个件人天])|出头|之间|开外
    |以上|以下|以内|不到|都不到|还不到|都没到
    |\+(?![^0-9,;。\n+]{0,12}[0-9一二三四五六七八九十]|[0-9])|\+(?=[件人个名])
    )""",
    re.VERBOSE,
)
UNCOUNTED = "一二三四五六七八九零〇点百千万"
VAGUE = pattern_of(
    rf"""
    (?:好?几|(?<![总件人案个项次天日户家台口基])数)(?:[十百千万]+|(?=[个件起次篇项人天]))           # 几十件, 数百
    |[十百千万]几|[一二三四五六七八九]十[多几来]|点几|几个?(?:%|百分点)
    |(?<![{UNCOUNTED}])[两三四五六七八][三四五六七八九](?=[十百千万个件起次人天])  # 三四件
    |半数|一半|大部分|多数|少数|若干
    """,
    re.VERBOSE,
)
RANGE = pattern_of(rf"\s*(?:[-~—–]{{1,2}}|到|至)\s*(?={PLAIN})")

POINTS = pattern_of("个?百分点")  # 百分之二个百分点 is neither
DOTTED = pattern_of(r"\.[0-9]")  # 1.2.3 is no figure
HALF = pattern_of("半(?![数年月])")
OF_A_DAY = pattern_of(rf"\s*[又零]?{PLAIN}个?(?:半?小时|钟头|分钟?)")  # 23天12小时
MEASURE = pattern_of(rf"\s*(?P<unit>{UNIT})")
WORDS = rf"[^0-9,;。\n{CHINESE}]"
# 45人中43人, 45件里面有43件; 45人,其中43人, but 487件,其中民事400件 says what 400 of them are
WITHIN = pattern_of(
    rf"""
    {WORDS}{{0,24}}?(?:当中|之中|里面|里头|中|里|(?<!期限)内)\s*,?\s*{WORDS}{{0,16}}\s*
    | {WORDS}{{0,24}}?,?\s*其中\s*(?:已经?|有|共|只有|的)*\s*
    """,
    re.VERBOSE,
)
NOT_ONE = pattern_of("(?:没有?|无)$")
HAN = pattern_of("[\u4e00-\u9fff]")
ROUNDED = pattern_of(r"\.[0-9]\s*[千百]$")
SIGNS = frozenset(CHINESE)
COUNTED = ("", "件", "人", "次", "个", "起")
MOST = 60  # figures in one text: no form asks for a third of them


@dataclass(frozen=True)
class Odd:
    """Looks like a figure and is none that can be read: 007, 三四, -3."""

    start: int
    end: int


@once
def find(text: str) -> tuple[Amount | Odd, ...]:
    """In a `level` text, in their order; of more than `MOST` no more than the first ones."""
    single = list(islice(_single(text), MOST + 1))
    return tuple(_paired(text, _ranged(text, single)))


def _single(text: str) -> Iterator[Amount | Odd]:
    at = 0
    while match := TOKEN.search(text, at):
        at = match.end()
        unit = MEASURE.match(text, match.end())
        if _is_word(text, match, unit):
            continue
        found = amount_of(match)
        if found is None or DOTTED.match(text, match.end()) or (match["of"] and POINTS.match(text, match.end())):
            yield Odd(match.start(), match.end())
            continue
        if match["left"] and (sides := _of_two_units(match, unit)):
            at = sides[1].end
            yield from sides
            continue
        value, counted, end = found.value, found.unit, found.end
        if unit and found.sort in ("number", "pair"):
            counted, at = unit["unit"].removeprefix("个") or "个", unit.end()
            if half := HALF.match(text, at):  # 二十八天半
                value, at = value + Fraction(1, 2), half.end()
            if rest := OF_A_DAY.match(text, at) if counted == "天" else None:
                at = rest.end()
                yield Odd(found.start, at)
                continue
            end = at
        about = bool(
            ABOUT_BEFORE.search(text[max(0, found.start - 8) : found.start])
            or ABOUT_BEHIND.match(text, end)
            or (found.sort == "number" and _is_rounded(counted, match))
        )
        yield Amount(
            value, found.sort, found.start, end, counted, found.whole, about, match.group(), scaled=found.scaled
        )


def _is_rounded(unit: str, match: re.Match[str]) -> bool:
    """1.8千件 are about so many."""
    return unit in COUNTED and bool(ROUNDED.search(match["figure"] or ""))


def _of_two_units(match: re.Match[str], unit: re.Match[str] | None) -> tuple[Amount, Amount] | None:
    """398件/7942天 are two figures, neither of them a part of the other."""
    if not match["of_left"] or not unit or unit["unit"] == match["of_left"]:
        return None
    left, right = number(match["left"]), number(match["right"])
    if left is None or right is None or {match["of_left"], unit["unit"]} <= {"件", "个", "人", "名", "人次", "条"}:
        return None
    return (
        Amount(left, "number", match.start("left"), match.end("of_left"), match["of_left"], written=match["left"]),
        Amount(right, "number", match.start("right"), unit.end(), unit["unit"], written=match["right"]),
    )


def _is_word(text: str, match: re.Match[str], unit: re.Match[str] | None) -> bool:
    """统一, 一审, 万人, 百姓: a sign by itself within words counts nothing."""
    written = match["figure"] or ""
    if written == "一" and unit and NOT_ONE.search(text[max(0, match.start() - 2) : match.start()]):
        return True  # 没有一件
    if not written or unit or match["mark"] or not SIGNS.issuperset(written):
        return False
    behind = text[match.end() : match.end() + 1]
    before = text[max(0, match.start() - 1) : match.start()]
    within = bool(HAN.match(behind)) or (len(written) == 1 and bool(before) and before in "第统唯万单专同之每逐进")
    return within and (len(written) == 1 or DIGITS.keys().isdisjoint(written))


def _ranged(text: str, found: list[Amount | Odd]) -> list[Amount | Odd]:
    """50到55, 50%-55%: two ends of what is not known exactly."""
    marked = list(found)
    for i in range(len(found) - 1):
        one, other = found[i], found[i + 1]
        if not isinstance(one, Amount) or not isinstance(other, Amount):
            continue
        gap = RANGE.match(text, one.end)
        if gap and gap.end() == other.start and one.value < other.value:
            marked[i] = replace(one, about=True)
            marked[i + 1] = replace(other, about=True)
    return marked


def _paired(text: str, found: list[Amount | Odd]) -> Iterator[Amount | Odd]:
    """45人中43人: the first is the whole of the second."""
    i = 0
    while i < len(found):
        one = found[i]
        other = found[i + 1] if i + 1 < len(found) else None
        if _is_pair(text, one, other):
            assert isinstance(one, Amount)
            assert isinstance(other, Amount)
            assert isinstance(other, Amount)
            pair = replace(other, sort="pair", whole=one.value, start=one.start, about=one.about or other.about)
            yield replace(pair, between=text[one.end : other.end], halves=(one, other))
            i += 2
        else:
            yield one
            i += 1


def _is_pair(text: str, one: Amount | Odd, other: Amount | Odd | None) -> bool:
    if not isinstance(one, Amount) or not isinstance(other, Amount) or (one.sort, other.sort) != ("number", "number"):
        return False
    if not one.unit or (other.unit and other.unit != one.unit):
        return False
    return bool(WITHIN.fullmatch(text[one.end : other.start]))


def vague(text: str) -> bool:
    """几十件, 一半: a quantity without a figure."""
    return bool(VAGUE.search(text))
