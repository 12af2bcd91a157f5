"""Of which month and of which department the clauses of an answer are."""

import re

from domain.numbers import chinese, value_of
from domain.own_names import is_own
from domain.patterns import pattern_of
from domain.roll_call.answer import Round
from domain.roll_call.words import DIGIT

N = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
MONTH = pattern_of(
    rf"(?<![{DIGIT}.第近满])(?P<n>{N})月(?:份|分(?![0-9])|底|初|中旬|末|上旬|下旬|[{DIGIT}]{{1,3}}[日号](?:[之以]?前)?)?"
)
SPAN = pattern_of(rf"(?<![{DIGIT}.])(?P<n>{N})月?份?[到至~—-]{N}月(?!{N}?[{DIGIT}]*[日号])")  # 1到6月
COMPARED = pattern_of(rf"(?<=[比较跟和同与])(?P<n>{N})月份?(?![{DIGIT}]+[日号])")
DAY = pattern_of(r"(?<![0-9.])(?P<n>1[0-2]|[1-9])\.(?:[12][0-9]|3[01]|[1-9])(?=[\s,])")
LAST = pattern_of(r"(?<![比较跟和同与])上个?月(?:份|底|初)?")
SIDE_BY_SIDE = pattern_of(rf"(?<=[{DIGIT}][条人个名])(?=[本这当]个?月[{DIGIT}])")  # 上个月2条这个月1条
BELATED = pattern_of(rf"(?:上个?月|(?<![{DIGIT}])(?P<n>{N})月)份?的?补(?:录|报|登|填)")  # 记录1条（上月补录）
OF_LAST = pattern_of(rf"[{DIGIT}]+\s?[个人名位]*(?:是|系)上个?月")  # 44是上个月的
THIS = pattern_of(r"[本这当]个?月|现在|目前|今[天日]")
# of what came or went then, not of what was counted
CHANGES = pattern_of(r"来|调|走|退|辞|离|入职|新|进|招|分配|转|休|产假|找|[日号](?:前|晚|上午|下午)?|案子|[底初末旬]")
GONE = pattern_of(
    "[刚才就又已]*(?:有[^,;。填报]{1,4})?(?:退休|辞职|离职|入职|转隶|借调|调[走离出入进来]|走了|来了|新[来进招到])"
)

