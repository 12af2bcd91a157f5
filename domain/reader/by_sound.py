"""A text with the form's words that are typed by their sound as they are written: 条解 is 调解, 速才 is 速裁."""

from collections.abc import Mapping
from functools import lru_cache

from domain.reader.asked import Asked, Demand
from domain.reader.sounds import alike, nearly
from domain.reader.vocabulary import words_of

LENGTHS = (6, 5, 4, 3, 2)  # signs, one of which is another than in the word
KINDS = ("role", "noun", "rate")
GAP = "*"
Halves = Mapping[int, frozenset[str]]
HEADS = "已实应该可能需要须"  # before a verb: too many signs sound like them


def by_sound(text: str, asked: Asked) -> str:
    if len(asked.quantities) == 1:
        text = _in_its_name(text, asked.quantities[0].label)
    return _by_sound(text, asked.demands)


@lru_cache(maxsize=32)
def _by_sound(text: str, demands: tuple[Demand, ...]) -> str:
    """Kept, as one answer is read in several ways."""
    known = _with_a_gap(demands)
    words = words_of(demands)
    begins, ends = _halves(demands)
    heard: dict[str, str | None] = {}  # what comes again is looked up once
    for length in LENGTHS:
        half, firsts, lasts = length // 2, begins[length], ends[length]
        at = 0
        while at + length <= len(text):
            if text[at : at + half] not in firsts and text[at + half : at + length] not in lasts:
                at += 1  # one of the two is as the word has it
                continue
            said = text[at : at + length]
            if said not in heard:
                heard[said] = _meant(said, known) if said not in words and said.isalpha() else None
            within = at and text[at - 1 : at + 1] in words  # 全市到位率 is no 实到位率
            if not within and (word := heard[said]):
                text = text[:at] + word + text[at + length :]
                at += length
            else:
                at += 1
    return text


def _in_its_name(text: str, label: str) -> str:
    """党元 of 无党员的人民法庭数, where nothing else is counted."""
    pairs = {label[at : at + 2] for at in range(len(label) - 1)}
    for at in range(len(text) - 1):
        said = text[at : at + 2]
        found = {pair for pair in pairs if nearly(said, pair)} if said not in pairs else set()
        text = text[:at] + found.pop() + text[at + 2 :] if len(found) == 1 else text
    return text


def _meant(said: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    found = {
        word
        for at, sign in enumerate(said)
        for word in known.get(said[:at] + GAP + said[at + 1 :], ())
        if word[at] != sign and alike(sign, word[at])
    }
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=64)
def _halves(demands: tuple[Demand, ...]) -> tuple[Halves, Halves]:
    """How the words of each length begin, and how they end."""
    words = _spoken(demands)
    begins = {length: frozenset(word[: length // 2] for word in words if len(word) == length) for length in LENGTHS}
    ends = {length: frozenset(word[length // 2 :] for word in words if len(word) == length) for length in LENGTHS}
    return begins, ends


def _spoken(demands: tuple[Demand, ...]) -> list[str]:
    return [said for said, word in words_of(demands).items() if word.kind in KINDS and len(said) in LENGTHS]


@lru_cache(maxsize=64)
def _with_a_gap(demands: tuple[Demand, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in _spoken(demands):
        for at in range(word[0] in HEADS, len(word)):
            gapped = word[:at] + GAP + word[at + 1 :]
            found[gapped] = (*found.get(gapped, ()), word)
    return found
