"""Of several days told of a meeting or an entry the one on which it was: 5月29日下雨取消了，6月3日搞的少年模拟法庭.

Told without the others, where it is not certain as it stands: each of them was moved from, or is of something else, of
another one's, or of what came before and after it: 9月3日那趟是反诈，不是扫黑; 记者10月30日来采访; 11月2日是补发纪要.
"""

from domain.dates import find_days
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.question import Question
from domain.reader.word_lists import any_of

PARTS = pattern_of(r"([,，;；。!！\n]+)")
MONTH = pattern_of(r"^[去上]?[0-9一二三四五六七八九十]{0,2}个?月份?(?:那|的那|有)[个篇条次场期则]")
NOT_IT = pattern_of(
    any_of(
        "(?:本来|原定|原来|原通知|通知)[^,;。]{0,20}(?:取消|没[去办开搞]|改|推|挪|黄了)|取消了?|没[去办开搞]成|泡汤|黄了",
        "[采来]访|拍摄|彩排|筹备|预备|碰头|踩点|报名|投稿|补发|纪要[^,;。]{0,4}(?:发|补|印|出|落款|写)|印发的|上传|通知(?:的|是)|动员",
        "那?[次趟场个回篇条天则期](?:活动|会)?(?:是|不是)(?!我们|我庭|本庭)|不是(?:我们|扫黑|这个|意识形态|这[次项])|跟(?:我们|这个)[^,;。]{0,4}(?:无关|没关系|不搭界)",
        "是(?:[一-鿿]{1,4}法?庭|公安|检察院|派出所|司法[所局]|教育局|街道|兄弟[一-鿿]{1,2}|别[的人家])[一-鿿]{0,3}的?(?:活动)?[的了]?$",
    )
)
# of what was meant for a day, where the next one says what came of it
MEANT = pattern_of("本来|原定|原来|原通知|通知(?:上|里)?(?:写|定|说)的?是|原计划|说好")
CAME = pattern_of("挪|改[到在期成]|推[迟到]|才|实际|最[后终]|后来|补[办开]|结果")
HELD = pattern_of(
    "[开办搞讲做发登推播]了?[的了过]|召开|举[办行]|见报|刊[登发]|发布|推送|宣讲|普法|进(?:校园|社区|企业|乡村)|《|法庭|活动|登"
)
OPEN = pattern_of(
    r"[?？]|比如|例如|譬如|假如|要是|可能|好像|大概|应该|还没|待定|或者?|还是|要么|左右|前后|准备|计划(?!的)|打算|下[周月次]|记不|不确定|不知道|不清楚|[一二两2][次场]|都[开办搞]了|也[开办搞]|又[开办搞]"
)
# 我们的是…, 扫黑的是…, 我们这条: which of them
WHICH = pattern_of(
    r"^(?:但|不过|而)?(?:我们|我庭|我院|本庭|[一-鿿]{2,4}(?=的(?:就|才)?是))(?:自己)?(?:那|这)?[次趟场个回篇条则期]?的?(?:(?:就|才)?是)?\s*(?=[0-9一二三四五六七八九十]{1,3}[月日号.])"
)
PUT_TO = pattern_of(r"(?<=[日号0-9])(?:才)?(?:挪|改|推迟?|移)[到在至](?P<where>[^,，。]{0,8}?[里上])?(?=[搞办开做举])")
# 就那天开的, of the day right before
THAT_DAY = pattern_of(
    r"^(?:就|还是|也是)?(?:是)?(?:按)?(?:那天|当天|这天|这个日子|那个日子)(?:照常|准时)?(?:召?开|办|搞|举行)[的了]$"
)
UNMOVED = pattern_of(r"^(?:后来|也|又)?(?:没有?|未)(?:改|变|推|动|挪)[过期迟]*(?:日子|时间|日期)?[的了]?$")


def plainly(text: str, question: Question) -> str:
    """As it stands where more than one day may be it, or none."""
    parts = PARTS.split(text)
    clauses = [level(clause.strip()) for clause in parts[::2]]
    if OPEN.search(",".join(clauses)):
        return text
    days = {at: found for at, one in enumerate(clauses) if (found := find_days(one, question.today, past=True))}
    heads = sorted({*days, *(at for at, one in enumerate(clauses) if MONTH.match(one))})
    if not heads:
        return text
    tails = {at: clauses[at + 1 : end] for at, end in zip(heads, [*heads[1:], len(clauses)], strict=True)}
    out = [at for at in heads if _is_not_it(clauses, at, tails, heads)]
    left = [at for at in heads if at not in out]
    if len(left) != 1 or left[0] not in days or len(days[left[0]]) != 1:
        return text
    at = left[0]
    that_day = next((one for one in tails[at] if THAT_DAY.match(one)), "")
    if that_day:
        return f"{days[at][0].written}开的"
    if not out or not HELD.search(",".join((clauses[at], *tails[at]))):
        return text
    end = at + 1 + len(tails[at])
    kept = "".join(parts[2 * at : 2 * end - 1])
    return PUT_TO.sub(lambda to: f"在{to['where']}" if to["where"] else "", WHICH.sub("", kept.strip()))


def _is_not_it(clauses: list[str], at: int, tails: dict[int, list[str]], heads: list[int]) -> bool:
    said = (clauses[at], *(one for one in tails[at] if not UNMOVED.match(one)))
    if any(THAT_DAY.match(one) for one in said):
        return False
    behind = next((clauses[one] for one in heads if one > at), "")
    if MEANT.search(clauses[at]):
        return bool(CAME.search(behind)) or any(map(NOT_IT.search, said))
    return any(NOT_IT.search(one) for one in said)
