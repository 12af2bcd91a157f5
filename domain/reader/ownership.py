"""Whether words speak of the part of a share, or of its whole, by the signs that only one of them has."""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Demand
from domain.reader.names import Thing
from domain.reader.sounds import as_written_in
from domain.reader.wording import usual

COMMON = frozenset("率数的比例件个人")
GENERAL = pattern_of("全院|我院|在册|全体|干警|人员|同志|事项|(?<![一-鿿])[民刑行立执审][案事政监]?庭")
DONE = pattern_of("对(?=过|了|好|[上一]|$)|参加|总[共计的]|过一遍|一遍|完毕|完了?|[过好到]|进去?|上(?![年月半])")


def own_of(said: str, demand: Demand) -> bool:
    """Words that the part has and its whole has not: 按时 or 接了, not 跨域立案申请."""
    part, whole = (usual(quantity.label) for quantity in demand.parts[:2])
    name = usual(demand.name)
    bare = words.ALL.sub(lambda match: "全覆盖" if match.group() == "全覆盖" else "", usual(said))
    own = set(part + name) - set(whole) - COMMON
    own |= (
        set(part) & set(whole.partition("应")[2].partition("的")[0]) - COMMON
    )  # whatever should be done: 应轮训, 轮训
    named = f"{part}|{name}"
    if MET.search(bare) and set(words.FILLER.sub("", MET.sub("", bare))) <= set(named) | set("了的"):
        return True
    if len(clean := words.FILLER.sub("", bare)) > 1 and set(clean) & own and _follows(clean, part):
        return True  # 执完 is 执行完毕
    if any(pair in named and set(pair) & own for pair in (bare[at : at + 2] for at in range(len(bare) - 1))):
        return True
    left = set(DONE.sub("", words.FILLER.sub("", bare)))
    return bool(left) and left <= set(named + whole) and bool(left & own)


def _follows(said: str, name: str) -> bool:
    rest = iter(name)
    return all(sign in rest for sign in said)


MET = pattern_of("达标|符合(?:条件|要求|标准|规定)|合规|过关")
MEETS = pattern_of(f"{MET.pattern}|够了?")


def sided(spoken: str, fitting: Sequence[Thing], last: Thing | None, *, done: bool) -> Thing | None:
    """应参训176, 实际参训171; 查520, 合格516; 收5结4: few signs, but of one of the two."""
    demands = dict.fromkeys(d for t in fitting for d in t.of if d.is_share and d.whole and len(d.parts) == 2)
    found: dict[Thing, list[Demand]] = {}
    if MEETS.search(spoken) and len(demands) == 1:
        return _who_meets(MEETS.sub("", spoken), fitting, next(iter(demands)))
    for demand in demands:
        part, whole = (next((t for t in fitting if t.quantity == q), None) for q in demand.parts)
        if part and whole and (side := _side(usual(spoken), part, whole, usual(demand.name), done=done)):
            found.setdefault(side, []).append(demand)
    if last and last.quantity and len(found) > 1:
        found = {t: of for t, of in found.items() if any(last.quantity in d.parts and last != t for d in of)}
    return next(iter(found)) if len(found) == 1 else None


def _who_meets(spoken: str, fitting: Sequence[Thing], demand: Demand) -> Thing | None:
    """学时达标28人, where nobody counts but who has as many of them."""
    names = "".join(part.label for part in demand.parts) + demand.name
    strange = set(words.FILLER.sub("", GENERAL.sub("", spoken))) - set(names)
    return None if strange else next((t for t in fitting if t.quantity == demand.parts[0]), None)


OTHER_FIGURES = frozenset(
    ("结案", "收案", "新收", "旧存", "审结", "执结", "撤诉", "结清", "未结", "存案", "立案", "新立")
)


def _side(spoken: str, part: Thing, whole: Thing, name: str, *, done: bool) -> Thing | None:
    part_name, whole_name = usual(part.name), usual(whole.name)
    if spoken.removesuffix("数") == "总" and "总数" not in whole_name:
        return None
    said = _signs(spoken)
    if not said <= set(part_name + whole_name + name):
        if spoken in OTHER_FIGURES:
            return None  # 结案 sounds like 解案, and is counted elsewhere
        said = _signs(as_written_in(spoken, f"{part_name}|{whole_name}"))
    if said <= {"了"} or not said <= set(part_name + whole_name + name) | REALLY:
        return None
    of_part = said & (set(part_name) - set(whole_name) | REALLY)
    of_whole = said & (set(whole_name) - set(part_name))
    if of_part and not of_whole:
        return part
    if of_whole and not of_part:
        return whole
    if not of_part and not of_whole and part_name.startswith("实际") and whole_name.startswith("应"):
        return part  # 到位350万
    if done and not of_part and not of_whole and "应" in whole_name:
        return part  # 应轮训176, 轮了171
    return whole if not of_part and not of_whole and set(whole_name) <= set(part_name) else None


REALLY = frozenset("实际了")


def _signs(spoken: str) -> set[str]:
    really = set(spoken) & REALLY
    return set(DONE.sub("", words.FILLER.sub("", GENERAL.sub("", spoken)))) - COMMON | really
