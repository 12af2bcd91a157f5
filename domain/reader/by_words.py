"""A figure that neither name nor place tells: by the words of the form before it, where each is known."""

from collections.abc import Sequence
from dataclasses import replace

from domain.reader import words
from domain.reader.asked import Asked
from domain.reader.names import Thing
from domain.reader.placed import Placed
from domain.reader.vocabulary import words_of

LONGEST = 14  # signs of a word
IDLE = ("filler", "now", "total")


def by_words(one: Placed, asked: Asked, fitting: Sequence[Thing]) -> Placed:
    """到期的一共46件, beside words that the form has not."""
    if one.thing or one.rivals or one.context or one.amount.sort != "number":
        return one
    labels = _labels(one.before, asked)
    mine = [thing for thing in fitting if thing.sort == "count" and thing.key in labels]
    return replace(one, thing=mine[0], in_short=True) if len(mine) == 1 else one


def _labels(said: str, asked: Asked) -> frozenset[str]:
    """That all of them may speak of; none where one is unknown, or none tells what was counted."""
    known = words_of(asked.demands)
    labels: frozenset[str] | None = None
    is_told = False  # what was counted, and not only of whom
    at = 0
    while at < len(said):
        length = next((n for n in range(min(LONGEST, len(said) - at), 0, -1) if said[at : at + n] in known), 0)
        word = known.get(said[at : at + length])
        if word is None:
            if words.FILLER.sub("", said[at]):
                return frozenset()
            at += 1
            continue
        if word.kind in ("role", "noun"):
            is_told |= word.kind == "role"
            labels = word.of if labels is None else labels & word.of
        elif word.kind not in IDLE:
            return frozenset()
        at += length
    return labels if labels and is_told else frozenset()
