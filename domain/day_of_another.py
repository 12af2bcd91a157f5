"""Whether a day is that of something else than what is asked for: of a notice, of the papers, of a meeting elsewhere.

Each is told of the clause in which the day stands; a word of the thing itself in it outweighs what is done with papers.
"""

import re
from datetime import date
from typing import Literal

from domain.dates import Found
from domain.patterns import pattern_of

Form = Literal["meeting", "entry", "milestone"]
CLAUSE = pattern_of(r"[,，;；。！!\n]")
TOLD_APART = pattern_of(r"(?<=[一-鿿”》]{4})\s+(?=[一-鿿])")  # 上周五 少年法庭开放日 穿法袍拍照
N = "[0-9一二三四五六七八九十]"
HEADING = pattern_of(r"^.*(?:报送|上报)[^:：]{0,6}[:：]")  # 商事庭报送一条：9月25日
OR_ANOTHER = pattern_of(rf"^\s*[日号]?(?:或者?|还是|要么)(?:是|者)?\s*{N}")  # 11月25或26
OR_BEFORE = pattern_of(r"[日号](?:或者?|还是|要么)(?:是|者)?\s*$")
INTENDED = pattern_of(
    r"^\s*(?:[上下]午)?(?:拟(?!定了)|(?:计划|打算|准备|预计|争取)(?=召|开|举|去|到|讲|走进|组织|发|推|刊|上线|成|制|印|出台|办|搞|登))"
)
INTENDED_BEFORE = pattern_of(r"(?:(?<!模)拟定?|计划|打算|预计)(?:在|于|是)?\s*$")
# 按11月25日的通知
BY_A_PAPER = pattern_of(r"(?:按照?|根据|依据|依照|遵照)[^,，;；。]{0,8}$")
OF_A_PAPER = pattern_of(
    r"^\s*的?[^,，;；。0-9]{0,6}?(?:通知|文件|批复|方案|意见)(?:的?要求|规定|精神|部署|成立|制定|召开|开展)"
)
# what is done with papers, or comes before or after the thing
PAPERS = (
    "上传|拍照|拍的|拍了|拍摄|打印|扫描|归档|存档|报送|上报|送审|报审|投稿|撰稿|退稿|撤稿|撤下|下架"
    "|被删|删除|删了|采访|签到表?[日时]|备案"
)
DONE_WITH_PAPERS: dict[Form, re.Pattern[str]] = {
    "meeting": pattern_of(f"{PAPERS}|印发|发文|起草|通知"),
    "entry": pattern_of(
        f"{PAPERS}|起草|报批|报名|预告|课件|拍[好完]|写好|联系|对接|商量|放假|[和跟与][^,，;；。]{{1,6}}谈|看[到见]|得知|知道"
    ),
    "milestone": pattern_of(
        f"{PAPERS}|征求意见|上会|上墙|转发|调整|修订|修改|修正|换届|撤销|开会|召开|学习|调研|起草|讨论|研究|更名|挂职"
    ),
}
ITSELF: dict[Form, re.Pattern[str]] = {
    "meeting": pattern_of(r"召开|开[了的过会完]|举行|举办|办[的了]|会议|专题|研究|学习|传达"),
    "entry": pattern_of(
        r"发布|推送|刊[登发载]|登[的了出]|见报|上线|播出|报道|发表|[推发办搞做][的了]|开展|举[行办]|审结|宣判|入选|获"
        r"|批示|活动|讲座|参[加观]|宣讲"
    ),
    "milestone": pattern_of(r"成立|制[定订]|印发|出台|通过|建立|下发|发文|组建|挂牌|公布|发布|设立|生效|施行"),
}
# 7月1日前; 7月1日成立的是专班
NOT_QUITE = pattern_of(
    r"^\s*(?:之?前(?!期)|以前|[以之]后|以来|左右|前后)|^\s*(?:正式)?(?:成立|制定|印发|出台|组建)的是|^\s*(?:印发|下发)了?(?:会议纪要|通报|简报)"
)
NOT_BEFORE = pattern_of(r"(?:不早于|不晚于|早于|晚于|最迟|最早)(?:20[0-9]{2}年)?\s*$")
UNDONE = pattern_of("退稿|撤稿|撤下|下架|被删|删除|删了")  # whatever it was
HOUSE = r"(?:区委|市委|省委|[区市省]里|上级|政法委|宣传部|纪委|市?[高中]院|最高[人民]*法?院|街道|兄弟法?院)"
OTHER_MEETING = pattern_of(
    r"(?:民主生活|组织生活|支部(?:党员)?大?|党员大?|预备|筹备|碰头|保密(?:工作)?|安全(?:保密)?(?:工作)?|廉政(?:工作)?|业务|述职(?:述廉)?|庭务|法官)会|中心组(?:学习|集体|会)"
)
OWN = pattern_of("意识形态|专题|研究|议题|议程|一并|一起|套开|同时|接着|之后|顺便")
MERE_MEETING = pattern_of(r"^\s*(?:[上下]午)?开了?会了?$")
FORWARDED = pattern_of(r"^\s*(?:我们?[庭院]?)?转[发载](?!量)")
TODAY = pattern_of(r"^今[天日晚]?(?:[上下]午|晚上?)?$")
TO_BE = pattern_of(
    r"^\s*(?:[上下]午|晚上?|[0-9一二三四五六七八九十]+点半?)*(?:要|会|将|准备|就)?(?:召开|举行|开|发布|推送?|办|发)(?![了的过完毕好始出布]|布[了的])"
)
NEXT_STEP = pattern_of(r"^下一步(?!工作|计划)[^,，。;；]{0,12}$|^下一步[^,，。;；]{0,8}[0-9]")
DAY_ALONE = pattern_of(rf"{N}{{1,3}}\s?[日号]")
TO_DO = pattern_of(
    r"^\s*(?:[上下]午|晚上?)?(?:我们|全[队庭]|再|还)*(?:要|会|就|得|准备|有)?(?:[搞办讲签]|召?开|首发|启[用动]|举[行办]|组织|开展|去|上)(?![^,，。;；]*[了的过])"
)
HAS_BEEN = pattern_of(r"[了过滴哒啦咧]|上个?月|已|刚|[搞办开]的|都来|结束|完成|效果")
# 党课定在28号, said on the 12th: what was planned for a day that may lie ahead
PLANNED = pattern_of(r"(?:[定订排放约选]|安排)[在于到]\s*$|(?:初步?|暂|预)定(?:为|是)?\s*$")
WEEKDAY_ALONE = pattern_of(r"(?:周|星期|礼拜)[一二三四五六日天]")
HELD_ON_IT = pattern_of(r"[了过滴哒啦咧]|已|刚|[^,，。;；]的$")


