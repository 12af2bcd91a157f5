"""Figures reported: by their names, or in the order in which they were asked for. A share is never typed."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from domain.kinds import Quantity
from domain.numbers import NUMBER, amount_of, plain

Problem = Literal["not-understood", "about", "percent", "not-whole", "how-many-figures", "same-twice"]
Figures = dict[str, Fraction]  # label → value

ABOUT = re.compile(
    r"约|大概|大致|左右|上下|差不多|将近|不到|不足|以[上下]|至[少多]|超过|可能|好像|估计|几(?=[十百千万个件人])|"
    r"近(?=[0-9一二三四五六七八九十])|(?<=[0-9十百千万])[多余]"
)
QUESTION = re.compile(r"\?|吗|呢|多少|是否")
# what stands beside figures and is none: the month that is spoken of, a list's own numbers
PERIOD = re.compile(
    r"(?:20[0-9]{2}年)?(?<![0-9])(?:1[0-2]|[1-9])月份?(?![0-9]{1,2}[日号])|20[0-9]{2}年|[上下]半年|[本当](?:月|期|年)|今年"
)
CIRCLED = re.compile("[①-⑳⑴-⒇]")
ORNATE = re.compile("[²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u3200-\u33ff]")
LIST_MARK = re.compile(r"(?:^|(?<=[,;。\s]))(?:\(?[0-9]{1,2}(?:\)|、|\.(?![0-9])))\s*")
UNIT = r"(?:万元|小时|学时|[个件起次篇项人通场份户家名位天元条])"
ALIKE = (frozenset("件个起次篇项通份条场"), frozenset("人名位个"))
BIG = re.compile(r"\s*[万亿千百]")
FILLER = re.compile(
    r"[\s,;。.、:!/=()（）]|分别|依次|数据|如下|报送|上报|填报|更正|应?改?[为是]|共计?|合计|总计|其中|[您你]好|好的|收到|谢谢|和|的|数"
)


def read(text: str, asked: Sequence[Quantity], known: Sequence[Quantity]) -> Figures | Problem:
    """`asked` in their order is what is still wanted, `known` is all that may be named.

    Without names there are as many figures as are asked for, or the first one alone.
    """
    text = CIRCLED.sub(" ", text)  # ①12 would become 112
    if ORNATE.search(text):
        return "not-understood"
    text = plain(text)
    if QUESTION.search(text):
        return "not-understood"
    if ABOUT.search(text):
        return "about"
    if "%" in text or "百分之" in text or "‰" in text:
        return "percent"
    named = {quantity.label: quantity for quantity in known}
    found = _named(text, named) if any(label in text for label in named) else _in_order(text, asked)
    if isinstance(found, str):
        return found
    broken = [label for label, value in found.items() if named[label].in_wholes and value.denominator != 1]
    return "not-whole" if broken else found


def _named(text: str, named: Mapping[str, Quantity]) -> Figures | Problem:
    """Each name with the one figure that stands behind it; nothing else is left over."""
    # names and figures side by side: the longest name first, since one may be a part of another
    label = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<label>{label})数?(?:应|应当|应该)?[\s:是为=()（）]*(?P<figure>{NUMBER.pattern})\s*(?P<unit>{UNIT})?"
    )
    found: Figures = {}
    rest = []
    place = 0
    for match in pattern.finditer(text):
        value = _value(match["figure"], text[match.end("figure") :])
        if value is None:
            return "not-understood"
        if not _is_of(match["unit"], named[match["label"]]):
            return "not-understood"
        if found.setdefault(match["label"], value) != value:
            return "same-twice"
        rest.append(text[place : match.start()])
        place = match.end()
    rest.append(text[place:])
    if not found or any(NUMBER.search(_bare(part)) or _left_over(_bare(part)) for part in rest):
        return "not-understood"
    return found


def _in_order(text: str, asked: Sequence[Quantity]) -> Figures | Problem:
    text = PERIOD.sub(" ", text)
    if len(LIST_MARK.findall(text)) == len(asked) > 1:
        text = LIST_MARK.sub(" ", text)
    values, units, rest, place = [], [], [], 0
    for match in re.finditer(rf"(?P<figure>{NUMBER.pattern})\s*(?P<unit>{UNIT})?", text):
        value = _value(match["figure"], text[match.end("figure") :])
        if value is None:
            return "not-understood"
        values.append(value)
        units.append(match["unit"])
        rest.append(text[place : match.start()])
        place = match.end()
    rest.append(text[place:])
    if not values or any(_left_over(part) for part in rest):
        return "not-understood"
    if len(values) not in (1, len(asked)) or not asked:
        return "how-many-figures"
    if not all(_is_of(unit, quantity) for unit, quantity in zip(units, asked, strict=False)):
        return "not-understood"
    return {quantity.label: value for quantity, value in zip(asked, values, strict=False)}


def _is_of(unit: str | None, quantity: Quantity) -> bool:
    """What is counted may be called by another measure word; days are no people, and 元 are no 万元."""
    return not unit or unit == quantity.unit or any({unit, quantity.unit} <= alike for alike in ALIKE)


def _value(written: str, behind: str) -> Fraction | None:
    """None where it is no plain figure, or a bigger scale follows: 3.5万 might be either."""
    return None if BIG.match(behind) and not behind.lstrip().startswith("万元") else amount_of(written)


def _bare(text: str) -> str:
    return LIST_MARK.sub(" ", PERIOD.sub(" ", text))


def _left_over(text: str) -> bool:
    return bool(FILLER.sub("", text))


def shares(parts: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Of pairs of part and whole each one's share; a pair without a whole has none."""
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return tuple(some / whole for some, whole in pairs if whole)


def value(kind: str, parts: Sequence[Fraction]) -> Fraction | None:
    """What the parts make: of pairs the pooled share, of a trend what is now. None of nothing: 0 of 0."""
    if kind == "figure" or (kind == "trend" and len(parts) == 2):
        return parts[0]
    if kind == "growth":
        return parts[0] / parts[1] - 1 if parts[1] else None
    pairs = parts[:2] if kind == "trend" else parts
    whole = sum(pairs[1::2], Fraction(0))
    return sum(pairs[::2], Fraction(0)) / whole if whole else None


def before(kind: str, parts: Sequence[Fraction]) -> Fraction | None:
    """What a trend is measured by: the same a year earlier."""
    if kind == "growth":
        return parts[1] / parts[2] - 1 if parts[2] else None
    if kind == "trend" and len(parts) == 4:
        return parts[2] / parts[3] if parts[3] else None
    return parts[1] if kind == "trend" else None


def written(value: Fraction, *, percent: bool) -> str:
    """To two decimals, cut and never rounded: what is below a target is not shown as having reached it."""
    cut = int(abs(value) * (10_000 if percent else 100))
    text = f"{cut // 100}.{cut % 100:02d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and cut else text
