"""Two figures in one go, told apart: 分调裁审980占一审1604的61.1%."""

import re

from domain.patterns import pattern_of

N = r"[0-9]+(?:\.[0-9]+)?"
SHARE = pattern_of(
    rf"(?<![0-9.])(?P<part>[0-9]+)(?P<unit>[件个人名]?)占了?(?P<of>[一-鿿]{{0,8}}?)(?P<whole>[0-9]+)[件个人名]?的(?P<share>{N})[%％]"
)
NEAR = 0.1  # of a percent


def apart(text: str) -> str:
    return SHARE.sub(_both, text)


def _both(told: "re.Match[str]") -> str:
    """As long as the share comes out."""
    part, whole = int(told["part"]), int(told["whole"])
    if not whole or abs(100 * part / whole - float(told["share"])) > NEAR:
        return told.group()
    return f"{part}{told['unit']},{told['of']}{whole}{told['unit']}" if told["of"] else f"{part}/{whole}"
