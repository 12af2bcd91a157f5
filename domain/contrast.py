"""Of two things told side by side the one that is meant, where the other is ruled out in so many words.

A不算，B才是; 原定A，实际B; 去年A，今年B; A那个是体检: the clauses of what is ruled out are left out, where one is left.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from domain.cadences import Period
from domain.patterns import pattern_of
from domain.reader.own_period import without_own

PARTS = pattern_of(r"([,，;；。!！\n（()）]+|\s+(?=那|这|[0-9一二三四五六七八九十]{1,2}月|才|今年|实际|后来|最后|改))")
DATED = pattern_of(
    r"[0-9一二三四五六七八九十]{1,3}\s?[日号]|[0-9]{1,2}[./-][0-9]{1,2}(?![0-9%])|[0-9]{1,2}月[0-9]{1,2}"
    r"|(?:周|星期|礼拜)[一二三四五六日天]|[昨前今]天|[0-9]{1,2}月(?=那)"
)
IT = (
    r"(?:那|这|上面|前面|以上)(?:都|全)?(?:个|次|场|回|件|篇|条|天|期|种|些|会|事)?"
    r"(?:活动|会议?|讲座|案[子例件])?(?:我们?)?"
)
NOT_IT = (
    r"(?:不(?:能|可)?(?:算|作数)|算不上|够不上|谈不上|不属于"
    r"|(?<!是)(?:不是|并非)(?!因为?|说|吗|同一|一[天回码]|零|没|无|不)|(?:没|未)(?:有|被)?(?:[选评]上|入选|采用|录用|研究|讨论|来得及|议)|落选|(?:后来|最后|临时)[^,，;；。]{0,4}取消[了掉]|(?:我们?|咱们?|那(?:个|场|次|回)|这边)(?:庭|院|部门)?(?:没|未)(?:有)?(?:参[加与]|参与|组织|出人|去(?!成)))"
)
# the clauses before it are not meant either
BACK = pattern_of(
    rf"^\s*(?:[也都可]|就)?不是(?:我们|[我本][院庭]|咱们?)(?:自己)?(?:组织|[搞办发审判]|主办|开展)的|"
    rf"^\s*(?:但|不过)?(?:{IT}(?:可|也|都|就)*(?:{NOT_IT}|是(?:去年|前年|上[次回届]|以前|别的|另外?))|(?:可|也|都)?不(?:能)?(?:算|作数|属于)(?![了的]?算))"
)
DENIED = pattern_of(NOT_IT)
# 9月11日，不对那次是中心组学习，意识形态的会是9月25日: the day of another event, and with the next clause the own one
MISSAID = r"(?:不对|不是|[说记写搞弄填看]?[错岔串混]了?|啊不|哦|噢|呃|等等|[,，\s])*"
SLIPPED = r"(?:不对|不是|[说记写搞弄填看]?[错岔串混]了|啊不)"
SLIP, SLIP_LAST = pattern_of(rf"^[\s哦噢呃啊]*{SLIPPED}"), pattern_of(rf"{SLIPPED}\s*$")
OF_ANOTHER_EVENT = pattern_of(
    rf"^\s*{MISSAID}那(?:一?(?:天|次|场|个|回|期|份))?(?:会议?|活动)?(?:[开搞办做]的)?(?:其实|应该|都|才)*是"
    r"(?!我们?|咱|本|按|在|于|[0-9]|周|星期|礼拜|[上下]午|[^,，;；。]*(?:意识形态|党组|专题|第[二三]))"
    r"[^,，;；。]*(?:会|课|学习|培训|教育|演练|座谈|慰问|检查|活动|讲座|换届|参观|报告|党日|稿|的)"
)
TOLD_BEFORE = pattern_of("上次|之前|前面|原来|刚才|昨天|更正")  # put right by what was reported then
YEAR = pattern_of("20[0-9]{2}")
OWN_EVENT = pattern_of(
    r"(?!.*第[一二三四五])[一-鿿“”]{2,}的?(?:就|才|应该?)?[是在于]\s*(?=[0-9一二三四五六七八九十])|才(?:是|算)"
)
# 民庭那件不是我们的, behind which the own one is told
THAT_NOT = pattern_of(rf"(?:那(?:个|场|次|件|篇|条|期)|》|”)[^,，;；。]{{0,6}}{NOT_IT}")
NOT_COUNTED = pattern_of(r"^[^,，;；。]{2,14}(?<!算)不[算计](?:在内)?$")  # 支部自己那个会不算
OURS = pattern_of("我们|[我本]院|本庭|咱们?|《|“|才|这")
# of another kind than what is asked for, as the writer says
APART = pattern_of(
    r"那(?:个|次|天|场|回|件|条|篇|期)(?:活动|会议?|[开搞办]的)?是(?!我们?|按|在|于|[0-9])(?![^,，;；。]*意识形态)|只是(?=[一-鿿]{2})|(?<=[日号])那?是(?=宣判|开庭|立案|审结|判决|预告|彩排|报名)"
)
OF_NOTICE = "通知[上里]?的?(?:日子|日期|时间)"
PLANNED = pattern_of(
    rf"改期[之以]?前|{OF_NOTICE}|原[定拟本]|原计划|原打算|本来|原先|原来(?:定|说|想|打算|计划|[报写填]的?(?=[是为])|安排)|(?:之前|先前|起先|当初|会前|事先)(?:定|安排|[报写填]的?(?=[是为]|议题))"
    r"|通知[里上]?(?:写|说|定|发)的?|说好|预定|起初|一开始|(?<![一-鿿])计划的?是(?!否)"
)
AT_LAST = pattern_of(r"^\s*(?:最[后终]|结果|后来|到头来)[^,，;；。]*(?:召?开|举[办行]|[办搞])[了的成过]")
MEANT_THEN = pattern_of(rf"{PLANNED.pattern}|[又再](?:说|定|改|推|约|通知)|改[到成]")
PUT_TO = pattern_of(
    r"^(?:后来|结果|又|才|最[后终])*(?:推迟?|延[期后]?|顺延|改期?|挪|拖|提前|调整)了?[到至在]"
    r"(?=[^,，;；。]*(?:开|办|搞)[了的成过])"
)
BOTH = pattern_of(r"也(?:都)?(?:是|算|[开办搞]|有)")
HELD = pattern_of(
    r"实际|最[后终]|结果|后来|才|真正|正式|开[的了过成完]|召开|举[办行]|[办搞上做][的了成]|发布|推送|刊登|印发|成立|[改换][到成在为0-9]|推到|补(?![报交登填录发传])[一-鿿]{0,2}[的了]"
)
OPEN = pattern_of(
    r"[?？吗]|还没|没[开办搞]|未[召开办]|准备|打算|计划|再[开办定]|(?<!模)拟|待定|可能|应该|还[要得会]|要开|将(?!军)"
)
ALONE = pattern_of(
    r"才(?:是(?!怪)|算(?!了)|作数)|(?:^|[^要])(?:要|该)?算的(?:就)?是|真正(?:的|开|专题|办|搞)?[^,，;；。]{0,14}(?:是|在)|(?:活动|会议?)本身(?:就|才)?[是在]|[您你]们?(?:要|问)的(?:这|那)?个?[^,，;；。]{2,20}(?:是|在)(?=[0-9])|正式[^,，;；。]{0,8}是|专题(?:会议?)?的?(?:就|应该?)?是"
)
ONCE = r"(?:大?前年|往年|历年|前几年|上一?[次届回])(?!末)|明年|下[次回届]|下一步|下个?季度"
THIS, LAST = r"今年|本年", r"去年|上一?年"
HALF = r"|[上下]半年"
# by whether the year that is asked about is over, and whether halves are asked about
OTHER_TIME = {
    (past, halves): pattern_of(f"{ONCE}|{THIS if past else LAST}{HALF if halves else ''}")
    for past in (False, True)
    for halves in (False, True)
}
NOW = {past: pattern_of(f"[这本今]次|这回|{LAST if past else THIS}") for past in (False, True)}
OF_TOPIC = pattern_of(
    r"^\s*(?:不过|而)?(?:[这本今][次回]|今年|实际|最[后终]|后来)|议题|主题|改(?:[成为]|(?=[学讲议]|研究|讨论|传达))|换[成为]|调整[成为]|是(?!非)|研究|传达|学习|讨论"
)
# 开会时改成了, 这次研究的是, and behind a day 才算
INSTEAD = pattern_of(
    r"^[^,，;；。《“]{0,8}?(?:(?:[改换]|调整)[成为]了?|改(?=[学讲议]|研究|讨论|传达)|(?:研究|讨论|学习|[讲学谈说议])的就?是)(?=[《“一-鿿])"
    r"|^(?:实际|最[后终]|定稿)(?:上|的|会上)*(?:议题|题目|主题|定的?|[讲学议]的?|研究的?)*(?:就?是|叫|[成为])(?=[《“一-鿿])"
    r"|^(?:只|实际上?)(?=传达|研究|讨论|学习|通报)|^(?:[上下]半年)?(?:[这本今]次|这回|今年)(?:会议?)?(?:上|的|是)*(?=[《“一-鿿])"
)
# 后来没讲这个
NOT_THAT = pattern_of(
    r"^\s*(?:但|不过|后来|结果|当天|会上)*(?:没有?|未)(?:讲|研究|讨论|学|议|用|按)[这那它成]?[个么]?(?:来)?[了的]*\s*$"
)
ANY_DAY = pattern_of(r"(?<![0-9])0?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9月.])")
SO_IT_IS = pattern_of(r"才(?:是|算)(?:数|的)?(?=\s*[,，;；。!！]|\s*$)")
ASKED_FOR = pattern_of(r"^我(?:说|指|要报|问)的是|^[您你]们?(?:要|问)的(?:[这那]个?)?")
OF_THEN = pattern_of(r"的\s*$")  # 阵地管理是上回的
# 2024年11月5日判决，2026年6月17日高院发布: when it was judged, years before it was told of
JUDGED = pattern_of(
    r"(?P<year>20[0-9]{2})年[0-9]{1,2}月(?:[0-9]{1,2}[日号])?(?:作出|我院)?(?:一审|二审)?(?:判决|宣判|审结|结案|立案|受理|生效)的?"
    r"(?P<kept>[,，;；。\s][^？?]*20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}[日号][^,，;；。\s]{0,10}(?:发布|公布|入选|刊[登发载]|评[为选]))"
)
SAME_DAY = pattern_of("[这那同]一?天")  # 去年也是这天 is said of the day that is told
# 开了两次，7月那次不算，…是9月22号: of the two that are told of
SEVERAL = pattern_of(r"^(?:一?共|总共)?(?:[搞开办学][了过])?有?[两二2三3][次场个][,，;；。\s]+")
WHY = 12  # signs of a reason
HEAD = 6  # signs before which a topic may be ruled out


class OtherTime:
    """Whether a clause is of another time; 去年, said in January, is the year that is asked about."""

    def __init__(self, today: date, period: Period | None, *, dated: bool) -> None:
        past = period is not None and period.end.year < today.year
        self.other = OTHER_TIME[past, period is not None and period.every == "half-year"]
        self.now, self.dated = NOW[past], dated

    def __call__(self, clause: str) -> bool:
        found = self.other.search(clause)
        if found is None or self.now.search(clause) or SAME_DAY.search(clause):
            return False
        is_head = not clause[: found.start()].strip(" 不过而但")
        return is_head or bool(DATED.search(clause) if self.dated else OF_THEN.match(clause, found.end()))


def without_ruled_out(text: str, today: date, period: Period | None, *, dated: bool) -> str:
    """`dated` where a day is told; otherwise one clause alone has to be left, which says what it was about."""
    if period and dated:
        text = JUDGED.sub(
            lambda match: match["kept"] if int(match["year"]) < period.start.year else match.group(), text
        )
    parts = PARTS.split(text)
    clauses = [without_own(clause, period) if period else clause for clause in parts[::2]]
    told = [
        n
        for n, clause in enumerate(clauses)
        if clause.strip() and (DATED.search(clause) if dated else not NOT_THAT.match(clause))
    ]
    out = _ruled_out(clauses, told, OtherTime(today, period, dated=dated), len(text) if dated else HEAD)
    if not dated and _is_put_instead(clauses, told, out):  # 本来拟的题目叫…，院长嫌虚，会上改成了…
        out |= set(range(min(out), told[-1]))
    left = [n for n in told if n not in out]
    if not out or len(left) != 1 or OPEN.search(clauses[left[0]]) or any(BOTH.search(clauses[n]) for n in told):
        return text
    last = left[0]
    if not dated and not OF_TOPIC.search(clauses[last]):
        return text
    if any(PLANNED.search(clauses[n]) for n in out):
        if dated and not HELD.search(clauses[last]) and (min(out) < last or _same_day(clauses, out, last)):
            return text
        out |= set(range(min(out), last))  # with the reasons why it was moved
    kept = (
        "".join("".join(parts[2 * n : 2 * n + 2]) for n in range(len(clauses)) if n not in out)
        .strip(" ,，;；\n")
        .rstrip("（( ")
    )
    if any(PLANNED.search(clauses[n]) for n in out):
        kept = PUT_TO.sub("", kept)
    kept = ASKED_FOR.sub("", SEVERAL.sub("", kept) if dated else kept)
    if dated:
        return SO_IT_IS.sub("", kept)
    topic = INSTEAD.sub("", kept)
    return topic if topic == kept else topic.removesuffix("了")


def _is_put_instead(clauses: Sequence[str], told: Sequence[int], out: set[int]) -> bool:
    """In the last clause, and nothing but why stands between."""
    if not out or not told or told[-1] in out or not INSTEAD.match(clauses[told[-1]].strip()):
        return False
    between = clauses[max(out) + 1 : told[-1]]
    return any(PLANNED.search(clauses[n]) for n in out) and all(len(clause) <= WHY for clause in between)


def _same_day(clauses: Sequence[str], out: set[int], last: int) -> bool:
    """12.9，9号是通知的日子: nothing else is told."""
    days = {n: set(ANY_DAY.findall(clauses[n])[-1:]) for n in (*out, last)}
    return any(
        days[n] & days[last] or (not days[n] and re.search(OF_NOTICE, clauses[n]))
        for n in out
        if PLANNED.search(clauses[n])
    )


def _ruled_out(
    clauses: Sequence[str], told: Sequence[int], is_of_other_time: Callable[[str], bool], within: int
) -> set[int]:
    """`within` so many signs of a clause it is said."""
    alone = [n for n in told if ALONE.search(clauses[n]) and not DENIED.search(clauses[n])]
    out = set(told) - set(alone) if len(alone) == 1 else set()
    ours = any(OURS.search(clause) for clause in clauses if not THAT_NOT.search(clause))
    beside = [NOT_COUNTED, THAT_NOT] if ours else [NOT_COUNTED]
    out |= _before_the_last(clauses, told)
    for n, clause in enumerate(clauses):
        if BACK.match(clause) or _is_another_event(clauses, told, n):
            out |= _back_from(n, out)
            continue
        denied = any(_begins(words, clause, within) for words in ([DENIED, APART] if n in told else beside))
        if n not in alone and (denied or _begins(PLANNED, clause, within) or is_of_other_time(clause)):
            out.add(n)
    days = {day for n in out if DENIED.search(clauses[n]) for day in DATED.findall(clauses[n])}
    return out | {n for n in told if days & set(DATED.findall(clauses[n]))}


def _before_the_last(clauses: Sequence[str], told: Sequence[int]) -> set[int]:
    """上周三本来要开，又说周四，也没成，最后这周二开的: each of the days before it was only meant."""
    if len(told) < 2 or not AT_LAST.match(clauses[told[-1]]):
        return set()
    meant = all(MEANT_THEN.search(clauses[n]) for n in told[:-1])
    return set(told[:-1]) if meant and PLANNED.search(clauses[told[0]]) else set()


def _is_another_event(clauses: Sequence[str], told: Sequence[int], n: int) -> bool:
    """Behind which the own event is told with its day, and with its year where the other one had one."""
    if not n or not OF_ANOTHER_EVENT.match(clauses[n]) or any(map(TOLD_BEFORE.search, clauses[:n])):
        return False
    is_slip = SLIP.match(clauses[n]) or SLIP_LAST.search(clauses[n - 1])
    own = [m for m in told if m > n and (is_slip or OWN_EVENT.search(clauses[m]))]
    has_year = any(YEAR.search(clause) for clause in clauses[:n])
    return bool(own) and (not has_year or all(YEAR.search(clauses[m]) for m in own))


def _begins(words: "re.Pattern[str]", clause: str, within: int) -> bool:
    found = words.search(clause)
    return found is not None and found.start() <= within


def _back_from(n: int, out: set[int]) -> set[int]:
    """The clause and those before it, back to one that is ruled out by itself."""
    first = n
    while first > 0 and first - 1 not in out:
        first -= 1
    return set(range(first, n + 1))
