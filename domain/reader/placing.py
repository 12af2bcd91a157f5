"""Each figure of a text with the thing that it counts: named before it, behind it, or as the figure before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.numbers import CHINESE
from domain.reader import words
from domain.reader.amounts import MOST, Odd, find
from domain.reader.asked import Asked
from domain.reader.masking import CODE, NAME, OTHER, Masked, Named
from domain.reader.names import HUNDRED, Thing, is_of, meant, narrowed
from domain.reader.notation import Amount
from domain.reader.stop import Stop


@dataclass(frozen=True)
class Placed:
    """A figure with the words around it, up to the next figure or the end of its clause.

    `context` says what it is where it is only mentioned: target, other-time, change, was, scope.
    """

    amount: Amount
    before: str
    behind: str
    thing: Thing | None = None
    rivals: tuple[Thing, ...] = ()
    context: str = ""
    in_short: bool = False


@dataclass(frozen=True)
class Around:
    """Where the words of a figure begin in its clause, where the figure before ends, where its clause ends."""

    left: int
    floor: int
    ceiling: int
    joined: bool  # the next figure comes before its clause ends


def place(masked: Masked, known: Sequence[Thing], asked: Asked) -> list[Placed]:
    """A name belongs to one figure, except where it goes without saying: 成功率上月51.2%, 本月52.3%."""
    found = find(masked.text)
    if len(found) > MOST:
        raise Stop("how-many-figures")
    if any(isinstance(one, Odd) for one in found):
        raise Stop("not-understood")
    amounts = [one for one in found if isinstance(one, Amount)]
    if table := _table(masked, amounts, known):
        return table
    placed: list[Placed] = []
    free = list(masked.names)
    breaks = [match.span() for match in words.BREAK.finditer(masked.text)]
    for i, amount in enumerate(amounts):
        around = _around(masked.text, amounts, i, breaks)
        before, behind = masked.text[around.left : amount.start], masked.text[amount.end : around.ceiling]
        fitting = [thing for thing in known if fits(amount, thing, masked.raw[around.left : around.ceiling])]
        context = _context(masked, around, amount, asked, first=not placed)
        one = Placed(amount, before, behind, context=context)
        placed.append(_with_thing(one, masked, around, free, fitting, placed[-1] if placed else None))
    return _resolved(placed)


def _around(text: str, amounts: list[Amount], i: int, breaks: list[tuple[int, int]]) -> Around:
    amount = amounts[i]
    left = max((end for _, end in breaks if end <= amount.start), default=0)
    right = min((start for start, _ in breaks if start >= amount.end), default=len(text))
    floor = amounts[i - 1].end if i else 0
    following = amounts[i + 1].start if i + 1 < len(amounts) else len(text)
    ceiling = min(right, following)
    joined = ceiling == following < len(text)
    return Around(max(left, floor, amount.start - REACH), floor, min(ceiling, amount.end + REACH), joined)


def _table(masked: Masked, amounts: list[Amount], known: Sequence[Thing]) -> list[Placed]:
    """A row of names above a row of as many figures."""
    names = masked.names
    if not 1 < len(names) == len(amounts) or names[-1].end > amounts[0].start:
        return []
    between = masked.text[names[0].start : names[-1].end]
    if "\n" not in masked.text[names[-1].end : amounts[0].start] or re.search("[^\x01\\s|,、]", between):
        return []
    pairs = list(zip(names, amounts, strict=True))
    if not all(fits(amount, name.thing, "") for name, amount in pairs):
        return []
    return [Placed(amount, "", "", name.thing) for name, amount in pairs]


def fits(amount: Amount, thing: Thing, around: str) -> bool:
    """A share is said of a share; a number of whatever is counted in its unit; a mean is called one."""
    if amount.sort in ("share", "points"):
        return thing.sort == "share"
    if amount.sort == "pair":
        return thing.sort == "share" and thing.demand is not None and len(thing.demand.parts) == 2
    if thing.sort == "share":
        return not amount.unit
    return is_of(amount.unit, thing) and (thing.sort == "count" or bool(MEAN.search(around)))


MEAN = re.compile("均|时长|期限|审限")
HEAD = re.compile(
    rf"^(?:[\s,;、:(（)）{CODE}【】\]\[]|[您你]们?好|大家好|领导|老师|主任|更正(?:一下|如下)?|订正|我(?:们"
    rf"|这边|庭|院|局)?的?|咱们?|这边|本[庭局院]|其中|另外?|还有|同时|然后|那个|以及|和|而|的|报一?下?|报送"
    rf"|数据|先"
    r"|[本这当]个?[月年]度?的?|今年|本期|截至目前|目前|现在|现|已|共|计|[0-9]+[.、)]|就是|呃|嗯|啊|哎呀"
    r"|打错了|写错了|应为|应该是|应是)+"
)
TAIL = re.compile(
    r"(?:[\s:=(（为是达有到了共计约占仅才只近超过余的在应至那块没]|改成|改为|应改为|成为|达到|数量?|总共"
    r"|合计|一共|分别|上升|下降|提高|升|降低?|增长|减少|目标|指标|要求"
    r"|上上?个?[月年]|去年|同期|[本这当]个?[月年]|比上个?[月年]|实际|完成|应该|更准确说)+$"
)


def short(around: str) -> str:
    """The words of a name, without those that mean nothing."""
    return re.sub(rf"[{CODE}{NAME}{OTHER}\s]", "", HEAD.sub("", TAIL.sub("", around.strip())))


def _with_thing(
    one: Placed, masked: Masked, at: Around, free: list[Named], fitting: list[Thing], last: Placed | None
) -> Placed:
    """In full before the figure, in full behind it, in short before it, in short behind it, or as the one before."""
    amount = one.amount
    if one.amount.sort == "pair" and (pair := _pair(one, masked, at, free, fitting)):
        return pair
    if earlier := _earlier(one, masked, at, fitting, last):
        return earlier
    mine = [n for n in free if at.left <= n.start < amount.start]
    if not mine and not at.joined:
        mine = [n for n in free if amount.end <= n.start < at.ceiling][:1]
    mine = mine or [n for n in free if at.floor <= n.start < amount.start]
    if mine:
        free.remove(mine[-1])
        thing = mine[-1].thing
        return _own(one, thing) if thing in fitting else replace(one, rivals=(thing,))
    spoken = short(one.before)
    chosen = _meant(spoken, amount, fitting)
    if not chosen and (not spoken or EMPTY.fullmatch(spoken)) and not at.joined:
        chosen = _meant(short(one.behind), amount, fitting)
    if not chosen and not spoken and at.floor < at.left:  # 先报个成功率, 52.3%
        clause = re.split(words.BREAK, masked.text[at.floor : at.left].rstrip(" ,;。:\n"))[-1]
        chosen = _meant(short(clause), amount, fitting)
    if isinstance(chosen, Thing):
        return replace(_own(one, chosen), in_short=True)
    if last and (same := _as_before(one, last, chosen or fitting, spoken)):
        return same
    return replace(one, rivals=tuple(chosen))


def _meant(spoken: str, amount: Amount, fitting: list[Thing]) -> Thing | list[Thing]:
    if not spoken:
        return []
    bare = amount.sort == "number" and not amount.unit
    return meant(spoken, narrowed(spoken, amount.value, fitting) if bare else fitting)


EMPTY = re.compile("[了有共]*")
SHARE_OF = re.compile(r"^(?:占比?|占了|占到|比例|比重|比率|率)?$")


def _as_before(one: Placed, last: Placed, among: list[Thing], spoken: str) -> Placed | None:
    """The name is not said again: of what only was, of a comparison, of a share beside its parts, of their days."""
    if last.thing in among and not spoken and (last.context or one.context or one.amount.sort in ("share", "pair")):
        return replace(one, thing=last.thing)
    if last.thing is None or last.thing.quantity is None:
        return None
    if one.amount.sort == "share" and SHARE_OF.match(spoken):
        of_it = [t for t in among if t.demand and t.demand.parts[:1] == (last.thing.quantity,)]
        return replace(one, thing=of_it[0]) if len(of_it) == 1 else None
    on = [t for t in among if t.sort == "count" and t != last.thing and t.name.startswith(last.thing.name)]
    return replace(one, thing=on[0]) if len(on) == 1 and one.amount.sort == "number" else None


def _pair(one: Placed, masked: Masked, at: Around, free: list[Named], fitting: list[Thing]) -> Placed | None:
    """诉前调解案件1000件中成功487件, 12件申请中11件按时反馈: part and whole, each by its own words."""
    amount = one.amount
    if not amount.between:
        return None
    gap = masked.raw[amount.end - len(amount.between) : amount.end]
    of_whole, _, of_part = GAP.sub(lambda m: "|" if WITHIN.search(m.group()) else "", gap).partition("|")
    whole_words = short(masked.raw[at.left : amount.start]) + short(of_whole)
    part_words = short(of_part) + short(masked.raw[amount.end : at.ceiling])
    for name in [n for n in free if at.left <= n.start < at.ceiling]:
        free.remove(name)
    wholes = [t for t in fitting if t.demand and t.demand.whole]
    of_them = [t for t in wholes if _says(whole_words, t, 1, wholes) and _says(part_words, t, 0, wholes)]
    if len(of_them) == 1:
        return replace(one, thing=of_them[0])
    return replace(one, rivals=tuple(of_them))


GAP = re.compile(rf"[0-9{CHINESE}件个人中里其有,项通名位]+")
WITHIN = re.compile("[中里其]")


def _says(said: str, thing: Thing, which: int, among: Sequence[Thing]) -> bool:
    """The words name this part of the share rather than that of another one, or they name nothing at all."""
    if not words.FILLER.sub("", said):
        return True
    parts = dict.fromkeys(t.demand.parts[which] for t in among if t.demand)
    found = meant(said, [Thing(part.label, part.label, "count", part.unit) for part in parts])
    assert thing.demand is not None
    mine = thing.demand.parts[which].label
    return mine in ([found.key] if isinstance(found, Thing) else [one.key for one in found])


def _own(one: Placed, thing: Thing) -> Placed:
    """上年同月一审收案 is asked for: its year is part of its name."""
    mine = one.context == "other-time" and re.search("上年|去年|前年|同期", thing.name)
    return replace(one, thing=thing, context="" if mine else one.context)


YEARS = (("前年", "前年"), ("去年|上年", "上年"), ("同期|同月", "上年"))


def _earlier(one: Placed, masked: Masked, at: Around, fitting: list[Thing], last: Placed | None) -> Placed | None:
    """去年同月1620, 2025年10月1620, where last year's is asked for as well."""
    raw = masked.raw[at.left : one.amount.start]
    name = next((name for said, name in YEARS if re.search(said, one.before)), None) or _year_of(raw, one, masked)
    of_year = [thing for thing in fitting if name and name in thing.name and thing.sort == "count"]
    if not of_year:
        return None
    spoken = short(ANY_YEAR.sub("", raw))
    if spoken:
        chosen = meant(f"{name}{spoken}", of_year)
        return replace(one, thing=chosen, context="") if isinstance(chosen, Thing) else None
    if last and last.thing:
        of_year = [t for t in of_year if t.name.endswith(last.thing.name)]
    return replace(one, thing=of_year[0], context="") if len(of_year) == 1 else None


