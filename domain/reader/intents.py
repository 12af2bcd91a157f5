"""What somebody wants who writes no answer that can be recorded."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from domain.calendar import Calendar
from domain.named_in import is_named
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import heard_words, small_talk
from domain.reader import intent_words as lists
from domain.reader.as_meant import LOCAL
from domain.reader.asked import LONGEST, Intent
from domain.reader.departments import named
from domain.reader.promises import REPORTS, promise, until_of
from domain.reader.questions import NOT_ASKED, is_question

EMOJI = pattern_of("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
# 昨天停电，还没统计: why it is not done
APART = pattern_of(r"[,;。!?\s]+")
UNDONE = pattern_of(
    r"(?:还没|没来得及|没法|来不及|没能)(?:有)?(?:补[办开]|举办|开展|统计|报|填|弄|导|汇总|整理|核)|(?:[查导填报]|(?<!登)录)不(?:了|上|出|进)|等[^,;。]{0,4}恢复|取消了|[没未](?:能)?(?:去|开|办|搞|弄)成"
)
# 材料在机关党委那边, and no word of whom to ask for it
KEPT = pattern_of(
    r"[,;。\s]+(?:会议)?(?:材料|东西|文档|文章|稿[子件]|照片|纪要|签到表?|记录|台账|资料|原件|声明|证明|文件)(?:都|也|已经?|还|就)*(?:存|放|交|留)?在(?![^,;。]*(?:请|找|问|向|要))[^,;。]*"
)
# 会议室已经定了 is said of the meeting that will be
ROOM_BOOKED = pattern_of(
    r"(?:会议室|场地|会场)(?:也|都|已经?|还|没有?|未|刚)*[预]?[定订约借](?:好|上|下来|到|妥)*了?(?:在|是)?[^,;。?？吗\s]{0,6}"
    r"|在[^,;。\s]{0,8}会议室(?=召?开(?!吗|[?？])|举行)"
)
# 这周集中执行 忙: why it is not done, and no time by which it will be
EXCUSE = pattern_of(
    r"(?:^|(?<=[\s,;。]))(?:我们?|实在|主要|因为|[庭局院]长|领导|主任|学校|大家|内勤|书记员|统计员|联络员|经办人?|同事|法官)*(?:今[天日]|这[几两一二三]?[天周]|本周|最近|近期|月底|年底)(?:都|全|一直|在|正)*[^,;。\s报交发给填补\d日号]{0,8}?"
    r"(?:忙|开[庭会]|庭审?|考试|期末|检查|出差|集中执行|排满|走不开|培训|值班|学习|太多|请假|休假)[^,;。\s报交发给填补完]{0,6}(?:$|[\s,;。]+(?:太|很|挺|好|都)?忙?(?=$|[\s,;。]|[一-鿿]))"
)
OF_PAPERS = pattern_of(r"[,;。\s]+(?:材料|照片|纪要|稿[子件]?|总结|简报|报道|资料|信息|台账)[^,;。]*")
PASSED_ON = pattern_of(r"转给?|安排|布置|通知|传达|提醒|交代")
STILL_NOT = pattern_of(
    r"还没|尚未|还未|没(?:有)?(?:出|弄|统计|填|数|空|时间|来得及)|没法|来不及|不了|不上|不出|打不开|登不|忘"
)
WHETHER_OURS = pattern_of(r"(?:是不是|是否|还是|吗|[?？]).{0,3}$|^(?:是不是|是否|请问|应该)")
ASKS_TO = pattern_of(r"(?:能|可|帮|麻烦|请|要)[^,;。]{0,6}(?:撤|作废|删|取消|收回)")
HANDED_IN = pattern_of(r"[交送递]给[^,;。]{1,12}[了啦](?=$|[,;。!])")
# 我问问审监庭 is what the writer does, and gives nothing away
OWN_STEP = pattern_of(
    r"(?:^|(?<=[,;。]))(?:(?:我们?|马上|这就)[去来再先就]*(?:问|找|联系|请教|催|对接)(?:问|一?下|到)?[^,;。]{0,8}|(?:还|尚)?(?:没|未)(?:问|找|联系)(?:到|上)[^,;。]{0,8}"
    r"|(?:我们?)?(?:已经?|正在?|刚|正)(?:请|商请|函请|问|找|联系|催|向)[^,;。]{1,16})(?=$|[,;。!])"
)
# 算一条记录吗 asks of what is to be reported, whatever else the word is of
OF_COUNTING = pattern_of(
    r"算(?:不算|是|作|进|到|在)?[^,;。]{0,6}(?:[条次个件篇项]|记录|数)|[计纳]入|要不要(?:记|填|报|登|录)|要[记填登][^,;。]{0,6}(?:吗|不|[?])|算不算"
)
# 不知道有没有，还有人没填完: asks nothing
NOT_KNOWN = pattern_of(
    r"(?:不知道|不清楚|不晓得|不确定)(?:到底)?(?:有没有|有无|几条|多少)(?=[,;。].*(?:没|不了|未|还在))"
)
# 要不要算进去我得请示一下主任
OWN_QUESTION = pattern_of(
    r"(?:要不要|是不是|有没有|算不算|该不该|能不能|怎么)[^,;。?？]{0,10}我们?(?:得|要|去|再|先|还|这就)+(?:请示|问|核|查|确认|看)[^,;。?？\s]*"
)
# 3人借调在外不在我们这儿填, 2个借出去的不算: some of the people, and no word of the matter
SOME_PEOPLE = pattern_of(
    r"[0-9一二两三四五六七八九十]\s?(?:个?人|[名位]|个(?=[^,;。]{0,6}[的人员志部]))[^,;。0-9]{0,12}(?:不[在归属由][^,;。]*|不(?:算数?|计|含|用|需)(?=[,;。填报]|$)|未计入)"
)
FIELD_NAME = pattern_of(r"已[一-鿿]{1,5}?(?:人数|件数|条数)")  # 已填人数明天报: nothing that is done
# 明天我回局里看了报你: what is done first, and no word that it is done
FIRST_LOOKS = pattern_of(
    r"(?<=[看查问核对翻数算])了(?=[再就]?(?:上?报|告诉|回复?|答复|发|给|填)(?:给?[您你]|上来?|过[来去]))"
)
UNFINISHED = pattern_of(r"(?:那个|这个|就是)嘛?[\s.…。]*(?:怎么[说讲]呢?)?[\s.…。]*$")
STATED = pattern_of(
    rf"{NOT_ASKED}|"
    # 能不能发布不知道
    r"(?:能不能|可不可以|会不会|能否|是否|[选评]不[选评]得?上)[^,;。?？]{0,8}(?:还|也|都)*(?:不(?:知道|清楚|晓得|好说|一定)|难说|说不[准好])(?=$|[,;。!])|"
    r"(?:要不要|是不是|该不该|能不能|算不算|怎么)[^,;。?？]{0,10}?(?:我们?)?(?:还?[得要]|再|先|正在?|去)*(?:请示|问(?:一?下|问)?|确认|核实|商量)(?![您你])(?=[^,;。?？]{0,8}(?:[,;。]|$|主任|[庭院局]长|领导|\s))|怎么(?:会|可能)[没有][一-鿿]{0,2}|告[诉知][您你]?(?:是|开|办)?的?哪[天日个一]|怎么[说讲]呢|咋说呢|我(?!想)[^,;。?？]{0,8}问(?:一?下|问)?先?(?![您你])|不(?:知道|清楚)?怎么[样]?[,。]|没(?:什么|怎么|啥)|什么都|怎么都|不管(?:怎么|什么)"
)


# 稿子10月就交了，到现在还没推: the last word of it, whatever came before
NOT_YET_LAST = pattern_of(r"(?:到现在|直到现在|至今|目前|现在)[^,;。]{0,4}(?:没有?|未)[^,;。]{1,4}[的了呢]*[。!]*$")
# 上半年没开成，下半年的暂定9月10号: another one than is asked about
NEXT_ONE = pattern_of(r"(?:^|(?<=[,;。\s]))(?:但|不过)?(?:下半年|明年|下一?[次期回])的?(?![^,;。]*补)[^,;。]*")


@dataclass(frozen=True)
class Wanted:
    """`until` is the day that is promised or asked for, `department` whose it is said to be."""

    intent: Intent
    until: date | None = None
    department: str | None = None
    is_disowned: bool = False  # in so many words

    @property
    def is_against(self) -> bool:
        """A value beside it is not meant to count as it stands."""
        return self.intent in ("cancel", "extension") or self.is_disowned


def of(
    text: str, today: date, others: Collection[str] = (), calendar: Calendar | None = None, about: str = ""
) -> Wanted:
    """`others` are the names of other departments; without a calendar Monday to Friday are worked.

    What the notice asks `about` is off no topic: 电梯, where lifts are built.
    """
    if len(text) > LONGEST:
        return Wanted("unclear")
    bare = FIELD_NAME.sub("数", SOME_PEOPLE.sub("", LOCAL.sub(r"\g<day>天", level(text).strip())))
    if signs := _signs_alone(bare):
        return Wanted(signs)
    bare = FIRST_LOOKS.sub("", EMOJI.sub(" ", bare).strip())
    if heard_words.GREETING.match(bare):
        return Wanted("off-topic")
    if not re.sub(heard_words.SIGNS, "", heard_words.YES_SIR.sub("", bare)):
        return Wanted("acknowledgement")
    if heard := heard_words.HEARD_FIRST.match(bare):
        rest = bare[heard.end() :]
        return _behind_heard(_plainly(rest, today, others, calendar, about), rest)
    return _plainly(bare, today, others, calendar, about)


def _signs_alone(bare: str) -> Intent | None:
    if re.sub(heard_words.SIGNS, "", bare):
        return None
    return "acknowledgement" if set(bare) & heard_words.THUMBS and not set(bare) & heard_words.SAD else "unclear"


def _behind_heard(wanted: Wanted, rest: str) -> Wanted:
    """收到，马上核实 says that it was heard, 收到，周五前报 by when it comes, 收到，还没弄 that it does not;
    收到，985件 tells something."""
    more = {
        "will-do-by": wanted.until is not None and REPORTS.search(rest),
        "not-done": STILL_NOT.search(rest),
        "done": not PASSED_ON.search(rest),
        "unclear": any(map(str.isdigit, rest)),
    }
    if UNFINISHED.search(rest):
        return Wanted("unclear")
    return wanted if more.get(wanted.intent, True) else Wanted("acknowledgement")


def _plainly(bare: str, today: date, others: Collection[str], calendar: Calendar | None, about: str) -> Wanted:
    if lists.MISSENT.search(bare):
        return Wanted("off-topic")
    if lists.CANCEL.search(bare.replace("要不要", "")) and (not is_question(bare) or ASKS_TO.search(bare)):
        return Wanted("cancel")
    if lists.EXTENSION.search(bare) and not lists.HOW_TO.search(bare):
        return Wanted("extension", _until_when(bare, today, calendar))
    bare = NOT_KNOWN.sub("", bare)
    if (
        any(not is_named(off.group(), about) for off in small_talk.OFF_TOPIC.finditer(_without_places(bare)))
        and not UNDONE.search(bare)
        and not OF_COUNTING.search(bare)
    ):
        return Wanted("off-topic", is_disowned=bool(lists.DISOWNED.search(bare)))
    if lists.DONE.search(rest := KEPT.sub("", bare)) and not lists.NOT_DONE.search(rest):
        bare = rest
    bare = OWN_QUESTION.sub("", bare)
    asks = is_question(bare) or bool(lists.QUESTIONS.search(STATED.sub("", bare)))
    if ours := _not_ours(bare, others, asks=asks):
        return ours
    if asks:
        return Wanted("question")
    own = NEXT_ONE.sub("", bare)
    bare = own if UNDONE.search(own) or lists.NOT_DONE.search(own) else bare
    promised, until = promise(EXCUSE.sub("", bare), today, calendar)
    if promised and (until or not NOT_YET_LAST.search(bare)):
        return Wanted("will-do-by", until)
    return Wanted(next((intent for intent, holds in IN_ORDER if holds(bare)), "unclear"))


def _without_places(bare: str) -> str:
    """Where it was held, and where its papers are."""
    return ROOM_BOOKED.sub("", KEPT.sub("", bare))


def _until_when(bare: str, today: date, calendar: Calendar | None) -> date | None:
    """年底日程较满，想延到12月25日: the day of the clause that asks for it, where it has one."""
    asking = [part for part in APART.split(bare) if lists.EXTENSION.search(part)]
    return next((day for part in asking if (day := until_of(part, today, calendar))), until_of(bare, today, calendar))


def _not_ours(bare: str, others: Collection[str], *, asks: bool) -> Wanted | None:
    """Somebody else's, or nobody's here: 本庭不办理网上立案."""
    whose = named(bare, others)
    if asks and OF_COUNTING.search(bare):
        return None
    if lists.NEVER_OURS.search(bare) and whose is None:
        return Wanted("not-applicable")
    if not lists.NOT_OURS.search(OWN_STEP.sub("", bare)) or (asks and WHETHER_OURS.search(bare)):
        return None
    if HANDED_IN.search(bare) and not lists.DISOWNED.search(bare):
        return None  # 声明交给政治部了
    if whose is None and lists.NO_SUCH_WORK.search(bare):
        return Wanted("not-applicable")
    return Wanted("not-ours", department=whose, is_disowned=bool(lists.DISOWNED.search(bare)))


def _is_not_applicable(bare: str) -> bool:
    if lists.NOT_APPLICABLE.search(bare):
        return True
    found = lists.NONE_OF_IT.match(bare)
    return bool(found and lists.OF_CASES.search(found["what"]) and not lists.OF_REPORTS.search(found["what"]))


def _is_done_but_for_papers(bare: str) -> bool:
    """活动办完啦，材料在整理."""
    rest = OF_PAPERS.sub("", bare)
    return rest != bare and bool(lists.DONE.search(rest)) and not lists.NOT_DONE.search(rest)


IN_ORDER: tuple[tuple[Intent, Callable[[str], bool]], ...] = (
    ("not-applicable", _is_not_applicable),
    ("done", _is_done_but_for_papers),
    ("not-done", lambda bare: bool(lists.NOT_DONE.search(bare) or lists.WAITS.search(bare))),
    ("done", lambda bare: bool(lists.DONE.search(bare))),
)
