"""Answers that are no figures: in place or not, nothing or something, a day, a rank."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from domain.date_words import after_time
from domain.dates import Found, find_day, find_days
from domain.events import is_of_the_kind, says_nothing
from domain.happenings import is_idle
from domain.numbers import CHINESE, NUMBER, amount_of, level, plain, value_of
from domain.patterns import pattern_of
from domain.ranks import Rank as Rank
from domain.ranks import read_rank as read_rank

Problem = Literal[
    "not-understood",
    "no-such-day",
    "about-day",
    "not-yet",
    "two-days",
    "long-ago",
    "occurrence-day",
    "occurrence-count",
    "occurrence-what",
    "rank-two-figures",
    "rank-out-of-field",
    "rank-source",
]
DayProblem = Literal["no-such-day", "about-day", "not-yet"]
WORDS_AT_MOST = 100
LONG_AGO = 10  # years: a slip of a digit rather than a day
END = r"[了的。.!,，\s]*$"
NO = pattern_of(
    rf"^(?:否|不是|没有?|无|未|尚未|还没有?)(?:落实|建立|健全|开通|开展|制定|到位|完成|规范|做到|达到)?(?:到位)?{END}"
)
ALONE = "(?:单独|专门|正式|另行|真正|再)"
NOT_YET_DONE = pattern_of(
    rf"^(?:该|此)?[^0-9,，。]{{0,12}}?(?:尚未|还没有?|没有?|未)(?:有|能)?{ALONE}?(?:形成|成立|制定|制订|建立|设立|完成|出台|印发|落实|开展"
    rf"|做|办|[出发搞弄定建](?=过))?过?{ALONE}?的?(?:这个|此项|该项|这项|此|该|这)?(?:常态化)?(?:工作|领导)?(?:制度|办法|文件|小组|东西)?"
    rf"(?:[,，；;](?:目前|现在|一直|都|就)*(?:执行|参照|沿用|按|用|挂靠|套用|由)[^0-9]*)?{END}"
)
# a number whole or not at all: in a long row of digits nothing is tried twice
WHOLE = rf"(?<![0-9](?=[0-9]))(?<![{CHINESE}](?=[{CHINESE}]))(?>{NUMBER.pattern})"
# 后来认定是我们安检没做到位，算1起: of what is asked about, whatever it was
COUNTS_AS = pattern_of(r"(?<![不没能要别可])(?:算作?|认定为?|定为)\s*[1一]\s?[起件次](?![一-鿿])")
COUNT = pattern_of(
    rf"(?:共|计|合计)?\s{{0,9}}(?P<figure>{WHOLE})\s{{0,9}}(?:件|起|个(?!多?(?:月|星期|礼拜|小时|钟头|工作日))|次|项|人次|例)"
)
DONE_THEN = pattern_of(r"成立|制定|建立|出台|印发|发文|下发|完成|通过")
CHANGED_THEN = pattern_of(r"^[^,，;；。]{0,8}(?:调整|修订|修改|更新|换届|变更|增补|完善|补充|改组|重新)")
GUESSED = pattern_of(
    r"大约|大概|可能|好像|应该是|左右|前后|记得|估计|似乎|也许|[约近]\s*(?:20|[一二三四五六七八九十])|听说|还是(?=[^,，;；。]{0,3}[0-9一二三四五六七八九十]|$)|忘[了记]|记不[清得住]|不记得|想不起"
)
NOT_THEN = pattern_of(r"(?:不是|并非|不在|没在|不会是)(?:于|在)?(?:20[0-9]{2}年)?\s*$")
OTHERS = pattern_of(r"隔壁|别的|其他(?:庭|支部|部门|法院)|兄弟|听说|据说")
DENIED = pattern_of(r"(?:没有?|未|无)(?:有|再|曾)?(?:发现|发生|出现|查实|此类|该类)")
# 11月19日督察1次: what the house did, and nothing that happened
# 有1起，一个书记员拖着不办: who it was, and no event more
SOMEBODY = pattern_of(
    r"(?:个|名|位)(?=[一-鿿]{0,3}?(?:书记员|助理|法官|干警|法警|同志|辅警|工作人员|窗口|年轻人|新人|实习生|聘用|当事人|律师|群众|老[人太头]|大[爷妈姐叔哥]|阿姨|小伙|[男女][的子]|先生|女士|家属|代理人|申请人|[被原]告|人))"
)
ACTS = pattern_of(
    r"(?:督[察查]|学习|检查|自查|抽查|巡查|培训|开会|会议|教育|谈话|演练|走访|宣传|排查|提醒)了?(?:过|共)?\s*[0-9一二两三四五六七八九十]+\s*次"
    r"|(?:宣传|学习|培训|教育|演练|巡[查护])[^,;。0-9]{1,8}?[0-9一二两三四五六七八九十]+\s*次"
)
# 11月3日1起正面报道
OTHER_THING = pattern_of(
    r"(?P<what>正面|表扬|感谢|报道|演练|投诉|举报|线索|会议|培训|建议|咨询)[^,;。0-9]{0,2}[0-9一二两三四五六七八九十]+\s*[起件次]"
    r"|[0-9一二两三四五六七八九十]+\s*[起件次](?P<thing>正面|表扬|感谢|报道|演练|投诉|举报|线索|会议|培训|建议|咨询)"
)
TOTAL = pattern_of(r"(?:就|只|仅|[总统一]?共|合计|累计|算|也就)[^,，;；。0-9一二两三四五]{0,6}$")
CAME_OF_IT = pattern_of("发现|查实|通报|批评|问责|被|曝光")
# 9月17日高院通报的: by whom it was told, and no word of what it was
TOLD_BY = pattern_of(r"^(?:[一-鿿]{0,4}[院委办局部组室])?(?:通报|点名|认定)的?(?=[,，;；。\s]|$)")
PLANNED = pattern_of(r"尚未|没有?完成|还没|未完成|计划|预计|原定|拟于|打算|争取|准备")
EDGES = " ,，、;；。.:：()（）/"
SOURCE = pattern_of(r"^(?:来源|依据|据)(?:于|是|为)?[:：]?\s*|^(?:见|按)\s*")


BenchmarkProblem = Literal[
    "benchmark-value", "benchmark-day", "benchmark-source", "not-yet", "no-such-day", "about-day"
]
VALUE = pattern_of(rf"(?<![0-9.])(?P<figure>{NUMBER.pattern})\s*(?P<unit>[天件]|学时)?")


@dataclass(frozen=True)
class Benchmark:
    """`value` in the unit of the demand: 78.5 % is 157/200. Published by `source` on that day."""

    value: Fraction
    source: str
    day: date


@dataclass(frozen=True)
class Occurrence:
    """Something happened: when, what kind of thing, how many. No names."""

    day: date
    count: int
    what: str


def read_day(text: str, today: date) -> date | Literal[False] | Problem:
    """The day on which something was done; False where it has not been."""
    text = level(text.strip())
    if NOT_YET_DONE.match(plain(text)):
        return False
    days = _done_then(text, find_days(text, today, past=True))
    if len({found.day for found in days}) > 1:
        return "two-days"
    found = days[0] if days else None
    if (
        found is None
        or PLANNED.search(text)
        or NO.match(plain(text))
        or GUESSED.search(text)
        or is_idle(text, found, needs_event=True)
    ):
        return "not-understood"
    return "not-understood" if NOT_THEN.search(text[: found.start]) else _recent(found, today)


def _done_then(text: str, days: list[Found]) -> list[Found]:
    """Of several days the one of which it is said; 2022年3月1日调整过成员 comes after it."""
    if len(days) < 2:
        return days
    ends = [*(found.start for found in days[1:]), len(text)]
    later = [found for found, end in zip(days, ends, strict=True) if CHANGED_THEN.search(text[found.end : end])]
    left = [found for found in days if found not in later]
    return left if len(left) == 1 and DONE_THEN.search(text[left[0].end : ends[days.index(left[0])]]) else days


def _recent(found: Found, today: date) -> date | DayProblem | Literal["long-ago"]:
    day = _day_of(found, today)
    return "long-ago" if isinstance(day, date) and day.year < today.year - LONG_AGO else day


def _day_of(found: Found, today: date) -> date | DayProblem:
    """The day of what has happened; one that is only near (上月底) is asked for."""
    if found.about:
        return "about-day"
    if found.day is None:
        return "no-such-day"
    return "not-yet" if found.day > today else found.day


DEALT_WITH = pattern_of("[就都已]?经?(?:全部?)?(?:处理|整改|办理|解决|补办|审核|审批|反馈)(?:完|好|掉|到位)")


def read_occurrence(text: str, today: date, name: str = "") -> Occurrence | Problem:
    """11月3日 超期审核 2件; what it was is what was asked about, where nothing else is said."""
    text = level(text.strip())
    if DENIED.search(text) or OTHERS.search(text):
        return "not-understood"
    other = OTHER_THING.search(text)
    is_other = other is not None and (other["what"] or other["thing"]) not in name
    if (is_other or ACTS.search(text)) and not CAME_OF_IT.search(text):
        return "occurrence-what"
    days = find_days(text, today, past=True)
    if not days:
        return "occurrence-day"
    if len({one.day for one in days}) > 1:
        return "two-days"
    found = days[0]
    if DEALT_WITH.match(text, after_time(text, found.end)):
        return "occurrence-day"  # 超期3件，4月7日处理完的: when it happened nobody has said
    day = _recent(found, today)
    if isinstance(day, str):
        return day
    rest = text[: found.start] + " " + TOLD_BY.sub("", text[after_time(text, found.end) :])
    counts = _counts(rest)
    count = value_of(counts[0]["figure"]) if len(counts) == 1 else None
    if not count:
        return "occurrence-count"
    what = re.sub(r"\s+", " ", rest[: counts[0].start()] + " " + rest[counts[0].end() :]).strip(EDGES)
    what = re.sub(r"^(?:发生|发现|查实|出现|有)(?:了|过)?\s*|\s*(?:发生|各|共|有|查实)$", "", what).strip(EDGES)
    alone = says_nothing(re.split("[,，;；。 ]", rest[: counts[0].start()])[-1]) and bool(
        re.match("[,，;；。 ]|$", rest[counts[0].end() :])
    )
    if name and not COUNTS_AS.search(text) and not is_of_the_kind(what, name, alone=alone):
        return "occurrence-what"
    what = name if len(what) < 2 or says_nothing(what) else what
    return Occurrence(day, count, what[:WORDS_AT_MOST]) if what else "occurrence-what"


def _counts(text: str) -> list[re.Match[str]]:
    """5月8日1件，上半年就这一件: what only says the same once more is left out."""
    counts = list(COUNT.finditer(text))
    counts = [one for one in counts if not SOMEBODY.match(text, one.end("figure"))] or counts
    totals = [one for one in counts if TOTAL.search(text[: one.start()])]
    alone = [one for one in counts if one not in totals]
    same = len(alone) == 1 and all(value_of(one["figure"]) == value_of(alone[0]["figure"]) for one in totals)
    return alone if same else counts


def read_benchmark(text: str, unit: str, today: date) -> Benchmark | BenchmarkProblem:
    """78.5%，最高法院通报，2027年1月20日. A share is written with its sign: 0.785 might be meant or not."""
    text = level(text.strip())
    found = find_day(text, today, past=True)
    if found is None:
        return "benchmark-day"
    day = _day_of(found, today)
    if isinstance(day, str):
        return day
    rest = f"{text[: found.start]} {text[found.end :]}"
    values = [match for match in VALUE.finditer(rest) if ("%" in match["figure"]) == (unit == "%")]
    value = amount_of(values[0]["figure"].removesuffix("%")) if len(values) == 1 else None
    if value is None or (unit == "%" and value > 100):
        return "benchmark-value"
    words = SOURCE.sub("", f"{rest[: values[0].start()]} {rest[values[0].end() :]}".strip(EDGES))
    source = re.sub(r"\s+", " ", words).strip(EDGES)
    if len(source) < 2:
        return "benchmark-source"
    return Benchmark(value / 100 if unit == "%" else value, source[:WORDS_AT_MOST], day)
