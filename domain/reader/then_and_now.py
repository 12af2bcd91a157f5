"""What is told of another time before what is told of the own one, or in comparison with it: 7月是92.9%。8月办结29.

Looked at only where the whole was not understood.
"""

import re
from itertools import combinations

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.masking import is_asked
from domain.reader.mentions import is_month_before
from domain.reader.uncounted import PERIOD
from domain.reader.vocabulary import is_earlier

CLAUSE = pattern_of(r"([,，;；。\n]+)")
NOW = pattern_of(r"这次|[本这当]个?月|本期|今年(?!累计|以来)|现在")
THEN = pattern_of(r"上上?个?月|上期|上季度|上次")
LAST_MONTH = pattern_of("(?<!上)上个?月")
YEAR = pattern_of(r"去年|上年|往年|前年")
FIGURE = r"[0-9一二两三四五六七八九十百千]+(?:\.[0-9]+)?(?:个?百分点|个?点|[%％]|[件个人名天通位]|万元?)?"
COMPARED = pattern_of(
    rf"[,，;；。(（\s]*(?:[比较跟和与同](?P<then>[^,，;；。]{{1,8}}?)(?:相比|比|的|时)?|环比|同比)[,，]?(?:又|还|都|略|稍)?(?:微)?(?:增加|减少|上升|下降|提高|提升|增长|降低|回落|[高低多少增减升降涨跌])了?(?:{FIGURE})[)）]?(?![0-9.])"
)
NUMBER = pattern_of("(?<![0-9.])[0-9]+(?![0-9.%年月日])")
DIFFERENCE = pattern_of(
    r"[,，;；。(（\s]+(?:同比|[比较跟和与同](?:去年|上年)(?:同期|同月)?(?:相比|比)?)[,，]?[^,，;；。0-9]{0,3}(?:减少|增加|下降|上升|[少多增减降升])[^,，;；。0-9]{0,2}"
    r"(?P<n>[0-9]+)[件个人名]?[)）]?(?=$|[,，;；。!！\s])"
)


def without_comparison(text: str, asked: Asked) -> str:
    """应用率比5月高了0.4个百分点，6月是73.6%: where no growth is asked for, or both figures are told as well."""
    if _counts_years(asked):
        return DIFFERENCE.sub(lambda match: "" if _comes_out(match, text) else match[0], text)
    if any("增" in part.label for part in asked.quantities):
        return text
    return COMPARED.sub(lambda match: "" if _is_then(match["then"] or "上期", asked) else match[0], text)


def without_then(text: str, asked: Asked) -> str:
    """上月 may be the month that is asked about, told in the month after it."""
    if LAST_MONTH.search(text) and is_month_before(asked):
        return text
    parts = CLAUSE.split(text)
    first = next((n for n, clause in enumerate(parts[::2]) if _is_then(clause, asked) or _is_now(clause, asked)), 0)
    own = next((n for n, clause in enumerate(parts[::2]) if _is_now(clause, asked)), 0)
    if not own or first or (_counts_years(asked) and YEAR.search(parts[0])) or not _is_then(parts[0], asked):
        return text
    return "".join(parts[2 * own :])


def _comes_out(match: re.Match[str], text: str) -> bool:
    """今年1726件，去年1771件，同比少收45件."""
    told = [int(one) for one in NUMBER.findall(text.replace(match[0], ""))]
    return any(abs(one - other) == int(match["n"]) for one, other in combinations(told, 2))


def _counts_years(asked: Asked) -> bool:
    return any(is_earlier(part.label) or part.label.startswith("20") for part in asked.quantities)


def _is_now(clause: str, asked: Asked) -> bool:
    """Of the period that is asked about, by its name, and of no other one."""
    is_own = NOW.search(clause) or any(is_asked(match, asked.period) for match in PERIOD.finditer(clause))
    return bool(is_own) and not _is_then(clause, asked)


def _is_then(clause: str, asked: Asked) -> bool:
    is_other = any(not is_asked(match, asked.period) for match in PERIOD.finditer(clause))
    return is_other or bool(THEN.search(clause) or YEAR.search(clause))
