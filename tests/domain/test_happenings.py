import pytest

from domain.dates import find_day
from domain.happenings import is_idle
from tests.domain.test_days_named import TODAY


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("今天系统登不上", True),
        ("昨天问过档案室了", True),
        ("食堂今天中午有啥菜", True),
        ("昨天没人接", True),
        ("昨天", False),
        ("昨天下午", False),
        ("昨天下午开的", False),
        ("今天成立的", False),
        ("前天印发了文件", False),
    ],
)
def test_a_near_day_needs_an_event(text: str, *, idle: bool) -> None:
    found = find_day(text, TODAY, past=True)
    assert found is not None
    assert is_idle(text, found, needs_event=True) == idle


def test_what_is_registered_may_be_called_anything() -> None:
    found = find_day("大前天练的处突", TODAY, past=True)
    assert found is not None
    assert not is_idle("大前天练的处突", found)
