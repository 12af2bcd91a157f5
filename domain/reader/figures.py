"""Figures reported: each with the thing that it counts, by its name, its unit or its place; otherwise a doubt.

Every figure of a text must be accounted for: as a value, or as something that is only mentioned (a target, last month).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.amounts import vague
from domain.reader.asked import LONGEST, Asked, Doubt
from domain.reader.lacking import stop_at_contrary
from domain.reader.masking import Masked
from domain.reader.names import things
from domain.reader.nearer import stop_at_another
from domain.reader.placed import Placed
from domain.reader.placing import place
from domain.reader.plausible import doubts
from domain.reader.settling import settle
from domain.reader.stop import Stop
from domain.reader.trimming import short
from domain.reader.wording import usual
from domain.reader.written import Written

NEAR = 8  # signs before a figure in which a "not" denies it


@dataclass(frozen=True)
class Read:
    """`values` by label or by the key of a demand; `named` where each figure stood beside its name."""

    values: Mapping[str, Fraction] = field(default_factory=dict)
    doubt: Doubt | None = None
    named: bool = False


def read(text: str, asked: Asked) -> Read:
    return read_of(Written.of(text, asked))


def read_of(written: Written) -> Read:
    found = _read_or_doubt(written)
    if len(written.text) > LONGEST or not _is_unheard(written.text, found) or written.by_sound is written:
        return found
    again = _read_or_doubt(written.by_sound)
    return again if again.doubt is None and found.values.items() <= again.values.items() else found


def _is_unheard(text: str, found: Read) -> bool:
    """在册发官十三个，满九十的十二个: less is read than there are figures."""
    if found.doubt:
        return found.doubt.reason in UNHEARD
    return len(text) <= BRIEF and len(COUNTED.findall(text)) > len(found.values)


BRIEF = 60  # signs: what is typed by sound is typed in a hurry
COUNTED = pattern_of(
    r"[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百两]+(?=[件个人名位通])|[一二三四五六七八九十百千万亿零]{4,}"
)


UNHEARD = ("not-understood", "which", "how-many-figures")


def _read_or_doubt(written: Written) -> Read:
    try:
        return _read(written)
    except Stop as stop:
        return Read(doubt=_possible(stop.doubt, written.asked))


def is_uncertain(text: str) -> bool:
    """What will be is known by its words, and where it is not told either."""
    return vague(text) or any(pattern.search(text) for reason, pattern in UNCERTAIN if reason != "later")


def _possible(doubt: Doubt, asked: Asked) -> Doubt:
    """Without readings that say nothing, or half of a case."""
    wholes = {quantity.label for quantity in asked.quantities if quantity.in_wholes}
    likely = (
        values
        for values in doubt.likely
        if values
        and all(isinstance(v, Fraction) and (k not in wholes or v.denominator == 1) for k, v in values.items())
    )
    return replace(doubt, likely=tuple(likely))


def _read(written: Written) -> Read:
    text, asked = written.text, written.asked
    if len(text) > LONGEST:
        raise Stop("not-understood")
    if OTHER_LINE.search(text) and "12368" not in text and any("12368" in part.label for part in asked.quantities):
        raise Stop("other-unit")
    if (values := written.told or written.by_sound.told) and not is_uncertain(text):
        doubt = doubts(values, asked, named=True)
        return Read(doubt=_possible(doubt, asked), named=True) if doubt else Read(values, named=True)
    masked = written.masked
    placed = place(masked, things(asked), asked)
    values, problem = _settled(masked, placed, asked)
    if reason := _uncertain(masked, asked, placed):
        raise Stop(reason, *([values] if values else problem.doubt.likely if problem else []))
    if problem:
        raise problem
    if not values:
        mentioned = {one.context for one in placed}
        raise Stop(next((reason for reason in ("total", "other-time") if reason in mentioned), "not-understood"))
    stop_at_another(values, placed, asked)
    stop_at_contrary(values, placed, masked.raw, asked)
    named = bool(placed) and all(one.thing or one.context for one in placed)
    if doubt := doubts(values, asked, named=named and not any(_is_loose(one) for one in placed)):
        return Read(doubt=_possible(doubt, asked), named=named)
    return Read(values, named=named)


def _settled(masked: Masked, placed: list[Placed], asked: Asked) -> tuple[dict[str, Fraction], Stop | None]:
    try:
        return settle(masked, placed, asked), None
    except Stop as stop:
        return {}, stop


def _uncertain(masked: Masked, asked: Asked, placed: list[Placed]) -> str | None:
    """The reason why nothing of it is certain, whatever it says."""
    text = masked.text
    for one in placed:
        if one.context == "target":  # 计划通报2次, 实际1次
            text = text.replace(one.before, " ", 1)
    for reason, pattern in UNCERTAIN:
        if pattern.search(text):
            return reason
    if words.OF_A_BATCH.search(masked.raw) and not words.IN_ALL.search(masked.raw):
        return "about"
    if all(one.amount.sort == "share" for one in placed) and words.ALL_MET.search(text):
        return "which"
    return _uncertain_figures(masked, asked, placed)


def _uncertain_figures(masked: Masked, asked: Asked, placed: list[Placed]) -> str | None:
    if vague(masked.text) or any(_is_about(one, placed, asked) for one in placed):
        return "about"
    if placed and words.LESS.search(masked.text[: placed[0].amount.start]):
        return "denied"
    if any(not one.context and one.thing and words.DENIED.search(one.before[-NEAR:]) for one in placed):
        return "denied"
    said = CAME_FROM.sub("", masked.text)
    if any(other in said and not _is_counted(other, asked) for other in asked.others):
        return "other-unit"
    return None


def _is_counted(unit: str, asked: Asked) -> bool:
    """嘉中法庭, where courts are counted; any, where departments are."""
    return any(unit[-2:] in quantity.label or "部门" in quantity.label for quantity in asked.quantities)


def _is_about(one: Placed, placed: list[Placed], asked: Asked) -> bool:
    """不低于10 is a name with its figure, where such are counted."""
    is_name = one.thing and "不低于" in one.thing.name and one.before.rstrip().endswith("不低于")
    return one.amount.about and not is_name and not _is_beside(one, placed, asked)


def _is_beside(one: Placed, placed: list[Placed], asked: Asked) -> bool:
    """别看网上立案有600多件: nothing that is asked for, in words of its own."""
    if one.context:
        return True
    names = usual("".join(part.label for part in asked.quantities) + "".join(demand.name for demand in asked.demands))
    strange = set(words.FILLER.sub("", usual(short(one.words)))) - set(names) - set("有")
    is_told = any(other.thing and not other.context for other in placed if other is not one)
    return one.thing is None and is_told and not one.rivals and len(strange) >= STRANGE


OTHER_LINE = pattern_of(
    r"(?<![0-9])(?:12345|12348|110) ?(?:热线|平台|来电|报警|市民|政务|电话|工单|[转接的])[^,;。0-9]{0,10}[0-9]"
)  # the number alone may be a figure
CAME_FROM = pattern_of(
    r"(?:从|由|调[到往去入]?|转[到往入]?)[^,;。0-9]{1,8}?[庭局室处部](?=[调转借派来的了])"
    r"|(?:已经?|都)(?:交|报|送)(?:到|给|至)?[^,;。0-9]{1,8}?[庭局室处部](?=了?(?:$|[,;。]))"
)  # 一位刚从民庭调过来
STRANGE = 2  # signs that none of the names has


def _is_loose(one: Placed) -> bool:
    """4个法庭 says 法庭, where 无党员的法庭 are counted."""
    return one.in_short and not re.search("[无没未不]", one.before + one.behind)


UNCERTAIN = (
    ("not-understood", words.SUM),
    ("denied", words.ONE_OR_NONE),
    ("question", words.QUESTION),
    ("either", words.EITHER),
    ("irony", words.IRONY),
    ("if", words.IF),
    ("later", words.LATER),
    ("about", words.HEARSAY),
)
