"""The text in tokens: figures, the names beside them, and what is said without a figure."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from domain.numbers import amount_of, value_of
from domain.patterns import pattern_of
from domain.roll_call.words import WORD

RECORDS = ("条", "件", "起")
PEOPLE = ("人", "名", "位", "个人", "个同志")
BLOT = "\x00"
APART = pattern_of(r"[,;。!()?\s]+")
ENDS = "。!?"  # of a sentence
ONE_SIGN = frozenset("零一二两三四五六七八九十〇百千万")
ALWAYS_SURE = ("records", "missing", "came", "went", "posts", "recorders")
WITHOUT_FIGURE = ("figure", "break", "all", "done", "rest", "each")
LINKS = " :是为有就才只了的呢还也"


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int
    value: int = 0
    unit: str = ""
    share: Fraction | None = None

    @property
    def name(self) -> str:
        return self.kind.removesuffix("_sure")

    @property
    def is_sure(self) -> bool:
        return self.kind != self.name or self.kind in ALWAYS_SURE


@dataclass(frozen=True)
class Told:
    text: str
    tokens: list[Token]
    clauses: list[int]  # of the tokens
    blank: str  # the text with its tokens blotted out

    @cached_property
    def figures(self) -> list[int]:
        return [n for n, one in enumerate(self.tokens) if one.kind == "figure"]

    @cached_property
    def segments(self) -> list[int]:
        """Where the part between breaks and spaces begins in which each token ends."""
        return [max((m.end() for m in APART.finditer(self.blank, 0, one.end)), default=0) for one in self.tokens]

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The places between breaks."""
        ends = [one.start for one in self.tokens if one.kind == "break"]
        return list(zip([0, *ends], [*ends, len(self.text)], strict=True))

    def rest_of(self, segment: int) -> str:
        return APART.split(self.blank[segment:], maxsplit=1)[0].replace(BLOT, "")

    def has(self, *kinds: str) -> bool:
        return any(one.kind in kinds for one in self.tokens)

    def is_together(self, n: int, m: int) -> bool:
        return self.clauses[n] == self.clauses[m]

    def is_alone(self, n: int) -> bool:
        """In its clause."""
        return sum(one.kind != "break" for one in self.of_clause(self.clauses[n])) == 1

    def of_clause(self, clause: int) -> list[Token]:
        return [one for one, of in zip(self.tokens, self.clauses, strict=True) if of == clause]


def told(text: str) -> Told | None:
    """None where a figure is none."""
    tokens: list[Token] = []
    clauses: list[int] = []
    blank, place, clause = text, 0, 0
    while place < len(text):
        match = WORD.match(text, place)
        place = match.end() if match else place + 1
        if match is None or (match.lastgroup == "figure" and not _counts(match, tokens)):
            continue
        token = _token(match)
        if token is None:
            return None
        if token.kind != "break":
            blank = blank[: token.start] + BLOT * (token.end - token.start) + blank[token.end :]
        if token.kind != "masked":
            tokens.append(token)
            clauses.append(clause)
        clause += 0 if token.kind != "break" else 2 if token.text in ENDS else 1
    return Told(text, tokens, clauses, blank)


def _token(match: re.Match[str]) -> Token | None:
    kind, (start, end) = str(match.lastgroup), match.span()
    if kind != "figure":
        return Token(kind, match.group(), start, end)
    written, unit = match["written"], match["nth"] or match["unit"] or ""
    if written.endswith("%") or unit == "%":
        share = amount_of(written.rstrip("%"))
        return None if share is None else Token(kind, match.group(), start, end, unit="%", share=share)
    value = value_of(written)
    return None if value is None else Token(kind, match.group(), start, end, value, unit)


def _counts(match: re.Match[str], before: list[Token]) -> bool:
    """A sign by itself may be part of a word: 一 is a figure beside a unit or a name, or all of a clause."""
    text, (start, end) = match.string, match.span()
    if match["written"] not in ONE_SIGN or match["unit"] or match["nth"]:
        return True
    is_named = before and before[-1].kind not in WITHOUT_FIGURE and not text[before[-1].end : start].strip(LINKS)
    return bool(is_named) or (text[start - 1 : start] in ("", *" ,;。:") and text[end : end + 1] in ("", *" ,;。!~"))