ANY_YEAR = re.compile("20[0-9]{2}年|去年|上年|前年|同期|同月|[0-9一二三四五六七八九十]{1,2}月份?|的")


def _year_of(raw: str, one: Placed, masked: Masked) -> str | None:
    """2025年 in a report of 2026 is the year before, where both are of the same month."""
    years = [int(year) for year in re.findall("(20[0-9]{2})年", raw)]
    if not years or OTHER not in one.before or masked.year is None:
        return None
    return {1: "上年", 2: "前年"}.get(masked.year - years[-1])


def _resolved(placed: list[Placed]) -> list[Placed]:
    """到位金额 and 应执行到位金额: what is named for certain elsewhere is not meant here; counts stand among counts."""
    certain = [one.thing for one in placed if one.thing and not one.context]
    told = {thing.key for thing in certain}
    sorts = {thing.sort for thing in certain}
    resolved = []
    for one in placed:
        others = {thing.sort for thing in certain if thing is not one.thing}
        bare = one.amount.sort == "number" and not one.amount.unit and one.amount.value <= HUNDRED
        if one.thing and one.thing.sort == "count" and one.in_short and bare and others == {"share"}:
            resolved.append(replace(one, thing=None, rivals=(one.thing,)))  # 鉴定率83.3, 保全57: its share, or so many?
            continue
        left = [thing for thing in one.rivals if thing.key not in told]
        if len(sorts) == 1 and len(left) > 1:
            left = [thing for thing in left if thing.sort in sorts] or left
        only = left[0] if len(left) == 1 < len(one.rivals) and not one.thing else None
        resolved.append(replace(one, thing=only, rivals=()) if only else one)
    return resolved


