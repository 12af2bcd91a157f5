"""What a figure counts whose name is not said again, or never: the share, the whole or the mean of what is named."""

from collections.abc import Sequence

from domain.kinds import Quantity
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.names import Thing, is_of, meant
from domain.reader.notation import Amount
from domain.reader.ownership import own_of
from domain.reader.placed import Placed
from domain.reader.trimming import short

SHARE_OF = pattern_of(r"^(?:占比?|占了|占到|比例|比重|比率|率)?$")
OUT_OF = pattern_of(
    r"(?P<part>[^,;。\n]*)占(?P<whole>[^,;。\n比占]+?)(?:总数|数量?)?的?(?:比例|比重|比)?[为是达到:约\s]*$"
)
HAN = pattern_of("[一-鿿]")
DONE = pattern_of("了|已|实际")
TOTAL = pattern_of(r"(?:总共|一共|总数|总的|总计|合计|共计|共|分母)[是为有]?\s*$")
MEAN = pattern_of(r"人均|件均|平均(?:每件)?|均")
WORK = pattern_of(
    "用时|耗时|时间|时长|天数|周期|审理|办理|办案|审限|合(?:并|在一起|一起)算?|放一起|每件|每案|下来|月|的"
)


def as_before(one: Placed, last: Placed, among: Sequence[Thing], spoken: str) -> Thing | None:
    """The name is not said again: of what only was, of a comparison, of a share beside its parts, of their days."""
    twin = next((t for t in among if last.thing and (t.name, t.sort) == (last.thing.name, last.thing.sort)), None)
    if twin and twin != last.thing and not spoken:  # 2021年…率75%, 2022年80%
        return twin
    if (
        last.thing in among
        and not spoken
        and (last.context or one.context or one.amount.sort == "share" or _is_bare_pair(one))
    ):
        return last.thing
    if last.thing is None or last.thing.quantity is None:
        return None
    is_share = one.amount.sort == "share" or (one.amount.sort == "number" and spoken.endswith("率"))
    if is_share and (SHARE_OF.match(spoken) or spoken.endswith("率")):
        of_it = [t for t in among if t.demand and t.demand.parts[:1] == (last.thing.quantity,)]
        return of_it[0] if len(of_it) == 1 else None
    on = [t for t in among if t.sort == "count" and t != last.thing and t.name.startswith(last.thing.name)]
    if len(on) != 1 or one.amount.sort != "number":
        return None
    return on[0] if set(words.FILLER.sub("", spoken)) <= set(on[0].name) else None  # 移送管辖1件 is no 一审已结


def _is_bare_pair(one: Placed) -> bool:
    return one.amount.sort == "pair" and not HAN.search(one.before)


def share_of(one: Placed, before: str, fitting: Sequence[Thing], last: Placed | None) -> Thing | None:
    """诉前调解成功案件占一审立案的32%: by its whole, and by its part where that is said."""
    is_bare = one.amount.sort == "number" and not one.amount.unit and one.amount.value.denominator != 1
    match = OUT_OF.search(before) if one.amount.sort == "share" or is_bare else None  # 占一审立案35.9
    if not match:
        return None
    shares = [thing for thing in fitting if thing.demand and len(thing.demand.parts) == 2]
    left = short(match["part"])
    if not left and last and last.thing and last.thing.quantity:
        left = last.thing.name
    shares = [thing for thing in shares if _is_part(match["whole"], thing, 1, shares)]
    if left:
        shares = [thing for thing in shares if _is_part(left, thing, 0, shares)]
    return shares[0] if len(shares) == 1 else None


def _is_part(said: str, thing: Thing, which: int, among: Sequence[Thing]) -> bool:
    parts: dict[Quantity, None] = dict.fromkeys(t.demand.parts[which] for t in among if t.demand)
    found = meant(said, [Thing(part.label, part.label, "count", part.unit) for part in parts])
    return isinstance(found, Thing) and thing.demand is not None and found.key == thing.demand.parts[which].label


def whole_of(one: Placed, last: Placed, among: Sequence[Thing]) -> Thing | None:
    """调解成功487, 总共931: the whole of the part before."""
    if one.amount.sort != "number" or last.thing is None or last.thing.quantity is None or last.context:
        return None
    if not TOTAL.search(one.before) or short(TOTAL.sub("", one.before)) or one.amount.value <= last.amount.value:
        return None
    demands = [demand for demand in last.thing.of if demand.is_share and demand.whole]
    wholes = {d.parts[1] for d in demands if len(d.parts) == 2 and d.parts[0] == last.thing.quantity}
    found = [thing for thing in among if thing.quantity in wholes]
    return found[0] if len(wholes) == 1 == len(found) else None


def part_of(one: Placed, last: Placed, among: Sequence[Thing]) -> Thing | None:
    """委托鉴定66件, 其中在线55件: of what may be meant the part of the whole before."""
    if "其中" not in one.before or last.thing is None or last.context:
        return None
    parts = {d.parts[0] for d in last.thing.of if d.is_share and d.whole and d.parts[1] == last.thing.quantity}
    found = [thing for thing in among if thing.quantity in parts]
    if len(found) != 1:
        return None
    shares = [demand for demand in found[0].of if demand.is_share and demand.parts[0] == found[0].quantity]
    said = short(one.before) or short(one.behind)
    return found[0] if not said or any(own_of(said, demand) for demand in shares) else None


def sibling_of(one: Placed, last: Placed, among: Sequence[Thing]) -> Thing | None:
    """可应用移动微法院的案件1580件, 已应用724件: of what may be meant what makes a share with the figure before."""
    if last.thing is None or last.context or "其中" in one.before:
        return None
    of = last.thing.of
    beside = {part for demand in of for part in demand.parts} - {last.thing.quantity}
    own = set("".join(part.label for part in beside)) - set(last.thing.name)
    if not DONE.search(one.before) and not own & set(short(one.before)):
        return None  # 应请示报告14件, 请示9件: nothing says that these were in time
    found = [thing for thing in among if thing.quantity in beside]
    return found[0] if len(found) == 1 else None


def mean_of(spoken: str, amount: Amount, fitting: Sequence[Thing]) -> Thing | None:
    """平均用时28天, 件均28天: the only mean in days; what else is said is part of its name."""
    said = MEAN.search(spoken)
    if amount.sort != "number" or not said or not amount.unit:
        return None
    means = [t for t in fitting if t.sort == "mean" and is_of(amount.unit, t)]
    by_head = said.group() == "人均"
    means = [t for t in means if ("人均" in t.name) == by_head]
    if len(means) != 1:
        return None
    rest = iter(means[0].name)
    others = WORK.sub("", MEAN.sub("", spoken))
    return means[0] if all(sign in rest for sign in others) else None
