"""What is told one by one with its result, or so that it is plain, by its result alone.

38+40+36 一共114 is 一共114; 9月5号、16号各一次 is 一共2次; 国家级的一个没有 is 国家级的没有; 上个月, of the month
that is just over, is 9月.
"""

import re

from domain.numbers import chinese, level
from domain.patterns import pattern_of
from domain.reader.any_trade.slots import form_of
from domain.reader.any_trade.strange import HAN, MONTHS
from domain.reader.asked import Asked
from domain.reader.masking import is_asked
from domain.reader.uncounted import PERIOD

SUM = pattern_of(
    r"(?<![0-9.])(?P<added>[0-9]+(?:\+[0-9]+)+)\s*(?:[=,，]\s*)?(?P<total>(?:一?共|合计|总共|总计|共计)\s?(?P<n>[0-9]+)(?![0-9.]))"
)
DAY = r"(?:(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9]{1,2}月份?)(?:[上下]午|晚上)?"
EACH = pattern_of(
    rf"(?P<days>{DAY}(?:[、,，和跟及\s]+{DAY})+)[都]?各(?:有|开展|办|查)?了?(?P<n>[一两二三四五1-5])(?P<unit>[次场回期个件])"
)
ONE_DAY = pattern_of(DAY)
NOT_ONE = pattern_of(
    r"(?<=[一-鿿])[一1][个名位人家件项条](?:都|也)?(?=(?:没有?|木有)[的了呢啊]*(?:$|[,，;；。!！\s\[]))"
)
LAST_MONTH = pattern_of("^(?P<lead>[^0-9,，。;；比较和跟同与其中]{0,6})上个?月份?")
# 要的话我扫描给您: what one offers
OFFER = pattern_of(
    r"[,，;；。\s]+(?:您|你)?(?:要|需要)(?:的话|看)?[^,，;；。0-9]{0,4}我[^,，;；。0-9]{0,8}[给发][您你][^,，;；。0-9]{0,4}(?=$|[,，;；。])"
)
N = "[0-9一二两三四五六七八九十]"
# 3场对接会一共签了六亿, 9个科一共走了203家次: of how many it is the sum
FRAME = pattern_of(
    rf"(?:^|(?<=[,，;；。\s])){N}{{1,3}}(?:个|家|场|期|次|批|轮|课时|件)[一-鿿]{{1,6}}?(?=(?:一共|总共|合计|加起来)[^0-9,，;；。]{{0,6}}?{N})"
)
# 二季度7.14亿，上半年累计13.9亿: of a longer time, behind what is asked for by its name
LONGER = pattern_of(
    r"[,，;；。\s]+(?:(?:[上下]半年|全年|今年(?:以来)?|年初至今|1[-—~至到]+[0-9]{1,2}月份?)[^0-9,，;；。]{0,4}|累计(?:[是为有])?)[0-9][^,，;；。]*(?=$|[,，;；。])"
)
# 投运17个，另外6个还在放线，不算: what is not there yet is counted by nobody
NOT_THERE_YET = pattern_of(
    rf"[,，;；。\s]+(?:另外?|还有)的?{N}{{1,4}}[一-鿿]{{0,2}}?(?:还|正|仍|都)*在[^,，;；。0-9]{{1,8}}[,，\s]*(?:都|就|这些?|还)*[不没]算(?:在内|进[来去])?(?=$|[,，;；。！!])"
)
QUARTERS = "一二三四"
JUST_OVER = 15  # days
# 187家次，月底能到200; 一周三场，寒假打算再加: what is to come of it
COMING = r"(?:[月年季][底末](?:前|之前)?|[寒暑]假|节后|年后|下个?[月周]|下半年|下学期|明年|后面|后续|接下来|下一?步)"
TO_COME = pattern_of(
    rf"(?<=[0-9一二三四五六七八九十百件个人名条次场家户的了])(?:[,，;；。\s]+){COMING}(?:[^,，;；。0-9没未报核改]{{0,3}}(?:[能会可]以?(?:到|达到?)|争取到?|冲到?|预计到?)"
    rf"[0-9]+[一-鿿]{{0,3}}|(?:还|再)?(?:打算|准备|计划|争取)?(?:再|还要|多|继续)[^,，;；。0-9报核改查统汇]{{1,6}})[。!！]*$"
)

