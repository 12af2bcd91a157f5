"""A day that comes back to the writer as he writes: 10月二十几号来着。。对，23号 is 10月23号."""

import re

from domain.date_words import number
from domain.patterns import pattern_of

NUMERAL = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
MONTH = r"(?:(?:(?:20)?[0-9]{2}年|[去今]年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?|上个?月)"
END = r"[\s,，。.…~～!！?？]"
SIGN = r"[^\s,，。.…~～!！?？;；0-9]"
CAME_BACK = (
    rf"(?>(?:哦+|噢|喔|啊|嗯+|哈|对[了的啊]*|是的|(?:准确|确切|具体|严格)(?:地|点|来)?[说讲]|想起来了|记起来了|找到了?|有了|等(?:我|等|一?下)?(?:我?[翻查看问][翻查看问])?{SIGN}{{0,3}}|我?(?:刚|再|又)?[翻查看问]{{1,2}}了?(?:一?[下眼遍])?(?:{SIGN}{{0,4}}[本台日系微][子账历统信])?[里上]?)"
    rf"{END}*)++"
)
RECALLED = pattern_of(
    rf"(?P<month>{MONTH})(?P<tens>[一二三]?十|[12二]?)(?P<part>几[日号]?|初几|[上中下]旬|[初中底末])(?:左右)?(?:的时候)?"
    rf"(?:来着|吧|呢|啊|哦|吗|是)*(?:{END}+{CAME_BACK}|…+|\.{{3,}}|。{{2,}})(?:就|应该?)?(?:是|写的是?)?\s*"
    rf"(?:(?P<again>{MONTH}))?(?P<day>{NUMERAL})(?P<sign>[日号])"
)
# 是六月十几号成立的吧我叫内勤查一下啊…噢查到了不是十四是六月十六号
FOUND = pattern_of(
    r"(?P<year>(?:20)?[0-9]{2}年|[二〇零一]{1,4}[〇零一二三四五六七八九]年)?(?P<month>(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月)(?:[一二三]?十?几[日号]?|[初中底]|份)?"
    rf"(?P<way>成立|印发|制定|开)?的?[^0-9。;；\n]{{2,36}}?(?:查|找|翻|问)到了[\s,，。…啊哦噢]*(?:不是[^,，。;；0-9]{{1,6}}?(?=是))?(?:就?是)?(?P<again>(?P=month))?(?P<day>{NUMERAL})(?P<sign>[日号])"
)
TENS = {"": (1, 31), "一十": (10, 19), "十": (10, 19), "1": (10, 19), "二十": (20, 29), "2": (20, 29), "二": (20, 29)}
PARTS = {"上旬": (1, 10), "中旬": (10, 21), "下旬": (20, 31), "初": (1, 10), "初几": (1, 10), "中": (8, 22)}
LAST = (20, 31)  # of 底, 末 and 三十几


def resolved(text: str) -> str:
    text = FOUND.sub(
        lambda at: f"{at['year'] or ''}{at['month']}{at['day']}{at['sign']}{at['way'] or ''}", text, count=1
    )
    return RECALLED.sub(_unless_another, text)


def _unless_another(told: "re.Match[str]") -> str:
    """8月底来着，对，3号 is none of them."""
    is_counted = told["part"][0] == "几"
    first, last = TENS.get(told["tens"], LAST) if is_counted else PARTS.get(told["part"], LAST)
    month, again = told["month"].rstrip("份"), (told["again"] or "").rstrip("份")
    if not first <= number(told["day"]) <= last or (again and not month.endswith(again)):
        return told.group()
    return f"{month}{told['day']}{told['sign']}"
