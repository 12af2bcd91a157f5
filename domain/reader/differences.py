"""What is told by how much more or less it is: 较上年增加12人 where the increase is asked for, 比去年同月少63件."""

from collections.abc import Sequence
from dataclasses import replace

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.masking import CODE
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.saying import Values
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.years import OF_YEAR, YEAR_OF_NAME

YEAR_BEFORE = r"(?:去年|上年|上一年)度?(?:年?[底末]|同期|同月|这时候?|这个?时候)?(?:的|时)?(?:相比)?"
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
        twin = _twin(last.thing, year, asked)
        if twin is None or one.amount.about:
            continue
        value = values[last.thing.key] + (one.amount.value if match["less"] else -one.amount.value)
        if value < 0 or found.setdefault(twin, value) != value:
            raise Stop("same-twice", about=twin)
    return found


def _twin(thing: Thing, year: str, asked: Asked) -> str | None:
    mine = YEAR_OF_NAME.sub("", thing.name)
    names = [part.label for part in asked.quantities if part.label != thing.key]
    return next((name for name in names if name.startswith(year) and YEAR_OF_NAME.sub("", name) == mine), None)