def beside(text: str, found: Found, *, alone: bool = True) -> tuple[str, str]:
    """The clause in which it stands, without it; where not `alone`, the next one where the day ends its own."""
    begin = max((one.end() for one in CLAUSE.finditer(text, 0, found.start)), default=0)
    behind = text[found.end :]
    if not alone:
        behind = behind.lstrip(" ,，;；。！!\n")
    close = CLAUSE.search(behind)
    return text[begin : found.start], behind[: close.start()] if close else behind


def is_of_another(text: str, found: Found, form: Form) -> bool:
    before, behind = beside(text, found)
    before = HEADING.sub("", before)
    if OR_ANOTHER.match(behind) or OR_BEFORE.search(before) or INTENDED.match(behind) or INTENDED_BEFORE.search(before):
        return True
    if OF_A_PAPER.match(behind) or (BY_A_PAPER.search(before) and form != "entry"):
        return True
    around = f"{before},{behind}"
    if form == "entry" and (UNDONE.search(around) or FORWARDED.match(behind) or MERE_MEETING.match(behind)):
        return True
    if form == "milestone" and (NOT_QUITE.match(behind) or NOT_BEFORE.search(before)):
        return True
    near = around if form != "entry" else f"{before},{TOLD_APART.split(behind, maxsplit=1)[0]}"
    return bool(DONE_WITH_PAPERS[form].search(near)) and not ITSELF[form].search(around)


def is_of_another_meeting(before: str, behind: str, text: str) -> bool:
    return bool(OTHER_MEETING.search(f"{before},{behind}")) and not OWN.search(text)


def is_to_be(text: str, found: Found, today: date) -> bool:
    """今天下午开: today, and not yet; 25号搞演练, said on the 17th, may be of this month."""
    if NEXT_STEP.match(text) or is_planned(text, found, today):
        return True
    written, behind = text[found.start : found.end].strip(), text[found.end :]
    if found.day and DAY_ALONE.fullmatch(written) and (found.day.year, found.day.month) < (today.year, today.month):
        return bool(TO_DO.match(behind)) and not HAS_BEEN.search(text)
    return bool(TODAY.match(written) and TO_BE.match(behind))


def is_planned(text: str, found: Found, today: date) -> bool:
    """定在28号, 安排在周五: the last one only where it is said to have been held then."""
    before, behind = beside(text, found)
    written = found.written.strip()
    is_open = WEEKDAY_ALONE.fullmatch(written) or (
        DAY_ALONE.fullmatch(written) and found.day and (found.day.year, found.day.month) < (today.year, today.month)
    )
    return bool(is_open and PLANNED.search(before)) and not HELD_ON_IT.search(behind)
