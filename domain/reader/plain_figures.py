"""A reply to a question for figures, put plainly before it is read: lists, divisions, idioms, remarks."""

from domain.reader import (
    couples,
    divisions,
    legends,
    listed_pairs,
    own_month,
    respectively,
    within_words,
    year_words,
)
from domain.reader.asked import Asked
from domain.reader.remarks import without_remarks


def plainly(text: str, asked: Asked) -> str:
    text = couples.in_full(legends.in_full(text), asked)
    text = own_month.in_full(year_words.plainly(text, asked), asked)
    text = without_remarks(within_words.plainly(text), asked)
    text = respectively.in_full(text)
    return divisions.in_full(listed_pairs.in_full(text, asked), asked)
