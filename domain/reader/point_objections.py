"""What is said beside an answer to a point that leaves it open: 没有，抽查的; 5月11日1起，系误录; 健全，但5月没学."""

import re
from collections.abc import Mapping
from datetime import date

from domain.answers import Occurrence
from domain.asked_year import years_said
from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.point_names import SIGNS
from domain.reader.point_words import CLEARED
from domain.reader.told_core import things

N = "[0-9一二两三四五六七八九十几半]"
LATE = "[晚迟慢拖超逾延]"
NEAR = pattern_of(
    r"[日号](?:那天)?(?:左右|前后|上下|附近|来着|前(?!面)|后(?![来面])|[之以][前后])|[日号]?(?:大概|大约|可能)"
)
# 属执行局, 系误录, 后被推翻: behind what happened
TAKEN_BACK = pattern_of(
    r"推翻|撤[销案回了]|已撤|测试|异议|证据不足|[录登报记填]?重了|误[录报判登记]|[录报登记填]错|重复|存疑|争议|平反|申诉|复[议核]中|待(?:认|查|核|定)|还没[定查认核]|[未没](?:最[终后])?(?:定性|认定|查实|属实|确认)|不属实|不成立|不算|不构成"
    r"|(?:^|[,，;；。(（\s])(?:但|不过|其实|后来|经查|该件|这件|那件|这起|那起|此件)*(?:属于?|系(?!统|列)|归(?!档|口|还))(?!实|因|首次|本|我|[^,，;；。)）]{0,6}(?:积压|疏[忽漏]|粗心|漏看))[^,，;；。)）]{2,}"
    r"|(?:^|[,，;；。(（\s])(?:但|不过|其实|后来|该件|这件|那件|这起|那起)*是(?:别|其他|外|隔壁|人家|他们|误|错|旧|老|上|派出所|公安|检察院|街道|司法[所局])"
)
# 是物业保洁跟当事人顶嘴: none of the house
OUTSIDERS = pattern_of(
    r"(?:^|[,，;；。(（\s])[^,，;；。没未不]{0,4}?(?:物业|保洁|保安|门卫|食堂|外包|劳务公司|第三方|厂家|维保|施工|装修|快递|志愿者)(?!投诉|反映|举报|举手)"
    r"|(?:^|[,，;；。(（\s])[^,，;；。没未不]{0,4}?(?:律师|当事人|来访人|家属)(?:自己|之间)?[跟和与][^,，;；。]{1,6}(?:吵|打|闹|冲突|顶)"
    r"|(?:^|[,，;；。(（\s日号起件])(?:当事人|律师|来访人)(?:家属|自己|的)?(?:态度|情绪|脾气)[^,，;；。]{0,2}(?:恶劣|生硬|激动|不好|差|蛮横|坏)"
)
# 没有查实的，自查倒是发现1起: none by one account, one by another
BY_ANOTHER_ACCOUNT = pattern_of(
    r"(?:^|[,，;；。\s])(?![^,，;；。]*到期)(?=[^,，;；。]{0,6}(?:但|不过|倒|就是|只是|却|另|自查|自己|内部|督[察查]|纪检))(?:[^,，;；。0-9没未无不]|[0-9]{1,2}[月日号]){0,12}(?:发现|查[出到实]|认定|通报|点名|出[现了过]|(?<!倒)(?<!倒是)有)(?:[^,，;；。0-9没未无不]|[0-9]{1,2}[月日号]){0,4}[1-9一二两三四五六七八九][0-9]*\s?[起件次例人](?![^,，;；。]{0,4}(?:不|否|失实|正面|表扬))"
)
BEFORE = pattern_of("前面|此前|之前|原[先来报]|上次|昨天")
# of a part of the cases, or on the whole
SAMPLED = pattern_of(
    r"抽[查样检取]|抽了|随机|[看翻查核]了(?:前[0-9]+|几|十[几来])件?|几乎|平均|人均|只(?:查|看|核|问|统计|翻|抽|包括|含|算)|部分(?:案|卷|庭|件)|[0-9一二三四五六七八九]成(?!员)|大多|绝大|(?<![0-9.])(?!100)[0-9]{1,3}(?:\.[0-9]+)?%|百分之(?!百)|(?<=[0-9一二三四五六七八九十%成半])以上"
)
COMPARED = pattern_of(r"(?:同比|[比较](?:去年|上年))[^,，;；。0-9]{0,4}[0-9.]+(?:%|个?百分点)")
# 就那件晚了半天, 6月3日停电那次晚了; 没拖过 and 没超半天 are none
EXCEPT = pattern_of(
    rf"(?:^|[,，;；。\s])(?:但是?|不过)?(?:也)?(?:就|只有?|仅有?|唯独?|除了?|单单|偏)(?!是网|都)[^,，;；。没未无不]{{0,16}}(?:{LATE}|例外|没(?:审|按|及|赶))"
    rf"|(?<!没)(?<!未)(?<!没有)(?<!不){LATE}了?(?:期|过)?(?:有|约)?{N}{{1,2}}个?(?:多)?(?:天|小时|钟头|日|工作日|分钟)"
    r"|(?:隔|过了|第[二三四五六七])[一两几]?[天日周]才|(?:就|只|仅)有(?:过|一|1|个|件|起|点)"
    r"|[起件次个](?:都|也)?(?:不算|没算|未计入?|不计)(?:在内|进去)?[的了]?(?=$|[,，;；。])"
    rf"|(?:那|这|有)[一1]?[件次个天回][^,，;；。没未无不差快]{{0,6}}(?:[晚迟慢拖]了|超了|逾期)"
)
# 超期未审核数1
STILL_OPEN = pattern_of(
    r"[超逾](?:[^,，;；。0-9没无未零]|未(?=[审办结处]|反馈)){0,8}[:：]?\s*[1-9][0-9]{0,3}\s*件?(?=$|[,，;；。])"
)
OF_THE_PAST = pattern_of("去年|前年|上年|20[0-9]{2}年|此前|之前|原报|兄弟|隔壁|外[院区]")
# 健全，但5月没学; 不过照片没传 says nothing of it
LACKS = pattern_of(
    r"[,，;；。\s(（](?:但是?|不过|可是?(?!以)|只是|就是|然而|其实|可惜)[^,，;；。]*?(?:没|未|不|缺|少|只|断|停|差|欠|空|漏|难|弱|有待|一般)[^,，;；。]*"
)
PAPERS = pattern_of(
    "用的人|使用率|知道的人|装订|归档|打印|照片|材料|上传|拍|签字|盖章|纪要|附件|扫描|截图|报|交|发|写|填"
)
# 上半年学了2次，要求4次; 学习落下了两次
SHORT_OF = pattern_of(
    rf"(?:要求|应当?|规定|计划|任务|标准)(?:是|为|学|开|做|到)*{N}{{1,3}}\s?[次场期项人个]"
    rf"|落下了?{N}|只(?:学|开|搞|做|办)了?{N}|少了?{N}{{1,2}}[次个期]|[学做开搞办落]得(?:少|晚|不)|纸面|在推(?!进)|补学|抽查"
    r"|[一二三四五六七八九0-9]月(?:份)?[没未](?:学|开|搞|做|办)|(?:完成|落实|覆盖|参训|到课)率?[^,，;；。]{0,3}?(?<![0-9])(?!100)[0-9.]+%"
)
# 是，但有一次没学: no denial of the whole
NO_FIRST = pattern_of(r"^\W*(?:否|没|未|不|无)|[填报选评勾写][“\"]?否|不能算|[算够谈]不上")
IN_PART = pattern_of(rf"{N}{{1,2}}[次个期人]|个别|有时|偶尔|有的|记录|台账")


