"""Figures each with the words that are said of it: those before it, or those behind it where nothing stands before."""

from dataclasses import dataclass

from domain.reader.notation import Amount
from domain.reader.tokens import Gap, Told
from domain.reader.vocabulary import Word

SPEAKS = ("role", "noun", "rate", "total")
BESIDE = ("target", "others", "change", "more", "less", "missed")
CHANGED = ("more", "less")
Said = tuple[Word, ...]


@dataclass(frozen=True)
class Side:
    """`held` is what a clause before it without a figure says, `is_new` where its clause begins with it."""

    amount: Amount
    said: Said
    held: Said = ()
    is_new: bool = False


def speaks(said: Said, *kinds: str) -> bool:
    return any(word.kind in (kinds or SPEAKS) for word in said)


def attached(told: Told) -> tuple[list[Side], list[Said], Said]:
    """And what is said of all of them without a figure, and what is left behind the last one."""
    sides: list[Side] = []
    alls: list[Said] = []
    heads = False  # the words stand before the figures
    last = len(told.amounts) - 1
    for at, amount in enumerate(told.amounts):
        before, behind = told.gaps[at], told.gaps[at + 1]
        is_new = at == 0 or before.broken
        heads = speaks(before.right) if is_new else heads
        mine = before.right if is_new or heads or speaks(before.right, *CHANGED) else ()
        is_of_next = not behind.broken and at < last and (heads or speaks(behind.left, *CHANGED))
        after = () if is_of_next else behind.left
        if heads and speaks(mine, "role", "rate") and speaks(after, "all") and speaks(after, "role"):
            alls.append(after)
            after = ()
        mine, rest = _before_all(mine)
        after, more = _before_all(after) if speaks(after, "role") and not speaks(mine, "role") else (after, ())
        alls += [one for one in (rest, more) if one]
        held = _held(before, alls) if is_new else ()
        if not is_new:  # 去年同期应办41化解23
            held += tuple(word for word in sides[-1].said if word.kind == "time")
        sides.append(Side(amount, mine + after, held, is_new))
    return sides, alls, _held(told.gaps[-1], alls)


def _before_all(said: Said) -> tuple[Said, Said]:
    """一审案件全分调裁审: what is counted, and what is said of all of it."""
    at = next((at for at, word in enumerate(said) if word.kind == "all"), None)
    if at is None or not speaks(said[:at], "role") or not speaks(said[at:], "role"):
        return said, ()
    return said[:at], said[at:]


def _held(gap: Gap, alls: list[Said]) -> Said:
    held: Said = ()
    for clause in gap.between:
        if speaks(clause, "all", "every"):
            alls.append(clause)
        else:
            held += clause
    return held
