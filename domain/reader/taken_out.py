"""Some that are counted in and are to be taken out by whoever records them: 1602里有12件移送的，按口径要减掉.

And a figure that held others, with the one that is left: 履行的318是把5月底的也带进来了，当月的是301.
"""

import re
from fractions import Fraction

from domain.numbers import amount_of, level
from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = r"(?<![0-9.])[1-9][0-9]*(?:\.[0-9]+)?(?![0-9.%])"
FEW = rf"(?:{N}|[一二两三四五六七八九十])"
COUNT = "[件个名位人条份次]"
UNIT = f"(?:[万亿]元?|{COUNT}人?)?"
END = r"(?=$|[,;。!)\s])"
WITHIN = "的?(?:里[面头]?|当中|中)|[含带混]了?"
WHY = "(?:[^;。0-9]|[0-9]+[月日号年])"
TAKE = (
    r"(?<!不)(?:要|得|应|该|请|都|你们?|帮我?|麻烦)+(?:给)?(?:减|扣|剔|刨|去)(?:掉|除|去|来|出来?|开)?(?:吧|哈|才对)?"
)
OUT = rf"(?:{TAKE}|别算(?:进去|进来|上)?|不(?:能|该|应该?|可以)?(?:往里)?(?:算|计入?)(?P<what>[^,;。0-9]{{0,4}})){END}"
SOME_OUT = pattern_of(
    rf"(?P<all>{N})(?P<unit>{UNIT})(?P<within>{WITHIN})(?![没无])[^,;。0-9]{{0,16}}?(?P<n>{FEW})(?P<of>[万亿]元?|{COUNT}人?)(?P<why>{WHY}{{0,30}}?){OUT}\)?(?:[,;\s]+别重复(?:算)?)?"
)
# 有的庭说不算: nobody knows
OPEN = pattern_of("要是|如果|的话|不知|不晓得|该不该|能不能|要不要|会不会|有的|说不|[?吗]|可能|大概|也许|还在核|好像")
# 已经扣掉了, 也算进去了
IS_OUT = pattern_of("已经?[扣减剔刨去]|[扣减剔刨]过|也算|都算|超期|逾期")
INTO = pattern_of("^(?:进去|进来|在内|里[头面]?|数|我们的?|我院的?|本院的?)?的?$")
SAID_AGAIN = pattern_of(r"[,;。\s]*(?:不过|但是?|可是?)?[这那]?个?$")
# 在线保全162是把诉前的也加进来了，刨掉是147
WITH_OTHERS = pattern_of(
    rf"(?P<all>{N})(?P<unit>{UNIT})是(?:把|连|包括|包含|含)[^,;。]{{2,14}}[,;\s]+(?:[^,;。0-9]{{2,14}}[,;]\s?)?"
    rf"(?:[^,;。0-9]{{0,4}}(?:刨|去|减|扣|剔)[^,;。0-9]{{0,6}}|(?:[^,;。0-9]{{0,4}}(?:这个|本|当)|(?P<month>1[0-2]|[1-9]))月(?:当月|份)?的?|实际|应该)[^,;。0-9]{{0,4}}(?:是|:|为)(?P<left>{N}){UNIT}{END}"
)


def plainly(text: str, asked: Asked) -> str:
    """As it stands where nothing is told so."""
    said = level(text)
    plain = WITH_OTHERS.sub(lambda told: _left(told, asked), said)
    told = SOME_OUT.search(plain)
    plain = _less(plain, told) if told and not OPEN.search(said) else plain
    return text if plain == said else plain


def _left(told: "re.Match[str]", asked: Asked) -> str:
    is_of_now = not told["month"] or (asked.period is not None and int(told["month"]) == asked.period.start.month)
    whole, left = amount_of(told["all"]), amount_of(told["left"])
    is_less = whole is not None and left is not None and left < whole
    return f"{told['left']}{told['unit']}" if is_of_now and is_less else told.group()


def _less(text: str, told: "re.Match[str]") -> str:
    """Where the words behind 不算 are of the name that stands before the figure; 不算按时 is said of another one."""
    before = text[: told.start()]
    name = re.split("[,;。:0-9]", before)[-1]
    what = told["what"] or ""
    is_of_it = INTO.match(what) or set(what) <= set(name)
    whole, some = _amount(told["all"], told["unit"]), _amount(told["n"], told["of"])
    if not is_of_it or IS_OUT.search(told["why"]) or whole is None or some is None or some >= whole:
        return text
    is_money = told["unit"][:1] in ("万", "亿")
    if is_money != (told["of"][:1] in ("万", "亿")) and told["unit"]:
        return text
    left = _written(whole - some, "万元" if is_money else told["unit"])
    if re.search(rf"(?:我们?的|实际|剩|净|真正|就)[^,;。0-9]{{0,4}}{float(whole - some):.10g}(?![0-9.])", text):
        return text  # 139件里有8件不计，我们的是131件: told already
    again = list(re.finditer(rf"(?<![0-9.]){re.escape(told['all'])}(?![0-9.])", before))
    if again and SAID_AGAIN.search(before):
        first = again[-1]
        rest = SAID_AGAIN.sub("", before[first.end() :])
        return f"{before[: first.start()]}{left}{rest}{text[told.end() :]}"
    return f"{before}{left}{text[told.end() :]}"


def _amount(written: str, unit: str) -> Fraction | None:
    value = amount_of(written)
    return value * 10000 if value is not None and unit.startswith("亿") else value


def _written(value: Fraction, unit: str) -> str:
    return f"{float(value):.10g}{unit}"
