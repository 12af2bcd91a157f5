"""What makes a reading that seems certain one to ask about: it is left open, of another time, or of a part.

The one place for such provisos, whatever was asked: each reading that would be taken goes through it, by the words of
the reply as it was sent.
"""

from collections.abc import Mapping

from domain.numbers import level
from domain.reader import other_span, part_only, said_of_it, unsettled
from domain.reader.asked import Doubt, Value
from domain.reader.question import Question
from domain.reservations import QUOTED


def doubt(text: str, values: Mapping[str, Value], question: Question) -> Doubt | None:
    """With what it says as the likely answer, where that may be so; of another time it is none."""
    said = QUOTED.sub("", level(text))
    if other_span.is_of_another(said, values, question):
        return Doubt("other-time")
    if unsettled.is_open(said, question.shape) or part_only.is_part(said, values, question):
        return Doubt("either", (values,))
    return said_of_it.doubt(said, values, question)
