"""What is said of all of a reply, behind it or before it: …，仅供参考; …，这是去年的; 目标是…; 浦东法院….

Nothing of it is certain then, whatever it says.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from domain.numbers import chinese
from domain.ours import DISTRICTS
from domain.own_names import is_own
from domain.patterns import pattern_of
from domain.reader import uncounted, words
from domain.reader.asked import Asked
from domain.reader.masking import is_asked
from domain.reader.word_lists import any_of

BREAK = r"[,，;；。.!！?？、\s~～…(（]"
# all of a row of breaks, and from its first one: from each of them it would be walked anew
BREAKS = rf"(?:(?<=^.)|(?<=[^{BREAK[1:]})){BREAK}++"
SO = (
    r"(?:但|不过|就是|只是|其实|哦|啊|这个?|那个?|以上|上面|数据|数字|情况|结果|日期|名次|具体|的|都|也|还"
    r"|明天|后天|下周[一二三四五]?|回头|晚点|稍后|[上下]午|我们?|会|可能|好像|应该|大概|暂时|目前|先|请|[看核查对](?:过了?|了)|是|为|系|属于?|:)*"
)
DOUBTED = any_of(
    "供?参考|仅供参考|仅作参考",
    "(?:没有?|未|尚未|待)(?:最后|最终|正式)?(?:定|确定|核定|定下来|定稿|敲定)|待定|暂定",
    "(?:要|有?待|需要?|得|没|未|在)(?:再|重新|进一步)?(?:[跟和与同找][^,，。;；]{1,8}?)?(?:核|核实|核对|确认|查证|对一下|复核|核一下)(?:一下|过|清楚|中)?",
    "不(?:太|大|敢|能|好)?(?:确定|肯定|清楚|保证|一定|准确?|靠谱)(?:对|准|准确)?|[说拿吃]不[准好]|记不(?:清|太?清楚?|得)|没把握",
    "差不多(?:就?这样|这个数)?|左右|上下|出头",
    "[一-鿿]{0,4}说(?:是|还|也)?不一定",
    "(?:没有?|未)(?:来得及|顾上|仔细|再)?(?:对|核)[过上]?(?:[数账]|一遍)?",
    "再(?:等等|看看|核核|查查|对对|想想|问问|确认|核[实对]|[看核查对问])(?:一?[下遍])?|核[实对查](?:清楚|好|完)?[了之]?后再[报填][^,，。;；]{0,6}|(?:最终|最后)?(?:等|看)(?:通报|正式|系统|高院|报表)[^,，。;；]{0,6}",
    "(?:等|待|要|得|须)[^,，。;；]{0,8}?(?:审|看|签|批|点头|同意|过目|核|定|把关|确认)(?:过|完|了|好|准|定|字|下来)*(?:以?后|之后)?[再才](?:[正上填]?式?报|算|定|录|作?数|说|交|发|给)[^,，。;；]{0,4}",
    "猜|估|估计|估算|蒙|听说|听来|推测|印象(?:里|中)",
    "开(?:个)?玩笑|逗[你您](?:们)?玩?|骗[你您](?:们)?|[瞎胡乱][说编写填]|编|闹着玩|测试一?下?|试试|试一下",
)
TAKEN_BACK = any_of(
    "作废|不作数|不算数?|(?:别|不要|不)(?:记|算|录|登|用|当真|作数)(?:进去|上)?",
    "(?:不对|错|有误|[写填报打说搞弄]错)",
    "(?:先|暂时|暂且)(?:不[要用]?|别|莫|勿)(?:急着?|往上)?(?:[上填]?报|交|录|记|发|提交|登记?|送|转|用|算)(?:上去|出去|进去)?",
)
LENT = (
    r"(?:别的?|其他|其它|外|隔壁|兄弟|人家|别人|[民刑商执行立审]{1,2}|上级|全市|全院|区里|市里)"
    r"(?:家|院|区|庭|局|部门|单位|法院|支部)*(?:他们)?(?:的|报的|数[据字]?|情况|口径)+"
)
END = r"[的了啊哈呢哦吧呀嘛]*[。.!！\s)）]*$"
# what was told before is meant by these, and not what stands beside them
OF_BEFORE = pattern_of(
    r"(?:刚才?|前面|之前|上[次条回]|上午|早上|昨[天日晚]|原来|先前)[^,，。;；]{0,4}?(?:[报填写说发]|那|的)|那[条次]|写成|填成|报成"
)
# 不是5月11日发生一起, and no word of what it was
NOT_FIRST = pattern_of(r"^(?:不是|并非)(?!零|没|无|0|不|因为?|每|[^,，。;；]{0,8}吗)(?=[^,，。;；]*[0-9])")
BUT = pattern_of(r"[,，;；。\s]\s*(?:而|应该?|其实|实际上?|我们?|都?)?[是为有]|改|实际|应[为是]|更正")
# 是目标不是完成数, 以上是累计数
WANTED_LAST = pattern_of(
    rf"{BREAKS}(?:这(?:些|个?数?)|那|以上|上面|都|其实|只)*(?:是|为|属于|算)(?:年初)?(?:定的?)?(?:目标|计划|任务|指标值|预期|预计)[值数的]*"
    rf"(?:[,，]?(?:不|并?非)是[^,，。;；]{{1,8}})?{END}"
)
SPOKEN_OF_ALL = "(?:这些?|那些?|以上|上面|前面|都|也|全|其实|数[据字]?|报的|发的)"
OF_THEN_LAST = pattern_of(
    rf"{BREAKS}{SPOKEN_OF_ALL}+(?:是|为|属于)(?:去年|上年|前年|往年|以前|之前|上(?:一|上个?)?[次期回季]度?)(?:同期|同月)?(?:的|数[据字]?)*{END}"
)
# 测试：…, 听同事说…, 草稿：…
TRIED_FIRST = pattern_of(
    r"^(?:测试|试(?:试|一下|报|填)?|草稿|初稿|样例|示例|例[如子]?|模拟|演示|模板|先估个?数?|估个?数|估计|预估|预报)(?:数据?)?(?:一?下)?[:：,，\s]"
    r"|^按(?:照)?(?:目标|计划|任务|要求|指标|比例|进度)(?:应该?|算|推|来)?[^,，。;；0-9]{0,4}[:：为是]"
)
TOLD_FIRST = pattern_of(
    r"^(?:我)?(?:听|照)[^,，。;；:：0-9讼证讲课取]{0,8}?(?:[说讲传估]|透露|反映)(?!的?材料)"
)  # 听说民庭有3条，我们庭没有: of others alone
THEN_FIRST = pattern_of(r"^(?:去年|上年)同[期月](?:的?数[据字]?)?[:：]")
OF_A_ROOM = pattern_of(
    r"^(?:转|代|帮|替)?(?:一下)?(?P<room>(?:[民刑商执行立审家]{1,2}[一二三]?|隔壁|别的|其他|人家)(?:庭|局|处|室|部门|单位))(?:他们)?(?:的|报的|给的|发来?的)(?:数[据字]?|情况|口径)*[:：,，]"
)
DOUBTED_LAST = pattern_of(rf"{BREAKS}{SO}{DOUBTED}{END}")
TAKEN_BACK_LAST = pattern_of(rf"{BREAKS}{SO}{TAKEN_BACK}{END}")
LENT_LAST = pattern_of(rf"{BREAKS}(?:但|不过|其实|哦|啊|这些?|那|以上|上面|都|也|应该)*(?:是|为|系|属于){LENT}{END}")
# 够线了吧, behind figures, says what they come to
DOUBLE_CHECKED = pattern_of(rf"{BREAKS}(?:对|是|没错)吧{END}|{BREAKS}(?:对不对|是不是){END}")
GUESSED_LAST = pattern_of(
    r"(?:(?:^|[0-9])(?:[^,，;；。\s]|\s(?![一-鿿]{2,12}吧))*|^[^0-9]*)\S吧[。.!！~～\s]*$"
    r"|(?:都|全|均)[^,，;；。0-9]{1,12}吧[。.!！~～\s]*$"
)
ASKED_LAST = pattern_of(
    r"(?<![0-9])(?P<n>[0-9]+)[个人名位条件起了]*[^0-9一-鿿]{1,4}(?:(?:就|还是|那|请|麻烦)*[按照]|那?就是?)\s?(?P=n)\s?[个人名位条件起]*"
    r"(?:来)?(?:上?报|填|登记?|记|算|录)?[上了]*吧[。.!！~～\s]*$|(?:行|可以|满意)了吧[。.!！~～\s]*$|"
    r"(?:^|[,，。;；\s])(?:还行|还可以|还不错|挺好的?|放心)吧[。.!！~～\s]*$"
    r"|(?:^|[,，。;；\s])(?:[这那该][条项个]?|只能)?(?:请|麻烦|帮|给|先|就|您|你|这样|这么|那|登记|记|补|改|报|填|撤|算|录|发)[^,，。;；0-9]{0,10}吧[。.!！~～\s]*$"
)
MEANT_FIRST = pattern_of(
    r"^(?:我们?[院庭局]?|本[院庭局])?(?:目标|计划|预计|预期|力争|争取|打算|准备)(?:值|数|是|为|于|在|:|：)*(?=[^\s,，。;；]{2})"
)
CAME_TRUE = pattern_of(
    r"[,，;；。\n][^\n]*[0-9]|通报|出来|[0-9]月[^,，]{0,2}[是为]|实际|完成|结果|最[后终]|但|目前|现在|已|只|才|后来?|改|推迟|提前|没|未|如期"
)
THEIRS_FIRST = pattern_of(rf"^(?:(?:{DISTRICTS})区?(?:人民)?法院|外[院区]|兄弟(?:法院|单位)|隔壁)(?!报|网(?!上))")
BUT_OURS = pattern_of(r"[,，;；。][^,，;；。]*(?:我们|我[院庭局]|本[院庭局]|咱)")
OURS = pattern_of(r"[我本]们?[院庭局部支区]|我们|咱|自己|俺")
A_UNIT = pattern_of("[一-鿿]{1,8}?[庭局处室队部组委院]")
HEARD_FIRST = pattern_of(
    r"^(?:他们?|她|人家|有人|别人|群里|同事|下面|底下|对方|(?:[庭局院]长|主任|书记|领导)(?!好|们?好))(?:都|也|跟我|告诉我|和我)*(?:说|讲|报的?是|估计)"
)


# 上次报的成功487件，立案1520件
# 1652、1735、1688，从前年到今年
BACKWARDS = pattern_of(r"前年(?:[到至]|往后|起|开始)[^0-9,，。;；]{0,6}(?=$|[,，。;；:：\s])|倒[序着]|逆序|反着(?!来)")
YEARS_BACK = 3  # that some points look back on
REPORTED_FIRST = pattern_of(
    r"^(?:上[次回周]|之前|昨[天日]|刚才?|[上下]午|早上|原来|先前)(?:我们?)?[报填](?:送|过)?的(?!都|是|已)"
)
CORRECTS = pattern_of(
    r"改|应|错|误|不对|不准|更正|实际|不是|漏|[多少][报填算写]|作废|撤|别|取消|不要|不算|忽略|重新|[,，\s]是|才[是对算]"
)
RECKONED = pattern_of(r"^按(?:照)?[^,，。;；]{0,6}(?:口径|算法)")
# 去年9月数据：…, 2019年…
PAST_FIRST = pattern_of(
    r"^(?:(?P<last>去年|上年)|上上个?月(?![0-9一二三四五六七八九十]{1,3}[日号])|大?前年(?!同[月期])|上上年|(?P<year>20[0-9]{2})年(?!度?[^,，]{0,6}新收))(?:度|同期)?的?(?:[0-9一二三四五六七八九十]{1,3}月份?)?"
)
# 去年6月1662, where July is asked for in several years
MONTH_OF_YEAR = pattern_of(
    r"(?:[去上前]年|(?<![0-9])(?:20)?[0-9]{2}年)的?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?"
    r"(?![-~～—–至到日号底])[^0-9,，。;；]{0,12}[0-9]{2,}(?![日号])"
)
OTHER_TIME = pattern_of(
    r"今年|去年|上年|同期|[本这当]个?月|目前|现在|截[至止]|20[0-9]{2}年|[0-9一二三四五六七八九十]月|至今|以来|[近这][一二两三四五]年|通报|印发|成立|制定"
)
OF_YEARS = pattern_of(f"{OTHER_TIME.pattern}|前年")


def reason(text: str, asked: Asked, shape: str) -> str:
    """The reason why nothing of it counts as it stands, or none."""
    text = text.strip()
    said = _whose(text, asked) or _of_when(text, asked, shape)
    return said or next((one for one, holds in IN_ORDER if holds(text)), "")


def of_all(text: str, asked: Asked) -> str:
    """What the sender himself says of all that he told, in the words that were sent; or none."""
    text = text.strip()
    room = OF_A_ROOM.match(text)
    if LENT_LAST.search(text) or (room and not is_own(room["room"], asked.own)):
        return "other-unit"
    return next((one for one, holds in OF_ALL if holds(text)), "")


OF_ALL: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("about", lambda text: bool(TRIED_FIRST.match(text))),
    ("about", lambda text: bool(TOLD_FIRST.match(text)) and not BUT_OURS.search(text)),
    ("about", lambda text: bool(DOUBTED_LAST.search(text))),
    ("later", lambda text: bool(WANTED_LAST.search(text))),
    ("other-time", lambda text: bool(OF_THEN_LAST.search(text))),
    ("which", lambda text: bool(BACKWARDS.search(text))),
    ("denied", lambda text: bool(TAKEN_BACK_LAST.search(text)) and not OF_BEFORE.search(text)),
)
IN_ORDER: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("denied", lambda text: bool(REPORTED_FIRST.match(text)) and not CORRECTS.search(text)),
    ("if", lambda text: bool(RECKONED.match(text))),
    ("question", lambda text: bool(DOUBLE_CHECKED.search(text))),
    ("about", lambda text: bool(HEARD_FIRST.match(text))),
    *OF_ALL,
    ("about", lambda text: "吧" in text and bool(GUESSED_LAST.search(text)) and not ASKED_LAST.search(text)),
    ("denied", lambda text: bool(NOT_FIRST.match(text)) and not BUT.search(text)),
    ("later", lambda text: bool(MEANT_FIRST.match(text)) and not CAME_TRUE.search(text)),
)


def _whose(text: str, asked: Asked) -> str:
    first, last = _of_others(asked.others)
    is_theirs = (THEIRS_FIRST.match(text) or first.match(text)) and not _is_ours(text, asked)
    room = OF_A_ROOM.match(text)
    is_theirs = is_theirs or (room is not None and not is_own(room["room"], asked.own))
    return "other-unit" if is_theirs or LENT_LAST.search(text) or last.search(text) else ""


def _is_ours(text: str, asked: Asked) -> bool:
    is_named = any(name in text for name in (*asked.own, asked.place) if name)
    is_named = is_named or any(is_own(name, asked.own) for name in A_UNIT.findall(text))
    return is_named or bool(OURS.search(text))


def _of_when(text: str, asked: Asked, shape: str) -> str:
    return "other-time" if shape != "day" and _is_of_the_past(text, asked, shape) else ""


@lru_cache(maxsize=64)
def _of_others(others: frozenset[str]) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """审监庭：… at the head; …（审监庭） and …，这是审监庭的 at the end."""
    found = sorted((name for name in others if name and name[0] != "各"), key=len, reverse=True)
    names = "|".join(map(re.escape, found)) or "(?!)"
    first = rf"(?:{names})(?:[:：]|(?=[^,，。;；]{{0,24}}[0-9](?![^,，。;；]*(?:统计|提供|通报|发布))))"
    last = rf"[（(](?:{names})[)）][。\s]*$|[,，;；。\s](?:这|那|以上)?(?:都|也)?是(?:{names})的(?:数据?|情况)?[。\s]*$"
    return pattern_of(first), pattern_of(last)


def _is_last_year(asked: Asked) -> bool:
    """去年 is the year that is asked about."""
    return bool(asked.period and asked.today and asked.period.end.year < asked.today.year)


def _is_of_the_past(text: str, asked: Asked, shape: str) -> bool:
    """2019年…, 前年…, and no word of another time behind it; last year's is asked for in some forms."""
    if shape == "figures" and THEN_FIRST.match(text) and not OF_YEARS.search(text, len("去年同期")):
        return True
    found = PAST_FIRST.match(text)
    counts_years = any(part.label[:2] in ("上年", "前年", "20") for part in asked.quantities)
    if shape == "figures" and not counts_years and _is_of_another_period(text, asked):
        return True
    if shape == "figures" and counts_years and _is_of_another_month(text, asked):
        return True
    if found is None or asked.period is None or OTHER_TIME.search(text, found.end()):
        return False
    is_counted = shape in ("figures", "roll-call", "rank", "occurrence") and not counts_years
    if found["last"]:
        return is_counted and not _is_last_year(asked)
    if shape == "figures" and any(part.label.startswith("前年") for part in asked.quantities):
        return False
    back = 0 if is_counted and shape != "occurrence" else YEARS_BACK
    return found["year"] is None or int(found["year"]) < asked.period.start.year - back


def _is_of_another_month(text: str, asked: Asked) -> bool:
    if asked.period is None or asked.period.every != "month":
        return False
    months = (match["month"] for match in MONTH_OF_YEAR.finditer(text))
    return any((int(month) if month.isdecimal() else chinese(month)) != asked.period.start.month for month in months)


def _is_of_another_period(text: str, asked: Asked) -> bool:
    """6月来信127件；有效评价452条, or 1-7月…, where July is asked for, and no word of July."""
    if asked.period is None or asked.period.every != "month":
        return False
    found = words.TOTAL.match(text) or uncounted.PERIOD.match(text)
    is_other = found is not None and (found.re.groups == 0 or not is_asked(found, asked.period))
    return bool(found and is_other and not OTHER_TIME.search(text, found.end()))