NO_NAME = "除不没未无没非差缺少含外各全每和与及加减应已实填报现均月我咱们俺在去到了的个位名"
NAME = f"(?:(?![{NO_NAME}])[一-鿿]){{1,7}}?(?:[庭局处室队组委]|(?<!干)部|(?<![住出])院)"
LEADERS = "院领导"  # 一条是院领导打招呼: whose word it was
MOVED = pattern_of("去|往|来|从|到|搬|调|借|办公室|[根按]|要求|通知")
SOME_NAME = pattern_of(NAME)
UNIT = pattern_of(rf"^(?P<name>{NAME})(?=[:,;。!\s]|[本这当]个?月|应|已|实|填|共|全|都|均|零|[{DIGIT}])")
LENT = pattern_of(
    rf"[,;。\s(](?![^,;。]*(?:打听|过问|招呼|说情))(?:这|那|都|也|是)*(?P<name>{NAME})的(?:数据?|情况)?[。)\s]*$"
)
ADDRESSED = pattern_of(rf"^{NAME}(?:领导|同志|老师|主任|各位)*:[;,\s]*")
COLLECTS = pattern_of("派驻|纪检|监察")  # for whom the round is held
SIGNED = pattern_of(rf"[,;。\s]+(?P<name>{NAME})[。\s]*$")
THEIRS = pattern_of(
    rf"^{NAME}(?=(?:那[边里儿]|[跟和]?[我你]?[讲说]?他们|这个月|还|另|的(?=记))*(?:[有没无是报填]|记录|[0-9]))"
)
OWN = pattern_of(r"^(?:我们?|咱们?|[本全该])(?!院)")
OURS = pattern_of(r"(?:我们?|本|咱们?|俺们?)(?:[庭局处室部队组]|法庭|这[边里])|我们")
COUNTED = rf"(?:[{DIGIT}]\s?[条件起人名位个%]|(?:记录|[数共计])[数有是为:]*[{DIGIT}])"
ALL_OF_IT = "(?:全[院区市]|院里|整个法?院|法院[一总]?共|院机关|条线)"
OF_ALL = pattern_of(
    rf"(?:^|(?<=[,;。()]))[^,;。()]*(?:{ALL_OF_IT}[^,;。()]*{COUNTED}|{COUNTED}[^,;。()]*{ALL_OF_IT})[^,;。()]*"
)
OF_THE_HOUSE = pattern_of(r"(?:^|(?<=[,;。]))[^,;。]{0,6}全院[^,;。]*[,;。](?=我们|[我本][庭局处室部组队])")
CLAUSE = pattern_of(r"([,;。!()]+)")
# …，7月的, and 记录2条（含7月1条）, are said of the clause before
OF_BEFORE = pattern_of(
    rf"^[这那都也]*[是系]\s*(?:{N}月份?|上个?月)|^\s*(?:其中|[包内]?含|包括|里面?有?|有)|(?:看|截图|页面|表|数据)[^,;。]{{0,3}}[是成]了?(?:{N}月份?|上个?月)|^[这那都也是为系属于报的]*(?:{N}月份?|上个?月)(?:的|数据?|情况|度|[了啊哈])*\s*$"
)
OF_SOME = pattern_of(
    rf"(?<![0-9那])(?!那)[^{DIGIT}条]{{2,}}[是成](?:{N}月份?|上个?月)的?了?(?:表|数据?|情况)?\s*$"
)  # 就老李填的是4月的
# 截至8月25日, and the month was not over
SO_FAR = pattern_of(rf"(?:截[至止到]*|[到至])(?P<n>{N})月(?P<day>[{DIGIT}]{{1,3}})[日号]")
LAST_DAYS = 28
SOME_RECORDS = pattern_of(r"[1-9一二两三四五六七八九十]\s?[条件起]")
AS_OF = pattern_of(r"(?:截[至止]|到)\s*$")
OCCURRED = pattern_of(r"[^,;。]{0,4}(?:发生|过问|打过?招呼|说情|打听)|的\s*$")
WHEN_FILED = pattern_of("[前止]?[^,;。]{0,3}[填报录补交查看核]")


def in_other_words(text: str, month: int) -> str:
    """和5月一样, said of June, is 和上个月一样."""
    return COMPARED.sub(lambda match: "上个月" if _number(match) == (month - 2) % 12 + 1 else match.group(), text)


def of_the_month(text: str, month: int) -> str | None:
    """Without the clauses that tell of other months; None where no others tell of this one."""
    text = SIDE_BY_SIDE.sub(",", text)
    text = DAY.sub(lambda match: " " if int(match["n"]) == month else match.group(), text)
    parts = CLAUSE.split(text)
    if SPAN.search(text) or ((belated := BELATED.search(text)) and (not belated["n"] or _number(belated) != month)):
        return None
    if not month and len({match["n"] for match in MONTH.finditer(text)}) > 1:
        return None
    if any(_is_of_no_whole_month(part, month) for part in parts[::2]):
        return None
    named = [_others(part, month) for part in parts]
    other: bool | None = False
    kept: list[str] = []
    dropped: list[str] = []
    for n in range(0, len(parts), 2):
        # as the clause before, unless this month was told of and is told of no more
        as_before = other and (False in named[n + 1 :] or not any(map(_tells, kept)))
        other = as_before if named[n] is None else named[n]
        if other and (OF_BEFORE.search(parts[n]) or OF_SOME.search(parts[n])) and any(map(_tells, kept)):
            return None
        (dropped if other else kept).append(parts[n])
    if not dropped:
        return MONTH.sub("", text)
    if not any(map(_tells, kept)):
        return None if any(map(_tells, dropped)) else text
    return ",".join(MONTH.sub("", part) for part in kept if part.strip())


