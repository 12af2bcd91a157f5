"""docs/reliability.md names for every promise a test that is there."""

import re

import pytest

from tests.structure.sources import HOUSE, proofs_in

PAGE = HOUSE / "docs" / "reliability.md"
PROMISES = [f"I-{number:02}" for number in range(1, 19)]
OPEN = "(open)"
# promises whose tests are not all named yet; each is marked on the page, and the list is to become empty
OPEN_YET: tuple[str, ...] = ()
ROW = re.compile(r"^\| (I-\d\d) \|([^|]*)\|([^|]*)\|([^|]*)\|$", re.M)
TEST = re.compile(r"`([^`]+)`")


def rows(text: str) -> list[tuple[str, str, str]]:
    """Promise, what it says, what shows it."""
    return [(match[1], match[2].strip(), match[3].strip()) for match in ROW.finditer(text)]


def is_there(test: str) -> bool:
    path, _, name = test.partition("::")
    return name in proofs_in(path)


# what the page may have wrong


def other_promises(text: str) -> list[str]:
    found = [name for name, _, _ in rows(text)]
    return [] if found == PROMISES else sorted({*found} ^ {*PROMISES}) or ["order"]


def nothing_said(text: str) -> list[str]:
    return [name for name, says, _ in rows(text) if not says]


def shown_by_nothing(text: str) -> list[str]:
    return [name for name, _, by in rows(text) if name not in OPEN_YET and not TEST.search(by)]


def proofs_that_are_not_there(text: str) -> list[str]:
    return [test for _, _, by in rows(text) for test in TEST.findall(by) if not is_there(test)]


def proofs_that_are_not_run(text: str) -> list[str]:
    """Skipped or expected to fail; or long, and nothing shorter is named beside them."""
    found = {name: [run(test) for test in TEST.findall(by)] for name, _, by in rows(text) if name not in OPEN_YET}
    return [name for name, runs in found.items() if "never" in runs or {*runs} <= {"long"}]


def run(test: str) -> str:
    path, _, name = test.partition("::")
    return proofs_in(path).get(name, "never")


def open_by_mistake(text: str) -> list[str]:
    """Marked and not on the list, or on the list and not marked."""
    return [name for name, _, by in rows(text) if (OPEN in by) != (name in OPEN_YET)]


FAULTS = (
    other_promises,
    nothing_said,
    shown_by_nothing,
    proofs_that_are_not_there,
    proofs_that_are_not_run,
    open_by_mistake,
)


@pytest.mark.parametrize("look", FAULTS, ids=lambda look: str(look.__name__))
def test_the_page_of_promises_has_no(look: object) -> None:
    print("open yet:", ", ".join(OPEN_YET) or "nothing")
    assert callable(look)
    assert look(PAGE.read_text(encoding="utf-8")) == []


GOOD = "tests/structure/test_structure_promises.py::test_a_fault_of_the_page_is_seen"
LONG = next(name for name, runs in proofs_in("tests/stories/test_rehearse.py").items() if runs == "long")


def good() -> str:
    test = f"`{GOOD}`"
    return "".join(f"| {name} | said | {OPEN if name in OPEN_YET else test} | 0 |\n" for name in PROMISES)


@pytest.mark.parametrize(
    ("look", "old", "new"),
    [
        (other_promises, "| I-01 |", "| I-99 |"),
        (other_promises, "| I-01 |", "|"),
        (nothing_said, "| I-01 | said |", "| I-01 | |"),
        (shown_by_nothing, "| I-01 | said | `", "| I-01 | said | "),
        (proofs_that_are_not_there, "is_seen`", "is_gone`"),
        (proofs_that_are_not_there, "tests/structure/test_", "tests/structure/tset_"),
        (proofs_that_are_not_run, GOOD, "tests/stories/test_rehearse.py::" + LONG),
        (open_by_mistake, "| I-01 | said | ", f"| I-01 | said | {OPEN} "),
    ],
)
def test_a_fault_of_the_page_is_seen(look: object, old: str, new: str) -> None:
    assert callable(look)
    assert old in good()
    assert look(good()) == []
    assert look(good().replace(old, new, 1)) != []
