"""What was typed in the form in which words are heard: slips put right, corrections in short."""

from domain.patterns import pattern_of
from domain.reader.anew import SORRY_FIRST, told_anew
from domain.reader.corrected import in_short
from domain.reader.courtesies import without_courtesies
from domain.reader.slips import meant

# 没有没有 零报告
TWICE = pattern_of(
    r"(?<![一-鿿])(?P<none>没有|没的|木有|没得)(?:[,，、\s~～!！]*(?P=none))+(?=$|[\s,，。;；!！~～哈啊的呢哦了零])"
)


def as_meant(text: str) -> str:
    return TWICE.sub(r"\g<none>", told_anew(in_short(SORRY_FIRST.sub("", meant(without_courtesies(text))))))
