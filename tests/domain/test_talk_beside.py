"""What is said beside an answer and is none: nothing that was plain becomes another figure by it."""

import pytest

from domain.reader.hear import hear
from tests.scoring import Scored, scored, written

BEFORE = ["刚开完会，", "昨天系统坏了，", "主任让我报一下，", "内勤请假我代报，", "你好，数据都出来了，"]
BEHIND = [
    *("都对过了", "您看一下", "材料都交了", "都签过字了", "都报给庭长看过", "表都发邮箱了"),
    *("同志们都辛苦了", "都是从系统导的", "全都核了两遍", "庭里都在忙年底的事"),
]
STEP = 23  # of the replies each is tried on one in so many, each time another one


def plain() -> list[Scored]:
    return [one for one in scored() if (one.level, one.status, one.intent) == ("plain", "right", "report")]


def values(text: str, one: Scored) -> dict[str, str]:
    """Nothing where it is asked back; of a topic the talk may become a part."""
    heard = hear(text, one.question)
    return {} if heard.doubt else {key: written(value) for key, value in heard.values.items() if key != "topic"}


@pytest.mark.parametrize("talk", [f"{said}{{}}" for said in BEFORE] + [f"{{}}，{said}" for said in BEHIND])
def test_talk_beside_an_answer_changes_no_figure(talk: str) -> None:
    first = [*(f"{said}{{}}" for said in BEFORE), *(f"{{}}，{said}" for said in BEHIND)].index(talk)
    tried = plain()[first % STEP :: STEP]
    assert len(tried) > 100
    wrong = {}
    for one in tried:
        known = {key: written(value) for key, value in one.heard.values.items()}
        text = talk.format(one.text.rstrip("。"))
        if found := {key: value for key, value in values(text, one).items() if known.get(key) != value}:
            wrong[text] = found
    assert not wrong


def test_most_of_what_is_plain_stays_plain_beside_talk() -> None:
    tried = [one for one in plain()[::STEP] if one.heard.values.keys() - {"topic"}]
    asked = sum(not values(f"{one.text.rstrip('。')}，您看一下", one) for one in tried)
    assert asked < len(tried) / 20


def test_what_was_told_of_the_month_before_is_no_figure_of_this_one_or_of_last_year() -> None:
    of_one_year = [one for one in plain() if "年" not in one.text]
    monthly = [one for one in of_one_year if one.question.period and one.question.period.every == "month"]
    tried = [one for one in monthly if set(one.values) & {part.label for part in one.question.asked.quantities}]
    assert len(tried) > 500
    wrong = {}
    for one in tried[:: STEP // 2]:
        label, value = next(iter(one.values.items()))
        text = f"上月{label}{value}，本月{one.text.rstrip('。')}"
        known = {key: written(value) for key, value in one.heard.values.items()}
        if found := {key: value for key, value in values(text, one).items() if known.get(key) != value}:
            wrong[text] = found
    assert not wrong
