"""All of them are told, and yet some otherwise; or some that were missing, and are not so any more.

28件都按期办结, 有2件晚了一天; 233件全合格, 除了2件正在复核; 漏录3件, 已补录.
"""

from domain.patterns import pattern_of
from domain.reader.asked import Doubt
from domain.reader.beside import PAUSE, Beside
from domain.reader.contraries import is_negative

# 除老张(住院), with nothing behind it
BUT_ONE = pattern_of(
    r"(?:^|[,;(])(?:就|只|但|不过|只有)?(?:是)?除了?(?![^,;()]{0,10}(?:外|以外|之外))[^,;()0-9]{1,8}(?:\([^)]*\)?)?\s*[。!]*$"
    r"|[,;](?:就|只有?|不过|但)(?:第\s?[0-9一二三四五六七八九十]+|\x02+)[项件个]?[^,;]{0,6}(?:差|低|没|未|不|掉|降)"
)
GONE = (
    r"(?<![没未再要会能可])(?:补(?:[上齐录训学完好]了?|了|登)|整改好了?|已[^,;0-9]{0,8}补|[改补]齐"
    r"|(?:现在|目前|后来)[^,;没未不]{0,5}(?:满|齐|够|合格|完整|全)了?|也都?(?:够|满|齐|达标)了)"
)
LATER = pattern_of("[将拟]|计划|安排|预计|准备|打算|列入|下[周个]|明[天年]|退回补|通知")
MADE_GOOD = pattern_of(f"{GONE}|整改后?合格")
THIRD_WAY = (("调解成功", pattern_of("[没未不]")), ("期限内办结", pattern_of("(?:没有?|无)[^,;0-9]{0,2}[超逾]")))
EVERY = pattern_of("[都全均]|其[余他它]|剩|一[件个]不")
REST = pattern_of("不合格|剩下|余下|其余")
STRONG = pattern_of("也都?(?:够|满|齐|达标)了|(?:现在|目前|后来|如今)[^,;没未不]{0,5}(?:满|齐|够|合格|完整|全)了")


def doubt(told: Beside) -> Doubt | None:
    pairs = told.pairs()
    if any(_is_third_way(told, some) for some, _ in pairs):
        return Doubt("parts-and-sum", (dict(told.values),))
    is_all = any(told.values[some] == told.values[every] for some, every in pairs)
    if is_all and BUT_ONE.search(told.text):
        return Doubt("parts-and-sum", (dict(told.values),))
    if any(told.values[some] < told.values[every] for some, every in pairs) and _is_made_good(told):
        return Doubt("parts-and-sum", (dict(told.values),))
    return None


def _is_third_way(told: Beside, some: str) -> bool:
    """没调成的485, 没有超期的: those under way are neither, where nobody says of how many it is so."""
    opposite = next((against for of, against in THIRD_WAY if of in some), None)
    told_of = [told.labels(one) for one in told.figures if some in told.labels(one)]
    is_said = len(told_of) > 1 or [some] in told_of
    return bool(opposite and not is_said and opposite.search(told.raw) and not EVERY.search(told.raw))


def _is_made_good(told: Beside) -> bool:
    """And the part is said nowhere, or said to be more than it was."""
    clauses = PAUSE.split(told.text)
    good = [clause for clause in clauses if MADE_GOOD.search(clause) and not LATER.search(clause)]
    if not good or not (is_negative(told.text) or REST.search(told.raw)):
        return False
    is_said = all(any(one.value == told.values[some] for one in told.figures) for some, _ in told.pairs())
    return not is_said or any(STRONG.search(clause) for clause in good)