def _context(masked: Masked, at: Around, amount: Amount, asked: Asked, *, first: bool) -> str:
    """What a figure is that is only mentioned beside another one."""
    before, behind = masked.text[at.left : amount.start], masked.text[amount.end : at.ceiling]
    if words.WAS.search(before) or words.WAS_BEHIND.match(masked.text[amount.end : amount.end + FAR]):
        return "was"
    if words.TARGET.search(before) or words.TARGET_BEHIND.match(behind) or _is_target(amount, asked):
        return "target"
    if _of_other_time(masked.text, before, asked, first=first):
        return "other-time"
    if words.SCOPE.search(before):
        return "scope"
    if amount.sort == "points" or words.CHANGE.search(before.rstrip()):
        return "change"
    return ""


REACH = 60  # signs of the words around a figure
FAR = 8  # signs behind a figure in which it is taken back


def _is_target(amount: Amount, asked: Asked) -> bool:
    """90学时, where it is asked how many have them."""
    return any(d.kind == "all" and amount.unit == d.unit and amount.value == d.target for d in asked.demands if d.unit)


def _of_other_time(text: str, before: str, asked: Asked, *, first: bool) -> bool:
    """Another period than is asked for; 上月 at the head of what is said in the month after is this one."""
    if OTHER in before:
        return True
    match = words.OTHER_TIME.search(before)
    if not match or words.NOW.search(before):
        return False
    is_asked = re.fullmatch("上个?月", match.group()) and is_month_before(asked)
    return not (is_asked and first and not words.NOW.search(text))


def is_month_before(asked: Asked) -> bool:
    if asked.period is None or asked.today is None or asked.period.every != "month":
        return False
    return asked.period.end + timedelta(days=1) == asked.today.replace(day=1)
