"""A figure in its place, before and after it is known what it counts."""

from dataclasses import dataclass

from domain.patterns import pattern_of
from domain.reader.names import MONEY, Thing, is_of
from domain.reader.notation import Amount


@dataclass(frozen=True)
class Placed:
    """A figure with the words around it, up to the next figure or the end of its clause.

    `context` says what it is where it is only mentioned, see `mentions`.
    """

    amount: Amount
    before: str
    behind: str
    thing: Thing | None = None
    rivals: tuple[Thing, ...] = ()
    context: str = ""
    in_short: bool = False
    words: str = ""  # its own, names included: before it, or behind it where nothing stands before


@dataclass(frozen=True)
class Around:
    """Where the clause of a figure begins, its own words in it, where the figure before it and where its clause end."""

    opening: int  # of the clause
    left: int
    floor: int
    ceiling: int
    joined: bool  # the next figure comes before its clause ends


def fits(amount: Amount, thing: Thing, around: str) -> bool:
    """A share is said of a share; a number of whatever is counted in its unit; a mean is called one."""
    if amount.sort in ("share", "points"):
        return thing.sort == "share"
    if amount.sort == "pair":
        if thing.sort != "share" or thing.demand is None or len(thing.demand.parts) not in (2, 4):
            return False
        is_money = amount.unit in MONEY or amount.scaled
        return not (is_money or amount.unit) or is_money == (thing.demand.parts[0].unit in MONEY)
    if thing.sort == "share":
        return not amount.unit
    return is_of(amount.unit, thing) and (thing.sort == "count" or bool(MEAN.search(around)))


MEAN = pattern_of("均|时长|期限|审限")
