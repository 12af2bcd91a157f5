"""Replies put together from words and their known meaning: none is wrong, and nearly all are read at once."""

import tomllib
from functools import cache

import pytest

from domain.reader.hear import Question, hear
from tests.domain.words_said import WORDS, Reply, replies
from tests.scoring import REPLIES, question_of, written

SEED, NUMBER = 20260611, 400
LEAST = 0.97  # read at once, whatever stands around it


@cache
def question(form: str) -> Question:
    return question_of(tomllib.loads((REPLIES / "sixth" / f"{form}.toml").read_text(encoding="utf-8")))


def heard(reply: Reply) -> tuple[str, dict[str, str]]:
    """Intent, and what would count; nothing where it is asked back."""
    found = hear(reply.text, question(reply.form))
    values = {} if found.doubt else {key: written(value) for key, value in found.values.items()}
    return found.intent, values


def is_wrong(reply: Reply, values: dict[str, str]) -> bool:
    """The number who should file is on record, said or not; a topic may keep a word that frames it."""
    known = {"should": str(question(reply.form).headcount), **reply.values}
    if "topic" in values and known.get("topic", "?") in values["topic"]:
        values = {**values, "topic": known["topic"]}
    return any(known.get(key) != value for key, value in values.items())


@pytest.fixture(scope="module")
def said() -> list[Reply]:
    return list(replies(NUMBER, SEED))


def test_nothing_is_taken_that_was_not_said(said: list[Reply]) -> None:
    wrong = [(reply, values) for reply in said if is_wrong(reply, values := heard(reply)[1])]
    assert not wrong, "\n".join(f"{reply.form} {reply.text!r}: {values}" for reply, values in wrong)


def test_nearly_all_is_read_at_once(said: list[Reply]) -> None:
    missed = []
    for reply in said:
        intent, values = heard(reply)
        if intent != reply.intent or not reply.values.keys() <= values.keys():
            missed.append(f"{reply.form} {reply.text!r}: {intent} {values}")
    assert len(missed) <= (1 - LEAST) * len(said), "\n".join(missed)


def test_every_form_and_intent_is_among_them() -> None:
    intents = {core["intent"] for core in WORDS["core"]}
    assert {"report", "correction", "cancel", "extension", "will-do-by", "not-done", "off-topic"} <= intents
    assert len({core["form"] for core in WORDS["core"]}) > 10
