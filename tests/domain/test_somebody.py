"""Somebody's name and number are taken out of what was written, and out of nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.somebody import Somebody

CASES: tuple[tuple[str, Any, Any], ...] = (
    ("欧阳测试", "请找欧阳测试，急", "请找某人，急"),
    ("欧阳测试", {"text": ["欧阳测试", 7001]}, {"text": ["某人", 0]}),
    ("li", {"link": "li/list", "line": "Li li"}, {"link": "某人/list", "line": "Li 某人"}),
    ("Li", "LiLi Li Lisa", "LiLi 某人 Lisa"),
    ("O.", "O. and Op", "某人 and Op"),
    ("", "7001 and 17001 and 70012", "0 and 17001 and 70012"),
    ("", {"7001": True, "n": 7001, "at": 7001.0}, {"0": True, "n": 0, "at": 7001.0}),
    ("\\1", r"a \1 b", "a 某人 b"),
)


@pytest.mark.parametrize(("name", "value", "left"), CASES)
def test_out_of_plain_data(name: str, value: Any, left: Any) -> None:
    assert Somebody(name, 7001, "某人", 0).out_of(value) == left


@given(st.text(max_size=40), st.text(min_size=2, max_size=6).filter(lambda name: "■" not in name))
def test_once_taken_out_there_is_nothing_left_to_take(text: str, name: str) -> None:
    who = Somebody(name, 7001, "■", 0)
    left = who.out_of(f"{text} {name} 7001")
    assert who.out_of(left) == left
    assert "7001" not in left.split()
