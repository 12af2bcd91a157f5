"""An answer without what the writer takes back in the same breath: 不是29是31, 33人不对，是34人."""

import re

from domain.numbers import NUMBER, value_of
from domain.patterns import pattern_of
from domain.put_right import without_struck
from domain.roll_call.changed import without_changes
from domain.roll_call.told_before import without_told_before
from domain.roll_call.words import DIGIT, NUM

FIGURE = rf"{NUM}\s?(?:个人|[人名位个条])?"
# 昨天41人，今天43人; 早上27人，又填了两个，现在29个都填了: what stands is as many or more
EARLIER = pattern_of(
    r"(?:^|(?<=[,;。]))[^,;。]{0,6}(?:昨[天日晚]|前[天日]|起初|原来|之前|(?:周|星期|礼拜)[一二三四五]|早上|上午|中午)(?:(?!应|记|条|过问)[^。?])*?[,;。!]\s?"
    rf"(?=(?:现在|目前|这下|这会儿?|刚(?:刚|才)?又?[查看数核刷]|再[查看数核刷]|(?:到?今[天日早]|下午)(?![^,;。]*[填报录]了?\s?{NUM}))(?![^,;。]*(?:[又再](?![看查数核刷登])|[补新增]))[^,;。]*?(?P<now>{NUM}))"
)
# 记录2条，比上月多1条
DIFFERENCE = pattern_of(
    rf"[,;。(\s]+(?:记录|条数|总?数)?(?:环比|(?:比|较|跟|和|与|同)(?:上个?月|上期|上次)(?:的|份|相比|比|时)*)[,]?(?:记录|条数)?"
    rf"(?P<way>增加?|上升|多|减少?|下降|少)了?\s?(?P<figure>{NUM})\s?[条件起]\)?(?=[,;。!\s]|$)"
)
# 更正：应为2条，前面报的3条里有1条是6月的
CORRECTS = pattern_of("更[正改]|应改?[为成]")
FIRST_REPORTED = pattern_of("(?<=[条人个准的])[,;。](?:前面|刚才?|昨天|原来|[上下]午|之前)[误多]?[报填写发]的[^!]*$")
# 又有三个填了 现在是57个: the sum is what counts
ADDED = pattern_of(
    rf"(?:^|(?<=[,;。\s]))[^,;。\s{DIGIT}]{{0,4}}[又再]有?(?:{FIGURE}(?:[也都]?[填报补交][上了好完]+)|[填报补交](?:上来?|进来|了)+{FIGURE})[,;。\s]+(?=(?:现在|目前|一共|总共)[^,;。]{{0,3}}{NUM})"
)
STRUCK = (
    # 上午报的36漏了两个，应填38
    pattern_of(
        rf"(?:^|(?<=[,;。:]))(?:[上下]午|早上|昨[天晚日]|前面|刚才?|之前|先前)[误多]?[报填发]的{FIGURE}[^,;。应已]*?[漏少][^,;。]*[,;。\s]+(?=应)"
    ),
    # 本来30的，走了一个，现在29
    pattern_of(
        rf"^(?:[本原]来|原[本先]|[之以]前)[^,;。\s{DIGIT}]{{0,3}}{FIGURE}的?[,;。\s]+(?=[^,;。{DIGIT}]*[走退调来进新少多][^,;。]*[,;。\s]*(?:现在|目前|[本这]个?月)\s?{NUM})"
    ),
    ADDED,
    # 早上那条作废，重新报：…
    pattern_of(
        rf"^[^,;。0-9]{{0,8}}(?:作废|不算数?|不要了|撤[回了])[了啊哈]?[,;。\s]+(?:重新?[报填发](?:一下)?[,;:。\s]*)?(?=[^?]*{NUM})"
    ),
    # 已填23人有误，应填24人、已填24人
    pattern_of(
        rf"(?:^|(?<=[,;。:]))[^,;。:{DIGIT}]*(?P<what>[应已实][际该]?[填报录]|记录)报?[了的是为]*\s?{FIGURE}(?:[填报写]?错了?|不对|有误)[,;。\s]+(?=[^。!]*(?P=what))"
    ),
    # 2条，更正：1条
    pattern_of(
        rf"{NUM}\s?(?P<of>[条人])(?:记录|填了?)?[,;。!(\s]+(?:更[正改]|改)[,;。:!\s]*(?:一下|[为成])*[,:\s]*(?:记录)?[应为是]*(?=\s?{NUM}\s?(?P=of))"
    ),
    pattern_of(rf"[由从]{FIGURE}(?=(?:变|改|调整|更正|增加|增|减少|减)[成为到至]*)"),
    pattern_of(rf"{FIGURE}(?=\s?(?:更改|更正|调整|改|应该?|实际?)[成为到至是]\s?{FIGURE})"),
    # 填完就是21了: what will be is not yet
    pattern_of(
        rf"[,;。]\s?[^,;。{DIGIT}]{{0,8}}[填补报交][完齐好上]了?(?:就|才|便)(?:是|有)?\s?{FIGURE}了?(?=[,;。!]|$)"
    ),
    pattern_of(rf"不是\s?{FIGURE}[,\s]*(?:而|应该?)?是(?=\s?{FIGURE})"),
    pattern_of(rf"不是\s?{FIGURE}[,\s]+(?=(?:已?[填报]了?的?|记录)(?:就|才)?是\s?{FIGURE})"),
)


