"""Which demand a figure is said of, and which of its parts it is: by the demand's name and by signs of any trade."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from domain.measures import ONE, PERSONS
from domain.measures import WHOLE as WHOLE_UNITS
from domain.named_parts import OF_CHANGE, OF_FALL, PART_SAID, WHOLE_SAID, name_in, part_in
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.any_trade.told import AGAINST, CHANGED, DONE_ALL, REST, TOTAL, UP_TO, Told
from domain.reader.asked import Demand
from domain.reader.names import HUNDRED, MONEY, is_of
from domain.reader.of_its_name import DONE, END
from domain.reader.saying import count

Slot = Literal["part", "whole", "all", "share", "now", "then", "change", "open"]
Form = Literal["share", "mean", "fall", "growth", "figure", "other"]
WHOLE = pattern_of(
    r"应(?!用|急|对|为|是|改)|该|需要?|总|共|合计|全(?!部?(?:都|完|整|办|化|合))|收到?了?$|受理|接(?:件|到|了)|排查|发现|查出|上账|登记|在册|[基底]数|分母|涉及|现有|辖区|"
    r"纳入(?=.*范围)|抽[检查样]|检[了测]?$|核定|下发|监测|评定|回访"
)
PART = pattern_of(
    rf"{DONE}|其中|^(?:当|之)?[中里内](?!央|心|部|科)|已(?!有)|实(?!施)|[办做]完|改[完了]|满意|成功|到位|到达|优良|正常|有效|在用"
)
DUE = pattern_of(
    r"(?:范围|对象|名[单录]|台账|清单)[之以]?内?的$"
    r"|(?:应(?![为是改用急对])该?当?|需要?|该|计划|可)[一-鿿]{0,4}$"
)
HOW = pattern_of("线上|网上|在线|掌上|按[期时]|及时|限时|主动|当场")  # 线上35910, of 线上办电率
IN_ALL_DONE = pattern_of("(?:总|共|合计)[一-鿿]{0,4}了$")  # may be of either
MEASURE = pattern_of(ONE)
RATE = pattern_of("率|占比|比例|比重")
ALL_BEHIND = pattern_of(rf"(?:已经?|也|现)?(?:{words.ALL.pattern})")
OF_THEN = pattern_of(f"(?:{AGAINST.pattern})的?$")  # 比去年同期的19起少了6起
MUCH = 20
LACKING = pattern_of("没(?!有?问题|有?[落漏少拉差缺])|未|不|还|剩|其余|只有|除")
MEAN = pattern_of("均|平均|每[人户]")
PEOPLE = pattern_of("人|患者|员|民警|学生|幼儿|教师|职工|群众")
COMMON = frozenset("的率数量比例占度全市县区年")


@dataclass(frozen=True)
class Slotted:
    told: Told
    demand: Demand
    slot: Slot


@lru_cache(maxsize=256)
def form_of(demand: Demand) -> Form:
    called = {part_in(part.label) for part in demand.parts}
    if demand.kind == "growth" or OF_CHANGE[1] in called:
        return "growth"
    if OF_FALL[0] in called:
        return "fall"
    if demand.kind == "mean":
        return "mean"
    if len(demand.parts) == 1:
        return "figure"
    return "share" if demand.is_share and len(demand.parts) == 2 else "other"


@lru_cache(maxsize=256)
def stem_of(demand: Demand) -> str:
    """What its name says without 率: 工单按期办结."""
    label = demand.parts[0].label if demand.parts else demand.name
    return END.sub("", name_in(label) or demand.name)


def likeness(words: str, demand: Demand) -> int:
    """Pairs of signs that both have, and every sign of the name that the words end with."""
    stem = stem_of(demand)
    ends = any(len(part.unit) > 1 and words.endswith(part.unit) for part in demand.parts)  # 培训人次
    return ends + sum(
        words[at : at + 2] in stem for at in range(len(words) - 1) if not set(words[at : at + 2]) & COMMON
    )


def as_share(one: Told, demands: Sequence[Demand]) -> Told:
    """通达率99.7 is said in percent; so is what has decimals where only what comes in wholes is counted."""
    amount = one.amount
    shares = [demand for demand in demands if form_of(demand) in ("share", "fall", "growth")]
    if (
        amount.sort != "number"
        or amount.unit
        or amount.scaled
        or PART_SAID.search(one.said)
        or WHOLE_SAID.search(one.said)
        or not shares
        or MEASURE.match(one.behind)
        or not 1 < amount.value <= HUNDRED
    ):
        return one
    wholes = amount.value.denominator != 1 and len(shares) == len(demands)
    is_rate = RATE.search(one.said) and any(likeness(one.said, demand) or len(shares) == 1 for demand in shares)
    return (
        replace(one, amount=replace(amount, sort="share", value=amount.value / HUNDRED)) if wholes or is_rate else one
    )


def is_measured(one: Told) -> bool:
    unit = MEASURE.match(one.behind)
    return unit is not None and unit.group() not in WHOLE_UNITS


def fits(one: Told, demand: Demand, demands: Sequence[Demand]) -> bool:
    """By its unit; what nobody has told the unit of is counted in any."""
    amount = one.amount
    if amount.sort == "pair" and form_of(demand) not in ("share", "mean"):
        return False
    if amount.sort == "points":
        return False  # how much more or less
    if amount.sort == "share":
        return form_of(demand) not in ("figure", "mean")
    is_broken = form_of(demand) == "figure" and demand.target is not None and demand.target.denominator != 1
    if is_broken and not amount.scaled and amount.value > (demand.target or 0) * MUCH:
        return False  # 412 where 2.6 in a thousand are asked for
    is_money = amount.unit in MONEY and any(part.unit in MONEY for of in demands for part in of.parts)
    is_of_money = all(part.unit in MONEY for part in demand.parts)
    if amount.unit and amount.unit not in MONEY and is_of_money:
        return False  # 2438.2万人次 is no 旅游总收入
    is_open = form_of(demand) in ("fall", "growth") and not is_money
    if is_open or not all(part.unit for part in demand.parts):
        return True
    if not amount.unit:
        is_paid = any(part.unit in MONEY and not name_in(part.label) for of in demands for part in of.parts)
        is_guess = any(name_in(part.label) and not (is_paid and part.unit in MONEY) for part in demand.parts)
        return is_guess or not MEASURE.match(one.behind)  # 2.3亿美元
    if _is_of_a_guess(one, demand, demands):
        return True
    is_number = form_of(demand) == "mean" and amount.unit in WHOLE_UNITS and bool(name_in(demand.parts[1].label))
    return is_number or any(is_of(amount.unit, count(part)) for part in demand.parts)


def _is_of_a_guess(one: Told, demand: Demand, demands: Sequence[Demand]) -> bool:
    """完好3572具, where nothing else is counted in such: of a share nobody told in what its parts are counted."""
    unit, parts = one.amount.unit, demand.parts
    if form_of(demand) != "share" or not all(name_in(part.label) and part.unit not in MONEY for part in parts):
        return False
    is_told = any(is_of(unit, count(part)) for other in demands for part in other.parts if not name_in(part.label))
    is_said = likeness(one.said, demand) or _of_share(one.said, demand)
    return bool(is_said) and not is_told and unit in WHOLE_UNITS and not unit.endswith("次")


def _in_short(said: str, demand: Demand) -> int:
    """少亡 of 死亡人数, 放贷 of 发放创业担保贷款: how many signs it ends with stand in the name in their order."""
    name, found = stem_of(demand), 0
    at = len(name)
    for sign in reversed(said.rstrip("了的:")):
        at = name.rfind(sign, 0, at)
        if at < 0 or sign in COMMON:
            break
        found += 1
    return found


def topics(one: Told, demands: Sequence[Demand], current: Demand | None) -> list[Demand]:
    """The demands that its words may speak of, the likeliest alone where there is one."""
    fitting = [demand for demand in demands if fits(one, demand, demands)]
    found = fitting
    for said in (one.said[-4:], one.said, one.words):
        likely = {demand: likeness(said, demand) for demand in found}
        best = max(likely.values(), default=0)
        found = [demand for demand, score in likely.items() if score == best] if best else found
        if len(found) == 1 and best:
            return found
    paid = [demand for demand in found if any(part.unit in MONEY for part in demand.parts)]
    if one.amount.scaled and not one.amount.unit and paid and not MEASURE.match(one.behind):
        found = paid  # 发了785万, beside how many of them failed
    own = {demand: len(set(one.said) & set(stem_of(demand))) for demand in found if likeness(one.said, demand)}
    if not own and len(found) > 1:
        own = {demand: _in_short(one.said, demand) for demand in found}
    nearest = [demand for demand, signs in own.items() if signs and signs == max(own.values())]
    if current is not None and current in found and (len(nearest) != 1 or any(likeness(one.said, d) for d in found)):
        return [current]
    return nearest if len(nearest) == 1 else found  # 省里交办的 is 省交办, not 中央交办


def slot_of(one: Told, demand: Demand) -> Slot:
    form = form_of(demand)
    if one.amount.sort in ("share", "points"):
        return "share"
    if form == "figure":
        return "part"
    if form in ("fall", "growth"):
        is_change = CHANGED.search(one.said) and not UP_TO.search(one.said)
        return "then" if one.sort == "then" or OF_THEN.search(one.said) else "change" if is_change else "now"
    if form == "mean":
        return _of_mean(one, demand)
    if one.sort == "target":
        return "whole"  # 任务86个, 其中联合29个
    if REST.search(one.said) and DONE_ALL.search(one.behind):
        return "part"
    own = one.said if one.said == one.behind else f"{one.said} {one.behind}"
    if (words.ALL.search(own) or _is_all_behind(one.after, demand)) and not LACKING.search(own + one.after):
        return "all"
    return _of_share(one.said, demand) or _of_share(one.behind, demand) or "open"


def _is_all_behind(after: str, demand: Demand) -> bool:
    """工地86个, 在线监测都装上了: of the thing itself."""
    said = words.ALL.search(after)
    return bool(ALL_BEHIND.match(after)) or (said is not None and set(after[: said.start()]) <= set(demand.name))


def _of_mean(one: Told, demand: Demand) -> Slot:
    total, number = demand.parts[:2]
    unit, is_told = one.amount.unit, bool(TOTAL.search(one.said))
    is_number = one.said.endswith(("人数", "人次", "人口", f"{number.unit}数"))
    if unit in PERSONS or is_number or (unit and not is_of(unit, count(total))):
        return "whole"
    near = demand.target and demand.target / 3 <= one.amount.value <= demand.target * 3
    if (near or MEAN.search(one.said)) and not is_told:
        return "share"
    if is_told and not (PEOPLE.search(one.said) and not unit and "日" not in one.said):
        return "part"
    return "part" if unit and unit != number.unit else "open"


def _of_share(said: str, demand: Demand) -> Slot | None:
    """应检 is a whole, 检了 a part; so are 其中 and the verb of the rate."""
    stem = stem_of(demand)
    if not said or not stem:
        return None
    if PART_SAID.search(said) or WHOLE_SAID.search(said):
        return "part" if PART_SAID.search(said) else "whole"
    if DUE.search(said):
        return "whole"
    verb = next((stem[-n:] for n in range(min(6, len(stem)), 1, -1) if stem[-n:] in said), "")
    if verb and not demand.name.endswith(("占比", "比例", "比重")):
        return "part"
    if demand.name.endswith(("占比", "比例", "比重")):
        if stem[:4] in said or "其中" in said:
            return "part"
        return "whole" if WHOLE.search(said) else None
    bare, how = said.rstrip("了的"), HOW.match(stem)
    if (
        PART.search(said)
        or (how is not None and how.group() == bare)
        or any(f"{stem[-1]}{end}" in said for end in "好完了到上")
        or (len(bare) == 1 and bare in stem[-2:])
    ):
        return "part"
    return "whole" if WHOLE.search(said) and not IN_ALL_DONE.search(said) else None


def is_signed(one: Told) -> bool:
    """Whether its words say that it is a part or a whole."""
    return any(pattern.search(one.said) for pattern in (DUE, WHOLE, PART))
