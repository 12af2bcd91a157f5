"""Every pattern that the program compiles, made by functions or not: `python -m tests.structure.compiled` tells them.

In a process of its own: what another test has compiled before would be known to `re` already.
"""

import gc
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

from domain.patterns import Deferred
from tests import once
from tests.structure.sources import HOUSE, ROOMS

compiler = re._compiler  # type: ignore[attr-defined]
BETWEEN = ("/re/__init__.py", "domain/patterns.py")  # who asks and what compiles
Patterns = dict[tuple[str, int], str]  # where each is written


@cache
def patterns() -> Patterns:
    return once.made("patterns", _told)


def _told() -> Patterns:
    command = (sys.executable, "-m", __name__)
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True)
    return {(source, flags): where for source, flags, where in json.loads(done.stdout)}


def _collect() -> Patterns:
    found: Patterns = {}
    compile_one = compiler.compile

    def noted(source: str | bytes, flags: int = 0) -> "re.Pattern[str]":
        if where := _written():
            found.setdefault((source if isinstance(source, str) else source.decode("latin-1"), flags), where)
        return compile_one(source, flags)  # type: ignore[no-any-return]

    compiler.compile = noted
    for room in ROOMS:
        for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            if not module.name.endswith("__main__") and ".versions" not in module.name:
                importlib.import_module(module.name)
    _read_some()
    for late in gc.get_objects():
        if isinstance(late, Deferred):
            found.setdefault((late.pattern, late.wanted), "domain")
    return found


def _written() -> str:
    """The line of ours that asks for a pattern; none where a library does."""
    frame = sys._getframe(2)
    while frame.f_back and frame.f_code.co_filename.endswith(BETWEEN):
        frame = frame.f_back
    file = Path(frame.f_code.co_filename)
    is_ours = any(file.is_relative_to(HOUSE / room) for room in ROOMS)
    return f"{file.relative_to(HOUSE)}:{frame.f_lineno}" if is_ours else ""


def _read_some() -> None:
    """Patterns are made of what is asked about: one reply of each file."""
    from domain.reader.hear import hear
    from tests.scoring import REPLIES, question_of

    for path in sorted(REPLIES.rglob("*.toml")):
        sheet = tomllib.loads(path.read_text(encoding="utf-8"))
        hear(sheet["reply"][0]["text"], question_of(sheet))


if __name__ == "__main__":
    json.dump([(*key, where) for key, where in _collect().items()], sys.stdout)
