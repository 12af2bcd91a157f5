"""What is told beside figures and changes none of them: why, since when, how one of them stands, how much more it is.

Looked for only where a reading ended in a doubt or left a figure out. A clause is left out that counts in no unit of
what is asked for, tells a difference in round figures, speaks of a single extreme, of what is not there yet, or of
nothing that is asked for, and holds no word of a risk. What is left has to be read for certain by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.amounts import Odd, find, vague
from domain.reader.asked import Asked
from domain.reader.contraries import NOT_NEGATED
from domain.reader.figure_words import OWN, words_in
from domain.reader.masking import EMOJI, is_asked
from domain.reader.names import is_of, things
from domain.reader.notation import Amount
from domain.reader.risks import NOT, OF_TELLING, RISK
from domain.reader.uncounted import CODES, PERIOD
from domain.reader.vocabulary import Word

PARTS = pattern_of(
    r"([,;。!\n…~]+|(?<=[0-9件个人名通位天元块万亿%了的呢啊哈哦])\s+(?=[一-鿿])|(?<=[一-鿿])\s+(?=[一-鿿]))"
)
FEW = (
    r"(?:[好数]?几|十几|[一二三四五六七八九两]?[十百千][来多几]|几[十百千]|[0-9]+[多来几]|[两三四五六七八]{2})"
    r"[十百千万]?"
)
# 比上月多十几件
MORE_OR_LESS = pattern_of(
    rf"(?P<than>[比较跟和与同](?P<what>[^,;。]*?))?(?:增加|减少|上升|下降|[多少高低增减涨降升掉])了?(?:出|近|约|大概|差不多)?{FEW}"
    r"(?:件|个|人|名|通|条|位|天|万元?|个?百分点|%)?[^0-9,;。]{0,3}$"
)
THAN = pattern_of(r"^[比较跟和与同](?:上个?月|上期|上季度|去年|往年|以往|平时|前年|[0-9]{1,2}月)[^0-9]{0,6}$")
EXTREME = pattern_of(
    r"^[^0-9]{0,6}?最[高低少多长短大小快慢好差](?:的|一)|^(?:人均|平均(?:每人|下来)|每[一]?[期批轮次])"
)
# 另有1人预计月底补满
REST_WILL = pattern_of(
    r"^(?:另外?|还|其[余他]|剩下?|[缺差])的?(?:有)?[0-9一二两三四五六七八九十]{1,3}[个名位人件][^,;。0-9]{0,10}(?:预计|准备|打算|计划|下周|下个?月|明[天年]|月底|年底|回来)"
    r"[^,;。0-9]{0,10}$"
)
LATE = pattern_of("晚|拖|迟|耽[误搁]|才[看收回对]|忙")
STATED = pattern_of(r"(?:根据|按照?|依照?|应)[^,;。]{0,8}要求|(?<=.[在还才可着得多少高低])(?=呢)|呢$")
ASKS = pattern_of(r"哪|什么|啥|多少|几|怎|咋|谁|为何|吗|[?]")
GOES_ON = pattern_of(r"在|还|才|可|着|得|正|[多少高低]")
# 金额那块会计还在对, and no word of what was told: 数据还没核
MOSTLY = pattern_of("占?(?:了|到)?(?:一半|大部分|多数|少数)(?:多|左右|以上)?[了的]?$")  # 执行一庭占一半
TO_COME = pattern_of(r"还|没|未|等|在|再|回头|明|稍后|晚点|后补|差|缺|转|卡")
TALK = 5  # signs
OF_ALL = pattern_of(r"^(?:数据?字?|以上|上面|前面|这|那|结果|[都也还没未暂先不])|核|[准定]|算|口径|包|含|计|错|误|变")
OF_OTHERS = pattern_of(r"^(?:[没未不][^,;。]{1,4}|剩下|其[余他它]|差|缺|余下)的")
REFERS = pattern_of("其[余他它]|剩下|余下|别的")  # to what was told before
TO_BE_TOLD = pattern_of("^(?:那|这)?(?:其[余他它]|剩下|别的|另外|件数|人数|金额|天数|分母|分子|总数)")


@dataclass(frozen=True)
class Bare:
    """`open` are the labels of which it is said that they are to come; `rest` where some are, so that not all are."""

    text: str
    open: frozenset[str] = frozenset()
    rest: bool = False


def without(text: str, asked: Asked) -> Bare:
    if "\t" in text or "|" in text:
        return Bare(text)
    parts = PARTS.split(EMOJI.sub(" ", level(text)).strip())
    kept: list[str] = []
    still_open: set[str] = set()
    rest = False
    for clause in parts[::2]:
        clause = _without_difference(clause.strip(), asked)
        found = _figures(clause)
        rest = rest or bool(REST_WILL.match(clause))
        if not _is_beside(clause, found, asked):
            kept.append(clause)
        else:
            still_open |= _open(clause, asked)
    told = ",".join(filter(None, kept))
    is_all = told == ",".join(filter(None, parts[::2])) and not any(map(str.isspace, parts[1::2]))
    return Bare(text) if is_all or REFERS.search(told) else Bare(told, frozenset(still_open), rest)


def _figures(clause: str) -> tuple[Amount | Odd, ...]:
    return find(PERIOD.sub("", CODES.sub("", clause)))


def _without_difference(clause: str, asked: Asked) -> str:
    found = MORE_OR_LESS.search(clause)
    counts_more = any("增" in quantity.label for quantity in asked.quantities)
    if found is None or (counts_more and not found["than"]):
        return clause
    what = found["what"] or ""
    exact = any(isinstance(one, Amount) for one in _figures(what))
    rest = clause[: found.start("what")] + what if exact else clause[: found.start()]
    return "" if THAN.match(rest) else rest


def _is_beside(clause: str, found: Sequence[Amount | Odd], asked: Asked) -> bool:
    if EXTREME.search(clause) or REST_WILL.match(clause):
        return True
    if found or vague(clause):
        return (bool(LATE.search(clause)) or not _names(clause, asked, "role", "rate")) and _counts_nothing(
            clause, found, asked
        )
    words = words_in(clause, asked.demands)[0]
    if RISK.search(clause if ASKS.search(clause) or not GOES_ON.search(clause) else STATED.sub("", clause)):
        return False
    if subject := OF_OTHERS.match(clause):
        return not _of_parts(clause[subject.end() :], asked)
    if any(not is_asked(match, asked.period) for match in PERIOD.finditer(clause)):
        return False
    if _is_unchanged(clause, words):
        return True
    says_nothing = all(word.kind in ("filler", "now") for word in words)
    if says_nothing and NOT.search(clause) and not OF_TELLING.search(clause) and len(clause) >= TALK:
        return True
    if NOT.search(clause) or any(word.kind in OWN for word in words):
        of_the_rest = _open(clause, asked) or TO_BE_TOLD.search(clause)
        return bool(of_the_rest and TO_COME.search(clause)) and not OF_ALL.search(clause)
    return not any(word.kind in ("all", "every", "target", "others", "time", "total") for word in words)


def _is_unchanged(clause: str, words: Sequence[Word]) -> bool:
    """成功率没掉: nothing but that a share is what it was."""
    is_level = NOT_NEGATED.sub("", clause) != clause and any(word.kind == "rate" for word in words)
    return is_level and all(word.kind in ("rate", "not", "filler", "now") for word in words)


def _of_parts(said: str, asked: Asked) -> bool:
    """剩下的都办结了, and no 没成的都转立案去了."""
    parts = {part.label for demand in asked.demands if demand.is_share for part in demand.parts[::2]}
    return any(word.of & parts for word in _names(said, asked, "role"))


def _names(clause: str, asked: Asked, *kinds: str) -> list[Word]:
    return [word for word in words_in(clause, asked.demands)[0] if word.kind in kinds]


def _counts_nothing(clause: str, found: Sequence[Amount | Odd], asked: Asked) -> bool:
    """In units of which nothing is asked for: 只有62学时, 晚了几天."""
    counts = [thing for thing in things(asked) if thing.sort != "share"]
    units = [one.unit if isinstance(one, Amount) and one.sort == "number" else "" for one in found]
    if vague(clause) and not found and MOSTLY.search(clause):
        return True
    if vague(clause):
        units.append("天" if LATE.search(clause) and "天" in clause else "")
    is_late = bool(LATE.search(clause)) and set(units) <= {"天", "小时", "分钟", "星期", "个星期", "月", "个月"}
    return is_late or all(unit and not any(is_of(unit, thing) for thing in counts) for unit in units)


def _open(clause: str, asked: Asked) -> set[str]:
    """金额那块会计还在对: all labels of which two signs of it may speak."""
    if not TO_COME.search(NOT_NEGATED.sub("", clause)):
        return set()
    pairs = [clause[at : at + 2] for at in range(len(clause) - 1)]
    return {quantity.label for quantity in asked.quantities for pair in pairs if pair in quantity.label}
