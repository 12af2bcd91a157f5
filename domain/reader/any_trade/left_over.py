"""The figures of an answer that are no values of it: what they are the sum of, what is left, what is only mentioned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.any_trade.chosen import AMONG
from domain.reader.any_trade.slots import RATE, form_of, is_signed, slot_of, topics
from domain.reader.any_trade.strange import LEAVES_OUT, REST, excludes
from domain.reader.any_trade.told import AGAINST, MOST_OF, TOTAL, UNDER_WAY, Told, figures
from domain.reader.any_trade.unclear import Strange
from domain.reader.asked import Asked
from domain.reader.names import HUNDRED
from domain.reader.plausible import rounds_to

Values = Mapping[str, Fraction]
CHANGE_ALONE = pattern_of(r"[↑↓]|[上下]?[升降](?:了|低了?)?|缩短了?|提高了?|[多少快慢高低][了出]?")
OF_THEM = pattern_of("其中|^[有还也另外]+$")
KEPT = ("", "lack", "down", "up")


def leaves_out(text: str, values: Mapping[str, object], asked: Asked) -> bool:
    """Whether a figure of it is nowhere among what was read, and nothing says why."""
    told = figures(text, asked)
    if told is None:
        return True
    if any(_is_on_the_other_side(one, values, asked) for one in told):
        return True
    known = {value for value in values.values() if isinstance(value, Fraction)}
    known |= {one - other for one in known for other in known if one > other}
    return any(not _is_among(one, known, asked) for one in without_summands(told) if one.sort in KEPT)


def _is_on_the_other_side(one: Told, values: Mapping[str, object], asked: Asked) -> bool:
    """按期核处1864条 of 1846 is no whole."""
    of = topics(one, asked.demands, None)
    if len(of) != 1 or form_of(of[0]) != "share" or one.amount.sort != "number":
        return False
    part, whole = (values.get(quantity.label) for quantity in of[0].parts[:2])
    slot = slot_of(one, of[0])
    return part != whole and (
        (slot == "part" and one.amount.value == whole) or (slot == "whole" and one.amount.value == part)
    )


def _is_among(one: Told, known: set[Fraction], asked: Asked) -> bool:
    amount = one.amount
    numbers = {amount.value, amount.value / 10_000, amount.value / 100}
    if amount.sort == "share":
        made = (a / b for a in known for b in known if b)
        return amount.value in known or any(rounds_to(share, amount.value, share=True) for share in made)
    return bool(numbers & known)


def adds_up(told: Sequence[Told]) -> bool:
    """除了7个休假的, 624人都参加了, of 631."""
    numbers = [one.amount.value for one in told if one.amount.sort == "number"]
    return len(numbers) > 2 and 2 * max(numbers) == sum(numbers)


def is_added_wrong(told: Sequence[Told]) -> bool:
    """120+245=370; what is added up to nothing that is told is no sum either."""
    runs: list[list[Told]] = []
    for at, one in enumerate(told):
        if one.is_added and (not at or not told[at - 1].is_added):
            runs.append([told[at - 1]])
        if one.is_added:
            runs[-1].append(one)
    numbers = {one.amount.value for one in told}
    return any(sum(one.amount.value for one in run) not in numbers for run in runs)


def is_beside(told: Sequence[Told]) -> bool:
    """完工1处, 另外1处在铺草坪."""
    return all(one.sort == "lack" for one in told if REST.search(one.said)) and any(
        REST.search(one.said) for one in told
    )


def counted_in(text: str, told: Sequence[Told], asked: Asked) -> list[Told]:
    """What is left out has to come out, or to be still to come where there is nothing but a figure asked."""
    if not excludes(text):
        return list(told)
    is_figure = all(form_of(demand) == "figure" for demand in asked.demands)
    kept = (_without_under_way(told) if is_figure else []) or _without_excluded(told)
    if not kept:
        raise Strange
    return kept


def _without_excluded(told: Sequence[Told]) -> list[Told]:
    """在册79台, 3台停用不算, 应查76: nothing where it does not come out."""
    apart = [one for one in told if LEAVES_OUT.search(f"{one.said} {one.behind}")]
    less = apart[0].amount.value if len(apart) == 1 else None
    numbers = [one.amount.value for one in told if one.amount.sort == "number"]
    wholes = [number for number in numbers if less is not None and number - less in numbers]
    return [one for one in told if one not in apart and one.amount.value not in wholes] if len(wholes) == 1 else []


def _without_under_way(told: Sequence[Told]) -> list[Told]:
    """写了47篇, 还有一篇在改没算: what is not done yet is not left out; nothing where some of it is."""
    apart = [one for one in told if LEAVES_OUT.search(f"{one.said} {one.behind} {one.after}")]
    is_so = all(one.sort in ("", "lack") and UNDER_WAY.search(one.behind) for one in apart)
    return [one for one in told if one not in apart] if is_so else []


def without_summands(told: Sequence[Told]) -> list[Told]:
    """4月71件 5月66件 6月78件, 总的215: what a figure beside it is the sum of; 46名, 本地31名, 外地15名, 全部纳管."""
    left = list(told)
    plain = [one for one in told if one.amount.sort == "number"]
    if last := _last_row(told):
        return last
    for at, whole in enumerate(plain):
        for run in (*_runs_before(plain, at), *_runs_behind(plain, at)):
            is_sum = sum(one.amount.value for one in run) == whole.amount.value
            if is_sum and (TOTAL.search(whole.said) or not any(one.sort or is_signed(one) for one in run)):
                after = run[-1].after if run[-1].amount.start > whole.amount.start else whole.after
                return [replace(one, after=after) if one is whole else one for one in left if one not in run]
    return left


def _last_row(told: Sequence[Told]) -> list[Told]:
    """城东98/100, 城西110/112, 合计208/212: of a table that comes out in every column its sums."""
    cells = [(one, value) for one in told for value in _cells(one)]
    for width in range(2, len(cells) // 3 + 1):
        rows = [[value for _, value in cells[at : at + width]] for at in range(0, len(cells), width)]
        if len(cells) % width == 0 and [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]:
            return list(dict.fromkeys(one for one, _ in cells[-width:]))
    return []


def _cells(one: Told) -> Sequence[Fraction]:
    """160批全合格 are two."""
    if one.amount.sort == "pair" and one.amount.whole is not None:
        return one.amount.value, one.amount.whole
    is_all = words.ALL.search(one.said) or words.ALL.search(one.behind)
    return (one.amount.value,) * (2 if is_all else 1) if one.amount.sort == "number" else ()


def _runs_before(plain: Sequence[Told], at: int) -> Iterator[Sequence[Told]]:
    yield from (plain[start:at] for start in range(at - 1))


def _runs_behind(plain: Sequence[Told], at: int) -> Iterator[Sequence[Told]]:
    yield from (plain[at + 1 : stop] for stop in range(at + 3, len(plain) + 1))


def _is_change_alone(one: Told, asked: Asked) -> bool:
    """7.8天 ↓0.2: how it went, where nobody asks how it went."""
    return bool(CHANGE_ALONE.fullmatch(one.said)) and not any(
        form_of(demand) in ("fall", "growth") for demand in asked.demands
    )


def _has_reason_by_sort(one: Told, values: Values, asked: Asked) -> bool | None:
    """None where its sort alone does not say."""
    if one.sort == "then" and OF_THEM.search(one.said):
        return False  # 5条, 有1条是上个月的
    if MOST_OF.search(one.said):
        return True
    if one.sort == "then" and one.amount.sort == "number" and any(form_of(d) == "fall" for d in asked.demands):
        return one.amount.value in values.values()  # 去年81起68人
    return None


def has_reason(one: Told, values: Values, rest: Sequence[Told], asked: Asked) -> bool:
    """What is only mentioned has one; of what is left over it must come out, or it was told already."""
    if (known := _has_reason_by_sort(one, values, asked)) is not None:
        return known
    if one.sort in ("target", "then", "others", "was") or (not one.sort and one.amount.value in values.values()):
        return True
    if one.amount.sort == "points":
        return True
    if one.amount.sort == "share":
        if one.sort in ("up", "down") and all(form_of(demand) == "figure" for demand in asked.demands):
            return True  # 同比增长6.2%
        if RATE.search(one.said) and all(form_of(demand) == "figure" for demand in asked.demands):
            return True  # 参训326人次，及格率98%
        return _is_made(one.amount.value, values, rest, asked)
    if one.sort in ("up", "down") and one.amount.sort == "number":
        is_told = AGAINST.search(one.said) or _is_change_alone(one, asked)
        return bool(is_told) or _is_change(one.amount.value, values, rest)
    if AMONG.search(one.said) and one.amount.sort == "number" and _is_within_a_part(one.amount.value, values, asked):
        return True
    if one.sort == "lack":
        wholes = [
            (values[d.parts[0].label], values[d.parts[1].label])
            for d in asked.demands
            if len(d.parts) == 2 and d.parts[0].label in values and d.parts[1].label in values
        ]
        is_rest = any(whole - part == one.amount.value for part, whole in wholes)
        return is_rest or one.amount.about or not wholes
    return False


def _is_within_a_part(value: Fraction, values: Values, asked: Asked) -> bool:
    """在册383, 入学375人, 其中随班就读212."""
    shares = [[part.label for part in d.parts] for d in asked.demands if form_of(d) == "share"]
    return any(all(label in values for label in labels) and value <= values[labels[0]] for labels in shares)


def _is_change(change: Fraction, values: Values, rest: Sequence[Told]) -> bool:
    """去年同期7.3天, 降了0.4天, 是6.9天."""
    return any(
        abs(one.amount.value - value) == change for one in rest if one.sort == "then" for value in values.values()
    )


def _is_made(share: Fraction, values: Values, rest: Sequence[Told], asked: Asked) -> bool:
    """完成93.8% of the target; 目前71.2%, 去年底68.6%, 提高了2.6个百分点."""
    targets = [one.amount.value for one in rest if one.sort == "target"]
    targets += [demand.target for demand in asked.demands if demand.target]
    shares = [one.amount.value for one in rest if one.amount.sort == "share"]
    is_of_target = any(rounds_to(v / t, share, share=True) for t in targets if t for v in values.values())
    return is_of_target or any(abs(share - other) * HUNDRED in values.values() for other in shares)
