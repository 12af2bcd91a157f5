"""What is said beside the figures of a round: who has not filed, who came and who went. It must agree with them."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call_text import FIGURE, PERSON

Disagreement = Literal["does-not-add-up"]

AWAY = (
    r"在?外(?:出|地)?(?:办案|执行|办事|出差|学习|培训)|下乡|调休|援[一-鿿]|支教|驻村|扶贫|借调|抽调|出国|探亲|陪产假?|哺乳假?|手术|养病|隔离|年休|轮休|补休|进修|脱产"
    r"|请(?:病|事|产|长)?假|长?(?:病|事|产|婚|丧|探亲)假|休(?:病|产|年|长|公)?假|病假|产假|出差|外出|培训|学习|住院|在外(?!地)|开庭|挂职|借调在外|在?外地|回老家"
)
NOT_FILED = (
    r"(?:(?:还|尚|仍|暂)?[未没](?:有)?(?:填报?|报|完成|动静|反应|弄)"
    r"|(?:今天|明天|下午|晚上|马上|尽快|正在|回来|随后|再|在|会|要)+(?:补填?报?|填报?|催|弄))"
)
STAFF = "法官助理|助理|法官|书记员|干警|行政人员|聘用人员|辅警"
# each is a whole clause, or stands in brackets; whatever else is in it makes it none
BEFORE, BEHIND = r"(?:^|(?<=[,;。!( ]))[,; (]{0,3}", r"(?:的|了)?[) ]{0,3}(?=$|[,;。!) ])"
ABSENT = pattern_of(
    rf"""{BEFORE}(?:
        (?:其中|另外?|还|剩下?|余下?|其余|剩余|就|只|仅)*有?(?P<first>{FIGURE}){PERSON}?(?:{STAFF}|同志)?
        (?:因[为故病事公]?|由于|正?在|是|系)*(?:{AWAY}|{NOT_FILED}|,(?={NOT_FILED})|[^,;。()0-9没未无应已实记]{{1,14}}?(?={NOT_FILED}))+
      | (?:(?:还|尚|仍|只|就|仅)*[差缺剩]的?|(?:{NOT_FILED}|{AWAY})的?(?:人员|人数)?还?[有是为:]?)
        (?P<last>{FIGURE}){PERSON}?(?:{STAFF}|同志)?(?:[,(]?(?:因[为故病事公]?|由于|正?在|是|系)*(?:{AWAY}|{NOT_FILED}))*
    ){BEHIND}""",
    re.VERBOSE,
)
CAME = (
    r"新?分(?:来|配)|新?调[入进来]|新?招录|新招|新录用|新调来|来"
    r"|新进|新增|新来|新入职|调入|转入|入职|划转|借调过?来|(?:转隶|调)过来|增加|补充"
)
WENT = r"调[往去到][^,;。0-9]{1,8}|调出|调走|调离|转出|退休|辞职|离职|离开|走"
CHANGE = pattern_of(
    rf"""{BEFORE}(?:人员|其中|有|因为?|已经?|刚)*(?:
        (?:[本这当上]个?月)?(?:[初中底末]|[上中下]旬)?(?:(?P<came>{CAME})|{WENT})了?(?:{STAFF})*
        (?P<first>{FIGURE}){PERSON}?(?:{STAFF}|同志)*
      | [较比]上个?月(?:(?P<more>增加|多|\+)|减少|少|-)了?(?P<by>{FIGURE}){PERSON}?(?:\((?:{WENT}|{CAME})\))?
      | (?P<last>{FIGURE}){PERSON}?(?:{STAFF}|同志)*
        (?:[本这当上]个?月)?(?:[初中底末]|[上中下]旬)?(?:已经?|刚)?(?:(?P<came_too>{CAME})|{WENT})(?:不[计算填]|未计|不在内)?
    ){BEHIND}""",
    re.VERBOSE,
)
SAME = pattern_of(
    rf"""{BEFORE}(?:
        (?:总?人数|人员|人头|人)?(?:[和跟与同]上个?月)?(?:没有?变(?:化|动)?|没动|不变|未变(?:化|动)?|无变[化动]|没有变[化动])
      | (?:总?人数|人员)?(?:[和跟与同]上个?月)(?:的?(?:总?人数|人员))?(?:一样|相同|一致|持平)
      | (?:总?人数|人员)?同上个?月
    ){BEHIND}""",
    re.VERBOSE,
)
# 1人5月调离: the month of which is no month of the round
MONTH_OF_CHANGE = pattern_of(
    rf"(?<=[人某名位个官理员警志])(?:于|在|已)*[0-9]{{1,2}}月(?:份|[初底末]|[上中下]旬|[0-9]{{1,2}}[日号])?(?=(?:已经?|就|刚)?(?:{CAME}|{WENT}|{AWAY}))"
)
SAME_IN_ALL = pattern_of(
    r"^(?:[本这]个?月|我们?[庭院局]?|本[庭院局]|都|也|数据?|情况|全部|,| )*"
    r"[和跟与同]上个?月(?:的|份)*(?:数[据字]?|情况|填报情况|报的)*"
    r"(?:都|全|完全|是)*(?:一样|相同|一致|没变|不变)?[的了。!]*$"
)
# 比上月少, 没填的在休产假: of how many is not said
UNCOUNTED = pattern_of(
    rf"{BEFORE}(?:[较比]上个?月(?:增加|减少|[多少])了?一?些?"
    rf"|[没未][填报完成]{{1,2}}的?(?:人|同志|那个)*(?:都|均|是|因|在|正|了|,)*(?:{AWAY})+){BEHIND}"
)
COMPOSED = pattern_of(rf"{BEFORE}(?:{FIGURE}{PERSON}?(?>(?:{STAFF})+)[、和及]?){{2,8}}{BEHIND}")
APPROVED = pattern_of(rf"{BEFORE}编制(?:数|人数)?[为是有:]?{FIGURE}{PERSON}?{BEHIND}")  # posts on paper, not people


@dataclass(frozen=True)
class Remarks:
    """None where nothing of the kind was said."""

    absent: int | None = None
    missing: int | None = None  # of them those who are said not to have filed
    change: int | None = None  # against last month; 0 where it is said to be the same
    staff: int | None = None  # of all kinds together: 23个法官22个书记员
    is_same: bool = False  # as many people as last month, in so many words


def taken_out(text: str) -> tuple[str, Remarks] | None:
    """The text without them, and what they say. None where a number in one of them is none."""
    absent = [value_of(match["first"] or match["last"]) for match in ABSENT.finditer(text)]
    missing = [value_of(match["first"] or match["last"]) for match in ABSENT.finditer(text) if _is_unfiled(match)]
    text = ABSENT.sub("", text)
    changes = [_change(match) for match in CHANGE.finditer(text)]
    text = UNCOUNTED.sub("", CHANGE.sub("", text))
    changes += [0 for _ in SAME.finditer(text)]
    same = any(re.search("人数|人员|人头", match.group()) for match in SAME.finditer(text))
    staff = [value_of(m) for match in COMPOSED.finditer(text) for m in re.findall(FIGURE, match.group())]
    text = COMPOSED.sub("", text)
    text = APPROVED.sub("", SAME.sub("", text)).strip(",; ")
    if None in absent + changes + staff:
        return None
    return text, Remarks(_sum(absent), _sum(missing), _sum(changes), _sum(staff), same)


def without_month_of_change(text: str) -> str:
    return MONTH_OF_CHANGE.sub("", text)


def _is_unfiled(match: re.Match[str]) -> bool:
    return bool(re.search(rf"{NOT_FILED}|[差缺剩]", match.group()))


def _change(match: re.Match[str]) -> int | None:
    people = value_of(match["first"] or match["last"] or match["by"])
    return people if people is None or match["came"] or match["came_too"] or match["more"] else -people


def _sum(figures: list[int | None]) -> int | None:
    return sum(figure or 0 for figure in figures) if figures else None


def disagreement(remarks: Remarks, should: int | None, filed: int | None, headcount: int | None) -> Disagreement | None:
    """Those who filed and those who did not are all of them; last month's number and what changed are this month's."""
    everybody = should if should is not None else headcount
    if remarks.absent is not None and None not in (everybody, filed) and filed + remarks.absent != everybody:  # type: ignore[operator]
        return "does-not-add-up"
    if remarks.change is not None and None not in (should, headcount) and headcount + remarks.change != should:  # type: ignore[operator]
        return "does-not-add-up"
    if remarks.staff is not None and everybody is not None and remarks.staff != everybody:
        return "does-not-add-up"
    return None
