"""Whether those who filed may be others than the people that are counted: of some of them it is said how, or when."""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call.accounts import Account
from domain.roll_call.choices import AGAIN, BARE, LOOSE
from domain.roll_call.told import LINKS
from domain.roll_call.words import AWAY, DIGIT

# why one has not filed: 35人微信填，3人手写 tells of none who lacks
WHY_NOT = pattern_of(any_of("没|未|不|差(?!不)|缺|剩|无法|外|省|院|借|学|驻|抽|退|重复", AWAY))
# 3人逾期补填 have; 回来就补 is to come
LATE = pattern_of(
    rf"(?<!候)补(?!充)|晚(?![上点会些])|迟|逾期|超期|[又再加刚]\s?(?=[{DIGIT}])|后来|刚刚|[填报录](?:[好完上过齐]?了|的?$)|按[时期]"
)
TO_COME = pattern_of(
    "没|未|(?<!出)差|缺|剩|(?:再|会|要|等|待|就|即|明|后天|回|返岗?后?|马上|尽快|下午|今晚|准备|打算|记得|催|督|联系)[^,;。]*[补填报交录弄]"
)
DONE = pattern_of(
    "(?:已经?|刚刚?才?|后来|今[天日早])(?:都|也|给|全)?[补填录](?!.*[中着])|(?:已经?|刚刚?才?|后来|都|也)[交报][好上完齐掉]?了|补[填报录]?(?:[好上完齐掉]?了|[好上完齐过])|[填录][好上完齐掉]?了"
)
# 说回来就补上 is no more than a word
PROMISED = pattern_of("(?:说|答应|保证|承诺)[^,;。]*[补填报交录](?![^,;。]*[了过])")
BREAK = pattern_of("[,;。!()]")
OTHERS = ("figure", "rest", "all", "done", "zero", "none", "nothing")  # behind them it is told of others


def are_open(one: Account) -> bool:
    return (
        any(_may_have_filed(one, role, n) for role, n in one.placed)
        or _may_be_counted_with(one)
        or _are_hardly_any(one)
        or _are_all_by_now(one)
        or (one.is_done_since and one.answer.filed != one.whole)
        or (one.marks.zero and not one.marks.all and "missing" in one.values and "除" in one.told.text)
    )


def _may_have_filed(one: Account, role: str, n: int) -> bool:
    """Of a figure that is taken to be of those who lack."""
    value, filed = one.told.tokens[n].value, one.answer.filed or 0
    follows = role in (LOOSE, "made_up") and value not in (one.whole, filed) and value + filed == one.whole
    if not follows and role != "missing":
        return False
    before, behind = _told_of(one, n)
    clause = BREAK.split(one.told.text[before:behind], maxsplit=1)[0]
    if follows and not WHY_NOT.search(clause) and not TO_COME.search(clause):
        return True
    is_late = LATE.search(clause) and not TO_COME.search(clause)
    later = BREAK.split(one.told.text[one.told.tokens[n].end : behind])
    return bool(is_late) or any(DONE.search(said) and not PROMISED.search(said) for said in later)


def _told_of(one: Account, n: int) -> tuple[int, int]:
    """From the break or the figure before to whoever is told of next."""
    tokens, ends = one.told.tokens, ("figure", "break", "filed_sure", "all", "done")
    before = max((token.end for token in tokens[:n] if token.kind in ends), default=0)
    other = next((m for m in range(n + 1, len(tokens)) if tokens[m].kind in OTHERS), None)
    if other is None:
        return before, len(one.told.text)
    breaks = [token.end for token in tokens[n + 1 : other] if token.kind == "break"]
    return before, max(breaks, default=tokens[other].start)


def _may_be_counted_with(one: Account) -> bool:
    """38人，2个实习生不用填, where none of the figures is called that of those who should."""
    if any(one.told.tokens[m].kind == "should_sure" for m in one.way.used):
        return False
    return "exempt" in one.values or (one.asked == "should" and "missing" in one.values and "filed" not in one.values)


def _are_hardly_any(one: Account) -> bool:
    """Less than half, by a name that does not stand right before them: 3人逾期补填."""
    if one.answer.filed is None or one.whole is None or 2 * one.answer.filed >= one.whole:
        return False
    if (
        not one.answer.filed
        and [token.value for token in one.told.tokens if token.kind == "figure"].count(one.whole) > 1
    ):
        return True  # 应填30 30人已填 0
    by_name = any(one.told.tokens[m].name == "filed" for m in one.way.used)
    is_bare = one.asked == "filed" and BARE in one.way.roles and len(one.told.figures) > 1
    return is_bare or any(by_name and role == "filed" and not _is_plain(one, n) for role, n in one.placed)


def _is_plain(one: Account, n: int) -> bool:
    name, figure = one.told.tokens[n - 1] if n else None, one.told.tokens[n]
    return bool(name and name.kind == "filed_sure" and not one.told.text[name.end : figure.start].strip(LINKS))


def _are_all_by_now(one: Account) -> bool:
    """应填38人，已填37人，现在38人了."""
    filed = next((n for role, n in one.placed if role == "filed"), None)
    if filed is None or one.answer.filed == one.whole:
        return False
    is_named = any(role in ("should", "everybody") and n < filed for role, n in one.placed)
    return is_named and any(
        n > filed and one.told.tokens[n].value == one.whole and (role == LOOSE or role.startswith(AGAIN))
        for role, n in one.placed
    )