def _is_of_no_whole_month(clause: str, month: int) -> bool:
    """As of a day within it, or with what came in the days behind it."""
    so_far = SO_FAR.search(clause)
    if so_far and _number(so_far) == month and (value_of(so_far["day"]) or LAST_DAYS) < LAST_DAYS:
        return True
    then = [match for match in MONTH.finditer(clause) if month and _number(match) == month % 12 + 1]
    is_counted = SOME_RECORDS.search(clause)
    return any(
        OCCURRED.match(clause, match.end())
        or (is_counted and not WHEN_FILED.match(clause, match.end()) and not AS_OF.search(clause, 0, match.start()))
        for match in then
    )


def _number(match: "re.Match[str]") -> int | None:
    return int(match["n"]) if match["n"].isdecimal() else chinese(match["n"])


def _tells(clause: str) -> bool:
    return bool(re.search(rf"[{DIGIT}]|[没无]|零|全|都", MONTH.sub("", clause)))


def _others(clause: str, month: int) -> bool | None:
    """Whether it is of another month; None where no month is named in it."""
    named = []
    for match in MONTH.finditer(clause):
        number = _number(match)
        is_day = re.search(r"[日号]", match.group())
        behind = clause[match.end() :].lstrip("的已经刚就又有")
        if is_day and number == month % 12 + 1:
            continue  # filed in the first days of the next one
        if number == month or not month or not (is_day or CHANGES.search(match.group()) or CHANGES.match(behind)):
            named.append(number == month or not month)
    if (now := THIS.search(clause)) and (not named or any(named) or "月" in now.group()):
        return False
    if named:
        return not any(named)
    last = LAST.match(clause.strip()) or OF_LAST.match(clause.strip())
    return True if last and not GONE.match(clause.strip(), last.end()) else None


def of_the_unit(text: str, of: Round | None) -> str | None:
    """Without those of other departments that stand before the own; None where another one is told of."""
    own = OF_ALL.sub("", OF_THE_HOUSE.sub("", text))
    if own != text and not _tells(own):
        return None
    text = own.strip(",;。() ") if own != text else text
    if of is None:
        return text
    last = LENT.search(text)
    if last and not OWN.match(last["name"]) and not is_own(last["name"], of.names):
        return None
    if any(is_theirs(clause, of) for clause in CLAUSE.split(text)[2::2]):
        return None
    unit = UNIT.match(text)
    is_ours = OURS.search(text)
    if unit and not OWN.match(unit["name"]) and not is_own(unit["name"], of.names):
        if is_ours is None or re.search(rf"[{DIGIT}]", text[: is_ours.start()]):
            return _written_to(text, of)
        return text[is_ours.end() :]
    return text


def _written_to(text: str, of: Round) -> str | None:
    """派驻纪检监察组:商事审判庭应填30人; 政治部:应填30人。商事审判庭: for them, where it is said who writes."""
    to = ADDRESSED.match(text)
    if to is None:
        return None
    rest = text[to.end() :]
    writer = UNIT.match(rest) or SIGNED.search(rest)
    is_signed = writer and (OWN.match(writer["name"]) or is_own(writer["name"], of.names))
    return rest if is_signed or COLLECTS.search(to.group()) else None


def without_own_name(text: str, of: Round | None) -> str:
    """In full, in short, or the place of a court that sits elsewhere: 嘉北21人 is 21人."""
    if of is None:
        return UNIT.sub("", text)
    names = sorted(of.names, key=len, reverse=True)
    for name in names:
        text = text.replace(name, "").replace(name.removesuffix("法庭") if len(name) > len("法庭") + 1 else name, "")
    return SOME_NAME.sub(lambda match: "" if is_own(match.group(), names) else match.group(), text)


def names_another(text: str, of: Round | None) -> bool:
    """但一条是民庭的; nobody's going there, and no room that one went to."""
    clauses = [clause for clause in CLAUSE.split(text) if not MOVED.search(clause)]
    others = [name for name in of.others if name != LEADERS] if of else ()
    return any(name in clause for clause in clauses for name in others)


def is_theirs(clause: str, of: Round | None) -> bool:
    """民庭有3条, before what the own department has."""
    told = THEIRS.match(clause) or UNIT.match(clause)
    return bool(
        of
        and told
        and not OWN.match(told.group())
        and not is_own(re.sub("这个月|那[边里儿]|说?他们|[还另的]+$", "", told.group()), of.names)
    )
