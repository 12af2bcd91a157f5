"""Short titles: of an indicator on a card, of an area over a column of the board."""

import re

from catalogue.demands.demand import Demand
from catalogue.reading.labels import label
from domain.patterns import pattern_of

TITLE = 18  # signs
COLUMN = 6
_STOPS = pattern_of(r"[，。；：,;:！？\n（(【\[]")
_LEADING = pattern_of(
    r"^(?:(?:进一步|常态化|全面|扎实|大力|切实|持续|着力|深入|严格|积极|加快|不断|有效|强力)*"
    r"(?:加强|强化|提升|推进|深化|落实|优化|抓好|做好|完善|健全|提高|规范|推动|开展|聚焦|坚持|构建|打造|增强)){1,2}"
)
_JOINED = pattern_of(r"[和与及、，,；;（(：:《“\s]")
_TRAILING = pattern_of(r"(?:工作|情况|方面|任务|指标|行动|水平)$")


def title(text: str, demands: tuple[Demand, ...]) -> str:
    """The first clause without its number; what is measured, where the clause ends in a figure."""
    words = bare(text)
    first = next((piece for piece in _STOPS.split(words) if piece.strip()), words).strip()
    measured = next((one.name for one in demands if one.source and words.startswith(one.source[:4])), "")
    if any(sign.isdecimal() for sign in first) and 2 <= len(measured) < len(first):
        first = measured
    return cut(first, TITLE)


def bare(printed: str) -> str:
    """Without the number that stands before it, and on one line."""
    return " ".join(label(printed.strip())[1].split()) or " ".join(printed.split())


def cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def column(printed: str) -> str:
    """The subject of an area's title, without 加强 before it and 工作 behind it."""
    words = re.sub(r"[“”\"]", "", bare(printed))
    plain = _LEADING.sub("", words)
    plain = plain if len(plain) >= 2 else words
    first = next((piece for piece in _JOINED.split(plain) if len(piece) >= 2), plain)
    shorter = _TRAILING.sub("", first)
    return (shorter if len(shorter) >= 2 else first)[:COLUMN]


def columns(printed: list[str]) -> list[str]:
    """Each area by a heading of its own: a second one of the same words carries its number."""
    found: list[str] = []
    for place, one in enumerate(printed, 1):
        short = column(one)
        found.append(short if short and short not in found else f"{short[: COLUMN - 2]}{place}")
    return found
