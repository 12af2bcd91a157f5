"""How far a figure is from one that is told with it: 比去年5月的1720少收38件; 跟去年同期打平，都是18; 从27变26."""

import re

from domain.kinds import Quantity
from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.figures_counted import named
from domain.reader.vocabulary import is_earlier

N = "(?<![0-9.])[1-9][0-9]*(?![0-9.%])"
FEW = f"(?:{N}|[一二两三四五六七八九十]{{1,3}})"
UNIT = "(?:人次|[件个名位人条份次])?"
START, END = r"(?:^|(?<=[,;。!:\s]))", r"(?=$|[,;。!\s])"
YEAR_AGO = "(?P<then>去年|上年|前年|(?:20)?[0-9]{2}年)[^,;。0-9]{0,4}(?:[0-9]{1,2}月份?)?"
FAR = (
    r"(?:还|又|要|正好)*(?:(?P<less>少|减|降|低)|多|增|涨|高)"
    rf"[^,;。0-9一二两三四五六七八九十几好数]{{0,3}}(?P<k>{FEW}){UNIT}{END}"
)
AGO = pattern_of(rf"{START}(?P<what>[^,;。0-9比]{{0,10}}?)的?比{YEAR_AGO}的?(?P<n>{N})(?P<unit>{UNIT}){FAR}")
# 完毕比去年3月多37件，去年3月388件
AGO_BEHIND = pattern_of(
    rf"{START}(?P<what>[^,;。0-9比]{{0,10}}?)的?比{YEAR_AGO}(?:还|又|要)*(?:(?P<less>少|减|降|低)|多|增|涨|高)[收了出]*(?P<k>{FEW})(?P<unit>{UNIT})[,;。\s]+(?P=then)[^,;。0-9]{{0,4}}(?:[0-9]{{1,2}}月份?)?(?:是|有|为|收了?)*(?P<n>{N}){UNIT}{END}"
)
MONTH_AGO = pattern_of(rf"{START}(?P<what>[^,;。0-9比]{{2,10}}?)的?比上个?月份?的?(?P<n>{N})(?P<unit>{UNIT}){FAR}")
EVEN = pattern_of(
    rf"{START}(?P<what>[^,;。0-9]{{2,10}}?)[跟和与同](?P<then>去年|上年)(?:同[期月])?(?:打平|持平|一样|相同)[,;\s]+(?:都|均)是(?P<n>{N}){UNIT}{END}"
)
# 去年下半年9件，这半年少了两件
THAN_BEFORE = pattern_of(
    rf"^(?:去年[上下]?半?年?|上半年|上个?月|上年)(?:是|有)?(?P<n>{N})(?P<unit>{UNIT})[,;\s]+(?:[这今本]个?(?:半?年|月)|下半年){FAR}"
)
CHANGED = pattern_of(
    rf"[从由]{N}{UNIT}(?:变|调|改|增|减|升|降|涨|扩|加|少|整)+(?:为|成|到|至|了)*(?P<now>{N})(?P<unit>{UNIT}){END}"
)
BOTH = pattern_of(rf"(?P<a>[^,;。0-9和]{{2,8}})[和、](?P<b>[^,;。0-9和]{{2,8}}?)都(?:是|为)?(?P<n>{N}){UNIT}{END}")
# 前年5月更少才1644
STILL_LESS = pattern_of(r"(?<=[年月期])(?:更|还要?|也)(?:少|多|低|高)[,\s]*(?:才|只|有)*(?=[0-9])")
MONTHS = pattern_of("(?<![0-9])(1[0-2]|[1-9])月")
REASON = pattern_of("^(?:所以|因此|故)")


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = AGO.sub(lambda told: _of_years(told, asked), STILL_LESS.sub("", said))
    plain = AGO_BEHIND.sub(lambda told: _of_years(told, asked), plain)
    plain = EVEN.sub(lambda told: _of_years(told, asked), plain)
    plain = MONTH_AGO.sub(lambda told: _now(told, told["what"]), plain)
    if len({one.unit for one in asked.quantities}) == 1 and not any(is_earlier(one.label) for one in asked.quantities):
        plain = THAN_BEFORE.sub(_now, plain)
    if (now := CHANGED.sub(r"\g<now>\g<unit>", plain)) != plain:
        plain = BOTH.sub(lambda told: _both(told, asked), now)
    return text if plain == said else plain


def _apart(told: "re.Match[str]") -> int:
    """Below nothing where it cannot be: 比去年的3少5."""
    n, k = int(told["n"]), value_of(told["k"]) or 0
    return n - k if told["less"] else n + k


def _now(told: "re.Match[str]", what: str = "") -> str:
    return f"{what}{_apart(told)}{told['unit']}" if _apart(told) >= 0 else told.group()


def _of_years(told: "re.Match[str]", asked: Asked) -> str:
    """Of this year and of the year before, where both are asked for."""
    of, then = _current(told["what"], asked), told["then"]
    if then[0].isdigit():
        years = asked.period.start.year % 100 - int(then[-3:-1]) if asked.period else 0
        then = {1: "上年", 2: "前年"}.get(years, "")
    if not then or _is_of_another_month(told.group(), asked):
        return told.group()
    year = "前年" if then == "前年" else "上年"
    twins = [one for one in asked.quantities if of and one.label.startswith(year) and one.label.endswith(of.label)]
    now = _apart(told) if "k" in told.groupdict() else int(told["n"])
    if of is not None and not twins and now >= 0 and "k" in told.groupdict():
        return f"{of.label}{now}{told['unit']}"
    if of is None or len(twins) != 1 or now < 0:
        return told.group()
    return f"{of.label}{now},{twins[0].label}{told['n']}"


def _is_of_another_month(said: str, asked: Asked) -> bool:
    month = asked.period.start.month if asked.period and asked.period.every == "month" else 0
    return any(month and int(one) != month for one in MONTHS.findall(said))


def _current(said: str, asked: Asked) -> Quantity | None:
    now = [one for one in asked.quantities if not is_earlier(one.label)]
    return (now[0] if len(now) == 1 else None) if not said else named(said.removesuffix("的"), asked)


def _both(told: "re.Match[str]", asked: Asked) -> str:
    one, other = named(REASON.sub("", told["a"]), asked), named(told["b"], asked)
    if one is None or other is None or one == other:
        return told.group()
    return f"{one.label}{told['n']},{other.label}{told['n']}"
