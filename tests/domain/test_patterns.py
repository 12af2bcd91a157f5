"""Patterns compiled late are all good, and say what compiled ones say."""

import importlib
import pkgutil
import re
from types import ModuleType

import pytest

import domain
from domain.patterns import Deferred, pattern_of

MODULES = [importlib.import_module(found.name) for found in pkgutil.walk_packages(domain.__path__, "domain.")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_pattern_of_a_module_can_be_compiled(module: ModuleType) -> None:
    for value in vars(module).values():
        if isinstance(value, Deferred):
            assert value.compile().pattern == value.pattern


def test_there_are_some() -> None:
    assert sum(isinstance(value, Deferred) for module in MODULES for value in vars(module).values()) > 300


def test_it_says_what_a_compiled_one_says() -> None:
    late, early = pattern_of("(?P<n>[0-9]+)件", re.IGNORECASE), re.compile("(?P<n>[0-9]+)件", re.IGNORECASE)
    assert (late.pattern, late.flags, late.groupindex) == (early.pattern, early.flags, early.groupindex)
    assert [m["n"] for m in late.finditer("12件，3件")] == ["12", "3"]
    assert late.sub("", "12件，3件") == early.sub("", "12件，3件")
    with pytest.raises(AttributeError):
        late.unknown  # type: ignore[attr-defined]  # noqa: B018
