"""Whether what was told is turned by what is said of it: 恐怕6月9日开的; 第4名，是同事告诉我的; 23人（预计）.

It is turned by a word before it in its clause, by one right behind it, or by a clause of nothing but such words.
What stands before the clause of the value is talk: 不太确定，翻了纪要，是6月9日. Figures have a room of their own.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import turning_words as words
from domain.reader.asked import Doubt, Value
from domain.reader.provisos import OURS
from domain.reader.question import Question
from domain.reader.word_lists import any_of

N = f"[0-9{CHINESE}]"
SIGN = r"[^,，;；。!！?？\n()（）]"
BEGINS = r"(?:^|(?<=[,，;；。!！?？\n()（）\s:：]))"
ENDS = r"(?=[,，;；。!！?？\n()（）\s]|$)"
DAY = any_of(
    rf"{N}{{1,4}}(?:月份?|[./-]){N}{{1,3}}[日号]?|{N}{{1,3}}[日号]",
    "[今昨前]天|[上这本]?个?(?:周|星期|礼拜)[一二三四五六日天]",
)
COUNT = r"(?:[0-9]+|[二三四五六七八九十]+[个人名位条]|[都全均]|零)"
PLACE = rf"(?:第\s?{N}+|{N}+\s?[/／]\s?{N}+|{N}+名|[nN][oO]\.?\s?{N}|[名位]次|排名?|[位名]?列)"
# how each is told of
TELLS = {
    "rank": PLACE,
    "roll-call": COUNT,
    "yes": "(?:是(?!不)|否|健全|落实|建|制定|印发|开通|录|有|没|无|形成|覆盖|规范|到位)",
    "occurrence": rf"(?:{DAY}|没|无|零|0|未)",
    "topic": f"{SIGN}{{2}}",
    **dict.fromkeys(("meeting", "entries", "day"), DAY),
}
ON_TIME = "(?:有|来得及|如期|按时)?"
# how it came about, where it may be denied or meant
DONE = {
    "entries": ON_TIME
    + any_of(
        "召开|举[行办]|开展|组织(?!部)|推[送出]|刊[登发载]|宣判|审结|上线",
        "[发搞办](?![现展生言动放您你给到上票法公理案事卷结])",
    ),
    "meeting": f"{ON_TIME}(?:召开|举行|开[了的过会])",
    "roll-call": "(?:都|全|全部)?(?:填|上?报(?![告名]))",
    "rank": rf"(?:[位名]?列|位居|居|排名?在?|得|拿)?(?:第|前){N}",
    "yes": "(?:建|制定|开通|落实|健全|印发|录)",
    "day": "(?:成立|印发|制定|通过|出台)",
}
PAPERS = pattern_of("纪要|材料|照片|签到|截图|链接|简报|[总小]结|扫描|原件|复印|佐证|通报|文件|资料|附件|名单|备注")
NOT = r"(?:[还尚并都也]|[一-鿿]院)?(?:没(?:有|能)?|未(?:能)?)"
DENIED = ("meeting", "entries", "rank")  # of others that it was not done may be the answer
LEAD = (
    r"(?:这|那|以上|上面|都|也|还|尚|又|但|不过|只|其实|可惜|毕竟|我们?|自己|咱|哦|啊|嗯|呃|就|算|数[据字]?|日[子期]|名次|结果|情况"
    r"|暂时|目前|现在|先|后来|最后|最终|最近|个|[次条]|会|是|了|的|说)*"
)
TAIL = r"(?:[的了都是吧啊哈呢哦呀嘛啦]|而已|差不多|这样|那样|再[说报定录登]|一下)*"
PARTS = pattern_of(r"[,，;；。.!！?？、\s~～…()（）\[\]]+")
CLAUSE = pattern_of(r"[,，;；。!！?？\n()（）]+")
BRACKETED = pattern_of(r"[(（]([^()（）]{1,12})[)）]")
UNSIGNED = pattern_of(r"[(（]\s?[?？]+\s?[)）]")
GLUED = rf"(?:吧|来着|的样子|上下(?![午班级届])|前后|左右|光景)(?!{N})"
AFTER = {
    "roll-call": r"(?<![填报按写记登录给算])[0-9]+\s?[人名位个条件]{0,2}(?:吧|来着|的样子|前后)",
    "rank": rf"{PLACE}[名位次]?(?:吧|来着|左右|上下){ENDS}",
    **dict.fromkeys(("meeting", "entries", "day", "occurrence"), rf"{DAY}{GLUED}"),
}
LONGEST = 24  # signs of a clause of such words
WITHIN = 24  # signs before the value that still speak of it
# by whom it is, where that would be another's
THEIRS = {
    **dict.fromkeys(("meeting", "entries"), "[他她]们|[一二三]?中院"),
    "rank": "[一二三]?中院(?![通排]?[名通]?[通报]|[下发印公说系]|审管)",
    "roll-call": "^全[院市区]",
}
SETTLED = (False, "nothing")  # 没有建, 没有发生: that it was not done takes nothing back
PLACED = pattern_of(rf"第\s?{N}+|{N}+名|{N}+\s?[/／]\s?{N}+")
ASKED_LAST = pattern_of(rf"(?P<clause>{SIGN}*)(?:对吧|是吧|对不对|是不是)[?？。\s]*$")
# 是的，制度还没健全
LACKS = pattern_of(
    rf"{NOT}(?:单独|完全|全部?|全面|正式)*(?:健全|建[立好成]|开通|印发|落实|录[入全]|制定|上线|覆盖|开展)|不符合|未能|没搞成|没有台[账帐]|(?<!是)否(?=[,，。;；\s]|$)"
)
NOT_LACKING = pattern_of(
    "谁[^,，。;；]{0,4}[说讲]|才怪|更正|改|不是|哪[能会里]|怎么[会能]|以前|原来|之前|当初|年初|检查|后来|现在|早就?|[上下]半年|[没未无不][^,，。;；]{0,6}[没未不]"
)
PUT_RIGHT = pattern_of("错|误|更正|纠正|订正|不对|不是|刚才?[说报]")
# 好像是八月吧，我查一下，哦8月12号: what stands before it is talk
LOOKED_UP = pattern_of(r"^.*(?:不对|(?:[查翻核看问]了?[一下下查翻核问看到过]+))")
# 第3（前年是第6）: what it was then, beside what it is
PLACE_OF_THEN = pattern_of(
    r"[(（](?:大?前年|[去上]年|上一年)(?:是|为|排名?|位列)*第?[0-9一二三四五六七八九十]+(?:/[0-9]+|[名位])?[)）]"
)
NOW = pattern_of("今年|现在|目前|[这本]次|后来|[近这][一二两三四五0-9]年")


def doubt(text: str, values: Mapping[str, Value], question: Question) -> Doubt | None:
    """With what it says as the likely answer, where it is but left open."""
    shape = "topic" if question.field == "topic" and question.shape in ("meeting", "entries") else question.shape
    if shape not in TELLS:
        return None
    text = PLACE_OF_THEN.sub("", text) if shape == "rank" else text
    is_settled = any(value in SETTLED for value in values.values())
    is_last_year = bool(question.period and question.period.end.year < question.today.year)
    if reason := _turned_before(text, shape, is_settled=is_settled, is_last_year=is_last_year):
        return Doubt(reason)
    looked_up = _as_looked_up(text, shape)
    parts = [part for part in PARTS.split(looked_up) if any(map(str.isalnum, part))]
    bracketed = BRACKETED.findall(text)
    behind = [*_behind(parts, shape), *bracketed]
    if _is_open(looked_up, behind, shape):
        return Doubt("either", (values,))
    if _is_of_others(text, behind, shape, question.asked.others):
        return Doubt("other-unit")
    if _is_of_another_time(behind, shape, is_last_year=is_last_year):
        return Doubt("other-time")
    last = [*parts[-1:], *bracketed] if len(parts) > 1 else []
    taken_back = words.TAKEN_BACK if is_settled else any_of(words.TAKEN_BACK, words.NOT_HELD)
    return Doubt("denied") if any(_is_all(taken_back, part) for part in last) else None


def _behind(parts: list[str], shape: str) -> list[str]:
    """What stands behind the first word of the value; in place or not may be said by any word, and by a sign."""
    if shape == "yes":
        return parts
    return parts[1 + next((n for n, part in enumerate(parts) if _pattern(TELLS[shape]).search(part)), 0) :]


def _as_looked_up(text: str, shape: str) -> str:
    found = LOOKED_UP.match(text) if shape in AFTER else None
    return text[found.end() :] if found and _pattern(TELLS[shape]).search(text, found.end()) else text


def _is_open(text: str, behind: list[str], shape: str) -> bool:
    said = any_of(words.OPEN, words.ASKED, *([words.IN_PART] if shape in ("yes", "roll-call") else []))
    if UNSIGNED.search(text) or any(_is_all(said, part) for part in behind):
        return True
    if shape in AFTER and _pattern(AFTER[shape]).search(text):
        return True
    if (asked := ASKED_LAST.search(text)) and not PAPERS.search(asked["clause"]):
        return True
    guess = words.GUESS if PUT_RIGHT.search(text) else any_of(words.GUESS, "应该是")
    guess = any_of(guess, words.IN_NAME) if shape == "roll-call" else guess
    return _is_before(guess, text, shape)


def _turned_before(text: str, shape: str, *, is_settled: bool, is_last_year: bool) -> str:
    others = any_of(words.OTHERS, THEIRS.get(shape, "(?!)"))
    if _pattern(rf"{BEGINS}(?:{others})(?:[庭院]|[报写]?的)?[:：]").search(text):
        return "other-unit"
    if not OURS.search(text) and _is_before(BEGINS + others, text, shape):
        return "other-unit"
    is_now = shape == "day" or NOW.search(text) or (is_last_year and "去年" in text)
    times = any_of(*([] if is_now else [words.OTHER_TIME]), "(?!)" if is_settled else words.MEANT)
    if _is_before(BEGINS + times, text, shape):
        return "other-time"
    if shape in ("rank", "roll-call") and _pattern(rf"(?:{times}|原定|明年|下月)是?\s?(?:第|[0-9])").search(text):
        return "other-time"
    if _pattern(rf"^\s*(?:{words.VOID})[:：]").search(text) or _is_before(BEGINS + f"(?:{words.EXAMPLE})", text, shape):
        return "denied"
    if shape == "yes" and not is_settled and LACKS.search(text) and not NOT_LACKING.search(text):
        return "denied"
    return "denied" if not is_settled and _is_undone(text, shape) else ""


def _is_of_others(text: str, behind: list[str], shape: str, names: Collection[str]) -> bool:
    """可那是人家的，我们… tells of both."""
    others = any_of(words.OF_OTHERS, "全[院市区]的?") if shape == "roll-call" else words.OF_OTHERS
    of_them = (part for part in behind if _is_all(others, part) or (part[-1] == "的" and part[:-1] in names))
    return any(not OURS.search(text, text.rfind(part) + len(part)) for part in of_them)


def _is_of_another_time(behind: list[str], shape: str, *, is_last_year: bool) -> bool:
    if shape == "day":
        return any(_is_all(words.COMING, part) for part in behind)
    if any(map(NOW.search, behind)):
        return False
    past = any_of(words.COMING, words.PAST, "(?!)" if is_last_year else words.LAST_YEAR)
    return any(_is_all(past, part) for part in behind)


def _is_undone(text: str, shape: str) -> bool:
    if shape not in DONE:
        return False
    told = PLACED if shape == "rank" else _pattern(TELLS[shape])
    is_denied = shape in DENIED and len(told.findall(text)) == 1  # 取消了没搞，搞成的是6月10日的: of another one
    said = _pattern(rf"(?:{any_of(NOT, words.MEANT) if is_denied else words.MEANT})(?:{DONE[shape]})")
    return any(said.search(clause) for clause in CLAUSE.split(text) if shape == "rank" or not PAPERS.search(clause))


def _is_before(said: str, text: str, shape: str) -> bool:
    """In the clause of the value."""
    if shape == "topic":
        return bool(_pattern(rf"^(?:议题|主题|内容|[:：\s是就])*(?:{said})").search(text))
    return bool(_pattern(rf"(?:{said}){SIGN}{{0,{WITHIN}}}?{TELLS[shape]}").search(text))


def _is_all(said: str, part: str) -> bool:
    return len(part) <= LONGEST and bool(_pattern(f"{LEAD}(?:{said}){TAIL}").fullmatch(part))


@cache
def _pattern(source: str) -> "re.Pattern[str]":
    return re.compile(source)
