"""An entry of a register: on which day, and what it was. Read like a meeting; it may be another department's.

What it has to be the notice says: a case that a higher court published, something that is held, for whom it is.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Literal

from domain import meeting
from domain.beside_held import CASE, QUOTED_CASE
from domain.cadences import Period
from domain.day_of_another import CLAUSE
from domain.day_words import QUOTED
from domain.meeting import Meeting
from domain.patterns import pattern_of
from domain.titles import title

Problem = meeting.Problem
QUOTES = '《》“”「」"'
OF_A_CASE = pattern_of("由[^,，。;；]{2,20}发布[^,，。;；]*案例")
OF_AN_ACT = pattern_of("(?:开展|举办|组织)[^,，。;；]*活动")
# what the media bring, and what was done before people
OF_THE_MEDIA = pattern_of("利用[^,，。]*(?:媒体|网站|微博|微信)")
IN_PERSON = pattern_of(
    r"(?:去|到|在|进|走进|深入)了?[^,，。;；\s《]{1,10}?(?:做|讲|办|搞|上|开展|举办|宣讲)|宣讲|讲座|上街|摆摊|广场|传单|入户|走访|讲了|上了?一?[堂节]|[来到]了[^,，]{0,4}人"
)
BROUGHT = pattern_of(
    r"发布?(?![展言生现]|[^,，。]{0,8}传单)|推(?!进|动|广)|[刊登转]载?|见报|上线|播|公众?号|微[信博]|官[网微]|网站?|视频|链接|阅读|报道|报[上纸]|文章|[一-鿿]报"
)
TRIED = pattern_of("(?<!模拟)开庭|审(?:[理了结]|判(?![记员庭长大观]))|案件?$")  # a case, where an activity is wanted
# what is put on line is no activity
ON_LINE = pattern_of(r"(?:公众?号|微[信博]|官[网微]|网站)上?(?:发|推)[布送]?了?一?[条篇]|推文$")
# for whom it is, where the notice names one of them
AUDIENCES = (
    pattern_of(
        "未成年|[少幼]年|儿童|孩子|学[生校]|同学|小朋友|[进小中大高]校|[小中]学|幼儿|童|少先队|六一|家长|亲子|校园"
    ),
    pattern_of("老年|老人|[养敬]老|重阳|阿[姨婆]|爷叔"),
    pattern_of("企业|公司|园区|商[会户圈]|工地|[职民]工"),
    pattern_of("妇女|残疾|军[人属营]|退役|干警|党员|教师(?!节)|师德|老师们"),
)
# it may be on record already, or not be out: 印象里登记过了, 草稿箱里那篇, 还是去年那组
NOT_NEW = pattern_of(
    r"(?<![没未])(?:登记|录入)过|登过了|(?:预备|筹备|碰头)会(?=[。！!\s]*$)|彩排(?=[。！!\s]*$)|印象[里中]|草稿|(?:草案|初稿|[（(](?:讨论|征求意见|送审)稿[)）])(?=[。！!\s]*$)|[点发]没[点发]|还是(?:去年|上次|原来|老)|借[了用的]|凑[一个数]"
)
STAYED_AWAY = pattern_of(r"(?:没|未)(?:有|能)?(?:来|到|参加)")
BY_US = pattern_of(
    r"(?<=[一-鿿》”]{2})(?:[,，\s]*[和与跟同][^,，。]{1,8}?(?=一起|联合|共同))?"
    r"(?:我们?)?(?:一起|联合|共同)?[搞办做弄][的了]$"
)
BY_WHOM = pattern_of("[一-鿿]{2,4}[发公][一-鿿]的")  # 高院发布的 is no title
# what was done with it, before its title
DONE = pattern_of(
    r"^那天(?=[搞办开做弄组])|^(?:[一-鿿]{1,4}的就?是(?=[《“\"])|[那这][次场个]是|名?字?叫(?=[《“\"一-鿿]{3})|题为|[上讲][的了](?=[《“])|才(?=[办搞发推上做][的了])|的(?!士|确)|了(?!解|不起)|是(?!非))(?=[《“一-鿿]{3})|^补(?:办|开|搞|上|做)[了的]?(?=[《“一-鿿]{3})|^[改换][成为]了?(?=[《“一-鿿]{3})|^[开搞办做签]的是(?=[一-鿿]{3})|^(?:发布|推送|刊[登发])[的了](?=[《“一-鿿]{3})|^(?:正式)?(?:发布|公布)[,，]\s*|^就?(?:这|那)?一?[篇条期则](?=《)|^(?:案[例件]|题目|标题)(?=[《“一-鿿]{3})(?!案)"
    r"|^(?:我们?|本)?[庭院局]?[报送审判办][送理结]?的[那这]?[个件篇]?(?=[一-鿿《“]{3})|^[个件](?![人体案])(?=[一-鿿]{3})"
    r"|^起(?:正式)?(?:试?运[营行]|开[行通]|启[用动]|投[用运])(?=[一-鿿《“]{3})|^[又再]?(?:新增|添)了?[一1][条个项处家](?:线路|项目)?[,，:：\s\U0001f300-\U0001faff]+(?=[一-鿿《“]{3})"
    r"|^(?:我们?[庭院局]?|本[庭院局])?(?:组织)?(?:开展|举办|举行|(?:一起|联合|共同)?[搞办做弄](?=[了的]))[了的]?"
    r"(?:一[次场期堂个])?(?=[《“\"「一-鿿])"
)


# 你们问的英模学习，我庭是这样安排的：五月十六日…
ASKED_FOR = pattern_of(
    r"^(?:[您你]们?)?(?:要|问)的[^,，:：0-9一二三四五六七八九十]{1,14}[,，:：]\s*(?:(?:我们?|[我本])[庭院]?是?这[样么](?:安排|搞|办|做)的[:：,，]\s*)?(?=[^?？]*[0-9一二三四五六七八九十][日号])"
)
# 那天搞了个座谈交流全庭十一个人都发了言照片在内勤那里: new clauses, without a sign between
RUN_ON = pattern_of(
    r"(?<=[一-鿿]{6})(?=(?:全[庭院局体]|大家)[^,，。;；\s]{0,8}?(?:都|参加|发言|到场))"
    r"|(?<=[一-鿿]{4})(?=(?:照片|材料|签到表?)(?:都|也|已经?|就)*(?:在|交|放|存|发给))"
)
# 四月份那次你们登过了别重复登: of another one
OF_ANOTHER = pattern_of(
    r"[,，;；。\s(（]+(?:上个?月|上[次回]|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?)的?那[次场个期篇堂]"
    r"(?:[你您我]们?|之前|上次|已经?|都|早)*(?:登记?|报|录入?|[交发])过?了(?:[你您]们?|就|请|不用|不必|别|不要|再|重复|又|登记?|[报算录]|哈|啊|[,，]){0,8}[)）]?[。!！\s]*$"
)


def _without_done(text: str) -> str:
    while (bare := DONE.sub("", text)) != text:
        text = bare
    return text


# 大概来了60几户: roughly how many came, of which nothing is asked
ROUGHLY = pattern_of(r"[,，\s]+(?:大概|大约|差不多)(?=(?:一共|总共)?[来到]了)")


def _title(text: str, wanted: str) -> str | None:
    return title(_without_done(text.strip()), wanted)


def read(
    text: str,
    asked: Literal["day", "topic"] | None,
    today: date,
    period: Period,
    others: Iterable[str] = (),
    wanted: str = "",
) -> Meeting | Problem:
    """`others` are the names of the departments that do not answer here, `wanted` the notice's words for the entry."""
    is_case = bool(OF_A_CASE.search(wanted))
    text = ROUGHLY.sub(" ", text)
    text = RUN_ON.sub("，", OF_ANOTHER.sub("", ASKED_FOR.sub("", text)))
    answer = meeting.read(
        text, asked, today, period, others, partial(_title, wanted=wanted), is_case=is_case, wanted=wanted
    )
    if isinstance(answer, str):
        return answer
    if OF_AN_ACT.search(wanted) and answer.topic and (TRIED.search(answer.topic) or ON_LINE.search(text)):
        return "not-understood"
    bare = QUOTED.sub("", text)
    if OF_THE_MEDIA.search(wanted) and IN_PERSON.search(bare) and not BROUGHT.search(bare):
        return "not-understood"  # 7月8日我们去社区做了宣讲
    if _is_for_others(text, wanted) or NOT_NEW.search(bare):
        return "not-understood"
    topic = answer.topic and BY_US.sub("", _without_done(answer.topic))
    if topic and asked == "day" and BY_WHOM.fullmatch(topic):
        topic = None
    return replace(answer, topic=_named(text, topic, QUOTED_CASE if is_case else None) if asked == "day" else topic)


def _is_for_others(text: str, wanted: str) -> bool:
    """敬老普法, where something for minors is wanted; or none of them came."""
    meant = [words for words in AUDIENCES if words.search(wanted)]
    named = [words for words in AUDIENCES if words.search(text)]
    away = any(STAYED_AWAY.search(clause) and words.search(clause) for words in meant for clause in CLAUSE.split(text))
    return bool(meant) and (away or (bool(named) and not set(meant) & set(named)))


def _named(text: str, topic: str | None, case: "re.Pattern[str] | None") -> str | None:
    """The only case in quotes; where nothing else is told, the only name in quotes, or case."""
    for names in (case,) if topic else (case, QUOTED, case and CASE):
        if names and len(found := names.findall(text)) == 1:
            return str(found[0]).strip(QUOTES)
    return topic
