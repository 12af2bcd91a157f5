"""Whatever is typed, and however long: an answer or a doubt, never an exception, and at once."""

import tomllib
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reader.asked import Heard
from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of, scored

LONGEST = 4096  # signs of a message in Telegram
SHAPES = ("figures", "yes", "occurrence", "day", "rank", "roll-call", "meeting", "entries")
ODD = [
    "45",
    "2月30日",
    "①",
    "½",
    "45²",
    "\x00",
    "👍",
    "２",
    "〔2022〕",
    "1、",
    "(",
    "“",
    "％",
    "00000",
    "9" * 30,
    "百百",
    "第",
    "\n",
    " ",
]


@cache
def questions() -> dict[str, Question]:
    """One of each shape."""
    found: dict[str, Question] = {}
    for path in sorted(REPLIES.rglob("*.toml")):
        question = question_of(tomllib.loads(path.read_text(encoding="utf-8")))
        found.setdefault(question.shape, question)
    return found


@cache
def pieces() -> list[str]:
    return sorted({part for one in scored() for part in one.text.replace("，", " ").split()}) + ODD


@given(st.data(), st.sampled_from(SHAPES))
def test_any_text_leaves_values_or_a_doubt(data: st.DataObject, shape: str) -> None:
    words = st.lists(st.one_of(st.sampled_from(pieces()), st.text(max_size=6)), max_size=8)
    heard = hear("".join(data.draw(words)), questions()[shape])
    assert isinstance(heard, Heard)
    assert bool(heard.values) == (heard.doubt is None)
    assert heard.intent in ("report", "correction") or not heard.values


@pytest.mark.parametrize(
    "word",
    ["好的", "没有", "是", "有", "嗯", "1", "第", "3个", "12月", "落实", "1、", "16家", "的了", "不是", "由"],
)
def test_a_row_of_words_says_nothing_for_certain(word: str) -> None:
    """How long that takes is measured by tests.bench.reader."""
    for text in ((word * LONGEST)[:LONGEST], (word * LONGEST)[: LONGEST - 2] + "x案"):
        for question in questions().values():
            heard = hear(text, question)
            assert heard.doubt is not None
            assert not heard.values
