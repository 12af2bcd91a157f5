"""A value that the text tells once more and otherwise: 化解18件, 其中实质化解13件; 窗口满意42, 热线满意700.

And a value under another's name: 保全165件, 在线100件, where 在线委托鉴定 is nowhere spoken of.
"""

from fractions import Fraction
from functools import lru_cache

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Demand, Doubt
from domain.reader.beside import PAUSE, Beside, Figure
from domain.reader.contraries import INSTANCE, is_negative
from domain.reader.ownership import own_of
from domain.reader.vocabulary import ALONE, is_earlier, words_of
from domain.reader.years import YEAR_OF_NAME

# of another time, of more, or wanted
ASIDE = pattern_of(
    "|".join(one.pattern for one in (words.OTHER_TIME, words.TOTAL, words.TARGET, words.OTHERS))
    + "|[\x02\x03]|应完成|全院|分别"
)
WITHIN = pattern_of("[中里内][已才有]*$")
CORRECTED = pattern_of(f"{words.RETRACTED.pattern}|准确|确切|不是")
SOME = pattern_of("其中|里面?[有的]?|当中")
# another time, another court, a target, a correction: the second figure is no second value
ELSE = pattern_of(
    "|".join(one.pattern for one in (words.OTHER_TIME, words.TOTAL, words.TARGET, words.OTHERS, words.RETRACTED))
    + r"|\x03|上上?个?[月季]|上[次期]|以前|之前|原来|年初|\t|\||全院"
    r"|不是|确切|准确|合计|[共总]|[多少][了出]?\s*$|应完成|[→>]"
)
# what only tells where, by whom or when of the same it was counted
OF_THE_SAME = pattern_of(
    r"窗口|热线|线上|线下|大厅|中心|系统|人工|自查|初查|复[查核]|整改|[一二三四五]组|后|又|另?有|的|都|数"
)
LETTER = pattern_of("[A-Za-z0-9百千万]")


def doubt(told: Beside) -> Doubt | None:
    for one in told.figures:
        is_own = set(told.labels(one)) & told.named(one.before + one.behind)
        if not is_own and (found := _container(told, one)) and _speaks_of(told, one, found):
            return Doubt("which", ({**told.values, **dict.fromkeys(told.labels(found), one.value)},))
        if label := _overlooked(told, one):
            return Doubt("which", ({**told.values, label: one.value},), label)
    return _under_another(told) or _no_part(told) or _of_the_part(told)


def _container(told: Beside, one: Figure) -> Figure | None:
    """Of which the figure is said to be some; the parts of a list that make it are told for themselves."""
    found = told.last_value(one.start) if SOME.match(one.before) else None
    if found is None:
        return None
    made, listed = Fraction(0), [other.value for other in told.figures if other.start >= one.start]
    for value in listed:
        made += value
        if made == found.value and value != listed[0]:
            return None
    return found


def _speaks_of(told: Beside, one: Figure, found: Figure) -> bool:
    """By the very name of what was read before it, or by a part of that name: 办结28件, 其中期限内26件."""
    if words.QUALIFIED.search(one.before) or is_negative(one.before):
        return False
    said = words.FILLER.sub("", SOME.sub("", one.before)).strip("的")
    labels = {YEAR_OF_NAME.sub("", label) for label in told.labels(found)}
    if any(instance not in label for instance in INSTANCE.findall(one.before) for label in labels):
        return False
    spoken = {YEAR_OF_NAME.sub("", label) for label in told.named(one.before)}
    strange = set(told.rest_of(SOME.sub("", one.before))) - set("".join(labels))
    return bool(labels & spoken and not strange) or (
        len(said) > 1 and any(said in label for label in labels) and not (spoken - labels)
    )


def _overlooked(told: Beside, one: Figure) -> str | None:
    """In its own words the one thing that another figure was taken for, and none that is named so."""
    labels = told.named(one.before)
    if len(labels) != 1 or is_negative(one.before + one.behind) or ASIDE.search(one.before):
        return None
    if WITHIN.search(one.before) or not (one.opens or told.has_role(one.before)):
        return None
    label = next(iter(labels))
    value, mine = told.values.get(label), told.labels(one)
    if value is None or label in mine or CORRECTED.search(told.text) or LETTER.match(told.text, one.end):
        return None
    is_told = any(label in told.labels(f) and label in told.named(f.before) for f in told.figures)
    is_apart = not is_told or (mine and not ELSE.search(told.text))
    return label if is_apart and not OF_THE_SAME.sub("", told.rest_of(one.before)) else None


def _under_another(told: Beside) -> Doubt | None:
    """A value whose thing is nowhere named, beside others whose things are."""
    known = _nouns(told.asked.demands)
    said = {label for label in told.values if any(noun in told.raw for noun in known.get(label, ()))}
    mates = {label for pair in told.pairs() for label in pair}
    for label in told.values.keys() - said - mates:
        if said and known.get(label) and not any(word in told.raw for word in _own(told.asked.demands, label)):
            return Doubt("which", ({key: value for key, value in told.values.items() if key != label},), label)
    return None


@lru_cache(maxsize=64)
def _nouns(demands: tuple[Demand, ...]) -> dict[str, tuple[str, ...]]:
    spoken = [(said, word) for said, word in words_of(demands).items() if word.kind == "noun"]
    labels = {part.label for demand in demands for part in demand.parts}
    return {label: tuple(said.strip(ALONE) for said, word in spoken if label in word.of) for label in labels}


@lru_cache(maxsize=512)
def _own(demands: tuple[Demand, ...], label: str) -> tuple[str, ...]:
    return tuple(s.strip(ALONE) for s, word in words_of(demands).items() if word.kind == "role" and word.of == {label})


def _no_part(told: Beside) -> Doubt | None:
    """委派总对总230件, 其中成功的120件: what was more on record is no part of it."""
    last = told.asked.last
    for one in told.figures:
        if not SOME.match(one.before) or (found := told.last_value(one.start)) is None or one.value == found.value:
            continue
        for some in told.labels(one):
            for every in told.labels(found):
                if some in last and every in last and last[some] > last[every]:
                    return Doubt("which", ({key: v for key, v in told.values.items() if key != some},), some)
    return None


def _of_the_part(told: Beside) -> Doubt | None:
    """鉴定53件在线, 11件线下: the first figure is one part, and not all. 民事1490件去年1560件: both are of some."""
    for last, one in zip([None, *told.figures], told.figures, strict=False):
        end = one.end + len(one.behind)
        said = one.behind if PAUSE.match(told.text, end) or end == len(told.text) else ""
        named = told.named(said) if not is_negative(said) else ()
        for some, every in told.pairs():
            is_part = some in named and every not in named and every in told.labels(one)
            if is_part and told.values[some] != told.values[every]:
                return Doubt("which", ({some: one.value},), some)
            if last and every in told.labels(last) and some in told.labels(one) and _is_done_otherwise(told, one, said):
                return Doubt("which", ({every: told.values[every]},), some)
        is_qualified = last and words.QUALIFIED.search(last.before) and not one.opens
        if is_qualified and any(is_earlier(label) for label in told.labels(one)):
            return Doubt("which", ({key: v for key, v in told.values.items() if not is_earlier(key)},))
    return None


def _is_done_otherwise(told: Beside, one: Figure, said: str) -> bool:
    """13件里10件立案了: nothing but what the whole is called as well is said of the part."""
    shares = [d for d in told.asked.demands if d.is_share and d.parts[0].label in told.labels(one)]
    bare = words.FILLER.sub("", said)
    return said.endswith("了") and len(bare) > 1 and not any(own_of(one.before + said, d) for d in shares)
