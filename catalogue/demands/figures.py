"""Every figure of a sentence with its unit and the words that compare it, without those that only describe."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, zip_longest

from catalogue.demands.describing import describes, says_how_soon
from catalogue.demands.figure import UNREAD, Figure
from catalogue.demands.operators import Comparison, comparison
from catalogue.demands.portions import portions
from catalogue.demands.said import Sentence
from catalogue.demands.units import PARTS, SHARES, Measured, measured
from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader.notation import ARABIC, TOKEN, amount_of

RATIO = pattern_of(rf"(?<![0-9.])({ARABIC})\s*:\s*({ARABIC})(?![0-9.:])")
PLACEHOLDER = pattern_of("[xX×*_□○]{1,4}(?=[%‰]|[个件次家人名天项万亿户]|工作日)")  # 达到xx%以上
JOINED = pattern_of(r"\s*(?:[、,/]|和|与|及|或|、?\s*以及)\s*")
CLASSES = pattern_of("、(?:[一-鿿A-ZⅠⅡⅢ\x02]{0,5}[类级档型]|[一-鿿]{2}|[一-鿿]{1,4}(?:区|市|镇|乡|村|校|组|用户|项目))")
RANGE = pattern_of(r"\s*(?:[-~—–～]{1,2}|到|至)\s*")


def figures(sentence: Sentence, events: list[int]) -> list[list[Figure]]:
    """In lists: A和B分别达到90%、95% is one of two. `events` are places of what is demanded without a figure."""
    single = _single(sentence)
    found = _joined(sentence, single)
    described = {one.start for n, one in enumerate(found) if describes(sentence, one, found[n + 1 :], events)}
    described |= {other.start for one, other in pairwise(found) if says_how_soon(sentence, one, other)}
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
    for start, end, said, compared in portions(text, sentence.start, sentence.end):
        found.append(Figure(start, end, end, 0, said, compared, 0))
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
        before = sentence.plain[max(sentence.start, match.start() - 20) : match.start()]
        said, end = measured(sentence.behind(amount.end), amount, before)
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
            compared = one.compared or (shared if shared and (own is None or own.end == one.end) else own)
            stop = own.end if own else one.end
            said = one.said
            if not said.unit and run[-1].said.unit and place < len(run) - 1:
                said = _in_unit_of(said, run[-1].said)
            ranged = place + 1 if len(run) == 2 and RANGE.fullmatch(text, run[0].end, run[1].start) else 0
            found.append(replace(one, said=said, since=since, compared=compared, stop=stop, chain=chain, ranged=ranged))
        n, chain = last + 1, chain + 1
    return [_as_next(text, one, other) for one, other in zip_longest(found, found[1:])]


def _as_next(text: str, one: Figure, other: Figure | None) -> Figure:
    """A类95%、B类90%以上: what stands behind the last of a list of classes compares them all."""
    if one.compared or other is None or other.compared is None or one.said.unit != other.said.unit:
        return one
    behind = other.compared.end > other.end and other.compared.start >= other.start
    if not behind or not CLASSES.fullmatch(text, one.end, other.start):
        return one
    return replace(one, compared=Comparison(other.compared.op, one.start, one.end))


def _in_unit_of(said: Measured, last: Measured) -> Measured:
    """30至40万元, 3至4亿元: the scale belongs to both."""
    if last.unit in SHARES:
        return Measured(said.value / PARTS[last.unit], last.unit, said.written)
    if not last.printed or not last.printed[0]:
        return Measured(said.value, last.unit, said.written)
    scale = last.value / last.printed[0]
    return Measured(said.value * scale, last.unit, said.written, (said.value, last.printed[1]))


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
