"""What is told one by one with its result, or so that it is plain, by its result alone.

38+40+36 一共114 is 一共114; 9月5号、16号各一次 is 一共2次; 国家级的一个没有 is 国家级的没有; 上个月, of the month that is just over, is 9月.
"""

import re

from domain.numbers import chinese
from domain.patterns import pattern_of
from domain.reader.asked import Asked

SUM = pattern_of(r"(?<![0-9.])(?P<added>[0-9]+(?:\+[0-9]+)+)\s*(?:[=,，]\s*)?(?P<total>(?:一?共|合计|总共|总计|共计)\s?(?P<n>[0-9]+)(?![0-9.]))")
DAY = r"(?:(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9]{1,2}月份?)(?:[上下]午|晚上)?"
EACH = pattern_of(rf"(?P<days>{DAY}(?:[、,，和跟及\s]+{DAY})+)[都]?各(?:有|开展|办|查)?了?(?P<n>[一两二三四五1-5])(?P<unit>[次场回期个件])")
ONE_DAY = pattern_of(DAY)
NOT_ONE = pattern_of(r"(?<=[一-鿿])[一1][个名位人家件项条](?:都|也)?(?=(?:没有?|木有)[的了呢啊]*(?:$|[,，;；。!！\s\[]))")
LAST_MONTH = pattern_of("^(?P<lead>[^0-9,，。;；比较和跟同与其中]{0,6})上个?月份?")
JUST_OVER = 15  # days
# 187家次，月底能到200; 一周三场，寒假打算再加: what is to come of it
COMING = r"(?:[月年季][底末](?:前|之前)?|[寒暑]假|节后|年后|下个?[月周]|下半年|下学期|明年|后面|后续|接下来|下一?步)"
TO_COME = pattern_of(
    rf"(?<=[0-9一二三四五六七八九十百件个人名条次场家户的了])(?:[,，;；。\s]+){COMING}(?:[^,，;；。0-9没未报核改]{{0,3}}(?:[能会可]以?(?:到|达到?)|争取到?|冲到?|预计到?)"
    rf"[0-9]+[一-鿿]{{0,3}}|(?:还|再)?(?:打算|准备|计划|争取)?(?:再|还要|多|继续)[^,，;；。0-9报核改查统汇]{{1,6}})[。!！]*$"
)

AS_OF = pattern_of("(?:截[至止]到?|到|至)(?:了)?(?:上周[一二三四五六日天]?|上个?月[底末]|昨[天晚]|今[天早])(?:为止)?")
# 一周三场, where so many 每周 are asked for
A_WEEK = pattern_of("(?<![0-9一二三四五六七八九十近前上本这])一个?(?P<span>周|星期|礼拜|月|季度|年)(?=[0-9一二两三四五六七八九十]+[一-鿿])")
WEEKS = ("星期", "礼拜")


def plainly(text: str, asked: Asked) -> str:
    text = AS_OF.sub("目前", TO_COME.sub("", text))
    text = A_WEEK.sub(lambda told: told.group() if _each(told) not in asked.text else _each(told), text)
    text = SUM.sub(lambda told: told["total"] if _comes_out(told) else told.group(), text)
    text = EACH.sub(lambda told: f"一共{len(ONE_DAY.findall(told['days'])) * (chinese(told['n']) or int(told['n']))}{told['unit']}", text)
    if any(sign.isdigit() for sign in text):
        text = NOT_ONE.sub("", text)
    return _in_its_month(text, asked)


def _each(told: "re.Match[str]") -> str:
    return f"每{'周' if told['span'] in WEEKS else told['span']}"


def _comes_out(told: "re.Match[str]") -> bool:
    return sum(map(int, told["added"].split("+"))) == int(told["n"])


def _in_its_month(text: str, asked: Asked) -> str:
    period, today = asked.period, asked.today
    is_over = period is not None and period.every == "month" and today is not None
    if not is_over or not 0 < (today - period.end).days <= JUST_OVER or "上上" in text:
        return text
    return LAST_MONTH.sub(rf"\g<lead>{period.start.month}月", text)
