"""Every figure of a sentence with its unit and the words that compare it, without those that only describe."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from catalogue.demands.operators import Comparison, comparison
from catalogue.demands.said import Sentence
from catalogue.demands.units import OFTEN, TIMES, Measured, measured
from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.notation import ARABIC, TOKEN, amount_of

RATIO = pattern_of(rf"(?<![0-9.])({ARABIC})\s*:\s*({ARABIC})(?![0-9.:])")
PLACEHOLDER = pattern_of("[xX×*_□○]{1,4}(?=%|[个件次家人名天项万亿户]|工作日)")  # 达到xx%以上
JOINED = pattern_of(r"\s*(?:[、,/]|和|与|及|或|、?\s*以及)\s*")
RANGE = pattern_of(r"\s*(?:[-~—–～]{1,2}|到|至)\s*")
BREAK = pattern_of("[,，、;；:：]")
HAN = pattern_of("[一-鿿]")
EACH = pattern_of("各[^,;、。]{0,4}$")
OF_A_RATE = pattern_of("[一-鿿]{1,10}(?:率|比例|占比)")
OBJECT_BEGINS = pattern_of('[“"]?[一-鿿]')
OBJECT = pattern_of(r"(?:对|向|为|从|由|在|将)[^,;、。0-9]{0,10}$")
LINKED = pattern_of(r"或|和|与|及|作为|入选|被|获|并|且|在|为|达|的?\s*(?:$|[,;。、)）])|用于|给予|左右|及时|发布|纳入")
UNREAD = "?"  # the unit of what looks like a figure and cannot be read
SPELT_ALONE = 10  # 三项制度 counts nothing, 三百人 do
TIME_UNITS = frozenset((*TIMES, "工作日", "自然日"))


@dataclass(frozen=True)
class Figure:
    """`since` is where the words before it begin, `stop` where those behind it end; `chain` tells lists of figures."""

    start: int
    end: int
    stop: int
    since: int
    said: Measured
    compared: Comparison | None
    chain: int
    spelt: bool = False  # in Chinese signs
    ranged: int = 0  # 1 the lower end of a range, 2 the upper one
    ratio: bool = False


def figures(sentence: Sentence, events: list[int]) -> list[list[Figure]]:
    """In lists: A和B分别达到90%、95% is one of two. `events` are places of what is demanded without a figure."""
    single = _single(sentence)
    found = _joined(sentence, single)
    described = {one.start for n, one in enumerate(found) if _describes(sentence, one, found[n + 1 :], events)}
    described |= {other.start for one, other in pairwise(found) if _says_how_soon(sentence, one, other)}
    lists: dict[int, list[Figure]] = {}
    # read again, so that the words before a figure reach back over what only describes
    for one in _joined(sentence, [one for one in single if one.start not in described]):
        lists.setdefault(one.chain, []).append(one)
    return list(lists.values())


def _single(sentence: Sentence) -> list[Figure]:
    text, at = sentence.masked, sentence.start
    blanks = PLACEHOLDER.finditer(text, sentence.start, sentence.end)
    found = [
        Figure(*blank.span(), blank.end(), 0, Measured(Fraction(0), UNREAD, blank.group()), None, 0) for blank in blanks
    ]
    while match := TOKEN.search(text, at, sentence.end):
        at = match.end()
        ratio = RATIO.match(text, match.start(), sentence.end)
        if ratio:
            at = ratio.end()
            amount = amount_of(match)
            said = Measured(amount.value if amount else _side(ratio[1]), "", ratio.group())
            found.append(Figure(ratio.start(), at, at, 0, said, None, 0, ratio=True))
            continue
        amount = amount_of(match)
        if amount is None or amount.start < match.start():
            if match.group()[0].isdecimal() or match["den"] or match["of"]:
                found.append(
                    Figure(*match.span(), match.end(), 0, Measured(Fraction(0), UNREAD, match.group()), None, 0)
                )
            continue
        if amount.sort == "pair" and amount.whole:  # 8/10万
            said = Measured(amount.value / amount.whole, "", match.group())
            found.append(Figure(*match.span(), match.end(), 0, said, None, 0, ratio=True))
            continue
        said, end = measured(text, amount, sentence.plain[max(sentence.start, match.start() - 20) : match.start()])
        at = max(at, end)
        spelt = set(match.group()[:1]) <= set(CHINESE)
        if spelt and amount.sort == "number" and not said.unit:
            continue
        found.append(Figure(match.start(), end, end, 0, said, None, 0, spelt=spelt))
    return sorted(found, key=lambda one: one.start)


def _side(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))


def _joined(sentence: Sentence, single: list[Figure]) -> list[Figure]:
    """Figures that share their words: 不低于98%和95%, 30至40件."""
    text, found, n, chain = sentence.masked, list[Figure](), 0, 0
    while n < len(single):
        last = n
        while last + 1 < len(single) and _is_joined(text, single[last], single[last + 1]):
            last += 1
        run = single[n : last + 1]
        since = _since(sentence, run[0], found[-1].stop if found else sentence.start)
        for place, one in enumerate(run):
            own = comparison(text, since, run[0].start, one.end)
            shared = comparison(text, since, run[0].start, run[-1].end)
            compared = shared if shared and (own is None or own.end == one.end) else own
            stop = own.end if own else one.end
            said = one.said
            if not said.unit and run[-1].said.unit and place < len(run) - 1:
                said = _in_unit_of(said, run[-1].said)
            ranged = place + 1 if len(run) == 2 and RANGE.fullmatch(text, run[0].end, run[1].start) else 0
            found.append(replace(one, said=said, since=since, compared=compared, stop=stop, chain=chain, ranged=ranged))
        n, chain = last + 1, chain + 1
    return found


def _in_unit_of(said: Measured, last: Measured) -> Measured:
    """30至40万元: the scale belongs to both."""
    scale = 1
    if last.unit == "万元" or "万" in last.written:
        scale = 1 if last.unit == "万元" else 10_000
    value = said.value / 100 if last.unit == "%" else said.value * scale
    return Measured(value, last.unit, said.written)


def _is_joined(text: str, one: Figure, other: Figure) -> bool:
    if one.ratio or other.ratio:
        return False
    own = comparison(text, one.end, one.end, one.end)
    end = own.end if own else one.end
    gap = text[end : other.start]
    if "," in gap and not gap.strip(", "):
        return False
    return bool(JOINED.fullmatch(gap) or (end == one.end and RANGE.fullmatch(gap)))


def _since(sentence: Sentence, one: Figure, before: int) -> int:
    return max(before, sentence.clause_start(one.start, ",;"))


def _describes(sentence: Sentence, one: Figure, others: list[Figure], events: list[int]) -> bool:
    """60日内办结率, 30万元以上的村占比, 对30家单位开展: it says of what, not how much."""
    text = sentence.masked
    clause = sentence.clause_end(one.stop, ",;、:")
    later = [other.start for other in others if other.chain != one.chain] + events
    leads = any(one.stop <= place < clause for place in later)
    behind = text[one.stop : clause].lstrip()
    firm = one.compared is not None and one.compared.firm
    if one.said.unit == "年" or one.said.unit == "岁":
        return not firm or leads
    if leads and behind.startswith("的"):
        return not (one.said.unit == "%" and others and others[0].said.unit in TIME_UNITS)
    if one.said.unit in TIME_UNITS and not firm and (leads or OF_A_RATE.match(behind)):
        return True
    if not firm and leads and HAN.match(behind) and not LINKED.match(behind) and one.said.unit != "%":
        return True
    bare = one.compared is None
    often = OFTEN.search(sentence.plain[one.since : one.start])
    each = EACH.search(text[one.since : one.start])
    return (
        bare
        and not often
        and not each
        and one.spelt
        and one.said.value < SPELT_ALONE
        and one.said.unit not in ("%", "百分点")
    )


def _says_how_soon(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """80%以上的案件在30日内办结: so many of them within that time."""
    between = sentence.masked[one.stop : other.start]
    of_time = one.said.unit == "%" and other.said.unit in TIME_UNITS
    return of_time and between.startswith("的") and not BREAK.search(between)


def is_attribute(sentence: Sentence, one: Figure) -> bool:
    """3人以上群体性事件: it may be of what kind, and it may be how many."""
    if one.said.unit in ("%", *TIME_UNITS) or (one.compared is not None and one.compared.start < one.start):
        return False
    if one.compared is None and not OBJECT.search(sentence.masked[one.since : one.start]):
        return False
    return bool(object_of(sentence, one))


def object_of(sentence: Sentence, one: Figure) -> str:
    """What stands behind a figure and is what it counts: 2次 文化活动, 20日内 公示."""
    behind = sentence.words(one.stop, sentence.clause_end(one.stop, ",;、:()")).strip()
    return behind if OBJECT_BEGINS.match(behind) and not LINKED.match(behind) and one.said.unit != "%" else ""
