"""Part and whole in any words and any notation: read right or asked back, never wrong."""

from fractions import Fraction

import pytest

from domain.reader.hear import hear
from tests.domain.figures_said import Said, said

TIMES = 20  # replies for each pair and seed
RIGHT = 0.95  # of them at the first reading
NEAR = Fraction(1, 1000)


def outcome(reply: Said) -> str:
    question, text, values = reply
    heard = hear(text, question)
    if heard.doubt or not heard.values:
        return "asked"
    got = heard.values
    if any(key not in values or abs(Fraction(str(value)) - values[key]) > NEAR for key, value in got.items()):
        return "wrong"
    return "right" if set(got) == set(values) else "asked"


@pytest.mark.parametrize("seed", range(4))
def test_what_is_said_of_part_and_whole_is_never_heard_as_something_else(seed: int) -> None:
    replies = list(said(seed, TIMES))
    outcomes = [outcome(reply) for reply in replies]
    wrong = [reply[1] for reply, of in zip(replies, outcomes, strict=True) if of == "wrong"]
    assert not wrong
    asked = [reply[1] for reply, of in zip(replies, outcomes, strict=True) if of == "asked"]
    assert len(asked) <= (1 - RIGHT) * len(replies), asked
