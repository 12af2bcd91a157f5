"""Whether what was told is told of another time than is asked about, or of a part of it.

截至8月25日…, 8月上半月…, 1-8月…; …（7月）, …，去年的; …，其中2件应该算9月.
A month that is only mentioned limits nothing.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.answers import Occurrence
from domain.cadences import Period
from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import DATED, Question
from domain.roll_call.told_before import without_other_month

M = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
D = "(?:[0-3]?[0-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
YEAR = "(?:(?:20[0-9]{2}|[去上前今本当])年度?)"
MONTH = rf"(?<![0-9]){M}月份?"
DAY = rf"(?:{MONTH}{D}[日号]|{D}[日号])"
TO = r"\s?[-~—–至到]+\s?"
# longest first; a month is none before its day
DAYS = rf"(?:{MONTH})?{D}[日号]?{TO}(?:{M}月)?{D}[日号]"
MONTHS = rf"(?<![0-9]){M}月?份?{TO}{M}月份?"
PARTS = rf"(?:{MONTH}|[本当上]个?月)?(?:[上下]半月|[上中下]旬|[前第][一二两三四]周)"
IN_MONTHS = rf"[上下]半年度?|第?[一二三四1-4]季度|[前近]?(?:{M}|两)个月"
SPAN = rf"(?:{YEAR}?的?(?:{DAYS}|{MONTHS}|{PARTS}|{IN_MONTHS})|[本这当]个?季度)"
A_MONTH = rf"{YEAR}?的?{MONTH}(?!{D}[日号])[底末]?"
TIME = rf"(?:{SPAN}|{A_MONTH}|{YEAR}[底末]?|上上?个?月份?)"
OF_IT = (
    r"(?:的|份|数据?|数字|情况|[台报][账表]|统计|为?止|合并|[合累]计|总|平均|算"
    r"|(?:(?![的份数据字止总算])[一-鿿])?口径)*"
)
SO = (
    r"(?:(?:统计)?(?:区间|周期|时间?段)"
    r"|但|不过|其实|哦|啊|这些?|那|以上|上面|数据?|全|都|也|均|只|仅|就|算的|是|为|系|算|到)*"
)
# 结案436件（截至8月20日）, 满意742有效781，是8月的
REMARK = pattern_of(
    rf"[(（]\s*{SO}(?:截[至止]到?)?(?P<within>{TIME}){OF_IT}\s*[)）]"
    rf"|[,，;；。\s]{SO}(?:截[至止]到?)?(?P<behind>{TIME}){OF_IT}[啊哈呢哦吧]*(?:[。.!！\s]*$|(?<=[的数据])[:：]|(?<=年的)[,，])|^{SO}(?P<first>{TIME})(?:的|数[据字]?|份)*[:：]"
)
# 其中30个是8月的, 有2件应该算7月的, 记录1条9月2日的
SOME_OF = pattern_of(
    rf"[0-9一二两三四五六七八九十百][件条人个起次名](?:都|也|均)?(?:是|应该?[是算]|属于?|[算计]|记)?(?:在|到|进|入)*(?P<time>{TIME}|{DAY})(?:份|的|去)*(?=[,，。;；)）\s]|$)"
    rf"|那[0-9一两二三]?[条件个起]?(?:是|属于?|发生在)(?P<that>{TIME})的?(?:事|份)?(?=[,，。;；)）\s]|$)"
    rf"|[含有](?P<and>{SPAN}|{A_MONTH}|{DAY})(?!结转|旧存|存)[^,，。;；0-9)）]{{0,8}}[0-9一二两三四五六七八九十]+[件条人个起次名]"
    rf"|[含有][^,，。;；)）]{{0,2}}[0-9一二两三四五六七八九十]+[件条人个起次名](?P<of>{TIME}|{DAY})(?:份|的)*(?=[,，。;；)）\s]|$)"
)
# 9月没人打听，那2条都是8月的: what is on record for the month before
ON_RECORD = pattern_of(
    rf"[,，;；。\s]+(?:系统里|上面)?(?:有|挂着|显示)?那?(?P<n>[0-9]+)[条个人]?(?:[那这]个数?)?(?:都|也|全)*是{TIME}的(?=$|[,，;；。])"
)
# 11月底满90学时的24人, 8月1日到5日也在里头; 没办完的3件期限是9月15日
STATE = pattern_of(
    rf"(?P<time>{MONTH}[底末初]|{PARTS})的?(?:时候|时|那会儿?)?[^,，;；。0-9补新调]{{0,12}}(?:[0-9]+\s?学?时[^,，;；。0-9]{{0,4}})?[0-9]+[件人个名位](?![^,，;；。]{{0,2}}不)"
)
AMONG = pattern_of(
    rf"(?P<time>{DAYS}|{MONTHS}|{DAY}|{A_MONTH})[^,，;；。没未不]{{0,16}}(?:[也都还](?:在里[面头]?|在内|[算放加并]?进[去来])|在里[面头]|[算放加并]进)"
)
# 速裁9月1号到25号389件
FROM_TO = pattern_of(rf"(?P<time>{DAYS})(?:的|共|一共|有|是|为)*[0-9]+[件人个名位通](?!工作日)")
# 数字是教育处去年11月通报的
OF_A_REPORT = pattern_of(
    rf"(?P<time>{YEAR}?{MONTH})[底份]?[^,，;；。0-9]{{0,2}}(?:通报|统计|导出?|公布|汇总|拉|查|发)的(?=$|[,，;；。])"
)
DUE = pattern_of(rf"(?:期限|到期日?)(?:是|为|在|到)*(?P<time>{DAY})")
OF_A_MONTH = pattern_of(rf"^(?:更正[,，:：]?)?(?P<time>{A_MONTH})(?:报的|的)?那个[^,，;；。0-9]{{0,3}}[改错]")
# 2条，9月1条
AND_OF = pattern_of(rf"[0-9]条?[,，、\s]+(?P<time>{MONTH})(?:有|是)?[0-9一二两三四五六七八九]+条")
# 这是旧的, 上期数
OLD = pattern_of(
    rf"(?:[(（]|[,，;；。\s]){SO}(?:上[期次回]|年初|[之以]前|早先|往[期年]|历年|旧|老|过时)(?:同[期月])?(?:的|数[据字]?|报表|台账)+[)）]?[啊哈呢哦吧]*[。.!！\s]*$"
)
UNTIL = pattern_of(
    rf"(?:(?:截[至止]?|拉|导|取|统计|更新)[到至]?(?:了)?(?<=[至止到了])(?P<end>{YEAR}?(?:{DAY}|{MONTH}[底末]?|[0-1]?[0-9][./][0-3]?[0-9]))"
    rf"|(?P<day>{YEAR}?{DAY})(?:(?:为)?止|[以之]?前[)）])|(?:^(?:从?(?:月初|{DAY}))?|[办报导统结的])到(?P<to>{DAY})(?=[^,，。;；]{{0,10}}[0-9])"
    rf"|^(?:我[院庭局])?(?P<before>{YEAR}?(?:{DAY}|{MONTH}[底末]))[以之]?前(?![^,，。;；]{{0,4}}[要应须报填]))"
)
# 从1月算到7月的, 1月起累计, 今年以来, 前七个月平均, 连上半年一块算: of more than the month
SINCE = r"(?:开始|起|以来|以后|一直|就)"
RUNNING = pattern_of(
    rf"(?:[(（]|[,，;；。\s]){SO}(?:(?:从|自)?(?:(?P<from>{MONTH})|年初|元月|年头|元旦|截[至止]?到?{MONTH}[底末]?(?=总|累))(?:总的?|累计|{SINCE}(?:累计|算|统计|加)*的?|(?:累计|算|统计|加|一直|一路)*[到至](?:今|现在|目前|这个?月|{MONTH})[^0-9,，;；。]{{0,4}})"
    rf"|(?:今年|本年度?|全年)(?:以来|累计|到(?:现在|目前)|总的|一共)+|(?:[前头近这]|最近)?(?P<many>{M}|两|几)个月(?:滚动|平均|合计|累计|加起来|合并|打通|一起|一块|总)[^0-9,，;；。]{{0,4}}"
    rf"|(?:连|含|加|和|跟)?上半年(?:也|都)?(?:加|连|和|一[块起并道])[^,，;；。]{{0,8}}|[^0-9,，;；。]{{0,4}}(?:滚动|移动)平均[^0-9,，;；。]{{0,3}}|是?大?半年多?的[^0-9,，;；。]{{0,4}})(?=$|[,，;；。)）])"
)
OF_THE_YEAR = pattern_of("^[^0-9]{0,4}(?:今年|本年度?|全年)[^0-9,，月]{0,4}[0-9]+(?![0-9月])")  # 今年5条
UNTIL_THEN = pattern_of("截[至止]?到?(?:上+个?[周月]|大?前天|月中|年中|国庆|五一|元旦|春节|端午|中秋|清明|节前)")
AT_HEAD = pattern_of(
    rf"(?:^|(?<=[,，。;；:：\n\s]))(?:[我本][院庭局大队]*|[今本]年)?(?P<span>{SPAN})(?![以之]?[内外上前后]|来)"
    r"(?=[^,，。;；\n]{0,16}?(?:[0-9一二两三四五六七八九十]|没|无|未|零|全|都|均)|[,，])"
)
OF_ANOTHER_YEAR = pattern_of("去年|上年|前年|同[期月]|上一年")
ANY_FIGURE = pattern_of("[0-9]|[没无]|[一二三四五六七八九十百千]{2}")
NUMBER = pattern_of(r"[0-9]+|[一二三四五六七八九十]+|两")
YEARS_AGO = {"前": 2, "去": 1, "上": 1, "今": 0, "本": 0, "当": 0}
ALL_OF_IT = {
    "month": "[当本]月|这个月|全月|合计|总计|一共|共计",
    "quarter": "本季|全季|合计|总计",
    "half-year": "半年",
    "year": "全年|年度|年底|12月|合计|总计|一共|共计|本年|今年",
}


def is_of_another(text: str, values: Mapping[str, Value], question: Question) -> bool:
    period, shape = question.period, question.shape
    text = ON_RECORD.sub(lambda told: _unless_told(told, values, question), text) if shape == "roll-call" else text
    if OLD.search(text) or (shape == "figures" and (UNTIL_THEN.search(text) or _runs_on(text, period))):
        return True
    if shape in DATED and (days := [day for value in values.values() if (day := _day(value))]):
        return _is_of_another_year(text, days, question.today)
    if shape == "yes" and period is not None:  # 健全，去年的
        return any(
            (year := _year(one, question.today)) and year != period.end.year for one in _remarks(text, some=False)
        )
    if period is None or period.every == "once" or (shape in DATED and shape != "occurrence"):
        return False
    if counts_years := any(label[:2] in ("上年", "前年") for label in values):
        text = text if OF_ANOTHER_YEAR.search(text) is None else _without_past(text)
    if shape == "roll-call" and OF_THE_YEAR.search(without_other_month(text)):
        return True
    if shape == "figures" and not counts_years:
        beside = [
            match["time"]
            for one in (STATE, AMONG, DUE, OF_A_MONTH, FROM_TO, OF_A_REPORT)
            for match in one.finditer(text)
        ]
        if any(_is_other(one, period, question.today) for one in beside):
            return True
    said = _remarks(text, some=shape in ("figures", "roll-call"))
    if any(_is_other(one, period, question.today, years=not counts_years) for one in said):
        return True
    return _is_limited(text, period, question)


def _unless_told(told: "re.Match[str]", values: Mapping[str, Value], question: Question) -> str:
    """3条，2条是8月的 is said of some of those that were told."""
    is_that, is_none = "那" in told.group(), values.get("records") == 0
    is_told = told["n"] in map(str, values.values())
    is_known = told["n"] in map(str, question.asked.last.values()) or (is_that and is_none)
    return "" if (is_that or is_none) and is_known and not is_told else told.group()


def _runs_on(text: str, period: Period | None) -> bool:
    """Over more than the month."""
    if period is None or period.every != "month":
        return False
    told = RUNNING.finditer(text)
    return any(not match["from"] or _last_day(match["from"], period) != period.end for match in told)


def _is_limited(text: str, period: Period, question: Question) -> bool:
    """By its last day, or by what stands at the head."""
    for match in UNTIL.finditer(text):
        end = _last_day(match["end"] or match["day"] or match["to"] or match["before"], period)
        runs_on = question.shape != "figures" and end is not None and period.end <= end
        if end is not None and end != period.end and not runs_on:
            return True
    heads = [match["span"] for match in AT_HEAD.finditer(text) if not ANY_FIGURE.search(text[: match.start()])]
    others = [one for one in heads if _is_other(one, period, question.today)]
    if not others or len(others) < len(heads):
        return False
    own = rf"(?<![0-9]){period.start.month}月(?!\s?[0-9]{{1,2}}[日号])|{ALL_OF_IT[period.every]}"
    rest = text
    for one in others:
        rest = rest.replace(one, "")
    return re.search(own, rest) is None


def _remarks(text: str, *, some: bool) -> Iterable[str]:
    text = without_other_month(text)
    for match in REMARK.finditer(text):
        yield match["within"] or match["behind"] or match["first"]
    for pattern in (SOME_OF, AND_OF) if some else ():
        for match in pattern.finditer(text):
            yield next(one for one in match.groups() if one)


def _without_past(text: str) -> str:
    """去年同月1702件（去年9月）, where last year is asked for as well."""
    return re.sub(rf"(?:去年|上年|前年)的?(?:同[期月]|{MONTH})?(?:{D}[日号])?", "", text)


def _is_other(said: str, period: Period, today: date, *, years: bool = True) -> bool:
    """Not the period as it is; `years` where a year by itself tells of another time."""
    year = _year(said, today)
    rest = re.sub(YEAR, "", said, count=1)
    if not rest.strip("的底末"):
        return years and year is not None and (period.every != "year" or year != period.start.year)
    if year is not None and year != period.end.year:
        return True
    if "季" in rest or re.search("[旬周]|半月", rest) or ("上" in rest and "半年" not in rest):
        return not ("季" in rest and period.every == "quarter")
    if "半年" in rest:
        return period.every != "half-year" or (period.start.month > 1) != ("下" in rest)
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month + 1
    numbers = [int(one) if one.isdecimal() else chinese(one) or 0 for one in NUMBER.findall(rest)]
    if "个月" in rest:
        return numbers[0] < months or (period.every == "month" and numbers[0] > 1)
    if re.search("[日号]", rest):
        return not _is_within(numbers, rest, period)
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 1 and rest[-1] in "底末":
        return last != period.end.month
    return (first, last) != (period.start.month, period.end.month)


def _is_within(numbers: list[int], rest: str, period: Period) -> bool:
    """A single day of the period is no other time; from one day to another has to be all of it."""
    if re.search(TO, rest) is None:
        return "月" not in rest or period.start.month <= numbers[0] <= period.end.month
    return numbers[-1] == period.end.day and 1 in numbers


def _last_day(said: str, period: Period) -> date | None:
    numbers = [int(one) if one.isdecimal() else chinese(one) or 0 for one in NUMBER.findall(re.sub(YEAR, "", said))]
    month, day = (period.end.month, numbers[0]) if "月" not in said and len(numbers) == 1 else (numbers[0], 0)
    day = numbers[1] if len(numbers) > 1 else day
    try:
        first = date(period.end.year, month, 1)
        return first.replace(day=day) if day else first + relativedelta(months=1) - timedelta(days=1)
    except ValueError:
        return None


def _year(said: str, today: date) -> int | None:
    if (found := re.match(YEAR, said)) is None:
        return None
    return int(said[:4]) if said[0] == "2" else today.year - YEARS_AGO[found.group()[0]]


def _is_of_another_year(text: str, days: list[date], today: date) -> bool:
    """5月11日1起（2025年）, 6月12日，去年的."""
    said = (_year(match["within"] or match["behind"] or match["first"], today) for match in REMARK.finditer(text))
    return any(year is not None and all(day.year != year for day in days) for year in said)


def _day(value: Value) -> date | None:
    return value.day if isinstance(value, Occurrence) else value if isinstance(value, date) else None
