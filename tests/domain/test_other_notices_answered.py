"""Entries, occurrences and practices of other houses are known by their own notices; the rules know no trade."""

import pytest

from domain.reader.hear import hear
from tests.scoring import question_of, written

LIFTS = {"notice": "street", "code": "2.3.2", "form": "register", "period": "2026", "asked": "1"}
BRIDGES = {"notice": "transport", "code": "1.1.3", "form": "readings", "period": "once", "asked": "2"}
SERVICE = {"notice": "services", "code": "2.1.4", "form": "readings", "period": "once", "asked": "1"}


def taken(text: str, head: dict[str, str]) -> dict[str, str]:
    heard = hear(text, question_of({**head, "now": "2026-11-12T10:00:00"}))
    return {} if heard.doubt else {key: written(value) for key, value in heard.values.items()}


@pytest.mark.parametrize(
    "text", ["10月28日，和平里6号楼加装电梯竣工投用", "昨天 河滨路45号加装电梯交付使用", "6月30日红星苑加梯签约"]
)
def test_an_entry_is_known_by_the_words_of_its_notice(text: str) -> None:
    assert set(taken(text, LIFTS)) == {"day", "topic"}


@pytest.mark.parametrize(
    "text",
    [
        "10月28日电梯坏了报修",
        "7月15日隔壁街道加装电梯竣工",
        "5月6日加装电梯培训",
        "10月28日竣工的是停车棚",
        "9月30日招标公告发布",
    ],
)
def test_what_leads_up_to_it_or_is_of_others_is_none(text: str) -> None:
    assert taken(text, LIFTS) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0座", "nothing"),
        ("原来有3座四类桥，都改造完了，今年没有新增", "nothing"),
        ("新增1座，8月17日定检评出来的四类桥", "2026-08-17 1"),
    ],
)
def test_what_occurred_is_counted_in_whatever_it_comes_in(text: str, said: str) -> None:
    assert taken(text, BRIDGES) == {"#2": said}


@pytest.mark.parametrize(("text", "said"), [("每月都通报", "yes"), ("8月9月没通报", "no")])
def test_the_verb_of_a_demand_is_that_of_its_name(text: str, said: str) -> None:
    assert taken(text, SERVICE) == {"#1": said}
