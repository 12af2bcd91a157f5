"""What a row of figures adds up to, and the figures that add up to one: told beside the values, and none of them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.contraries import is_negative
from domain.reader.figure_words import Figure, words_in
from domain.reader.vocabulary import Word

TOGETHER = pattern_of("合起来|加起来|合计|[一总]共|共计|总计|加一起|合在一起")


def items(keys: Sequence[str], values: Mapping[str, Fraction], said: Sequence[Figure], asked: Asked) -> range:
    """第一期104人、第二期105人、第三期102人, 共311人: what adds up to the value beside it, and has no other name."""
    for start, first in enumerate(said):
        total = first.amount.value
        for end in range(start + 2, len(said) + 1):
            if keys[start] or keys[end - 1]:
                break
            row = range(start, end)
            total += said[end - 1].amount.value
            beside = [n for n in (start - 1, end) if 0 <= n < len(said)]
            of = next((keys[n] for n in beside if values.get(keys[n], said[n].amount.value) == total), None)
            if (
                of is not None
                and all(_is_bare(keys, said, n, of, asked) for n in row)
                and _are_alike(said[start:end], asked)
            ):
                return row
    return range(0)


def _is_bare(keys: Sequence[str], said: Sequence[Figure], n: int, of: str, asked: Asked) -> bool:
    """Nothing but its unit, and what all of them count, says what it counts."""
    mine = roles(said[n], asked)
    return not keys[n] and said[n].amount.sort == "number" and all(of in word.of for word in mine)


def _are_alike(row: Sequence[Figure], asked: Asked) -> bool:
    """总数860, 剔除重复的52, 有效808: what is named is no part of a row, where what stands before it is not."""
    first, *others = (bool(roles(one, asked)) for one in row)
    return len(set(others)) == 1 and first >= others[0] and not any(is_negative(one.words) for one in row)


def is_sum(keys: Sequence[str], said: Sequence[Figure], n: int) -> bool:
    """速裁快审合起来703件, 速裁412件, 快审291件: of all that stand in a row beside it, each told by itself."""
    if not TOGETHER.search(said[n].words):
        return False
    for row in (range(n + 1, len(said)), range(n - 1, -1, -1)):
        total, told = Fraction(0), set[str]()
        for at in row:
            if not keys[at] or said[at].amount.unit not in (said[n].amount.unit, ""):
                break
            total, told = total + said[at].amount.value, told | {keys[at]}
            if len(told) > 1 and total == said[n].amount.value:
                return True
    return False


def roles(one: Figure, asked: Asked) -> list[Word]:
    return [word for word in words_in(one.words, asked.demands)[0] if word.kind == "role"]
