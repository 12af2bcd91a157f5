"""A reply of figures before it is heard: in plain words, with pauses, and with what its writer settles himself.

Left out is what he says to himself, asks of something else, or sets aside.
"""

from domain.reader import (
    asked_beside,
    dialects,
    dictated,
    divisions,
    each_time,
    lone_figure,
    named_again,
    rows_told,
    set_aside,
)
from domain.reader.asked import Asked


def plainer(text: str, asked: Asked) -> str:
    text = named_again.settled(dictated.with_pauses(dialects.plainly(text)))
    text = set_aside.without(asked_beside.without_questions(text, asked), asked)
    text = rows_told.apart(divisions.without_own_means(rows_told.summed(text), asked), asked)
    return lone_figure.to_be_entered(each_time.in_all(text, asked), asked)
