"""Colours of the board. Any two states also differ in fill or mark: no colour has to carry meaning alone."""

from typing import NamedTuple


class Colour(NamedTuple):
    red: int
    green: int
    blue: int


def _hex(code: str) -> Colour:
    return Colour(*bytes.fromhex(code))


GROUND = _hex("ffffff")
INK = _hex("1b2430")  # titles, figures, names
SOFT = _hex("596473")  # subtitle, heads, labels: 6 to 1 on white
FAINT = _hex("a3acb8")  # dots and ticks, never words
LINE = _hex("e3e7ec")
PANEL = _hex("f4f6f8")
SEAL = _hex("a4161a")  # the rule under the title, the overdue tag, a bad light

GOOD = _hex("2a9d74")
AMBER = _hex("f2b134")
AMBER_EDGE = _hex("9a6200")
BAD = SEAL
WAITING = _hex("8893a1")
NEUTRAL = _hex("3d4957")  # the shapes in the legend, which tell no state
