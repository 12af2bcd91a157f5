"""Answers that are no figures, to one point of an indicator or to several: in place or not, nothing or something, …

Each clause is read by itself; it speaks of the point that it names or numbers, otherwise of the one before it,
and at first of the one that was asked.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

from domain import reservations
from domain.cadences import Period
from domain.contrast import without_ruled_out
from domain.month_before import with_month
from domain.ours import without_other_courts, without_strange, without_theirs
from domain.patterns import pattern_of
from domain.put_right import without_struck
from domain.reader import (
    complaints,
    counters_told,
    day_points,
    functions,
    none_by_talk,
    rank_points,
    statements,
    turned,
    words,
)
from domain.reader import point_words as said
from domain.reader.asked import Doubt
from domain.reader.clauses import clauses
from domain.reader.masking import clean
from domain.reader.of_the_thing import is_a_task_done
from domain.reader.other_units import is_of_others
from domain.reader.own_period import names_another, without_span
from domain.reader.point_names import SIGNS, Point, without_denials, without_names
from domain.reader.point_times import of_asked_year, window_of
from domain.reader.questions import is_question
from domain.reader.statements import Asking, Read
from domain.reader.told_core import things

__all__ = ["Point", "Read", "read"]

TICKS = str.maketrans(dict.fromkeys("✅✔☑✓√", "是") | dict.fromkeys("❌✖✘✗×", "否") | {"〜": "~"})
ROW = pattern_of("[是否]+|[有无]+")
# 错案 过失 违纪 事故 四样都没有
NONE_OF_LIST = pattern_of(
    r"^(?P<names>(?:(?![没未无有不否了]|一件)[一-鿿]){2,10}(?:[\s、,]+(?:(?![没未无有不否了]|一件)[一-鿿]){2,10}?){1,7}?)[\s,、]*"
    r"(?:[最这]?近?[一二两三四五0-9]年[来内]?[\s,、]*)?"
    r"(?P<many>[两二三四五六七八2-8][个]?[项样类种者件]?(?:情[况形]|问题)?)?(?P<none>(?:都|均|全|皆|也)(?:没有?|木有|没得|无|未发生|没发生)[过的了啦]*[。!]*)$"
)
# 不能说没有，有1件
NOT_NOTHING = pattern_of(
    r"^(?:也?不能说|不敢说|不是|并非|谈不上)(?:完全|一件)?(?:没有?|无)(?:过|的)?[,;。\s]+(?=[^?]*[0-9一二两三四五]\s?[件起次个例])"
)
# 各支部均报“无”
REPORTED_NONE = pattern_of(
    r"(?P<all>均|都|全部?)(?:上?报|填|回复|反馈|答复)[的是为了]*\s*[“\"]?(?P<none>无|没有|零)(?:报告)?[”\"]?(?=$|[,;。!\s])"
)
# 1到5项全部填“是”
ENTERED = pattern_of(
    r"(?P<all>均|都|全部?)(?:(?:上?报|填|选|写)(?:的?[是为]|的|成)?|[是为])\s*[“\"](?P<said>[是否])[”\"](?=$|[,;。!\s])"
)
# 都按时审掉的一件没超期
NONE_LATE = pattern_of(r"(?<=[掉了的完过])(?=[一1][件个起]没(?:有)?(?:超期|拖|逾期|延误))")
# 三年里头重大错案一件都没有
WITHIN_YEARS = pattern_of(r"(?:过去|最近|[近这])*(?P<n>[一二两三四五])年(?:里头?|之?间|当中|多来)+")
# 翻了一遍没有一件, 超期审核的我当时…了后来…: a new clause, without a sign between
RUN_ON = pattern_of(
    r"(?<=[查看翻核对数过问]了[一两三]遍)(?=[一-鿿])|(?<=[了的过])(?=后来|当时|然后|结果(?!是)|我(?:当时|已经?|后来|马上|就))"
)
NO_MORE = pattern_of(
    r"[,;。\s](?:后来|之后|此后|以后)(?:就|也|都)*(?:没有?|未|无)再?(?:出|有|发生|出现)过?[了的]?(?=[,;。!]|$)"
)
# 9月16日醉驾被查，11月3日开除的，派驻组12月8号通报: what came of it, each with its day
DEALT_WITH = "开除|处分|通报|立案|移送|免职|双开|宣判|判刑|解除|办结|问责|诫勉"
DEALT_THEN = (
    r"[,;。][^,;。0-9]{0,6}(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}[日号]"
    rf"[^,;。0-9]{{0,6}}(?:{DEALT_WITH})[^,;。0-9]{{0,6}}"
)
CAME_OF_IT = pattern_of(
    rf"(?P<first>[0-9]{{1,2}}月[0-9]{{1,2}}[日号](?![^,;。]{{0,4}}(?:{DEALT_WITH}))[^;。]*?){DEALT_THEN}(?:{DEALT_THEN})?(?:{DEALT_THEN})?(?=[,;。!]|$)"
)
# 有1件差一天超期; 没有，跟去年一样
NEARLY = pattern_of(r"(?:差[一两几]?[天点]儿?|险些|快要?|几乎)就?超(?:期|时|了)")
AS_EVER = pattern_of(
    r"(?:^|[,;。])(?:还是|也|[跟和与同])*(?:去年|往年|以前|上期|上次|之前)?(?:一样|老样子|照旧)[的了呢]*(?=[,;。!]|$)"
)
# 查实数：1
NUMBER_OF = pattern_of(
    r"(?P<what>查实|发生|超期|认定)?(?:[起件次]?数量?)\s*:\s*(?P<n>[0-9]{1,3})(?:\s*[起件次])?(?=$|[,;。\s])"
)
# 是否健全：是; 备注：无; 二、结论: labels of a form, and numbers of the writer's own
CONCLUSION = pattern_of(r"(?:^|(?<=[,;。\n]))\(?[一二三四五1-5]?\)?[、.]?\s*结论(?:意见)?\s*[:\n]\s*")
LABELS = pattern_of(
    r"是否[一-鿿]{0,6}\s*:\s*(?=[是否有无])|(?:备注|说明|附件)\s*:\s*(?:无|没有|/|—+|-+|略)\s*$|指标(?:编号|名称)?\s*:\s*[0-9.]+\s*"
    r"|(?:^|(?<=[,;。\n]))\(?[一二三四五1-5]\)?[、.]\s*[一-鿿]{0,6}(?:情况|说明|做法|打算|安排|问题|备注)(?=[:\n,;。]|$)"
)
COUNTS = {2: "两二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6", 7: "七7", 8: "八8"}
# 基本当天就过了，超期的一件都没有: how the rest goes is told beside it, and how many are none
NONE_AT_ALL = pattern_of(
    r"一[件起个次例](?:都|也)(?:没有?|未|无)(?:[出有]|发生|出现)?过?的?[啊呢了。!]*$|确实是?(?:没有?|无|零)[^,;。]{0,8}$"
)
# how it was looked for, and nothing that was found
FOUND = pattern_of(
    r"[0-9]|(?<!第)[一二两三四五]\s?[件起个次例]|超|拖|延误|但|不过|除|另|等|待|可能|好像|如果|(?:没有?|未|还没)(?:来得及|顾上)?[查核看问统对]"
)
HEARD = pattern_of(r"[说讲报称]|反映|反馈")
OWN_LOOK = pattern_of(r"我(?!们)[^,;。]{0,12}[查看核对翻拉导问数]")
# 查了下平台网上立案有一件超期的
LOOKED_UP = pattern_of(
    r"(?:^|(?<=[,;。]))(?:我们?)?(?:刚|又|特地|专门|今天)*(?:[让叫请托找][一-鿿]{2,5}?(?:刚|又|特地|专门|今天)*){0,2}[查看翻核拉导](?:了|过|完)+(?:一?下|[一两三几]遍)?[一-鿿]{0,2}(?:平台|系统|后台|台账|数据|记录)[上里中]?(?=[一-鿿])"
)
# 没有被问责或者通报的情形
DENIED_LIST = pattern_of(
    r"(?:没有?|未|无)(?:发生|出现|发现)?[^,;。没未无不]{0,14}?或者?[^,;。没未无不]{1,10}(?:情[形况]|问题|现象|行为|事件)"
)
# nothing that is said with them is certain
DANGER = (
    ("either", words.EITHER),
    ("irony", words.IRONY),
    ("irony", said.RHETORICAL),
    ("if", words.IF),
    ("about", said.UNSURE),
    ("about", turned.BUT),
    ("about", turned.DEMANDED),
    ("about", turned.GONE),
    ("other-point", turned.ROOMS),
    ("other-unit", turned.KEPT_ELSEWHERE),
)


def read(
    text: str,
    points: Sequence[Point],
    asked: int,
    today: date,
    period: Period | None = None,
    others: Collection[str] = (),
) -> Read:
    """`others` are the names of other departments: what one of them has is no answer."""
    cleaned = clean(with_month(text).translate(TICKS).translate(turned.TRADITIONAL))
    point = next(point for point in points if point.seq == asked)
    if cleaned is None or not (cleaned := _unlabelled(cleaned, point)).strip():
        return Read({}, Doubt("not-understood"))
    if point.shape == "day":
        cleaned = without_ruled_out(cleaned, today, period, dated=True)
    if point.shape == "yes":
        cleaned = THAT_ONE.sub("", cleaned)
        cleaned = without_denials(functions.plainly(cleaned, point).replace("理论学习中心组", "中心组"), points)
    cleaned = turned.plainly(cleaned) if point.shape == "yes" else without_struck(cleaned)
    if reserved := reservations.reason(cleaned, reckoned=point.shape in ("rank", "day")):
        return Read({}, Doubt(reserved))
    if point.shape in ("occurrence", "yes", "day"):
        # what another department has is had by the house: 民庭建了，我们没有 says neither
        of_house = point.shape == "yes"
        cleaned = without_theirs(cleaned, lambda clause: not of_house and is_of_others(clause, others))
    told = of_asked_year(cleaned.replace("主要是", "因为"), today, period, days=point.shape in ("yes", "occurrence"))
    if point.shape == "day":
        told = turned.TO_COME.sub(lambda match: match["none"], told)
        return day_points.read(told, point, today, others)
    if point.shape == "rank":
        told = without_other_courts(told)
        return rank_points.read(told, points, point, period, others)
    told = without_span(told, period, window_of((point,))) if period else told
    if point.shape == "occurrence":
        if names_another(told):
            return Read({}, Doubt("other-time"))
        told = complaints.established(without_strange(told), point, today, others)
        told = CAME_OF_IT.sub(r"\g<first>", counters_told.plainly(told, point))
    return _states(_in_short(told, point.shape), Asking(points, point, today, period, others))


# 亲属当律师的那本建了: named by what it is of
THAT_ONE = pattern_of(r"(?<=的)那[本个项份块套](?=[都也还早已]*[没未]?(?:[建做搞弄]|落实|健全|开通|录))")


def _unlabelled(text: str, point: Point) -> str:
    """Without the labels of a form, and without what was asked said once more: 机制？没建立."""
    text = CONCLUSION.sub("结论:", LABELS.sub("", text))
    return re.sub(rf"^(?:{things(SIGNS.sub('', point.core)).pattern})[?]\s*(?=\S)", "", text)


def _in_short(text: str, shape: str) -> str:
    if shape == "yes":
        return ENTERED.sub(r"\g<all>\g<said>", text)
    text = none_by_talk.plainly(text)
    text = NUMBER_OF.sub(lambda match: f"{match['what'] or ''}{match['n']}起", text)
    text = AS_EVER.sub("", text) if said.NOTHING.search(AS_EVER.sub("", text)) else text
    text = NO_MORE.sub("", RUN_ON.sub(",", WITHIN_YEARS.sub(r"近\g<n>年", NEARLY.sub("快到期", text))))
    text = LOOKED_UP.sub(",", NONE_LATE.sub(",", text))
    text = REPORTED_NONE.sub(r"\g<all>\g<none>", NOT_NOTHING.sub("", text))
    return NONE_OF_LIST.sub(_all_none, text)


def _states(told: str, asking: Asking) -> Read:
    """In place or not, nothing or something."""
    points, point = asking.points, asking.asked
    if said.NOT_APPLICABLE.search(told):
        return Read({}, Doubt("not-understood"))
    if row := _row(told, points, point):
        return row
    if point.shape == "yes" and is_a_task_done(told, points):
        return Read({}, Doubt("not-understood"))
    if point.shape == "occurrence":
        told = _none_at_all(told, point)
    if reason := _danger(without_names(told, points)):
        return Read({}, Doubt(reason))
    return statements.read(told, asking)


def _none_at_all(told: str, point: Point) -> str:
    head, comma, last = told.rstrip(",;。! ").rpartition(",")
    if not comma or not NONE_AT_ALL.search(last) or not _is_called(point, last) or _is_called(point, head):
        return told
    is_hearsay = HEARD.search(head) and not OWN_LOOK.search(head)
    return told if is_hearsay or FOUND.search(head) else last


def _is_called(point: Point, text: str) -> bool:
    return point.core in text or (said.LATE in point.core and said.LATE in text)


def _row(text: str, points: Sequence[Point], asked: Point) -> Read | None:
    """是，是，否，是: one for each of the points that are asked about."""
    states = re.sub(r"[\s,、;/.。]", "", text)
    alike = [one for one in points if one.shape == asked.shape]
    if len(states) < 2 or len(states) != len(alike) or not ROW.fullmatch(states):
        return None
    if asked.shape == "yes":
        return Read({one.seq: state in "是有" for one, state in zip(alike, states, strict=True)})
    return Read(dict.fromkeys((one.seq for one in alike), "nothing")) if set(states) == {"无"} else None


def _all_none(match: "re.Match[str]") -> str:
    """As many as are named, where it is said how many."""
    names = re.split(r"[\s、,]+", match["names"])
    many = match["many"]
    is_all = not many or many[0] in COUNTS.get(len(names), "")
    return f"{'、'.join(names)}{match['none']}" if is_all else match.group()


def _danger(text: str) -> str | None:
    """The reason why nothing of it is certain, whatever it says."""
    if is_question(text):
        return "question"
    text = DENIED_LIST.sub("", ",".join(clauses(text)))
    return next((reason for reason, pattern in DANGER if pattern.search(text)), None)
