"""Years as people name them: 上一年同一个月, 再上一年, 去年 of the year asked about, a year at the head of a line."""

import re
from collections.abc import Sequence

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.vocabulary import is_earlier

LAST = pattern_of(r"(?<![再往])(?:上|前)一年度?的?(?:同一个月|同月|同期|(?P<month>[0-9]{1,2}月份?))?")
BEFORE_LAST = pattern_of(
    r"(?:再|又)(?:往)?(?:上|前)一?年度?的?(?:同一个月|同月|同期)?|再往[上前](?=[是为有:：,，\s]*[0-9])|(?:前年|大前年)(?=同一个月)"
)
SAME_MONTH = pattern_of("同一个月")
LAST_YEAR = pattern_of("(?:去年|上年)(?:度|一年|一整年|全年)?")
FIRST = pattern_of(r"^[^0-9]*?(?:去年|上年)(?![底末])(?!.*(?:今年|本年|[去上]年))")  # no other year beside it
YEARS = ("今年", "去年", "前年")
# 去年12月1588，前年12月1620，大前年12月1544, said in January
YEAR_LATER = {"大前年": "前年", "前年": "去年", "去年": "今年"}
SHIFTED = pattern_of("大前年|前年|去年")
BARE_YEAR = pattern_of(
    r"(?<![0-9.])(?:20)?(?P<year>[12][0-9])(?:年|(?<=20[12][0-9])(?=\s?[:：]))(?=[:：是为]?\s?[0-9]{2,}(?!年|月))"
)
# 去年同月1735，2024年4月1652
SAME_MONTH_OF = pattern_of(
    r"(?<![0-9.])(?:20)?(?P<year>[12][0-9])年(?P<month>1[0-2]|[1-9])月份?(?!\s?[0-9]{1,2}[日号])(?![-~～至到底])(?=[^0-9,，。;；]{0,10}[0-9]{2,})"
)
LINE = pattern_of(r"[^\n;；。]+")
# 去年6月 应办结25 化解10
HEAD = pattern_of(
    r"(?:^|(?<=[,，]))\s*(?P<year>(?:去年|上年|20[0-9]{2}年)(?:同期|同月|[0-9]{1,2}月份?)?)"
    r"(?:(?:的[^:：,，0-9]{0,6})?(?P<colon>[:：])\s*|[,，\s]*)(?=[一-鿿])"
)
NAMED = pattern_of(r"(?P<gap>[,，、\s]+)(?P<name>[一-鿿()（）]{2,16}?)(?=\s?[:：是为有]?\s?[0-9])")
OTHER = pattern_of("今年|本月|本期|当月|去年|上年|前年|同比|环比|20[0-9]{2}年|[0-9]月|[比较率]|[增减升降]|其中")

# 二一年新收七件一审全结了二二年新收六件
RUNS_ON = pattern_of(r"(?<=[了件个掉])(?=(?:20|二[零〇])?[2二][0-9一二三四五六]年)")
# 1550（今年）1603（去年）
A_YEAR = "(?:[今本去上前]年(?:同[期月]|[0-9]{1,2}月份?)?)"
BRACKETED = pattern_of(rf"(?<![0-9.])(?P<figure>[0-9]+件?)\s*[(（](?P<year>{A_YEAR})[)）][,，、\s]*")
# 1702是去年3月的: whose it is, behind the figure
OF_THAT_YEAR = pattern_of(
    r"(?:^|(?<=[,，。;；\s]))(?P<figure>[0-9]+件?)(?:那个|这个|才|则|就)?[是为](?P<year>[去上前]年(?:同[期月]|[0-9]{1,2}月份?)?)的?数?(?=$|[,，。;；\s])"
)
THAT_ONE = pattern_of("(?<=[0-9件])[那这]个(?:数字?)?(?=[是为])")  # 1410那个是上个月的
NOT_BELOW = pattern_of(
    r"[不没未]低(?:于同期|(?=的?[项个有是]{0,2}[:：\s]*[0-9]))"
)  # one name, and no figure of the year before

# 调解成功618件；同期一审立案1683件: where nothing is told of another year, it is the same period
MEANWHILE = pattern_of(
    r"(?P<before>[0-9][^0-9,，;；。]{0,8}[,，;；。\s]+)同期(?:的|全院|我院)*(?=(?P<name>[一-鿿]{2,10}?)[是为有共:：]?\s?[0-9])"
)
COMPARES = pattern_of(r"去年|上年|前年|往年|[比较环]|[增减升降]|[^,，;；。\s]同期|今年|本年")


