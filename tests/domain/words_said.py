"""Replies in words as contacts put them together: an opening, a core by form and intent with its meaning, a closing.

The words stand in words_said.toml; `[a|b|]` is one of them, and a word may be typed by ear.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
FRAMED, SLIPPED = 0.4, 0.12  # shares of the replies


@dataclass(frozen=True)
class Reply:
    form: str
    text: str
    intent: str
    values: dict[str, str]


def replies(number: int, seed: int, framed: float = FRAMED) -> Iterator[Reply]:
    """Every core as often as any other, the rest by chance."""
    chance = random.Random(seed)
    for n in range(number):
        core = WORDS["core"][n % len(WORDS["core"])]
        text = _slipped(_one_of(core["text"], chance), chance)
        yield Reply(core["form"], _framed(text, chance, framed), core["intent"], core["values"])


def _one_of(text: str, chance: random.Random) -> str:
    while CHOICE.search(text):
        text = CHOICE.sub(lambda match: chance.choice(match[1].split("|")), text, count=1)
    return text


def _slipped(text: str, chance: random.Random) -> str:
    known = [word for word in WORDS["slips"] if word in text]
    if not known or "\t" in text or chance.random() > SLIPPED:
        return text
    word = chance.choice(known)
    return text.replace(word, chance.choice(WORDS["slips"][word]), 1)


def _framed(text: str, chance: random.Random, share: float) -> str:
    if "\t" in text:
        return text
    opening = chance.choice(WORDS["openings"]) if chance.random() < share else ""
    closing = chance.choice(WORDS["closings"]) if chance.random() < share else ""
    return opening + text + (closing.lstrip("，。") if text.endswith(("。", "！", "？", "?")) else closing)
