"""What has nothing to do with the question leaves no certain value, whatever was asked; short right answers do."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reader.asked import Value
from domain.reader.hear import Question, hear
from tests.scoring import question_of, written

HERE = Path(__file__).parent
SHEET = tomllib.loads((HERE / "unrelated.toml").read_text(encoding="utf-8"))
ORDINARY: Mapping[str, Mapping[str, str]] = tomllib.loads((HERE / "ordinary_points.toml").read_text(encoding="utf-8"))
DATED = ("founded", "rules", "conduct", "overdue", "accidents", "young", "cases", "skills", "meeting")
# asked back for a reason of their own: how far it is, for how long, by whom
ASKED_BACK = {"还没弄", "暂时没有", "是2021年5月20日印发文件成立的", "10月21号党组会上一起开的"}


@cache
def questions() -> Mapping[str, Question]:
    heads: Mapping[str, Any] = SHEET["questions"]
    return {name: question_of(head) for name, head in heads.items()}


def taken(text: str, name: str) -> Mapping[str, Value]:
    heard = hear(text, questions()[name])
    assert (heard.doubt is None) == bool(heard.values)
    return heard.values


def unrelated() -> list[tuple[str, str]]:
    return [
        (name, text)
        for block in SHEET["unrelated"]
        for name in (SHEET["questions"] if block["to"] == "everything" else block["to"])
        for text in block["texts"]
    ]


@pytest.mark.parametrize("name", SHEET["questions"])
def test_what_is_unrelated_leaves_no_value(name: str) -> None:
    assert {text: taken(text, name) for to, text in unrelated() if to == name and taken(text, name)} == {}


@pytest.mark.parametrize(
    ("name", "text", "said"), [(name, text, said) for name, row in ORDINARY.items() for text, said in row.items()]
)
def test_a_short_right_answer_is_read(name: str, text: str, said: str) -> None:
    values = taken(text, name)
    if text in ASKED_BACK:
        assert not values
    elif name in ("young", "cases", "skills"):
        day, _, topic = said.partition(" ")
        assert written(values["day"]) == day
        assert topic in str(values["topic"])
    else:
        assert " ".join(map(written, values.values())) == said


# words of the house that answer none of the questions: neither figures nor days, nothing and nobody's place
OF_THE_HOUSE: Mapping[str, list[str]] = {kind: words.split() for kind, words in SHEET["words"].items()}
PEOPLE, THINGS, HAPPENS = (OF_THE_HOUSE[kind] for kind in ("people", "things", "happens"))
FILLERS, DENIED = OF_THE_HOUSE["fillers"], OF_THE_HOUSE["denied"]
WORDS = [*PEOPLE, *THINGS, *HAPPENS, *FILLERS]
DENIALS = ["没", "没有", "不", "未", "无", "还没", "都没", "都不", "没能", "没人"]
DAYS = ["昨天", "上周五", "10月21日", "2021年6月18日", "11月3号", "8.15", "前天下午", "今天"]
COUNTS = ["", "1次", "两个", "3件", "一起"]
PLACES = ["第3", "第一", "第2名", "16家", "3/16", "排第五"]
# and of signs in any order: none that says in place or not, none or some, when, which place, who publishes
SIGNS = sorted({*OF_THE_HOUSE["signs"][0], *"，。！？～ \n"})


@pytest.mark.parametrize("name", SHEET["questions"])
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_words_of_the_house_leave_no_value(name: str, words: list[str]) -> None:
    assert not taken("".join(words), name), words


@pytest.mark.parametrize("name", SHEET["questions"])
@given(st.text(SIGNS, max_size=40))
def test_signs_without_an_answer_among_them_leave_no_value(name: str, text: str) -> None:
    assert not taken(text, name), text


@pytest.mark.parametrize("name", SHEET["questions"])
@given(
    st.lists(st.sampled_from([*PEOPLE, *THINGS]), max_size=2),
    st.sampled_from(DENIALS),
    st.sampled_from([*THINGS, *HAPPENS, *DENIED]),
    st.lists(st.sampled_from(FILLERS), max_size=2),
)
def test_what_is_denied_of_something_else_denies_nothing(
    name: str, before: list[str], denial: str, what: str, behind: list[str]
) -> None:
    text = "".join([*before, denial, what, *behind])
    assert not taken(text, name), text


@pytest.mark.parametrize("name", DATED)
@given(
    st.lists(st.sampled_from([*PEOPLE, *THINGS]), max_size=2),
    st.sampled_from(DAYS),
    st.sampled_from(PEOPLE),
    st.sampled_from(HAPPENS),
    st.sampled_from(COUNTS),
)
def test_the_day_of_something_else_is_no_answer(
    name: str, before: list[str], day: str, who: str, happens: str, count: str
) -> None:
    text = "".join([*before, day, who, happens, count])
    assert not taken(text, name), text


@pytest.mark.parametrize("name", ["criminal", "inspections"])
@given(
    st.lists(st.sampled_from([*PEOPLE, *THINGS, *HAPPENS]), min_size=1, max_size=3),
    st.sampled_from(PLACES),
    st.sampled_from(HAPPENS),
)
def test_the_place_of_something_else_is_no_answer(name: str, before: list[str], place: str, happens: str) -> None:
    text = "".join([*before, place, happens])
    assert not taken(text, name), text