def plainly(text: str, asked: Asked) -> str:
    text = THAT_ONE.sub("", text)
    if "大前年" in text and _is_over_since_new_year(asked):
        text = SHIFTED.sub(lambda match: YEAR_LATER[match[0]], text)
    if any("不低于上年" in quantity.label for quantity in asked.quantities):
        text = NOT_BELOW.sub("不低于上年同期", text)
    earlier = [quantity.label for quantity in asked.quantities if is_earlier(quantity.label)]
    if any(quantity.label.startswith("20") for quantity in asked.quantities):
        text = RUNS_ON.sub("，", text)
    if len(BRACKETED.findall(text)) > 1:
        text = BRACKETED.sub(r"\g<year>\g<figure>,", text)
    text = SAME_MONTH.sub("同月", LAST.sub(_last, BEFORE_LAST.sub("前年", text)))
    if not COMPARES.search(text):
        text = MEANWHILE.sub(lambda match: match[0] if _is_told_of_then(match, earlier) else match["before"], text)
    if earlier:
        text = OF_THAT_YEAR.sub(r"\g<year>\g<figure>", text)
        text = SAME_MONTH_OF.sub(lambda match: _by_its_month(match, earlier, asked), text)
    if earlier and len(BARE_YEAR.findall(text)) > 1:
        text = BARE_YEAR.sub(lambda match: _by_its_place(match, asked), text)
    if earlier:
        return LINE.sub(lambda line: _held(line[0], text, asked), text)
    period = asked.period
    is_last = period and _is_over_since_new_year(asked) and FIRST.match(text)
    if period and is_last and f"{period.start.year}年" not in text:
        return LAST_YEAR.sub(f"{period.start.year}年", text)
    return text


def _is_over_since_new_year(asked: Asked) -> bool:
    """去年12月, said in January, is what is asked about."""
    period, today = asked.period, asked.today
    return bool(period and today and period.start.year == period.end.year == today.year - 1)


def _by_its_place(match: re.Match[str], asked: Asked) -> str:
    """25年1685, 26年1622: last year's and this one's."""
    back = asked.period.start.year % 100 - int(match["year"]) if asked.period else -1
    return YEARS[back] if 0 <= back < len(YEARS) else match[0]


def _by_its_month(match: re.Match[str], earlier: Sequence[str], asked: Asked) -> str:
    """The month that is asked about, of a year that is asked for beside it."""
    period = asked.period
    if period is None or period.every != "month" or int(match["month"]) != period.start.month:
        return match[0]
    back = period.start.year % 100 - int(match["year"])
    name = {1: "上年", 2: "前年"}.get(back, "")
    is_asked = name and any(label.startswith(name) for label in earlier)
    return f"{YEARS[back]}同月" if is_asked else match[0]


def _is_told_of_then(match: re.Match[str], earlier: Sequence[str]) -> bool:
    """What is asked for of the year before, or was told of this one."""
    name = match["name"]
    return name in match.string[: match.start("name")] or any(set(name) <= set(label) for label in earlier)


def _last(match: re.Match[str]) -> str:
    return f"去年{match['month'] or '同月' if match.group()[-1] in '月期' else ''}"


def _held(line: str, text: str, asked: Asked) -> str:
    """Each figure of the line with the year at its head: behind a colon, or where the same is told of this year
    elsewhere."""
    head = HEAD.search(line)
    if (
        head is None
        or any(map(str.isdigit, line[: head.start()]))
        or OTHER.search(level(line), head.end())
        or not _is_year_before(head["year"], asked)
    ):
        return line
    rest, told = text.replace(line, ""), line[head.end() :]
    if NAMED.search(f",{told}") is None:
        return line  # 上年同月：一千五百九十九件
    if head["colon"]:
        return line[: head.start()] + NAMED.sub(rf",{head['year']}\g<name>", f",{told}").lstrip(",")
    return line[: head.end()] + NAMED.sub(
        lambda match: f",{head['year']}{match['name']}" if match["name"] in rest else match[0], told
    )


def _is_year_before(said: str, asked: Asked) -> bool:
    return not said[0].isdigit() or asked.period is None or int(said[:4]) == asked.period.start.year - 1
