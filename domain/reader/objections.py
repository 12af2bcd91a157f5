"""What stands beside figures that were read for certain and cannot be so: 成功率过55%了, where they make 54%."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from domain.figures import value as value_of
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.amounts import find, vague
from domain.reader.asked import Asked
from domain.reader.figure_words import words_in
from domain.reader.notation import Amount
from domain.reader.years import YEAR_OF_NAME

CLAUSE = pattern_of(r"[^,;。!\n]+")
OVER = pattern_of(r"(?<![没未不])(?<!没有)(?:超过|突破|破|高于|大于|过|超)了?\s*$")
SINGLE = pattern_of("最[低少差](?![了要需])|只有|才|仅")
# 都满90了, 就老张差3学时
BUT_ONE = pattern_of(
    "[差缺少][0-9一二两三四五六七八九十]{1,3}个?[学课]时|(?:就|只有?|除了?)[^,;。0-9]{0,6}(?:差|缺|没满|不够|没够|没达标)"
)
LINE = pattern_of("(?<=满)[0-9]+")
TARGET = pattern_of("目标|要求|任务|考核|标准|全市|全国|去年|上年|上月|[?吗要应]")
HOURS = ("学时", "课时", "")
ROUND = pattern_of(r"[0-9一二三四五六七八九十百千][来余多](?=[件个人名位通])|左右|大约|大概")
COMPARED = pattern_of("[比较跟]|同期|[增减升降]")
OVER_ANY = pattern_of(r"(?:[过超破]|[高大]于)了?\s*(?:[0-9.]+%|百分之)")
# 全院收案3105件，含执行和二审，一审的没单列: more than is asked for
NOT_APART = pattern_of("(?:没有?|未)(?:能|再|作)?(?:单列|单独|分开|区分|拆开|拆分|分列)")


LEVEL = pattern_of("(?:同比|去年|上年|同期)[^,;。0-9]{0,6}(?:持平|一样|相同|没变|不变)")
LEVEL_WITHIN = Fraction(1, 100)


def objection(text: str, values: Mapping[str, Fraction], asked: Asked) -> str:
    """A share that is said to be passed and is not; one below the line, where all are said to be above it; 十来件; what
    was not told apart."""
    text = level(text)
    if NOT_APART.search(text):
        return "about"
    if LEVEL.search(text) and _has_moved(values):
        return "parts-and-sum"
    is_vague = bool(values) and bool(vague(text) or ROUND.search(text))
    if not is_vague and not OVER_ANY.search(text) and not SINGLE.search(text) and not BUT_ONE.search(text):
        return ""
    if is_vague and not any(map(str.isdigit, text)) and all(key[0] == "#" for key in values):
        return "about"  # 十来件吧，都按时反馈了
    said = [match.group() for match in CLAUSE.finditer(text) if not TARGET.search(match.group())]
    if is_vague and any(_is_vague(clause, values, asked) for clause in said):
        return "about"
    shares = list(_shares(values, asked))
    return "parts-and-sum" if shares and any(_is_against(one, find(one), shares, asked) for one in said) else ""


def _has_moved(values: Mapping[str, Fraction]) -> bool:
    """同比持平, beside figures of two years that are far apart."""
    twins = (
        (then, values[YEAR_OF_NAME.sub("", key)]) for key, then in values.items() if YEAR_OF_NAME.sub("", key) in values
    )
    return any(then and abs(now / then - 1) > LEVEL_WITHIN for then, now in twins)


def _is_vague(clause: str, values: Mapping[str, Fraction], asked: Asked) -> bool:
    """化解了十来件, beside exact figures of others."""
    if not (vague(clause) or ROUND.search(clause)) or COMPARED.search(clause):
        return False
    roles = [word.of for word in words_in(clause, asked.demands)[0] if word.kind == "role"]
    return bool(roles) and not any(of & values.keys() for of in roles)


def _is_against(clause: str, found: Sequence[object], shares: Sequence[Fraction], asked: Asked) -> bool:
    told = [one for one in found if isinstance(one, Amount)]
    over = [one.value for one in told if one.sort == "share" and OVER.search(clause[: one.start])]
    if any(all(share < bound for share in shares) for bound in over):
        return True
    lines = (LINE.search(quantity.label) for quantity in asked.quantities)
    line = max((int(match.group()) for match in lines if match), default=0)
    if 1 in shares and line and BUT_ONE.search(clause):
        return True
    below = any(one.unit in HOURS and one.sort == "number" and one.value < line for one in told)
    return below and bool(SINGLE.search(clause)) and 1 in shares


def _shares(values: Mapping[str, Fraction], asked: Asked) -> Iterator[Fraction]:
    for demand in asked.demands:
        if demand.is_share and demand.kind != "growth":
            parts = [values[part.label] for part in demand.parts[:2] if part.label in values]
            made = value_of("rate", parts) if len(parts) == 2 else values.get(demand.key)
            if made is not None:
                yield made
