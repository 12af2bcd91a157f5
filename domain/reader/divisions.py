"""A division told with what it makes, 总天数24892÷案件1016=24.5天: each of its figures by its name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.asked import Asked, Demand
from domain.reader.on_record import is_near
from domain.reader.plausible import rounds_to
from domain.reader.vocabulary import Words, words_of

NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
DIVISION = pattern_of(
    rf"(?P<name>(?:12368)?[一-鿿]{{0,14}})\s*[:：]?\s*(?P<part>{NUMBER})\s*[件天人名个通条]?\s*(?:÷|/|除以)\s*"
    rf"(?P<of>[一-鿿]{{0,10}})\s*(?P<whole>{NUMBER})\s*[件天人名个通条]?\s*[=＝≈]\s*(?P<made>{NUMBER})\s*(?P<unit>[%％天])"
)
RATE = pattern_of("(?:率|占比|时长|时间|用时)$")
MEAN = pattern_of("平均|时长|时间|用时|办理|[天日]数?|件均")
EQUALS = pattern_of("[=＝≈]")
PAIR = 2


# 速裁11034/446: so many days of so many cases, whichever stands first
OF_DAYS = rf"(?:案件)?[:：是为\s]?(?P<one>{NUMBER})天?\s?/\s?(?P<other>{NUMBER})件?(?![0-9/.%天])"
LEAST_DAYS = 3
N = rf"{NUMBER}|[{CHINESE}]+"
OWN_MEAN = (
    r"(?:件均|案均|平均)(?:每件|审理|办理|用时|时长|期限|天数|[:：是为\s])*"
    rf"(?:{NUMBER}|[{CHINESE}]+(?:点[{CHINESE}]+)?)天"
)
A_MEAN = pattern_of(OWN_MEAN)


def in_full(text: str, asked: Asked) -> str:
    """As it stands where it may be another demand's, or does not come out."""
    text = _with_days(text, asked)
    if not EQUALS.search(text):
        return text
    return DIVISION.sub(lambda match: _told(match, asked), text)


def without_own_means(text: str, asked: Asked) -> str:
    """速裁452件平均24.7天, where the mean of 速裁 and 快审 together is asked for: nobody asks for that of the one.
    One mean behind both of them is theirs."""
    joint = [demand for demand in asked.demands if demand.kind == "mean" and len(demand.parts) > PAIR]
    names = {part.label.removesuffix("案件") for demand in joint for part in demand.parts[1::2]}
    if all(name in text for name in names) and len(A_MEAN.findall(text)) < len(names):
        return text
    for name in names:
        mean = pattern_of(
            rf"(?P<told>(?<![一-鿿]){re.escape(name)}(?:案件)?[:：是为有\s]*(?:{N})件)[,，、\s(（]*{OWN_MEAN}[)）]?"
        )
        text = mean.sub(r"\g<told>", text)
    return text


def _with_days(text: str, asked: Asked) -> str:
    for demand in asked.demands if "/" in text else ():
        for days, cases in zip(demand.parts[::2], demand.parts[1::2], strict=False):
            name = cases.label.removesuffix("案件")
            is_told = len(name) >= PAIR and demand.kind == "mean" and demand.unit == "天"
            if is_told and days.label.startswith(name):
                pattern = pattern_of(rf"(?<![一-鿿]){re.escape(name)}{OF_DAYS}")
                text = pattern.sub(
                    partial(_days_of_cases, demand=replace(demand, parts=(days, cases)), asked=asked), text
                )
    return text


def _days_of_cases(match: "re.Match[str]", demand: Demand, asked: Asked) -> str:
    few, many = sorted(Fraction(match[side].replace(",", "")) for side in ("one", "other"))
    days, cases = (part.label for part in demand.parts)
    is_so = few and many >= few * LEAST_DAYS and is_near(many / few, demand, asked)
    return f"{days}{many}天,{cases}{few}件" if is_so else match[0]


def _told(match: re.Match[str], asked: Asked) -> str:
    mine = list(_made(match, asked))
    if len(mine) != 1:
        return match[0]
    part, whole = mine[0].parts
    made = f"{mine[0].name}{match['made']}{match['unit']}"
    return f"{part.label}{match['part']}{part.unit},{whole.label}{match['whole']}{whole.unit},{made}"


def _made(match: re.Match[str], asked: Asked) -> Iterator[Demand]:
    known = words_of(asked.demands)
    some, every, made = (Fraction(match[group].replace(",", "")) for group in ("part", "whole", "made"))
    is_share = match["unit"] != "天"
    for demand in asked.demands:
        if len(demand.parts) != PAIR or demand.kind == "growth" or not every:
            continue
        if is_share != demand.is_share or (not is_share and not (demand.kind == "mean" and demand.unit == "天")):
            continue
        part, whole = (part.label for part in demand.parts)
        is_named = RATE.search(match["name"])
        if not _speaks_of(match["name"], demand.key if is_named else part, known, mean=not is_share):
            continue
        comes_out = rounds_to(some / every, made / 100 if is_share else made, share=is_share)
        if comes_out and _speaks_of(match["of"], whole, known) and is_near(some / every, demand, asked):
            yield demand


def _speaks_of(said: str, of: str, known: Words, *, mean: bool = False) -> bool:
    """Each of its words; a mean has no other words than those of any mean."""
    said = MEAN.sub("", said) if mean and of.startswith("#") else said
    while said:
        word = next((said[:length] for length in range(len(said), 0, -1) if said[:length] in known), "")
        if not word:
            return not words.FILLER.sub("", said)
        if known[word].kind in ("role", "noun", "rate") and of not in known[word].of:
            return False
        if known[word].kind not in ("role", "noun", "rate", "filler", "now", "total"):
            return False
        said = said[len(word) :]
    return True
