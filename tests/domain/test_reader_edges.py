"""What stands around an answer changes nothing of it: every form of task, on replies of the collection."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from domain.reader import intents
from domain.reader.asked import Heard
from domain.reader.hear import Question, hear
from tests.scoring import scored

WIDE = str.maketrans("0123456789%.", "０１２３４５６７８９％．")
AROUND: dict[str, Callable[[str], str]] = {
    "full-width figures": lambda text: text.translate(WIDE),
    "a mark of direction before": lambda text: "\u200f" + text,
    "and behind": lambda text: text + "\u200f",
    "a picture before": lambda text: "😊" + text,
    "a picture behind": lambda text: text + "👍",
    "blanks before": lambda text: "  " + text,
    "blanks behind": lambda text: text + "  \n",
    "a greeting": lambda text: "领导好，" + text,
    "thanks": lambda text: text + "，谢谢",
    "thanks for the trouble": lambda text: text + "，辛苦了",
}
EACH = 67  # which of the replies are taken; a prime, so that all files have some
SAMPLE = scored()[::EACH]


def said(heard: Heard) -> tuple[object, ...]:
    return heard.intent, dict(heard.values) if heard.doubt is None else None


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_what_stands_around_an_answer_changes_nothing(around: Callable[[str], str]) -> None:
    changed = {
        one.text: said(heard)
        for one in SAMPLE
        if len(one.text) > 1 and said(heard := hear(around(one.text), one.question)) != said(one.heard)
    }
    assert changed == {}


def test_received_before_an_answer_is_said_of_the_question() -> None:
    """What is doubtful is asked about, whatever stands before it, and is never taken for a mere 收到."""

    def taken_in(text: str, question: Question) -> bool:
        return hear(f"收到，{text}", question).intent == "acknowledgement"

    reported = [one for one in SAMPLE if one.heard.intent in ("report", "correction") and re.search("[0-9]", one.text)]
    assert len(reported) > 150
    assert [one.text for one in reported if taken_in(one.text, one.question)] == []


@pytest.mark.parametrize("text", ["更正：2025年5月13日", "在册26个，一个没够，其他25个都够", "收到，1件"])
def test_where_no_figure_is_asked_for_none_is_taken(text: str) -> None:
    """What somebody wants is looked for in an answer to anything."""
    assert hear(text, Question("figures", date(2026, 3, 2))).values == {}


@pytest.mark.parametrize("text", ["收到，985件，451件没调成", "领导好，985件，451件没调成，谢谢"])
def test_figures_behind_a_greeting_are_no_mere_thanks(text: str) -> None:
    """Where nothing is open they are kept, and whoever wrote them reads that; 好的 would lose them."""
    assert intents.of(text, date(2026, 11, 30)).intent == "unclear"