def objection(text: str, values: Mapping[int, Value], today: date, name: str) -> str:
    """The reason why it is asked back, or none; 属庸懒散奢 of what bears that `name` takes nothing back."""
    text = re.sub(rf"(?:属于?|系)(?={things(SIGNS.sub('', name)).pattern})", "", text)
    said = list(values.values())
    happened = [value for value in said if isinstance(value, Occurrence)]
    if happened:
        return _of_what_happened(text, happened, today)
    if "nothing" in said:
        is_open = SAMPLED.search(COMPARED.sub("", text)) or _is_some_late(text) or _is_found_otherwise(text)
        return "about" if is_open else ""
    lacks = LACKS.search(text)
    is_short = lacks is not None and not PAPERS.search(lacks.group())
    is_short = is_short and False not in said  # 清单有，就是督办措施还没建: of another one
    if (True in said and (is_short or SHORT_OF.search(text))) or (False in said and _is_in_part(text)):
        return "same-twice"
    return ""


def _is_in_part(text: str) -> bool:
    lacks = LACKS.search(text)
    return lacks is not None and bool(IN_PART.search(lacks.group())) and not NO_FIRST.search(text)


def _of_what_happened(text: str, happened: list[Occurrence], today: date) -> str:
    years = years_said(text, today)
    if years and not any(one.day.year in years for one in happened):
        return "other-time"
    if NEAR.search(text):
        return "about-day"
    back = TAKEN_BACK.search(text) or OUTSIDERS.search(text)
    return "denied" if back and not BEFORE.search(text[: back.start()]) else ""


def _is_found_otherwise(text: str) -> bool:
    found = BY_ANOTHER_ACCOUNT.search(text)
    return found is not None and not OF_THE_PAST.search(text[: found.end()]) and not CLEARED.search(text, found.end())


def _is_some_late(text: str) -> bool:
    """Of the clauses that speak of this year and of the own house."""
    open_ = STILL_OPEN.search(text)
    if open_ and not OF_THE_PAST.search(text[: open_.end()]):
        return True
    late = EXCEPT.search(text)
    return late is not None and not OF_THE_PAST.search(text[: late.end()])
