"""The last look at figures that were read as certain, by the words that were read."""

from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import (
    any_trade,
    disowned,
    named_again,
    pasted,
    plausible,
    provisos,
    reserved,
    some_months,
    taken_off,
)
from domain.reader.asked import Asked, Doubt, Heard

# 占1150件的22.3%写错了: nobody is told what it should be, as he is by 应为26068天，昨天报的26608天写错了
WRONG = pattern_of(r"(?P<figure>[0-9]+(?:\.[0-9]+)?)[%％件个人次元天]?(?:写|填|报|打|输|算)错了[。.!！~～\s]*$")


def doubt(text: str, heard: Heard, asked: Asked) -> Doubt | None:
    if some_months.are_told(text, heard.values, asked.period):
        return Doubt("other-time")
    if taken_off.is_open(text, heard.values):
        return Doubt("either")
    if reason := provisos.of_all(text, asked):
        return Doubt(reason)
    text = any_trade.as_it_stands(text, asked) if asked.is_unworded else text
    if found := reserved.doubt(text.replace("\t", ","), heard.values, asked):  # from cell to cell is a pause
        return found
    if (wrong := WRONG.search(text)) and _is_told(Fraction(wrong["figure"]), heard):
        return Doubt("either", (heard.values,))
    corrects = heard.intent == "correction"
    cells = text if "\t" in text else pasted.told(text, asked)  # 指标|本月|上月: heads of a table say nothing
    is_open = disowned.is_disowned(cells, asked, corrects=corrects) or (
        corrects and named_again.tells_nothing_new(text)
    )
    return Doubt("either", (heard.values,)) if is_open else None


def _is_told(figure: Fraction, heard: Heard) -> bool:
    """As such, or as a share in percent, of the figures that were told with it as well."""
    told = [value for value in heard.values.values() if isinstance(value, Fraction)]
    shares = (part / whole for part in told for whole in told if whole and part < whole)
    return (
        figure in told
        or figure / 100 in told
        or any(plausible.rounds_to(one, figure / 100, share=True) for one in shares)
    )
