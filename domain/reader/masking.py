"""A text with everything taken out that looks like a figure and counts nothing; each sign keeps its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from domain.cadences import Period
from domain.numbers import chinese, level
from domain.patterns import pattern_of
from domain.reader import uncounted, words, year_names
from domain.reader.amounts import Odd, find
from domain.reader.asked import Asked, Demand
from domain.reader.names import Thing, things_of
from domain.reader.notation import UNIT, Amount

# stand for the signs of a name, of digits that count nothing, and of a period that is not asked about
NAME, CODE, OTHER = "\x01", "\x02", "\x03"
EMOJI = pattern_of("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
UNSEEN = pattern_of("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # marks of direction, joiners
FIRST_MARK = pattern_of(r"^\s*(?:\([0-9]{1,2}\)|[0-9]{1,2}、)(?=[\x01一-鿿])")
RUNNING_MARK = pattern_of(r"(?:^|(?<=[,，;；。\s]))([1-9])[,，](?=[一-鿿])")  # 1，收案1633。2，去年同月1697
BLANKS = pattern_of(r"\s{3,}")  # two stay: a gap between columns is wider than one between words
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟÷", "一二三四五六七八九十百千/")
POINT = pattern_of("(?<=[0-9]{2})点(?=[0-9]{1,2}(?![0-9分个]))")  # 65点6
# 25年9月, 25年核查253件
SHORT_YEAR = pattern_of(
    "(?<![0-9.])([12][0-9])(?=年(?:(?:1[0-2]|[1-9])月|同[月期]|[:：是为]?[0-9]{3}|(?![来多以前后内])[一-鿿]{2,6}[0-9]))"
)
PAUSE = pattern_of("(?<=[0-9]{3})，(?=[0-9])")
IN_BRACKETS_MONEY = pattern_of(r"(?<=[0-9])\s*\((?:单位:?)?(万元|亿元|元)\)")
BEHIND = rf"(?:(?!{UNIT}|[年月日号时点分万亿千百成多余来])[一-鿿]{{2,6}}|[应已实])"
# 办结/应办结=33/35
BOTH_NAMED = pattern_of(
    r"([一-鿿]{2,16})/([一-鿿]{2,16})\s*[=:为是]?\s*([0-9.]+[件个人名]?)/([0-9.]+[件个人名]?)(?![0-9/.])"
)
# B3=590; 二、诉调工作。…; 2026/9 1593
CELL_OF_SHEET = pattern_of(r"(?<![A-Za-z0-9])[A-Z](?:[0-9]{1,3}\s?[=:](?=\s?[0-9])|列[是为:]?)")
HEADING = pattern_of(r"(?:^|(?<=[。;…:\s]))[一二三四五六七八九十]、(?=[一-鿿]{2,10}[。:])")
MONTH_OF = pattern_of(r"(?<![0-9./])(20[0-9]{2})[/.-]0?(1[0-2]|[1-9])(?=\s+[0-9]|\s*:\s*[0-9])")
# 一、2026年7月收案1605件；二、…: marks of a list, where they run on from one
NUMERAL_MARK = pattern_of(r"(?:^|(?<=[\n;。:]))\s*([一二三四五六七八九])、(?=[一-鿿0-9])")
NUMERALS = "一二三四五六七八九"
SPOKEN_YEAR = pattern_of(f"(?<![一-鿿0-9〇零])二([{NUMERALS}])年(?=[一-鿿,])")  # 二五年一共核查239件
DASH = pattern_of("[—–]{2,}")
EXACTLY = pattern_of("整(?=[一二两三四五六七八九][百千])")
# (去年应办结28 化解12): the year holds within its brackets
IN_BRACKETS_THEN = pattern_of(r"\((?P<year>(?:去年|上年)(?:同期|同月)?)(?P<said>[^()]*)\)")
NAMED_NEXT = pattern_of(r"(?<=[0-9件个人名])[ ,、]+(?![去上前今]年)(?=[一-鿿]{2,8}[0-9])")
# 去年同期化解25/应办45: the year holds for both
YEAR_FIRST = pattern_of(
    r"(?P<year>(?:去年|上年)(?:同期|同月)?)(?P<one>[一-鿿]{2,8}[0-9]+[件个人名]?)\s*/\s*(?P<other>[一-鿿]{2,8}[0-9]+)(?![0-9/.])"
)
# 294(应轮训),291(已轮训)
HEAD_IN_BRACKETS = pattern_of(
    rf"(?<![一-鿿0-9.%])([0-9]+(?:\.[0-9]+)?(?:{UNIT}|%)?)\s*"
    rf"\((?!{UNIT}|含|其中|不|包括|同比|环比|比|较|去年|上年|占|约)((?:[≥>=]+[0-9]+)?[一-鿿]{{2,14}})\)[,、 ]?"
)
# 698满意 734有效: bare figures, each with its name right behind it
NAMED_BEHIND = pattern_of(
    rf"(?<![0-9.])([0-9]{{2,}}(?:\.[0-9]+)?)({BEHIND})[ ,、]+([0-9]{{2,}}(?:\.[0-9]+)?)({BEHIND})(?=$|[\s,;。!])"
)
# 没有一件不合格, 一件不合格的都没有
NOT_ONE_NOT = pattern_of(
    r"(?:没有?|无|[没未]发现)(?:一[件个人名])?不(合格|达标)的?|一[件个人名]不(合格|达标)的?(?:都|也)(?:没有?|无)"
)
# 4个被告人 are no cases
OF_PERSONS = pattern_of(
    "(?<=[0-9一二两三四五六七八九十百])[个名位](?=(?:被告|嫌疑|犯罪嫌疑|当事|申请|被执行|原告|上访|信访)人)"
)
COUNTED_BY_ONE = pattern_of("([仨俩])([个次件人名项家份])?")  # 仨领域 is 三个领域


@dataclass(frozen=True)
class Named:
    """A name in full, where it stands."""

    thing: Thing
    start: int
    end: int


@dataclass(frozen=True)
class Masked:
    """`text` without names and codes, `raw` with them; a place in the one is the same place in the other."""

    text: str
    raw: str
    names: list[Named]
    year: int | None = None  # that is asked about
    years: tuple[year_names.Said, ...] = ()  # that are said, where names hold them

    @cached_property
    def amounts(self) -> tuple[Amount | Odd, ...]:
        return find(self.text)


@lru_cache(maxsize=32)  # one answer is read in several ways
def clean(text: str) -> str | None:
    """In ordinary forms, white space folded; None where a sign of it counts as no one counts: ½, 45²."""
    text = uncounted.CIRCLED.sub(" ", UNSEEN.sub("", text))
    if uncounted.ORNATE.search(text):
        return None
    marks = [int(match[1]) for match in RUNNING_MARK.finditer(text)]
    if len(marks) > 1 and marks == list(range(1, len(marks) + 1)):
        text = RUNNING_MARK.sub("", text)
    text = PAUSE.sub(", ", text)
    text = (
        EMOJI.sub(" ", level(text))
        .replace("■", " ")
        .replace("一二三六八", "12368")
        .replace("幺二三六八", "12368")
        .translate(FORMAL)
    )
    if (signs := "".join(NUMERAL_MARK.findall(text)))[1:] and NUMERALS.startswith(signs):
        text = NUMERAL_MARK.sub("", text)
    text = SPOKEN_YEAR.sub(lambda match: f"202{NUMERALS.index(match[1]) + 1}年", text)
    text = SHORT_YEAR.sub(r"20\1", POINT.sub(".", text))
    text = MONTH_OF.sub(r"\1年\2月", EXACTLY.sub("", DASH.sub(",", HEADING.sub("", CELL_OF_SHEET.sub(" ", text)))))
    text = IN_BRACKETS_THEN.sub(
        lambda match: f"({match['year']}{NAMED_NEXT.sub(',' + match['year'], match['said'])})", text
    )
    text = NOT_ONE_NOT.sub(lambda match: f"全部{match[1] or match[2]}", text)
    if len(HEAD_IN_BRACKETS.findall(text)) > 1:
        text = HEAD_IN_BRACKETS.sub(r"\2\1,", text)
    text = OF_PERSONS.sub("人", text)
    text = NAMED_BEHIND.sub(r"\2\1,\4\3", text)
    text = YEAR_FIRST.sub(r"\g<year>\g<one>,\g<year>\g<other>", text)
    text = IN_BRACKETS_MONEY.sub(r"\1", BOTH_NAMED.sub(r"\1\3,\2\4", text))
    text = COUNTED_BY_ONE.sub(lambda match: "三两"["仨俩".index(match[1])] + (match[2] or "个"), text)
    text = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    return BLANKS.sub(lambda match: "\n" if "\n" in match.group() else "  ", text)


def mask(text: str, known: Sequence[Thing], asked: Asked, *, as_remarked: bool = False) -> Masked:
    """Without what is said of the rest, unless `as_remarked`."""
    names: list[Named] = []
    masked = text
    years = year_names.said(text, known)
    for one in years:
        sign = CODE if one.year in year_names.of_names(known) else OTHER
        masked = masked[: one.start] + sign * (one.end - one.start) + masked[one.end :]
    text = masked
    for written, thing in _written(asked.demands):
        for match in written.finditer(masked):
            if of_year := year_names.of_year(thing, year_names.at(match.start(), years), known):
                names.append(Named(of_year, *match.span()))
            masked = _black(masked, match, NAME)
    for remark in () if as_remarked else (words.REST_LATER, words.NOT_OUT_YET, words.ASKED_OF_OTHERS):
        masked = remark.sub(lambda match: ",".ljust(len(match.group())), masked)
    masked = uncounted.MONTHS.sub(lambda match: CODE * len(match.group()), _without_marks(masked))
    for match in uncounted.PERIOD.finditer(masked):
        masked = _black(masked, match, CODE if is_asked(match, asked.period) else OTHER)
    for match in uncounted.CODES.finditer(masked):
        masked = _black(masked, match, CODE)
    if len(uncounted.LIST_MARK.findall(masked)) > 1:
        masked = uncounted.LIST_MARK.sub(lambda match: " " * len(match.group()), masked)
    names = [name for name in names if NAME in masked[name.start : name.end]]
    year = asked.period.start.year if asked.period else None
    return Masked(masked, text, sorted(names, key=lambda one: one.start), year, years)


@lru_cache(maxsize=64)
def _written(demands: tuple[Demand, ...]) -> list[tuple[re.Pattern[str], Thing]]:
    """Each name as a pattern, the longest first; 满90学时 names whoever has 90 of them."""
    known = things_of(demands)
    found = [(len(thing.name), re.escape(level(thing.name)) + "(?![率比后占])", thing) for thing in known]
    for thing in known:
        if thing.name.endswith("数") and thing.sort == "count":
            found.append((len(thing.name) - 1, re.escape(level(thing.name[:-1])) + "(?![率比后占])", thing))
        if (digits := DIGITS_IN_NAME.search(thing.name)) and thing.sort == "count" and int(digits[2]) in SPOKEN:
            number = f"(?:{digits[2]}|{SPOKEN[int(digits[2])]})"
            found.append(
                (
                    1,
                    rf"(?:学时)?(?:{digits[1]}了?|≥|>=|达到?了?|够了?|完成了?){digits[1]}?\s*{number}\s*(?:个?[学课]时)?(?:的?法官)?",
                    thing,
                )
            )
    return [(re.compile(pattern), thing) for _, pattern, thing in sorted(found, key=lambda one: -one[0])]


DIGITS_IN_NAME = pattern_of("([一-鿿])([1-9]0)(?![0-9])")
SPOKEN = {tens * 10: f"{sign}十" for tens, sign in enumerate("一二三四五六七八九", start=1)}


def _without_marks(text: str) -> str:
    """(1)成功487件(2)立案1520件: numbers in brackets that run on from one are a list's own."""
    marks = [int(match[1]) for match in uncounted.IN_BRACKETS.finditer(text)]
    text = FIRST_MARK.sub(lambda match: " " * len(match.group()), text)
    if len(marks) < 2 or marks != list(range(1, len(marks) + 1)):
        return text
    return uncounted.IN_BRACKETS.sub(lambda match: ",".ljust(len(match.group())), text)


def _black(text: str, match: re.Match[str], sign: str) -> str:
    return text[: match.start()] + sign * len(match.group()) + text[match.end() :]


def is_asked(match: re.Match[str], period: Period | None) -> bool:
    """The period that is asked about, or one that holds it; 9月 or 上半年 may be another one."""
    if period is None:
        return True
    said, written = match.group(), match["month"]
    if written is None and _is_wider(said, period):
        return False
    year = re.match("20[0-9]{2}", said)
    if year and int(year.group()) != period.start.year:
        return False
    if written is not None and period.every == "month":
        return (int(written) if written.isdecimal() else chinese(written)) == period.start.month
    if "半年" in said:
        return period.every == "year" or (period.start.month >= 7) == ("下" in said)
    return True


def _is_wider(said: str, period: Period) -> bool:
    """A quarter or a year is more than the month; another quarter than the half-year is less than it."""
    if "季度" in said:
        return (
            period.every != "quarter"
            or "一二三四1234".index(said.removesuffix("季度")[-1]) % 4 != period.start.month // 3
        )
    return period.every == "month"
