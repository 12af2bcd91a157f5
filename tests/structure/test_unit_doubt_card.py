"""The card of a doubtful place: what a button can show on a phone, and what has to stand in the text."""

from dataclasses import replace

import pytest

from bot.settings import HOME, load
from bot.translator import Translator, translators
from bot.views import doubts as view
from domain.facts.doubts import Option, Question

SETTINGS = load(HOME / "config.toml")
SHORT, LONG = "恰好2次", "以上级法院当年公布的口径为准，未公布的暂不作评判"
QUESTION = Question(
    doubt_id=7,
    rev=3,
    place=2,
    total=9,
    code="1.1.2",
    title="会议",
    field="requirement 1",
    demand="",
    printed="每年召开2次",
    reason="未写明",
    options=(Option(0, "不少于2次", True), Option(1, SHORT, False), Option(2, "至多2次", False)),
    also=(),
    answered=None,
    before=6,
    after=8,
    open=9,
    settled=0,
    director=True,
    asked_of=None,
)


@pytest.fixture
def t() -> Translator:
    return translators(HOME / "locales", SETTINGS.zone, SETTINGS.office_name)["zh_CN"]


def answers(question: Question, t: Translator) -> list[tuple[str, str, int]]:
    """Label, subject and revision of each button that answers."""
    rows = view.question(question, t).buttons
    return [(b.label, str(b.id), b.rev) for row in rows for b in row if b.verb == "reading"]


def test_short_answers_stand_on_their_buttons_alone(t: Translator) -> None:
    assert answers(QUESTION, t) == [("照现在的办", "7-0", 3), (SHORT, "7-1", 3), ("至多2次", "7-2", 3)]
    assert SHORT not in view.question(QUESTION, t).text


def test_answers_too_long_for_a_phone_are_numbered_and_stand_in_the_text(t: Translator) -> None:
    long = replace(QUESTION, options=(*QUESTION.options[:2], Option(2, LONG, False)))
    assert answers(long, t) == [("照现在的办", "7-0", 3), ("改按①", "7-1", 3), ("改按②", "7-2", 3)]
    assert view.question(long, t).text.splitlines()[-2:] == [f"① {SHORT}", f"② {LONG}"]


def test_what_is_in_force_is_kept_by_the_first_button_whichever_it_is(t: Translator) -> None:
    now = replace(QUESTION, options=(Option(0, "不少于2次", False), Option(1, SHORT, True)))
    assert answers(now, t) == [("照现在的办", "7-1", 3), ("不少于2次", "7-0", 3)]
    assert f"现按：{SHORT}" in view.question(now, t).text


@pytest.mark.parametrize(
    ("before", "after", "turns"), [(6, 8, [6, 8]), (None, 8, [8]), (6, None, [6]), (None, None, [])]
)
def test_there_is_a_way_to_each_neighbour(
    before: int | None, after: int | None, turns: list[int], t: Translator
) -> None:
    message = view.question(replace(QUESTION, before=before, after=after), t)
    assert [b.id for row in message.buttons for b in row if b.verb == "doubt"] == turns
