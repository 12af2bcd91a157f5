"""docs/security.md: a row for every threat, and in every row tests that exist."""

import ast
import re
from functools import cache

import pytest

from bot.settings import HOME

ROW = re.compile(r"^\| (T\d+) \|(.*?)\|(.*?)\|(.*?)\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
OPEN_YET: tuple[str, ...] = ()  # nothing stands against these yet


def rows() -> dict[str, tuple[str, str, str]]:
    text = (HOME / "docs" / "security.md").read_text(encoding="utf-8")
    cells = ([cell.strip() for cell in row] for row in ROW.findall(text))
    return {name: (threat, control, tests) for name, threat, control, tests in cells}


@cache
def functions(file: str) -> frozenset[str]:
    tree = ast.parse((HOME / file).read_text(encoding="utf-8"))
    return frozenset(n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_threat_has_its_row() -> None:
    assert list(rows()) == [f"T{n}" for n in range(1, 29)]


@pytest.mark.parametrize("name", [f"T{n}" for n in range(1, 29)])
def test_a_row_names_what_stands_against_it_and_tests_that_exist(name: str) -> None:
    threat, control, tests = rows()[name]
    named = TEST.findall(tests)
    assert threat
    assert (bool(control) and bool(named)) is (name not in OPEN_YET)
    assert not TEST.sub("", tests).strip(), "nothing but tests"
    assert [f"{file}::{test}" for file, test in named if test not in functions(file)] == []
