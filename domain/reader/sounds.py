"""Signs that sound alike, tones aside: what is typed by sound comes out as 旅行率 where 履行率 is meant.

The 3,755 common signs of GB 2312 under their readings in pinyin, one reading a line.
"""

from functools import cache, lru_cache
from pathlib import Path

from domain.patterns import pattern_of

TABLE = Path(__file__).with_name("sounds.txt")
# in and ing, en and eng, zh and z, ch and c, sh and s are one to many
BY_MANY = ((pattern_of("([ei])ng$"), r"\1n"), (pattern_of("^([zcs])h"), r"\1"), (pattern_of("^c"), "z"))
SHORTEST = 2  # signs that are heard as others: one by itself sounds like too many


@cache
def _sounds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        sound, _, signs = line.partition(" ")
        for sign in signs:
            found.setdefault(sign, set()).add(_by_many(sound))
    return {sign: frozenset(sounds) for sign, sounds in found.items()}


def _by_many(sound: str) -> str:
    for pattern, one in BY_MANY:
        sound = pattern.sub(one, sound)
    return sound


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """Of two signs."""
    known = _sounds()
    return one == other or not known.get(one, frozenset()).isdisjoint(known.get(other, frozenset()))


def nearly(said: str, pair: str) -> bool:
    """Two signs, of which one is another that sounds like it."""
    return (said[0] == pair[0]) != (said[1] == pair[1]) and all(map(alike, said, pair))


@lru_cache(maxsize=512)  # one reply asks the same again and again
def as_written_in(words: str, name: str) -> str:
    """The words with the longest stretch that sounds like a part of the name written as the name has it.

    Takes as many steps as words and name have pairs of signs.
    """
    longest, ends, at = 0, 0, 0
    above = [0] * (len(name) + 1)  # for each sign of the name, how long a stretch alike ends with it
    for i, sign in enumerate(words, start=1):
        row = [0] * (len(name) + 1)
        for j, written in enumerate(name, start=1):
            if alike(sign, written):
                row[j] = above[j - 1] + 1
                if row[j] > longest and words[i - row[j] : i] not in name:
                    longest, ends, at = row[j], i, j
        above = row
    if longest < SHORTEST:
        return words
    return words[: ends - longest] + name[at - longest : at] + words[ends:]