# 还有三个我下午盯着他们填: they have not
TO_COME = pattern_of(
    r"(?:还有|还剩|剩下?的?|另外|其[余他])(?P<who>\s?[0-9一二两三四五六七八九十]{1,3}\s?(?:个人|[人名位个]))"
    r"(?![^,;。]*(?:记录|条|过问|都[已填报]|[填报补交录好完齐上]了|已|过))[^,;。]*(?:下午|明天|后天|今[晚天]|晚[上点]|下班前|稍后|马上|回头|盯|催|督促)[^,;。]*(?:填|报|补|录)[^,;。]*"
)


# 刚才报的两条不对，漏了一条，一共三条
SURELY = pattern_of(rf"应该?是(?={NUM})")  # no guess, where it is put right
CLAUSE = pattern_of(r"[^,;。!\s]+[,;。!\s]*")
UNNAMED = rf"[^,;。!()\s应{DIGIT}]"
SLIP = "(?:[报写填发打看数记说弄搞算录点]错字?|错了|[写填报]反|不对|有误|不准|记岔)"
SLIPPED = pattern_of(
    rf"{SLIP}|(?:^|(?<=[,;。!\s]))[哦噢啊呃诶]不[,;。!\s]|^不是(?={FIGURE}[,;。!\s]*$)|[报写填打说看数]成(?={NUM})"
)
MERELY = pattern_of(
    rf"(?:{SLIP}|不(?=[,;。!\s])|[了啦咯啊哦噢呃额哎呀哈嘛我又刚才上午早昨天那个]|不[是好]意?思?|更正一?下?)+[,;。!\s]*$"
)
TOLD_BEFORE = pattern_of(
    rf"^不是|刚|昨|前|[上下]午|早上|[报写填发说]的|[报写填打说看数]成|(?:^|[^有{DIGIT}]){FIGURE}的?{SLIP}"
)
A_FIGURE = pattern_of(rf"(?<![{DIGIT}月])(?P<figure>{NUM})(?![{DIGIT}日号月点])\s?(?P<unit>个人|[人名位个条件])?")
HOW = pattern_of(rf"(?:[少漏多没重][看算数报填记写录复]*|又(?:看|发现|找|数)到?)了?{FIGURE}[,;。!\s]*$")
NAMED = pattern_of("应该?[填报]|[已实]际?[填报]|填了|记录|过问")
ANEW = pattern_of(
    rf"^(?:[应该实际其为就改成现在一总共有合计对更正报按准确的]*[是为成])?[应该现在一总共有合计]*{FIGURE}[了的才对哈啊吧呢]*[,;。!\s]*$"
)


def without_slips(text: str) -> str:
    """Of a figure that is said to be wrong, and told anew under its name or by itself: the new one is left."""
    if not SLIPPED.search(text) and "不是" not in text:
        return text
    clauses = CLAUSE.findall(text)
    for at in [at for at, clause in enumerate(clauses) if SLIPPED.search(clause)]:
        first = at
        while first > 0 and not A_FIGURE.search(clauses[first]) and MERELY.match(clauses[first]):
            first -= 1
        wrong = _last_figure(clauses[first])
        name = NAMED.search(clauses[first])
        if first == at and MERELY.match(clauses[at]) and not wrong:
            clauses[at] = ""
        if not wrong or (first == at and not TOLD_BEFORE.search(clauses[at])):
            continue
        anew = next((n for n in range(at + 1, len(clauses)) if _is_anew(clauses[n], wrong, name)), None)
        if anew is None or any(NAMED.search(clause) for clause in clauses[at + 1 : anew]):
            continue
        clauses[first:anew] = [""] * (anew - first)
        if anew + 1 < len(clauses) and _is_why(clauses[anew + 1], wrong, _last_figure(clauses[anew])):
            clauses[anew + 1] = ""
        if name and not NAMED.search(clauses[anew]):
            clauses[anew] = name.group() + re.sub(r"^[^0-9一二两三四五六七八九十]*", "", clauses[anew])
    kept = "".join(clause for clause in clauses if not HOW.search(clause))
    return SURELY.sub("是", kept) if "" in clauses else text