AS_OF = pattern_of("(?:截[至止]到?|到|至)(?:了)?(?:上周[一二三四五六日天]?|上个?月[底末]|昨[天晚]|今[天早])(?:为止)?")
SINCE = pattern_of("(?:今年)?年初(?:以来|至今|到现在|到目前)")
# 一周三场, where so many 每周 are asked for
A_WEEK = pattern_of(
    "(?<![0-9一二三四五六七八九十近前上本这])一个?(?P<span>周|星期|礼拜|月|季度|年)(?=[一-鿿]{0,3}?[0-9一二两三四五六七八九十]+[一-鿿])"
)
WEEKS = ("星期", "礼拜")


# 到6月底累计线上67590、总数68730，单二季度线上34440、总数35010
LONGER_FIRST = pattern_of(
    rf"^(?:今年以来|年初至今|[上下]半年|到?1[-—~至到]+(?P<last>[0-9]{{1,2}})月份?|[截到]至?[0-9]{{1,2}}月[底末])(?:累计|一?共)?(?P<what>[^0-9,，;；。]{{0,10}}?)"
    rf"[0-9][^;；。\n]*?[,，;；。]\s*(?:其中|里[头面]|单|当)?(?={PERIOD.pattern})"
)
# 133200这个是算床位使用率的不要用；占用总床日128012
NOT_THIS = pattern_of(
    r"(?:^|(?<=[,，;；。\s]))[^,，;；。0-9]{0,10}[0-9]+(?:\.[0-9]+)?[^,，;；。0-9]{0,3}[这那]个?是[^,，;；。0-9]{1,12}的[,，]?(?:不要|不用|别|不能|莫)(?:用|填|报|算|记)(?:它|这个)?[,，;；。\s]+(?=[^,，;；。]*[0-9])"
)


def plainly(text: str, asked: Asked) -> str:
    text = MONTHS.sub(lambda told: _as_quarter(told, asked), text)
    text = NOT_THIS.sub("", LONGER_FIRST.sub(lambda told: _of_its_own_time(told, asked), text))
    text = SINCE.sub("今年以来", text)
    text = OFFER.sub("", AS_OF.sub("目前", TO_COME.sub("", text)))
    if len(asked.demands) == 1 and form_of(asked.demands[0]) == "figure":
        text = NOT_THERE_YET.sub("", FRAME.sub("", text))
    if (longer := LONGER.search(text)) and _names_its_time(text[: longer.start()], asked):
        text = text[: longer.start()] + text[longer.end() :]
    text = A_WEEK.sub(lambda told: told.group() if _each(told) not in asked.text else _each(told), text)
    text = SUM.sub(lambda told: told["total"] if _comes_out(told) else told.group(), text)
    text = EACH.sub(
        lambda told: f"一共{len(ONE_DAY.findall(told['days'])) * (chinese(told['n']) or int(told['n']))}{told['unit']}",
        text,
    )
    if any(sign.isdigit() for sign in text):
        text = NOT_ONE.sub("", text)
    return _in_its_month(text, asked)


def _as_quarter(told: "re.Match[str]", asked: Asked) -> str:
    """4-6月 of the second quarter."""
    first, last, period = int(told["first"]), int(told["last"]), asked.period
    is_it = period is not None and period.every == "quarter" and (first, last) == (period.start.month, period.end.month)
    return f"{QUARTERS[first // 3]}季度" if is_it else told.group()


def _of_its_own_time(told: "re.Match[str]", asked: Asked) -> str:
    """Of the longer time no more than what it is of, where the one that is asked about has no word for it."""
    rest = told.string[told.end() :]
    is_short = asked.period is not None and asked.period.every in ("month", "quarter")
    span = PERIOD.match(rest)
    if span is None or not is_short or not is_asked(span, asked.period):
        return told.group()
    return "" if HAN.match(rest, span.end()) else told["what"]


def _names_its_time(text: str, asked: Asked) -> bool:
    is_short = asked.period is not None and asked.period.every in ("month", "quarter")
    return is_short and any(is_asked(said, asked.period) for said in PERIOD.finditer(level(text)))


def _each(told: "re.Match[str]") -> str:
    return f"每{'周' if told['span'] in WEEKS else told['span']}"


def _comes_out(told: "re.Match[str]") -> bool:
    return sum(map(int, told["added"].split("+"))) == int(told["n"])


def _in_its_month(text: str, asked: Asked) -> str:
    period, today = asked.period, asked.today
    if (
        period is None
        or today is None
        or period.every != "month"
        or not 0 < (today - period.end).days <= JUST_OVER
        or "上上" in text
    ):
        return text
    return LAST_MONTH.sub(rf"\g<lead>{period.start.month}月", text)
