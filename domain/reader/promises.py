"""What is promised: by a day, or soon."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, partial

from domain.calendar import Calendar
from domain.deadlines import Deadline, find_deadline
from domain.patterns import pattern_of
from domain.reader import intent_words as lists

CLAUSE = pattern_of(r"[,;。!\n]+")
APART = pattern_of(r"(?<=[一-鿿])\s+(?=(?:下个?)?(?:周|星期|礼拜)[一二三四五六日天]|明[天日]|后天)")
Deadlines = Callable[[str], Deadline | None]
EVERY_DAY = Calendar({}, date.max)  # Monday to Friday, where nothing is known of holidays
REPORTS = pattern_of(r"报|交|发|给|送|填|答复|回复|反馈|提供|提交|补|完成")
BEFORE_HOUR = pattern_of(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})点(?:半|钟)?[之以]?前")
# around a day that is all that is said
BARE = pattern_of(r"[\s,;。!~的吧哈就再先能可我们]|快了|大概|差不多|左右|争取|力争|尽量|尽可能|最[晚迟]|预计|应该")
PAST = pattern_of(r"已(?!定于|安排)|了(?!解)|过(?![几两来去])|都|早|妥|毕")
# 本月应填28人, 10月12日、13日, 10月12日至14日 are no days by which anything comes
THIS_MONTH = pattern_of(
    r"[本这当]个?(?:月|季度?|周|星期|年度?)(?:份|的)*(?=还|尚|暂|就|只|应|已|实|填|零|无|没|共|记|全|都|,|:|我)"
)
SPAN = pattern_of(r"(?P<first>[0-9]{1,2}月[0-9]{1,2}[日号]?)\s?[、,至到~—-]+\s?[0-9]{1,2}[日号]")
# 一早上都在清场, 6月10日开的: what has been
LASTED = pattern_of(
    r"从(?:今天|昨天)?(?:早上|上午|今早|下午|昨天)(?:开始|起|到现在)?(?=就|一直|都)|[一整]个?(?:早上|上午|下午|天|晚上?)(?=都|全|尽|光|在|净|就)"
)
HELD_THEN = pattern_of(
    r"[日号](?:[上下]午|晚上?)?(?:已经?|刚|才)?(?:召?开|举[行办]|[办搞发登判批]|成立|印发|制定|发布)(?:会|布|完|好)?[了的过](?!话)"
)
# 通知说7号以前填报率要到100%: what somebody wants, and no word of when it comes
WANTED = pattern_of(
    r"^(?!.*(?:我们?|咱们?|本[庭院局])[^,;。]{0,4}(?:能|会|可以|一定|保证|争取))[^,;。]{0,8}(?:通知|文件|方案|上[面级]|[高中]院|领导|[院庭局]长)(?:上|里|也|都|就)*(?:要求|规定|(?:说|写|定)(?:的|了|是)*[^,;。]*(?:要|得|须|应|不得|不能|完成|达))"
)
MEANT_TO = pattern_of(r"^(?:我们?)?(?:(?:本来|原本|原先|本|原)(?:是)?(?:想|打算|准备|计划|要|说))")
MONTH_DAY = pattern_of(r"[0-9]{1,2}月[0-9]{1,2}[日号]?")
# 计划12月份搞一次: a month by itself is no day by which it is promised
PLANS = pattern_of(
    r"(?:计划|打算|准备(?!好|充分)|预计|争取|拟(?!定了))(?:在|于)?(?:下个?|[0-9一二三四五六七八九十]{1,2})(?:月份?|季度)(?![0-9底初中末前])[^,;。]{0,6}(?:[搞办]|召?开|举[行办]|组织|开展|弄|完成)"
)
FAR = timedelta(days=200)
DENIES = pattern_of(r"没|未|不(?!久)|无法|已")
WEEKDAY = "(?<![上下本这每隔大逢])(?:周|星期|礼拜)[一二三四五六日天]"
LATER = "下(?:个?星期|周)[一二三四五六日天]?|明[天日]|后天|过[几两]天|晚点|稍后|回头"
TELLS = (
    r"(?:[补上填再]?报(?![道告刊纸名社])|补(?=[交填]|$|[,;。!])|[发交](?=$|[,;。!])|给(?:您|你|结果|准信|答复|(?=$|[,;。!]))|告[诉知]|[再才](?:说|看|查|问|定|补)"
    r"|回复|答复|反馈|提供|发[您你给]|交给?[您你]|(?:[出下]|回)来(?:再?[签盖定批报])?|查到|找到|翻到|问到|确认)"
)
# 周五报, 查到后周一告诉您, 议题下周五发您: when it will be told, and not when it was
COMES = pattern_of(
    rf"(?:{WEEKDAY}|{LATER})(?:[上下]午|之?前|[才再就会能我把先]|可以|统一|一并|材料|纪要|议题|文号|日期|具体)*{TELLS}(?![了的过完])"
    rf"|(?:[后完再等得]|争取|最[晚迟]|预计|尽量|要到)\s?{WEEKDAY}|(?:告[诉知]|回复|答复|[发报给补])给?[您你](?!们?的|一?个|[:：])"
)
LOOKS_AGAIN = pattern_of(rf"(?:{WEEKDAY}|{LATER})[^,;。]{{0,4}}再[查核看问]")  # what was said before it is not certain
# 平台今天登不上去: why nothing comes
BROKEN = pattern_of(r"(?:系统|平台|内?网|网站|电脑|软件)[^,;。]{0,6}(?:不[上开了进去]|挂|崩|坏|卡|瘫|维护|升级|故障)")
PARTED = pattern_of(r"([,，;；。!！\s]+)")


def without_promised(text: str) -> str:
    """Without the clauses that tell when it will be told."""
    parts = PARTED.split(text)
    left = [part if n % 2 or not COMES.search(part) else "" for n, part in enumerate(parts)]
    return "".join(left)


def promise(text: str, today: date, calendar: Calendar | None) -> tuple[bool, date | None]:
    """Whether anything is promised, and by when; what was done today is no promise."""
    text = APART.sub(",", text)
    text = SPAN.sub(r"\g<first>", LASTED.sub("", THIS_MONTH.sub("", text)))
    text = ",".join(
        part
        for part in CLAUSE.split(text)
        if part and not (HELD_THEN.search(part) or WANTED.search(part) or MEANT_TO.search(part) or _is_broken(part))
    )
    clauses = [part for part in CLAUSE.split(text) if part]
    deadline = _deadlines(today, calendar)
    done = bool(lists.DONE.search(text) and PAST.search(text))
    until = _until(text, today, deadline)
    for clause in clauses:
        acts = lists.ACT.search(clause) or lists.SET.search(clause)
        if acts and not _is_done(clause) and (day := _until(clause, today, deadline)):
            return True, _last(clauses, today, deadline) or day
    if until and lists.ACT.search(text) and not done:
        return True, until
    alone = [part for part in clauses if not DENIES.search(part) and _is_day_alone(part, deadline)]
    if alone:
        return True, _until(alone[0], today, deadline) or until
    if any(map(PLANS.search, clauses)) and not lists.NOT_DONE.search(text):
        return True, until
    if lists.WAITS.search(text) and not until:
        return False, None
    soon = (lists.WILL.search(clause) or _is_open(clause, deadline) for clause in clauses if not DENIES.search(clause))
    return not done and any(soon), None


def until_of(text: str, today: date, calendar: Calendar | None) -> date | None:
    return _until(text, today, _deadlines(today, calendar))


def _until(text: str, today: date, deadline: Deadlines) -> date | None:
    """明天, said on a Friday, is no promise for today."""
    found = deadline(text)
    if found is None or found.day is None:
        return today if BEFORE_HOUR.search(text) else None
    if found.day - today > FAR and MONTH_DAY.fullmatch(found.written):
        return None  # 10月12日核查, said in January: what is past
    return found.named if found.named and found.day <= today < found.named else found.day


def _deadlines(today: date, calendar: Calendar | None) -> Deadlines:
    """Each clause is asked for its day in several ways, and read once."""
    return cache(partial(find_deadline, today=today, calendar=calendar or EVERY_DAY))


def _is_broken(clause: str) -> bool:
    return bool(BROKEN.search(clause)) and not REPORTS.search(clause)


def _is_done(clause: str) -> bool:
    return bool(lists.DONE.search(clause) and PAST.search(clause) and not lists.INTENDS.search(clause))


def _last(clauses: list[str], today: date, deadline: Deadlines) -> date | None:
    """热线统计周二出来，周三报: of several days the one on which it is reported."""
    days = [_until(clause, today, deadline) for clause in clauses if REPORTS.search(clause)]
    return next((day for day in reversed(days) if day), None)


def _is_open(clause: str, deadline: Deadlines) -> bool:
    """节后报: by a day that the words leave open."""
    found = deadline(clause)
    return bool(found and found.vague and REPORTS.search(clause))


def _is_day_alone(clause: str, deadline: Deadlines) -> bool:
    found = deadline(clause)
    return bool(found and not found.impossible and not BARE.sub("", clause.replace(found.written, "")))
