"""docs/security.md: a row for every threat, and in every row tests that exist."""

import re

import pytest

from bot.settings import HOME
from tests.structure.sources import proofs_in

ROW = re.compile(r"^\| (T\d+) \|(.*?)\|(.*?)\|(.*?)\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
OPEN_YET: tuple[str, ...] = ()  # nothing stands against these yet


def rows() -> dict[str, tuple[str, str, str]]:
    text = (HOME / "docs" / "security.md").read_text(encoding="utf-8")
    cells = ([cell.strip() for cell in row] for row in ROW.findall(text))
    return {name: (threat, control, tests) for name, threat, control, tests in cells}


def test_every_threat_has_its_row() -> None:
    assert list(rows()) == [f"T{n}" for n in range(1, 29)]


@pytest.mark.parametrize("name", [f"T{n}" for n in range(1, 29)])
def test_a_row_names_what_stands_against_it_and_tests_that_exist(name: str) -> None:
    threat, control, tests = rows()[name]
    named = TEST.findall(tests)
    assert threat
    assert (bool(control) and bool(named)) is (name not in OPEN_YET)
    assert not TEST.sub("", tests).strip(), "nothing but tests"
    assert [f"{file}::{test}" for file, test in named if test not in proofs_in(file)] == []
    runs = {proofs_in(file)[test] for file, test in named}
    assert "never" not in runs
    assert runs != {"long"}, "none of them is run with every change"
