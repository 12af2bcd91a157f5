"""Every figure in a text, in whatever notation: 52.3%, 百分之五十二点三, 五成二, 1.2万件, 23/45, 45人中43人, 约50."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Literal

from domain.numbers import CHINESE, DIGITS, chinese

Sort = Literal["number", "share", "points", "pair"]

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])|[0-9]+)(?:\.[0-9]+)?"
SPOKEN = rf"[{CHINESE}]+(?:点[零〇一二三四五六七八九]+)?"
PLAIN = rf"(?:{ARABIC}|{SPOKEN})"
SCALE = r"(?: ?(?:[千百]?万亿|个?[千百]?[万亿]|千(?!分)|百(?!分))|[wW](?![a-zA-Z]))"
FIGURE = rf"{PLAIN}(?:{SCALE}{PLAIN}?)*"
UNITS = "个件起次篇项人通场份户家名位天日元条例宗封号所块款字倍"
UNIT = rf"(?:万元|亿元|小时|学时|课时|人次|工作日|个月|[{UNITS}])"
ABOUT_BEFORE = re.compile(
    r"(?:大约|大概|约莫|约为|约|将近|接近|差不多|不到|不足|超过|高于|低于|逾|超|近|至少|最多|最少|不少于"
    r"|不低于|大致|估计|可能|好像|大概率|也就|少说)"
    r"(?:是|有|在|为|达|到|了)?\s*$"
)
ABOUT_BEHIND = re.compile(r"\s*(?:左右|上下|多(?!元)|余(?!额)|来(?=[个件人天])|出头|以上|以下|以内|之间|开外|不到)")
VAGUE = re.compile(
    r"(?:好?几|数)(?:[十百千万]+|(?=[个件起次篇项人天]))|[十百千万]几|[一二三四五六七八九]十[多几来]"
    r"|(?<![一二三四五六七八九零〇点百千万])[两三四五六七八][三四五六七八九](?=[十百千万个件起次人天])"
    r"|点几|几个?(?:%|百分点)|半数|一半|大部分|多数|少数|若干"
)
RANGE = re.compile(rf"\s*(?:[-~—–]{{1,2}}|到|至)\s*(?={PLAIN})")

TOKEN = re.compile(
    rf"(?P<of>百分之|千分之|万分之)(?P<share>{PLAIN})"
    rf"|(?P<den>{PLAIN})分之(?P<num>{PLAIN})"
    rf"|(?P<cheng>[一二三四五六七八九十两1-9])成(?P<more>[一二三四五六七八九1-9半])?(?![立功为员绩本长就果分])"
    rf"|(?P<left>{ARABIC}(?:万|[wW])?)\s*(?P<of_unit>{UNIT})?\s*(?P<slash>/)\s*(?P<right>{ARABIC}(?:万"
    rf"|[wW])?)(?![0-9/.]|[月日])"
    rf"|(?:(?<![0-9%‰{UNITS}])(?P<sign>[-−+负]))?(?P<figure>{FIGURE})\s*(?P<mark>个?百分点|个点|%|‰)?"
)
DOTTED = re.compile(r"\.[0-9]")  # 1.2.3 is no figure
HALF = re.compile("半(?![数年月])")
MEASURE = re.compile(rf"\s*(?P<unit>{UNIT})")
# 45人中43人, 45件里面有43件, 45人,其中43人
WITHIN = re.compile(
    rf"[^0-9,;。{CHINESE}]{{0,24}}?(?:当中|之中|里面|里头|中|里|,?\s*其中|内)\s*,?\s*(?:已经?|共|有|只有"
    rf"|办结|完成|了|成功|按时|按期|的|为|是|履行|满意|合格|反馈|[^0-9,;。{CHINESE}]){{0,8}}\s*$"
)
OF_ALL = {"百": 100, "千": 1000, "万": 10_000}
SCALES = {"万": 10_000, "亿": 10**8, "千": 1000, "百": 100}
HAN = re.compile("[\u4e00-\u9fff]")
ROUND = 12
LONGEST = 15  # signs of one figure
DECIMALS = 9
MOST = 60  # figures in one text: no form asks for a third of them


@dataclass(frozen=True)
class Amount:
    """`value` exact; of a share 52.3 % is 523/1000; of a pair the part, beside its `whole`.

    `start` to `end` is where it stands, its unit included. `about` where it is no exact figure.
    """

    value: Fraction
    sort: Sort
    start: int
    end: int
    unit: str = ""
    whole: Fraction | None = None
    about: bool = False
    written: str = ""  # without its unit
    scaled: bool = False  # 万 or 亿 stands behind it
    between: str = ""  # of a pair what stands between its whole and its part


@dataclass(frozen=True)
class Odd:
    """Looks like a figure and is none that can be read: 007, 三四, -3."""

    start: int
    end: int


def find(text: str) -> list[Amount | Odd]:
    """In a `level` text, in their order; of more than `MOST` no more than the first ones."""
    single = list(islice(_single(text), MOST + 1))
    return list(_paired(text, _ranged(text, single)))


def _single(text: str) -> Iterator[Amount | Odd]:
    at = 0
    while match := TOKEN.search(text, at):
        at = match.end()
        found = _amount(match)
        unit = MEASURE.match(text, match.end())
        if _is_word(text, match, unit):
            continue
        if found is None or DOTTED.match(text, match.end()):
            yield Odd(match.start(), match.end())
            continue
        if found.sort not in ("number", "pair"):
            unit = None
        if unit:
            at = unit.end()
            found = replace(found, unit=unit["unit"], end=unit.end())
            if half := HALF.match(text, at):  # 二十八天半
                at = half.end()
                found = replace(found, value=found.value + Fraction(1, 2), end=at)
        about = ABOUT_BEFORE.search(text[max(0, found.start - 8) : found.start]) or ABOUT_BEHIND.match(text, found.end)
        yield replace(found, about=bool(about), written=text[match.start() : match.end()])
    return


def _is_word(text: str, match: re.Match[str], unit: re.Match[str] | None) -> bool:
    """统一, 一审, 万人, 百姓: a sign by itself within words counts nothing."""
    written = match["figure"] or ""
    if unit or match["mark"] or not set(written) <= set(CHINESE):
        return False
    behind = text[match.end() : match.end() + 1]
    before = text[max(0, match.start() - 1) : match.start()]
    within = bool(HAN.match(behind)) or (len(written) == 1 and bool(before) and before in "第统唯万单专同之每逐进")
    return within and (len(written) == 1 or not set(written) & set(DIGITS))


def _amount(match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    value: Fraction | None
    if match["of"]:
        value = Fraction(100) if match["share"] == "百" else number(match["share"])
        return None if value is None else Amount(value / OF_ALL[match["of"][0]], "share", start, end)
    if match["den"]:
        whole, part = number(match["den"]), number(match["num"])
        if not whole or part is None:
            return None
        counted = whole > ROUND and whole not in (100, 1000, 10_000)  # 三分之二 counts no three things
        return Amount(part, "pair", start, end, whole=whole) if counted else Amount(part / whole, "share", start, end)
    if match["cheng"]:
        tens = 10 if match["cheng"] == "十" else _digit(match["cheng"])
        more = 5 if match["more"] == "半" else _digit(match["more"] or "零")
        return Amount(Fraction(10 * tens + more, 100), "share", start, end)
    if match["slash"]:
        part, whole = number(match["left"]), number(match["right"])
        if part is None or whole is None:
            return None
        scaled = bool(re.search("[万wW]", match["left"]))
        return Amount(part, "pair", start, end, whole=whole, scaled=scaled)
    value, mark = number(match["figure"]), match["mark"] or ""
    if value is None:
        return None
    if match["sign"] in ("-", "−", "负"):
        value = -value
    if mark in ("%", "‰"):
        return Amount(value / (100 if mark == "%" else 1000), "share", start, end)
    scaled = bool(re.search("[万亿wW]", match["figure"]))
    return Amount(value / 100 if mark else value, "points" if mark else "number", start, end, scaled=scaled)


def _digit(written: str) -> int:
    return int(written) if written.isdecimal() else DIGITS[written]


def number(written: str) -> Fraction | None:
    """What a match of FIGURE says, exactly: 1,234.5, 五十二点三, 1.2万, 1万2; None where that is not certain."""
    written = re.sub("[ ,个]", "", written).replace("w", "万").replace("W", "万")
    if not 0 < len(written) <= LONGEST:
        return None
    for scale in "亿万千百" if written[0].isdecimal() else "亿万":
        head, found, tail = written.partition(scale)
        if found:
            return _scaled(number(head), SCALES[scale], tail)
    if written[0].isdecimal():
        return _arabic(written)
    head, point, tail = written.partition("点")
    if not point:
        whole = chinese(written)
        return None if whole is None else Fraction(whole)
    whole = chinese(head)
    digits = "".join(str(DIGITS["零" if c == "〇" else c]) for c in tail if c in DIGITS or c == "〇")
    return Fraction(f"{whole}.{digits}") if whole is not None and 0 < len(digits) == len(tail) <= DECIMALS else None


def _arabic(written: str) -> Fraction | None:
    match = re.fullmatch(r"([0-9]+)(?:\.([0-9]+))?", written)
    if not match or (len(match[1]) > 1 and match[1][0] == "0") or len(match[2] or "") > DECIMALS:
        return None
    return Fraction(written)


def _scaled(high: Fraction | None, worth: int, tail: str) -> Fraction | None:
    """So many 万, and what stands behind: a digit by itself counts the next scale down, 一万二 is 12,000."""
    if high is None or high == 0:
        return None
    if not tail:
        return high * worth
    if high.denominator != 1:
        return None
    if len(tail) == 1 and tail not in "零〇0":
        return high * worth + Fraction(_digit(tail) * worth, 10)
    low = number(tail.lstrip("零〇"))
    return None if low is None or low >= worth else high * worth + low


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
            between = text[one.end : other.end]
            about = one.about or other.about
            yield replace(other, sort="pair", whole=one.value, start=one.start, about=about, between=between)
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
