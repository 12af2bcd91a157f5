"""What is told by how much more or less it is: 较上年增加12人 where the increase is asked for, 比去年同月少63件."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.masking import CODE, Masked
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.years import ANY_YEAR, OF_YEAR, YEAR_OF_NAME

YEAR_BEFORE = r"(?:去年|上年|上一年)度?(?:年?[底末]|同期|同月|\x02+|这时候?|这个?时候)?(?:的|时)?(?:相比)?"
OF_THE_YEAR = ("change", "other-time")
LESS = "[减降]少|少|减"
MORE = "增加|增长|新增|增聘|新聘|增|多|新进"
INCREASE = pattern_of(
    rf"(?:(?:[比较与同]{YEAR_BEFORE}|同比|今年以?来?|本年度?|全年)\s*,?)?\s*(?:又|共|净|新|人数)*(?:{MORE})了?\s*$"
)
DIFFERENCE = pattern_of(
    rf"(?:[比较与同](?:(?P<two>前年)(?:同期|同月)?(?:相比)?|{YEAR_BEFORE})|同比)\s*,?\s*(?:又|共|净|还|要)*"
    rf"(?:(?P<less>{LESS})|{MORE})了?(?:收了?)?\s*$"
)


def increased(one: Placed, before: str, fitting: Sequence[Thing], last: Placed | None) -> Placed | None:
    """Of what is named right before, or in the same breath: 调解员342个, 今年新增46个."""
    match = INCREASE.search(before) if one.amount.sort == "number" else None
    increases = [thing for thing in fitting if thing.sort == "count" and "增加" in thing.name]
    if match is None or len(increases) != 1 or OF_YEAR.search(before[: match.start()]):
        return None  # 其中去年增加12人
    of = increases[0].name.partition("增加")[0]
    said = set(words.FILLER.sub("", short(before[: match.start()])))
    is_named = bool(said) and said <= set(increases[0].name)
    is_of_the_last = not said and last is not None and last.thing is not None and set(of) <= set(last.thing.name)
    return replace(one, thing=increases[0], rivals=(), context="") if is_named or is_of_the_last else None


def with_differences(values: Values, placed: Sequence[Placed], asked: Asked) -> Values:
    """Last year's figure by this year's and the difference between both."""
    if any(demand.kind == "growth" and demand.key in values for demand in asked.demands):
        return values  # what is said of it by itself is enough
    found = dict(values)
    for at, one in enumerate(placed):
        match = DIFFERENCE.search(one.before) if one.context in OF_THE_YEAR and one.amount.sort == "number" else None
        last = next((other for other in reversed(placed[:at]) if not other.context), None)
        if match is None or last is None or last.thing is None or last.thing.key not in values:
            continue
        if words.FILLER.sub("", short(one.before[: match.start()])).strip(CODE):
            continue
        year = "前年" if match["two"] else "上年"
        twin = twin_of(last.thing, year, asked)
        if twin is None or one.amount.about:
            continue
        value = values[last.thing.key] + (one.amount.value if match["less"] else -one.amount.value)
        if value < 0 or found.setdefault(twin, value) != value:
            raise Stop("same-twice", about=twin)
    return found


def same_in_both(placed: Sequence[Placed], masked: Masked, known: Sequence[Thing]) -> list[Placed]:
    """与上年同月持平, 均为1671件: one figure, said of this year and of last year."""
    one = placed[0] if len(placed) == 1 else None
    if one is None or one.amount.sort != "number" or one.amount.about or not EACH_IS.search(one.before):
        return list(placed)
    text = masked.text[: one.amount.start]
    growths = [demand for thing in known if thing.demand and (demand := thing.demand).kind == "growth"]
    if len(growths) != 1 or not WITH_LAST_YEAR.search(text) or re.search("环比|上个?月|前年", text):
        return list(placed)
    parts = growths[0].parts[:2]
    said = set(
        words.FILLER.sub("", short(SAME.sub("", EACH_IS.sub("", ANY_YEAR.sub("", masked.raw[: one.amount.start])))))
    )
    if said - set(parts[0].label + growths[0].name):
        return list(placed)
    things = [thing for part in parts for thing in known if thing.quantity == part]
    return [replace(one, thing=thing, rivals=(), context="") for thing in things]


EACH_IS = pattern_of(r"[均都同](?:为|是|有|收了?)?\s*$")
SAME = pattern_of("[完大]?[全体]?(?:持平|相同|一样|一致|相等|没变|不变)|[比较与和同跟相]|同比")
WITH_LAST_YEAR = pattern_of(
    r"[比较与和同跟、](?:去年|上年|\x03+)(?:同期|同月|同时|[\x02\x03])*[^,;。0-9]{0,6}"
    r"(?:持平|相同|一样|一致|相等|[,;]?\s*[均都同](?:为|是)?\s*$)|同比持平"
)


def twin_of(thing: Thing, year: str, asked: Asked) -> str | None:
    mine = YEAR_OF_NAME.sub("", thing.name)
    names = [part.label for part in asked.quantities if part.label != thing.key]
    return next((name for name in names if name.startswith(year) and YEAR_OF_NAME.sub("", name) == mine), None)
