"""What a reply to a kept question is heard as, beside what a table of a test says of it."""

import tomllib
from fractions import Fraction

from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of, written


def question(file: str) -> Question:
    return question_of(tomllib.loads((REPLIES / "sixth" / f"{file}.toml").read_text(encoding="utf-8")))


def told(file: str, text: str) -> dict[str, Fraction] | None:
    """None where it is asked back."""
    heard = hear(text, question(file))
    return None if heard.doubt else {key: _exactly(written(value)) for key, value in heard.values.items()}


def wanted(file: str, said: str) -> dict[str, Fraction]:
    """Figures in the order of the form, - for one that is not told, #1=45% for a share."""
    plain = [one for one in said.split() if "=" not in one]
    labels = [quantity.label for quantity in question(file).asked.quantities]
    named = {label: one for label, one in zip(labels, plain, strict=False) if one != "-"}
    named |= dict(one.split("=") for one in said.split() if "=" in one)
    return {key: _exactly(one) for key, one in named.items()}


def _exactly(said: str) -> Fraction:
    return Fraction(said.removesuffix("%")) / (100 if said.endswith("%") else 1)
