"""Figures that the same answer takes back and tells again: 120/126。不对，121/126."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.any_trade.told import figures
from domain.reader.asked import Asked
from domain.reader.masking import clean

AGAIN = pattern_of(
    r"(?<=[0-9件个人万亿元起次条家户份场项名%％\s,，。.…;；!！(（~～—])(?:哦|噢|啊|呀|等等|唉|哎|嗯)*[,，]?(?:更正|订正|不对|不不|[说写报打填看记算搞弄]错)(?:[^0-9,，。;；:：\s]{0,6}[,，。.…;；:：!！\s]+|(?=[0-9]))"
)
MORE = pattern_of("又|再|补|多|漏|少")
CLAUSES = pattern_of(r"[,，;；。]")

Read = Callable[[str], Mapping[str, Fraction] | None]


def told_again(text: str, asked: Asked, read: Read) -> Mapping[str, Fraction] | None:
    """What was told first, with what was put right; None where either of them is not certain."""
    mark = AGAIN.search(text)
    if mark is None or not is_open(text, asked):
        return None
    first, rest = read(text[: mark.start()]), text[mark.end() :].strip(" )）")
    if AGAIN.search(rest):
        return None
    if spliced := _in_its_place(text[: mark.start()], rest, asked):
        return read(spliced)
    if not first:
        return None
    again = read(rest) or _with_more(rest, asked, first, read)
    return {**first, **again} if again and again.keys() & first.keys() else None


def is_open(text: str, asked: Asked) -> bool:
    """A figure stands before the mark and one behind it: which of them holds is to be said, or asked."""
    mark = AGAIN.search(text)
    return bool(mark and figures(text[: mark.start()], asked) and figures(text[mark.end() :], asked))


def _in_its_place(before: str, rest: str, asked: Asked) -> str:
    """去年5500万, 少了1.2亿, 不对, 1200万: a figure without a word is of what the last one before it is of.

    Nothing where words say what it is of.
    """
    before, rest = clean(before) or "", clean(rest) or ""
    old, new = figures(before, asked) or [], figures(rest, asked) or []
    is_bare = bool(old) and bool(new) and new[0].amount.start == 0
    return f"{before[: old[-1].amount.start]}{rest}" if is_bare else ""


def behind_the_mark(text: str) -> str:
    mark = AGAIN.search(text)
    return text[mark.end() :] if mark else text


def _with_more(text: str, asked: Asked, first: Mapping[str, Fraction], read: Read) -> Mapping[str, Fraction] | None:
    """又补传了12件，是1252, where it was 1240."""
    clause, _, rest = text.partition("，") if "，" in text else text.partition(",")
    told = figures(clause, asked) or []
    again = read(rest) if len(told) == 1 and MORE.search(clause) else None
    if not again:
        return None
    changes = [abs(value - first[key]) for key, value in again.items() if key in first]
    return again if told[0].amount.value in changes else None
