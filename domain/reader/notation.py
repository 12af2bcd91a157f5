"""How a figure is written, and what it says: 1,234.5, 五十二点三, 1.2万, 百分之五, 五成二, 23/45, 2.3个百分点."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from domain.numbers import CHINESE, DIGITS, chinese
from domain.patterns import pattern_of

Sort = Literal["number", "share", "points", "pair"]

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])|[0-9]+)(?:\.[0-9]+)?"
SPOKEN = rf"[{CHINESE}]+(?:点[零〇一二三四五六七八九]+)?"
PLAIN = rf"(?:{ARABIC}|{SPOKEN})"
SCALE = r"(?: ?(?:[千百]?万亿|个?[千百]?[万亿]|千(?![分瓦伏卡帕克焦])|百(?!分))|[wW](?![a-zA-Z]))"
FIGURE = rf"{PLAIN}(?:{SCALE}{PLAIN}?)*+"
UNITS = "个件起次篇项人通场份户家名位天日元条宗封号所块款字倍"
UNIT = (
    rf"(?:个人(?![一-鿿])|万元|亿元|小时|分钟|个?星期|周(?!年|[一二三四五六日])|学时|课时|人次"
    rf"|工作日|个月|例(?!外)|回(?![一-鿿])|[{UNITS}])"
)
IN_SCALE = r"(?:万|[wW])?"

TOKEN = pattern_of(
    rf"""
    (?P<hundred>百分[之]?百)
    | (?P<of>百分之|千分之|万分之)[ ]?(?P<share>{PLAIN})
    | (?P<den>{PLAIN})分之(?P<num>{PLAIN})
    # 五成二; 三成员 and 一成立 are words
    | (?P<cheng>[一二三四五六七八九十两1-9])成(?P<more>[一二三四五六七八九1-9半])?(?![立功为员绩本长就果分])
    # 23/45, 23件/45件; 9/10月 is none
    | (?P<left>{ARABIC}{IN_SCALE})\s*(?P<of_left>{UNIT})?\s*/\s*(?P<right>{ARABIC}{IN_SCALE})(?![0-9/.]|[月日])
    | (?:(?<![0-9%‰{UNITS}])(?P<sign>[-−+负]))?(?P<figure>{FIGURE.replace(" ", "[ ]")})
      (?:\s*(?P<mark>个?百分点|个点|%|‰))?
    """,
    re.VERBOSE,
)
OF_ALL = {"百": 100, "千": 1000, "万": 10_000}
SCALES = {"万": 10_000, "亿": 10**8, "千": 1000, "百": 100}
ROUND = 12  # 三分之二 counts no three things, 四十五分之二十三 does
TYPED = str.maketrans({" ": None, ",": None, "个": None, "w": "万", "W": "万"})
SCALED = frozenset("万亿wW")
LONGEST = 15  # signs of one figure
DECIMALS = 9
THOUSANDS = pattern_of("[一二两三四五六七八九1-9]千")  # 一亿一千八 are thousands of 万; 一亿八百 may be either


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
    halves: tuple["Amount", ...] = ()  # of a pair its whole and its part, each as it stands


def amount_of(match: re.Match[str]) -> Amount | None:
    """What a match of TOKEN says; None where it looks like a figure and is no certain one."""
    if match["hundred"]:
        return Amount(Fraction(1), "share", *match.span())
    if match["of"]:
        value = number(match["share"])
        return None if value is None else Amount(value / OF_ALL[match["of"][0]], "share", *match.span())
    if match["den"]:
        return _fraction(match)
    if match["cheng"]:
        tens = 10 if match["cheng"] == "十" else _digit(match["cheng"])
        more = 5 if match["more"] == "半" else _digit(match["more"] or "零")
        return Amount(Fraction(10 * tens + more, 100), "share", *match.span())
    if match["left"]:
        return _slashed(match)
    return _figure(match)


def _slashed(match: re.Match[str]) -> Amount | None:
    """Of 3145/4050万 the scale counts both."""
    scales = [found[0] if (found := re.search("[万wW]", match[side])) else "" for side in ("left", "right")]
    part = number(match["left"] + ("" if scales[0] else scales[1]))
    whole = number(match["right"])
    if part is None or whole is None:
        return None
    unit = (match["of_left"] or "").removeprefix("个") or ("个" if match["of_left"] else "")
    return Amount(part, "pair", *match.span(), unit=unit, whole=whole, scaled=any(scales))


def _fraction(match: re.Match[str]) -> Amount | None:
    whole, part = number(match["den"]), number(match["num"])
    if not whole or part is None:
        return None
    if whole > ROUND and whole not in OF_ALL.values():
        return Amount(part, "pair", *match.span(), whole=whole)
    return Amount(part / whole, "share", *match.span())


def _figure(match: re.Match[str]) -> Amount | None:
    value, mark = number(match["figure"]), match["mark"] or ""
    if value is None:
        return None
    if match["sign"] in ("-", "−", "负"):
        value = -value
    if mark in ("%", "‰"):
        return Amount(value / (100 if mark == "%" else 1000), "share", *match.span())
    scaled = not SCALED.isdisjoint(match["figure"])
    return Amount(value / 100 if mark else value, "points" if mark else "number", *match.span(), scaled=scaled)


def _digit(written: str) -> int:
    return int(written) if written.isdecimal() else DIGITS[written]


def number(written: str) -> Fraction | None:
    """What a match of FIGURE says, exactly: 1,234.5, 五十二点三, 1.2万, 1万2; None where that is not certain."""
    written = written.translate(TYPED)
    if not 0 < len(written) <= LONGEST:
        return None
    if written.isascii() and written.isdecimal():  # nearly every one
        return Fraction(int(written)) if written[0] != "0" or written == "0" else None
    if written.endswith("万") and written.count("万") == 2:  # 一万九千万元
        tens = number(written[:-1])
        return None if tens is None else tens * SCALES["万"]
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
    return Fraction(written if match[2] else int(written))


def _scaled(high: Fraction | None, worth: int, tail: str) -> Fraction | None:
    """So many 万, and what stands behind: a digit by itself counts the next scale down, 一万二 is 12,000."""
    if high is None or high == 0:
        return None
    if not tail:
        return high * worth
    if high.denominator != 1:
        return None
    if len(tail) == 1 and (tail in DIGITS or tail.isdecimal()) and tail not in "零0":
        return high * worth + Fraction(_digit(tail) * worth, 10)
    if worth == SCALES["亿"] and "万" not in tail and tail[0] not in "零〇":
        return high * worth + SCALES["万"] * low if THOUSANDS.match(tail) and (low := number(tail)) else None
    low = number(tail.lstrip("零〇"))
    return None if low is None or low >= worth else high * worth + low
