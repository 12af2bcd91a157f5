"""By when something is promised or asked for: 明天下班前, 下周五前, 三个工作日内, 月底前, 节后第一个工作日, 尽快."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from dateutil.relativedelta import relativedelta

from domain.calendar import ONE_DAY, Calendar
from domain.date_words import CLOCK, COUNT, NO_COUNT_BEFORE, PART, STEPS, WEEK, N, near_year, number
from domain.dates import find_days
from domain.feasts import feasts
from domain.holidays import days_off, next_holiday
from domain.numbers import level
from domain.patterns import pattern_of
from domain.stretches import stretches

AN_HOUR = "个?(?:小时|钟头)"
SPAN = pattern_of(
    rf"(?<!第){NO_COUNT_BEFORE}(?:(?P<n>{COUNT})(?P<unit>个?工作日|[天日]|个?{WEEK}|个月|年|{AN_HOUR})"
    rf"|(?P<half>半(?:天|年|个?月)))"
    r"(?:的?时间)?(?P<how>[之以]?内|[之以]?后(?!续))"
)
WORKED = pattern_of(rf"(?<!第){NO_COUNT_BEFORE}(?P<n>{COUNT})个?工作日(?! ?[前内后之以])")
BEFORE_DAY = pattern_of(rf"(?<![第〕\])0-9月室发文])(?P<d>{N}) ?[日号](?=[之以]?前(?!后)|(?:为|截)?止|下班)")
PAIR = pattern_of(r"(?P<w>今明|明后)两?[天日]")
WHOLE = pattern_of(
    rf"(?:(?<![大上下])(?P<w>下下|这|本|当|下)(?:个|一(?=[周季]))?(?P<unit>{WEEK}|月|季度)"
    rf"|(?<![0-9一二三四五六七八九十两半几多])今?(?P<year>年)(?=[之以]?内))"
    r"(?![一二三四五六日天底末初中0-9]|[上下](?![线传报交架])|前一|份?[0-9])(?:[之以]?内|里)?"
)
MONTH = pattern_of(rf"(?P<m>{N}) ?月份?(?P<how>[之以]?内|[之以]?前(?!后))")
# 节后, 假期后 and the first working day behind one; 春节前 and the like carry the feast's name
FIRST_DAY = r"(?:(?:的?(?:上班)?的?(?:第一个工作日|第一天|首个工作日|首日))|上班后?|复工后?)?"
HOLIDAY = pattern_of(rf"(?<![季环细情章小关过中])(?:节假?|假期|长假|收假|放假)(?P<side>[之以]?[前后])(?!续){FIRST_DAY}")
BEHIND_FEAST = pattern_of(FIRST_DAY)
TODAY = pattern_of(rf"下班之?前|{PART}")
NUMERAL = "[0-9一二两三四五六七八九十]"
SOON = (
    r"过(?:一?两|[几些]|一些|三两)天|过(?:一阵|一段时间|段时间|会儿?)|这[几两]天",
    r"若干天|(?:一两|两三|三五|三四|四五|五六|[几数]|十几|十来)个?(?:工作日|天|周|星期|月)(?:[之以]?[内后])?",
    rf"{NUMERAL}{{1,3}}[-~～至到]{NUMERAL}{{1,3}}个?(?:工作日|天|周)[之以]?[内后]?",
    # longer than what? that is for the caller to ask
    rf"(?:宽限|再给[你我他们]{{0,2}}|延[期长后迟]|推迟|晚){COUNT}(?:个?工作日|天|个?{WEEK}|个月)",
    r"[尽从赶]快|尽[早速]|马上|立[即刻]|抓紧|稍[后候等]|待会儿?|(?<!开)一会儿?|等会儿?|回头(?!看)|随后|即将",
    r"近期|近日|最近|改天|有空|不久|早日",
    r"(?<![0-9一二三四五六七八九十两半几多去今明前])年[前后](?!后)",  # of the Spring Festival, or of the year
)
VAGUE = pattern_of("|".join(SOON))
LIMIT = pattern_of(
    rf"(?:[ ,，]?(?:{PART}|{CLOCK}|下班)){{0,3}}(?: ?(?:当天|[之以]?前(?!后)|为止|截?止|[之以]?内|里))?(?:下班之?前)?"
)
LIMITS = pattern_of(r"(?:前|止|内|里)$")
BEHIND = pattern_of(r" ?[之以]?后(?![天第勤续])")
ROUGH = pattern_of(r" ?(?:左右|前后|上下|光景)")
GUESS = pattern_of(r"(?:大概|大约|可能|也许|估计|约)(?:在|是|要)?\s*$")
NOT_THIS = pattern_of(r"(?:不是|并非|不到)\s*$")
NOT_THEN = pattern_of(
    r"[^,，。;；\n]{0,8}?(?:来不及|(?<!行)不行|不可能|做不到|[交报给完做办][不没](?:了|出|完|成|上)|无法|没法|没空|没时间)"
)
MANY = 16  # days in one text; more are no promise

Way = Literal["by", "from"]  # 三天内: rolled back to a working day; 三天后: rolled forward


@dataclass(frozen=True)
class Deadline:
    """`day` is the last working day on or before the day named, `named`; of 三天后 the first one on or after it.

    Where no working day is left until then, today's own weekend included, the day named stands. 12月5日前 includes
    the 5th. `day` is None where the words leave it open (`vague`: 尽快, 年前, 节后 of a holiday that is not yet
    announced, two different days) and where it cannot be kept (`impossible`: behind today, or 2月30日).
    """

    day: date | None
    written: str
    start: int
    end: int
    named: date | None = None
    vague: bool = False
    impossible: bool = False


@dataclass(frozen=True)
class Said:
    """One place in the text: `named` is None where it is vague, or no day at all."""

    start: int
    end: int
    named: date | None
    vague: bool = False
    since: date | None = None  # of 下周内 the first day of what is meant
    way: Way = "by"


def find_deadline(text: str, today: date, calendar: Calendar) -> Deadline | None:
    """The day by which something is promised; None where nothing of the kind is said.

    A day counts before a vague word, one with 前 or 内 before one without; different days are vague together.
    """
    written, text = text, level(text)
    said = [_with_limit(one, text) for one in _all(text, today, calendar) if not _is_refused(one, text)]
    sure = [one for one in said if not one.vague]
    if coming := [one for one in sure if one.named and one.named >= today]:
        limited = [one for one in coming if LIMITS.search(text[: one.end])]
        if len({one.named for one in coming}) > 1 and len({one.named for one in limited}) != 1:
            return _open(coming[0], written)
        return _deadline((limited or coming)[0], written, today, calendar)
    if vague := [one for one in said if one.vague]:
        return _open(vague[0], written)
    if sure:
        one = sure[0]
        return Deadline(None, written[one.start : one.end], one.start, one.end, one.named, impossible=True)
    return None


def _open(one: Said, text: str) -> Deadline:
    return Deadline(None, text[one.start : one.end], one.start, one.end, vague=True)


def _deadline(one: Said, text: str, today: date, calendar: Calendar) -> Deadline:
    assert one.named is not None
    if one.way == "from":
        day = calendar.on_or_after(one.named)
    else:
        day = calendar.shift(one.named + ONE_DAY, -1)
        if one.since and day < max(one.since, today):
            return _open(one, text)  # 下周内, and the whole week is off
        if day < today:
            day = one.named
    return Deadline(day, text[one.start : one.end], one.start, one.end, one.named)


def _with_limit(one: Said, text: str) -> Said:
    """With what stands around it: 前 and the time of day belong to it, 左右 and 后 leave it open."""
    end = one.end
    if limit := LIMIT.match(text, end):
        end = limit.end()
    behind = one.way == "by" and bool(BEHIND.match(text, end))
    open_ = behind or bool(ROUGH.match(text, end) or GUESS.search(text[max(0, one.start - 6) : one.start]))
    return Said(one.start, end, one.named, one.vague or open_, one.since, one.way)


def _is_refused(one: Said, text: str) -> bool:
    return bool(NOT_THEN.match(text, one.end) or NOT_THIS.search(text[max(0, one.start - 4) : one.start]))


def _all(text: str, today: date, calendar: Calendar) -> list[Said]:
    """What the text names, in its order; of two that overlap the one that begins first, then the longer."""
    ways = (_days, _spans, _wholes, _holidays, _stretches)
    found = [one for way in ways for one in islice(way(text, today, calendar), MANY)]
    kept: list[Said] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    if not kept and (match := TODAY.search(text)):
        kept.append(Said(*match.span(), today))
    kept += [Said(*match.span(), None, vague=True) for match in islice(VAGUE.finditer(text), 1)]
    return kept


def _days(text: str, today: date, calendar: Calendar) -> Iterator[Said]:
    for found in find_days(text, today, past=False):
        if not found.about:
            yield Said(found.start, found.end, found.day)
    for match in BEFORE_DAY.finditer(text):
        yield Said(*match.span(), _day_of_month(match["d"], today))
    for match in PAIR.finditer(text):
        yield Said(*match.span(), today + timedelta(days=1 if match["w"] == "今明" else 2))


def _day_of_month(written: str, today: date) -> date | None:
    try:
        day = number(written)
        return (today.replace(day=1) + relativedelta(months=1 if day < today.day else 0)).replace(day=day)
    except ValueError:
        return None


def _spans(text: str, today: date, calendar: Calendar) -> Iterator[Said]:
    for match in islice(SPAN.finditer(text), MANY):
        way: Way = "from" if match["how"].endswith("后") else "by"
        yield Said(*match.span(), _counted(match, today, calendar), way=way)
    for match in islice(WORKED.finditer(text), MANY):
        yield Said(*match.span(), calendar.shift(today, number(match["n"])))


def _counted(match: re.Match[str], today: date, calendar: Calendar) -> date:
    """So long from today, which is not counted itself; of working days the n-th one behind today."""
    if match["half"]:
        halves = {"半天": relativedelta(), "半年": relativedelta(months=6)}
        return today + halves.get(match["half"], relativedelta(days=15))
    n, unit = number(match["n"]), match["unit"].removeprefix("个")
    if unit == "工作日":
        return calendar.shift(today, n)
    if unit in ("月", "年"):
        return today + relativedelta(months=n if unit == "月" else 12 * n)
    if unit in ("小时", "钟头"):
        return today + timedelta(days=n // 24)
    return today + timedelta(days=n if unit in ("天", "日") else 7 * n)


def _wholes(text: str, today: date, calendar: Calendar) -> Iterator[Said]:
    for match in WHOLE.finditer(text):
        first, last = _whole(match, today)
        yield Said(*match.span(), last, since=first)
    for match in MONTH.finditer(text):
        yield Said(*match.span(), _end_of_month(match, today))


def _end_of_month(match: re.Match[str], today: date) -> date | None:
    """12月内 ends with December, 12月前 with November."""
    try:
        month = number(match["m"])
        begin = near_year(lambda year: date(year, month, 1), today.replace(day=1), past=False)
    except ValueError:
        return None
    return begin - ONE_DAY if match["how"].endswith("前") else begin + relativedelta(months=1) - ONE_DAY


def _whole(match: re.Match[str], today: date) -> tuple[date, date]:
    if match["year"]:
        return today.replace(month=1, day=1), today.replace(month=12, day=31)
    step = STEPS[match["w"]]
    if match["unit"] in ("月", "季度"):
        months = 1 if match["unit"] == "月" else 3
        first = today.replace(day=1, month=(today.month - 1) // months * months + 1)
        first += relativedelta(months=step * months)
        return first, first + relativedelta(months=months) - ONE_DAY
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    return monday, monday + timedelta(days=6)


def _stretches(text: str, today: date, calendar: Calendar) -> Iterator[Said]:
    """月底, 下旬 and 二季度末 have a last day; 月初 and 年中 have none."""
    for stretch in stretches(text, today, past=False):
        gone = stretch.day is None or stretch.last < today
        named = stretch.last if stretch.day else None
        yield Said(stretch.start, stretch.end, named, vague=not stretch.ends and not gone)


def _holidays(text: str, today: date, calendar: Calendar) -> Iterator[Said]:
    """节后 is the first working day behind the next holiday, 节前 the last one before it."""
    for match in HOLIDAY.finditer(text):
        before = match["side"].endswith("前")
        run = next_holiday(today + ONE_DAY if before else today, calendar, is_running=not before)
        yield _beside(match.start(), match.end(), run, before)
    for feast in feasts(text, today, past=False):
        if feast.side in ("before", "after"):
            before = feast.side == "before"
            behind = BEHIND_FEAST.match(text, feast.end)
            end = behind.end() if behind and not before else feast.end
            known = feast.day is not None and not calendar.is_provisional(feast.day - ONE_DAY if before else feast.day)
            run = days_off(feast.day, calendar) if feast.day and known else None
            yield _beside(feast.start, end, run, before)


def _beside(start: int, end: int, run: tuple[date, date] | None, before: bool) -> Said:
    if run is None:
        return Said(start, end, None, vague=True)
    return Said(start, end, run[0] - ONE_DAY) if before else Said(start, end, run[1] + ONE_DAY, way="from")
