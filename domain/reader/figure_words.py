"""Figures with the words around them, and which of these words the form knows; the others say nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from domain.patterns import pattern_of
from domain.reader import year_names
from domain.reader.asked import Asked, Demand
from domain.reader.masking import CODE, NAME, Masked
from domain.reader.notation import Amount
from domain.reader.vocabulary import Word, is_earlier, lengths_of, words_of
from domain.reader.words import BREAK, FILLER

Side = Literal["", "part", "whole", "its part", "its whole"]  # of a pair; "its" where the other one stands before
SOFT = pattern_of(rf"{BREAK.pattern}|(?<=[一-鿿\x01])\s+(?=\S)")  # 11项不低于去年同期 一共比了13项
COMPARED = pattern_of("[与和同跟比较](?:去年|上年)(?:同期|同月)?(?:[^,;。0-9]{0,4}比[对较]?)?")
HEAD = pattern_of(r"\s+[一-鿿\x01]+\s+\S")
OWN = ("role", "noun", "rate")
NONE = Word("filler")


@dataclass(frozen=True)
class Figure:
    """With its words: those before it, and those behind it up to the end of its clause.

    `held` are those of the clause before, where it has none; `then` of which year before, None where that is not
    certain; `side` which of a pair it is.
    """

    amount: Amount
    before: str
    behind: str
    held: str
    clause: str
    then: str | None
    side: Side = ""
    year: int | None = None  # where names hold one

    @property
    def words(self) -> str:
        return self.before + self.behind


def figures(masked: Masked, amounts: Sequence[tuple[Amount, Side]], asked: Asked) -> list[Figure]:
    text = seen(masked)
    found: list[Figure] = []
    starts = [*(amount.start for amount, _ in amounts[1:]), len(text)]
    for (amount, side), ceiling in zip(amounts, starts, strict=True):
        last = found[-1] if found else None
        gap = text[last.amount.end if last else 0 : amount.start]
        gap = f",{gap}" if last and last.before.strip() and HEAD.match(gap) else gap
        held, before = _held(gap, is_first=last is None)
        behind = _parted(text[amount.end : ceiling], before)
        is_own = len(behind) > 1 or ceiling == len(text)
        year = year_names.at(amount.start, masked.years)
        then, clause = _then(gap, last, asked), _clause(text, amount)
        found.append(Figure(amount, before, behind[0] if is_own else "", held, clause, then, side, year))
    return found


def _parted(text: str, before: str) -> list[str]:
    """能用的1622 律师平台 用了637: where its words stand before a figure, those behind a blank head the next one."""
    return ["", text] if before.strip() and HEAD.match(text) else SOFT.split(text)


def _held(gap: str, *, is_first: bool) -> tuple[str, str]:
    """The words right before a figure, and what stands before their colon, or in the clause before where none do."""
    clauses = (BREAK if is_first else SOFT).split(gap)
    head, _, own = clauses[-1].rpartition(":")
    if head and own.strip():
        return head, own
    spare = clauses[-2:-1] if is_first else clauses[1:-1][-1:]  # none that is the figure's before
    return ("" if clauses[-1].strip() else "".join(spare)), clauses[-1]


def _then(gap: str, last: Figure | None, asked: Asked) -> str | None:
    """What is said of a year holds up to the end of its clause, and may hold up to the next one."""
    if not any(is_earlier(quantity.label) for quantity in asked.quantities):
        gap = COMPARED.sub("", gap)
    said = words_in(gap, asked.demands)[0]
    if "前年" in gap:
        return "前年"
    if any(word.kind == "time" or (word.kind == "role" and all(map(is_earlier, word.of))) for word in said):
        return "上年"
    if last is None or not (last.then or last.then is None) or any(word.kind == "now" for word in said):
        return ""
    return None if BREAK.search(gap) else last.then


def _clause(text: str, amount: Amount) -> str:
    start = max((m.end() for m in BREAK.finditer(text, 0, amount.start)), default=0)
    end = next((m.start() for m in BREAK.finditer(text, amount.end)), len(text))
    return text[start:end]


def seen(masked: Masked) -> str:
    """With its names, without what looks like a figure and counts nothing."""
    return "".join(raw if sign == NAME else sign for sign, raw in zip(masked.text, masked.raw, strict=True))


@lru_cache(maxsize=2048)
def words_in(said: str, demands: tuple[Demand, ...]) -> tuple[tuple[Word, ...], str]:
    """The longest ones that the form knows, whatever stands between them; and what that is."""
    known, lengths = words_of(demands), lengths_of(demands)
    found, rest, at = [], [], 0
    while at < len(said):
        length = next((n for n in lengths.get(said[at], ()) if said[at : at + n] in known), 0)
        if length:
            found.append(known[said[at : at + length]])
        else:
            rest.append(said[at])
        at += length or 1
    return tuple(found), FILLER.sub("", "".join(rest).replace(CODE, ""))


@lru_cache(maxsize=2048)
def without_its_words(said: str, demands: tuple[Demand, ...]) -> str:
    """持平或上升 is what is counted, and no "or" of the writer's."""
    known, lengths = words_of(demands), lengths_of(demands)
    out, at = [], 0
    while at < len(said):
        within = lengths.get(said[at], ())
        length = next((n for n in within if n > 1 and known.get(said[at : at + n], NONE).kind in OWN), 0)
        out.append(NAME * length or said[at])
        at += length or 1
    return "".join(out)