# 29。不对，28，有一个借来的已经回原单位了: who makes the difference
WHO_WENT = pattern_of(
    rf"^[^,;。!?条记应已实{DIGIT}]{{0,6}}?(?:(?P<n>{NUM})\s?(?:个人|[人名位个])|有个|那个|[小老][一-鿿](?=[调退走刚]))"
    rf"[^,;。!?条记应已实{DIGIT}填]{{0,3}}?[^,;。!?条记应实{DIGIT}填]{{0,12}}?(?:调|退休|走|回|借|离|辞|转|来|不算|不在|新)"
    rf"[^,;。!?条记应{DIGIT}填]{{0,8}}[,;。!\s]*$"
    rf"|^[漏少][了算数掉]*[^,;。!?条记应已实{DIGIT}填]{{1,8}}[那一]个[,;。!\s]*$"
)

# 本来登了3条，有1条重复让删了，最后2条; 昨天截图是30，今天又进来4个，现在34: what it came to
RECKONED = pattern_of(
    rf"(?P<first>(?:[0-9]{{1,2}}月)?{UNNAMED}{{0,12}}?(?P<a>{NUM})\s?(?P<of>条|人|个人?|份)?)(?P<why>[^。!应记{DIGIT}]{{0,12}}[,;。(\s里]{UNNAMED}{{0,6}}?(?P<b>{NUM})\s?(?:(?P=of)|个|条|人|份)?(?:[^{DIGIT}!]|[一两二三][遍次])*?)"
    rf"(?<=[,;。)\s])(?=(?:{UNNAMED}|[0-9]+月){{0,9}}?(?P<c>{NUM})\s?(?:(?P=of)|个|人)?[了的]?(?=[,;。!\s一正]|$))"
)
BY_NOW = pattern_of("(?:已经?|都|让)[^,;。]{0,4}(?:删|撤|销|退)了?|(?:删|撤|销|退)[了掉]")  # and no word of then
BEFORE_IT = pattern_of("节前|本来|原来|原[先有]|昨|早上|上午|之前|显示|[后前]台|收到|截图|看是|里$|导出")
LESS, MORE = pattern_of("重|退|删|撤|划|挂错|误|不属|不算|不该|错|两遍"), pattern_of("又|再|补|新|进来")


def without_reckoning(text: str) -> str:
    """As long as it comes out."""
    is_told = BEFORE_IT.search(text) or BY_NOW.search(text)
    return RECKONED.sub(_unless_unreckoned, text, count=1) if is_told else text


def _unless_unreckoned(told: "re.Match[str]") -> str:
    a, b, c = (value_of(told[figure]) or 0 for figure in "abc")
    is_less = a - b == c and LESS.search(told["why"])
    is_more = a + b == c and MORE.search(told["why"])
    is_then = BEFORE_IT.search(told["first"]) or (is_less and BY_NOW.search(told["why"]))
    return "" if c and (is_less or is_more) and is_then else told.group()


def _is_anew(clause: str, wrong: "re.Match[str]", name: "re.Match[str] | None") -> bool:
    found, said = _last_figure(clause), NAMED.search(clause)
    if (
        found is None
        or HOW.search(clause)
        or (found["unit"] == "条") != (wrong["unit"] == "条" or bool(said and found["unit"] == "条"))
    ):
        return False
    return bool(said and name and said.group()[0] == name.group()[0]) or bool(
        ANEW.match(clause) if not said else not name and clause[0] == "是"
    )


def _is_why(clause: str, wrong: "re.Match[str]", anew: "re.Match[str] | None") -> bool:
    """As long as it comes out."""
    who = WHO_WENT.match(clause)
    if who is None or anew is None:
        return False
    change = (value_of(anew["figure"]) or 0) - (value_of(wrong["figure"]) or 0)
    return abs(change) == (value_of(who["n"]) if who["n"] else 1)


def _last_figure(clause: str) -> "re.Match[str] | None":
    return next(reversed(list(A_FIGURE.finditer(clause))), None)


def without_wrong(text: str) -> str:
    text = without_reckoning(without_told_before(without_changes(text)))
    text = TO_COME.sub(r"还差\g<who>", EARLIER.sub(_unless_more, without_struck(text)))
    text = FIRST_REPORTED.sub("", text) if CORRECTS.search(text) else text
    for struck in STRUCK:
        text = struck.sub("", text)
    return text


def _unless_more(earlier: "re.Match[str]") -> str:
    before = [value_of(match.group()) or 0 for match in NUMBER.finditer(earlier.group())]
    return earlier.group() if max(before, default=0) > (value_of(earlier["now"]) or 0) else ""


def without_difference(text: str, last: int | None) -> tuple[str, int | None]:
    """And how many records there are by it, where it is known how many there were."""
    found = DIFFERENCE.search(text)
    if found is None:
        return text, None
    change = value_of(found["figure"]) or 0
    now = None if last is None else last + (change if found["way"][0] in "增上多" else -change)
    return text[: found.start()] + text[found.end() :], now
