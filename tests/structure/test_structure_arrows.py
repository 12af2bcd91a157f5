import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.structure.sources import HOUSE, ROOMS, calls, functions, modules, within

# The table of rooms: what each may import of ours, itself apart.
MAY_IMPORT = {
    "domain": (),
    "catalogue": ("domain",),
    "db": ("domain",),
    "exports": ("domain",),
    "services": ("domain", "db", "catalogue"),
    "bot.translator": ("domain",),
    "bot.views": ("domain", "bot.translator"),
    "bot.handlers": ("domain", "services", "bot.context"),
    "bot.jobs": ("domain", "services", "bot.context"),
    "sandbox": (),
}
CLOCK = "bot.clock"
TERMINAL = ("bot.__main__", "bot.terminal")
DANGEROUS = {"pickle", "cPickle", "marshal", "shelve", "dill"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def readings_of_the_clock(tree: ast.AST) -> Iterator[int]:
    """Lines that ask the machine what time it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today", "localtime", "time_ns"):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if owner in ("datetime", "date", "time", "dt", "func", "pd"):
                yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == "time" and getattr(node.value, "id", "") == "time":
            yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for alias in node.names if alias.name != "monotonic")


def is_below(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_the_design_lets_it(room: str) -> None:
    allowed = (room, *MAY_IMPORT[room])
    wrong = [
        f"{name} → {other}"
        for name, tree in within(room).items()
        for other in imported(tree)
        if other.partition(".")[0] in ROOMS and not any(is_below(other, one) for one in allowed)
    ]
    assert wrong == []


def test_the_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "date.today()",
        "dt.utcnow()",
        "time.time()",
        "time.time_ns()",
        "time.localtime()",
        "select(func.now())",
        "from time import time",
    ],
)
def test_a_reading_of_the_clock_is_seen(text: str) -> None:
    assert list(readings_of_the_clock(ast.parse(text))) == [1]


@pytest.mark.parametrize(
    "text", ["clock.now()", "office.today", "time.monotonic()", "from time import monotonic", "datetime.time(9)"]
)
def test_what_only_looks_like_a_reading_of_the_clock_is_let_be(text: str) -> None:
    assert list(readings_of_the_clock(ast.parse(text))) == []


def test_nobody_but_the_clock_asks_what_time_it_is() -> None:
    wrong = [f"{name}:{line}" for name, tree in modules().items() for line in readings_of_the_clock(tree)]
    assert [place for place in wrong if not place.startswith(f"{CLOCK}:")] == []
    assert wrong, "the clock itself asks"


def test_only_the_command_line_prints() -> None:
    printing = {name for name, tree in modules().items() for called, _ in calls(tree) if called == "print"}
    assert {name for name in printing if not any(is_below(name, room) for room in TERMINAL)} == set()
    assert printing


def test_nothing_is_pickled_or_evaluated() -> None:
    wrong = [
        f"{name}: {other}"
        for name, tree in modules().items()
        for other in imported(tree)
        if other.partition(".")[0] in DANGEROUS
    ]
    wrong += [
        f"{name}:{call.lineno} {call.func.id}"
        for name, tree in modules().items()
        for _, call in calls(tree)
        if isinstance(call.func, ast.Name) and call.func.id in ("eval", "exec", "compile", "__import__")
    ]
    assert wrong == []


def test_only_the_desk_and_the_start_commit() -> None:
    """Use cases and queries leave the transaction to whoever began it."""
    committing = {name for name, tree in modules().items() for called, _ in calls(tree) if called == "commit"}
    desks = {"bot.desk", "bot.vault.replaying"}  # the second one does once more what the first one did
    assert {name for name in committing if not is_below(name, "sandbox")} == desks | {"bot.app", "bot.vault.targets"}


def test_handlers_and_jobs_await_nothing() -> None:
    """They run on the desk without a loop; another handler is the one thing that they may await."""
    own = {function.name for tree in within("bot.handlers").values() for function in functions(tree)}
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in within("bot.handlers", "bot.jobs").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Await)
        and not (isinstance(node.value, ast.Call) and getattr(node.value.func, "id", None) in own)
    ]
    assert wrong == []
