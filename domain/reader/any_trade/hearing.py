"""An answer heard by its figures' places, or as the rules of the court hear it where these leave no figure out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import plausible, words
from domain.reader.any_trade.by_sound import as_named
from domain.reader.any_trade.left_over import leaves_out
from domain.reader.any_trade.none_of import none_of
from domain.reader.any_trade.pending import apart
from domain.reader.any_trade.put_right import behind_the_mark, is_open, told_again
from domain.reader.any_trade.reading import read
from domain.reader.any_trade.slots import topics
from domain.reader.any_trade.strange import names_another
from domain.reader.any_trade.told import figures
from domain.reader.any_trade.unclear import Strange
from domain.reader.asked import LONGEST, Asked, Doubt, Heard, Intent, Value
from domain.reader.masking import clean

UNHEARD = ("acknowledgement", "done", "off-topic", "unclear")
CORRECTION = pattern_of(rf"{words.CORRECTION.pattern}|不是[^,，。;；]{{1,12}}[,，]?\s*是")

# 年度任务是2.2万人次、合格率90%: in one breath both are wanted, and neither is told
WANTED = pattern_of(
    r"^[^0-9,，。;；]{0,6}(?:任务|目标|计划)[数值量]?[是为定:：\s]*[0-9][^,，。;；]*、[^,，。;；]*[0-9]"
)


def heard(text: str, asked: Asked, as_the_court_says: Callable[[], Heard]) -> Heard:
    found = _heard(text, asked, as_the_court_says)
    is_taken_back = is_open(text, asked) and _again(text, asked) is None
    if found.values and found.doubt is None and (is_taken_back or names_another(text, asked)):
        return Heard(found.intent, doubt=Doubt("which", (found.values,)))
    if found.values and found.doubt is None and WANTED.match(text):
        return Heard(found.intent, doubt=Doubt("later"))
    if found.intent in UNHEARD and found.doubt and _tells(text, asked):
        return replace(found, intent="report")
    return found


def _tells(text: str, asked: Asked) -> bool:
    """写了四十七篇 is no mere word of thanks: a figure in a unit that is asked for."""
    return any(one.amount.unit and topics(one, asked.demands, None) for one in figures(text, asked) or ())


def _heard(text: str, asked: Asked, as_the_court_says: Callable[[], Heard]) -> Heard:
    try:
        values = _by_any_sound(text, asked) if len(text) <= LONGEST else None
    except Strange:
        found = as_the_court_says()
        is_certain = found.values and found.doubt is None
        return Heard(found.intent, doubt=Doubt("which", (found.values,))) if is_certain else found
    if values is None:
        found = as_the_court_says()
        if found.values and found.doubt is None and leaves_out(text, found.values, asked):
            return Heard(found.intent, doubt=Doubt("which", (found.values,)))
        return replace(found, values=_as_asked(found.values, asked))
    doubt = plausible.doubts(values, asked, named=True)
    is_of_before = CORRECTION.search(clean(text) or "") and _again(text, asked) is None
    intent: Intent = "correction" if is_of_before else "report"  # what it puts right was told in the same breath
    return Heard(intent, {} if doubt else _as_asked(values, asked), doubt)


def as_it_stands(text: str, asked: Asked) -> str:
    """Without what it takes back itself, and what is to come of another demand."""
    return behind_the_mark(text) if _again(text, asked) else apart(text, asked)[0]


def _again(text: str, asked: Asked) -> Mapping[str, Fraction] | None:
    return told_again(text, asked, lambda part: _certain(part, asked))


def _by_any_sound(text: str, asked: Asked) -> Mapping[str, Fraction] | None:
    """As it is written, or as it sounds where it cannot be read so."""
    typed = as_named(text, asked.demands)
    if typed == text:
        return _values(text, asked)
    try:
        values = _values(text, asked)
    except Strange:
        values = _certain(typed, asked)
        if values is None:
            raise
    return values or _certain(typed, asked)


def _values(text: str, asked: Asked) -> Mapping[str, Fraction] | None:
    if again := _again(text, asked):
        return again
    if none := none_of(text, {}, asked):  # 来了8个 国家级的一个没有: the figure is of what is left
        left = tuple(d for d in asked.demands if not any(part.label in none for part in d.parts))
        told = read(text, replace(asked, demands=left)) if left else None if figures(text, asked) else {}
        return None if told is None else {**told, **none}
    rest, awaited = apart(text, asked)
    values = read(rest, asked)
    if values is None or any(part.label in values or d.key in values for d in awaited for part in d.parts):
        return None if rest == text else read(text, asked)
    return values


def _certain(text: str, asked: Asked) -> Mapping[str, Fraction] | None:
    try:
        return read(text, asked)
    except Strange:
        return None


def _as_asked(values: Mapping[str, Value], asked: Asked) -> Mapping[str, Value]:
    """A share beside its figures says nothing more; 不低于85% and 不高于93% are asked of the same rate."""
    made = [demand for demand in asked.demands if demand.key in values]
    full = {demand.key for demand in made if all(part.label in values for part in demand.parts)}
    told = {(demand.name, demand.parts): values[demand.key] for demand in made if demand.key not in full}
    same = ((demand.key, (demand.name, demand.parts)) for demand in asked.demands)
    kept = {key: value for key, value in values.items() if key not in full}
    return kept | {key: told[name] for key, name in same if name in told}
