"""A whole of which some are taken off behind it: 在编305人，借调的4个不列入应训，其余全部轮训完了.

How many should be there is then less than what stands at the head, and nobody has told it.
"""

from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Value

WHOLE = pattern_of(r"(?:在编|在岗|全[院庭局]|总人数|编制|名册|实有|总共|一共)[^,;。0-9应]{0,4}(?P<n>[0-9]+)")
NOT_ASKED = (
    "不(?:列入|纳入|进|属于|计入?|算在?|在|参加?|用|需要?)(?:今年|本次)?(?:应|轮|培|参|统|考|训|范围|之列|其中|里|内)"
)
OFF = pattern_of(
    rf"[0-9一二两三四五六七八九十][人个名位]?[^,;。0-9]{{0,8}}(?:{NOT_ASKED}|除外)"
    rf"|(?:剔除|扣除|扣掉|除去|除开|刨去|减去|去掉|除(?![了以此非外夕]))[^,;。0-9]{{0,10}}[0-9一二两三四五六七八九十]+[人个名位]"
)
TOLD = pattern_of("应(?:当|该)?(?:参加)?(?:轮训|培训|参训|训|填|报|到)[^,;。0-9]{0,4}[0-9]")


def is_open(text: str, values: Mapping[str, Value]) -> bool:
    said = level(text)
    if TOLD.search(said) or OFF.search(said) is None:
        return False
    wholes = {Fraction(match["n"]) for match in WHOLE.finditer(said)}
    return any(label.startswith("应") and value in wholes for label, value in values.items())
