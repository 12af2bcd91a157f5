"""Days that their writer leaves to be reckoned: 纪要是10月30日，开会比纪要早一个礼拜; 9月最后一个周五; 那周的周四.

And the days of papers and of what was called off, told beside the one: 方案8月20号印的; 原定9月1号，台风，推到下个周二.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from domain.calendar import ONE_DAY
from domain.date_words import number
from domain.feasts import feast_day
from domain.numbers import level
from domain.patterns import pattern_of

NUMERAL = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"
MONTH = "(?<![0-9一二三四五六七八九十])(?P<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
YEAR = "(?:(?P<y>20[0-9]{2}|(?<![0-9])[0-9]{2})年?度?(?:的)?)?"
DAY = (
    rf"{YEAR}{MONTH}(?P<d>3[01]|[12][0-9]|[1-9]|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
    rf"(?![0-9])[日号]?"
)
WEEK = "(?:周|星期|礼拜)"
EXACT = "(?:正好|刚好|恰好|足足|整|又|还|要|就)*"
SPAN = rf"(?P<n>{NUMERAL})(?P<unit>天|个?(?:星期|礼拜)|周|个月)"
ROUGH = pattern_of(
    "左右|大概|可能|好像|约|[多来几]天|[多几]个?(?:礼拜|星期|周|月)|前后|记不|不记得|[?吗]|估计|应该|将|预计|计划|拟|准备|打算|明天|下周|下个?月"
)
TAKEN_BACK = pattern_of("不对|[错岔混]了|[改挪][到在成]|才算")
MEANT_FIRST = pattern_of("本来")
# 会比纪要早整整一个礼拜; 成立会开在发文前两天; 活动是前一天办的
PAPER = "纪要|通知|发文|文件|简报|报道|稿子?|推文|公众号|新闻|落款|方案|通报|预告|消息|信息|见报|登报|签发|印发"
CALLS = pattern_of("通知|预告|方案")
OTHERS = "区|市|他们|她们|上级|人家|兄弟|高院|中院|检察"
EVENT = "会|开|办|活动|练兵|比赛|座谈|宣传|成立|我们|[我本]院|考|讲|演练|培训|学|定下来|定的"
BASE = rf"(?P<base>[^,;。!0-9]{{0,10}}){DAY}(?P<verb>[^,;。!0-9]{{0,10}})[,;。!\s]+"
THEIRS = BASE.replace("P<", "P<x")
LATER_OR_EARLIER = pattern_of(
    rf"{BASE}(?P<what>[^,;。!0-9比]{{0,10}}?)(?:[比较](?P<than>[^,;。!0-9比]{{1,6}}?)|(?<=[会动]))(?:的)?{EXACT}(?P<way>早|提前|晚|迟)了?{EXACT}{SPAN}(?P<end>[整开办搞考讲成立的了]*)(?=$|[,;。!])"
    rf"|{THEIRS}(?P<xwhat>[^,;。!0-9]{{0,10}}?)(?:[在是](?P<xthan>[^,;。!0-9]{{0,6}}?))(?:[之以的]?(?P<xway>前|后)(?:(?P<xn>{NUMERAL})(?P<xunit>天|个?(?:星期|礼拜)|周|个月))|(?P<next>头一天|次日|第二天))(?P<xend>[开办搞考讲成立的了]*)(?=$|[,;。!])"
)
# 9月最后一个周五, 10月第二个星期三, 9月最后一天
NTH = {"头": 1, "第1": 1, "第2": 2, "第3": 3, "第4": 4, "第一": 1, "第二": 2, "第三": 3, "第四": 4, "最后": -1}
NTH_DAY = pattern_of(
    rf"{YEAR}{MONTH}(?:的|里)?(?P<nth>{'|'.join(NTH)})(?:一)?(?:个{WEEK}(?P<w>[一二三四五六日天])|(?P<last>天))"
)
# 落款是9月1日，真正定下来是那个月最后一天
OF_THAT_MONTH = pattern_of("(?:那个?月|当月|同月)(?:的)?(?=最后一[天个])")
MONTHS = pattern_of(rf"{YEAR}{MONTH}")
# 10月19日那周的周四
OF_THAT_WEEK = pattern_of(rf"{DAY}(?:的)?(?:那|当|这)(?:一|个|一个)?{WEEK}(?:的)?{WEEK}(?P<w>[一二三四五六日天])")
# 2021年9月15日（农历八月初九）: where that is the same day, reckoned from the feast of its month
MOON = pattern_of(
    rf"{DAY}\((?:农历|阴历|旧历)(?P<lm>正|五|八)月(?P<ld>初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]|[二三]十|十五)\)"
)
FEASTS = {"正": ("春节", 1), "五": ("端午", 5), "八": ("中秋", 15)}
# 方案8月20号印的，真考是…; 稿子24号才登出来
PAPER_TOLD = (
    rf"(?:{PAPER})(?:上|是|的|都|在)*(?:20[0-9]{{2}}年)?(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}[日号]?(?:才|就|刚)?"
    rf"(?:发|印|登|挂|推|刊|出|签|下|落款|报)(?:布|出|上|来|去|发)*(?:的|了|的预告|的稿子?|的通知)*"
)
PAPER_FIRST = pattern_of(rf"^{PAPER_TOLD}[,;。!\s]+(?=.*(?:[0-9]{{1,2}}[日号]|月|节|当天|那天|周))")
PAPER_LAST = pattern_of(rf"(?<=.)[,;。!\s]+{PAPER_TOLD}[。!]*$")
# 6月30号是纪要印发，会是29号开的: the day of a paper before the own one, of which the month is told with it
DAY_OF_PAPER = pattern_of(
    rf"^{DAY}(?:那天?|那个|这个)?(?:才|就)*是?(?:[区市院上级本]*(?:{PAPER})(?:上|的)?(?:落款|时间|日期)?(?:印发|发布|发出来|登出来|发出|印好|发|印|登|出|签发|下发|刊发|推送?|挂网?|见报)?"
    rf"|(?:印发|下发|发|印|出|签|登)了?的?(?:{PAPER}))(?:的?(?:日子|日期|时间|那天)[的了]?|[的了])?[,;。\s]+(?:而|但|不过|实际)*"
    rf"(?P<own>[^,;。0-9]{{0,8}}(?:{EVENT})[^,;。0-9]{{0,6}}|[是在]?)(?=(?P<full>(?:1[0-2]|[1-9])月)|(?P<on>3[01]|[12][0-9]|[1-9])[日号](?:[开办搞]|上午|下午|[。!]*$|[,;]))"
)
# 7月18日练兵（刚才口头说17号，记错了，17号是开庭）; 不是17号，17号开庭: what was said by mistake
SAID_WRONG = pattern_of(
    r"[,;\s]*\([^()]{0,4}(?:刚才?|前面|[上下中]午|早上|昨[天晚]|之前|口头|电话)[^()]{0,8}[说讲报写发填][^()]*[说讲报写发填记看搞弄][错岔混][^()]*\)"
    rf"|(?<=[^,;。\s])[,;。\s]+不是(?P<not>(?:{NUMERAL})[日号])[,;\s]+(?P=not)(?:那天)?(?:才|就)?是?[^,;。0-9]{{1,8}}[。!]*$"
)
# 原定9月1号，台风，推到下一个周二，9月8日讲的
MOVED = pattern_of(
    r"^原(?:定|来|本)[^,;。]{0,14}[,;。\s]+(?:[^,;。0-9]{1,10}[,;。\s]+)?(?:推迟?|改|延|挪|顺延|改期)[到至在]?[^,;。0-9]{0,10}[,;。\s]+(?=[^,;。]{0,4}(?:[0-9]{1,2}月)[0-9]{1,2}[日号]?[^,;。]{0,8}[的了])"
)
LAST_MONTH = pattern_of(rf"上个?月(?:份)?(?:的)?(?=(?:最后|第[一二三四1-4]|头)一?(?:天|个{WEEK}))")
# 10月28号下雨没搞，第二天挪到室内搞的
CALLED_OFF_THEN = pattern_of(
    rf"{DAY}[^,;。!0-9]{{0,12}}(?:没[搞开办考弄讲]成?|取消|泡汤|黄)了?[,;。!\s]+(?:就|才|又|改在|改到|推到|挪到|放在)*(?:到了?)?(?:第二天|次日|隔天|转天)(?:就|才)?(?:[挪改移换]到[^,;。0-9]{{1,5}}(?=[搞办]))?(?=[^,;。!没未不]{{0,12}}[搞开办讲考][的了])"
)
# 通知写的11月19号，后来让路，推到下一周的星期四才开的
PUT_OFF = pattern_of(
    rf"^[^,;。!0-9]{{0,6}}{DAY}[^,;。!0-9]{{0,6}}[,;。!\s]+(?:[^,;。!0-9]{{1,14}}[,;。!\s]+)?[^,;。!0-9]{{0,8}}?(?:推迟?|改|延|挪|顺延|拖)[到至在](?:了)?(?:下一?个?|后一个?|第二个?)(?:周|星期|礼拜)的?(?:{WEEK})?(?P<w>[一二三四五六日天])(?:才|再)?(?=[开办搞讲][的了])"
)
ALL_OF_YEAR = pattern_of(r"[,;。\s]+(?:都|全)是(?:20)?[0-9]{2}年(?:的)?[。!]*$")
ONLY_THEN = pattern_of("(?<=[当那这]天)才(?=[办开搞讲])")
CALLED_OFF = pattern_of(
    rf"[,;。\s]+(?:上上|上|这|本)?(?:个)?{WEEK}[一二三四五六日天]?那[场次期个][^,;。]{{0,8}}(?:取消|作罢|黄|没[搞开办考]成)了?(?=$|[,;。!])"
)


def plainly(text: str, today: date, *, past: bool = True) -> str:
    """As it stands where nothing is told so, and where the day is only about."""
    said = level(text)
    plain = MOON.sub(lambda told: _by_the_sun(told, today), said)
    if ROUGH.search(plain):
        return text if plain == said else plain
    plain = DAY_OF_PAPER.sub(lambda told: _month_of_it(told, today), SAID_WRONG.sub("", plain))
    plain = ONLY_THEN.sub("", MOVED.sub("", CALLED_OFF.sub("", plain)))
    plain = CALLED_OFF_THEN.sub(lambda told: _next(told, today), plain)
    plain = PUT_OFF.sub(lambda told: _weeks_on(told, today), plain)
    if TAKEN_BACK.search(plain):
        return text if plain == said else plain
    plain = LAST_MONTH.sub(f"{(today.month - 2) % 12 + 1}月", plain)
    plain = NTH_DAY.sub(lambda told: _nth(told, today), plain)
    if MEANT_FIRST.search(plain):
        return text if plain == said else plain
    plain = PAPER_LAST.sub("", PAPER_FIRST.sub("", plain))
    plain = NTH_DAY.sub(lambda told: _nth(told, today), _with_month(plain))
    plain = OF_THAT_WEEK.sub(lambda told: _of_that_week(told, today), plain)
    if (removed := LATER_OR_EARLIER.sub(lambda told: _removed(told, today), plain)) != plain:
        plain = ALL_OF_YEAR.sub("", removed)
    return text if plain == said else plain


def _month_of_it(told: "re.Match[str]", today: date) -> str:
    """Of the paper, or the one before it: no meeting is held behind its minutes, and none before it is called."""
    if (paper := _day(told, today)) is None:
        return told.group()
    if told["full"]:
        return told["own"] or told.group()
    first, on = paper[0].replace(day=1), int(told["on"])
    if CALLS.search(told.group()):
        month = first + relativedelta(months=on < paper[0].day)
    else:
        month = first - relativedelta(months=on > paper[0].day)
    return f"{told['own']}{month.year}年{month.month}月"


def _by_the_sun(told: "re.Match[str]", today: date) -> str:
    found, (name, on) = _day(told, today), FEASTS[told["lm"]]
    feast = feast_day(name, found[0].year) if found else None
    n = number(told["ld"].removeprefix("初"))
    is_same = found and feast and found[0] - feast == timedelta(days=n - on)
    return told.group().partition("(")[0] if is_same else told.group()


def _with_month(text: str) -> str:
    """那个月最后一天 behind one month alone."""
    months = list({found.group() for found in MONTHS.finditer(text)})
    of = max(months, key=len, default="")
    one = len({re.sub(".*年", "", month) for month in months}) == 1
    return OF_THAT_MONTH.sub(of, text) if one else text


def _year(told: "re.Match[str]", today: date, month: int, key: str = "y") -> tuple[int, str]:
    """The last one that has begun, where none is told; and as it is written."""
    if told[key]:
        year = int(told[key]) + (2000 if len(told[key]) == 2 else 0)
        return year, f"{year}年"
    said = {int(one) % 100 for one in re.findall("(?:20)?([0-9]{2})年", told.string)}
    if len(said) == 1:
        year = 2000 + said.pop()
        return year, f"{year}年"
    return today.year - (month > today.month), ""


def _nth(told: "re.Match[str]", today: date) -> str:
    month = number(told["m"])
    year, written = _year(told, today, month)
    first = date(year, month, 1)
    after = first + relativedelta(months=1)
    nth = NTH[told["nth"]]
    if told["last"]:
        day = after - ONE_DAY if nth < 0 else None
    else:
        weekday = min("一二三四五六日天".index(told["w"]), 6)
        days = [one for n in range((after - first).days) if (one := first + timedelta(days=n)).weekday() == weekday]
        day = days[nth - (nth > 0)]
    return told.group() if day is None else f"{written}{day.month}月{day.day}日"


def _of_that_week(told: "re.Match[str]", today: date) -> str:
    if (base := _day(told, today)) is None:
        return told.group()
    day = base[0] - timedelta(days=base[0].weekday()) + timedelta(days=min("一二三四五六日天".index(told["w"]), 6))
    return f"{base[1]}{day.month}月{day.day}日"


def _next(told: "re.Match[str]", today: date) -> str:
    base = _day(told, today)
    day = base[0] + ONE_DAY if base else None
    return told.group() if base is None or day is None else f"{base[1]}{day.month}月{day.day}日"


def _weeks_on(told: "re.Match[str]", today: date) -> str:
    if (base := _day(told, today)) is None:
        return told.group()
    day = base[0] + timedelta(days=7 - base[0].weekday() + min("一二三四五六日天".index(told["w"]), 6))
    return f"{base[1]}{day.month}月{day.day}日"


def _removed(told: "re.Match[str]", today: date) -> str:
    x = "" if told["m"] else "x"
    base, what, than = (told[f"{x}{name}"] or "" for name in ("base", "what", "than"))
    found, verb = _day(told, today, x), told[f"{x}verb"] or ""
    is_paper = bool(re.search(PAPER, base + verb)) and not re.search(PAPER, what)
    is_theirs = bool(re.match(OTHERS, base)) and not re.match(OTHERS, what) and bool(re.match(OTHERS, than))
    if found and not is_paper and not is_theirs and not what and re.match(OTHERS, than):
        return told.group()[: told.start(f"{x}verb") - told.start()] + verb  # of ours, and how far from theirs
    if found is None or not (is_paper or is_theirs) or not re.search(EVENT, what + told[f"{x}end"]):
        return told.group()
    day = found[0] + _span(told, x)
    if is_theirs and "月" in (told[f"{x}unit"] or "") and "整" not in told.group():
        return told.group()
    then = f"{day.year}年" if found[1] else ""
    done = told[f"{x}end"] or (verb if is_theirs else "")
    what = "" if "成立" in what else what.removesuffix("开")
    done = "成立" if not what and "成立" in told.group() else done
    return f"{what}{then}{day.month}月{day.day}日{done.strip('整')}"


def _span(told: "re.Match[str]", x: str) -> relativedelta:
    way, n, unit = (told[f"{x}{name}"] for name in ("way", "n", "unit"))
    if x and told["next"]:
        return relativedelta(days=-1 if told["next"] == "头一天" else 1)
    many = number(n.replace("两", "二")) * (1 if way in ("晚", "迟", "后") else -1)
    return relativedelta(months=many) if "月" in unit else relativedelta(days=many * (1 if unit == "天" else 7))


def _day(told: "re.Match[str]", today: date, x: str = "") -> tuple[date, str] | None:
    """With its year as it is written; None of a day that no calendar has: the sentence stays then as it is."""
    month = number(told[f"{x}m"])
    year, written = _year(told, today, month, f"{x}y")
    try:
        return date(year, month, number(told[f"{x}d"])), written
    except ValueError:
        return None
