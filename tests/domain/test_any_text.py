"""Whatever is typed, and however long: an answer or a doubt, never an exception, and at once."""

import time
import tomllib
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reader.asked import Heard
from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of, scored

LONGEST = 4096  # signs of a message in Telegram
SOON = 0.002  # seconds for a reply
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
    ["好的", "没有", "是", "有", "嗯", "1", "第", "3个", "12月", "落实", "1、", "16家", "的了", " ", "不是", "由"],
)
def test_a_row_of_words_is_read_in_few_steps(word: str) -> None:
    """Two ways for each of them would be more steps than there is time for."""
    for text in ((word * LONGEST)[:LONGEST], (word * LONGEST)[: LONGEST - 2] + "x案"):
        for question in questions().values():
            begun = time.perf_counter()
            hear(text, question)
            assert time.perf_counter() - begun < 3


def test_a_reply_is_read_at_once() -> None:
    replies = scored()
    found = [(one.text, questions()[one.kind]) for one in replies]
    begun = time.perf_counter()
    for text, question in found:
        hear(text, question)
    assert (time.perf_counter() - begun) / len(found) < SOON
