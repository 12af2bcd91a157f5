"""A row of the words by which the patterns of the program go round, then a sign that ends it: read in every form.

A pattern that goes back over its steps would not end here at all; the time that a test may take ends it.
"""

from functools import cache

import pytest

from domain.reader.hear import hear
from tests.domain.test_any_text import SHAPES, questions
from tests.structure.compiled import patterns
from tests.structure.pumped import turns

SIGNS = 90  # of a row: more than forty parts are not read at all
APART = 4  # of so many words each form reads one: each word is read in two forms
SHORT = 3  # signs of a word, so that there are turns enough


@cache
def rows() -> list[str]:
    ours = (one for one, where in patterns().items() if where.startswith("domain"))
    words = {turn for source, flags in ours for _, turn in turns(source, flags) if len(turn) <= SHORT}
    return [f"{(word * SIGNS)[:SIGNS]}x案" for word in sorted(words)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_row_of_the_words_of_a_loop_is_read_to_its_end(shape: str) -> None:
    assert len(rows()) > 800
    for row in rows()[SHAPES.index(shape) % APART :: APART]:  # the next shapes have the others
        heard = hear(row, questions()[shape])
        assert bool(heard.values) == (heard.doubt is None)
