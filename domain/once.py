"""What is asked again while one answer is read is worked out once, and forgotten when it has been read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
KNOWN: ContextVar[dict[object, Any] | None] = ContextVar("KNOWN", default=None)


@contextmanager
def one_answer() -> Iterator[None]:
    before = KNOWN.set({})
    try:
        yield
    finally:
        KNOWN.reset(before)


def once(work: Callable[P, R]) -> Callable[P, R]:
    """Outside of one answer nothing is kept: what offices write does not stay in memory."""

    @wraps(work)
    def known(*args: P.args, **named: P.kwargs) -> R:
        found = KNOWN.get()
        if found is None:
            return work(*args, **named)
        key = (work, args, *named.items())
        if key not in found:
            found[key] = work(*args, **named)
        kept: R = found[key]
        return kept

    return known
