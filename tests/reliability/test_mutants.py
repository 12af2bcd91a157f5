"""Two of the mutants of `make torture`, and that all of them are still of this program."""

import pytest

from bot.settings import HOME
from tests.torture.mutants import LOCK, MUTANTS, RETRY, Mutant, Stale, a_copy, is_caught


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: str(mutant.name))
def test_a_mutant_is_of_this_program_and_its_tests_are_there(mutant: Mutant) -> None:
    mutated = mutant.mutated(HOME)
    if mutant.file.endswith(".py"):
        compile(mutated, mutant.file, "exec")
    for test in mutant.tests:
        path, _, name = test.partition("::")
        assert f"def {name}" in (HOME / path).read_text(encoding="utf-8")


def test_a_mutant_of_another_program_is_no_mutant() -> None:
    gone = Mutant("gone", "bot/lock.py", "there is no such text", "", ())
    with pytest.raises(Stale, match="0 times"):
        gone.mutated(HOME)


def test_the_lock_that_is_not_taken_and_the_time_out_that_is_retried_are_caught() -> None:
    harmless = Mutant("harmless", LOCK.file, "import os\n", "import os  # as it was\n", LOCK.tests)
    with a_copy() as folder:
        found = [is_caught(folder, mutant, "--noconftest") for mutant in (harmless, LOCK, RETRY)]
    assert found == [False, True, True]
