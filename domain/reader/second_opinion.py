"""Figures that were not told apart by their words alone: every way to place them is weighed against the others.

Asked only where the reading ended in a doubt of that kind, or left a figure out. The best way counts where no other
comes near it, where each figure is a value or follows from the values, and where no word of a risk stands beside them.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import asides
from domain.reader.amounts import Odd, find, vague
from domain.reader.asked import Asked, Doubt, Heard
from domain.reader.by_sound import by_sound
from domain.reader.figure_words import Side, figures, without_its_words
from domain.reader.figures import COUNTED, UNHEARD, Read
from domain.reader.figures import read as figures_read
from domain.reader.masking import OTHER, Masked, clean, mask
from domain.reader.names import things
from domain.reader.notation import Amount
from domain.reader.plausible import doubts
from domain.reader.risks import OF_MORE, RISK, plainly
from domain.reader.uncounted import PERIOD
from domain.reader.ways import Values, best, pairs
from domain.reader.weighed import Case

MOST = 12  # figures
HOTLINE = "(?<![0-9])12368(?![0-9])"
MARKER = r"(?m:^\s*[(（]?[0-9]{1,2}(?:[.、)）]|\ufe0f?\u20e3)(?=\D|12368))"  # 1. 2、 3) 4️⃣ at the head of a line
NO_FIGURE = pattern_of(f"{PERIOD.pattern}|{MARKER}|{HOTLINE}")
MONEY = 10_000
OPEN = (*UNHEARD, "parts-and-share", "same-twice")  # doubts that arithmetic may settle


def beside(first: Read, text: str, asked: Asked) -> Read:
    """Of the two readings that which leaves no figure out."""
    if (first.doubt and first.doubt.reason not in OPEN) or not leaves_out(first, text):
        return first
    values = given(text, asked)
    if not values or not values.keys() >= first.values.keys():
        return first
    # 297人都训过了，应训299人 was read as all of 299: what was inferred from another value is no contradiction
    told = list(first.values.values())
    is_contradicted = any(values[key] != one and told.count(one) == 1 for key, one in first.values.items())
    return Read(doubt=Doubt("which", (first.values, values))) if is_contradicted else Read(values, named=True)


def leaves_out(read: Read | Heard, text: str) -> bool:
    """A doubt is left, or there are more figures than values."""
    return read.doubt is not None or len(COUNTED.findall(NO_FIGURE.sub("", text))) > len(read.values)


def may_tell_more(read: Read | Heard, text: str, asked: Asked) -> bool:
    """A figure is left out, and something that is asked for is not told."""
    is_all = read.doubt is None and all(quantity.label in read.values for quantity in asked.quantities)
    return not is_all and leaves_out(read, text)


def without_asides(text: str, asked: Asked) -> Read:
    """The text as it stands, or without what is told beside its figures where that is certain."""
    first = beside(figures_read(text, asked), text, asked)
    if not COUNTED.search(text) or not may_tell_more(first, text, asked):
        return first
    if (bare := asides.without(text, asked)).text == text:
        return first
    again = beside(figures_read(bare.text, asked), bare.text, asked)
    is_more = again.doubt is None and again.values.items() >= first.values.items() != again.values.items()
    if bare.rest and any(again.values.get(a) == again.values.get(b) for a, b in pairs(asked) if b in again.values):
        return first  # 全部轮训完毕, 剩3名下月补训
    return again if is_more and not bare.open & again.values.keys() and _tells_all(bare.text, again, asked) else first


def _tells_all(text: str, read: Read, asked: Asked) -> bool:
    """Each figure is a value, in its unit, or what a part lacks of its whole."""
    lacking = {read.values[b] - read.values[a] for a, b in pairs(asked) if {a, b} <= read.values.keys()}
    told = {*read.values.values(), *lacking}
    masked = mask(clean(text) or "", things(asked), asked)
    amounts = (half for one in find(masked.text) if isinstance(one, Amount) for half in one.halves or (one,))
    return all(one.sort == "share" or told & {one.value, one.value / MONEY, one.value / 100} for one in amounts)


def given(text: str, asked: Asked) -> Values | None:
    """None where it is not certain."""
    if (values := _given(text, asked)) or (meant := by_sound(text, asked)) == text:
        return values
    return _given(meant, asked)


def _given(text: str, asked: Asked) -> Values | None:
    cleaned = clean(text)
    if cleaned is None or vague(cleaned):
        return None
    known = things(asked)
    masked = mask(plainly(cleaned), known, asked)
    found = None if _is_risky(masked, asked) else _flat(find(masked.text))
    if found is None:
        return None
    said = figures(masked, found, asked)
    way = best(said, known, asked)
    if way is None or not way.values or doubts(way.values, asked, named=True):
        return None
    return way.values if Case(way, said, known, asked, masked).is_sure() else None


def _is_risky(masked: Masked, asked: Asked) -> bool:
    beside = without_its_words(masked.text, asked.demands)
    is_monthly = asked.period is not None and asked.period.every == "month"
    if RISK.search(beside) or (is_monthly and OF_MORE.search(beside)):
        return True
    return OTHER in masked.text or any(other in masked.raw for other in asked.others)


def _flat(found: Sequence[Amount | Odd]) -> list[tuple[Amount, Side]] | None:
    """Each figure by itself; none where one of them is not certain."""
    flat: list[tuple[Amount, Side]] = []
    for one in found:
        if isinstance(one, Odd) or one.about or one.value < 0 or one.sort == "points":
            return None
        flat += _halves(one)
    return flat if 0 < len(flat) <= MOST else None


def _halves(one: Amount) -> list[tuple[Amount, Side]]:
    if one.sort != "pair":
        return [(one, "")]
    if one.halves:
        return [(one.halves[0], "whole"), (one.halves[1], "its part")]
    assert one.whole is not None
    middle = one.start + 1
    half = replace(one, sort="number", whole=None, between="")
    return [(replace(half, end=middle), "part"), (replace(half, value=one.whole, start=middle), "its whole")]
